"""Tables of signs read against one document: what a speaker does, and what a buyer tells of others.

Shared by the detectors of conduct that are plain tables (`redirect`, `abuse`, `listing`,
`content`). It knows no wording and no clause.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from moderation.content import Author, Surface
from moderation.detect.detector import Document
from moderation.detect.speech import own_deed
from moderation.features import Batch
from moderation.findings import Allegation, Finding
from moderation.lexicon import Lexicon, load_lexicon
from moderation.lexicon.compose import Frame, Match, occurs
from moderation.lexicon.entries import ANY
from moderation.lexicon.reading import Reading, Sign, spoken

_LINGUA_FRANCA: Final = "en"
_MISTAKEN_FOR: Final[Mapping[str, str]] = {"es": "pt", "pt": "es"}
"""Languages that a short text is easily mistaken between."""

_TELLING: Final = "report.offer|reported.*"
_TELLING_BEFORE: Final = 60
_TELLING_AFTER: Final = 10
_QUOTED_AT_MOST: Final = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Deeds:
    """Signs by mouth: a trader's own deeds, a buyer's own deeds, and deeds that a buyer reports.

    `quotable` names the labels whose trader's signs are believed in a buyer's mouth where words of
    telling ("they wrote …") stand with them. `message` holds signs that are believed of a buyer only
    in a message to a seller. A trader is a seller, a creator or a third party.
    """

    detector: str
    trader: tuple[Sign, ...] = ()
    buyer: tuple[Sign, ...] = ()
    message: tuple[Sign, ...] = ()
    reported: tuple[Sign, ...] = ()
    quotable: frozenset[str] = frozenset()
    cues: tuple[str, ...] = field(init=False, repr=False)
    """Concepts of which a buyer's text must name some to be worth a look."""

    def __post_init__(self) -> None:
        """Gather the cues once: screens ask for them with every text."""
        parts = {part for sign in (*self.buyer, *self.message, *self.reported) for part in sign.frame.parts}
        object.__setattr__(self, "cues", tuple(sorted(parts | {_TELLING} if self.quotable else parts)))

    @property
    def labels(self) -> frozenset[str]:
        """Every label that a sign shows."""
        return frozenset(sign.label for sign in (*self.trader, *self.buyer, *self.message, *self.reported))

    def screen(self, docs: Sequence[Document], _batch: Batch) -> Iterator[int]:
        """Yield the documents in which the parts of some sign all occur."""
        return (index for index, doc in enumerate(docs) if self._worth(doc))

    def look(self, doc: Document, _batch: Batch, _index: int) -> Iterator[Finding | Allegation]:
        """Yield what the signs show in this speaker's mouth, one place a label, in text order."""
        reading = read(doc)
        found: list[Finding | Allegation] = []
        if doc.speaker is Author.BUYER:
            alleged = self._alleged(reading)
            own = reading.strongest(sign for sign in self._buyers(doc) if own_deed(sign.label, doc))
            for label, (match, confidence) in own.items():
                if label not in alleged and not _told_of(reading, match):
                    found.append(self._finding(doc, label, match, confidence))
            found.extend(self._allegation(doc, label, *shown) for label, shown in alleged.items())
        else:
            own = reading.strongest(sign for sign in self.trader if own_deed(sign.label, doc))
            found.extend(self._finding(doc, label, *shown) for label, shown in own.items())
        yield from sorted(found, key=lambda one: (one.span.start if one.span else 0, one.label))

    def _worth(self, doc: Document) -> bool:
        if doc.speaker is not Author.BUYER:
            return _occur(self.trader, load_lexicon().screen(doc.text))
        cues = _only(self.cues).screen(doc.text)
        if not cues:
            return False
        if _occur((*self._buyers(doc), *self.reported), cues):
            return True
        return occurs(cues, _TELLING) and _occur(self._quotable(), load_lexicon().screen(doc.text))

    def _buyers(self, doc: Document) -> tuple[Sign, ...]:
        return (*self.buyer, *self.message) if doc.surface is Surface.BUYER_MESSAGE else self.buyer

    def _quotable(self) -> Iterator[Sign]:
        return (sign for sign in self.trader if sign.label in self.quotable)

    def _alleged(self, reading: Reading) -> Mapping[str, tuple[Match, float]]:
        alleged = dict(reading.strongest(self.reported))
        for sign in self._quotable():
            if sign.label not in alleged:
                match = next((m for m in reading.matches(sign.frame) if _told_of(reading, m)), None)
                if match is not None:
                    alleged[sign.label] = (match, min(sign.confidence, _QUOTED_AT_MOST))
        return alleged

    def _finding(self, doc: Document, label: str, match: Match, confidence: float) -> Finding:
        return Finding(
            label=label,
            span=doc.text.folded.span(match.start, match.end),
            confidence=confidence,
            because=match.because,
            detector=self.detector,
        )

    def _allegation(self, doc: Document, label: str, match: Match, confidence: float) -> Allegation:
        return Allegation(
            label=label,
            span=doc.text.folded.span(match.start, match.end),
            confidence=confidence,
            because=match.because,
            detector=self.detector,
        )


def sign(
    label: str,
    confidence: float,
    *parts: str,
    within: int = 90,
    one_sentence: bool = False,
    ordered: bool = False,
    unless: tuple[str, ...] = (),
    reach: int = 30,
) -> Sign:
    """Make one row of a table: parts (concepts) within so many characters show a label."""
    frame = Frame(
        parts=parts, within=within, one_sentence=one_sentence, ordered=ordered, unless=unless, reach=reach
    )
    return Sign(label=label, frame=frame, confidence=confidence)


def read(doc: Document) -> Reading:
    """Read a document in its own language, with English beside it; else in what it seems to speak."""
    mentions = load_lexicon().find(doc.text)
    own = doc.lang.split("-", 1)[0].lower()
    if own not in _spoken_by_lexicon():
        return Reading(doc.text.folded.string, spoken(mentions))
    known = {own, ANY, _LINGUA_FRANCA, _MISTAKEN_FOR.get(own, own)}
    return Reading(doc.text.folded.string, tuple(m for m in mentions if m.lang in known))


@cache
def _spoken_by_lexicon() -> frozenset[str]:
    return frozenset(entry.lang for entry in load_lexicon().entries) - {ANY}


@cache
def _only(parts: tuple[str, ...]) -> Lexicon:
    return load_lexicon().only(*parts)


def _occur(signs: Iterable[Sign], concepts: frozenset[str]) -> bool:
    return bool(concepts) and any(all(occurs(concepts, part) for part in s.frame.parts) for s in signs)


def _told_of(reading: Reading, match: Match) -> bool:
    """Whether words of telling stand shortly before a place, or round it."""
    return any(
        match.start - _TELLING_BEFORE < telling.end and telling.start < match.start + _TELLING_AFTER
        for telling in reading.named(_TELLING)
    )
