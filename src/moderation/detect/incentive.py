"""Incentives: a benefit, a review act, and what ties the two, in the words of who offers it.

A benefit alone or a review alone is nothing. The wording is data (`lexicon/data`); requests
without a benefit belong to `manipulation`, the trade in reviews to `review_service`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from moderation.content import Author
from moderation.detect.deeds import read, sign
from moderation.detect.detector import Detector, Document
from moderation.detect.speech import told
from moderation.features import Batch
from moderation.findings import Allegation, Finding
from moderation.lexicon import Lexicon, Mention, load_lexicon
from moderation.lexicon.compose import Frame, Match, occurs, same_sentence
from moderation.lexicon.reading import Reading
from moderation.lexicon.search import belongs

_ID: Final = "incentive@1"

FORMS: Final[Mapping[str, str]] = {
    "benefit.money": "incentive.money",
    "benefit.amount": "incentive.money",
    "benefit.gift_card": "incentive.gift_card",
    "benefit.discount": "incentive.discount",
    "benefit.free_product": "incentive.free_product",
    "benefit.vague": "incentive.free_product",
    "benefit.refund": "incentive.refund_rebate",
    "benefit.warranty": "incentive.warranty_perk",
    "benefit.contest": "incentive.contest_points",
}
"""Which clause names each form of benefit."""

_SWALLOWS: Final[Mapping[str, frozenset[str]]] = {
    "benefit.gift_card": frozenset(
        {"benefit.amount", "benefit.money", "benefit.discount", "benefit.free_product", "benefit.vague"}
    ),
    "benefit.refund": frozenset({"benefit.amount", "benefit.money", "benefit.vague", "benefit.discount"}),
    "benefit.discount": frozenset({"benefit.amount", "benefit.vague", "benefit.free_product"}),
    "benefit.warranty": frozenset({"benefit.amount", "benefit.free_product", "benefit.vague"}),
    "benefit.contest": frozenset(
        {"benefit.amount", "benefit.free_product", "benefit.vague", "benefit.gift_card", "benefit.money"}
    ),
    "benefit.free_product": frozenset({"benefit.vague", "benefit.amount"}),
    "benefit.money": frozenset({"benefit.amount", "benefit.vague"}),
}
"""A form that names the benefit takes the words beside it: "$20 gift card" is no money."""

_SWALLOW_REACH: Final = 32
_BENEFIT: Final = "benefit.*"
_SUBJECT: Final = "review.*|rival.harm|market.seek|service.until_changed"
_GIVEN: Final = f"{_BENEFIT}|service.owed"
_ACT: Final = "review.act|review.posted|ask.positive"
_TO_EXISTING: Final = "review.change|review.remove"
_STARS: Final = "review.noun|review.negative"
_LINK: Final = "link.*"
_STRONG_LINK: Final = "link.exchange|link.proof"
_EXCUSES: Final = ("exempt.no_strings", "exempt.penalty")
_MUTE: Final = "review.thanked|exempt.idiom"

_SINCERE: Final = (*_EXCUSES, "exempt.other_reason", "exempt.any_rating")
_TIES: Final = (
    sign("tie", 0.94, _ACT, _BENEFIT, _LINK, within=150, one_sentence=True, unless=_EXCUSES, reach=12),
    sign("tie", 0.9, "review.posted", _BENEFIT, within=110, one_sentence=True, unless=_EXCUSES, reach=12),
    sign("tie", 0.9, "market.seek", _BENEFIT, within=170, unless=_EXCUSES, reach=80),
    sign(
        "tie",
        0.8,
        "review.noun|review.positive",
        _BENEFIT,
        "link.exchange",
        within=90,
        one_sentence=True,
        unless=(*_EXCUSES, "exempt.other_reason"),
        reach=12,
    ),
    sign(
        "tie",
        0.86,
        _ACT,
        _BENEFIT,
        "link.proof",
        within=240,
        unless=(*_EXCUSES, "exempt.other_reason"),
        reach=12,
    ),
    sign("tie", 0.72, _ACT, "link.exchange", _BENEFIT, within=160, ordered=True, unless=_SINCERE, reach=30),
    sign("tie", 0.65, _ACT, _BENEFIT, within=110, one_sentence=True, unless=_SINCERE, reach=40),
    sign("tie", 0.6, "review.noun|review.positive", _BENEFIT, _LINK, within=130, unless=_SINCERE, reach=40),
)
"""Where a benefit hangs on a review, surest first."""

_EXISTING: Final = (
    Frame(parts=(_TO_EXISTING, _BENEFIT), within=170, unless=_EXCUSES, reach=12),
    Frame(parts=("review.remove_bare|service.until_changed", _BENEFIT, _STARS), within=150, unless=_EXCUSES),
    Frame(parts=("service.owed", "service.until_changed"), within=170, unless=_EXCUSES, reach=12),
)
"""Where something hangs on a review that stands already; what is owed counts as well."""

_RIVAL: Final = Frame(
    parts=("rival", "rival.harm|review.act", _BENEFIT), within=200, unless=_EXCUSES, reach=12
)
_QUESTION: Final = Frame(parts=(_BENEFIT, _ACT), within=110, ordered=True, unless=_EXCUSES, reach=12)

_REPORTED: Final = (
    Frame(
        parts=("report.asked", "review.*", _BENEFIT),
        within=130,
        one_sentence=True,
        unless=("report.none",),
        reach=25,
    ),
    Frame(
        parts=("report.offer", "review.*", _BENEFIT),
        within=140,
        one_sentence=True,
        unless=("report.none",),
        reach=25,
    ),
)
_VAGUE: Final = 0.7
_REPORT_REACH: Final = 90


@cache
def _only(*parts: str) -> Lexicon:
    return load_lexicon().only(*parts)


def _screen(docs: Sequence[Document], _batch: Batch) -> Iterable[int]:
    for index, doc in enumerate(docs):
        if doc.speaker is Author.BUYER:
            if _only("report.offer").screen(doc.text) and _only(_BENEFIT).screen(doc.text):
                yield index
            continue
        concepts = load_lexicon().screen(doc.text)
        if occurs(concepts, _GIVEN) and occurs(concepts, _SUBJECT):
            yield index


def _look(doc: Document, _batch: Batch, _index: int) -> Iterator[Finding | Allegation]:
    reading = read(doc, mute=_MUTE)
    if not (reading.has(_GIVEN) and reading.has(_SUBJECT)):
        return
    offered = _reported(reading) if doc.speaker is Author.BUYER else _offered(reading)
    for label, (match, confidence) in sorted(offered.items()):
        place = (match.start, match.end)
        yield from told(label, doc, place, confidence=confidence, because=match.because, detector=_ID)


def _offered(reading: Reading) -> dict[str, tuple[Match, float]]:
    """What the speaker offers: label → place and confidence."""
    if _programme(reading):
        return {}
    rival = reading.first(_RIVAL)
    if rival is not None:
        return {"incentive.competitor_negative": (rival, 0.9)}
    existing = next((match for frame in _EXISTING if (match := reading.first(frame))), None)
    if existing is not None:
        return {"incentive.change_or_removal": (existing, 0.93)}
    tie = _tie(reading)
    return {} if tie is None else _labels(reading, *tie)


def _programme(reading: Reading) -> bool:
    """The platform's own programme: it names itself, wants no proof and takes any rating."""
    return (
        reading.has("exempt.programme")
        and not reading.has("link.proof")
        and (reading.has("exempt.any_rating") or not reading.has("review.positive"))
    )


