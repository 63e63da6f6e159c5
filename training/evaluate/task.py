"""A task: a loader, a list of metrics and the name of its card section; and the section made from them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

import numpy as np

from training.evaluate.intervals import figure
from training.evaluate.measured import Measured
from training.evaluate.metrics import Metric

Section = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """`load` returns each part of the data with what was found in it; nothing in a part was trained on."""

    name: str
    title: str
    load: Callable[[], tuple[Measured, ...]]
    metrics: tuple[Metric, ...]


def section(task: Task, parts: Sequence[Measured]) -> Section:
    """Return the card section: for each part its metrics, and tables by language, surface and label."""
    return {
        "title": task.title,
        "parts": {
            measured.part: {
                "texts": len(measured),
                "writers": len(set(measured.writers)),
                "metrics": {metric.name: asdict(figure(metric, measured)) for metric in task.metrics},
                "by_language": _groups(task, measured, measured.langs),
                "by_surface": _groups(task, measured, measured.surfaces),
                "by_label": _labels(measured),
            }
            for measured in parts
        },
    }


def _groups(task: Task, measured: Measured, groups: tuple[str, ...]) -> Section:
    """Return each metric's plain value by group: the first one, with an interval, carries the story."""
    first, *others = task.metrics
    rows: Section = {}
    for name in sorted(set(groups)):
        chosen = measured.take(np.flatnonzero(np.asarray(groups) == name))
        values = {metric.name: _rounded(metric.of(chosen)) for metric in others}
        rows[name] = {"texts": len(chosen), first.name: asdict(figure(first, chosen)), **values}
    return rows


def _labels(measured: Measured) -> Section:
    rows: Section = {}
    for column, label in enumerate(measured.labels):
        expected, found = measured.expected[:, column], measured.found[:, column]
        if not expected.any() and not found.any():
            continue
        both = int((expected & found).sum())
        rows[label] = {
            "expected": int(expected.sum()),
            "found": int(found.sum()),
            "right": both,
            "precision": _rounded(both / found.sum() if found.any() else float("nan")),
            "recall": _rounded(both / expected.sum() if expected.any() else float("nan")),
            "f1": _rounded(2 * both / (expected.sum() + found.sum())),
        }
    return rows


def _rounded(value: float) -> float | None:
    return None if np.isnan(value) else round(float(value), 4)
