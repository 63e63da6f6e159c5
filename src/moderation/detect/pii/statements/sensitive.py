"""Special-category facts about a customer in a seller's mouth, and about a named third person in anybody's.

The wording is data (`meanings/sensitive.yaml`). One's own condition in one's own review, what a product
is for, and general advice ("if you are pregnant, ask a doctor") are no breach.
"""

from __future__ import annotations

from typing import ClassVar, Final

from moderation.detect.pii.meanings import MeaningSeeker, scheme
from moderation.lexicon.reading import Sign

SENSITIVE: Final = "SENSITIVE_CATEGORY"
"""Entity of a sensitive fact that a seller tells of a customer."""

SENSITIVE_OF_CUSTOMER: Final = "SENSITIVE_OF_CUSTOMER"
"""Entity of one that is told to the customer's face: only in a reply is "you" one person."""

_FACT: Final = "sensitive.fact"
_ADVICE: Final = ("sensitive.general",)
_GENERAL: Final = (*_ADVICE, "sensitive.product")


class SensitiveFacts(MeaningSeeker):
    """`SENSITIVE_…`: a condition quoted back or laid at a customer's door, a purchase that gives one away."""

    entities = (SENSITIVE, SENSITIVE_OF_CUSTOMER)
    files = ("sensitive",)
    schemes: ClassVar[tuple[Sign, ...]] = (
        scheme(SENSITIVE, 0.86, "sensitive.told", _FACT, within=110),
        scheme(SENSITIVE, 0.7, _FACT, "sensitive.told", within=130, anywhere=True, unless=_GENERAL),
        scheme(SENSITIVE, 0.72, "sensitive.bought", "sensitive.goods", within=60, unless=_ADVICE),
        scheme(SENSITIVE_OF_CUSTOMER, 0.72, "sensitive.of_customer", unless=_GENERAL, reach=24),
    )
