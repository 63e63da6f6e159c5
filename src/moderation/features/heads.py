"""Linear heads over the shared hashed rows: one score a label, turned into a probability.

A head keeps only the columns that its training used (`columns`), so that a file stays small. What
the probabilities are for is the business of the rooms that ask.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from moderation.errors import WeightsInvalid
from moderation.features.hashed import CHAR_BITS, WORD_BITS

HASHED_WIDTH: Final = 2**WORD_BITS + 2**CHAR_BITS
"""Columns of the hashed matrix."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LinearHead:
    """Calibrated one-against-all linear scores for several labels.

    `coef` is (kept columns + 1, labels); its last row is zero and stands for every column that is
    not kept. `position` maps each hashed column to its row of `coef`. Scores are
    `rows @ coef + intercept`; probabilities are `sigmoid(slope * score + offset)` (Platt 1999,
    fitted on writers that the scores were not trained on).
    """

    labels: tuple[str, ...]
    position: NDArray[np.int32]
    coef: Floats
    intercept: Floats
    slope: Floats
    offset: Floats
    thresholds: Floats

    def scores(self, rows: sp.csr_array) -> Floats:
        """Return the uncalibrated scores, (rows, labels)."""
        rows = sp.csr_array(rows)
        if rows.shape[1] != len(self.position):
            raise ValueError(f"rows have {rows.shape[1]} columns, the head expects {len(self.position)}")
        kept = sp.csr_array(
            (rows.data, self.position[rows.indices], rows.indptr), shape=(rows.shape[0], len(self.coef))
        )
        return np.asarray(kept @ self.coef + self.intercept, dtype=np.float32)

    def calibrated(self, scores: Floats) -> Floats:
        """Turn scores into probabilities in 0..1."""
        exponent = np.clip(self.slope * scores + self.offset, -30, 30)
        return np.asarray(1 / (1 + np.exp(-exponent)), dtype=np.float32)

    def probabilities(self, rows: sp.csr_array) -> Floats:
        """Return the calibrated probabilities, (rows, labels), in the order of `labels`."""
        return self.calibrated(self.scores(rows))


def unpack(model: str, content: Mapping[str, object]) -> LinearHead:
    """Build the head from a weights file's content. Raises `WeightsInvalid` if shapes disagree."""
    try:
        labels = tuple(str(label) for label in np.asarray(content["labels"]))
        columns = np.asarray(content["columns"], dtype=np.int32)
        coef = np.asarray(content["coef"], dtype=np.float32)
        rest = {
            name: np.asarray(content[name], dtype=np.float32)
            for name in ("intercept", "slope", "offset", "thresholds")
        }
    except KeyError as problem:
        raise WeightsInvalid(model, f"has no {problem.args[0]}") from problem
    if coef.shape != (len(columns), len(labels)) or any(a.shape != (len(labels),) for a in rest.values()):
        raise WeightsInvalid(model, "its arrays do not fit each other")
    position = np.full(HASHED_WIDTH, len(columns), dtype=np.int32)
    position[columns] = np.arange(len(columns), dtype=np.int32)
    padded = np.vstack([coef, np.zeros((1, len(labels)), dtype=np.float32)])
    return LinearHead(labels=labels, position=position, coef=padded, **rest)
