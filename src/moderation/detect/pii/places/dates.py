"""Dates as people write them: in figures, names of months, words, Roman numerals, in three calendars.

What a date is the date of lives in `birth`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from moderation.detect.pii.gazette import any_of, listed
from moderation.detect.pii.recognizer import folded
from moderation.text.number_words import AND, PLUS_TEN, TIMES_HUNDRED, TIMES_TEN, UNSPACED, VALUES

MONTH: Final = any_of(listed("births", "months"))
THAI_MONTH: Final = any_of(listed("births", "thai_months"))
YEAR: Final = r"(?:19\d\d|20[0-3]\d|24[5-9]\d|25[0-7]\d)"
ORDINAL: Final = any_of(listed("births", "ordinals"))
_BUDDHIST: Final = 2400
_ERA: Final = 543
_BETWEEN: Final = folded(
    r"(?:\s?[./\-·•_|\\,]\s?|\s?[\-–]\s|\s(?:dot|slash|dash|stroke|punto|barra|point|tiret|punkt|strich"
    r"|ponto|titik|garis miring|strip|cham|gach|gach cheo|xet|tret|ขีด|ทับ|จุด)\s)"
)
_DAY: Final = r"(?:0?[1-9]|[12]\d|3[01])"
_ROMAN_MONTH: Final = r"(?:x(?:i{1,2})?|ix|iv|v?i{1,3}|v)"
_ROMAN_YEAR: Final = r"mc?m[lxcvi]{1,8}"
_OF: Final = (
    r"(?:\s?(?:st|nd|rd|th|er|o|a|º|\.)(?!\w))?,?\s?(?:of|de|del|di|thang|bulan|do|,|day\sof(?:\sthe)?)?\s?"
)
_SHORT: Final = r"(?:'?\d\d(?!\d))"


def dated(year: str) -> str:
    """Return the ways to write a full date in figures and names of months with such a year, folded."""
    return (
        rf"(?:{_DAY}{_BETWEEN}{_DAY}{_BETWEEN}{year}|{year}{_BETWEEN}{_DAY}{_BETWEEN}{_DAY}"
        rf"|{_DAY}\s(?:0?[1-9]|1[0-2])\s{year}"
        rf"|{_DAY}{_OF}{MONTH}(?!\w)\.?,?\s?(?:de\s|del\s|of\s|do\s|nam\s|'|,\s?){{0,2}}{year}"
        rf"|{_DAY}{_BETWEEN}(?:{MONTH}|{_ROMAN_MONTH}){_BETWEEN}{year}"
        rf"|{year}{_BETWEEN}(?:{MONTH}|{_ROMAN_MONTH}){_BETWEEN}{_DAY}"
        rf"|{year},?\s{MONTH},?\s(?:the\s)?{_DAY}(?:st|nd|rd|th)?"
        rf"|{MONTH}\.?\s(?:the\s)?{_DAY}(?:st|nd|rd|th)?,?\s(?:of\s)?{year}"
        rf"|{_DAY},?\s(?:thang|/)\s?\d{{1,2}},?\s(?:nam\s)?{year}"
        rf"|{_DAY}(?:st|nd|rd|th)?\sday\sof\s(?:the\s)?\d{{1,2}}(?:st|nd|rd|th)?(?:\smonth)?,?\s(?:of\s)?{year}"
        rf"|{_DAY}\s?(?:เดือน)?\s?{THAI_MONTH}\s?(?:ปี|พ\.?ศ\.?|ค\.?ศ\.?)?\s?{year}"
        rf"|{year}\s?年\s?\d{{1,2}}\s?月\s?\d{{1,2}}\s?日)"
    )


_FREE: Final = r"(?<![\w./\-])"
_END: Final = r"(?![\w/\-]|\.\d)"
_SPACED: Final = (
    r"(?:\d\s){3}\d\s?[\-./]\s?\d\s\d\s?[\-./]\s?\d\s\d|\d\s\d\s?[\-./]\s?\d\s\d\s?[\-./]\s?(?:\d\s){3}\d"
)
_COMPACT: Final = (
    r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d"
    r"|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d"
)
_ROMAN: Final = (
    rf"{_ROMAN_YEAR}\s?[./\-·•|\s]\s?[xvi]{{1,5}}\s?[./\-·•|\s]\s?[xvi]{{1,6}}"
    rf"|[xvi]{{1,6}}\s?[./\-·•|\s]\s?[xvi]{{1,5}}\s?[./\-·•|\s]\s?{_ROMAN_YEAR}"
)
_SIGNED: Final = re.compile(
    rf"{_FREE}(?:(?P<long>{dated(YEAR)})|(?P<roman>{_ROMAN})|(?P<spaced>{_SPACED})"
    rf"|(?P<short>{dated(_SHORT)})|(?P<compact>{_COMPACT})){_END}"
)
_DAY_MONTH: Final = re.compile(
    rf"{_FREE}(?:(?:(?:{_DAY}|{ORDINAL}){_OF}{MONTH}|{MONTH}\.?\s(?:the\s)?{_DAY}(?:st|nd|rd|th)?"
    rf"|{_DAY}\s?{THAI_MONTH}|{_DAY}\sthang\s(?:\d{{1,2}}|gieng|chap)|{_DAY}\s?/\s?{_DAY}|{_DAY}\.\s?{_DAY}\.)"
    rf"(?![\w/]))"
)
_YEARS: Final = re.compile(r"(?<![\w.,/\-])(?:19[2-9]\d|20[0-2]\d|24[6-9]\d|25[0-6]\d)(?![\w/\-]|[.,]\d)")

_AMBIGUOUS: Final = frozenset(
    {"le", "o", "do", "e", "tu", "che", "sat", "ate", "for", "tree", "fo", "hong", "hok"}
)
_NUMBER: Final = any_of(
    [word for word in VALUES if word.isascii() and len(word) > 1 and word not in _AMBIGUOUS]
    + [
        *(word for word in (*TIMES_TEN, *TIMES_HUNDRED, *PLUS_TEN) if word.isascii()),
        *(
            "thousand",
            "mil",
            "mille",
            "ribu",
            "seribu",
            "sepuluh",
            "nghin",
            "ngan",
            "tram",
            "hundert",
            "tausend",
        ),
    ]
)
_GERMAN_YEAR: Final = r"(?:neunzehnhundert|zweitausend)[a-z]*"
_CONTENT: Final = rf"(?:{_GERMAN_YEAR}|{ORDINAL}|{_NUMBER}|{MONTH}|\d{{1,4}}(?:st|nd|rd|th|er)?\.?)(?![^\W_])"
_LINK: Final = (
    r"(?:of|the|de|del|do|da|di|du|dell|el|la|den|der|vom|day|month|year|thang|nam|ngay|mung|bulan|tahun"
    r"|tanggal|mes|ano|anno|mois|an|jahr|monat|in|im|" + "|".join(sorted(AND)) + r")"
)
_WORDED: Final = re.compile(
    rf"(?<![^\W_])(?:the\s)?(?P<value>{_CONTENT}(?:[\s,.\-/]{{1,3}}(?:{_LINK}[\s']){{0,3}}{_CONTENT}){{1,11}})"
)
_PART: Final = re.compile(
    rf"(?P<month>(?<![^\W_]){MONTH}(?![^\W_]))|(?P<ordinal>(?<![^\W_]){ORDINAL}(?![^\W_]))"
    rf"|(?P<number>(?<![^\W_])(?:{_GERMAN_YEAR}|{_NUMBER}|\d{{1,4}})(?![^\W_\d]{{3}}))"
    r"|(?P<thang>(?<![^\W_])(?:thang|month|bulan|mes|monat|mois)(?![^\W_]))"
)
_LINKED: Final = re.compile(r"\s(?:de|do|del|of|di|da)\s")
_OLD: Final = re.compile(
    r"\b(?:1[0-8]\d\d|(?:seventeen|eighteen|sixteen|fifteen)\s(?:hundred|\w+ty|\w+teen)"
    r"|(?:siebzehn|achtzehn|sechzehn|funfzehn)hundert\w*"
    r"|mil (?:ochocientos|setecientos|oitocentos|setecentos)"
    r"|mille (?:huit|sept) cent)"
)
_THAI_NUMBER: Final = (
    "(?:" + "|".join(sorted([*UNSPACED, "สิบ", "ยี่สิบ", "ร้อย", "พัน"], key=len, reverse=True)) + ")"
)
_THAI_WORDED: Final = re.compile(
    rf"(?:{_THAI_NUMBER}\s?){{1,4}}(?:เดือน)?\s?{THAI_MONTH}\s?(?:ปี|พ\.?ศ\.?|ค\.?ศ\.?)?\s?"
    rf"(?:\d{{2,4}}|(?:{_THAI_NUMBER}\s?){{1,7}})"
)
_FEWEST: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A date at a place of a view: `year` of the common era, 0 where it has two figures or is in words.

    `form` says how it is written: long, short, roman, spaced, compact, worded, day (no year), year alone.
    """

    start: int
    end: int
    form: str
    year: int = 0


