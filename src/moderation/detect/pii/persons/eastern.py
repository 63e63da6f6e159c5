"""Korean and Chinese names in Latin letters: a family, and a given name of two syllables beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from moderation.detect.pii.persons.gazetteer import korean
from moderation.detect.pii.persons.phrases import Word, adjoining, ending_at, words_of
from moderation.detect.pii.persons.quality import capital

_KOREAN_FAMILIES: Final = words_of("korean_families")
_CHINESE_FAMILIES: Final = words_of("chinese_families")
FAMILIES: Final = _KOREAN_FAMILIES | _CHINESE_FAMILIES
"""Families that a name in small letters may begin with."""
_INITIAL: Final = "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])"
_FINAL: Final = (
    "(?:i?ang|iong|uang|i?eng|ing|ong|uai|iao|ian|uan|[aeiu]n|ai|ei|ao|ou|ia|ie|iu|ua|ui|uo|ue|[aeiou])"
)
_TWO_SYLLABLES: Final = re.compile(f"{_INITIAL}{_FINAL}-?{_INITIAL}{_FINAL}")
_SHORTEST: Final = 4
_LEADS: Final = frozenset(
    {
        *("title", "courier", "staff", "neighbour", "relation", "person", "customer"),
        *("named", "says", "handed", "greet", "ask"),
    }
)


def eastern(pair: str) -> bool:
    """Whether two folded words with a space or a hyphen between them could be such a name."""
    first, _, second = pair.partition(" ")
    if not second:
        return korean(first)
    return first in _CHINESE_FAMILIES and _TWO_SYLLABLES.fullmatch(second) is not None


def _given(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    if word.common or len(word.low) < _SHORTEST:
        return False
    return korean(word.low) or _TWO_SYLLABLES.fullmatch(word.low) is not None


def name_end(string: str, words: Sequence[Word], at: int) -> int:
    """Return where a name that begins at word `at` ends, 0 where none does; small letters ask for a lead."""
    if at + 1 >= len(words) or not adjoining(string, words, at + 1) or words[at].toned:
        return 0
    one, two = words[at], words[at + 1]
    large = capital(one)
    if large != capital(two) or one.text.isupper() != two.text.isupper() or not (large or _led(words, at)):
        return 0
    if one.low in _KOREAN_FAMILIES and large and _apart(string, words, at + 1):
        return at + 3
    korean_name = (one.low in _KOREAN_FAMILIES and korean(two.low)) or (
        two.low in _KOREAN_FAMILIES and korean(one.low)
    )
    return at + 2 if korean_name or (one.low in _CHINESE_FAMILIES and _given(words, at + 1)) else 0


def _led(words: Sequence[Word], at: int) -> bool:
    """Whether something introduces a name."""
    _, classes = next(ending_at(words, at), (at, frozenset[str]()))
    return not classes.isdisjoint(_LEADS)


def _apart(string: str, words: Sequence[Word], at: int) -> bool:
    """Whether a Korean given name stands here in two words: Park Ji Eun."""
    return (
        at + 1 < len(words)
        and capital(words[at + 1])
        and adjoining(string, words, at + 1)
        and korean(f"{words[at].low}-{words[at + 1].low}")
    )
