"""Fits the blend of the causes model, which also calibrates it, and picks its thresholds.

Both are fitted on scores of writers whom the head did not see.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from training.linear import Bools, Floats

_TOWARDS_POOL: Final = 4.0
"""How strongly a subtype's weights are held to those of all subtypes together: worth this many texts."""

_GRID: Final = np.arange(0.15, 0.71, 0.01)
_SHRINK: Final = 30.0
"""A subtype's own best threshold counts as much as the common one when it has this many positives."""


def fit_blend(inputs: NDArray[np.floating], expected: Bools) -> Floats:
    """Return the weights, (labels, inputs): logistic regressions held towards a pooled one."""
    texts, labels, width = inputs.shape
    flat = inputs.reshape(texts * labels, width).astype(np.float64)
    pool = _logistic(flat, expected.reshape(-1), np.zeros(width), 1e-3)
    return np.stack(
        [
            _logistic(inputs[:, i].astype(np.float64), expected[:, i], pool, _TOWARDS_POOL)
            for i in range(labels)
        ]
    )


def fit_thresholds(probabilities: NDArray[np.floating], expected: Bools) -> tuple[Floats, float]:
    """Return each label's threshold and the common one, which has the best micro-F1.

    A label's own best-F1 threshold is shrunk towards the common one by its number of positives.
    """
    common = float(_GRID[np.argmax([_f1(probabilities >= t, expected) for t in _GRID])])
    own = np.asarray(
        [
            _GRID[np.argmax([_f1(probabilities[:, i] >= t, expected[:, i]) for t in _GRID])]
            for i in range(expected.shape[1])
        ]
    )
    positives = expected.sum(axis=0)
    return (positives * own + _SHRINK * common) / (positives + _SHRINK), common


def _f1(found: Bools, expected: Bools) -> float:
    return float(2 * (found & expected).sum() / max(1, found.sum() + expected.sum()))


def _logistic(inputs: Floats, target: Bools, centre: Floats, pull: float) -> Floats:
    sign = np.where(target, 1.0, -1.0)

    def loss(weights: Floats) -> tuple[float, Floats]:
        margin = sign * (inputs @ weights)
        value = np.logaddexp(0, -margin).sum() + 0.5 * pull * ((weights - centre) ** 2).sum()
        slope = -sign / (1 + np.exp(np.clip(margin, -30, 30)))
        return float(value), np.asarray(inputs.T @ slope + pull * (weights - centre))

    result = minimize(loss, centre, jac=True, method="L-BFGS-B", options={"maxiter": 500})
    return np.asarray(result.x, dtype=np.float64)