def _common(year: int) -> int:
    return year - _ERA if year > _BUDDHIST else year


def full_dates(string: str) -> Iterator[Dated]:
    """Yield the dates with a year that are written in figures, months' names or Roman numerals."""
    for found in _SIGNED.finditer(string):
        form = str(found.lastgroup)
        year = re.search(YEAR, re.sub(r"\s", "", found[0]) if form == "spaced" else found[0])
        yield Dated(
            start=found.start(),
            end=found.end(),
            form=form,
            year=_common(int(year[0])) if year and form in ("long", "spaced") else 0,
        )


def worded_dates(string: str) -> Iterator[Dated]:
    """Yield dates told in words ("the fifth of June seventy-one"), also with a part in figures."""
    for found in _WORDED.finditer(string):
        value = found["value"]
        kinds = [str(part.lastgroup) for part in _PART.finditer(value)]
        told = len(kinds) - kinds.count("thang")
        named = "month" in kinds or "thang" in kinds or kinds.count("ordinal") > 1
        year = re.search(rf"\b{YEAR}\b", value)
        if told < _FEWEST or _OLD.search(value) or not re.search(r"[a-z]{3}", value):
            if "month" in kinds and "ordinal" in kinds and told == 2 and not _OLD.search(value):
                yield Dated(start=found.start(), end=found.end(), form="day")
            continue
        if not named and len(_LINKED.findall(value)) < 2 and not re.search(_GERMAN_YEAR, value):
            continue
        yield Dated(
            start=found.start(), end=found.end(), form="worded", year=_common(int(year[0])) if year else 0
        )
    for found in _THAI_WORDED.finditer(string):
        yield Dated(start=found.start(), end=found.end(), form="worded")


def parts_of_dates(string: str) -> Iterator[Dated]:
    """Yield days with their month, and years that stand alone: parts of a date that words keep apart."""
    for found in _DAY_MONTH.finditer(string):
        yield Dated(start=found.start(), end=found.end(), form="day")
    for found in _YEARS.finditer(string):
        yield Dated(start=found.start(), end=found.end(), form="year", year=_common(int(found[0])))
