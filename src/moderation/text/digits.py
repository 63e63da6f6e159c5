"""The digits view: numbers that are spoken, spelt or disguised, written as digits.

Only rows count: at least three number words one after another, so that "one star" stays. The words
themselves live in `number_words`. Between words a single space, comma or hyphen goes ("five five five"
becomes "555"); every other separator stays, because patterns for numbers allow for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from moderation.text.number_words import AND, MISSPELT, PLUS_TEN, REPEATS, THAI, TIMES_TEN, VALUES, WEAK
from moderation.text.view import Edit, View, rewrite

_FEWEST_WORDS: Final = 3
_WORD: Final = re.compile(r"[^\W_][\w!$@]*")
_TOKEN: Final = re.compile(
    rf"(?P<thai>{'|'.join(THAI)})|(?P<word>[^\W\d_](?:[\w!$@]*[^\W_])?|[1-9!$@]+[a-z][\w!$@]*[a-z])|(?P<digits>[0-9]+)"
)
_GAP: Final = re.compile(r"[\s\-.,;:/()+*_~·|\"'=&]{0,6}")
_UNLEET: Final = str.maketrans("013457!$@", "oieastisa")
_THAI_NUMBER: Final = re.compile(f"(?:(?:{'|'.join(THAI)})[\\s\\-.,0-9]*){{3}}")
_LOOK_ALIKE: Final = re.compile(
    r"(?<![^\W\d_])(?=[oil]*[0-9])(?:[0-9oil][\s.\-]?){5,}(?<=[0-9oil])(?![^\W_])"
)
# An o beside a digit, an i or l between digits: "7250i" and "l3150" are models, " i " is a person.
_AMONG_DIGITS: Final = re.compile(
    r"(?<=[0-9])[oil](?=[oil]*[0-9])|(?<=[0-9][oil])[oil](?=[0-9])|(?<=[0-9])o|o(?=[il]?[0-9])"
)
_VALUED: Final = frozenset(VALUES)
_KNOWN: Final = _VALUED | frozenset(REPEATS) | TIMES_TEN | PLUS_TEN | AND
_CLOSE: Final = frozenset({" ", ", ", ",", "-"})
_LONGEST_NUMBER: Final = 64


class _Number(NamedTuple):
    """One token of a row: where it is, and how it may be read."""

    start: int
    end: int
    word: str = ""
    value: int | None = None
    digits: str = ""


def _read(word: str) -> str | None:
    """Give the number word that a token is, leetspeak undone; None where it is none."""
    if word in _KNOWN:
        return word
    bare = word.translate(_UNLEET)
    if bare != word:
        bare = MISSPELT.get(bare, bare)
        if bare in VALUES:
            return bare
    return None


def _rows(string: str) -> Iterator[list[_Number]]:
    """Give the longest rows of number tokens with nothing but separators between them."""
    row: list[_Number] = []
    for token in _TOKEN.finditer(string):
        start, end = token.span()
        if row and not _GAP.fullmatch(string, row[-1].end, start):
            yield row
            row = []
        if token["digits"]:
            row.append(_Number(start, end, digits=token[0]))
        elif token["thai"]:
            row.append(_Number(start, end, token[0], THAI[token[0]]))
        elif (word := _read(token[0])) is not None:
            row.append(_Number(start, end, word, VALUES.get(word)))
        elif row:
            yield row
            row = []
    if row:
        yield row


def _counts(row: list[_Number]) -> bool:
    words = [number.word for number in row if number.value is not None]
    if len(words) < _FEWEST_WORDS:
        return False
    strong = [word for word in words if word not in WEAK]
    return len(strong) >= 2 or (len(strong) == 1 and len(set(words)) >= 3) or len(set(words)) >= 4


def _compound(row: list[_Number], index: int) -> tuple[int, int]:
    """Read one number of a row, tens with their unit; give its value and the index behind it."""
    value, after = row[index].value or 0, index + 1
    word = row[after].word if after < len(row) else ""
    if 1 <= value <= 9 and word in PLUS_TEN:
        return 10 + value, after + 1
    if 1 <= value <= 9 and word in TIMES_TEN:
        value, after = 10 * value, after + 1
    elif value == 4 and word in {"vingt", "vingts"}:
        value, after = 80, after + 1
    most = 0
    if value >= 20 and value % 10 == 0:
        # "soixante-quinze" and "quatre-vingt-quinze" go on past nine.
        most = 19 if value == 80 or row[index].word == "soixante" else 9
    elif row[index].word == "dix":
        return _added(row, after, 10, 7, 9)
    unit = after + (most > 0 and after < len(row) and row[after].word in AND)
    total, behind = _added(row, unit, value, 1, min(most, 9))
    if most == 19 and behind == unit and unit < len(row) and 10 <= (row[unit].value or 0) <= 16:
        more, behind = _compound(row, unit)
        total = value + more
    return (total, behind) if behind > unit else (value, after)


def _added(row: list[_Number], index: int, value: int, least: int, most: int) -> tuple[int, int]:
    """Add the number at `index` if it lies within the bounds; give the sum and the index behind it."""
    more = row[index].value if index < len(row) else None
    return (value, index) if more is None or not least <= more <= most else (value + more, index + 1)


def _numbers(row: list[_Number]) -> Iterator[Edit]:
    """Read the words of a row one number after another."""
    index = 0
    while index < len(row):
        number = row[index]
        times = REPEATS.get(number.word)
        follower = row[index + 1] if index + 1 < len(row) else number
        if times is not None and (follower.value is not None or len(follower.digits) == 1):
            yield number.start, follower.end, (follower.digits or str(follower.value)) * times
            index += 2
        elif number.value is None:
            index += 1
        else:
            value, behind = _compound(row, index)
            yield number.start, row[behind - 1].end, str(value)
            index = behind


def _spelt(string: str, row: list[_Number]) -> Iterator[Edit]:
    """Write the numbers of a row, and close the small gaps between those that were words."""
    written = -1
    for start, end, digits in _numbers(row):
        if written >= 0 and string[written:start] in _CLOSE:
            yield written, start, ""
        yield start, end, digits
        written = end


def _spoken(string: str) -> bool:
    """Whether number words stand close enough for a row to be possible; cheap, and never too strict."""
    if not string.isascii() and _THAI_NUMBER.search(string):
        return True
    words = _WORD.findall(string)
    if _KNOWN.isdisjoint(words) and all(map(str.isalpha, words)):
        return False
    row = 0
    for word in words:
        if word in _VALUED:
            row += 1
        elif word.isalpha():
            if word not in _KNOWN:
                row = 0
        elif not word.isdigit() and _read(word.rstrip("!$@")) is not None:
            row += 1
        if row == _FEWEST_WORDS:
            return True
    return False


def _look_alikes(string: str) -> Iterator[Edit]:
    """Read o as 0 and i, l as 1 among the digits of a long number, such as 555-o1l2."""
    for number in _LOOK_ALIKE.finditer(string):
        text = number[0]
        digits = sum(map(str.isdigit, text))
        letters = sum(map(str.isalpha, text))
        if not letters or len(text) > _LONGEST_NUMBER or digits < max(4, letters + 1):
            continue
        for letter in _AMONG_DIGITS.finditer(text):
            place = number.start() + letter.start()
            yield place, place + 1, "0" if letter[0] == "o" else "1"


def spell_digits(folded: View) -> View:
    """Give the digits view: the folded view itself where there is nothing to change."""
    view = folded
    if _spoken(view.string):
        view = rewrite(
            view, (edit for row in _rows(view.string) if _counts(row) for edit in _spelt(view.string, row))
        )
    if "o" in view.string or "l" in view.string or "i" in view.string:
        view = rewrite(view, _look_alikes(view.string))
    return view
