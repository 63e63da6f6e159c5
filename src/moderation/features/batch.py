"""One batch of texts with the features that detectors and causes share, computed once and late.

Rows of the hashed matrix are computed only for the documents that somebody asks for: most
reviews pass every screen without it.
"""

from __future__ import annotations

from collections.abc import Sequence

import scipy.sparse as sp

from moderation.features.hashed import hash_texts
from moderation.features.patterns import PatternSet
from moderation.text import Text


class Batch:
    """Texts of one batch, their hashed rows and the pattern sets already matched against them."""

    def __init__(self, texts: Sequence[Text]) -> None:
        self.texts = tuple(texts)
        self._rows: dict[int, sp.csr_array] = {}
        self._matched: dict[int, tuple[PatternSet, list[frozenset[int]]]] = {}

    def __len__(self) -> int:
        return len(self.texts)

    def hashed(self, indices: Sequence[int]) -> sp.csr_array:
        """Return the hashed rows (float32, one per index, in the order asked) as one matrix."""
        missing = [i for i in dict.fromkeys(indices) if i not in self._rows]
        if missing:
            fresh = hash_texts([self.texts[i].folded.string for i in missing])
            for position, i in enumerate(missing):
                self._rows[i] = fresh[[position], :]
        return sp.vstack([self._rows[i] for i in indices], format="csr")

    def matched(self, patterns: PatternSet) -> list[frozenset[int]]:
        """Return, for each text, the numbers of the patterns of the set that occur in it."""
        kept = self._matched.get(id(patterns))
        if kept is None:
            kept = (patterns, [patterns.match(text) for text in self.texts])
            self._matched[id(patterns)] = kept
        return kept[1]
