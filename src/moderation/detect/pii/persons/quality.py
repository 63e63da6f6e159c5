"""How much a single word is a name: by the lists, by its letters, and by how it is written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache
from typing import Final

from moderation.detect.pii.known import NOT_NAMES
from moderation.detect.pii.letters import LOWER, UPPER
from moderation.detect.pii.persons.gazetteer import Kin, kin
from moderation.detect.pii.persons.likeness import likeness
from moderation.detect.pii.persons.phrases import Word, lists
from moderation.detect.pii.wording import ORDINARY

_LEADS: Final = ("title", "courier", "staff", "neighbour", "relation", "customer", "greet", "label_near")
_FOLLOWS: Final = (
    *("person", "named", "copula", "says", "handed", "ask", "deed", "you", "possession", "institution"),
    *("goods", "art", "place", "byline"),
)
_INNER: Final = re.compile(rf"[{LOWER}][{UPPER}]")
_INNER_OF_NAMES: Final = re.compile(
    rf"(?:Mc|Mac|De|Del|La|Le|Di|Du|Da|Van|Von|Fitz|O['’]|D['’]|L['’])[{UPPER}][{LOWER}]+$|.*[-‐]"
)
_LIKELY: Final = 0.0
_UNLIKELY: Final = -2.6
SHORTEST: Final = 3
"""Letters of the shortest name in small letters."""


class Quality(IntEnum):
    """How much a word by itself is a name."""

    WORD = 0
    """An ordinary word: no part of a name."""
    ODD = 1
    """Unknown, and not built like a name."""
    LIKELY = 2
    """Unknown, but built like a name."""
    BOTH = 3
    """A listed name that is an ordinary word too."""
    LISTED = 4
    """A listed name."""


@lru_cache(maxsize=1)
def _stops() -> tuple[frozenset[str], frozenset[str]]:
    """Return single words that lead up to names, and other words that stand around them."""
    leads, follows = (
        frozenset(phrase for name in classes for phrase in lists()[name] if " " not in phrase)
        for classes in (_LEADS, _FOLLOWS)
    )
    return frozenset(word for word in leads if kin(word) is Kin.NONE or kin(word) & Kin.ORDINARY), follows


@lru_cache(maxsize=16384)
def quality(low: str) -> Quality:
    """Return how much a folded word is a name."""
    leads, follows = _stops()
    if low in NOT_NAMES or low in leads or len(low) < 2:
        return Quality.WORD
    listed = kin(low)
    if listed:
        return Quality.BOTH if listed & Kin.ORDINARY or low in follows else Quality.LISTED
    if low in ORDINARY or low in follows:
        return Quality.WORD
    score = likeness(low.replace("-", ""))
    if score > _LIKELY:
        return Quality.LIKELY
    return Quality.ODD if score > _UNLIKELY or not low.isascii() else Quality.WORD


def capital(word: Word) -> bool:
    """Whether a word carries a capital as names do: not in its middle, as brands and handles do."""
    text = word.text
    if not text[0].isupper() or len(text) == 1 or any(map(str.isdecimal, text)):
        return False
    return text[1:].islower() or _INNER.search(text) is None or _INNER_OF_NAMES.match(text) is not None


def taken(words: Sequence[Word], at: int, *, begun: bool = False) -> Quality:
    """Return the quality of a word as it is written: a small letter asks for a listed name.

    Behind a name that has begun, a listed name counts as one although it is an ordinary word elsewhere.
    """
    word = words[at]
    own = quality(word.low)
    if word.common and own < Quality.BOTH:
        return Quality.WORD
    if capital(word):
        return _behind(word) if begun and own is Quality.WORD else own
    if not word.text[0].isalpha() or "\u0e00" <= word.text[0] <= "\u0e7f" or len(word.low) < SHORTEST:
        return Quality.WORD
    if own is Quality.LISTED and (begun or not word.common):
        return own
    if begun and own in {Quality.LIKELY, Quality.BOTH} and len(word.low) > SHORTEST:
        return Quality.WORD if word.low in ORDINARY else own
    return Quality.WORD


def _behind(word: Word) -> Quality:
    """Return the quality of a capital behind a name: what is no everyday word may be a surname."""
    if kin(word.low):
        return Quality.BOTH
    leads, follows = _stops()
    ordinary = word.low in ORDINARY or word.low in NOT_NAMES or word.low in leads or word.low in follows
    return Quality.WORD if ordinary or len(word.low) < SHORTEST or word.text.isupper() else Quality.ODD
