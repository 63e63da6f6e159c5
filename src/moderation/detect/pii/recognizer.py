"""What a recognizer of this room is: a Presidio recognizer that also reads our views of a text.

`seek(text)` is the way in for `look`: it reads the folded and digits views and answers with places
in the original. `analyze(text)` is Presidio's way in, over the same code, so that our recognizers
also work inside a stock `AnalyzerEngine`. Which texts are worth a look is said by `screen`.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, ClassVar, Final, TypeAlias

from presidio_analyzer import LocalRecognizer, RecognizerResult

from moderation.findings import Span
from moderation.text import Text

if TYPE_CHECKING:
    from presidio_analyzer.nlp_engine import NlpArtifacts

BEFORE: Final = 48
AFTER: Final = 28
"""How far context words reach, in characters of the view, before and after a value."""

BECAUSE: Final = "because"
"""The key of a result's `recognition_metadata` that holds the evidence."""

logging.getLogger("presidio-analyzer").addFilter(lambda _record: False)
logging.getLogger("decision_process").addFilter(lambda _record: False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One value: its entity, place in the original, confidence in 0..1 and evidence key.

    `from_seller` is the confidence where the seller's side speaks, who knows the buyer (0: the same).
    `hidden` says that it is written so that machines should not read it.
    """

    entity: str
    span: Span
    confidence: float
    because: str
    from_seller: float = 0.0
    hidden: bool = False


Screen: TypeAlias = tuple[str | tuple[str, ...], ...]


def folded(pattern: str) -> str:
    """Fold the non-ASCII letters of a pattern as texts are folded, so that both meet."""
    return re.sub(r"[^\x00-\x7f]+", lambda m: Text.of(m[0]).folded.string, pattern)


def words(*alternatives: str) -> str:
    """Return an alternation of words that may not start or end inside another word.

    Spaces match any white space. Scripts that are written without spaces need no word ends.
    """
    spaced: list[str] = []
    unspaced: list[str] = []
    for listed in " | ".join(alternatives).split("|"):
        word = listed.strip().replace(" ", r"\s+")
        (unspaced if re.search("[\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff]", word) else spaced).append(word)
    parts = [rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w)"] if spaced else []
    return folded("(?:" + "|".join([*parts, *unspaced]) + ")")


class Seeker(LocalRecognizer):
    """A recognizer that reads a `Text`. Subclasses give `screen`, `entities` and `seek`.

    `screen` holds RE2 patterns over the folded view (and the digits view where `numeric` is true);
    a text in which no entry is found has nothing for `seek`. An entry that is a tuple is found where
    all its patterns are. Keep them free of long bounded gaps, which make automata large.
    """

    screen: ClassVar[Screen]
    entities: ClassVar[tuple[str, ...]]
    numeric: ClassVar[bool] = False

    def __init__(
        self,
        supported_entities: list[str] | None = None,
        *,
        name: str | None = None,
        supported_language: str = "en",
        context: list[str] | None = None,
        version: str = "1",
    ) -> None:
        """Take what Presidio's configuration passes; the language is a label, every language is read."""
        super().__init__(
            supported_entities=supported_entities or list(self.entities),
            name=name or type(self).__name__,
            supported_language=supported_language,
            context=context,
            version=version,
        )

    def load(self) -> None:
        """Load nothing: patterns are compiled with the module."""

    def glance(self, text: Text) -> bool:
        """Whether a text is worth a look for what no pattern over the folded view can say (capitals)."""
        del text
        return False

    def seek(self, text: Text) -> Iterator[Hit]:
        """Yield every value in the text; overlaps are settled later."""
        raise AssertionError(f"{type(self).__name__} seeks nothing in {len(text.original)} characters")

    def follow(self, text: Text, earlier: Sequence[str]) -> Iterator[Hit]:
        """Yield what a text gives away only together with the texts of its thread before it."""
        del text, earlier
        yield from ()

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
    ) -> list[RecognizerResult]:
        """Answer as Presidio asks: results with places in `text`, evidence in the metadata."""
        del nlp_artifacts
        return [
            RecognizerResult(
                entity_type=hit.entity,
                start=hit.span.start,
                end=hit.span.end,
                score=hit.confidence,
                recognition_metadata={
                    RecognizerResult.RECOGNIZER_NAME_KEY: type(self).__name__,
                    RecognizerResult.RECOGNIZER_IDENTIFIER_KEY: self.id,
                    BECAUSE: hit.because,
                },
            )
            for hit in self.seek(Text.of(text))
            if not entities or hit.entity in entities
        ]


