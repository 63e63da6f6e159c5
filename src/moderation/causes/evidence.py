"""Evidence: the part of a review that shows a subtype, by its phrase or by its words' own scores."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from moderation.causes.cues import Cue
from moderation.causes.parts import Range
from moderation.features.hashed import hash_texts
from moderation.features.heads import LinearHead


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where one subtype shows: the range of the best part, and all characters that speak for it.

    Ranges are in the folded view. `weight` is what "clearly more text" is measured by.
    """

    subtype: str
    start: int
    end: int
    weight: int


def find_evidence(
    folded: str, pieces: Sequence[Range], cues: Sequence[Cue], subtypes: Sequence[str], head: LinearHead
) -> list[Evidence]:
    """Return the evidence for each subtype, in the order asked.

    Where a phrase names the subtype, its part is shown. Otherwise every part is scored alone by
    the head and the part that adds most is shown: a linear score is the sum of its words' weights.
    """
    cued = {subtype: [cue for cue in cues if cue.name == subtype] for subtype in subtypes}
    without = [subtype for subtype in subtypes if not cued[subtype]]
    added = _added(folded, pieces, without, head) if without and len(pieces) > 1 else None
    found = []
    for subtype in subtypes:
        if cued[subtype]:
            found.append(_by_phrase(subtype, pieces, cued[subtype]))
        else:
            column = None if added is None else added[:, without.index(subtype)]
            found.append(_by_score(subtype, pieces, column))
    return found


def _added(folded: str, pieces: Sequence[Range], subtypes: Sequence[str], head: LinearHead) -> np.ndarray:
    strings = [folded[start:end] for start, end in pieces]
    # A part's row has unit length; times the root of its words it is what the part adds to the whole.
    roots = np.sqrt([1 + string.count(" ") for string in strings])
    wanted = [head.labels.index(subtype) for subtype in subtypes]
    scores = head.scores(hash_texts(strings)) - head.intercept
    return np.asarray(scores[:, wanted] * roots[:, None])


def _by_phrase(subtype: str, pieces: Sequence[Range], cues: Sequence[Cue]) -> Evidence:
    touched = [piece for piece in pieces if any(c.start < piece[1] and piece[0] < c.end for c in cues)]
    longest = max(cues, key=lambda cue: (cue.end - cue.start, -cue.start))
    around = [piece for piece in touched if longest.start < piece[1] and piece[0] < longest.end]
    start = min([piece[0] for piece in around] or [longest.start])
    end = max([piece[1] for piece in around] or [longest.end])
    return Evidence(
        subtype=subtype, start=start, end=end, weight=sum(b - a for a, b in touched) or end - start
    )


def _by_score(subtype: str, pieces: Sequence[Range], added: np.ndarray | None) -> Evidence:
    start, end = pieces[0] if added is None else pieces[int(np.argmax(added))]
    return Evidence(subtype=subtype, start=start, end=end, weight=end - start)
