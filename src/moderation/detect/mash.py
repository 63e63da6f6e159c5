"""Shapes of text that say nothing in any language: punctuation alone, one thing over and over, mashed keys.

Conservative on purpose: only Latin letters can be mashed here, since other scripts are judged by
no shape that we could measure. What words mean is not known here.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+")
_ASCII: Final = re.compile(r"[a-z]+")
_ROWS: Final = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "yxcvbnm", "azertyuiop", "qsdfghjklm", "wxcvbn")
_NO_VOWEL: Final = re.compile(r"[bcdfghjklmnpqrstvwxz]{6,}")
_STRETCHED: Final = re.compile(r"(.)\1{9,}")
_LAUGH: Final = re.compile(r"(?:h?a+h|h?e+h|w+k|k+|x?a*ja|je|ha|he|ah|lo+l|5+)\w*")
_ROW_RUN: Final = 4
_REPEATED_WORDS: Final = 6
_REPEATED_SHARE: Final = 0.7
_MASHED_SHARE: Final = 0.6


def mash(folded: str) -> tuple[str, float] | None:
    """Return the sort of emptiness and how sure it is, or None where a text may say something."""
    stripped = folded.strip()
    if not stripped:
        return None
    if not any(letter.isalnum() or unicodedata.category(letter) in _SPEAKING for letter in stripped):
        return "punctuation", 0.85
    words = _WORD.findall(stripped)
    if not words:
        return None
    if _repeats(words):
        return "repeated", 0.85
    mashed = sum(len(word) for word in words if _is_mashed(word))
    if mashed and mashed >= _MASHED_SHARE * sum(map(len, words)):
        return "keys", 0.88
    return None


_SPEAKING: Final = frozenset({"So", "Sk", "Sc", "Mn"})
"""Emoji, currency and their companions express something."""


def _repeats(words: list[str]) -> bool:
    if len(words) < _REPEATED_WORDS:
        return False
    ((word, count),) = Counter(words).most_common(1)
    return count >= _REPEATED_SHARE * len(words) and not (word.isdigit() and len(word) < 2)


def _is_mashed(word: str) -> bool:
    if len(word) < 4 or not _ASCII.fullmatch(word) or _LAUGH.fullmatch(word):
        return False
    return bool(_NO_VOWEL.search(word)) or _along_row(word) or _halves(word)


def _along_row(word: str) -> bool:
    """Whether most of a word runs along one row of keys, as `asdf` or `lkjhg` do."""
    for row in _ROWS:
        for keys in (row, row[::-1]):
            for start in range(len(keys) - _ROW_RUN + 1):
                if keys[start : start + _ROW_RUN] in word and len(word) <= 3 * _ROW_RUN:
                    return word not in _REAL
    return False


def _halves(word: str) -> bool:
    """Whether a word is one short piece of consonants over and over (`dfgdfgdfg`)."""
    for size in (2, 3, 4):
        piece = word[:size]
        times, rest = divmod(len(word), size)
        if times >= 3 and not rest and piece * times == word and not set(piece) & set("aeiouy"):
            return True
    return False


_REAL: Final = frozenset(
    {"were", "properties", "property", "tree", "power", "powers", "weird", "pour", "pouring", "proper"}
)
