"""What a name is joined with behind it: a town, an employer, a role and its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from moderation.detect.pii.persons.names import NameReading
from moderation.detect.pii.persons.phrases import Word, beginning_at, said, words_of
from moderation.detect.pii.persons.quality import capital

_FILLERS: Final = words_of("place_fillers")
_SET_OFF: Final = words_of("set_off")
_PREPOSITIONS: Final = words_of("prepositions")
_NOT_PLACES: Final = words_of("not_places")
_KINDS: Final = frozenset({"institution", "goods", "staff"})
_ROLES: Final = frozenset({"staff", "courier"})
_SENTENCE: Final = re.compile(r"[.!?;\n]")
_REACH: Final = 90
_FARTHEST: Final = 6
_MOST_SMALL: Final = 2


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """What leads from a name to a word with a capital: a preposition of place, a role, or both."""

    place: bool
    role: bool


def behind(read: NameReading, at: int) -> Whereabouts | None:
    """Return how a capital behind word `at` is its place or employer, None where nothing is."""
    words = read.words
    rest = read.view.string[words[at].end : words[at].end + _REACH]
    stop = words[at].end + len(_SENTENCE.split(rest, maxsplit=1)[0])
    comma = rest.lstrip()[:1] == ","
    place = role = False
    small, place_at = 0, at + 1
    while place_at < len(words) and words[place_at].start < stop and place_at - at <= _FARTHEST:
        spoken = list(_phrases(words, place_at))
        leads = next((until for until, classes in spoken if "place" in classes), 0)
        if leads and not place:
            if comma and not role and words[place_at].low not in _SET_OFF:
                return None
            place, place_at = True, leads
        elif any(classes & _ROLES for _, classes in spoken):
            role, place_at = True, spoken[0][0]
        elif (place or role) and capital(words[place_at]) and words[place_at].low not in _NOT_PLACES:
            return Whereabouts(place, role)
        else:
            if (not (place or role) and words[place_at].low not in _FILLERS) or (
                capital(words[place_at]) and words[place_at].low in _NOT_PLACES
            ):
                return None
            small += not role and _says_nothing(words, place_at)
            if small > _MOST_SMALL:
                return None
            place_at += 1
    return None


def _phrases(words: Sequence[Word], at: int) -> Iterator[tuple[int, frozenset[str]]]:
    """Yield the phrases that begin here; a Vietnamese word without its tones is no preposition."""
    if words[at].text.isascii() or words[at].low not in _PREPOSITIONS:
        yield from beginning_at(words, at)


def _says_nothing(words: Sequence[Word], at: int) -> bool:
    return words[at].low not in _FILLERS and said(words, at, at + 1).isdisjoint(_KINDS)
