"""Codes: runs of digits and letters that may be one number of something, however they are written.

"112-4839201-7738462", "S P X I D 0 4 8", "five three nine 2", "2 4 0 9 R 8 X" and "1Z 999 AA1" are each one
code. What a code is a number of is judged in `claims`; here is only where it begins and ends and what
it says once separators, number words and letters that stand for digits are read.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from moderation.detect.pii.numbers.cues import vocabulary
from moderation.detect.pii.numbers.joining import Tokens
from moderation.detect.pii.numbers.spoken import ANDS, SEPARATORS, letter_name, number_word
from moderation.text import Text

_S: Final = r"[ .,*/_|~\-]{0,3}"
LOOSE: Final = (
    (
        rf"\d(?:(?:{_S}|[a-zƽ]{{1,3}}|[\-/]?[a-z]{{1,3}}(?:[\-/][a-z]{{0,2}})?"
        r"|[ .\-]{1,3}[a-z][ .\-]{1,3})\d){4}"
    ),
    r"\d[a-z]{0,6}\d[a-z]{0,6}\d[a-z]{0,6}\d[a-z]|[a-z]\d[a-z]{0,6}\d[a-z]{0,6}\d[a-z]{0,6}\d",
    r"[a-z](?:[ .\-]{1,3}\d){4}",
)
"""What every code has in it, as RE2 and Python both read it: the screens of all who read codes."""

_LOOSE: Final = re.compile("|".join(LOOSE))
_LOOK_ALIKES: Final = str.maketrans("OQILSBZ", "0011582")
_FEW: Final = 4
_MOST: Final = 80
"""Tokens of the longest number that is spelt out; a longer run is none."""
_PAIR: Final = 2
_TWENTY: Final = 20
_HUNDRED: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One token of a code: its place in the view and what it stands for, in capitals.

    `tight` where a hyphen or the like, not a space, ties it to the part before.
    """

    start: int
    end: int
    reads: str = field(repr=False)
    spoken: bool = False
    tight: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A run of parts in a view; `spoken` where some were words."""

    parts: tuple[Part, ...]
    spoken: bool = False

    @property
    def start(self) -> int:
        """Where it begins in the view."""
        return self.parts[0].start

    @property
    def end(self) -> int:
        """Where it ends in the view."""
        return self.parts[-1].end

    @property
    def bare(self) -> str:
        """The letters and digits alone, in capitals."""
        return "".join(part.reads for part in self.parts)

    @property
    def layout(self) -> str:
        """The lengths of the parts: "3-2-4"."""
        return "-".join(str(len(part.reads)) for part in self.parts)


def numeric(code: Code) -> str:
    """Read the letters among many digits that look like digits as those; the bare code if others remain."""
    bare = code.bare
    if bare.isdecimal():
        return bare
    read = "".join(_read(part.reads, alone=len(code.parts) == 1) for part in code.parts)
    return read if read.isdecimal() and sum(map(str.isdecimal, bare)) * 5 >= len(bare) * 3 else bare


def _read(reads: str, *, alone: bool) -> str:
    """Read a part that has digits, or only the plainest look-alikes, in digits, but not a first letter."""
    if not any(map(str.isdigit, reads)) and not set(reads) <= set("OIL"):
        return reads
    return reads[0] + reads[1:].translate(_LOOK_ALIKES) if alone else reads.translate(_LOOK_ALIKES)


class _Reader(Tokens):
    """The tokens of a text on their way to codes."""

    def code(self, first: int, last: int) -> Code | None:
        """Read the tokens of a run; None where too little is in it."""
        while first < last and self._names(first, last):
            first += 1
        if last - first > _MOST:
            return None
        parts = tuple(self._parts(first, last))
        spoken = any(part.spoken for part in parts)
        if not parts or sum(c.isdecimal() for part in parts for c in part.reads) < _FEW:
            return None
        if not _LOOSE.search(self.string, parts[0].start, parts[-1].end):
            return None
        return Code(parts=parts, spoken=spoken)

    def _names(self, first: int, last: int) -> bool:
        """Whether the first token is a word for the number that follows, not its beginning."""
        word, end = self.words[first], self.words[last]
        postal = len(word) == len(end) == _PAIR and end.isalpha()
        cue = word in self.cues and number_word(word) is None
        return cue and not postal and self.joint(first) != "tight"

    def _parts(self, first: int, last: int) -> Iterator[Part]:
        at = first
        while at <= last:
            word = self.words[at]
            value = self._value(at, last)
            if value is not None:
                value, behind = self._compound(value, at, last)
                yield Part(
                    start=self.spans[at][0], end=self.spans[behind - 1][1], reads=str(value), spoken=True
                )
                at = behind
                continue
            if word not in SEPARATORS and not (word in ANDS and self.spoken and first < at < last):
                start, end = self.spans[at]
                tight = first < at and self.joint(at - 1) == "tight" and " " not in self.gap(at - 1)
                yield Part(start=start, end=end, reads=word.replace("\u01bd", "5").upper(), tight=tight)
            at += 1

    def _value(self, at: int, last: int) -> int | None:
        """Return what a number word is worth, or tens in digits before an "and"; None for all else."""
        word = self.words[at]
        if not self.digits(at):
            return number_word(word)
        linked = at + 2 <= last and self.words[at + 1] in ANDS and word.isdigit()
        return int(word) if linked and self.tens(word, self.words[at + 2]) else None

    def _compound(self, value: int, at: int, last: int) -> tuple[int, int]:
        """Add units to tens and tens to hundreds; give the sum and the token behind them."""
        behind = at + 1
        while behind <= last and value % 10 == 0 and value >= _TWENTY:
            skip = behind + (behind < last and self.words[behind] in ANDS)
            word = self.words[skip]
            unit = int(word) if len(word) == 1 and word.isdigit() else number_word(word)
            if unit is None or not 0 < unit < (_HUNDRED if value >= _HUNDRED else 10):
                break
            value, behind = value + unit, skip + 1
        return value, behind

    def spelt(self, code: Code) -> Code:
        """Take in letters that are spoken by name on both sides of a long number ("er er … de e")."""
        at = bisect_left(self.spans, (code.start, 0))
        last = bisect_left(self.spans, (code.end, 0)) - 1
        before: list[Part] = []
        while at and len(before) < _FEW and (part := self._named(at - 1, self.gap(at - 1))):
            at -= 1
            before.insert(0, part)
        after: list[Part] = []
        while (
            last + 1 < len(self.spans)
            and len(after) < _FEW
            and (part := self._named(last + 1, self.gap(last)))
        ):
            last += 1
            after.append(part)
        return Code(parts=(*before, *code.parts, *after), spoken=True) if before else code

    def _named(self, at: int, gap: str) -> Part | None:
        """Read a token as the name of a letter, if it is one and only a space or comma parts it."""
        name = letter_name(self.words[at]) if gap in {" ", ", "} else ""
        return Part(start=self.spans[at][0], end=self.spans[at][1], reads=name) if name else None


@lru_cache(maxsize=2)
def _reader(text: Text) -> _Reader:
    """Return the reader of a text; of one text it is asked for more than once."""
    return _Reader(text, vocabulary().first_words)


def codes(text: Text) -> tuple[Code, ...]:
    """Return the codes in the digits view, in order."""
    if not _LOOSE.search(text.digits.string):
        return ()
    reader = _reader(text)
    found: list[Code] = []
    at = behind = 0
    while at < len(reader.spans):
        if not any(map(str.isdigit, reader.words[at])):
            at += 1
            continue
        last = at
        while reader.onward(last, at):
            last += 1
        first = at
        while first > behind and reader.backward(first, last):
            first -= 1
        code = reader.code(first, last)
        if code is not None:
            found.append(code)
        at = behind = last + 1
    return tuple(found)


def spelt(text: Text, code: Code) -> Code:
    """Return the code with the letters around it that are spoken by name."""
    return _reader(text).spelt(code)
