"""Finding concepts in a text: one automaton says which occur, exact places only for those.

What counts as a concept is data (`entries`); what concepts amount to together is `compose`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

import re2

from moderation.lexicon.entries import Entry, compile_entries, compiled, compiled_set, shipped
from moderation.text import Text
from moderation.text import View as TextView

_REMEMBERED: Final = 8192
_LONGEST_REMEMBERED: Final = 20_000

_DISGUISE: Final = re2.compile(
    r"[a-z][0-9@$!|+€][a-z]|[a-z]{2}[0-9@$!|][0-9@$!|]?[a-z]|\b[0-9@$!|][a-z]{2}|[a-z]{2}[0@$3!]\b"
    r"|(?:^|[^a-z])[a-z](?:[\s._*\-]{1,2}[a-z]){2}|[a-z]{2}[._*\-][a-z]|[a-z][*_][a-z]"
)
"""Cheap sign that the letters view may read otherwise than the folded one."""


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """One place where a concept is named; offsets are half-open in the folded view."""

    start: int
    end: int
    concept: str
    lang: str


class Lexicon:
    """All concepts in all languages, compiled once; immutable after that."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries: Final = tuple(entries)
        self.concepts: Final = frozenset(entry.concept for entry in self.entries)
        self._found = lru_cache(maxsize=_REMEMBERED)(self._find)
        self._screened = lru_cache(maxsize=_REMEMBERED)(self._screen)

    @property
    def patterns(self) -> tuple[str, ...]:
        """The expressions by number, for pattern sets built elsewhere."""
        return tuple(entry.expression for entry in self.entries)

    @cached_property
    def _automaton(self) -> re2.Set:
        return compiled_set(self.patterns)

    @cached_property
    def _searches(self) -> tuple[re2._Regexp[str], ...]:
        return tuple(compiled(entry.expression) for entry in self.entries)

    def screen(self, text: Text) -> frozenset[str]:
        """Return the concepts that occur at all, in either view; one automaton pass a view."""
        return self._screened(_Key(text)) if _worth_remembering(text) else self._screen(_Key(text))

    def find(self, text: Text) -> tuple[Mention, ...]:
        """Return every mention in text order, from the folded and the letters view together."""
        return self._found(_Key(text)) if _worth_remembering(text) else self._find(_Key(text))

    def _numbers(self, view: str) -> list[int]:
        return sorted(self._automaton.Match(view)) if view else []

    def _screen(self, key: _Key) -> frozenset[str]:
        numbers = set(self._numbers(key.folded))
        if key.disguised:
            numbers.update(self._numbers(key.text.letters.string))
        return frozenset(self.entries[number].concept for number in numbers)

    def _find(self, key: _Key) -> tuple[Mention, ...]:
        mentions = {
            Mention(match.start(), match.end(), self.entries[number].concept, self.entries[number].lang)
            for number in self._numbers(key.folded)
            for match in self._searches[number].finditer(key.folded)
            if match.start() < match.end()
        }
        if key.disguised and key.text.letters.string != key.folded:
            mentions.update(self._disguised(key.text))
        return tuple(sorted(mentions))

    def _disguised(self, text: Text) -> Iterable[Mention]:
        letters = text.letters
        places = _Places(text.folded)
        for number in self._numbers(letters.string):
            entry = self.entries[number]
            for match in self._searches[number].finditer(letters.string):
                if match.start() < match.end():
                    span = letters.span(match.start(), match.end())
                    start, end = places.folded(span.start, span.end)
                    yield Mention(start, end, entry.concept, entry.lang)


class _Key:
    """A text as a memory key: equal where the original strings are."""

    __slots__ = ("disguised", "folded", "text")

    def __init__(self, text: Text) -> None:
        self.text = text
        self.folded = text.folded.string
        self.disguised = _DISGUISE.search(self.folded) is not None

    def __hash__(self) -> int:
        return hash(self.text.original)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self.text.original == other.text.original


class _Places:
    """The way back from original offsets to offsets in the folded view."""

    def __init__(self, folded: TextView) -> None:
        self._view = folded
        self._length = len(folded.string)

    def folded(self, start: int, end: int) -> tuple[int, int]:
        """Return the smallest folded range that covers the original range."""
        places = range(self._length)
        first = bisect_left(places, start + 1, key=lambda i: self._view.span(i, i + 1).end)
        last = bisect_left(places, end, key=lambda i: self._view.span(i, i + 1).start)
        return first, max(last, first + 1)


def _worth_remembering(text: Text) -> bool:
    return len(text.original) <= _LONGEST_REMEMBERED


@lru_cache(maxsize=1)
def load_lexicon() -> Lexicon:
    """Return the shipped lexicon, compiled once; raises `LexiconInvalid` for bad data."""
    return Lexicon(compile_entries(shipped()))
