"""Finding concepts in a text: one automaton says which occur, exact places only for those.

What counts as a concept is data (`entries`); what concepts amount to together is `compose`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

import re2

from moderation.lexicon.entries import Entry, compile_entries, shipped
from moderation.lexicon.notation import compiled, compiled_filter
from moderation.text import Text

_REMEMBERED: Final = 8192
_LONGEST_REMEMBERED: Final = 20_000


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """One place where a concept is named; offsets are half-open in the folded view."""

    start: int
    end: int
    concept: str
    lang: str


class Lexicon:
    """All concepts in all languages, compiled on first use; immutable after that."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries: Final = tuple(entries)
        self.concepts: Final = frozenset(entry.concept for entry in self.entries)
        self._found = lru_cache(maxsize=_REMEMBERED)(self._find)
        self._screened = lru_cache(maxsize=_REMEMBERED)(self._screen)

    @property
    def patterns(self) -> tuple[str, ...]:
        """The expressions by number, for pattern sets built elsewhere."""
        return tuple(entry.expression for entry in self.entries)

    def only(self, *parts: str) -> Lexicon:
        """Return a smaller lexicon of some concepts (`report.*`), for screens that must be fast."""
        kept = (entry for entry in self.entries if any(belongs(entry.concept, part) for part in parts))
        return Lexicon(kept)

    def screen(self, text: Text) -> frozenset[str]:
        """Return the concepts that occur at all, in either view; one automaton pass a view."""
        return self._screened(_Key(text)) if _worth_remembering(text) else self._screen(_Key(text))

    def find(self, text: Text) -> tuple[Mention, ...]:
        """Return every mention in text order, from the folded and the letters view together."""
        return self._found(_Key(text)) if _worth_remembering(text) else self._find(_Key(text))

    @cached_property
    def _automaton(self) -> re2.Filter:
        return compiled_filter(self.patterns)

    @cached_property
    def _searches(self) -> tuple[re2._Regexp[str], ...]:
        return tuple(compiled(entry.expression) for entry in self.entries)

    def _numbers(self, string: str) -> list[int]:
        return sorted(self._automaton.Match(string) or ()) if string else []

    def _screen(self, key: _Key) -> frozenset[str]:
        text = key.text
        numbers = set(self._numbers(text.folded.string))
        if text.letters is not text.folded:
            numbers.update(self._numbers(text.letters.string))
        return frozenset(self.entries[number].concept for number in numbers)

    def _find(self, key: _Key) -> tuple[Mention, ...]:
        text = key.text
        mentions = set(self._mentions(text.folded.string))
        if text.letters is not text.folded:
            for mention in self._mentions(text.letters.string):
                start, end = _in_folded(text, mention.start, mention.end)
                mentions.add(Mention(start, end, mention.concept, mention.lang))
        return tuple(sorted(mentions))

    def _mentions(self, string: str) -> Iterable[Mention]:
        for number in self._numbers(string):
            entry = self.entries[number]
            for match in self._searches[number].finditer(string):
                if match.start() < match.end():
                    yield Mention(match.start(), match.end(), entry.concept, entry.lang)


class _Key:
    """A text as a memory key: equal where the original strings are."""

    __slots__ = ("text",)

    def __init__(self, text: Text) -> None:
        self.text = text

    def __hash__(self) -> int:
        return hash(self.text.original)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self.text.original == other.text.original


@lru_cache(maxsize=1 << 16)
def belongs(concept: str, part: str) -> bool:
    """Say whether a concept belongs to a part such as `benefit.*|link.proof`."""
    return any(
        concept.startswith(name[:-1]) if name.endswith("*") else concept == name for name in part.split("|")
    )


def _in_folded(text: Text, start: int, end: int) -> tuple[int, int]:
    """Map a range of the letters view to the smallest range of the folded view that covers it."""
    view = text.letters
    while view is not text.folded and view.under is not None:
        if view.alignment is not None:
            start, end = view.alignment.begin(start), view.alignment.finish(end - 1)
        view = view.under
    return start, end


def _worth_remembering(text: Text) -> bool:
    return len(text.original) <= _LONGEST_REMEMBERED


@lru_cache(maxsize=1)
def load_lexicon() -> Lexicon:
    """Return the shipped lexicon, compiled once; raises `LexiconInvalid` for bad data."""
    return Lexicon(compile_entries(shipped()))
