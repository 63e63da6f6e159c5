"""Health and other special-category facts about an identifiable person, in a seller's mouth."""

from __future__ import annotations

from typing import ClassVar, Final

from moderation.detect.pii.conditions import CONDITION
from moderation.detect.pii.recognizer import Screen
from moderation.detect.pii.statements import StatementSeeker, statement

SENSITIVE: Final = "SENSITIVE_CATEGORY"
"""Entity of a sensitive fact about the customer or a person spoken of."""

_SENSITIVE_GOODS: Final = (
    r"(?:adult diapers?|incontinence pads?|fertility tests?|pregnancy tests?|ovulation tests?|hiv"
    r" tests?|std tests?|condoms?|lubes?|lubricants?|vibrators?|sex toys?|dildos?|viagra|hemorrhoid"
    r" cream|binders?)"
)


class SensitiveFacts(StatementSeeker):
    """`SENSITIVE_CATEGORY`: a condition quoted back, or a purchase that gives one away."""

    entities = (SENSITIVE,)
    screen: ClassVar[Screen] = (CONDITION, _SENSITIVE_GOODS)
    statements = (
        statement(
            SENSITIVE,
            (
                rf"\byou (?:told|said|mentioned|wrote|informed|admitted"
                rf"|explained)\b[^.!?\n]{{0,40}}\b{CONDITION}\b"
            ),
            0.86,
            "condition_quoted",
        ),
        statement(
            SENSITIVE,
            rf"\b(?:your|her|his)\s(?:own\s|severe\s|medical\s)*{CONDITION}\b",
            0.66,
            "condition_of_person",
        ),
        statement(
            SENSITIVE,
            rf"\b(?:since|because|as) you (?:are|have|had|suffer from)\s(?:a\s|an\s)?{CONDITION}\b",
            0.78,
            "condition_of_customer",
        ),
        statement(
            SENSITIVE,
            (
                rf"\busted\b[^.!?\n]{{0,40}}\b{CONDITION}\b|\b(?:nos dijo|nos"
                rf" conto)\b[^.!?\n]{{0,40}}\b{CONDITION}\b"
            ),
            0.8,
            "condition_es",
        ),
        statement(
            SENSITIVE,
            (
                rf"\bals {CONDITION} (?:hatten|mussen|sollten) sie|\bsie (?:haben uns|sagten"
                rf"|schrieben)\b[^.!?\n]{{0,50}}\b{CONDITION}\b"
            ),
            0.82,
            "condition_de",
        ),
        statement(
            SENSITIVE,
            rf"\bvous (?:nous )?(?:avez dit|aviez dit|souffrez|etes)\b[^.!?\n]{{0,40}}\b{CONDITION}\b",
            0.78,
            "condition_fr",
        ),
        statement(
            SENSITIVE,
            rf"\bvoce (?:disse|falou|contou|nos disse|tem|esta)\b[^.!?\n]{{0,40}}\b{CONDITION}\b",
            0.76,
            "condition_pt",
        ),
        statement(
            SENSITIVE,
            (
                rf"\b{_SENSITIVE_GOODS}\b[^.!?\n]{{0,30}}\b(?:can'?t|cannot|can not|could not|couldn'?t)"
                rf" be (?:returned|refunded|exchanged)|\b(?:your|the) {_SENSITIVE_GOODS}\s(?:you"
                rf" (?:bought|ordered)|order)|\byou (?:bought|ordered"
                rf"|purchased)\s(?:\w+\s){{0,3}}{_SENSITIVE_GOODS}"
            ),
            0.64,
            "sensitive_purchase",
        ),
        statement(
            SENSITIVE,
            (
                rf"\b(?:lady|guy|woman|man|customer|she|he|buyer)\b[^.!?\n]{{0,50}}\b{_SENSITIVE_GOODS}\b"
                rf"[^.!?\n]{{0,24}}\b(?:bought|ordered|returned|boxes)"
            ),
            0.74,
            "sensitive_purchase",
        ),
    )
