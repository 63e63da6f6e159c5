"""How the digits of a number are dressed in the original: plain, in other digits, or so as to hide."""

from __future__ import annotations

import re
import unicodedata
from enum import IntEnum
from typing import Final

from moderation.detect.pii.phones.runs import Piece
from moderation.text import Text, View

_SINGLE_GROUPS: Final = 7
_FEWEST_SIGNS: Final = 2
_NATIVE: Final = re.compile("[\u0e50-\u0e59\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19]")
_SIGNS: Final = re.compile(r"[*~_|·•\u2190-\u2bff\U0001f000-\U0001faff]")


class Dress(IntEnum):
    """How much trouble somebody took that a machine would not read a number."""

    PLAIN = 0
    FOREIGN = 1
    """Digits of another script or width, as a keyboard gives them."""
    HIDING = 2
    """Words, letters or keycaps for digits, invisible characters, one digit at a time."""


def dress(text: Text, view: View, piece: Piece) -> Dress:
    """Look at what the author wrote where the view has these digits."""
    span = view.span(piece.start, piece.end)
    written = text.original[span.start : span.end]
    groups = re.findall(r"\d+", piece.written)
    single = len(groups) >= _SINGLE_GROUPS and sum(len(group) == 1 for group in groups) >= len(groups) - 2
    if (
        single
        or any(c.isalpha() for c in written)
        or "\u20e3" in written
        or len(_SIGNS.findall(written)) >= _FEWEST_SIGNS
        or sum(unicodedata.category(c) == "Cf" for c in written) >= _FEWEST_SIGNS
    ):
        return Dress.HIDING
    return Dress.FOREIGN if _NATIVE.search(written) else Dress.PLAIN
