"""Texts of negative reviews in, causes out: which subtypes are assigned, where they show, which leads."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

import numpy as np

from moderation.causes.classifier import MODEL, CausesModel, Floats, causes_model
from moderation.causes.cues import Cue, cue_book
from moderation.causes.evidence import find_evidence
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
    model = causes_model()
    readable = [i for i in indices if any(map(str.isalnum, texts[i].folded.string))]
    silent = _unknown(model.head.labels, taxonomy)
    if not readable:
        return [silent for _ in indices]
    cues = [cue_book().find(texts[i].folded.string, langs[i]) for i in readable]
    words = [word_count(texts[i].folded.string) for i in readable]
    probabilities = model.probabilities(batch.hashed(readable), cues, words)
    found = {
        i: _causes(texts[i], row, its_cues, model, taxonomy)
        for i, row, its_cues in zip(readable, probabilities, cues, strict=True)
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


def _causes(
    text: Text, probabilities: Floats, cues: Sequence[Cue], model: CausesModel, taxonomy: Taxonomy
) -> Causes:
    labels = model.head.labels
    scores = tuple((label, float(p)) for label, p in zip(labels, probabilities, strict=True))
    positions = assign(probabilities, model, taxonomy)
    if labels[positions[0]] == taxonomy.unknown:
        cause = Cause(subtype=taxonomy.unknown, confidence=float(probabilities[positions[0]]))
        return Causes(primary=cause, assigned=(cause,), scores=scores)
    pieces = parts(text)
    subtypes = [labels[i] for i in positions]
    evidence = find_evidence(text.folded.string, pieces, cues, subtypes, model.head)
    assigned = tuple(
        Cause(
            subtype=one.subtype, confidence=float(probabilities[i]), span=text.folded.span(one.start, one.end)
        )
        for i, one in zip(positions, evidence, strict=True)
    )
    first = choose_primary(evidence, cues, pieces, taxonomy)
    primary = next(cause for cause in assigned if cause.subtype == first)
    return Causes(primary=primary, assigned=assigned, scores=scores)


def _unknown(labels: Sequence[str], taxonomy: Taxonomy) -> Causes:
    cause = Cause(subtype=taxonomy.unknown, confidence=1.0)
    scores = tuple((label, float(label == taxonomy.unknown)) for label in labels)
    return Causes(primary=cause, assigned=(cause,), scores=scores)
