"""The folded view: what a text says once dress is taken off it, aligned with the original.

Every code point has one plain reading, worked out once and remembered. Those of exactly one
character are exchanged by `str.translate` and need no alignment. Only the others (invisible
characters, marks, ligatures) are looked at one by one, and only they leave rows in the alignment.

Source of the scheme: NFKD chunk by chunk, a new chunk at each character whose own decomposition
begins with combining class zero (UAX 15), then case folding (UAX 44), then our own tables.
Look-alikes of other scripts need their neighbours to be judged and live in `confusables`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from moderation.text.confusables import latinise
from moderation.text.tables import NOISE, PLAIN
from moderation.text.view import Edit, View, splice

_MARK: Final = "\uffff"  # a noncharacter, itself read as nothing, so that it can stand for "look here"
_RUN: Final = re.compile(f"[^{_MARK}]?{_MARK}+\u0e32?")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f`]")
_LETTER_NAME: Final = re.compile(
    r"(?:PARENTHESIZED |NEGATIVE CIRCLED |NEGATIVE SQUARED |SQUARED |CIRCLED )?"
    r"LATIN (?:SMALL |CAPITAL )?(?:LETTER )?"
    r"(?:SMALL CAPITAL |SCRIPT |DOTLESS |OPEN |LONG )?([A-Z])(?: WITH .+)?"
)
_JOINS: Final = re.compile("[\u1100-\u11ff\u3099\u309a\u0e4d]")
_LONGEST_READING: Final = 8
_BY_CATEGORY: Final = {"Cs": "\ufffd", "Cf": "", "Zs": " "}


def _invisible(code: int) -> bool:
    return (code & 0xFFFE) == 0xFFFE or any(first <= code <= last for first, last in NOISE)


def _step(char: str) -> str:
    if char in PLAIN:
        return PLAIN[char]
    category = unicodedata.category(char)
    if category in _BY_CATEGORY:
        return _BY_CATEGORY[category]
    if category == "Cc" or _invisible(ord(char)):
        return char if char in "\t\n\r\x0b\x0c" else ""
    return _sign(char) or _opened(char)


def _sign(char: str) -> str:
    """Give the digit or Latin letter that a character is by its name; empty where it is neither."""
    digit = unicodedata.digit(char, None)
    if digit is not None:
        return str(digit)
    name = _LETTER_NAME.fullmatch(unicodedata.name(char, ""))
    return "" if name is None else name[1].lower()


def _opened(char: str) -> str:
    """Give the case-folded compatibility decomposition, syllables of Hangul and kana left whole."""
    if "\u3131" <= char <= "\u318e":  # jamo that stand alone, as in laughing; not halves of syllables
        return char
    opened = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold())
    if len(opened) > _LONGEST_READING:
        return char
    return unicodedata.normalize("NFC", opened) if _JOINS.search(opened) else opened


@lru_cache(maxsize=65536)
def plain(char: str) -> str:
    """Give the plain reading of one code point: zero or more characters that read as themselves."""
    reading, before = _step(char), char
    while reading != before:
        reading, before = "".join(map(_step, reading)), reading
    return reading


class _Readings(dict[int, str]):
    """Code point → its reading if that is one free-standing character, else the mark; filled on demand."""

    def __missing__(self, code: int) -> str:
        reading = plain(chr(code))
        if len(reading) != 1 or _JOINS.match(reading):
            reading = _MARK
        if len(self) < 50_000:
            self[code] = reading
        return reading


_READINGS: Final = _Readings()


def _pieces(before: str, raw: str) -> list[Edit]:
    """Read a run of marked characters together with the character before it, already read."""
    pieces: list[Edit] = [(0, len(before), before)] if before else []
    gone = len(before)
    for index, char in enumerate(raw, start=len(before)):
        reading = plain(char)
        if not reading:
            if pieces and unicodedata.category(char)[0] in "MS":
                pieces[-1] = (pieces[-1][0], index + 1, pieces[-1][2])
        elif pieces and (joined := _joined(pieces[-1][2], reading)):
            pieces[-1] = (pieces[-1][0], index + 1, joined)
        else:
            pieces.append((index, index + 1, reading))
        gone = index + 1
    return pieces or [(0, gone, "")]


def _joined(left: str, right: str) -> str:
    """Compose a syllable, a voiced kana or sara am from its parts; empty if they do not compose."""
    if left.endswith("\u0e4d") and right == "\u0e32":
        return f"{left[:-1]}\u0e33"
    if not _JOINS.match(right):
        return ""
    together = _composed(left[-1], right)
    return left[:-1] + together if len(together) == 1 else ""


@lru_cache(maxsize=4096)
def _composed(left: str, right: str) -> str:
    return unicodedata.normalize("NFC", left + right)


_short_pieces: Final = lru_cache(maxsize=65536)(_pieces)


def _edits(original: str, marked: str) -> Iterator[Edit]:
    for run in _RUN.finditer(marked):
        start, end = run.span()
        before = "" if marked[start] == _MARK else marked[start]
        read = _short_pieces if end - start <= 8 else _pieces
        written = 0
        for first, last, reading in read(before, original[start + len(before) : end]):
            if first > written:
                yield start + written, start + first, ""
            if last - first != 1 or reading != marked[start + first]:
                yield start + first, start + last, reading
            written = last
        if start + written < end:
            yield start + written, end, ""


def fold(original: str) -> View:
    """Read a text plainly; never raises, linear in its length.

    Ordinary ASCII is lowered and runs in step with the original. Lone surrogates become U+FFFD,
    so that every view can be encoded. Folding a folded string changes nothing.
    """
    if original.isascii() and not _CONTROL.search(original):
        return View(original.lower())
    marked = original.translate(_READINGS)
    if _MARK not in marked:
        return latinise(View(marked), original)
    string, alignment = splice(marked, _edits(original, marked))
    return latinise(View(string, alignment), original)
