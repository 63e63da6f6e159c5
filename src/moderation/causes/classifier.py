"""The causes model: a linear head over the hashed rows, blended with cues into probabilities.

The blend is a logistic regression for each subtype over a few inputs (`blend_inputs`), fitted on
scores of writers whom the head did not see, which also calibrates it. How subtypes are assigned
and which is primary lives in `predict` and `primary`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from moderation.causes.cues import VETO, Cue
from moderation.errors import WeightsInvalid
from moderation.features.heads import LinearHead, unpack
from moderation.features.weights import load_weights

MODEL: Final = "causes"
INPUTS: Final = ("score", "cue", "veto", "rivals", "rival_score", "length", "one")
"""What the blend sees of one subtype in one review; `blend_inputs` gives the meaning of each."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CausesModel:
    """The head, the blend's weights (labels, inputs), and the least probability that counts at all.

    `head.thresholds` holds the probability from which a subtype is assigned; where none reaches
    its own, the likeliest is assigned if it reaches `floor`.
    """

    head: LinearHead
    blend: Floats
    floor: float
    cues: str
    """Digest of the phrases that the blend was fitted with."""

    def probabilities(
        self, rows: sp.csr_array, cues: Sequence[Sequence[Cue]], words: Sequence[int]
    ) -> Floats:
        """Return calibrated probabilities, (reviews, subtypes); see `blend_inputs`."""
        inputs = blend_inputs(self.head.labels, self.head.scores(rows), cues, words)
        return sigmoid(np.einsum("rli,li->rl", inputs, self.blend))


def sigmoid(logits: NDArray[np.floating]) -> Floats:
    """Return 1 / (1 + exp(-x)), clipped so that it never overflows."""
    return np.asarray(1 / (1 + np.exp(-np.clip(logits, -30, 30))), dtype=np.float32)


def blend_inputs(
    labels: Sequence[str], scores: Floats, cues: Sequence[Sequence[Cue]], words: Sequence[int]
) -> Floats:
    """Return what the blend sees, (reviews, labels, `INPUTS`).

    score: the head's score of the subtype; cue, veto: whether a phrase for it, or against it, occurs
    (a veto silences the cue); rivals: how many other subtypes have a cue, at most three; rival_score: the
    best score of another subtype; length: log of one plus the number of words; one: 1.
    """
    column = {label: position for position, label in enumerate(labels)}
    cued = np.zeros(scores.shape, dtype=np.float32)
    vetoed = np.zeros(scores.shape, dtype=np.float32)
    for row, found in enumerate(cues):
        for cue in found:
            if cue.name in column:
                cued[row, column[cue.name]] = 1
            elif cue.name.startswith(VETO):
                vetoed[row, column[cue.name.removeprefix(VETO)]] = 1
    cued *= 1 - vetoed
    rivals = np.minimum(cued.sum(axis=1, keepdims=True) - cued, 3)
    ordered = np.sort(scores, axis=1)
    best, second = ordered[:, -1:], ordered[:, -2:-1]
    rival_score = np.where(scores == best, second, best)
    length = np.log1p(np.asarray(words, dtype=np.float32))[:, None]
    return np.stack(
        [
            scores,
            cued,
            vetoed,
            rivals,
            rival_score,
            np.broadcast_to(length, scores.shape),
            np.ones_like(scores),
        ],
        axis=2,
    ).astype(np.float32)


@cache
def causes_model() -> CausesModel:
    """Return the trained model, opened once a process. Raises `WeightsInvalid`."""
    content = load_weights(MODEL)
    head = unpack(MODEL, content)
    try:
        blend = np.asarray(content["blend"], dtype=np.float32)
        floor = float(np.asarray(content["floor"], dtype=np.float64))
        cues = str(content["cues"])
    except KeyError as problem:
        raise WeightsInvalid(MODEL, f"has no {problem.args[0]}") from problem
    if blend.shape != (len(head.labels), len(INPUTS)):
        raise WeightsInvalid(MODEL, "its arrays do not fit each other")
    return CausesModel(head=head, blend=blend, floor=floor, cues=cues)
