"""What we wrote: corpora of causes and of conduct, and the policy's own examples for testing.

One JSON object a line under `training/corpora/<task>/<writer>.jsonl`. Nothing public is read here.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from moderation import policy
from training.folders import CORPORA

CATALOGUE: Final = "catalogue"
"""The source name of the policy's own examples; they test, and never train."""


class CorpusInvalid(Exception):
    """A line of a corpus breaks its format; names the file and line, never the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One labelled text. `spans` holds (label, quotation) pairs; `primary` is set for causes only."""

    id: str
    text: str = field(repr=False)
    lang: str
    surface: str
    author: str
    labels: frozenset[str]
    allegations: frozenset[str] = frozenset()
    primary: str | None = None
    spans: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    writer: str
    source: str = "written"
    weight: float = 1.0


def read_causes() -> tuple[Sample, ...]:
    """Return every review of the causes corpus, in the order of files and lines."""
    return tuple(_cause(record, place) for place, record in _records("causes"))


def read_conduct() -> tuple[Sample, ...]:
    """Return every text of the conduct corpus, in the order of files and lines."""
    return tuple(_conduct(record, place) for place, record in _records("conduct"))


def catalogue_causes() -> tuple[Sample, ...]:
    """Return the taxonomy's examples and edge cases. The primary is known where there is one label."""
    taxonomy = policy.load().taxonomy
    examples = [
        _low_star(
            f"{subtype.id}-{number}", example.text, example.lang, frozenset({subtype.id, *example.also})
        )
        for subtype in taxonomy.subtypes.values()
        for number, example in enumerate(subtype.examples)
    ]
    edges = [
        _low_star(f"edge-{number}", edge.text, "en", frozenset(edge.labels))
        for number, edge in enumerate(taxonomy.edge_cases)
    ]
    return tuple(examples + edges)


def catalogue_conduct() -> tuple[Sample, ...]:
    """Return the clauses' violating and allowed examples; an allowed one has no label."""
    return tuple(
        Sample(
            id=f"{CATALOGUE}-{clause.id}-{kind}-{number}",
            text=example.text,
            lang=example.lang,
            surface=str(example.surface),
            author=str(example.author),
            labels=frozenset({clause.id, *example.also}) if kind == "violating" else frozenset(),
            writer=CATALOGUE,
            source=CATALOGUE,
        )
        for clause in policy.load().clauses.values()
        for kind, examples in (("violating", clause.violating), ("allowed", clause.allowed))
        for number, example in enumerate(examples)
    )


def corpus_digests(task: str) -> dict[str, str]:
    """Return the sha256 of every file of a corpus by its name."""
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in _files(task)}


def _files(task: str) -> list[Path]:
    return sorted((CORPORA / task).glob("*.jsonl"))


def _records(task: str) -> Iterator[tuple[str, dict[str, object]]]:
    seen: set[str] = set()
    for path in _files(task):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            place = f"{path.name}:{number}"
            try:
                record = json.loads(line)
            except ValueError:
                raise CorpusInvalid(f"{place}: not JSON") from None
            if not isinstance(record, dict) or not isinstance(record.get("id"), str):
                raise CorpusInvalid(f"{place}: no object with an id")
            if record["id"] in seen:
                raise CorpusInvalid(f"{place}: id {record['id']} is there twice")
            seen.add(record["id"])
            yield place, record


def _cause(record: dict[str, object], place: str) -> Sample:
    sample = _sample(record, place, surface="review", author="buyer")
    known = policy.load().taxonomy.subtypes
    _require(sample.labels, set(known), place)
    if not sample.labels or record.get("primary") not in sample.labels:
        raise CorpusInvalid(f"{place}: its primary is none of its labels")
    return sample


def _conduct(record: dict[str, object], place: str) -> Sample:
    sample = _sample(record, place, surface=str(record.get("surface")), author=str(record.get("author")))
    _require(sample.labels | sample.allegations, set(policy.load().clauses), place)
    return sample


def _sample(record: dict[str, object], place: str, *, surface: str, author: str) -> Sample:
    text, spans, primary = record.get("text"), record.get("spans") or {}, record.get("primary")
    if not isinstance(text, str) or not isinstance(spans, dict):
        raise CorpusInvalid(f"{place}: text or spans have the wrong type")
    return Sample(
        id=str(record["id"]),
        text=text,
        lang=str(record.get("lang", "und")),
        surface=surface,
        author=author,
        labels=_names(record.get("labels"), place),
        allegations=_names(record.get("allegations", []), place),
        primary=None if primary is None else str(primary),
        spans=tuple((str(label), str(quote)) for label, quote in spans.items()),
        writer=str(record.get("writer", "")),
    )


def _names(value: object, place: str) -> frozenset[str]:
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise CorpusInvalid(f"{place}: labels are no list of names")
    return frozenset(value)


def _require(labels: frozenset[str], known: set[str], place: str) -> None:
    unknown = sorted(labels - known)
    if unknown:
        raise CorpusInvalid(f"{place}: unknown label {unknown[0]}")


def _low_star(sample_id: str, text: str, lang: str, labels: frozenset[str]) -> Sample:
    return Sample(
        id=f"{CATALOGUE}-{sample_id}",
        text=text,
        lang=lang,
        surface="review",
        author="buyer",
        labels=labels,
        primary=next(iter(labels)) if len(labels) == 1 else None,
        writer=CATALOGUE,
        source=CATALOGUE,
    )
