"""Pictures for cards: precision and recall, reliability, confusion. PNG files, the same every time."""

from __future__ import annotations

from pathlib import Path

import matplotlib as mpl
import numpy as np

from training.evaluate.measured import Measured

mpl.use("Agg")
from matplotlib import pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure

_BINS = 10
_DPI = 110


def draw(measured: Measured, folder: Path) -> tuple[str, ...]:
    """Write the pictures that the part allows into the folder; return their file names."""
    drawn = []
    if measured.probabilities is not None and measured.expected.any():
        drawn += [_precision_recall(measured, folder), _reliability(measured, folder)]
    if measured.primary:
        drawn.append(_confusion(measured, folder))
    return tuple(drawn)


def _precision_recall(measured: Measured, folder: Path) -> str:
    said, true = _pairs(measured)
    order = np.argsort(-said, kind="stable")
    right = np.cumsum(true[order])
    recall = right / true.sum()
    precision = right / np.arange(1, len(right) + 1)
    figure, axes = _axes(f"Precision and recall, {measured.part}", "recall", "precision")
    axes.plot(recall, precision)
    axes.set_xlim(0, 1)
    axes.set_ylim(0, 1.02)
    return _save(figure, folder / "precision_recall.png")


def _reliability(measured: Measured, folder: Path) -> str:
    said, true = _pairs(measured)
    bins = np.minimum((said * _BINS).astype(int), _BINS - 1)
    kept = [number for number in range(_BINS) if (bins == number).sum() >= 5]
    figure, axes = _axes(f"Reliability, {measured.part}", "probability said", "share that is right")
    axes.plot([0, 1], [0, 1], linestyle=":", color="grey")
    axes.plot(
        [said[bins == number].mean() for number in kept],
        [true[bins == number].mean() for number in kept],
        marker="o",
    )
    axes.set_xlim(0, 1)
    axes.set_ylim(0, 1)
    return _save(figure, folder / "reliability.png")


def _confusion(measured: Measured, folder: Path) -> str:
    known = [(expected, found) for expected, found in measured.primary if expected]
    names = sorted({name for pair in known for name in pair})
    counts = np.asarray([[sum(pair == (row, column) for pair in known) for column in names] for row in names])
    figure, axes = _axes(f"Primary category, {measured.part}", "found", "expected")
    axes.imshow(counts, cmap="Blues")
    axes.set_xticks(range(len(names)), names)
    axes.set_yticks(range(len(names)), names)
    for row, column in np.ndindex(counts.shape):
        dark = counts[row, column] > counts.max() / 2
        axes.text(
            column,
            row,
            str(counts[row, column]),
            ha="center",
            va="center",
            color="white" if dark else "black",
        )
    return _save(figure, folder / "confusion.png")


def _pairs(measured: Measured) -> tuple[np.ndarray, np.ndarray]:
    said = np.asarray(measured.probabilities)
    kept = said >= 0.05
    return said[kept], measured.expected[kept]


def _axes(title: str, across: str, up: str) -> tuple[Figure, Axes]:
    figure, axes = plt.subplots(figsize=(4.6, 4.2), layout="constrained")
    axes.set_title(title, fontsize=10)
    axes.set_xlabel(across)
    axes.set_ylabel(up)
    return figure, axes


def _save(figure: Figure, path: Path) -> str:
    figure.savefig(path, dpi=_DPI, metadata={"Software": None})
    plt.close(figure)
    return path.name
