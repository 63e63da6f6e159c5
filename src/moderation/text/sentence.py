"""Where sentences begin and end in the folded view. Words and clauses are not looked at."""

from __future__ import annotations

import re
from typing import Final

from moderation.text.text import Text

_ENDS: Final = re.compile(
    r"""[.!?…؟।॥]+["')\]]*(?=\s|$)   # a stop before a gap
      | [.!?]+(?=[\u3040-\u9fff\uac00-\ud7af\u0e00-\u0e7f])   # or before a script that leaves no gap
      | [\r\n]+""",
    re.VERBOSE,
)
_ABBREVIATION: Final = re.compile(
    r"(?:^|[\s(])(?:mrs?|ms|dr|prof|st|sr|sra|jr|no|nr|vs|approx|ca|etc|e\.?\s?g|i\.?\s?e|z\.\s?b|d\.\s?h|bzw"
    r"|p\.\s?ej|p\.\s?ex|art|tel|inc|ltd|co|jl|ul|av|dott|sig|ing|bp|ibu|tp|[a-z])\.$"
)
_LONGEST_ABBREVIATION: Final = 8


def sentences(text: Text) -> tuple[tuple[int, int], ...]:
    """Give the sentences as half-open ranges of `text.folded`, in order, without outer white space.

    A line is a sentence too. A full stop after an abbreviation or an initial does not end one.
    Together the ranges cover every character that is not white space.
    """
    string = text.folded.string
    found: list[tuple[int, int]] = []
    begin = 0
    for stop in _ENDS.finditer(string):
        end = stop.end()
        if stop[0] == "." and _ABBREVIATION.search(string[max(begin, end - _LONGEST_ABBREVIATION) : end]):
            continue
        found.append((begin, end))
        begin = end
    found.append((begin, len(string)))
    return tuple(trimmed for start, end in found if (trimmed := _trimmed(string, start, end)))


def _trimmed(string: str, start: int, end: int) -> tuple[int, int] | None:
    piece = string[start:end]
    bare = piece.strip()
    if not bare:
        return None
    first = start + len(piece) - len(piece.lstrip())
    return first, first + len(bare)
