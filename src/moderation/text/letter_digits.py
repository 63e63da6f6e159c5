"""Letters that stand for digits inside a long number: 555-o1l2, 7l5 44Z 9O8S. Folded text in, edits out.

Number words are read by `digits`; look-alikes of other scripts by `confusables`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from moderation.text.view import Edit

_DIGIT_OF: Final = {"o": "0", "i": "1", "l": "1", "z": "2", "s": "5", "b": "8", "g": "9", "q": "9"}
_HINT: Final = re.compile(r"[0-9](?:[oilzsbgq]|[ .\-]o(?![a-z])|(?<=[oilzsbgq].)|(?<=(?<![a-z])o[ .\-].))")
_RUN: Final = re.compile(
    r"(?<![a-z0-9])(?=[oilzsbgq]*[ .\-]?[0-9])[oilzsbgq0-9]+"
    r"(?:[\s.\-/()*_~|]{1,3}[oilzsbgq0-9]+)*(?![a-z0-9])"
)
_PART: Final = re.compile(r"[a-z0-9]+")
_DOUBLED: Final = frozenset({"ll", "ii", "oo"})
_UNIT: Final = re.compile(r"gb|kg|mg|lb|\bg\b")
# An o beside a digit, an i or l between digits: "7250i" and "l3150" are models, " i " is a person.
_AMONG_DIGITS: Final = re.compile(
    r"(?<=[0-9])[oil](?=[oil]*[0-9])|(?<=[0-9][oil])[oil](?=[0-9])|(?<=[0-9])o|o(?=[il]?[0-9])"
)
_FEWEST: Final = 6
_NUMBER: Final = range(7, 17)
_LOOSE_NUMBER: Final = range(9, 17)
"""How many characters make a number long enough to be dialled or paid with; more where sizes look alike."""
_LONGEST: Final = 64


def _parts(string: str, run: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Give the stretches of a run without the words ("is", "so") that only look as if they belonged."""
    parts = [part.span() for part in _PART.finditer(string, *run.span())]
    spaced = sum(end - start == 1 for start, end in parts) > len(parts) / 2
    start = last = -1
    for first, end in parts:
        text = string[first:end]
        digits = any(map(str.isdigit, text))
        doubled = end - first == 2 and text in _DOUBLED and start >= 0
        if not digits and not (set(text) == {"o"} or doubled or (spaced and end - first == 1)):
            if start >= 0:
                yield start, last
            start = -1
            continue
        if start < 0:
            start = first
        last = end
    if start >= 0:
        yield start, last


def _read(text: str) -> Iterator[int]:
    """Give the places of the letters that are digits."""
    bare = [c for c in text if c.isalnum()]
    letters = sum(map(str.isalpha, bare))
    digits = len(bare) - letters
    if not letters or digits < 4 or len(bare) < _FEWEST or len(text) > _LONGEST:
        return
    tight = [match.start() for match in _AMONG_DIGITS.finditer(text)]
    loose = any(c in text for c in "zsbgq")
    enough = len(bare) in (_LOOSE_NUMBER if loose else _NUMBER) and (
        5 if not loose else 4
    ) * digits >= 2 * len(bare)
    # Numbers of goods put their letter first or last ("l3150"): then only a second one convinces.
    if enough and not _UNIT.search(text) and (tight or (not loose and letters > 1)):
        yield from (place for place, char in enumerate(text) if char.isalpha())
    elif digits > letters and not loose:
        yield from tight


def letter_digits(string: str) -> Iterator[Edit]:
    """Read o as 0, i and l as 1, and in plain company z, s, b, g as 2, 5, 8, 9."""
    if not _HINT.search(string):
        return
    for run in _RUN.finditer(string):
        for start, end in _parts(string, run):
            for place in _read(string[start:end]):
                yield start + place, start + place + 1, _DIGIT_OF[string[start + place]]
