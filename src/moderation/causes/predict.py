"""Texts of negative reviews in, causes out: which subtypes are assigned, where they show, which leads."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

import numpy as np

from moderation.causes.classifier import MODEL, CausesModel, Floats, causes_model
from moderation.causes.cues import Cue, cue_book
from moderation.causes.evidence import Evidence, Reading, find_evidence
from moderation.causes.parts import parts
from moderation.causes.primary import choose_primary
from moderation.features import Batch
from moderation.features.weights import weights_id
from moderation.findings import Cause, Causes
from moderation.policy import Taxonomy
from moderation.text import Text

CAUSES_VERSION: Final = "causes@1"


@cache
def causes_id() -> str:
    """Return what names this room in fingerprints: code, weights and phrases. Raises `WeightsInvalid`."""
    return f"{CAUSES_VERSION}+{weights_id(MODEL)}+cues:{cue_book().digest}"


def predict(
    texts: Sequence[Text], langs: Sequence[str], batch: Batch, indices: Sequence[int], taxonomy: Taxonomy
) -> list[Causes]:
    """Return the causes of the reviews at `indices`, in that order.

    `texts` and `langs` (BCP 47, or `und`) belong to the whole batch. Only words are looked at: whether
    a review is negative is for the caller to know. A text without a letter or digit is
    `taxonomy.unknown` with confidence 1. `Causes.scores` holds every subtype's probability.
    """
    return predict_with(causes_model(), texts, langs, batch, indices, taxonomy=taxonomy)


def predict_with(
    model: CausesModel,
    texts: Sequence[Text],
    langs: Sequence[str],
    batch: Batch,
    indices: Sequence[int],
    *,
    taxonomy: Taxonomy,
) -> list[Causes]:
    """Do what `predict` does, with a model that need not be the shipped one: `training` measures by it."""
    readable = [i for i in indices if any(map(str.isalnum, texts[i].folded.string))]
    silent = _unknown(model.head.labels, taxonomy)
    if not readable:
        return [silent for _ in indices]
    cues = [cue_book().find(texts[i].folded.string, langs[i]) for i in readable]
    words = [word_count(texts[i].folded.string) for i in readable]
    probabilities = model.probabilities(batch.hashed(readable), cues, words)
    positions = [assign(row, model, taxonomy) for row in probabilities]
    readings = [
        _reading(texts[i], its_cues, its_positions, model, taxonomy)
        for i, its_cues, its_positions in zip(readable, cues, positions, strict=True)
    ]
    evidence = find_evidence(readings, model.head)
    found = {
        i: _causes(
            texts[i], probabilities=row, reading=reading, evidence=shown, taxonomy=taxonomy, model=model
        )
        for i, row, reading, shown in zip(readable, probabilities, readings, evidence, strict=True)
    }
    return [found.get(i, silent) for i in indices]


def word_count(folded: str) -> int:
    """Return the number of words as the blend counts them: runs without white space, at least one."""
    return folded.count(" ") + 1


def assign(probabilities: Floats, model: CausesModel, taxonomy: Taxonomy) -> list[int]:
    """Return the positions of the subtypes assigned, strongest first; never none.

    `taxonomy.unknown` stands only alone: it means that no other cause can be read.
    """
    labels, thresholds = model.head.labels, model.head.thresholds
    unknown = labels.index(taxonomy.unknown)
    order = [int(i) for i in np.argsort(-probabilities, kind="stable") if i != unknown]
    above = [i for i in order if probabilities[i] >= thresholds[i]][: taxonomy.max_labels]
    if above:
        return above
    likeliest = order[0]
    enough = probabilities[likeliest] >= max(model.floor, float(probabilities[unknown]))
    return [likeliest if enough else unknown]


def _reading(
    text: Text, cues: tuple[Cue, ...], positions: Sequence[int], model: CausesModel, taxonomy: Taxonomy
) -> Reading:
    """Say what evidence is sought: none for a review without a readable cause."""
    subtypes = tuple(model.head.labels[i] for i in positions)
    if subtypes == (taxonomy.unknown,):
        return Reading(folded=text.folded.string, pieces=(), cues=cues, subtypes=())
    return Reading(folded=text.folded.string, pieces=parts(text), cues=cues, subtypes=subtypes)


def _causes(
    text: Text,
    *,
    probabilities: Floats,
    reading: Reading,
    evidence: Sequence[Evidence],
    taxonomy: Taxonomy,
    model: CausesModel,
) -> Causes:
    score = dict(zip(model.head.labels, probabilities.tolist(), strict=True))
    scores = tuple(score.items())
    if not evidence:
        cause = Cause(subtype=taxonomy.unknown, confidence=score[taxonomy.unknown])
        return Causes(primary=cause, assigned=(cause,), scores=scores)
    assigned = tuple(
        Cause(subtype=one.subtype, confidence=score[one.subtype], span=text.folded.span(one.start, one.end))
        for one in evidence
    )
    first = choose_primary(evidence, reading.cues, reading.pieces, taxonomy)
    primary = next(cause for cause in assigned if cause.subtype == first)
    return Causes(primary=primary, assigned=assigned, scores=scores)


def _unknown(labels: Sequence[str], taxonomy: Taxonomy) -> Causes:
    cause = Cause(subtype=taxonomy.unknown, confidence=1.0)
    scores = tuple((label, float(label == taxonomy.unknown)) for label in labels)
    return Causes(primary=cause, assigned=(cause,), scores=scores)
