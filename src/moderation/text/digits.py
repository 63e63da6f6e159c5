"""The digits view: numbers that are spoken, spelt or disguised, written as digits.

Only rows count: at least three number words one after another (fewer among digits), so that "one
star" stays. The words themselves live in `number_words`, letters that pass for digits in
`letter_digits`. Between words a single space, comma or hyphen goes ("five five five" becomes "555");
every other separator stays, because patterns for numbers allow for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from moderation.text.letter_digits import letter_digits
from moderation.text.number_words import (
    AND,
    DASHES,
    MISSPELT,
    PLUS,
    PLUS_TEN,
    REPEATS,
    STARTED,
    TIMES_HUNDRED,
    TIMES_TEN,
    UNSPACED,
    UNTIL,
    VALUES,
    WEAK,
)
from moderation.text.view import Edit, View, rewrite

_FEWEST_WORDS: Final = 3
_VALUED: Final = frozenset(VALUES)
_KNOWN: Final = _VALUED | frozenset(REPEATS) | TIMES_TEN | TIMES_HUNDRED | PLUS_TEN | AND | DASHES | PLUS
_LIVE: Final = _VALUED - {"o", "le", "do", "um", "un", "una", "une", "ein", "eine", "uma"}
"""Words of which one at least must be there; the others are too common to make a text worth reading."""
_INSIDE: Final = {*UNSPACED, *(word for word in _KNOWN if not word.isascii())}
_UNSPACED_WORD: Final = "|".join(sorted(_INSIDE, key=len, reverse=True))
_WORD: Final = re.compile(r"[^\W_][\w!$@]*")
_TOKEN: Final = re.compile(
    rf"(?P<inside>{_UNSPACED_WORD})"
    r"|(?P<word>[^\W\d_](?:[\w!$@]*[^\W_])?|[1-9!$@]+[a-z][\w!$@]*[a-z])|(?P<digits>[0-9]+)"
)
_GAP: Final = re.compile(r"[^\w!?$€£¥%#<>]{0,6}")
_UNLEET: Final = str.maketrans("013457!$@", "oieastisa")
_UNSPACED_NUMBER: Final = re.compile(f"(?:(?:{_UNSPACED_WORD})[\\s\\-.,0-9]*){{3}}")
_PARTS: Final = re.compile(r"[a-z]+|[0-9]+")
_ALIKE: Final = re.compile(r"(?=[oil]*[0-9])[0-9oil]{2,5}(?<!th)")
_ALIKE_DIGITS: Final = str.maketrans("oil", "011")
_ONES: Final = frozenset({"i", "l"})
_LAST_HOUR: Final = 24
_LAST: Final = re.compile(r"(?<![^\W_])([^\W\d_]+)\s$")
_GLUED: Final = 4
"""Words and digits of one token that nobody would write but to hide a number."""
_CLOSE: Final = frozenset({" ", ", ", ",", "-"})


class _Number(NamedTuple):
    """One token of a row: where it is, how it may be read, and whether it was glued from words and digits."""

    start: int
    end: int
    word: str = ""
    value: int | None = None
    digits: str = ""
    glued: bool = False
    alike: bool = False


def _read(word: str) -> str | None:
    """Give the number word that a token is, leetspeak undone; None where it is none."""
    if word in _KNOWN:
        return word
    if word in STARTED:
        return STARTED[word]
    bare = word.translate(_UNLEET)
    if bare != word:
        bare = MISSPELT.get(bare, bare)
        if bare in VALUES:
            return bare
    return None


def _glued(word: str) -> list[str]:
    """Give the parts of a token that is number words and digits without gaps ("98two0"); else nothing."""
    parts: list[str] = _PARTS.findall(word)
    if len(parts) < 2 or sum(map(len, parts)) != len(word):
        return []
    known = all(part.isdigit() or (len(part) > 1 and part in VALUES) for part in parts)
    return parts if known and not word.isdigit() else []


def _token(token: re.Match[str]) -> list[_Number]:
    """Read one token as numbers; nothing where it is none."""
    start, end = token.span()
    text = token[0]
    if token["digits"]:
        return [_Number(start, end, digits=text)]
    if token["inside"]:
        return [_Number(start, end, text, UNSPACED.get(text))]
    if _ALIKE.fullmatch(text):
        return [_Number(start, end, digits=text.translate(_ALIKE_DIGITS), alike=True)]
    if parts := _glued(text):
        numbers = []
        for part in parts:
            end = start + len(part)
            digits = part if part.isdigit() else ""
            word = "" if digits else part
            numbers.append(_Number(start, end, word, VALUES.get(part), digits, glued=True))
            start = end
        return numbers
    read = _read(text)
    if read is None:
        return [_Number(start, end, digits="1", alike=True)] if text in _ONES and _hyphened(token) else []
    return [_Number(start, end, read, VALUES.get(read))]


def _hyphened(token: re.Match[str]) -> bool:
    """Whether a token stands between hyphens."""
    string = token.string
    return string[token.start() - 1 : token.start()] == "-" == string[token.end() : token.end() + 1]


def _rows(string: str) -> Iterator[list[_Number]]:
    """Give the longest rows of number tokens with nothing but separators between them."""
    row: list[_Number] = []
    for token in _TOKEN.finditer(string):
        numbers = _token(token)
        if row and (not numbers or not _GAP.fullmatch(string, row[-1].end, numbers[0].start)):
            yield row
            row = []
        row.extend(numbers)
    if row:
        yield row


def _untimed(string: str, row: list[_Number]) -> list[_Number]:
    """Leave out a time of day at the beginning of a row: "before ten, nine one four"."""
    hour = row[0].value if row else None
    if (
        hour is None
        or not 0 < hour <= _LAST_HOUR
        or len(row) < 2
        or string[row[0].end : row[1].start].strip() not in {",", ";", ":"}
        or (before := _LAST.search(string, max(0, row[0].start - 16), row[0].start)) is None
        or before[1] not in UNTIL
    ):
        return row
    return row[1:]


def _timeless(string: str) -> Iterator[list[_Number]]:
    """Give the rows without the times of day before them."""
    for row in _rows(string):
        yield _untimed(string, row)


def _counts(row: list[_Number]) -> bool:
    words = [number.word for number in row if number.value is not None]
    strong = sum(word not in WEAK for word in words)
    digits = sum(len(number.digits) for number in row)
    if sum(number.glued for number in row) >= _GLUED:
        return True
    if len(words) < _FEWEST_WORDS:
        among = bool(row[0].digits and row[-1].digits)
        return strong > 0 and (digits >= 5 if among else digits >= 4 and len(words) == 2)
    distinct = len(set(words))
    return strong >= 2 or (strong == 1 and distinct >= 3) or distinct >= 4 or (distinct == 3 and digits >= 3)


def _compound(row: list[_Number], index: int) -> tuple[int, int]:
    """Read one number of a row, hundreds and tens with their unit; give its value and the index behind it."""
    value, after = row[index].value, index + 1
    word = row[after].word if after < len(row) else ""
    if value is None:
        return _added(row, after, 10, 1, 9)
    if 1 <= value <= 9:
        if word in TIMES_HUNDRED:
            return _hundreds(row, 100 * value, after + 1) if word != "hundred" else (100 * value, after + 1)
        if word in PLUS_TEN:
            return 10 + value, after + 1
        if word in TIMES_TEN:
            value, after = 10 * value, after + 1
        elif value == 4 and word in {"vingt", "vingts"}:
            value, after = 80, after + 1
    return _hundreds(row, value, after) if value >= 100 else _tens(row, value, index, after)


def _tens(row: list[_Number], value: int, index: int, after: int) -> tuple[int, int]:
    """Add the unit to whole tens."""
    if row[index].word == "dix":
        return _added(row, after, 10, 7, 9)
    if value < 20 or value % 10:
        return value, after
    # "soixante-quinze" and "quatre-vingt-quinze" go on past nine.
    beyond = value == 80 or row[index].word == "soixante"
    unit = after + (after < len(row) and row[after].word in AND)
    total, behind = _added(row, unit, value, 1, 9)
    if beyond and behind == unit and unit < len(row) and 10 <= (row[unit].value or 0) <= 16:
        more, behind = _compound(row, unit)
        total = value + more
    return (total, behind) if behind > unit else (value, after)


def _hundreds(row: list[_Number], value: int, after: int) -> tuple[int, int]:
    """Add what follows whole hundreds: "duzentos e oito", "quatre cent septante-deux"."""
    joined = after < len(row) and row[after].word in AND
    index = after + joined
    if value % 100 == 0 and index < len(row) and (row[index].value or 0) >= (1 if joined else 10):
        more, behind = _compound(row, index)
        if more < 100:
            return value + more, behind
    return value, after


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
        numeric = follower is not number and (follower.value is not None or follower.digits != "")
        if times is not None and (follower.value is not None or len(follower.digits) == 1):
            yield number.start, follower.end, (follower.digits or str(follower.value)) * times
            index += 2
        elif number.value is not None or (number.word in TIMES_TEN and numeric):
            value, behind = _compound(row, index)
            yield number.start, row[behind - 1].end, str(value)
            index = behind
        else:
            if number.alike:
                yield number.start, number.end, number.digits
            if number.word in PLUS and index == 0 and numeric:
                yield number.start, number.end, "+"
            elif number.word in DASHES and index > 0 and numeric:
                yield number.start, number.end, "-"
            index += 1


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
    if not string.isascii() and _UNSPACED_NUMBER.search(string):
        return True
    words = _WORD.findall(string)
    return not (_LIVE.isdisjoint(words) and all(map(str.isalpha, words))) and _close(words)


def _close(words: list[str]) -> bool:
    """Whether enough number words, or some and digits, follow each other."""
    row = digits = 0
    for word in words:
        if word in _VALUED:
            row += 1
        elif word.isalpha():
            if word not in _KNOWN:
                row = digits = 0
        elif word.isdigit():
            digits += len(word)
        elif (parts := _PARTS.findall(word)) and not _VALUED.isdisjoint(parts):
            row += len(parts)
            digits += sum(map(str.isdigit, word))
        elif _read(word.rstrip("!$@")) is not None:
            row += 1
        if row >= _FEWEST_WORDS or (row and digits >= 4):
            return True
    return False


def spell_digits(folded: View) -> View:
    """Give the digits view: the folded view itself where there is nothing to change."""
    view = folded
    if _spoken(view.string):
        view = rewrite(
            view,
            (edit for row in _timeless(view.string) if _counts(row) for edit in _spelt(view.string, row)),
        )
    return rewrite(view, letter_digits(view.string))


def worded(string: str) -> Iterator[tuple[int, int, str]]:
    """Give the numbers of a folded text that stand in words, each row of them as one edit.

    For what has short numbers (houses, postcodes): rows end at commas, and one word alone counts only
    where it is no other word. "acht vier" gives "84", "two-oh-four" "204", "sechzig drei" "63".
    """
    for row in _rows(string):
        for part in _uncomma(string, row):
            words = [number.word for number in part if number.value is not None]
            if not words or (len(words) < 2 and set(words) <= WEAK):
                continue
            yield part[0].start, part[-1].end, "".join(digits for _, _, digits in _numbers(part))


def _uncomma(string: str, row: list[_Number]) -> Iterator[list[_Number]]:
    """Break a row at its commas, and leave out what is no number at its ends."""
    part: list[_Number] = []
    for number in row:
        if part and string[part[-1].end : number.start] not in {" ", "-", " - "}:
            yield from _trimmed(part)
            part = []
        part.append(number)
    yield from _trimmed(part)


def _trimmed(part: list[_Number]) -> Iterator[list[_Number]]:
    while part and part[0].value is None and part[0].word not in TIMES_TEN:
        part = part[1:]
    while part and part[-1].word in AND | DASHES | PLUS:
        part = part[:-1]
    if part and not any(number.digits for number in part):
        yield part
