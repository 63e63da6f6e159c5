"""Trains the conduct head: what sellers, creators and others do in texts, one label a clause.

Trained on our corpus, with real reviews and brand replies as clean background where they are
present. Clauses with too few texts have no label: the head would only guess.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import scipy.sparse as sp

from moderation.features.hashed import hash_texts
from moderation.features.heads import LinearHead, unpack
from moderation.text import Text
from training.blend import fit_blend, fit_thresholds
from training.linear import Bools, Fitted, Floats, fit, folds, pack
from training.public import PublicSet, read_public
from training.written import Sample

MODEL: Final = "conduct"
VERSION: Final = 1
STRENGTH: Final = 30.0
KEEP: Final = 60_000
FOLDS: Final = 5
FEWEST: Final = 8
"""Fewest texts that a clause needs for a label of its own."""

BACKGROUND: Final = (
    "ibm_twitter_care",
    "amazon_finefood_1k",
    "womens_clothing",
    "prdect_id",
    "cesamard_aspect",
)
_BACKGROUND_EACH: Final = 500
_BACKGROUND_WEIGHT: Final = 0.3


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Prepared:
    """Texts with their rows, expected labels, weights and writers."""

    rows: sp.csr_array
    expected: Bools
    weights: Floats
    writers: tuple[str, ...]

    def take(self, positions: np.ndarray) -> Prepared:
        """Return the texts at these positions."""
        return Prepared(
            rows=self.rows[positions],
            expected=self.expected[positions],
            weights=self.weights[positions],
            writers=tuple(self.writers[i] for i in positions.tolist()),
        )


def clauses(samples: Sequence[Sample]) -> tuple[str, ...]:
    """Return the clauses with enough texts, in alphabetical order."""
    names = [label for sample in samples for label in sample.labels]
    return tuple(name for name in sorted(set(names)) if names.count(name) >= FEWEST)


def prepare(samples: Sequence[Sample], labels: tuple[str, ...]) -> Prepared:
    """Compute features and expected labels; an allegation is no label: telling of a bribe is no bribe."""
    return Prepared(
        rows=hash_texts([Text.of(sample.text).folded.string for sample in samples]),
        expected=np.asarray([[name in sample.labels for name in labels] for sample in samples]).reshape(
            len(samples), len(labels)
        ),
        weights=np.asarray([sample.weight for sample in samples]),
        writers=tuple(sample.writer for sample in samples),
    )


def background(sets: tuple[PublicSet, ...], *, test: bool) -> tuple[Sample, ...]:
    """Return clean public texts, halved by their ids into one part to train on and one to test on."""
    samples = []
    for public in sets:
        rows = [row for row in public.rows if row.role in {"", "agent"} and row.text.strip()]
        halves = [(hashlib.sha256(row.id.encode()).hexdigest(), row) for row in rows]
        chosen = sorted((key, row.id, row) for key, row in halves if (int(key[-1], 16) % 2 == 1) == test)
        samples += [
            Sample(
                id=row.id,
                text=row.text,
                lang=row.lang,
                surface="seller_reply" if row.role else "review",
                author="seller" if row.role else "buyer",
                labels=frozenset(),
                writer=f"public:{row.source}",
                source=row.source,
                weight=_BACKGROUND_WEIGHT,
            )
            for _, _, row in chosen[:_BACKGROUND_EACH]
        ]
    return tuple(samples)


def train(written: Prepared, beside: Prepared | None, labels: tuple[str, ...]) -> dict[str, object]:
    """Return the content of a weights file; probabilities are calibrated on writers unseen."""
    unseen = np.zeros(written.expected.shape)
    for part in folds(written.writers, FOLDS):
        rest = np.setdiff1d(np.arange(len(written.writers)), part)
        unseen[part] = _head(written.take(rest), beside).scores(written.rows[part])
    inputs = np.stack([unseen, np.ones_like(unseen)], axis=2)
    blend = fit_blend(inputs, written.expected)
    probabilities = 1 / (1 + np.exp(-np.einsum("rli,li->rl", inputs, blend)))
    thresholds, _ = fit_thresholds(probabilities, written.expected)
    _, arrays = pack(_head(written, beside), keep=KEEP)
    return {
        **arrays,
        "labels": np.asarray(labels),
        "slope": blend[:, 0].astype(np.float32),
        "offset": blend[:, 1].astype(np.float32),
        "thresholds": thresholds.astype(np.float32),
    }


def opened(content: dict[str, object]) -> LinearHead:
    """Return the head that a weights file with this content would open as."""
    return unpack(MODEL, content)


def _head(written: Prepared, beside: Prepared | None) -> Fitted:
    if beside is None:
        return fit(written.rows, written.expected, written.weights, strength=STRENGTH)
    return fit(
        sp.vstack([written.rows, beside.rows], format="csr"),
        np.vstack([written.expected, beside.expected]),
        np.concatenate([written.weights, beside.weights]),
        strength=STRENGTH,
    )


def train_with_background(samples: Sequence[Sample], labels: tuple[str, ...]) -> dict[str, object]:
    """Train on these samples and the training half of the background, where it is present."""
    clean = background(read_public(*BACKGROUND), test=False)
    return train(prepare(samples, labels), prepare(clean, labels) if clean else None, labels)
