"""Names singled out by what stands beside them: a desk, a town and an order, a label, an engraved date."""

from __future__ import annotations

from typing import ClassVar, Final

from moderation.detect.pii.letters import CAPITALISED, either, joined
from moderation.detect.pii.names import CAP, FIRST_NAME, FULL_NAME, OTHER_PERSON, Cue, NameSeeker, name_screen
from moderation.detect.pii.recognizer import Screen

_DESKS: Final = (
    "support|service|customer|care|chat|warehouse|hub|depot|returns|soporte|atención|sav|atendimento"
    "|kundenservice"
)
_ONE_FOR: Final = r"here's\sone\sfor|packing\s(?:one\s)?for|this\sone(?:'s|\sis)\sfor|order\sfor|parcel\sfor"
_RECORD: Final = (
    r"(?:who\s(?:bought|ordered|purchased|left|wrote|returned)|your\sorder|order\s(?:no|number|#)"
    r"|see\sthe\slabel)"
)
_EDGE: Final = r"(?<!\w)"


class PlacedNames(NameSeeker):
    """A name singled out by a desk, a town and an order, a label, or the date engraved with it."""

    screen: ClassVar[Screen] = name_screen(
        rf"\s(?:in|from|at|en|de|do|da|del|vom|of)\s(?:(?:the|your|their|el|la|customer)\s)?(?:{_DESKS})",
        r"(?:^|\W)(?:from|by)\s(?:a|an|one|some)\s",
        rf"(?:^|\W){_RECORD}",
        _ONE_FOR,
        r"[\"']\S+\s[^\"'\n]{2,30}\s(?:born\s)?\d{1,4}[./-]\d",
    )
    cues = (
        Cue(
            name="staff_full_name",
            regex=joined(
                FULL_NAME,
                r"(?=,?\s(?i:in|from|at|en|de|do|da|del|vom|of)\s(?:(?i:the|your|their|el|la|customer)\s)?",
                rf"{either(_DESKS)}\b)",
            ),
            confidence=0.76,
            entity=OTHER_PERSON,
            confirm=True,
        ),
        Cue(
            name="one_from+name",
            regex=joined(
                rf"{_EDGE}(?i:from|by)\s(?i:an?|one)\s",
                FULL_NAME,
                r"(?=[^.!?\n]{0,40}\b(?i:name|label|address|order)\b)",
            ),
            confidence=0.72,
        ),
        Cue(
            name="one_from",
            regex=joined(
                rf"{_EDGE}(?i:from|by)\s(?i:an?|one|some)\s", FULL_NAME, r"(?=[,.;]|\s(?i:who|i|and|,))"
            ),
            confidence=0.68,
            confirm=True,
            famous=True,
        ),
        Cue(
            name="name+place+record",
            regex=joined(
                r"(?<![\w.@])(?P<name>[A-Za-z][a-z]{2,12})(?=\s(?i:from|in|aus|de|dari)\s",
                rf"{CAPITALISED}(?:\s{CAPITALISED})?,?\s(?i:{_RECORD}))",
            ),
            confidence=0.68,
            single=True,
        ),
        Cue(
            name="name+place+label",
            regex=joined(rf"(?i:{_ONE_FOR})\s", FIRST_NAME, rf"(?=\s(?i:in|from)\s{CAPITALISED})"),
            confidence=0.66,
            single=True,
        ),
        Cue(
            name="personalised",
            regex=joined(
                rf"[\"“„«'](?P<name>{CAP}(?:\s{CAP}){{1,2}})",
                r"(?=,?\s(?:born\s)?\d{1,4}[./-]\d{1,2}[./-]\d{1,4})",
            ),
            confidence=0.72,
        ),
    )
