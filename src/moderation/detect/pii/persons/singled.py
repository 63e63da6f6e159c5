"""First names that something beside them makes one person's: a place or employer, an order, a birth date.

Greetings and signatures alone stay out. Two names and more are `full`'s, titles `titled`'s.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final, TypeAlias

from moderation.detect.pii.persons.candidates import Candidate
from moderation.detect.pii.persons.evidence import about, shouted
from moderation.detect.pii.persons.gazetteer import Kin, kin
from moderation.detect.pii.persons.names import BUYER_NAME, NameReading, NameSeeker, glance, reading
from moderation.detect.pii.persons.phrases import Word, any_of, ending_at, said, words_of
from moderation.detect.pii.persons.quality import Quality, capital, taken
from moderation.detect.pii.persons.vietnamese import alone
from moderation.detect.pii.persons.whereabouts import behind
from moderation.detect.pii.recognizer import Hit, Screen
from moderation.findings import Kind
from moderation.text import Text

_ORDER: Final = re.compile(
    rf"(?<!\w){any_of('orders')}(?!\w)[^.!?\n]{{0,26}}?(?<!\w)[a-z]{{0,8}}[-#]?\d[\da-z-]{{4,}}"
    rf"|(?<!\w)(?:\d{{6,}}|[a-z]{{2,5}}-?\d{{5,}}\w*)[^.!?\n]{{0,20}}?(?<!\w){any_of('orders')}(?!\w)|#\s?\d{{4,}}"
)
_LINKED: Final = re.compile(rf"\s?[,.!:–—-]|\s{any_of('order_links')}(?!\w)")
_DATE: Final = re.compile(
    r"(?<!\d)(?:\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:19|20)\d\d|(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}"
    r"|\d{1,2}\.?\s(?:de\s)?[^\W\d_]{3,12}\.?,?\s(?:del?\s)?(?:19|20)\d\d"
    r"|[a-z]{3,9}\s\d{1,2}(?:st|nd|rd|th)?,?\s(?:19|20)\d\d)(?!\d)"
)
_BORN: Final = re.compile(rf"(?<!\w){any_of('born')}(?!\w)")
_HOUSE: Final = re.compile(r"\d{1,4}[a-zA-Z]?(?:[/-]\d{1,4})?$")
_POSTCODE: Final = re.compile(r"\d{5}(?:-\d{3})?|\d{4}")
_QUOTED: Final = re.compile(r"[\"'„“«‹(]\s?$")
_SURNAME: Final = rf"(?<!\w){any_of('surnames')}(?!\w)"
_SURNAME_IS: Final = re.compile(rf"{_SURNAME}[^.!?\n]{{0,44}}?(?:{any_of('surname_links')})\s*$")
_SURNAME_AHEAD: Final = re.compile(rf"\s?[.,;][^\n]{{0,60}}?{_SURNAME}")
_PERSONAL: Final = frozenset(
    [
        "named",
        "title",
        "courier",
        "staff",
        "neighbour",
        "relation",
        "person",
        "customer",
        "handed",
        "ask",
        "says",
        "greet",
    ]
)
_NAMING: Final = frozenset({"named", "greet", "title", "customer"})
_GREETED: Final = frozenset({"greet", "title", "head"})
_ARTICLES: Final = words_of("articles")
_NEVER: Final = words_of("never_single")
_OPENING: Final = frozenset({"da", "do", "del", "de", "dari", "di"})
_ART_REACH: Final = 12
_STREET_REACH: Final = 24
_POSTCODE_REACH: Final = 34
_SKIPPED: Final = 3

Verdict: TypeAlias = tuple[float, float, str]
"""Confidence where a buyer speaks, where the seller's side does, and the evidence."""


@dataclass(frozen=True, slots=True)
class Single:
    """One word of a text that may be a first name, and the classes of what stands before it."""

    read: NameReading
    at: int
    before: frozenset[str]

    @property
    def word(self) -> Word:
        """The word itself."""
        return self.read.words[self.at]

    def rest(self, length: int) -> str:
        """What follows, folded."""
        return Text.of(self.read.view.string[self.word.end : self.word.end + length]).folded.string

    def lead(self, length: int) -> str:
        """What stands before, folded."""
        return Text.of(
            self.read.view.string[max(0, self.word.start - length) : self.word.start]
        ).folded.string


class SingledNames(NameSeeker):
    """A first name joined with a town, an employer, an order number or a birth date."""

    entities: ClassVar[tuple[str, ...]] = (Kind.PERSON.value, BUYER_NAME)
    screen: ClassVar[Screen] = ()

    def seek(self, text: Text) -> Iterator[Hit]:
        """Yield first names that are singled out."""
        if not glance(text):
            return
        read = reading(text.original)
        words = read.words
        covered = {
            at for found in read.runs if not _opens(words, found) for at in range(found.first, found.last)
        }
        for at in read.spots:
            if at in covered or (taken(words, at) is Quality.WORD and not _given(words[at])):
                continue
            verdict = _verdict(Single(read, at, _before(read, at)))
            if verdict is not None:
                yield Hit(
                    entity=Kind.PERSON.value,
                    span=read.view.span(words[at].start, words[at].end),
                    confidence=verdict[0],
                    because=verdict[2],
                    from_seller=verdict[1],
                )