def _tie(reading: Reading) -> tuple[Match, float] | None:
    found = reading.strongest(_TIES).get("tie")
    if found is not None:
        return found
    asked = reading.first(_QUESTION)
    if asked is not None and "?" in reading.string[asked.start : asked.end]:
        return asked, 0.8
    return None


def _labels(reading: Reading, match: Match, confidence: float) -> dict[str, tuple[Match, float]]:
    """Name the benefit's form and, where one is asked for, the sentiment; each with its own place."""
    beside = [
        m
        for m in reading.near(_BENEFIT, match.start, match.end, reach=60)
        if same_sentence(reading.string, min(m.start, match.start), max(m.end, match.end))
        or match.start <= m.start < match.end
    ]
    tied = tuple(m for m in match.mentions if not belongs(m.concept, _BENEFIT))
    found: dict[str, tuple[Match, float]] = {}
    for benefit in beside:
        label = FORMS[benefit.concept]
        sure = min(confidence, _VAGUE) if benefit.concept == "benefit.vague" else confidence
        place = Match((*tied, benefit))
        known = found.get(label)
        nearer = known is None or place.end - place.start < known[0].end - known[0].start
        if nearer and not _swallowed(benefit, beside):
            found[label] = (place, sure)
    positive = (
        *reading.near("review.positive", match.start, match.end, reach=45),
        *reading.near("satisfaction.happy", match.start, match.end, reach=25),
    )
    if positive and not reading.near("exempt.any_rating", match.start, match.end, reach=25):
        found["incentive.positive_only"] = (Match((*match.mentions, positive[0])), confidence)
    return found


def _swallowed(mention: Mention, beside: Iterable[Mention]) -> bool:
    return any(
        mention.concept in _SWALLOWS.get(other.concept, frozenset())
        and other.start - _SWALLOW_REACH < mention.end
        and mention.start < other.end + _SWALLOW_REACH
        for other in beside
    )


def _reported(reading: Reading) -> dict[str, tuple[Match, float]]:
    """What a buyer says was offered: label → place and confidence."""
    for frame in _REPORTED:
        for match in reading.matches(frame):
            if not reading.near("report.offer", match.start, match.end, reach=_REPORT_REACH):
                continue
            if reading.near(f"{_TO_EXISTING}|review.altered", match.start, match.end, reach=10):
                return {"incentive.change_or_removal": (match, 0.85)}
            return {
                label: (place, min(sure, 0.8))
                for label, (place, sure) in _labels(reading, match, 0.8).items()
            }
    return {}


DETECTOR: Final = Detector(
    name="incentive",
    version=1,
    labels=frozenset(FORMS.values())
    | {"incentive.positive_only", "incentive.change_or_removal", "incentive.competitor_negative"},
    screen=_screen,
    look=_look,
)
