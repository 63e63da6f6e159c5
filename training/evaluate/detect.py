"""The detect task: the shipped detectors, as the product runs them, on texts with known clauses.

Patterns were improved on the corpus's other writers; the texts of `UNREAD` were never read by those who
wrote them, only their figures. `found` is what reaches the default profile's `report_at`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from moderation import policy
from moderation.content import Author, Surface
from moderation.detect import DETECTORS
from moderation.detect.detector import Document
from moderation.features import Batch
from moderation.findings import Finding
from moderation.text import Text
from training import train_conduct
from training.evaluate import metrics
from training.evaluate.measured import Measured, overlap, quoted
from training.evaluate.metrics import Metric
from training.evaluate.task import Task
from training.public import read_public
from training.written import Sample, catalogue_conduct, read_conduct

FAMILIES = ("incentive", "manipulation", "redirect", "abuse", "review_service", "listing", "content")
"""The families that the corpora label; personal data has a task of its own."""

UNREAD = frozenset(
    {
        "jo_mix", "drop_wen", "long_letters", "chema_es", "bastien_fr", "lotte_de",
        "gabi_pt", "enzo_it", "rara_id", "tuan_vi", "ploy_th", "singlish_mei", "dr_vance", "split_bubbles",
        "mandy_de", "clemence_fr", "patricio_ar", "joaquim_pt", "davide_it", "mbak_tini_id", "anh_bay_vi",
        "boss_ake_th",
    }
)  # fmt: skip
"""Writers whose texts test the patterns; keep them out of every improvement."""


def measure(part: str, samples: Sequence[Sample]) -> Measured:
    """Run every detector over the samples and return what it reported beside what was expected."""
    labels = tuple(sorted(label for detector in DETECTORS for label in detector.labels if _family(label)))
    found = findings(samples)
    confidence = [
        {one.label: max(o.confidence for o in mine if o.label == one.label) for one in mine} for mine in found
    ]
    reported = _reported(found)
    return Measured(
        part=part,
        labels=labels,
        expected=np.asarray([[label in sample.labels for label in labels] for sample in samples]),
        found=np.asarray([[label in mine for label in labels] for mine in reported]),
        probabilities=np.asarray([[mine.get(label, 0.0) for label in labels] for mine in confidence]),
        langs=tuple(sample.lang for sample in samples),
        surfaces=tuple(sample.surface for sample in samples),
        writers=tuple(sample.writer for sample in samples),
        overlap=np.asarray([_overlap(sample, mine) for sample, mine in zip(samples, found, strict=True)]),
    )


def findings(samples: Sequence[Sample]) -> list[list[Finding]]:
    """Return the findings of the families in each text, each sample alone as in `moderation scan`."""
    docs = [
        Document(
            text=Text.of(sample.text),
            lang=sample.lang,
            surface=Surface(sample.surface),
            speaker=Author(sample.author),
        )
        for sample in samples
    ]
    batch = Batch([doc.text for doc in docs])
    found: dict[int, list[Finding]] = defaultdict(list)
    for detector in DETECTORS:
        if not any(map(_family, detector.labels)):
            continue
        for index in detector.screen(docs, batch):
            found[index] += [
                one
                for one in detector.look(docs[index], batch, index)
                if isinstance(one, Finding) and _family(one.label)
            ]
    return [found[index] for index in range(len(docs))]


def _family(label: str) -> bool:
    return label.partition(".")[0] in FAMILIES


def _reported(found: Sequence[Sequence[Finding]]) -> list[set[str]]:
    profile = policy.load().profile()
    return [
        {one.label for one in mine if one.confidence >= profile.thresholds(one.label).report_at}
        for mine in found
    ]


def _overlap(sample: Sample, found: Sequence[Finding]) -> float:
    shared = []
    for label, quote in sample.spans:
        place = quoted(sample.text, quote)
        given = [
            (one.span.start, one.span.end) for one in found if one.label == label and one.span is not None
        ]
        if place and given:
            shared.append(overlap([place], given))
    return float(np.mean(shared)) if shared else float("nan")


def _load() -> tuple[Measured, ...]:
    clean = train_conduct.background(read_public(*train_conduct.BACKGROUND), test=True)
    written = read_conduct()
    parts = [
        measure("writers whose texts nobody read", [one for one in written if one.writer in UNREAD]),
        measure(
            "the other writers, on whose texts patterns were improved",
            [one for one in written if one.writer not in UNREAD],
        ),
        measure("catalogue examples", catalogue_conduct()),
    ]
    return (*parts, measure("clean public texts", clean)) if clean else tuple(parts)


def _violations(said: Measured) -> tuple[float, float, float]:
    """Texts that break a clause, texts found, texts both."""
    expected, found = said.expected.any(axis=1), said.found.any(axis=1)
    return float(expected.sum()), float(found.sum()), float((expected & found).sum())


def _violation_precision(said: Measured) -> float:
    _, found, both = _violations(said)
    return both / found if found else float("nan")


def _violation_recall(said: Measured) -> float:
    expected, _, both = _violations(said)
    return both / expected if expected else float("nan")


def _violation_f1(said: Measured) -> float:
    expected, found, both = _violations(said)
    return 2 * both / (expected + found) if expected + found else float("nan")


TASK = Task(
    name="detect",
    title="The detectors as shipped",
    load=_load,
    metrics=(
        Metric(name="violation_precision", of=_violation_precision),
        Metric(name="violation_recall", of=_violation_recall),
        Metric(name="violation_f1", of=_violation_f1),
        Metric(name="clause_micro_f1", of=metrics.micro_f1),
        Metric(name="clause_macro_f1", of=metrics.macro_f1),
        Metric(name="precision", of=metrics.precision),
        Metric(name="recall", of=metrics.recall),
        Metric(name="false_positives_per_10000", of=metrics.false_positives),
        Metric(name="span_overlap", of=metrics.span_overlap),
    ),
)
