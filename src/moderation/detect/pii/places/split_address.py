"""Addresses told in parts: the street here, the house number there, the postcode at the end.

"vivo en la c/ Hermosilla, el número va aparte: 93, 2ºA, y de cp el 28001 Madrid": each part is a value.
Whole addresses are `address`' knowledge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar, Final

from moderation.detect.pii.places.localities import PARTICLES, UK, grow
from moderation.detect.pii.places.premises import homely, public
from moderation.detect.pii.places.reading import Reading
from moderation.detect.pii.recognizer import Hit, Screen, Seeker
from moderation.findings import Kind
from moderation.text import Text

_TYPES: Final = (
    r"(?:rua|avenida|travessa|praca|largo|calle|c/|paseo|plaza|carrera|rue|avenue|boulevard|chemin|impasse|allee"
    r"|via|viale|piazza|corso|jalan|jln|jl|gang|duong|pho|ulica|ul)"
)
_STREET: Final = re.compile(rf"(?<!\w){_TYPES}(?:\.\s?|(?<=/)\s?|\s)(?=[^\W\d_])")
_GLUED: Final = re.compile(r"(?<!\w)[^\W\d_]{3,24}(?:strasse|str\.|gasse|allee|weg|platz|damm)(?!\w)")
_ENGLISH: Final = re.compile(
    r"(?<!\w)[^\W\d_]{3,16}(?:\s[^\W\d_]{3,16})?\s(?:street|road|avenue|lane|close|drive|crescent|terrace"
    r"|gardens)(?!\w)"
)
_NUMBER_WORD: Final = (
    r"(?:house number|house no|hausnummer|hausnr|number|nummer|numero|num|nomor|nomer|so nha|civico|numer"
    r"|n[o°º]\.?|nr\.?)"
)
_NUMBER: Final = re.compile(
    rf"(?<!\w){_NUMBER_WORD}\s?(?:(?:is|es|e|est|ist|va|aparte|a parte|vai|va a parte|comes|apart|separat"
    r"|kommt|extra|o|el|le|the|die|la|il|adalah|itu|nya|yaitu|separately|separado|vient|apres)\W{1,3}){0,4}[:\s]{0,2}"
    r"(?P<value>\d{1,4}(?:\s?[a-d](?!\w))?(?:[/-]\d{1,3})?)(?![\w]|[.,]\d)"
)
_UNIT: Final = re.compile(
    r",?\s(?:\d{1,2}\s?\.?[oaº°ª]{0,2}\.?\s?(?:[a-d](?!\w)|tras|esq|dto|dta|dcha|izda|izq|frente|fte|piso|andar"
    r"|etage|og|stock|floor|lantai)(?!\w)|(?:apto|apt|flat|appt|piso|fraccao|whg|int)\.?\s\w{1,4}(?!\w))"
)
_POST: Final = re.compile(r"(?<![\w.,-])(?:\d{5}(?:-\d{3})?|\d{4}-\d{3}|\d{2}-\d{3})(?![\w-])")
_POSTCODE: Final = re.compile(
    rf"(?<!\w)post\s?code(?:\W{{1,3}}[^\W\d_]{{1,9}}){{0,5}}\W{{1,3}}(?P<value>{UK})(?!\w)"
)
_TOGETHER: Final = 180
_SURE: Final = 0.8
_LIKELY: Final = 0.68
_ALONE: Final = 0.72
_MOST_WORDS: Final = 5


class SplitAddresses(Seeker):
    """`ADDRESS` in parts, each a value; and a British postcode, which names a handful of houses, alone."""

    entities = (Kind.ADDRESS.value,)
    screen: ClassVar[Screen] = (
        (rf"(?:^|\W){_NUMBER_WORD}\W", r"\d{5}|\d{4}-\d{3}|\d\d-\d{3}"),
        r"post\s?code",
    )

    def seek(self, text: Text) -> Iterator[Hit]:
        """Yield the parts of an address whose number and postcode stand apart from its street."""
        string = text.folded.string
        for alone in _POSTCODE.finditer(string):
            yield self._hit(text, *alone.span("value"), _ALONE)
        for number in _NUMBER.finditer(string):
            reading = Reading(text.folded, text.original)
            street = _street(reading, max(0, number.start() - _TOGETHER), number.start())
            post = _POST.search(string, number.end(), number.end() + _TOGETHER)
            if street is None or post is None or public(string, street[0], post.end()):
                continue
            sure = _SURE if homely(string, street[0], post.end()) else _LIKELY
            unit = _UNIT.match(string, number.end("value"))
            town = grow(reading, post.start(), opened=True)
            yield self._hit(text, *street, sure)
            yield self._hit(text, number.start("value"), unit.end() if unit else number.end("value"), sure)
            yield self._hit(text, post.start(), max(post.end(), town.end), sure)
            return

    def _hit(self, text: Text, start: int, end: int, confidence: float) -> Hit:
        return Hit(
            entity=self.entities[0],
            span=text.folded.span(start, end),
            confidence=confidence,
            because="address_in_parts",
            hidden=True,
        )


def _street(reading: Reading, first: int, last: int) -> tuple[int, int] | None:
    """Find the last street without a number between two places: its word and the name that follows."""
    string = reading.string
    found: tuple[int, int] | None = None
    for opened in _STREET.finditer(string, first, last):
        end = _name_end(reading, opened.end(), last)
        if end > opened.end():
            found = opened.start(), end
    for pattern in (_GLUED, _ENGLISH):
        for street in pattern.finditer(string, first, last):
            if reading.capital(street.start()):
                found = street.span()
    return found


def _name_end(reading: Reading, start: int, last: int) -> int:
    """Find the end of a street's name: words with capitals, particles between them."""
    end = at = start
    for _ in range(_MOST_WORDS):
        word = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+){0,2}").match(reading.string, at, last)
        if word is None or not (reading.capital(at) or word[0] in PARTICLES):
            break
        if reading.capital(at):
            end = word.end()
        if reading.string[word.end() : word.end() + 1] != " ":
            break
        at = word.end() + 1
    return end
