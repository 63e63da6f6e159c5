"""Names in Thai letters: behind a title or a word for a name, or listed and set apart by spaces.

Thai is written without spaces between words and without capitals, so that the title and the space
between given name and surname carry what capitals carry elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import ClassVar, Final

from moderation.detect.pii.persons.gazetteer import Kin, fold, kin
from moderation.detect.pii.persons.names import OTHER_PERSON, glance, reading
from moderation.detect.pii.persons.phrases import thai, thai_set
from moderation.detect.pii.recognizer import Hit, Screen, Seeker
from moderation.findings import Kind
from moderation.text import Text

_LETTERS: Final = "\u0e01-\u0e4e"
_ANY: Final = re.compile(f"[{_LETTERS}]{{2}}")
_CHUNK: Final = re.compile(f"[{_LETTERS}]+")
_TITLES: Final = thai_set("thai_titles")
_KIN: Final = thai_set("thai_kin")
_WORDS: Final = thai_set("thai_words")
_NOT_SURNAMES: Final = frozenset(thai_set("thai_not_surnames"))
_TOWNS: Final = frozenset(map(fold, thai_set("thai_towns")))
_PLACES: Final = thai_set("thai_places")
_POLITE: Final = ("ค่ะ", "ครับ", "คะ", "นะ")
_CALLED: Final = "ชื่อ"
_INSIDE: Final = ("คุณ", "นางสาว")
_SHORT: Final = 2
_LONGEST: Final = 18
_SHORTEST_SURNAME: Final = 3
_LONGEST_SURNAME: Final = 24
_LONGEST_NICKNAME: Final = 12
_LEAST: Final = 0.5
_REACH: Final = 24


@dataclass(frozen=True, slots=True)
class ThaiName:
    """A first name in Thai: its place, whether a title stands before it, and what does."""

    start: int
    body: str
    titled: bool
    lead: str

    @property
    def given(self) -> bool:
        """Whether it is listed."""
        return bool(kin(fold(self.body)) & Kin.GIVEN)

    def behind(self, listed: Sequence[str]) -> bool:
        """Whether one of these words stands right before it."""
        return self.lead.rstrip(' :("“').endswith(tuple(listed))


class ThaiNames(Seeker):
    """A Thai name of two words, or a first name with a place."""

    entities: ClassVar[tuple[str, ...]] = (Kind.PERSON.value, OTHER_PERSON)
    screen: ClassVar[Screen] = (f"[{_LETTERS}]{{2}}",)

    def seek(self, text: Text) -> Iterator[Hit]:
        """Yield names in Thai letters."""
        if not glance(text) or _ANY.search(text.folded.string) is None:
            return
        view = reading(text.original).view
        done = -1
        chunks = list(_CHUNK.finditer(view.string))
        for at in range(len(chunks)):
            first = _first(view.string, chunks[at])
            found = first and _judged(view.string, chunks, at, first)
            if not first or not found or first.start < done:
                continue
            done, confidence, because = found
            yield Hit(
                entity=OTHER_PERSON if because == "thai_role" else Kind.PERSON.value,
                span=view.span(first.start, done),
                confidence=confidence,
                because=because,
                from_seller=min(0.92, confidence + 0.08),
            )


@cache
def _roles() -> tuple[str, ...]:
    return thai("courier", "staff", "neighbour", "relation", "person")


@cache
def _leads() -> tuple[str, ...]:
    return thai("customer", "named", "says", "handed", "greet", "ask")


def _first(string: str, chunk: re.Match[str]) -> ThaiName | None:
    """Return the first name in a chunk, the title cut off that is written together with it."""
    start, body = chunk.start(), chunk[0]
    lead = string[max(0, start - _REACH) : start]
    titled = lead.endswith((" ", ".")) and lead.rstrip().endswith((*_TITLES, _CALLED))
    cut = 0 if titled else _glued(body)
    body = body[cut:]
    if not _SHORT <= len(body) <= _LONGEST or any(word in body for word in _WORDS):
        return None
    return ThaiName(start + cut, body, titled or cut > 0, lead)


def _glued(body: str) -> int:
    """Return how much of a chunk is a title or a word for a name that a name is written together with."""
    for title in _TITLES:
        if body.startswith(title) and len(body) > len(title) + 1:
            return len(title)
    called = body.rfind(_CALLED) + len(_CALLED)
    if called >= len(_CALLED) and kin(fold(body[called:])) & Kin.GIVEN:
        return called
    inner = max((body.rfind(title) + len(title) for title in _INSIDE if title in body), default=0)
    return inner if len(body) - inner >= _SHORT else 0


def _judged(
    string: str, chunks: Sequence[re.Match[str]], at: int, first: ThaiName
) -> tuple[int, float, str] | None:
    """Return where a name ends, its confidence and its evidence."""
    role = first.behind(_roles())
    cued = role or first.behind(_leads()) or first.behind(_KIN)
    rest = string[chunks[at].end() : chunks[at].end() + _REACH].lstrip()
    surname = _surname(string, chunks, at)
    town = surname is not None and fold(surname[0]) in _TOWNS
    placed = town or rest.startswith(tuple(_PLACES))
    if surname is not None and not placed and (first.titled or first.given or cued):
        listed = bool(kin(fold(surname[0])) & Kin.FAMILY)
        score = 0.3 + 0.3 * first.titled + 0.22 * first.given + 0.25 * listed + 0.2 * cued
        if score >= _LEAST:
            because = "thai_title" if first.titled else "thai_role" if role else "thai_name"
            return surname.end(), min(0.86, score), because
    if placed and len(first.body) <= _LONGEST_NICKNAME and (first.titled or first.behind((*_KIN, *_TITLES))):
        return chunks[at].end(), 0.64, "thai_name+place"
    return None


def _surname(string: str, chunks: Sequence[re.Match[str]], at: int) -> re.Match[str] | None:
    """Return the next chunk where it may be the surname: one space away, not too long, no common word."""
    if at + 1 >= len(chunks):
        return None
    behind = chunks[at + 1]
    apart = string[chunks[at].end() : behind.start()]
    if apart != " " or not _SHORTEST_SURNAME <= len(behind[0]) <= _LONGEST_SURNAME:
        return None
    if behind[0] in _NOT_SURNAMES or behind[0].startswith(("ที่อยู่", "โทร", "เบอร์", "ทาง", "สั่ง")):
        return None
    if any(word in behind[0] for word in _WORDS):
        return None
    return None if behind[0].endswith(_POLITE) else behind
