"""Runs of digits in a view: where one may be a number to dial, and in which pieces it may be read.

Says nothing about plans (`numbering`) or words (`calling`); only what digits and signs alone rule out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from moderation.detect.pii.numbers.checkdigits import ean
from moderation.detect.pii.phones.numbering import bare

MIN_DIGITS: Final = 6
"""Digits of a local number behind an area code that is only named."""
MAX_DIGITS: Final = 15

_STRAY: Final = 2
_SPREAD_GROUPS: Final = 8
"""Groups from which on digits are rather spread out one by one than listed."""
_LONGEST: Final = 72
"""Characters of a run that is read whole; a longer one is a list."""

_SEP: Final = r"(?:_|[^\w()+#$€£¥₹฿₫@%&=<>\"'?!:;\[\]{}°×]){0,3}"
_GROUP: Final = r"(?:\(\+?\d{1,5}\)|\d+)"
RUN: Final = re.compile(rf"(?:\+\s?)?{_GROUP}(?:{_SEP}{_GROUP})*")
EXTENSION: Final = re.compile(r"\s?(?:x|ext\.?)\s?\d{1,5}(?!\w)")
"""What may follow a number to reach one desk."""
_NEXT_ITEM: Final = re.compile(r"(?<=\d)\.\s+\d{1,2}$")
"""The number of the next item of a list, at the end of a run."""
_LABELLED: Final = re.compile(
    r"(?:tel|tlf|tfno|telf|hp|wa|zalo|zl|sdt|dt|call|text|cel|cell|zap|mob|ph|phone|whatsapp|wpp|fone|fon|handy|at|no|sms"
    r"|telp|tlp|line|viber|imo|gsm|natel|portable|telefon|telefono|numero|number|so|goi|lh|mobile|movil|celular|contact)$"
)
_CODED: Final = re.compile(r"[a-z0-9_]$|[a-z0-9][\-/.]$|[#$€£¥₹+,]$|[0-9]\s?[:×]$|[.][0-9]?$")
_MEASURE: Final = re.compile(
    r"[a-z_]|\s?(?:%|°|€|£|¥|₫|\$|kg|g|mg|ml|cl|l|cm|mm|m|km|oz|lb|lbs|inch|inches|w|watt|v|mah|gb|mb|tb|rb|ribu|k"
    r"|vnd|idr|usd|eur|eur|reais|baht|บาท|đ|dong|rupiah|points|pts|cal|kcal|stars|pcs|dpi|hz|mhz|rpm)(?![a-z])"
    r"|[\-/.,:]\w|[:×]\d"
)
_ENDS: Final = re.compile(r"(?:zalo|whatsapp|whats|wa|zap|ext|x\d|va|hrs|call|tel|line|after|evenings)")
_HARD: Final = re.compile(r",\s|;\s?|\s[/|]\s|\n|\s[–-]\s|\s\D{2,}\s")
_DATE: Final = re.compile(
    r"(?<![\d+])(?<!\d[./-])(?:\d{1,2}[./-]\d{1,2}[./-](?:1[6-9]|20|25)?\d\d|(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2})"
    r"(?![./-]?\d)"
)
_YEARS: Final = re.compile(r"(?:(?:19|20)\d\d[\s\-/,]*)+")
_PRICES: Final = re.compile(
    r"(?<!\d)\d{1,4}\.\d\d(?!\d)[\s\-/|]+\d{1,4}\.\d\d(?!\d)|^\d{1,3}(?:[.,]\d{3})+$|^\d+[.,]\d+$|^\d+0{5,}$"
)
_DOTTED: Final = re.compile(
    r"(?!0\d)(?:\d{1,2}\.){4,}\d{1,2}|(?:(?:0|1?[1-9]?\d|1\d\d|2[0-4]\d|25[0-5])(?:\.|$)){4}"
)
"""Versions and addresses on the net."""
_SPREAD: Final = re.compile(r"\d(?:\.\d){7,}")
_ALIKE: Final = re.compile(r"(\d)\1{6,}")
_UP: Final = "0123456789012345"
_SIZES: Final = frozenset({"16", "32", "64", "128", "256", "512", "1024", "2048", "1080", "1920", "2160"})
"""Of memories and screens."""
_FALLING: Final = "9876543210987654"
_DEGREES: Final = re.compile(r"\d\.\d{3,}\s*,\s*-?\d{1,3}\.\d{3,}")
_MIXED: Final = re.compile(r"(?<![\d.])\d{1,3}\.\d{1,2}[ /\-]|[ /\-]\d{1,3}\.\d{1,2}(?![\d.])")
"""A decimal among other numbers."""
_BOOK: Final = re.compile(r"97[89]\D?\d\D?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a view that may be one number; `trimmed` where a stray group was left out."""

    start: int
    end: int
    written: str
    trimmed: bool = False

    @property
    def digits(self) -> str:
        """Its digits alone."""
        return bare(self.written)


