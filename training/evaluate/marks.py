"""Marked values against found ones: what counts as a hit, and the rates that follow.

A hit covers at least half of the longer of the found span and the value (the acceptance criterion).
Values and findings are paired one to one, longest overlap first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from moderation.findings import Kind, Span
from training.pii.frames import Marked, PiiText

ALIKE = (frozenset({Kind.BANK_ACCOUNT, Kind.URL_PERSONAL}), frozenset({Kind.PHONE, Kind.URL_PERSONAL}))
"""A payment link, and a messenger's link with a number: either kind is right where the text holds a link."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A value that a contestant marked."""

    kind: Kind
    span: Span
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """One text with what a contestant marked in it and the clauses beside values that it named."""

    text: PiiText
    found: tuple[Found, ...]
    labels: frozenset[str] = frozenset()

    def pairs(self) -> list[tuple[Marked, Found]]:
        """Return the hits."""
        scored = sorted(
            (
                (_overlap(value.span, found.span), i, j)
                for i, value in enumerate(self.text.values)
                for j, found in enumerate(self.found)
            ),
            key=lambda row: (-row[0], row[1], row[2]),
        )
        values: set[int] = set()
        found: set[int] = set()
        hits = []
        for length, i, j in scored:
            value, mark = self.text.values[i], self.found[j]
            longer = max(value.span.end - value.span.start, mark.span.end - mark.span.start)
            if 2 * length >= longer and i not in values and j not in found:
                values.add(i)
                found.add(j)
                hits.append((value, mark))
        return hits


def marks(text: PiiText, found: Iterable[Found]) -> tuple[Found, ...]:
    """Return what was found, but for the marks that touch an optional value."""
    return tuple(one for one in found if not any(_overlap(one.span, free.span) for free in text.optional))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """Counts of right, found and wanted things."""

    right: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        """Right of found."""
        return self.right / self.found if self.found else float("nan")

    @property
    def recall(self) -> float:
        """Right of wanted."""
        return self.right / self.wanted if self.wanted else float("nan")

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        total = self.found + self.wanted
        return 2 * self.right / total if total else float("nan")


def value_found(reads: Iterable[Read]) -> Rate:
    """Count values found at their place, whatever kind they were called."""
    return _total((len(read.pairs()), len(read.found), len(read.text.values)) for read in reads)


def right_kind(reads: Iterable[Read]) -> Rate:
    """Count values found at their place and called by their kind (micro)."""
    return _total(
        (sum(_named(read, *pair) for pair in read.pairs()), len(read.found), len(read.text.values))
        for read in reads
    )


def of_kind(kind: Kind) -> Callable[[Iterable[Read]], Rate]:
    """Count values of one kind."""

    def count(reads: Iterable[Read]) -> Rate:
        return _total(
            (
                sum(_named(read, value, found) for value, found in read.pairs() if value.kind is kind),
                sum(found.kind is kind for found in read.found),
                sum(value.kind is kind for value in read.text.values),
            )
            for read in reads
        )

    return count


def of_label(label: str) -> Callable[[Iterable[Read]], Rate]:
    """Count texts that break a clause that needs meaning."""

    def count(reads: Iterable[Read]) -> Rate:
        return _total(
            (
                label in read.labels and label in read.text.labels,
                label in read.labels,
                label in read.text.labels,
            )
            for read in reads
        )

    return count


def clean_marked(reads: Sequence[Read]) -> tuple[int, int]:
    """Return in how many texts without a value something was marked, and how many there are."""
    clean = [read for read in reads if not read.text.values]
    return sum(bool(read.found) for read in clean), len(clean)


def _named(read: Read, value: Marked, found: Found) -> bool:
    if value.kind is found.kind:
        return True
    written = read.text.text[value.span.start : value.span.end]
    return "/" in written and any({value.kind, found.kind} == alike for alike in ALIKE)


def _overlap(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _total(rows: Iterable[tuple[int, int, int]]) -> Rate:
    right = found = wanted = 0
    for one in rows:
        right, found, wanted = right + one[0], found + one[1], wanted + one[2]
    return Rate(right=right, found=found, wanted=wanted)
