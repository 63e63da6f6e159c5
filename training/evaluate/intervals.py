"""Bootstrap intervals: how much a figure would move with other writers or other texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from training.evaluate.measured import Measured
from training.evaluate.metrics import Metric
from training.linear import SEED

DRAWS: Final = 400
_FEWEST_WRITERS: Final = 8
"""With fewer writers, texts are drawn instead: whole writers would say nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A metric's value with its 95 % percentile interval; None where it is not defined."""

    value: float | None
    low: float | None
    high: float | None


def figure(metric: Metric, measured: Measured) -> Figure:
    """Return the metric with its interval, drawing whole writers.

    Source: Efron & Tibshirani 1993, the percentile interval of a cluster bootstrap.
    """
    value = metric.of(measured)
    if np.isnan(value):
        return Figure(value=None, low=None, high=None)
    rng = np.random.default_rng(SEED)
    blocks = _blocks(measured)
    drawn = [metric.of(measured.take(_draw(blocks, rng))) for _ in range(DRAWS)]
    low, high = np.nanpercentile(drawn, [2.5, 97.5])
    return Figure(value=round(value, 4), low=round(float(low), 4), high=round(float(high), 4))


def _blocks(measured: Measured) -> list[NDArray[np.intp]]:
    writers = np.asarray(measured.writers)
    names = np.unique(writers)
    if len(names) < _FEWEST_WRITERS:
        return [np.asarray([position]) for position in range(len(measured))]
    return [np.flatnonzero(writers == name) for name in names]


def _draw(blocks: list[NDArray[np.intp]], rng: np.random.Generator) -> NDArray[np.intp]:
    return np.concatenate([blocks[number] for number in rng.integers(0, len(blocks), len(blocks))])
