"""What a task found beside what was expected, for one part of the data, as arrays."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.linear import Bools, Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Measured:
    """Expected and found labels of n texts. Matrices are (n, labels), tuples have length n.

    `probabilities` is None where a task gives none. `primary` holds (expected, found) categories and
    is empty where a task has none; an expected one of "" is not known. `overlap` is, for each text, the
    mean overlap (intersection over union of code points) of spans expected and found for labels
    rightly found, NaN where there is none to compare.
    """

    part: str
    labels: tuple[str, ...]
    expected: Bools
    found: Bools
    probabilities: Floats | None
    langs: tuple[str, ...]
    surfaces: tuple[str, ...]
    writers: tuple[str, ...]
    overlap: Floats
    primary: tuple[tuple[str, str], ...] = ()

    def __len__(self) -> int:
        return len(self.langs)

    def take(self, positions: NDArray[np.intp]) -> Measured:
        """Return the texts at these positions, repeats included."""
        chosen = positions.tolist()
        return Measured(
            part=self.part,
            labels=self.labels,
            expected=self.expected[positions],
            found=self.found[positions],
            probabilities=None if self.probabilities is None else self.probabilities[positions],
            langs=tuple(self.langs[i] for i in chosen),
            surfaces=tuple(self.surfaces[i] for i in chosen),
            writers=tuple(self.writers[i] for i in chosen),
            overlap=self.overlap[positions],
            primary=tuple(self.primary[i] for i in chosen) if self.primary else (),
        )


def overlap(expected: Iterable[tuple[int, int]], found: Iterable[tuple[int, int]]) -> float:
    """Return intersection over union of the code points that two sets of ranges cover; NaN for none."""
    wanted = {i for start, end in expected for i in range(start, end)}
    given = {i for start, end in found for i in range(start, end)}
    return len(wanted & given) / len(wanted | given) if wanted | given else float("nan")


def quoted(text: str, quote: str) -> tuple[int, int] | None:
    """Return where a quotation stands in its text, None if it does not."""
    start = text.find(quote)
    return (start, start + len(quote)) if quote and start >= 0 else None
