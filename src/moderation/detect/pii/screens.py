"""Which recognizers are worth running on a text: their screens as a few RE2 sets a view."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from moderation.detect.pii.recognizer import Seeker
from moderation.features.patterns import PatternSet, View

MOST_PATTERNS: Final = 16
"""Patterns in one set. A state of the automaton records which patterns have been seen, so that one
large set of common words has more states than fit its cache; a few small sets are far faster."""


@dataclass(frozen=True, slots=True)
class Screening:
    """The patterns of some recognizers over one view.

    `needs` holds, for each entry of a screen, its owner and the numbers of the patterns that must
    all occur.
    """

    patterns: PatternSet
    needs: tuple[tuple[Seeker, frozenset[int]], ...]

    def owners(self, found: frozenset[int]) -> set[Seeker]:
        """Return the recognizers worth running on a text in which these patterns were found."""
        return {seeker for seeker, wanted in self.needs if wanted <= found} if found else set()


def screenings(seekers: Sequence[Seeker], view: View) -> tuple[Screening, ...]:
    """Put the patterns of these recognizers into sets of a bearable size, each recognizer whole."""
    groups: list[list[Seeker]] = []
    size = MOST_PATTERNS
    for seeker in seekers:
        own = sum(1 if isinstance(entry, str) else len(entry) for entry in seeker.screen)
        if size + own > MOST_PATTERNS:
            groups.append([])
            size = 0
        groups[-1].append(seeker)
        size += own
    return tuple(_screen(group, view) for group in groups)


def _screen(seekers: Sequence[Seeker], view: View) -> Screening:
    numbers: dict[str, int] = {}
    needs = []
    for seeker in seekers:
        for entry in seeker.screen:
            parts = (entry,) if isinstance(entry, str) else entry
            needs.append((seeker, frozenset(numbers.setdefault(part, len(numbers)) for part in parts)))
    return Screening(PatternSet(list(numbers), view=view), tuple(needs))
