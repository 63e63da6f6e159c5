"""The lexicon's small notation, written out as RE2: gaps, spaces, apostrophes, word boundaries.

What a pattern may refer to, and where patterns come from, is in `entries`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Final

import re2

from moderation.text import Text

UNSPACED: Final = frozenset({"th", "zh", "ja", "my", "lo", "km"})
"""Languages written without spaces: no word boundaries, gaps counted in characters."""

REFERENCE: Final = re.compile(r"\{([a-z][a-z_.]*)\}")
_WORD_GAP: Final = r"\s+(?:[^\s.!?;]+\s+){0,3}"
_CHARACTER_GAP: Final = r"[^.!?\n]{0,12}"
_SPACE: Final = r"\s+"
_OPTIONAL_SPACE: Final = r"\s*"
_APOSTROPHE: Final = "['’´`]?"
_MEMORY: Final = 64 << 20
"""Bytes that one compiled expression may use for its automaton before it slows down."""


def written_out(pattern: str, lang: str) -> str:
    """Write a pattern out in RE2 syntax; references stay as they are."""
    folded = _fold(pattern)
    pieces = _alternatives(folded[3:-1]) if _one_group(folded) else [folded]
    return "|".join(_bounded(piece, lang) for piece in pieces)


def _bounded(piece: str, lang: str) -> str:
    """Write one piece out, at word boundaries where its edges are letters or digits."""
    gap = _CHARACTER_GAP if lang in UNSPACED else _WORD_GAP
    written = piece.replace(" ~ ", "\0").replace(" ?", _OPTIONAL_SPACE).replace(" ", _SPACE)
    written = written.replace("'?", "'").replace("'", _APOSTROPHE).replace("\0", gap)
    if lang in UNSPACED:
        return f"(?:{written})"
    before = r"\b" if _starts_with_word(piece) else ""
    after = r"\b" if _ends_with_word(piece) else ""
    return f"{before}(?:{written}){after}"


def _one_group(pattern: str) -> bool:
    """Whether the whole pattern is one plain group, so that each alternative has its own edges."""
    if not (pattern.startswith("(?:") and pattern.endswith(")")):
        return False
    return _closing(pattern, 0) == len(pattern) - 1


def _closing(pattern: str, opening: int) -> int:
    """Return where the group that opens at `opening` closes."""
    return next((end for start, end in _groups(pattern) if start == opening), len(pattern))


def _groups(pattern: str) -> Iterable[tuple[int, int]]:
    """Yield where each group opens and closes, inner groups first."""
    opened: list[int] = []
    for at, letter in _unescaped(pattern):
        if letter == "(":
            opened.append(at)
        elif letter == ")" and opened:
            yield opened.pop(), at


def _alternatives(inside: str) -> list[str]:
    depth, begin, found = 0, 0, []
    for at, letter in _unescaped(inside):
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if letter == "|" and depth == 0:
            found.append(inside[begin:at])
            begin = at + 1
    return [piece for piece in (*found, inside[begin:]) if piece]


def _unescaped(pattern: str) -> Iterable[tuple[int, str]]:
    """Yield the characters that mean themselves in a pattern: not escaped, not in a class."""
    in_class = skip = False
    for at, letter in enumerate(pattern):
        if skip:
            skip = False
        elif letter == "\\":
            skip = True
        elif in_class:
            in_class = letter != "]"
        elif letter == "[":
            in_class = True
        else:
            yield at, letter


def _starts_with_word(piece: str) -> bool:
    if piece.startswith("(?:"):
        return all(_starts_with_word(inner) for inner in _alternatives(piece[3 : _closing(piece, 0)]))
    return piece[:2] in (r"\w", r"\d") or (
        REFERENCE.match(piece) is None and piece[0].isascii() and piece[0].isalnum()
    )


def _ends_with_word(piece: str) -> bool:
    bare = piece.rstrip("?*+")
    if bare.endswith(")") and not bare.endswith(r"\)"):
        opening = next((start for start, end in _groups(bare) if end == len(bare) - 1), 0)
        return all(_ends_with_word(inner) for inner in _alternatives(bare[opening + 3 : -1]))
    if bare[-2:] in (r"\w", r"\d"):
        return True
    return bool(bare) and bare[-1].isascii() and bare[-1].isalnum() and bare[-2:-1] != "\\"


@cache
def _folded_letter(letter: str) -> str:
    if letter.isascii() or not unicodedata.name(letter, "").startswith(("LATIN", "COMBINING")):
        return letter
    return Text.of(letter).folded.string


def _fold(pattern: str) -> str:
    composed: Iterable[str] = unicodedata.normalize("NFC", pattern)
    return "".join(_folded_letter(letter) for letter in composed)


@cache
def options() -> re2.Options:
    """How the lexicon compiles: leftmost, then longest, silent about errors."""
    chosen = re2.Options()
    chosen.longest_match = True
    chosen.log_errors = False
    chosen.max_mem = _MEMORY
    return chosen


def compiled(expression: str) -> re2._Regexp[str]:
    """Compile one expression as the lexicon does: leftmost, then longest."""
    return re2.compile(expression, options())


def compiled_filter(expressions: Iterable[str]) -> re2.Filter:
    """Compile expressions into one filter that says which of them occur.

    A filter looks for the literals of all expressions at once and runs only those that they
    allow; unlike one large automaton (`re2.Set`) it cannot run out of memory and lose a match.
    """
    found = re2.Filter()
    for expression in expressions:
        found.Add(expression, options())
    found.Compile()
    return found
