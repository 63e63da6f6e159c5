"""Dates of birth: a date that a birth word introduces, in figures or words. Other dates are none.

Words for births, birthdays and for all other dates (purchase, expiry, weddings) are data
(`words/births.yaml`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar, Final

from moderation.detect.pii.gazette import any_of, listed, whole
from moderation.detect.pii.recognizer import Hit, Screen, ShapeSeeker, folded, shape
from moderation.findings import Kind
from moderation.text import Text
from moderation.text.number_words import VALUES

_MONTH: Final = any_of(listed("births", "months"))
_THAI: Final = any_of(listed("births", "thai_months"))
_YEAR: Final = r"(?:19\d\d|20[0-3]\d|24[5-9]\d|25[0-7]\d)"
_EARLIER: Final = r"(?:19\d\d|20[01]\d|24[5-9]\d|25[0-6]\d)"
_BETWEEN: Final = folded(
    r"(?:\s?[./\-·_|\\]\s?|\s(?:dot|slash|dash|stroke|punto|barra|point|tiret|punkt|strich"
    r"|ponto|titik|garis miring|strip|cham|gach|gach cheo|xet|tret|ขีด|ทับ|จุด)\s)"
)
_DAY: Final = r"(?:0?[1-9]|[12]\d|3[01])"
_OF: Final = r"(?:\s?(?:st|nd|rd|th|er|o|a|º|\.)(?!\w))?,?\s?(?:of|de|del|di|thang|tháng|bulan|do|,)?\s?"


def _dated(year: str) -> str:
    """Return the ways to write a full date with such a year, in the folded view."""
    return (
        rf"(?:{_DAY}{_BETWEEN}{_DAY}{_BETWEEN}{year}|{year}{_BETWEEN}{_DAY}{_BETWEEN}{_DAY}"
        rf"|{_DAY}\s(?:0?[1-9]|1[0-2])\s{year}"
        rf"|{_DAY}{_OF}{_MONTH}(?!\w)\.?,?\s?(?:de\s|del\s|of\s|do\s|')?{year}"
        rf"|{_DAY}{_BETWEEN}{_MONTH}{_BETWEEN}{year}"
        rf"|{_MONTH}\.?\s(?:the\s)?{_DAY}(?:st|nd|rd|th)?,?\s(?:of\s)?{year}"
        rf"|{_DAY},?\s(?:thang|/)\s?\d{{1,2}},?\s(?:nam\s)?{year}"
        rf"|{_DAY}\s?(?:เดือน)?\s?{_THAI}\s?(?:ปี|พ\.?ศ\.?|ค\.?ศ\.?)?\s?{year}"
        rf"|{year}\s?年\s?\d{{1,2}}\s?月\s?\d{{1,2}}\s?日)"
    )


DATE: Final = folded(_dated(rf"(?:{_YEAR}|\d\d(?!\d))"))
"""A full date with a year, in the folded view."""
_FULL: Final = folded(_dated(_YEAR))
_PAST: Final = folded(_dated(_EARLIER))
_NO_YEAR: Final = folded(
    rf"(?:{_DAY}{_OF}{_MONTH}|{_MONTH}\.?\s(?:the\s)?{_DAY}(?:st|nd|rd|th)?|{_DAY}\s?{_THAI}"
    rf"|{_DAY}\s?/\s?{_DAY})(?![\w/])"
)
_WORDS: Final = any_of(
    [word for word, worth in VALUES.items() if worth < 100 and len(word) > 2]
    + [
        "thousand",
        "hundred",
        "mil",
        "mille",
        "cent",
        "novecientos",
        "novecentos",
        "ribu",
        "ratus",
        "puluh",
        "belas",
        "nghin",
        "ngan",
        "tram",
        "muoi",
        "neunzehnhundert",
        "zweitausend",
    ]
)
_ORDINAL: Final = any_of(listed("births", "ordinals"))
_SPOKEN: Final = rf"{_WORDS}(?:[\s-](?:(?:and|y|e|et|und)\s)?{_WORDS}){{0,7}}"
_OLD: Final = (
    rf"(?:,?\s(?:de\s|del\s|nam\s|in\s|of\s|tahun\s)?(?:{_SPOKEN}|\w{{0,20}}(?:hundert"
    r"|tausend|undneunzig|undachtzig|undsiebzig|undsechzig)\w{0,20}|\d{2,4}))"
)
_WORDED: Final = (
    rf"(?:(?:the\s|el\s|le\s)?(?:(?:{_ORDINAL}(?:\s{_SPOKEN})?|{_SPOKEN})(?:\s(?:of|de|del"
    rf"|thang|bulan|di))?\s(?:{_MONTH}|{_ORDINAL}|{_WORDS})|\d{{1,2}}(?:\s(?:of|de|del"
    rf"|di))?\s{_MONTH}){_OLD})"
)
_BORN: Final = whole(listed("births", "born"))
_BIRTHDAY: Final = whole([*listed("births", "birthday"), *listed("births", "born")])
_ENGRAVED: Final = whole(listed("births", "personalised"))
_NAMED: Final = re.compile(
    whole([word for heading in ("born", "birthday", "personalised") for word in listed("births", heading)])
)
_ON: Final = r"(?:[^.!?\n]|\.(?!\s[a-z]{3})){0,36}$"
_FREE: Final = r"(?<![\w./\-])"
_END: Final = r"(?![\w/\-])"


def _ascii(heading: str) -> str:
    return any_of([word for word in listed("births", heading) if re.match("[a-z]", word)])


class BirthDates(ShapeSeeker):
    """`BIRTH_DATE`: a date with a birth word, or a name and date that goods were personalised with."""

    entities = (Kind.BIRTH_DATE.value,)
    numeric = True
    screen: ClassVar[Screen] = (
        (
            (
                rf"(?:^|\W)(?:{_ascii('born')}|{_ascii('birthday')}|{_ascii('personalised')})(?:\W|$)"
                r"|เกิด|出生|生日|สลัก|ปัก|พิมพ"
            ),
            (
                r"\d\s?(?:[./\-·_|\\]|\w{3,6})\s?\d|\d\s\d{1,2}\s\d|\d(?:\s?(?:st|nd|rd|th|er|o|a|º"
                rf"|\.))?,?\s?(?:(?:of|de|del|di|thang|bulan|do|ngay)\s)?[^\W\d]{{3}}|(?:^|\W){_MONTH}\W"
                rf"|年|{_THAI}|(?:^|\W){_ORDINAL}\s|in\s(?:19|20)"
            ),
        ),
    )
    cues = re.compile(_BORN)
    against = re.compile(whole(listed("births", "against")) + r"(?:[^.!?\n]|\.\d){0,16}$")
    against_reach = 32
    shapes = (
        shape("birth_date", rf"{_FREE}(?P<value>{DATE}){_END}", cued=0.92, before=_BORN + _ON),
        shape("birthday", rf"{_FREE}(?P<value>{_PAST}){_END}", cued=0.8, before=_BIRTHDAY + _ON),
        shape("birthday", rf"{_FREE}(?P<value>{_FULL}){_END}", cued=0.5, before=_BIRTHDAY + _ON),
        shape(
            "birth_date",
            (
                rf"{_FREE}(?P<value>{DATE})(?=,?\s\(?(?:is|was|es|est|ist|e|it's)?\s?(?:my|her|his|their"
                r"|mi|su|mon|sa|son|mein|ihr|sein|meu)?\s?(?:geboren|born|dob|geb\.|nacid[oa]|nascid[oa]"
                r"|lahir|date of birth|birthday|bday|geburtstag|geburtsdatum|fecha de nacimiento"
                r"|date de naissance|data de nascimento|tanggal lahir|tgl lahir|ngay sinh)(?!\w))"
            ),
            alone=0.88,
            cued=0.92,
        ),
        shape(
            "birth_day",
            rf"{_FREE}(?P<value>{_NO_YEAR})(?!\s?(?:{_YEAR}|,\s?{_YEAR}))",
            cued=0.62,
            before=_BORN
            + (
                r"(?:[\s:,.]|is|was|am|on|the|le|el|il|em|no|dia|tanggal|tgl|ngay|vao|vom|ist|es|est|e|a"
                r"|วันที่|คือ){0,7}$"
            ),
        ),
        shape("birth_words", rf"(?<!\w)(?P<value>{_WORDED})(?!\w)", cued=0.78, before=_BORN + _ON),
        shape(
            "birth_words",
            rf"{_BIRTHDAY}(?:[^.!?\n]){{1,70}}?(?<!\w)(?P<value>{_WORDED})(?!\w)",
            alone=0.66,
            cued=0.66,
        ),
        shape(
            "born_in",
            r"(?<!\w)(?P<value>(?:19[2-9]\d|200\d))(?!\w)",
            cued=0.55,
            before=r"(?:she|he|you) (?:was|were) born in\s*$|(?<!\w)born in\s*$",
        ),
        shape(
            "personalised_date",
            rf"{_FREE}(?P<value>{_FULL}|\d{{1,2}}[./-]\d{{1,2}}[./-]\d\d(?!\d)){_END}",
            cued=0.66,
            before=_ENGRAVED + r"(?:[^!?\n]){0,46}$",
        ),
        shape(
            "personalised_date",
            (
                rf"{_ENGRAVED}[^!?\n]{{1,80}}?[\"«„“”']\s?[^\W\d_][^\"»”\n]{{1,30}}[\s,]{{1,3}}(?P<value>"
                rf"{_FULL})(?=\s?[\"»“”',])"
            ),
            alone=0.66,
            cued=0.66,
        ),
        shape(
            "personalised_date",
            (
                rf"{_ENGRAVED}[^!?\n]{{1,90}}?(?<!\w)(?:fecha|data|datum|date|tanggal|ngay"
                rf"|วันที่)[\s:,]{{1,3}}(?P<value>{_FULL}){_END}"
            ),
            alone=0.66,
            cued=0.66,
        ),
    )

    def seek(self, text: Text) -> Iterator[Hit]:
        """Yield dates of a text that names births or engraved goods at all."""
        if _NAMED.search(text.folded.string):
            yield from super().seek(text)
