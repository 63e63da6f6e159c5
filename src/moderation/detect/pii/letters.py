"""Pieces of patterns over original texts, where capitals count: name tokens and joined patterns.

Python's `re` has no class for capital letters, so one is made from the alphabets that have them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final


def _ranges(chars: Iterable[str]) -> str:
    codes = sorted(map(ord, chars))
    runs: list[list[int]] = []
    for code in codes:
        if runs and code == runs[-1][1] + 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return "".join(
        f"{re.escape(chr(a))}-{re.escape(chr(b))}" if b > a else re.escape(chr(a)) for a, b in runs
    )


_ALPHABETS: Final = [*map(chr, range(0x41, 0x530)), *map(chr, range(0x1E00, 0x1F00))]
UPPER: Final = _ranges(c for c in _ALPHABETS if c.isupper())
"""Capital letters (Latin, Greek, Cyrillic) as the inside of a character class."""
LOWER: Final = _ranges(c for c in _ALPHABETS if c.islower())
"""Small letters of the same alphabets."""

CAPITALISED: Final = (
    rf"(?:(?:Mc|Mac|De|La|Di|Du|Le|Van|Fitz|[A-Z]['’])?[{UPPER}][{LOWER}]+(?:['’][{LOWER}]+)?(?:[-‐]["
    rf"{UPPER}]?[{LOWER}]+)*)"
)
"""One word with a capital: Renée, O'Brien, Moreau-Carpentier, McAllum."""
PARTICLE: Final = (
    r"(?:de la|de los|de las|van der|van den|von der|de|del|da|dos|das|do|di|van|von|bin|binti|al|el"
    r"|la|le|y|e|st\.?)"
)
"""Small words inside family names."""


def joined(*parts: str, ignorecase: bool = False) -> re.Pattern[str]:
    """Compile the concatenation of the parts."""
    return re.compile("".join(parts), re.IGNORECASE if ignorecase else 0)


def either(listed: str) -> str:
    """Return a case-insensitive alternation of words separated by bars, with white space free."""
    return "(?i:" + "|".join(word.strip().replace(" ", r"\s+") for word in listed.split("|")) + ")"