def runs(string: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of digits that no letter, currency or unit touches."""
    for run in RUN.finditer(string):
        start, end = run.span()
        end -= len(listed[0]) if (listed := _NEXT_ITEM.search(run[0])) and string[end : end + 1] == "." else 0
        before = string[max(0, start - 12) : start]
        if _CODED.search(before) and not _LABELLED.search(before):
            continue
        if _MEASURE.match(string, end) and not _ENDS.match(string, end):
            continue
        if end - start <= _LONGEST:
            yield start, end
            continue
        for cut in _HARD.finditer(string, start, end):
            if MIN_DIGITS <= cut.start() - start <= _LONGEST:
                yield start, cut.start()
            start = cut.end()


def pieces(string: str, start: int, end: int) -> tuple[Piece, ...]:
    """Give the ways to read a run, likeliest first: whole, its parts, without its first or last group."""
    if _DEGREES.search(string, start, end):
        return ()
    found = [Piece(start=start, end=end, written=string[start:end])]
    cuts = [match.span() for match in _HARD.finditer(string, start, end)]
    if cuts:
        edges = [start, *(place for cut in cuts for place in cut), end]
        parts = [Piece(start=a, end=b, written=string[a:b]) for a, b in list(pairwise(edges))[::2] if b > a]
        found.extend(part for part in parts if len(part.digits) >= MIN_DIGITS)
    groups = [match.span() for match in re.finditer(_GROUP, string[start:end])]
    if 2 < len(groups) < 8 and MIN_DIGITS + 3 < len(found[0].digits) <= MAX_DIGITS and string[start] != "+":
        # Only what is short may be something else: "2 0812 3456 7890", "0171 2345678 9-17".
        for first, last in ((1, None), (0, -1), (0, -2)):
            kept, left = groups[first:last], groups[:first] + groups[last or len(groups) :]
            apart = all(gap.isspace() for gap in _gaps(string[start:end], groups, kept))
            if kept and apart and all(b - a <= _STRAY for a, b in left):
                a, b = start + kept[0][0], start + kept[-1][1]
                found.append(Piece(start=a, end=b, written=string[a:b], trimmed=True))
    return tuple(piece for piece in found if MIN_DIGITS <= len(piece.digits) <= MAX_DIGITS)


def _gaps(run: str, groups: list[tuple[int, int]], kept: list[tuple[int, int]]) -> Iterator[str]:
    """Yield what stands between the kept groups and those left out."""
    for one, other in pairwise(groups):
        if (one in kept) is not (other in kept):
            yield run[one[1] : other[0]]


def possible(written: str) -> bool:
    """Whether digits and signs alone allow for a telephone number: no date, price, book or toy number."""
    digits = bare(written)
    if not MIN_DIGITS <= len(digits) <= MAX_DIGITS or _ALIKE.search(digits):
        return False
    if _DATE.search(written) or _PRICES.search(written) or _YEARS.fullmatch(written):
        return False
    if (_DOTTED.fullmatch(written) and not _SPREAD.fullmatch(written)) or _listed(written, digits):
        return False
    if re.search(r"\d[./]\d\D{1,3}\d[./]\d(?!\d)", written) and len(re.findall(r"\d+", written)) < 7:
        return False
    return not (len(digits) == 13 and ean(digits)) and not (len(digits) in (10, 13) and _BOOK.match(digits))


def falling(digits: str) -> bool:
    """Whether the digits only count down, as in a number that somebody made up."""
    return digits in _FALLING


def _listed(written: str, digits: str) -> bool:
    """Whether the groups count, repeat, are sizes or grow as sizes do, or hold decimals."""
    groups = re.findall(r"\d+", written)
    if digits in _UP or digits == "12345678910" or (_MIXED.search(written) and len(groups) < _SPREAD_GROUPS):
        return True
    if len(groups) < 3 or written[0] in "+(" or len(groups[0]) == 1:
        return False
    sizes = sum(group in _SIZES for group in groups)
    grows = all(int(one) < int(other) for one, other in pairwise(groups))
    return (
        len(set(groups)) == 1
        or all(group[-1] == "0" for group in groups)
        or sizes > 1
        or (len(groups) > 3 and grows and digits[0] != "0" and len(groups[0]) < 4)
    )
