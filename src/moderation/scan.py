"""The main job: rows in, result rows out, streaming, with every bad row in its place.

Knows nothing of files and terminals; `cli` opens those.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from moderation.assess import Scope
from moderation.detect import detectors_with
from moderation.errors import BadRow
from moderation.judge import Judge
from moderation.policy import check_labels, load
from moderation.rescan import Engine
from moderation.wire import Chunk, Row, chunks, error_row, parse_row, result_row
from moderation.wire.batches import Numbered

Result = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanOptions:
    """What a scan is asked for: the regional profile, weaker findings too, causes for unrated too.

    `recognizers` is a file of further recognizers of personal data (`detect.pii.configured`).
    """

    profile: str = "us"
    show_all: bool = False
    causes_for_unrated: bool = False
    recognizers: Path | None = None


@dataclass(frozen=True, slots=True)
class ScanChunk:
    """Judges one chunk of raw rows; picklable, so that any engine can carry it to its workers."""

    options: ScanOptions

    def __call__(self, chunk: Chunk) -> list[Result]:
        """Return one result row a raw row, in order."""
        return judge_rows(chunk, judge_for(self.options), self.options)


def scan(rows: Iterable[Numbered], options: ScanOptions, engine: Engine) -> Iterator[Result]:
    """Yield one result row for each input row, in input order, in bounded memory."""
    for results in engine(chunks(rows), ScanChunk(options)):
        yield from results


def scan_rows(chunk: Chunk, options: ScanOptions) -> list[Result]:
    """Return one result row a raw row at once; for callers that hold all rows in memory."""
    return [row for part in chunks(chunk) for row in ScanChunk(options)(part)]


def judge_rows(chunk: Chunk, judge: Judge, options: ScanOptions) -> list[Result]:
    """Return result rows and error rows for one chunk."""
    parsed = [_parsed(row) for row in chunk]
    good = [row for row in parsed if isinstance(row, Row)]
    judged = iter(judge([row.item for row in good]))
    results = []
    for numbered, row in zip(chunk, parsed, strict=True):
        if isinstance(row, BadRow):
            results.append(error_row(row, numbered.line))
            continue
        assessment, decision = next(judged)
        results.append(
            result_row(
                row.item,
                assessment,
                decision,
                catalogue=judge.catalogue,
                profile=judge.profile,
                extra=row.extra,
                show_all=options.show_all,
            )
        )
    return results


def _parsed(row: Numbered) -> Row | BadRow:
    if isinstance(row.raw, BadRow):
        return row.raw
    try:
        return parse_row(row.raw)
    except BadRow as bad:
        return bad


def judge_for(options: ScanOptions) -> Judge:
    """Return the judge that a scan with these options holds, made once a process.

    Raises UnknownProfile, RecognizersInvalid, UnknownEntity, and PolicyInvalid where a recognizer's
    entity has a label that no clause has.
    """
    return _judge(options.profile, options.causes_for_unrated, options.recognizers)


@cache
def _judge(profile: str, causes_for_unrated: bool, recognizers: Path | None) -> Judge:
    catalogue = load()
    detectors = detectors_with(recognizers)
    check_labels(catalogue, frozenset().union(*(detector.labels for detector in detectors)))
    return Judge(
        catalogue=catalogue,
        profile=catalogue.profile(profile),
        scope=Scope(causes_for_unrated=causes_for_unrated, detectors=detectors),
    )
