"""Metrics: one number from a `Measured`, NaN where it is not defined. Intervals live in `intervals`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from training.evaluate.measured import Measured

_BINS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """A name as it stands on the card, and how it is computed."""

    name: str
    of: Callable[[Measured], float]


def micro_f1(measured: Measured) -> float:
    """F1 over all (text, label) pairs."""
    both = (measured.expected & measured.found).sum()
    return _ratio(2 * both, measured.expected.sum() + measured.found.sum())


def macro_f1(measured: Measured) -> float:
    """Mean of F1 over the labels that are expected at least once."""
    both = (measured.expected & measured.found).sum(axis=0)
    total = measured.expected.sum(axis=0) + measured.found.sum(axis=0)
    present = measured.expected.any(axis=0)
    return float(np.mean(2 * both[present] / total[present])) if present.any() else float("nan")


def precision(measured: Measured) -> float:
    """Share of found labels that were expected."""
    return _ratio((measured.expected & measured.found).sum(), measured.found.sum())


def recall(measured: Measured) -> float:
    """Share of expected labels that were found."""
    return _ratio((measured.expected & measured.found).sum(), measured.expected.sum())


def false_positives(measured: Measured) -> float:
    """Clean texts in which anything was found, per 10,000 clean texts."""
    clean = ~measured.expected.any(axis=1)
    return 10_000 * _ratio(measured.found[clean].any(axis=1).sum(), clean.sum())


def category_accuracy(measured: Measured) -> float:
    """Share of texts whose primary category is right, where it is known."""
    known = [(expected, found) for expected, found in measured.primary if expected]
    return _ratio(sum(expected == found for expected, found in known), len(known))


def category_macro_f1(measured: Measured) -> float:
    """Mean F1 of the primary category over the categories expected at least once."""
    known = [(expected, found) for expected, found in measured.primary if expected]
    scores = []
    for category in sorted({expected for expected, _ in known}):
        both = sum(expected == found == category for expected, found in known)
        total = sum((expected == category) + (found == category) for expected, found in known)
        scores.append(2 * both / total)
    return float(np.mean(scores)) if scores else float("nan")


def calibration_error(measured: Measured) -> float:
    """Expected calibration error over all (text, label) pairs with probability ≥ 0.05, ten equal bins.

    The many pairs that are plainly absent are left out: they would hide the rest.
    """
    if measured.probabilities is None:
        return float("nan")
    kept = measured.probabilities >= 0.05
    said, true = measured.probabilities[kept], measured.expected[kept]
    if not said.size:
        return float("nan")
    bins = np.minimum((said * _BINS).astype(int), _BINS - 1)
    gaps = [
        abs(said[bins == number].mean() - true[bins == number].mean()) * (bins == number).sum()
        for number in np.unique(bins)
    ]
    return float(sum(gaps) / said.size)


def span_overlap(measured: Measured) -> float:
    """Mean overlap of expected and found spans over the texts that have both."""
    known = measured.overlap[~np.isnan(measured.overlap)]
    return float(known.mean()) if known.size else float("nan")


def _ratio(part: float, whole: float) -> float:
    return float(part / whole) if whole else float("nan")
