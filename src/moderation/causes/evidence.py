"""Evidence: the part of a review that shows a subtype, by its phrase or by its words' own scores."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np

from moderation.causes.classifier import Floats
from moderation.causes.cues import Cue
from moderation.causes.parts import Range
from moderation.features.hashed import hash_words
from moderation.features.heads import LinearHead


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One review with its parts, the cues found, and the subtypes for which evidence is sought."""

    folded: str
    pieces: tuple[Range, ...]
    cues: tuple[Cue, ...]
    subtypes: tuple[str, ...]

    def cued(self, subtype: str) -> list[Cue]:
        """Return the phrases that name the subtype."""
        return [cue for cue in self.cues if cue.name == subtype]

    @property
    def needs_scores(self) -> bool:
        """Whether a subtype is named by no phrase and there is more than one part to choose from."""
        return len(self.pieces) > 1 and not all(map(self.cued, self.subtypes))


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where one subtype shows: the range of the best part, and how much text speaks for it.

    The range is in the folded view. `weight`, in characters, is what "clearly more text" is measured by.
    """

    subtype: str
    start: int
    end: int
    weight: int


def find_evidence(readings: Sequence[Reading], head: LinearHead) -> list[tuple[Evidence, ...]]:
    """Return, for each review, the evidence for each of its subtypes, in their order.

    Where a phrase names the subtype, its part is shown. Otherwise every part is scored alone by
    the head and the part that adds most is shown: a linear score is the sum of its words' weights.
    """
    added = iter(_added([reading for reading in readings if reading.needs_scores], head))
    return [_of_one(reading, next(added) if reading.needs_scores else None, head) for reading in readings]


def _added(readings: Sequence[Reading], head: LinearHead) -> list[Floats]:
    """Return what each part adds to each label's score, one matrix a review."""
    strings = [reading.folded[start:end] for reading in readings for start, end in reading.pieces]
    if not strings:
        return []
    # A part's row has unit length; times the root of its words it is what the part adds to the whole.
    roots = np.sqrt([1 + string.count(" ") for string in strings])
    added = (head.scores(hash_words(strings)) - head.intercept) * roots[:, None]
    ends = list(accumulate(len(reading.pieces) for reading in readings))
    return np.split(added.astype(np.float32), ends[:-1])


def _of_one(reading: Reading, added: Floats | None, head: LinearHead) -> tuple[Evidence, ...]:
    found = []
    for subtype in reading.subtypes:
        cues = reading.cued(subtype)
        if cues:
            found.append(_by_phrase(subtype, reading.pieces, cues))
        else:
            best = 0 if added is None else int(np.argmax(added[:, head.labels.index(subtype)]))
            start, end = reading.pieces[best]
            found.append(Evidence(subtype=subtype, start=start, end=end, weight=end - start))
    return tuple(found)


def _by_phrase(subtype: str, pieces: Sequence[Range], cues: Sequence[Cue]) -> Evidence:
    touched = [piece for piece in pieces if any(cue.start < piece[1] and piece[0] < cue.end for cue in cues)]
    longest = max(cues, key=lambda cue: (cue.end - cue.start, -cue.start))
    around = [piece for piece in touched if longest.start < piece[1] and piece[0] < longest.end]
    start = min(longest.start, *(piece[0] for piece in around)) if around else longest.start
    end = max(longest.end, *(piece[1] for piece in around)) if around else longest.end
    return Evidence(
        subtype=subtype, start=start, end=end, weight=sum(b - a for a, b in touched) or end - start
    )
