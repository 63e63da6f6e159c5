"""Manipulation: reviews asked for selectively, dictated, changed, suppressed or swarmed.

Signs are combinations of concepts (`lexicon/data`). Offers of a benefit belong to `incentive`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from moderation.content import Author
from moderation.detect.detector import Detector, Document
from moderation.detect.speech import told
from moderation.features import Batch
from moderation.findings import Allegation, Finding
from moderation.lexicon import Lexicon, load_lexicon
from moderation.lexicon.compose import Frame, Match, occurs, same_sentence
from moderation.lexicon.reading import Reading, Sign

_ID: Final = "manipulation@1"
_MUTE: Final = "review.thanked|exempt.idiom"
_BENEFIT: Final = "benefit.money|benefit.amount|benefit.gift_card|benefit.discount|benefit.free_product|benefit.refund|benefit.warranty|benefit.contest"
_ACT: Final = "review.act|review.posted"

REQUEST_CHANGE: Final = "manipulation.request_change"
REQUEST_REMOVAL: Final = "manipulation.request_removal"
DISCOURAGE: Final = "manipulation.discourage_negative"
SELECTIVE: Final = "manipulation.selective_solicitation"
POSITIVE_ONLY: Final = "manipulation.positive_only_request"
SCRIPTED: Final = "manipulation.scripted_content"
INSIDER: Final = "manipulation.insider_request"
CONDITIONAL: Final = "manipulation.conditional_service"
BRIGADING: Final = "manipulation.brigading"


def _sign(label: str, confidence: float, *parts: str, within: int = 140, **more: object) -> Sign:
    return Sign(label=label, confidence=confidence, frame=Frame(parts=parts, within=within, **more))  # type: ignore[arg-type]


_SIGNS: Final = (
    _sign(
        REQUEST_CHANGE,
        0.94,
        "review.change",
        "directive",
        within=90,
        unless=("exempt.editing_help",),
        reach=60,
    ),
    _sign(REQUEST_CHANGE, 0.78, "review.change", unless=("exempt.editing_help",), reach=60),
    _sign(
        REQUEST_REMOVAL,
        0.94,
        "review.remove",
        "directive",
        within=90,
        unless=("exempt.editing_help", "exempt.own_report", "market.voice"),
        reach=60,
    ),
    _sign(
        REQUEST_REMOVAL,
        0.75,
        "review.remove",
        unless=("exempt.editing_help", "exempt.own_report", "market.voice"),
        reach=60,
    ),
    _sign(DISCOURAGE, 0.92, "discourage.direct"),
    _sign(DISCOURAGE, 0.8, "discourage.guilt"),
    _sign(
        SELECTIVE, 0.94, "satisfaction.happy", "review.act|review.noun", "satisfaction.unhappy", within=200
    ),
    _sign(SELECTIVE, 0.75, "satisfaction.happy", "review.act", within=80, one_sentence=True),
    _sign(POSITIVE_ONLY, 0.88, "ask.positive"),
    _sign(SCRIPTED, 0.9, "script.strong"),
    _sign(INSIDER, 0.92, "insider.person", "insider.errand", _ACT, within=170),
    _sign(
        CONDITIONAL,
        0.88,
        "service.owed",
        "service.only",
        "review.act|review.positive|review.negative|review.posted|review.noun",
        within=120,
        one_sentence=True,
    ),
    _sign(CONDITIONAL, 0.95, "service.refusal"),
    _sign(BRIGADING, 0.9, "brigade.call", "brigade.crowd", within=110),
    _sign(BRIGADING, 0.8, "brigade.swarm"),
)
"""Surest first for each label."""

_REPORTED: Final = "report.asked"
_REPORT_REACH: Final = 70


@cache
def _lexicon() -> Lexicon:
    return load_lexicon()


@cache
def _buyers_cues() -> Lexicon:
    return load_lexicon().only("report.offer", "brigade.call", "brigade.swarm")


def _screen(docs: Sequence[Document], _batch: Batch) -> Iterable[int]:
    for index, doc in enumerate(docs):
        if doc.speaker is Author.BUYER and not _buyers_cues().screen(doc.text):
            continue
        concepts = _lexicon().screen(doc.text)
        if any(all(occurs(concepts, part) for part in sign.frame.parts) for sign in _SIGNS):
            yield index


def _look(doc: Document, _batch: Batch, _index: int) -> Iterator[Finding | Allegation]:
    reading = Reading.of(doc.text, _lexicon(), mute=_MUTE)
    if doc.speaker is Author.BUYER:
        shown = _reported(reading)
    else:
        shown = _settled(reading, dict(reading.strongest(_SIGNS)))
    for label, (match, confidence) in sorted(shown.items()):
        yield from told(
            label, doc, (match.start, match.end), confidence=confidence, because=match.because, detector=_ID
        )


def _settled(reading: Reading, shown: dict[str, tuple[Match, float]]) -> dict[str, tuple[Match, float]]:
    """Let the clause that names a wording best have it (labelling.md, seller conduct)."""
    changed = REQUEST_CHANGE in shown or REQUEST_REMOVAL in shown
    for label, present in (
        (POSITIVE_ONLY, changed or CONDITIONAL in shown or BRIGADING in shown or DISCOURAGE in shown),
        (DISCOURAGE, CONDITIONAL in shown),
        (SELECTIVE, DISCOURAGE in shown and shown.get(SELECTIVE, (None, 0.0))[1] < 0.9),
    ):
        if present:
            shown.pop(label, None)
    for label in (POSITIVE_ONLY, SELECTIVE):
        if label in shown and _paid(reading, shown[label][0]):
            del shown[label]
    if SELECTIVE in shown and (reading.has("exempt.any_rating") or POSITIVE_ONLY in shown):
        match, confidence = shown[SELECTIVE]
        if confidence < 0.9:
            del shown[SELECTIVE]
    if POSITIVE_ONLY in shown and reading.has("exempt.any_rating"):
        del shown[POSITIVE_ONLY]
    if CONDITIONAL in shown and changed:
        del shown[CONDITIONAL]
    return shown


def _paid(reading: Reading, match: Match) -> bool:
    """Whether a benefit stands beside the request, so that it is an incentive instead."""
    return bool(reading.near(_BENEFIT, match.start, match.end, reach=60))


def _reported(reading: Reading) -> Mapping[str, tuple[Match, float]]:
    """What a buyer says was asked of them, and what they call on others to do themselves."""
    told_of: dict[str, tuple[Match, float]] = {}
    for label, (match, confidence) in reading.strongest(_SIGNS).items():
        if label == BRIGADING:
            told_of[label] = (match, confidence)
            continue
        if label in (SELECTIVE, INSIDER, SCRIPTED) and confidence < 0.85:
            continue
        near = {"start": match.start, "end": match.end}
        if reading.near("report.none", near["start"], near["end"], reach=25):
            continue
        cues = reading.near(_REPORTED, near["start"], near["end"], reach=_REPORT_REACH)
        offers = reading.near("report.offer", near["start"], near["end"], reach=_REPORT_REACH)
        if cues and offers and same_sentence(reading.string, min(cues[0].start, match.start), match.end):
            told_of[label] = (match, min(confidence, 0.8))
    return _settled(reading, told_of)


DETECTOR: Final = Detector(
    name="manipulation",
    version=1,
    labels=frozenset(sign.label for sign in _SIGNS),
    screen=_screen,
    look=_look,
)
