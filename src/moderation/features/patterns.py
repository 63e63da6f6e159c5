"""Sets of patterns matched at once with RE2: the cheap half of every screen.

RE2 has no look-around and no back-references, which also rules out catastrophic backtracking.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

import re2

from moderation.text import Text

View = Literal["folded", "digits", "letters"]


AUTOMATON_BYTES: Final = 256 << 20


class PatternSet:
    """Patterns compiled into one automaton over one view of the text; compiled on first use."""

    def __init__(self, patterns: Sequence[str], *, view: View = "folded") -> None:
        self.patterns = tuple(patterns)
        self.view: View = view
        self._set: re2.Set | None = None

    def match(self, text: Text) -> frozenset[int]:
        """Return the numbers (positions in `patterns`) of the patterns that occur in the text."""
        if self._set is None:
            # A set whose automaton outgrows its memory loses matches silently: give it room.
            options = re2.Options()
            options.max_mem = AUTOMATON_BYTES
            fresh = re2.Set.SearchSet(options)
            for pattern in self.patterns:
                fresh.Add(pattern)
            fresh.Compile()
            self._set = fresh
        view = getattr(text, self.view)
        if not view.string:
            return frozenset()
        return frozenset(self._set.Match(view.string) or ())
