"""Shapes of text that say nothing in any language: punctuation alone, one thing over and over, mashed keys.

Conservative on purpose: only Latin letters can be mashed here, and laughter, emoticons and pluses
say something. What words mean is not known here.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from typing import Final

import re2

_SPEAKING: Final = frozenset({"So", "Sk", "Sc", "Mn"})
"""Categories of emoji, currency and their companions: they express something."""

_EMOTICON: Final = re.compile(r"[:;=][\-'^]?[()\[\]|/\\<>*]|[()\[\]][\-']?[:;=]|[\^>\-][_.][\^<\-]|^[+* ]+$")
_ASCII: Final = re.compile(r"[a-z]+")
_KEYS: Final = (
    r"asdf|sdfg|dfgh|fghj|ghjk|hjkl|lkjh|kjhg|jhgf|hgfd|gfds|fdsa|zxcv|xcvb|cvbn|vbnm|mnbv|nbvc|bvcx|vcxz"
    r"|qwert|werty|ertyu|rtyui|tyuio|yuiop|poiuy|oiuyt|iuytr|uytre|ytrew|trewq|azert|qsdfg"
)
_RUNS: Final = re.compile(_KEYS)
"""Neighbours on a keyboard: four on the lower rows, five on the upper one, where `wert` is a word."""

_CONSONANTS: Final = re.compile(r"[bcdfghjklmnpqrstvwxz]{6,}")
_VOWELS: Final = frozenset("aeiouy")
_STRETCH: Final = re.compile(r"(.)\1+")
_SOUNDS: Final = frozenset("mwkzhr")
"""Letters that alone are a sound of pleasure, laughter, sleep or anger."""

_LAUGHTER: Final = re.compile(r"(?:h?[aeiou]+h?)+|(?:ja|je|ha|he|hi|wk|ks|rs|lo|xd)+[a-z]?")

_BESIDE_WORDS: Final = re.compile(r"[^\w\s]+|_+")
_BESIDE_ASCII: Final = bytes(code for code in range(128) if _BESIDE_WORDS.fullmatch(chr(code)))
_SUSPECT: Final = re2.compile(
    rf"{_KEYS}|[bcdfghjklmnpqrstvwxz]{{6,}}|" + "|".join(f"{letter}{{8,}}" for letter in "aeiouy")
)
"""What every mashed word holds: neighbours, six consonants, or one letter eight times."""

_LEAST_WORD: Final = 4
_LEAST_STRETCH: Final = 8
_LEAST_KINDS: Final = 4
_MOST_VOWELS: Final = 0.2
_MASHED_SHARE: Final = 0.6
_SAME_WORDS: Final = 5
_FEW_WORDS: Final = 8
_FEW_SHARE: Final = 0.8


def mash(folded: str) -> tuple[str, float] | None:
    """Return the sort of emptiness and how sure it is, or None where a text may say something."""
    stripped = folded.strip()
    if not stripped:
        return None
    if not any(letter.isalnum() or unicodedata.category(letter) in _SPEAKING for letter in stripped):
        return None if _EMOTICON.search(stripped) else ("punctuation", 0.85)
    plain = _words_alone(stripped)
    words = plain.split()
    if not words:
        return None
    if _repeats(words):
        return "repeated", 0.8
    if not _SUSPECT.search(plain):
        return None
    mashed = sum(len(word) for word in words if _is_mashed(word))
    return ("keys", 0.88) if mashed and mashed >= _MASHED_SHARE * sum(map(len, words)) else None


def _words_alone(string: str) -> str:
    """Leave out what is neither letter, digit nor white space."""
    if string.isascii():
        return string.encode("ascii").translate(None, _BESIDE_ASCII).decode("ascii")
    return _BESIDE_WORDS.sub("", string)


def _repeats(words: Sequence[str]) -> bool:
    """Whether one word (five times or more) or two words make up nearly all of a text."""
    kinds = len(set(words))
    if len(words) >= _SAME_WORDS and kinds == 1:
        return not _LAUGHTER.fullmatch(words[0])
    if len(words) < _FEW_WORDS or kinds > len(words) // 3:
        return False
    few = sum(count for _, count in Counter(words).most_common(2))
    return few >= _FEW_SHARE * len(words)


def _is_mashed(word: str) -> bool:
    if len(word) < _LEAST_WORD or not _ASCII.fullmatch(word):
        return False
    if len(set(word)) == 1:
        return len(word) >= _LEAST_STRETCH and word[0] not in _SOUNDS
    if _LAUGHTER.fullmatch(word):
        return False
    if _RUNS.search(word) or _piece_over_and_over(word):
        return True
    plain = _STRETCH.sub(r"\1", word)
    vowels = sum(letter in _VOWELS for letter in plain)
    enough = len(set(plain)) >= _LEAST_KINDS and vowels < _MOST_VOWELS * len(plain)
    return enough and _CONSONANTS.search(plain) is not None


def _piece_over_and_over(word: str) -> bool:
    """Whether a word is one short piece without vowels, three times or more (`dfgdfgdfg`)."""
    for size in (2, 3, 4):
        times, rest = divmod(len(word), size)
        if times > 2 and not rest and word[:size] * times == word and not set(word) & _VOWELS:
            return True
    return False
