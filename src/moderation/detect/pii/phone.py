"""Telephone numbers: international, national, spelled out, and behind a messenger's name.

Which numbers exist says `numbering`; other long numbers (orders, codes of goods, dates, prices)
are ruled out by shape and by the words before them (`calling`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import ClassVar, Final

from moderation.detect.pii.calling import AGAINST, CALLING, CUES, DOUBTS, LABEL
from moderation.detect.pii.checkdigits import bare, ean
from moderation.detect.pii.numbering import CALLED, CERTAIN, LIKELY, plausible, valid
from moderation.detect.pii.recognizer import Check, Hit, Screen, ShapeSeeker, folded, shape
from moderation.findings import Kind
from moderation.text import Text

MIN_DIGITS: Final = 7
_SPOKEN: Final = 0.92
_SPOKEN_LETTERS: Final = 21
"""Letters of seven spoken digits."""
MAX_DIGITS: Final = 15

_SEP: Final = r"[\s().\-_~*|/]{0,3}"
_DATE: Final = re.compile(
    r"(?<!\d)(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d|(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2})(?!\d)"
)
_YEARS: Final = re.compile(r"(?:(?:19|20)\d\d[\s\-/]*)+")
_PRICES: Final = re.compile(r"(?<!\d)\d{1,4}\.\d\d(?!\d)[\s\-/|]+\d{1,4}\.\d\d(?!\d)|^\d{1,3}(?:\.\d{3})+$")
_ALIKE: Final = re.compile(r"(\d)\1{6,}")
_LADDER: Final = re.compile(r"0?1234567|^123456|9876543")


def _number(value: str) -> bool:
    digits = bare(value)
    if not MIN_DIGITS <= len(digits) <= MAX_DIGITS or _ALIKE.search(digits):
        return False
    if _DATE.search(value) or _PRICES.search(value) or _YEARS.fullmatch(value):
        return False
    return not (len(digits) == 13 and ean(digits))


def _international(value: str) -> bool:
    return _number(value) and plausible(bare(value).removeprefix("00"), international=True)


def _national(value: str) -> bool:
    return _number(value) and not _LADDER.search(bare(value)) and plausible(bare(value))


def _of(grouped: Mapping[str, str]) -> Check:
    """Return a check that a number is one of the country whose grouping it has, and no ladder."""

    def fits(value: str) -> bool:
        digits = bare(value)
        return (
            _ALIKE.search(digits) is None
            and _LADDER.search(digits) is None
            and any(re.fullmatch(folded(p), value) and valid(digits, region) for region, p in grouped.items())
        )

    return fits


def _single(value: str) -> bool:
    """Whether these digits stand one by one, always parted in the same way, or else make a number."""
    if len(set(re.findall(r"\D+", value))) == 1:
        digits = bare(value)
        return _ALIKE.search(digits) is None and _LADDER.search(digits) is None
    return _loose(value)


def _north_american(value: str) -> bool:
    digits = bare(re.split(r"\s?(?:x|ext)", value)[0])[-10:]
    return _number(digits) and digits[0] in "23456789" and digits[3] in "23456789"


def _loose(value: str) -> bool:
    digits = bare(value)
    if not _number(value) or re.search(r"\d[./]\d\D{1,3}\d[./]\d(?!\d)", value):
        return False
    return len(re.findall(r"\d{9,}", value)) <= 1 and not re.fullmatch(r"0*\d{1,3}0{4,}", digits)


class PhoneNumbers(ShapeSeeker):
    """`PHONE`: seven to fifteen digits that a numbering plan or a word nearby makes a number to call."""

    entities = (Kind.PHONE.value,)
    numeric = True
    screen: ClassVar[Screen] = (
        r"\d(?:[\s().\-_~*|/]{0,3}\d){6}",
        r"end(?:s|ing)?\s(?:in\s|with\s)?\s*\d{3}",
    )
    cues = re.compile(CUES)
    against = AGAINST
    doubts = DOUBTS
    anchor = re.compile(r"\d[\d\s().\-_~*|/+]*\d")
    shapes = (
        shape(
            "international",
            rf"(?<![\w+])(?P<value>(?:\+|00)\s?\(?[1-9](?:{_SEP}\d){{7,13}})(?!\d)",
            alone=0.9,
            cued=0.98,
            check=_international,
        ),
        shape(
            "north_american",
            (
                r"(?<![\w.\-/$#+])(?<!\d\s)(?P<value>(?:\+?1[\s.-]?)?(?:\(\d{3}\)\s?"
                r"|\d{3}[-.\s])\d{3}[-.\s]\d{4}(?:\s?(?:x|ext\.?)\s?\d{1,6})?)(?![\w/-]|\.\d)"
            ),
            alone=0.92,
            doubted=0.0,
            cued=0.97,
            check=_north_american,
        ),
        *(
            shape(
                name,
                rf"(?<![\w.\-/$#+,])(?<!\d\s)(?P<value>{'|'.join(grouped.values())})(?![\w/-]|[.,]\d|\s\d)",
                alone=alone,
                doubted=0.0,
                cued=0.96,
                check=_of(grouped),
            )
            for name, grouped, alone in (
                ("national_grouped", CERTAIN, 0.92),
                ("national_pairs", LIKELY, 0.7),
                ("national_called", CALLED, 0.0),
            )
        ),
        shape(
            "national",
            (
                r"(?<![\w.\-/$#+,])(?<!\d\s)(?P<value>\(?0[1-9]\d{0,4}\)?(?:[\s.\-/]{1,2}\d{2,5}){2,5"
                r"})(?![\w/-]|[.,]\d)"
            ),
            alone=0.7,
            doubted=0.0,
            cued=0.95,
            check=_national,
        ),
        shape(
            "national_bare",
            r"(?<![\w.\-/$#+,])(?P<value>0[1-9]\d{8,10})(?![\w/-]|[.,]\d)",
            alone=0.55,
            doubted=0.0,
            cued=0.93,
            check=_national,
        ),
        shape(
            "digit_by_digit",
            r"(?<![\w.])(?P<value>\d(?:[\s.\-~*|]{1,3}\d){8,13})(?!\d)",
            alone=0.6,
            cued=0.92,
            check=_single,
        ),
        shape(
            "digits",
            rf"(?<![\w#$€£+])(?<!\d[.,])(?P<value>\+?\(?\d(?:{_SEP}\d){{6,14}})(?![\w%-]|[.,]\d)",
            cued=0.78,
            check=_loose,
            before=CALLING + r"[\s\w:.,'’\-@#(\"]{0,28}$",
        ),
        shape(
            "long_number",
            rf"(?<![\w#$€£+])(?<!\d[.,])(?P<value>\+?\(?\d(?:{_SEP}\d){{8,14}})(?![\w%-]|[.,]\d)",
            cued=0.72,
            check=_loose,
            before=CUES + r"[\s\w:.,'’\-@#(\"]{0,28}$",
        ),
        shape(
            "labelled",
            (
                rf"(?<![\w#$€£+])(?<!\d[.,])(?P<value>\(?\d{{2,4}}\)?[ .\-]\d(?:{_SEP}\d){{3,11}})"
                r"(?![\w%-]|[.,]\d)"
            ),
            cued=0.92,
            check=_loose,
            before=LABEL,
        ),
        shape(
            "messenger_link",
            r"(?:wa\.me/|api\.whatsapp\.com/send\?phone=|tel:|sms:)\s?(?P<value>\+?\d[\d\s().\-]{5,16}\d)",
            alone=0.97,
            cued=0.97,
        ),
        shape(
            "last_digits",
            folded(
                r"(?:phone|number|mobile|cell|tel)\b[^.!?\n]{0,24}\b(?:ends? (?:in|with)"
                r"|ending(?: in| with)?)\s+(?P<value>\d{3,4})(?!\d)"
            ),
            alone=0.6,
            cued=0.6,
        ),
    )

    def seek(self, text: Text) -> Iterator[Hit]:
        """Yield numbers; one that is written in words behind a word about calling hides on purpose."""
        for hit in super().seek(text):
            spoken = sum(c.isalpha() for c in text.original[hit.span.start : hit.span.end]) >= _SPOKEN_LETTERS
            if spoken and hit.because.endswith("+context") and hit.confidence < _SPOKEN:
                yield replace(hit, confidence=_SPOKEN, because=f"{hit.because}+spoken")
            else:
                yield hit
