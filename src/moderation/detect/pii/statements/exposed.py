"""A sensitive fact about a third person who is named: a neighbour, a colleague, a courier.

Anybody may tell it. One's own condition, and that of somebody who is not named, are no breach.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import ClassVar, Final

from moderation.detect.pii.meanings import meanings, read, scheme
from moderation.detect.pii.persons.names import SENSITIVE_NAMED, private, reading
from moderation.detect.pii.persons.quality import Quality
from moderation.detect.pii.recognizer import Hit, Screen, Seeker
from moderation.lexicon.compose import Match
from moderation.lexicon.notation import compiled
from moderation.text import Text

_FACT: Final = "sensitive.fact"
_OTHER: Final = "sensitive.other"
_BEFORE: Final = 40
_BEHIND: Final = 60
"""How far before the word for a person the name may end, and how far behind it may begin."""
_THAI_NAME: Final = re.compile("(?:ชื่อ|คุณ|นาย|นางสาว|นาง|น\\.ส\\.) ?[\u0e01-\u0e4e]{2,}")
_HANDLE: Final = re.compile(r"(?<!\w)@\w{3,}")
_TOLD: Final = scheme(
    SENSITIVE_NAMED,
    0.74,
    _OTHER,
    "sensitive.has",
    _FACT,
    within=130,
    ordered=True,
    unless=("sensitive.self", "sensitive.general"),
)


@cache
def _words(concept: str) -> str:
    """The words of a concept, in all languages, as one pattern over the folded view."""
    return "|".join(entry.expression for entry in meanings("sensitive").entries if entry.concept == concept)


def _occurs(concept: str, text: Text) -> bool:
    return compiled(_words(concept)).search(text.folded.string) is not None


class NamedConditions(Seeker):
    """`SENSITIVE_NAMED`: what somebody who is named has, is or has done."""

    entities = (SENSITIVE_NAMED,)
    screen: ClassVar[Screen] = ((_words(_FACT), _words(_OTHER)),)

    def seek(self, text: Text) -> Iterator[Hit]:
        """Yield at most one statement."""
        if not (_occurs(_FACT, text) and _occurs(_OTHER, text)):
            return
        told = read(text, meanings("sensitive"))
        for match in told.matches(_TOLD.frame):
            if _named(text, match):
                place = text.folded.span(match.start, match.end)
                yield Hit(
                    entity=SENSITIVE_NAMED,
                    span=place,
                    confidence=_TOLD.confidence,
                    because=f"named+{match.because}",
                )
                return


def _named(text: Text, match: Match) -> bool:
    """Whether a full name or a handle stands by the word for the person."""
    person = match.mentions[0]
    place = text.folded.span(person.start, person.end)
    first, last = place.start - _BEFORE, place.end + _BEHIND
    around = unicodedata.normalize("NFKC", text.original[max(0, first) : last])
    if _THAI_NAME.search(around) or _HANDLE.search(around):
        return True
    seen = reading(text.original)
    names = ((found, seen.view.span(found.start, found.end)) for found in seen.runs)
    return any(
        first < span.end
        and span.start < last
        and not span.overlaps(place)
        and (min(found.qualities) >= Quality.LIKELY or max(found.qualities) >= Quality.BOTH)
        and private(seen.view.string[found.start : found.end])
        for found, span in names
    )
