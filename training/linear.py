"""Linear heads: fitting one-against-all, scoring writers unseen, and packing a head into few bytes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

SEED: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Fitted:
    """Weights of a fitted head: `columns` seen, `coef` (columns, labels), `intercept` (labels)."""

    columns: NDArray[np.int64]
    coef: Floats
    intercept: Floats

    def scores(self, rows: sp.csr_array) -> Floats:
        """Return the scores, (rows, labels)."""
        return np.asarray(rows[:, self.columns] @ self.coef + self.intercept, dtype=np.float64)


def fit(rows: sp.csr_array, expected: Bools, weights: Floats, *, strength: float) -> Fitted:
    """Fit one logistic regression a label. `strength` is C, the inverse of the L2 penalty.

    Positives are weighed up to the square root of the imbalance, so that rare labels are not
    always refused. A label without a positive gets a score that never fires.
    """
    columns = np.unique(rows.indices).astype(np.int64)
    seen = sp.csr_matrix(rows[:, columns])
    coef = np.zeros((len(columns), expected.shape[1]))
    intercept = np.full(expected.shape[1], -10.0)
    for label in range(expected.shape[1]):
        target = expected[:, label]
        if not target.any() or target.all():
            continue
        imbalance = float(np.sqrt((~target).sum() / target.sum()))
        model = LogisticRegression(
            C=strength,
            class_weight={True: imbalance, False: 1.0},
            solver="liblinear",
            dual=True,  # few rows, many columns: twenty times as fast as the primal, the same weights
            random_state=SEED,
            tol=0.05,
            max_iter=300,
        )
        model.fit(seen, target, sample_weight=weights)
        coef[:, label], intercept[label] = model.coef_[0], model.intercept_[0]
    return Fitted(columns=columns, coef=coef, intercept=intercept)


def folds(writers: Sequence[str], count: int) -> list[NDArray[np.intp]]:
    """Split positions into `count` parts of nearly equal size such that no writer is in two parts.

    Largest writers first into the smallest part: deterministic.
    """
    names, sizes = np.unique(np.asarray(writers), return_counts=True)
    part_of: dict[str, int] = {}
    filled = np.zeros(count, dtype=int)
    for name, size in sorted(
        zip(names.tolist(), sizes.tolist(), strict=True), key=lambda one: (-one[1], one[0])
    ):
        part_of[name] = int(np.argmin(filled))
        filled[part_of[name]] += size
    parts = np.asarray([part_of[writer] for writer in writers])
    return [np.flatnonzero(parts == part) for part in range(count)]


def pack(fitted: Fitted, *, keep: int) -> tuple[Fitted, dict[str, NDArray[np.generic]]]:
    """Keep the `keep` columns that matter most, as half precision; return the rounded head and its arrays.

    A column matters by its largest absolute weight over the labels. The rounded head is what is
    calibrated and measured, so that figures describe the file.
    """
    importance = np.abs(fitted.coef).max(axis=1)
    kept = np.sort(np.argsort(-importance, kind="stable")[:keep])
    coef = fitted.coef[kept].astype(np.float16)
    rounded = Fitted(
        columns=fitted.columns[kept],
        coef=coef.astype(np.float64),
        intercept=fitted.intercept.astype(np.float32),
    )
    arrays: dict[str, NDArray[np.generic]] = {
        "columns": rounded.columns.astype(np.int32),
        "coef": coef,
        "intercept": fitted.intercept.astype(np.float32),
    }
    return rounded, arrays
