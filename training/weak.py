"""Weak labels: public low-star reviews labelled by the cues that occur in them, at a small weight.

They teach the hashed head the words around a cause, of which our own corpus has too few. A review
in which no cue or more than three subtypes occur is left out. They never test anything.
"""

from __future__ import annotations

from typing import Final

from moderation.causes.cues import VETO, cue_book
from moderation.text import Text
from training.public import PublicSet, Row
from training.written import Sample

SETS: Final = ("prdect_id", "womens_clothing", "cesamard_aspect", "amazon_finefood_1k")
WEIGHT: Final = 0.25
_MOST: Final = 3
_VAGUE: Final = "other.unclear"


def weak_causes(sets: tuple[PublicSet, ...]) -> tuple[Sample, ...]:
    """Return a weakly labelled sample for each negative row that its cues label clearly."""
    return tuple(
        sample for public in sets for row in public.rows if _negative(row) and (sample := _labelled(row)) is not None
    )


def _negative(row: Row) -> bool:
    return row.stars <= 2 if row.stars is not None else row.complaint is True


def _labelled(row: Row) -> Sample | None:
    names = {cue.name for cue in cue_book().find(Text.of(row.text).folded.string, row.lang)}
    labels = {name for name in names if "." in name and not name.startswith(VETO) and VETO + name not in names}
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
