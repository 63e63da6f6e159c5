"""A text as addresses are read from it: folded, misread letters mended, capitals still known.

Labels copied by machine or by hand mix look-alikes ("D0rfstr. l2, 8338l", "C0L NARVARTE"). Here a token
of mixed letters and digits is read as the number or the word that it stands for. Judging addresses
lives elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from moderation.detect.pii.gazette import any_of
from moderation.findings import Span
from moderation.text import Text, View
from moderation.text.digits import worded
from moderation.text.number_words import VALUES
from moderation.text.view import Edit, rewrite

_MIXED: Final = re.compile(r"(?<![\w@#.])(?=[a-z\-]*\d)(?=[\d\-]*[a-z])[a-z0-9\-]{2,24}(?![\w@])")
_NUMBER: Final = re.compile(r"[\doil]{2,5}(?:-[\doil]{3,4})?")
_TO_DIGITS: Final = str.maketrans("oil", "011")
_TO_LETTERS: Final = str.maketrans("0134578", "oieastb")
_MISREAD: Final = re.compile(r"(?<!\w)[oil]+\d|\d[il]\d|\d[oil](?!\w)|[a-z][01][a-z]")
_STREETS: Final = re.compile(
    r"(?:str|strasse|weg|gasse|(?<!\w)(?:av|avda|avenida|calle|rua|r|rue|via|jl|jln|jalan"
    r"|street|st|road|rd|ave|avenue|lane))(?:\.\s?|\s)"
)
_STREET_WORDS: Final = (
    r"(?:strasse|str|gasse|allee|platz|damm|ufer)\.?\s|[a-z]{3}(?:weg|ring)\s(?:nr|nummer|[a-z]{3,}(?:zig|zehn)"
    r"|eins|zwei|zwo|drei|vier|funf|sechs|sieben|acht|neun|zehn|elf|zwolf)|(?:^|\W)(?:rua|rue|calle|carrera|cra|kra|cll|avenida"
    r"|avenue|ave|street|st|road|rd|lane|ln|grove|terrace|crescent|chemin"
    r"|boulevard|bd|jalan|jln|jl|gang|gg|duong|pho|hem|ngo|ngach|phuong|quan|travessa|praca|largo|paseo|plaza|piazza"
    r"|viale|corso|flt|appart|appartement|apt)(?:\W|$)"
)
_ONE: Final = frozenset(["one", "uno", "una", "une", "uma", "mot", "ein", "eine", "isa", "ek", "satu"])
_COUNTS: Final = [word for word, worth in VALUES.items() if (len(word) > 2 or worth > 9) and word not in _ONE]
_NUMBER_WORDS: Final = any_of(_COUNTS)
WORDED: Final = (rf"(?:^|\W){_NUMBER_WORDS}\W", _STREET_WORDS)
"""What a screen must see for the reading with worded numbers: both patterns, over the folded view."""
_ENGLISH: Final = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]{3,5}teen|twenty|thirty|forty|fifty|sixty"
    r"|seventy|eighty|ninety|hundred|oh|zero)"
)
WORDED_CLOSE: Final = (
    rf"(?:^|\W){_ENGLISH}[a-z]?\W+(?:[a-z']+\W+){{1,3}}(?:close|drive|row|court|gardens|place|way|ring)(?:\W|$)"
    rf"|(?:^|\W)(?:flat|wing|via|av)\W+(?:[a-z']+\W+){{0,2}}{_ENGLISH}(?:\W|$)"
)
"""Or this: a worded number next to a word that only sometimes is a street's."""
_IS_WORDED: Final = tuple(map(re.compile, WORDED))
_IS_WORDED_CLOSE: Final = re.compile(WORDED_CLOSE)
_SLASHED: Final = re.compile(
    r"(?<=\d)\s?(?:xec|xet|xuyet|xuoc|tren|suyt|slash|stroke|barra|schragstrich|garis miring|miring|gach cheo"
    r"|barre)\s?(?=\d)"
)
_DASHED: Final = re.compile(
    r"(?<=\d)\s(?:guion|dash|hyphen|strich|bindestrich|tiret|traco|hifen|strip|gach)\s(?=\d)"
)
MISREAD: Final = (
    r"(?:^|\W)[oil]+\d|\d[il]\d|\d[oil](?:\W|$)|[a-z][01][a-z]",
    (
        r"(?:str|strasse|weg|gasse|(?:^|\W)(?:av|avda|avenida|calle|rua|r|rue|via|jl|jln|jalan"
        r"|street|st|road|rd|ave|avenue|lane))(?:\.\s?|\s)"
    ),
)
"""What a screen must see for the mended reading: both patterns, over the folded view."""


def _mended(string: str) -> Iterator[Edit]:
    for token in _MIXED.finditer(string):
        text = token[0]
        if _NUMBER.fullmatch(text) and sum(map(str.isdigit, text)) * 2 >= sum(map(str.isalnum, text)):
            meant = text.translate(_TO_DIGITS)
        elif re.fullmatch(r"[a-z]+[0134578]+[a-z]+(?:[0134578]+[a-z]+)*", text) and len(text) > 2:
            if sum(map(str.isdigit, text)) * 2 > len(text):
                continue
            meant = text.translate(_TO_LETTERS)
        else:
            continue
        for place, (written, read) in enumerate(zip(text, meant, strict=True), token.start()):
            if written != read:
                yield place, place + 1, read


@dataclass(slots=True)
class Reading:
    """One reading of a text for addresses: `string` in small letters, capitals on demand.

    `doubt` is taken off the confidence of what is found in it.
    """

    view: View
    original: str = field(repr=False)
    doubt: float = 0.0
    string: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.string = self.view.string

    def capital(self, at: int) -> bool:
        """Whether the character read at `at` was written as a capital."""
        place = self.view.span(at, at + 1)
        return any(map(str.isupper, self.original[place.start : place.end]))

    def span(self, start: int, end: int) -> Span:
        """Give the place in the original."""
        return self.view.span(start, end)


def readings(text: Text) -> Iterator[Reading]:
    """Yield the folded reading, one with misread tokens mended, and two with spoken numbers as digits.

    Of these one reads rows of digits, as telephones have them, and one every number word by itself.
    """
    yield Reading(text.folded, text.original)
    folded = text.folded
    if _MISREAD.search(folded.string) and _STREETS.search(folded.string):
        mended = rewrite(folded, _mended(folded.string))
        if mended is not folded:
            yield Reading(mended, text.original, 0.1)
    if text.digits is not folded:
        yield Reading(text.digits, text.original)
    if all(pattern.search(folded.string) for pattern in _IS_WORDED) or _IS_WORDED_CLOSE.search(folded.string):
        told = rewrite(folded, worded(folded.string))
        if told is not folded:
            told = rewrite(told, _signs(told.string))
            yield Reading(told, text.original, 0.02)


def _signs(string: str) -> Iterator[Edit]:
    """Write the spoken signs between two numbers."""
    found = [(*match.span(), "/") for match in _SLASHED.finditer(string)]
    found += [(*match.span(), "-") for match in _DASHED.finditer(string)]
    yield from sorted(found)
