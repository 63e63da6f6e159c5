"""Number and letter words one at a time, where a code is dictated; rows of them are read in `text.digits`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from moderation.detect.pii.numbers.cues import read_lines, read_words
from moderation.text.number_words import AND, VALUES

ANDS: Final = AND
"""Between tens and a unit: "treinta y cuatro"."""

SEPARATORS: Final = read_words("number_separators")
"""Words for what stands between the groups of a number."""

_HUNDREDS: Final[Mapping[str, int]] = MappingProxyType(
    {
        "cien": 100, "ciento": 100, "cento": 100, "cem": 100, "doscientos": 200, "trescientos": 300,
        "cuatrocientos": 400, "quinientos": 500, "seiscientos": 600, "setecientos": 700, "ochocientos": 800,
        "novecientos": 900, "duzentos": 200, "trezentos": 300, "quatrocentos": 400, "quinhentos": 500,
        "seiscentos": 600, "setecentos": 700, "oitocentos": 800, "novecentos": 900, "hundert": 100,
        "einhundert": 100, "seratus": 100,
    }
)  # fmt: skip
_NAMED: Final[Mapping[str, str]] = MappingProxyType(
    {name: line[0] for line in read_lines("letter_names") for name in line.split()[1:]}
)


@lru_cache(maxsize=4096)
def number_word(word: str) -> int | None:
    """Return the value of a folded number word, German hundreds in one word with the rest."""
    if word in VALUES:
        return VALUES[word]
    if word in _HUNDREDS:
        return _HUNDREDS[word]
    times, hundert, rest = word.partition("hundert")
    if hundert and times in VALUES and (not rest or rest in VALUES):
        return VALUES[times] * 100 + VALUES.get(rest, 0)
    return None


def letter_name(word: str) -> str:
    """Return the letter that a word is the name of (or is); empty where it is none."""
    return word.upper() if len(word) == 1 and word.isalpha() else _NAMED.get(word, "")
