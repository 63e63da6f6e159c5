"""The trade in reviews: offering them, seeking them, and making bad ones vanish for pay.

Wording is data (`lexicon/data/market.yaml`). A seller's own bribe belongs to `incentive`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final

from moderation.content import Author
from moderation.detect.deeds import read
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
        label=USE,
        frame=Frame(
            parts=("market.people", "review.*", "market.seek_terms|benefit.*"), within=240, unless=_CLEAN
        ),
        confidence=0.85,
    ),
    Sign(
        label=OFFER,
        frame=Frame(parts=("market.goods", "market.deal"), within=130, unless=_CLEAN),
        confidence=0.88,
    ),
)

_PRICE: Final = "market.deal|benefit.amount|market.voice|market.ask_price"
_OF_BROKERS: Final = (
    Sign(
        label=TAKEDOWN,
        frame=Frame(
            parts=("review.negative|review.remove|review.remove_bare", _PRICE), within=150, unless=_CLEAN
        ),
        confidence=0.7,
    ),
    Sign(
        label=OFFER,
        frame=Frame(
            parts=("review.positive|review.act|market.people|market.goods", _PRICE), within=170, unless=_CLEAN
        ),
        confidence=0.65,
    ),
)
"""A third party who talks of reviews and a price to a seller is in the trade."""

_OF_SELLERS: Final = (
    Sign(
        label=TAKEDOWN,
        frame=Frame(
            parts=("review.negative|review.remove|market.takedown", "market.ask_price"),
            within=150,
            unless=_CLEAN,
        ),
        confidence=0.7,
    ),
    Sign(
        label=USE,
        frame=Frame(
            parts=("review.noun|review.positive|market.goods", "market.ask_price"), within=130, unless=_CLEAN
        ),
        confidence=0.7,
    ),
)
"""A seller who asks what reviews cost is buying."""


def _signs(speaker: Author) -> tuple[Sign, ...]:
    return (*_SIGNS, *(_OF_BROKERS if speaker is Author.THIRD_PARTY else _OF_SELLERS))


@cache
def _lexicon() -> Lexicon:
    return load_lexicon()


def _screen(docs: Sequence[Document], _batch: Batch) -> Iterable[int]:
    for index, doc in enumerate(docs):
        if doc.speaker is Author.BUYER:
            continue
        concepts = _lexicon().screen(doc.text)
        if any(all(occurs(concepts, part) for part in sign.frame.parts) for sign in _signs(doc.speaker)):
            yield index


def _look(doc: Document, _batch: Batch, _index: int) -> Iterator[Finding | Allegation]:
    if doc.speaker is Author.BUYER:
        return
    reading = read(doc, mute="review.thanked")
    shown = dict(reading.strongest(_signs(doc.speaker)))
    for label, (match, confidence) in sorted(_settled(reading, shown, doc).items()):
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
