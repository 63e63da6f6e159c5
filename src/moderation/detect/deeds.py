"""Tables of signs read against one document: what a speaker does, and what a buyer tells of others.

Shared by the detectors of conduct that are plain tables (`redirect`, `abuse`, `listing`,
`content`). It knows no wording and no clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from moderation.content import Author, Surface
from moderation.detect.detector import Document
from moderation.detect.speech import own_deed, show
from moderation.features import Batch
from moderation.findings import Allegation, Finding
from moderation.lexicon import Lexicon, load_lexicon
from moderation.lexicon.compose import Frame, Match, named, occurs, outside
from moderation.lexicon.entries import ANY
from moderation.lexicon.reading import Reading, Sign, spoken

_LINGUA_FRANCA: Final = "en"
_MISTAKEN_FOR: Final[Mapping[str, str]] = {"es": "pt", "pt": "es"}
"""Languages that a short text is easily mistaken between."""

_EVERYDAY: Final = re.compile(r"review\.|opinion|person\.|or_else")
"""Parts that nearly every review names."""

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
    """The rarest part of each sign of a buyer's: his text must name one to be worth a look."""
    quoted: tuple[str, ...] = field(init=False, repr=False)
    """The same of the signs that a buyer may quote."""

    def __post_init__(self) -> None:
        """Gather the cues once: screens ask for them with every text."""
        cues = {_rarest(sign) for sign in (*self.buyer, *self.reported)}
        object.__setattr__(self, "cues", tuple(sorted(cues)))
        object.__setattr__(self, "quoted", tuple(sorted({_rarest(sign) for sign in self._quotable()})))

    @property
    def labels(self) -> frozenset[str]:
        """Every label that a sign shows."""
        return frozenset(sign.label for sign in (*self.trader, *self.buyer, *self.message, *self.reported))

    def screen(self, docs: Sequence[Document], _batch: Batch) -> Iterator[int]:
        """Yield the documents in which all parts of some sign occur; of a buyer, its rarest part."""
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
                    found.append(self._shown(doc, label, match, confidence))
            found.extend(self._shown(doc, label, *shown, alleged=True) for label, shown in alleged.items())
        else:
            own = reading.strongest(sign for sign in self.trader if own_deed(sign.label, doc))
            found.extend(self._shown(doc, label, *shown) for label, shown in own.items())
        yield from sorted(found, key=lambda one: (one.span.start if one.span else 0, one.label))

    def _worth(self, doc: Document) -> bool:
        if doc.speaker is not Author.BUYER:
            return _occur(self.trader, load_lexicon().screen(doc.text))
        seek = (*self.cues, _TELLING) if self.quotable else self.cues
        if doc.surface is Surface.BUYER_MESSAGE:
            seek = (*seek, *map(_rarest, self.message))
        cues = _only(seek).screen(doc.text)
        if any(occurs(cues, cue) for cue in seek if cue != _TELLING):
            return True
        return occurs(cues, _TELLING) and bool(_only(self.quoted).screen(doc.text))

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

    def _shown(
        self, doc: Document, label: str, match: Match, confidence: float, *, alleged: bool = False
    ) -> Finding | Allegation:
        span = doc.text.folded.span(match.start, match.end)
        because, detector = match.because, self.detector
        return show(label, span, confidence=confidence, because=because, detector=detector, alleged=alleged)


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


def read(doc: Document, *, mute: str = "") -> Reading:
    """Read a document in its own language, with English beside it; else in what it seems to speak.

    Mentions that lie inside a mention of `mute` ("thanks for your review") are left out.
    """
    mentions = load_lexicon().find(doc.text)
    own = doc.lang.split("-", 1)[0].lower()
    if own in _spoken_by_lexicon():
        known = {own, ANY, _LINGUA_FRANCA, _MISTAKEN_FOR.get(own, own)}
        mentions = tuple(m for m in mentions if m.lang in known)
    else:
        mentions = spoken(mentions)
    covers = named(mentions, mute) if mute else ()
    kept = tuple(sorted({*outside(mentions, covers), *covers})) if covers else mentions
    return Reading(doc.text.folded.string, kept)


def _rarest(sign: Sign) -> str:
    """The part of a sign that ordinary reviews name least."""
    return next((part for part in sign.frame.parts if not _EVERYDAY.search(part)), sign.frame.parts[0])


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
