"""Trains the causes model: the head on our corpus and weaker texts, the blend on writers unseen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import scipy.sparse as sp

from moderation import policy
from moderation.causes.classifier import MODEL, CausesModel, blend_inputs, sigmoid
from moderation.causes.cues import Cue, cue_book
from moderation.causes.predict import word_count
from moderation.features.hashed import hash_texts
from moderation.features.heads import unpack
from moderation.text import Text
from training.blend import fit_blend, fit_thresholds
from training.expansions import expand_phrases
from training.linear import Bools, Fitted, Floats, fit, folds, pack
from training.public import read_public
from training.shipping import ship
from training.weak import SETS, weak_causes
from training.written import Sample, read_causes

VERSION: Final = 1
STRENGTH: Final = 30.0
KEEP: Final = 90_000
FOLDS: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Prepared:
    """Samples with their features: hashed rows, expected labels, weights, cues, words, writers."""

    rows: sp.csr_array
    expected: Bools
    weights: Floats
    cues: tuple[tuple[Cue, ...], ...]
    words: tuple[int, ...]
    writers: tuple[str, ...]

    def take(self, positions: np.ndarray) -> Prepared:
        """Return the samples at these positions."""
        chosen = positions.tolist()
        return Prepared(
            rows=self.rows[positions],
            expected=self.expected[positions],
            weights=self.weights[positions],
            cues=tuple(self.cues[i] for i in chosen),
            words=tuple(self.words[i] for i in chosen),
            writers=tuple(self.writers[i] for i in chosen),
        )


def subtypes() -> tuple[str, ...]:
    """Return the labels of the model, in the order of the taxonomy."""
    return tuple(policy.load().taxonomy.subtypes)


def prepare(samples: Sequence[Sample]) -> Prepared:
    """Compute the same features as `causes.predict` does."""
    labels = subtypes()
    folded = [Text.of(sample.text).folded.string for sample in samples]
    return Prepared(
        rows=hash_texts(folded),
        expected=np.asarray([[label in sample.labels for label in labels] for sample in samples], dtype=bool),
        weights=np.asarray([sample.weight for sample in samples]),
        cues=tuple(cue_book().find(text, sample.lang) for text, sample in zip(folded, samples, strict=True)),
        words=tuple(map(word_count, folded)),
        writers=tuple(sample.writer for sample in samples),
    )


def weaker() -> tuple[Sample, ...]:
    """Return what trains the head beside the corpus: expanded phrases, and public rows where present."""
    return (*expand_phrases(frozenset(subtypes())), *weak_causes(read_public(*SETS)))


def train(written: Prepared, beside: Prepared) -> dict[str, object]:
    """Return the content of a weights file, trained on `written` and, for the head, `beside`."""
    unseen = np.zeros(written.expected.shape)
    for part in folds(written.writers, FOLDS):
        rest = np.setdiff1d(np.arange(len(written.writers)), part)
        unseen[part] = _head(written.take(rest), beside).scores(written.rows[part])
    inputs = blend_inputs(subtypes(), unseen.astype(np.float32), written.cues, written.words)
    blend = fit_blend(inputs, written.expected)
    probabilities = sigmoid(np.einsum("rli,li->rl", inputs, blend))
    thresholds, common = fit_thresholds(probabilities, written.expected)
    _, arrays = pack(_head(written, beside), keep=KEEP)
    ones = np.ones(len(subtypes()), dtype=np.float32)
    return {
        **arrays,
        "labels": np.asarray(subtypes()),
        "slope": ones,
        "offset": 0 * ones,
        "thresholds": thresholds.astype(np.float32),
        "blend": blend.astype(np.float32),
        "floor": float(common / 3),
        "cues": cue_book().digest,
    }


def opened(content: dict[str, object]) -> CausesModel:
    """Return the model that a weights file with this content would open as."""
    return CausesModel(
        head=unpack(MODEL, content),
        blend=np.asarray(content["blend"], dtype=np.float32),
        floor=float(np.asarray(content["floor"], dtype=np.float64)),
        cues=str(content["cues"]),
    )


def _head(written: Prepared, beside: Prepared) -> Fitted:
    return fit(
        sp.vstack([written.rows, beside.rows], format="csr"),
        np.vstack([written.expected, beside.expected]),
        np.concatenate([written.weights, beside.weights]),
        strength=STRENGTH,
    )


def main() -> None:
    """Train on everything, write the weights and name them in the manifest."""
    ship(MODEL, VERSION, train(prepare(read_causes()), prepare(weaker())))


if __name__ == "__main__":
    main()
