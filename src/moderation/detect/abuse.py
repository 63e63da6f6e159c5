"""Abuse of people: insults, threats, hate, advances, accusations, pestering, and a buyer's coercion.

Words about goods, parcels and service are no abuse. The wording is data (`lexicon/data`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from moderation.content import Surface
from moderation.detect.deeds import Deeds, sign
from moderation.detect.detector import Detector, Document
from moderation.features import Batch
from moderation.findings import Allegation, Finding

INSULT: Final = "abuse.insult"
LEGAL: Final = "abuse.legal_threat"
VIOLENCE: Final = "abuse.violence_threat"
INTIMIDATION: Final = "abuse.intimidation"
HATE: Final = "abuse.hate"
SEXUAL: Final = "abuse.sexual_harassment"
ACCUSATION: Final = "abuse.false_accusation"
REPEATED: Final = "abuse.repeated_requests"
COERCION: Final = "abuse.buyer_coercion"

_OPINION: Final = "threat.opinion|review.*"
_SELF: Final = ("person.self",)

_TRADER: Final = (
    sign(INSULT, 0.92, "insult.said"),
    sign(INSULT, 0.6, "insult.noun", "person.you|person.staff", within=90, unless=_SELF, reach=2),
    sign(INSULT, 0.86, "insult.noun", "person.you", within=45, one_sentence=True, unless=_SELF, reach=2),
    sign(LEGAL, 0.94, "threat.legal"),
    sign(
        LEGAL, 0.85, "threat.legal_word", f"threat.takedown|{_OPINION}", within=130, unless=("threat.advice",)
    ),
    sign(LEGAL, 0.72, "threat.fine", _OPINION, within=110),
    sign(VIOLENCE, 0.92, "threat.violence"),
    sign(VIOLENCE, 0.75, "threat.regret"),
    sign(VIOLENCE, 0.85, "threat.visit", f"{_OPINION}|threat.takedown", within=110),
    sign(VIOLENCE, 0.9, "threat.weapon", "threat.exposure|threat.holding|threat.visit", within=60),
    sign(INTIMIDATION, 0.87, "threat.exposure"),
    sign(INTIMIDATION, 0.8, "threat.holding", f"{_OPINION}|threat.takedown", within=90),
    sign(HATE, 0.9, "hate.said"),
    sign(SEXUAL, 0.88, "sexual.said"),
    sign(ACCUSATION, 0.88, "accusation.liar", unless=("accusation.of_us",), reach=3),
    sign(REPEATED, 0.88, "repeat.again", _OPINION, within=100, unless=("review.thanked",), reach=5),
)

_BUYER: Final = (
    sign(
        INSULT,
        0.85,
        "insult.noun",
        "person.staff",
        within=35,
        one_sentence=True,
        unless=(*_SELF, "reported.*"),
        reach=2,
    ),
    sign(VIOLENCE, 0.88, "threat.violence", unless=("reported.*",), reach=20),
    sign(HATE, 0.85, "hate.said", unless=("reported.*",), reach=20),
    sign(SEXUAL, 0.8, "sexual.said", "person.staff", within=60, unless=("reported.*",), reach=20),
    sign(COERCION, 0.9, "coercion.said"),
    sign(COERCION, 0.8, "coercion.until", _OPINION, within=110, unless=("coercion.due",)),
)

_MESSAGE: Final = (
    sign(INSULT, 0.85, "insult.noun", "person.you", within=35, one_sentence=True, unless=_SELF, reach=2),
    sign(INSULT, 0.85, "insult.said"),
    sign(SEXUAL, 0.85, "sexual.said", unless=("reported.*",), reach=20),
    sign(COERCION, 0.82, "coercion.gain", "coercion.or_else", _OPINION, within=110),
)

_REPORTED: Final = (
    sign(INSULT, 0.82, "reported.insult"),
    sign(LEGAL, 0.9, "reported.legal"),
    sign(VIOLENCE, 0.9, "reported.violence"),
    sign(INTIMIDATION, 0.82, "reported.intimidation"),
    sign(HATE, 0.8, "reported.hate"),
    sign(SEXUAL, 0.85, "reported.sexual"),
    sign(ACCUSATION, 0.82, "reported.accusation"),
    sign(REPEATED, 0.8, "reported.repeat"),
)

_DEEDS: Final = Deeds(
    detector="abuse@1",
    trader=_TRADER,
    buyer=_BUYER,
    message=_MESSAGE,
    reported=_REPORTED,
    quotable=frozenset({INSULT, LEGAL, VIOLENCE, INTIMIDATION, HATE, SEXUAL}),
)

_SPELLED_OUT: Final = frozenset({LEGAL, VIOLENCE})


def _look(doc: Document, batch: Batch, index: int) -> Iterator[Finding | Allegation]:
    """Leave out a bare "threatened me" where the same words spell the threat out."""
    found = tuple(_DEEDS.look(doc, batch, index))
    spelled = [one.span for one in found if one.label in _SPELLED_OUT and one.span]
    for one in found:
        if one.label == LEGAL and doc.surface is Surface.PRODUCT_LISTING and "threat.fine" in one.because:
            continue  # a fine in the terms of sale is the clause of gag terms
        if one.label != INTIMIDATION or one.span is None or not any(map(one.span.overlaps, spelled)):
            yield one


DETECTOR: Final = Detector(name="abuse", version=1, labels=_DEEDS.labels, screen=_DEEDS.screen, look=_look)