def _given(word: Word) -> bool:
    return bool(kin(word.low) & Kin.GIVEN) or alone(word)


def _opens(words: Sequence[Word], found: Candidate) -> bool:
    """Whether a run is a first name and, behind a particle, a place: Thamires da Casas Bahia."""
    particle = words[found.first + 1].text in _OPENING
    return found.last - found.first > _SKIPPED - 1 and particle and bool(found.kins[0] & Kin.GIVEN)


def _before(read: NameReading, at: int) -> frozenset[str]:
    """Return the classes of the phrase before a word, over articles; `head` where a sentence begins."""
    words, string = read.words, read.view.string
    for end in range(at, max(-1, at - _SKIPPED), -1):
        if end == 0 or re.search(r"[.!?\n]", string[words[end - 1].end : words[end].start]):
            return frozenset({"head"})
        classes = frozenset[str]().union(*(found for _, found in ending_at(words, end)))
        if words[end - 1].low not in _ARTICLES or classes & _PERSONAL:
            return classes
    return frozenset()


def _verdict(name: Single) -> Verdict | None:
    """Judge one word: None where it is let alone."""
    word, words, string = name.word, name.read.words, name.read.view.string
    if word.low in _NEVER or (word.text.isupper() and not string.isupper()):
        return None
    own = taken(words, name.at)
    if capital(word) and own > Quality.WORD and (split := _split(name)):
        return split
    given = _given(word)
    listed = given and own is Quality.LISTED
    announced = capital(word) and own >= Quality.LIKELY and bool(name.before & _PERSONAL)
    if not (listed or announced or (given and capital(word))) or "institution" in name.before:
        return None
    if shouted(words, name.at, name.at + 1) or (word.common and not name.before & _NAMING):
        return None
    if not capital(word) and not name.before & _PERSONAL:
        return None
    return _dated(name, listed=listed) or _joined(name, listed=listed)


def _joined(name: Single, *, listed: bool) -> Verdict | None:
    """Judge a first name by a place, an order or an address behind it."""
    if not (listed or name.before & _PERSONAL):
        return None
    if about(name.read.words, name.at, name.at + 1, "art", reach=_ART_REACH):
        return None
    return _placed(name) or _ordered(name) or _addressed(name)


def _placed(name: Single) -> Verdict | None:
    """Judge a first name with a town, employer or role plus place behind it."""
    found = behind(name.read, name.at)
    if found is None:
        return None
    told = bool(name.before & (_PERSONAL - {"greet"}))
    if found.role and (told or found.place):
        return 0.72, 0.78, "name+role+place"
    if told and found.place:
        return 0.66, 0.76, "name+place"
    if found.place and name.before & {"greet", "head"}:
        return 0.4, 0.76, "name+place"
    return None


def _ordered(name: Single) -> Verdict | None:
    """Judge a first name that a seller greets beside an order number."""
    if not _GREETED & name.before or (name.word.text.islower() and not name.before & {"greet", "title"}):
        return None
    rest = name.rest(110)
    return (0.3, 0.72, "name+order") if _LINKED.match(rest) and _ORDER.search(rest) else None


def _addressed(name: Single) -> Verdict | None:
    """Judge a first name that a seller greets and whose street, number and town the same words tell."""
    if "greet" not in name.before:
        return None
    words = name.read.words[name.at + 1 : name.at + _POSTCODE_REACH]
    near = words[:_STREET_REACH]
    street = any(
        "institution" in said(near, place, place + 1) and capital(near[place + 1])
        for place in range(len(near) - 1)
    )
    number = any(_HOUSE.match(word.text) for word in words)
    postcode = any(_POSTCODE.fullmatch(word.text) for word in words)
    return (0.3, 0.66, "name+address") if number and (street or postcode) else None


def _dated(name: Single, *, listed: bool) -> Verdict | None:
    """Judge a first name with a birth date: engraved with it, or born on it."""
    rest = name.rest(46)
    date = _DATE.search(rest)
    if date and not re.search(r"[.!?]\s", rest[: date.start()].replace("geb. ", "geb ")):
        quoted = (
            _QUOTED.search(name.read.view.string[max(0, name.word.start - 2) : name.word.start]) is not None
        )
        close = date.start() <= _SKIPPED
        if _BORN.search(name.lead(50) + rest[: date.end()]) and (listed or quoted or close):
            return 0.72, 0.74, "name+birth_date"
        if quoted and close:
            return 0.68, 0.7, "name+birth_date"
    lead = name.lead(60)
    dates = list(_DATE.finditer(lead)) if listed else []
    if dates and len(lead) - dates[-1].end() <= _SKIPPED + 1 and _BORN.search(lead):
        return 0.64, 0.68, "name+birth_date"
    return None


def _split(name: Single) -> Verdict | None:
    """Judge a name that is given in two parts: first name in one sentence, family name in the next."""
    if _SURNAME_IS.search(name.lead(70)):
        return 0.7, 0.74, "split_name"
    if name.before & (_PERSONAL | {"copula"}) or _article(name):
        return (0.66, 0.7, "split_name") if _SURNAME_AHEAD.match(name.rest(90)) else None
    return None


def _article(name: Single) -> bool:
    """Whether an article stands before the name, as in "eine Gudrun"."""
    return name.at > 0 and name.read.words[name.at - 1].low in _ARTICLES