def stretches(where: re.Pattern[str], string: str, before: int, after: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a string around what a pattern finds in it, merged where they meet."""
    start = end = -1
    for found in where.finditer(string):
        first, last = max(0, found.start() - before), found.end() + after
        if first <= end:
            end = last
            continue
        if end >= 0:
            yield start, end
        start, end = first, last
    if end >= 0:
        yield start, end


Check = Callable[[str], bool]


@dataclass(frozen=True, kw_only=True)
class Shape:
    """One way in which a value is written, with its ladder of confidence; compiled when first tried.

    `regex` matches in the folded view (and the digits view of numeric recognizers); its group
    `value`, or else the whole match, is the value. `alone` is the confidence without context
    (0 = needs context), `cued` the one with a context word near. `check` must accept the value.
    `before` replaces the recognizer's context by one of its own. `doubted` is the confidence without
    context where the recognizer's `doubts` are near (a number of goods); None: the same.
    """

    name: str
    written: str
    alone: float
    cued: float
    check: Check | None = None
    written_before: str | None = None
    entity: str | None = None
    doubted: float | None = None

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The compiled shape; non-ASCII letters of its pattern are folded."""
        return re.compile(folded(self.written))

    @cached_property
    def before(self) -> re.Pattern[str] | None:
        """The compiled context of its own, if it has one."""
        return None if self.written_before is None else re.compile(folded(self.written_before))


def shape(
    name: str,
    regex: str,
    *,
    alone: float = 0.0,
    cued: float,
    check: Check | None = None,
    before: str | None = None,
    entity: str | None = None,
    doubted: float | None = None,
) -> Shape:
    """Return a shape; its patterns are compiled when it is first tried."""
    return Shape(
        name=name,
        written=regex,
        alone=alone,
        cued=cued,
        check=check,
        written_before=before,
        entity=entity,
        doubted=doubted,
    )


class ShapeSeeker(Seeker):
    """A recognizer made of shapes, context words, words that rule a value out, and words of doubt.

    Shapes are tried only around what `anchor` finds, where there is one.
    """

    shapes: ClassVar[Sequence[Shape]]
    cues: ClassVar[re.Pattern[str]]
    against: ClassVar[re.Pattern[str] | None] = None
    against_reach: ClassVar[int] = 24
    doubts: ClassVar[re.Pattern[str] | None] = None
    anchor: ClassVar[re.Pattern[str] | None] = None

    def seek(self, text: Text) -> Iterator[Hit]:
        """Yield the values of every shape, in the digits view too where `numeric`."""
        views = [text.folded]
        if self.numeric and text.digits.string != text.folded.string:
            views.append(text.digits)
        for view in views:
            string = view.string
            windows = [(0, len(string))]
            if self.anchor is not None:
                windows = list(stretches(self.anchor, string, BEFORE, BEFORE))
            for found in self.shapes:
                for match in chain.from_iterable(found.regex.finditer(string, *window) for window in windows):
                    group = "value" if "value" in found.regex.groupindex else 0
                    start, end = match.span(group)
                    verdict = self.weigh(found, string, start, end)
                    if verdict is not None and end > start:
                        confidence, because = verdict
                        yield Hit(
                            entity=found.entity or self.entities[0],
                            span=view.span(start, end),
                            confidence=confidence,
                            because=because,
                        )

    def weigh(self, found: Shape, string: str, start: int, end: int) -> tuple[float, str] | None:
        """Return confidence and evidence for one match, or None where it is a look-alike."""
        if found.check is not None and not found.check(string[start:end]):
            return None
        if self.against is not None and self.against.search(
            string, max(0, start - self.against_reach), start
        ):
            return None
        reach = max(0, start - BEFORE)
        if found.before is not None:
            cued = found.before.search(string, reach, start)
        else:
            cued = self.cues.search(string, reach, start) or self.cues.search(string, end, end + AFTER)
        if cued:
            return found.cued, f"{found.name}+context"
        alone = found.alone
        if (
            found.doubted is not None
            and self.doubts is not None
            and self.doubts.search(string, reach, end + AFTER)
        ):
            alone = found.doubted
        return (alone, found.name) if alone else None
