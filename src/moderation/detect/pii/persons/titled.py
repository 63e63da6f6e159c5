"""A title and a surname: Mrs Okonkwo, Herr Brandt, Pak Simanjuntak. Two names are `full`'s."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar, Final

from moderation.detect.pii.known import NOT_NAMES, TITLED
from moderation.detect.pii.persons.candidates import PARTICLES
from moderation.detect.pii.persons.everyday import written
from moderation.detect.pii.persons.evidence import about, shouted
from moderation.detect.pii.persons.gazetteer import Kin, kin
from moderation.detect.pii.persons.names import SURNAMES_TOO, NameReading, NameSeeker, glance, reading
from moderation.detect.pii.persons.phrases import Word, thai_set, words_of
from moderation.detect.pii.persons.quality import Quality, capital, quality, taken
from moderation.detect.pii.recognizer import Hit, Screen
from moderation.findings import Kind
from moderation.text import Text

_SURNAME_TITLES: Final = words_of("surname_titles")
_MIXED_TITLES: Final = words_of("mixed_titles")
_WHOLE: Final = words_of("whole_titles")
_FAMILY_ONLY: Final = frozenset(thai_set("family_only"))
_VIETNAMESE_TITLES: Final = frozenset(thai_set("vietnamese_titles"))
_ACRONYM: Final = 4
_ENDINGS: Final = words_of("title_endings")
_BEGINNINGS: Final = words_of("title_beginnings")
_NOT_SURNAMES: Final = words_of("not_surnames") | TITLED | (NOT_NAMES - SURNAMES_TOO)
_DOTTED: Final = "m"
_ALL: Final = _SURNAME_TITLES | _MIXED_TITLES | {_DOTTED}
_GAP: Final = re.compile(r"\.?,?\s{1,2}|\.")
_SHORTEST: Final = 3
_LONG: Final = 4
_ART_REACH: Final = 40
_SURE: Final = 0.86
_FAMILY: Final = 0.76
_FIRST: Final = 0.5
_UNLISTED: Final = 0.56
_SMALL: Final = 0.78
_SMALL_UNLISTED: Final = 0.66
_SELLER: Final = 0.06
_VIETNAMESE: Final = 0.7
_MOST: Final = 0.95


class TitledNames(NameSeeker):
    """A title and a surname."""

    entities: ClassVar[tuple[str, ...]] = (Kind.PERSON.value,)
    screen: ClassVar[Screen] = ()

    def seek(self, text: Text) -> Iterator[Hit]:
        """Yield surnames behind a title; a first name behind one is a form of address."""
        if not glance(text):
            return
        read = reading(text.original)
        for at, last in _surnames(read):
            confidence = _sure(read, at, last)
            if confidence:
                yield Hit(
                    entity=Kind.PERSON.value,
                    span=read.view.span(read.words[at].start, read.words[last - 1].end),
                    confidence=confidence,
                    because="title+surname",
                    from_seller=min(_MOST, confidence + _SELLER),
                )


def _surnames(read: NameReading) -> Iterator[tuple[int, int]]:
    """Yield the words behind titles that may be surnames and are no part of a longer name."""
    for at in range(1, len(read.words)):
        if read.words[at - 1].low in _ALL or _ending(read.words, at - 1) or _vietnamese(read.words, at):
            last = _surname(read, at)
            if last and not any(found.first < last and at < found.last for found in read.runs):
                yield at, last


def _vietnamese(words: Sequence[Word], at: int) -> bool:
    """Whether a Vietnamese family name stands behind a title: it is hardly ever a given name."""
    return (
        capital(words[at])
        and written(words[at].text) in _FAMILY_ONLY
        and written(words[at - 1].text) in _VIETNAMESE_TITLES
    )


def _ending(words: Sequence[Word], at: int) -> bool:
    """Whether a word is the ending of an abbreviated title: Sig.ra, Dott.ssa."""
    return at > 0 and words[at].low in _ENDINGS and words[at - 1].low in _BEGINNINGS


def _surname(read: NameReading, at: int) -> int | None:
    """Return where a surname that begins at this word ends, None where none begins."""
    words, title = read.words, read.words[at - 1]
    between = read.view.string[title.end : words[at].start]
    if ("." in between and title.low in _WHOLE) or ("," in between and words[at].text[0].islower()):
        return None
    if not _GAP.fullmatch(between) or (
        title.low == _DOTTED and not (title.text == "M" and between[0] == ".")
    ):
        return None
    name = at
    while name - at <= 1 and name + 1 < len(words) and words[name].text.lower() in PARTICLES:
        name += 1
    word = words[name]
    if name > at and not capital(word) and not kin(word.low) & Kin.FAMILY:
        return None
    if not word.text[0].isalpha() or "\u0e00" <= word.text[0] <= "\u0e7f" or word.low in _NOT_SURNAMES:
        return None
    short = len(word.text) < _SHORTEST or "'" in word.text[1:2]
    return None if short and not kin(word.low) else name + 1


def _sure(read: NameReading, at: int, last: int) -> float:
    """Return the confidence of a surname behind a title, 0 where it is none."""
    words, word = read.words, read.words[last - 1]
    if shouted(words, at, last) or about(words, at, last, "art", reach=_ART_REACH):
        return 0.0
    if read.view.string[word.end : word.end + 1] in {"™", "®"}:
        return 0.0
    if _vietnamese(words, at):
        return _VIETNAMESE
    small = not words[at - 1].text.isupper()
    if word.text.isupper() and len(word.text) < _ACRONYM and small:
        return 0.0
    title = words[at - 1].low
    mixed = title in _MIXED_TITLES and not (at > 1 and words[at - 2].low in _SURNAME_TITLES)
    if capital(word):
        return _mixed(word, last - at) if mixed else _with_capital(words, last)
    return 0.0 if mixed or title == _DOTTED else _small(words, at, last)


def _mixed(word: Word, size: int) -> float:
    listed = kin(word.low)
    if listed:
        return _FAMILY if listed & Kin.FAMILY and not listed & (Kin.GIVEN | Kin.ORDINARY) else 0.0
    return _UNLISTED if quality(word.low) is Quality.LIKELY and size == 1 else 0.0


def _with_capital(words: Sequence[Word], last: int) -> float:
    if words[last - 1].low in SURNAMES_TOO:
        return _SURE
    if taken(words, last - 1, begun=True) is Quality.WORD:
        return 0.0
    listed = kin(words[last - 1].low)
    return _FIRST if listed & Kin.GIVEN and not listed & Kin.FAMILY else _SURE


def _small(words: Sequence[Word], at: int, last: int) -> float:
    word = words[last - 1]
    own = taken(words, last - 1, begun=True)
    if own is Quality.LISTED and kin(word.low) & Kin.FAMILY:
        return _SMALL
    if own is Quality.BOTH and last - at > 1:
        return _SMALL_UNLISTED
    return _SMALL_UNLISTED if own is Quality.LIKELY and last - at == 1 and len(word.low) > _LONG else 0.0
