"""Parts of a review: sentences cut at commas, brackets and words that turn the thought ("but").

A part is the unit of evidence: small enough to show why, large enough to be read alone.
"""

from __future__ import annotations

import re
from typing import Final

from moderation.text import Text, sentences

_TURN: Final = re.compile(
    r"""\s*[,;:()\[\]\u2013\u2014\uff0c\u3001\uff1b]+\s*(?=\S)   # punctuation inside a sentence
      | \s+(?:-+|/)\s+
      | \s+(?=(?:but|however|although|though|yet|pero|aunque|mais|mas|porem|ma|aber
             |jedoch|tapi|tetapi|namun|nhung)\b)
      | (?=\u0e41\u0e15\u0e48)|(?=\u4f46)""",
    re.VERBOSE,
)
_SHORT: Final = 4
"""A piece of fewer characters says nothing alone ("so,", "M"); it stays with the one before it."""

Range = tuple[int, int]


def parts(text: Text) -> tuple[Range, ...]:
    """Return the parts as ranges of the folded view, in order, without outer white space."""
    string = text.folded.string
    return tuple(piece for start, end in sentences(text) for piece in _cut(string, start, end))


def _cut(string: str, start: int, end: int) -> list[Range]:
    pieces: list[Range] = []
    begin = start
    for turn in _TURN.finditer(string, start, end):
        if turn.start() - begin >= _SHORT and end - turn.end() >= _SHORT:
            pieces.append((begin, turn.start()))
            begin = turn.end()
    pieces.append((begin, end))
    return pieces
