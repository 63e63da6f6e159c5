"""Content of reviews: advertising for something else, and texts that say nothing.

An empty text is a rating, not an empty phrase. Short words, emoji and other scripts say something.
What a review says of its product is never judged here. The wording is data (`lexicon/data`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from moderation.detect.content.mash import mash
from moderation.detect.deeds import Deeds, read, sign
from moderation.detect.detector import Detector, Document
from moderation.detect.speech import own_deed, show
from moderation.features import Batch
from moderation.findings import Allegation, Finding
from moderation.lexicon import Lexicon, load_lexicon

VACUOUS: Final = "content.vacuous"
ADVERTISING: Final = "content.advertising"

_ID: Final = "content@1"
_ADVERTS: Final = (
    sign(ADVERTISING, 0.85, "advert.job", unless=("advert.own_job",), reach=20),
    sign(ADVERTISING, 0.88, "advert.money"),
    sign(ADVERTISING, 0.82, "advert.referral"),
    sign(ADVERTISING, 0.86, "advert.mystic"),
)
_DEEDS: Final = Deeds(detector=_ID, trader=_ADVERTS, buyer=_ADVERTS)
_FILLER: Final = "filler.said|unrelated.said"
_SHORT: Final = 160
"""A long review that mentions its word count or politics still says something of the product."""


def _screen(docs: Sequence[Document], batch: Batch) -> Iterator[int]:
    worth = set(_DEEDS.screen(docs, batch))
    for index, doc in enumerate(docs):
        if own_deed(VACUOUS, doc) and (index in worth or _worth(doc)):
            yield index


def _worth(doc: Document) -> bool:
    string = doc.text.folded.string
    if mash(string) is not None:
        return True
    return len(string) <= _SHORT and bool(_fillers().screen(doc.text))


@cache
def _fillers() -> Lexicon:
    return load_lexicon().only(_FILLER)


def _look(doc: Document, batch: Batch, index: int) -> Iterator[Finding | Allegation]:
    if not own_deed(VACUOUS, doc):
        return
    found = tuple(_DEEDS.look(doc, batch, index))
    yield from found
    if not found:
        yield from _vacuous(doc)


def _vacuous(doc: Document) -> Iterator[Finding | Allegation]:
    string = doc.text.folded.string
    sort = mash(string)
    if sort is not None:
        yield _empty(doc, (0, len(string)), f"mash.{sort[0]}", sort[1])
        return
    if len(string) > _SHORT:
        return
    said = read(doc).named(_FILLER)
    if said:
        start, end = said[0].start, max(m.end for m in said)
        yield _empty(doc, (start, end), said[0].concept, 0.8)


def _empty(doc: Document, place: tuple[int, int], because: str, confidence: float) -> Finding | Allegation:
    span = doc.text.folded.span(*place)
    return show(VACUOUS, span, confidence=confidence, because=because, detector=_ID)


DETECTOR: Final = Detector(
    name="content", version=1, labels=_DEEDS.labels | {VACUOUS}, screen=_screen, look=_look
)
