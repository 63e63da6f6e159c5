"""The trade in reviews: offering them, seeking them, and making bad ones vanish for pay.

Wording is data (`lexicon/data/market.yaml`). A seller's own bribe belongs to `incentive`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final

from moderation.content import Author
from moderation.detect.detector import Detector, Document
from moderation.detect.speech import told
from moderation.features import Batch
from moderation.findings import Allegation, Finding
from moderation.lexicon import Lexicon, load_lexicon
from moderation.lexicon.compose import Frame, Match, occurs
from moderation.lexicon.reading import Reading, Sign

_ID: Final = "review_service@1"

OFFER: Final = "review_service.offer"
USE: Final = "review_service.use"
TAKEDOWN: Final = "review_service.takedown"

_CLEAN: Final = ("market.clean",)

_SIGNS: Final = (
    Sign(
        label=TAKEDOWN,
        frame=Frame(parts=("market.takedown", "market.deal"), within=120, unless=_CLEAN),
        confidence=0.92,
    ),
    Sign(
        label=USE,
        frame=Frame(parts=("market.seek", "market.seek_terms"), within=170, unless=_CLEAN),
        confidence=0.9,
    ),
    Sign(
        label=OFFER,
        frame=Frame(parts=("market.goods", "market.deal"), within=130, unless=_CLEAN),
        confidence=0.88,
    ),
)


@cache
def _lexicon() -> Lexicon:
    return load_lexicon()


def _screen(docs: Sequence[Document], _batch: Batch) -> Iterable[int]:
    for index, doc in enumerate(docs):
        if doc.speaker is Author.BUYER:
            continue
        concepts = _lexicon().screen(doc.text)
        if any(all(occurs(concepts, part) for part in sign.frame.parts) for sign in _SIGNS):
            yield index


def _look(doc: Document, _batch: Batch, _index: int) -> Iterator[Finding | Allegation]:
    if doc.speaker is Author.BUYER:
        return
    reading = Reading.of(doc.text, _lexicon(), mute="review.thanked")
    for label, (match, confidence) in sorted(_settled(reading, dict(reading.strongest(_SIGNS)), doc).items()):
        yield from told(
            label, doc, (match.start, match.end), confidence=confidence, because=match.because, detector=_ID
        )


def _settled(
    reading: Reading, shown: dict[str, tuple[Match, float]], doc: Document
) -> dict[str, tuple[Match, float]]:
    """One deal is one clause: vanishing reviews, else recruiting (by role), else an offer."""
    if TAKEDOWN in shown:
        return {TAKEDOWN: shown[TAKEDOWN]}
    if USE in shown:
        offered = doc.speaker is Author.THIRD_PARTY or reading.has("market.voice")
        label = OFFER if offered else USE
        return {label: shown[USE]}
    return shown


DETECTOR: Final = Detector(
    name="review_service",
    version=1,
    labels=frozenset({OFFER, USE, TAKEDOWN}),
    screen=_screen,
    look=_look,
)
