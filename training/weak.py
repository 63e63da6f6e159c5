"""Weak labels: public low-star reviews labelled by the cues that occur in them, at a small weight.

They teach the hashed head the words around a cause, of which our own corpus has too few. A review
in which no cue or more than three subtypes occur is left out. They never test anything.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import Final

from moderation.causes.cues import VETO, cue_book
from moderation.text import Text
from training.public import PublicSet, Row
from training.written import Sample

EACH: Final = 60
"""Most weak samples a subtype, so that what is common in public data does not drown the rest."""

SETS: Final = ("prdect_id", "womens_clothing", "cesamard_aspect", "amazon_finefood_1k")
WEIGHT: Final = 0.1
_MOST: Final = 3
_VAGUE: Final = "other.unclear"


def weak_causes(sets: tuple[PublicSet, ...]) -> tuple[Sample, ...]:
    """Return weakly labelled samples of negative rows, at most `EACH` a subtype, in an order set by ids."""
    rows = sorted((row for public in sets for row in public.rows if _negative(row)), key=_shuffled)
    taken: Counter[str] = Counter()
    samples = []
    for row in rows:
        sample = _labelled(row)
        if sample is not None and all(taken[label] < EACH for label in sample.labels):
            taken.update(sample.labels)
            samples.append(sample)
    return tuple(samples)


def _shuffled(row: Row) -> str:
    return hashlib.sha256(row.id.encode()).hexdigest()


def _negative(row: Row) -> bool:
    return row.stars <= 2 if row.stars is not None else row.complaint is True


def _labelled(row: Row) -> Sample | None:
    names = {cue.name for cue in cue_book().find(Text.of(row.text).folded.string, row.lang)}
    labels = {
        name for name in names if "." in name and not name.startswith(VETO) and VETO + name not in names
    }
    labels = labels - {_VAGUE} or labels
    if not 1 <= len(labels) <= _MOST:
        return None
    return Sample(
        id=row.id,
        text=row.text,
        lang=row.lang,
        surface="review",
        author="buyer",
        labels=frozenset(labels),
        writer=f"public:{row.source}",
        source=row.source,
        weight=WEIGHT,
    )
