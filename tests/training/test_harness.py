"""The evaluation harness counts right, splits by writer and gives the same figures every time."""

from __future__ import annotations

import numpy as np
import pytest

from training.blend import fit_blend, fit_thresholds
from training.evaluate import metrics
from training.evaluate.intervals import figure
from training.evaluate.measured import Measured, overlap, quoted
from training.evaluate.metrics import Metric
from training.evaluate.task import Task, section
from training.linear import folds


def measured(expected: list[list[int]], found: list[list[int]], **more: object) -> Measured:
    count = len(expected)
    fields: dict[str, object] = {
        "part": "part",
        "labels": tuple("abc"[: len(expected[0])]),
        "expected": np.asarray(expected, dtype=bool),
        "found": np.asarray(found, dtype=bool),
        "probabilities": None,
        "langs": ("en",) * count,
        "surfaces": ("review",) * count,
        "writers": tuple(map(str, range(count))),
        "overlap": np.full(count, np.nan),
    }
    return Measured(**{**fields, **more})


def test_f1_counts_pairs_and_labels() -> None:
    one = measured([[1, 0], [1, 1], [0, 0], [0, 0]], [[1, 0], [0, 1], [0, 1], [0, 0]])
    assert metrics.precision(one) == pytest.approx(2 / 3)
    assert metrics.recall(one) == pytest.approx(2 / 3)
    assert metrics.micro_f1(one) == pytest.approx(2 / 3)
    assert metrics.macro_f1(one) == pytest.approx((2 / 3 + 2 / 3) / 2)
    assert metrics.false_positives(one) == pytest.approx(5_000)


def test_metrics_without_anything_to_count_are_undefined() -> None:
    one = measured([[0, 0]], [[0, 0]])
    assert np.isnan(metrics.micro_f1(one))
    assert np.isnan(metrics.calibration_error(one))
    assert np.isnan(metrics.category_accuracy(one))
    assert figure(Metric(name="f1", of=metrics.micro_f1), one).value is None


def test_category_metrics_leave_out_what_is_not_known() -> None:
    pairs = (("product", "product"), ("", "service"), ("service", "product"), ("service", "service"))
    one = measured([[1]] * 4, [[1]] * 4, primary=pairs)
    assert metrics.category_accuracy(one) == pytest.approx(2 / 3)
    assert metrics.category_macro_f1(one) == pytest.approx(2 / 3)


def test_calibration_error_is_the_mean_gap() -> None:
    said = np.asarray([[0.9], [0.9], [0.9], [0.9]])
    assert metrics.calibration_error(
        measured([[1], [1], [1], [0]], [[1]] * 4, probabilities=said)
    ) == pytest.approx(0.15)


def test_figure_is_the_same_every_time_and_holds_its_value() -> None:
    rng = np.random.default_rng(1)
    one = measured(rng.integers(0, 2, (60, 3)).tolist(), rng.integers(0, 2, (60, 3)).tolist())
    metric = Metric(name="f1", of=metrics.micro_f1)
    first = figure(metric, one)
    assert first == figure(metric, one)
    assert first.low is not None
    assert first.value is not None
    assert first.high is not None
    assert first.low <= first.value <= first.high


def test_section_has_groups_and_labels() -> None:
    one = measured([[1, 0], [0, 1]], [[1, 0], [0, 0]], langs=("en", "th"))
    task = Task(
        name="t", title="T", load=lambda: (one,), metrics=(Metric(name="micro", of=metrics.micro_f1),)
    )
    part = section(task, task.load())["parts"]["part"]
    assert set(part["by_language"]) == {"en", "th"}
    assert part["by_label"]["b"]["recall"] == 0.0
    assert part["metrics"]["micro"]["value"] == pytest.approx(0.6667)


def test_folds_keep_every_writer_in_one_part() -> None:
    writers = ["a"] * 5 + ["b"] * 3 + ["c"] * 2 + ["d"]
    parts = folds(writers, 3)
    assert sorted(np.concatenate(parts).tolist()) == list(range(11))
    for part in parts:
        mine = {writers[i] for i in part}
        assert all(writers[i] not in mine for other in parts if other is not part for i in other)


def test_overlap_is_intersection_over_union() -> None:
    assert overlap([(0, 4)], [(2, 6)]) == pytest.approx(1 / 3)
    assert np.isnan(overlap([], []))
    assert quoted("a bc", "bc") == (2, 4)
    assert quoted("a bc", "x") is None


def test_blend_learns_what_separates_and_thresholds_follow() -> None:
    rng = np.random.default_rng(2)
    expected = rng.random((400, 2)) < 0.3
    inputs = np.stack([expected * 2.0 + rng.normal(0, 0.5, (400, 2)), np.ones((400, 2))], axis=2)
    blend = fit_blend(inputs, expected)
    said = 1 / (1 + np.exp(-np.einsum("rli,li->rl", inputs, blend)))
    thresholds, common = fit_thresholds(said, expected)
    assert ((said >= thresholds) == expected).mean() > 0.95
    assert 0.1 < common < 0.75
