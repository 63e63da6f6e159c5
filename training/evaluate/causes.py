"""The causes task: held-out writers (trained anew without them) and the policy's own examples."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from moderation import policy
from moderation.causes.classifier import CausesModel, causes_model
from moderation.causes.predict import predict_with
from moderation.features import Batch
from moderation.findings import Causes
from moderation.text import Text
from training import train_causes
from training.evaluate import metrics
from training.evaluate.measured import Measured, overlap, quoted
from training.evaluate.metrics import Metric
from training.evaluate.task import Task
from training.linear import folds
from training.written import Sample, catalogue_causes, read_causes

_FOLDS = 5


def held_out() -> Measured:
    """Return what models say of writers whom neither their head nor their blend was trained on."""
    samples = read_causes()
    written = train_causes.prepare(samples)
    beside = train_causes.prepare(train_causes.weaker())
    said: list[Causes | None] = [None] * len(samples)
    for part in folds(written.writers, _FOLDS):
        rest = np.setdiff1d(np.arange(len(samples)), part)
        model = train_causes.opened(train_causes.train(written.take(rest), beside))
        for position, causes in zip(part, _predict([samples[i] for i in part], model), strict=True):
            said[position] = causes
    return _measured("held-out writers", samples, [causes for causes in said if causes is not None])


def on_catalogue() -> Measured:
    """Return what the shipped model says of the taxonomy's examples and edge cases."""
    samples = catalogue_causes()
    return _measured("catalogue examples", samples, _predict(samples, causes_model()))


def _predict(samples: Sequence[Sample], model: CausesModel) -> list[Causes]:
    texts = [Text.of(sample.text) for sample in samples]
    langs = [sample.lang for sample in samples]
    return predict_with(model, texts, langs, Batch(texts), range(len(texts)), taxonomy=policy.load().taxonomy)


def _measured(part: str, samples: Sequence[Sample], said: Sequence[Causes]) -> Measured:
    labels = train_causes.subtypes()
    assigned = [{cause.subtype for cause in causes.assigned} for causes in said]
    return Measured(
        part=part,
        labels=labels,
        expected=np.asarray([[label in sample.labels for label in labels] for sample in samples]),
        found=np.asarray([[label in found for label in labels] for found in assigned]),
        probabilities=np.asarray([[dict(causes.scores)[label] for label in labels] for causes in said]),
        langs=tuple(sample.lang for sample in samples),
        surfaces=tuple(sample.surface for sample in samples),
        writers=tuple(sample.writer for sample in samples),
        overlap=np.asarray([_overlap(sample, causes) for sample, causes in zip(samples, said, strict=True)]),
        primary=tuple(
            (_category(sample.primary), _category(causes.primary.subtype))
            for sample, causes in zip(samples, said, strict=True)
        ),
    )


def _category(subtype: str | None) -> str:
    return "" if subtype is None else str(policy.load().taxonomy.subtypes[subtype].category())


def _overlap(sample: Sample, causes: Causes) -> float:
    wanted = {label: place for label, quote in sample.spans if (place := quoted(sample.text, quote))}
    given = {cause.subtype: (cause.span.start, cause.span.end) for cause in causes.assigned if cause.span}
    shared = [overlap([wanted[label]], [given[label]]) for label in wanted if label in given]
    return float(np.mean(shared)) if shared else float("nan")


TASK = Task(
    name="causes",
    title="Causes of negative reviews",
    load=lambda: (held_out(), on_catalogue()),
    metrics=(
        Metric(name="subtype_macro_f1", of=metrics.macro_f1),
        Metric(name="subtype_micro_f1", of=metrics.micro_f1),
        Metric(name="primary_category_accuracy", of=metrics.category_accuracy),
        Metric(name="primary_category_macro_f1", of=metrics.category_macro_f1),
        Metric(name="calibration_error", of=metrics.calibration_error),
        Metric(name="span_overlap", of=metrics.span_overlap),
    ),
)
