"""The conduct task: a linear head trained on the spot; docs/models.md says why none is shipped."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from moderation.features.hashed import hash_texts
from moderation.features.heads import LinearHead
from moderation.text import Text
from training import train_conduct
from training.evaluate import metrics
from training.evaluate.measured import Measured
from training.evaluate.metrics import Metric
from training.evaluate.task import Task
from training.linear import folds
from training.public import read_public
from training.written import Sample, catalogue_conduct, read_conduct

_FOLDS = 5


def held_out() -> Measured:
    """Return what heads say of writers whom they were not trained on."""
    samples = read_conduct()
    labels = train_conduct.clauses(samples)
    said = np.zeros((len(samples), len(labels)))
    found = np.zeros_like(said, dtype=bool)
    for part in folds([sample.writer for sample in samples], _FOLDS):
        inside = set(part.tolist())
        rest = [sample for position, sample in enumerate(samples) if position not in inside]
        head = train_conduct.opened(train_conduct.train_with_background(rest, labels))
        said[part] = _probabilities([samples[i] for i in part], head)
        found[part] = said[part] >= head.thresholds
    return _measured("held-out writers", samples, labels, said, found)


def _taught(part: str, samples: Sequence[Sample], head: LinearHead) -> Measured:
    said = _probabilities(samples, head)
    return _measured(part, samples, head.labels, said, said >= head.thresholds)


def _load() -> tuple[Measured, ...]:
    clean = train_conduct.background(read_public(*train_conduct.BACKGROUND), test=True)
    samples = read_conduct()
    head = train_conduct.opened(train_conduct.train_with_background(samples, train_conduct.clauses(samples)))
    parts = [held_out(), _taught("catalogue examples", catalogue_conduct(), head)]
    return (*parts, _taught("clean public texts", clean, head)) if clean else tuple(parts)


def _probabilities(samples: Sequence[Sample], head: LinearHead) -> np.ndarray:
    return head.probabilities(hash_texts([Text.of(sample.text).folded.string for sample in samples]))


def _measured(
    part: str, samples: Sequence[Sample], labels: tuple[str, ...], said: np.ndarray, found: np.ndarray
) -> Measured:
    return Measured(
        part=part,
        labels=labels,
        expected=np.asarray([[name in sample.labels for name in labels] for sample in samples]),
        found=found,
        probabilities=said,
        langs=tuple(sample.lang for sample in samples),
        surfaces=tuple(sample.surface for sample in samples),
        writers=tuple(sample.writer for sample in samples),
        overlap=np.full(len(samples), np.nan),
    )


TASK = Task(
    name="conduct",
    title="Conduct in texts, the head alone",
    load=_load,
    metrics=(
        Metric(name="clause_micro_f1", of=metrics.micro_f1),
        Metric(name="clause_macro_f1", of=metrics.macro_f1),
        Metric(name="precision", of=metrics.precision),
        Metric(name="recall", of=metrics.recall),
        Metric(name="false_positives_per_10000", of=metrics.false_positives),
        Metric(name="calibration_error", of=metrics.calibration_error),
    ),
)
