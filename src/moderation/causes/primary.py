"""Which of the causes assigned is the primary one: the written steps of the taxonomy, in order.

1. what the reviewer gives as the reason for the stars, an own mistake included; 2. safety; 3. what
is still open before what was put right; 4. the higher tier; 5. clearly more text, then the first
mentioned. Source: `primary_choices` of the catalogue's taxonomy, policy section 12.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from moderation.causes.cues import EXPLICIT, RESOLVED, UNRESOLVED, Cue
from moderation.causes.evidence import Evidence
from moderation.causes.parts import Range
from moderation.policy import Taxonomy

SAFETY: Final = "product.safety"
OWN_MISTAKE: Final = "other.buyer_mistake"
_CLEARLY_MORE: Final = 2.0
"""How many times as much text outranks being mentioned first."""


def choose_primary(
    evidence: Sequence[Evidence], cues: Sequence[Cue], pieces: Sequence[Range], taxonomy: Taxonomy
) -> str:
    """Return the primary subtype among those that `evidence` is for (at least one)."""
    named = _named_as_reason(evidence, cues, pieces)
    if named is not None:
        return named
    subtypes = {one.subtype for one in evidence}
    if SAFETY in subtypes:
        return SAFETY
    put_right = _put_right(evidence, cues)
    still_open = [one for one in evidence if one not in put_right] or list(evidence)
    highest = min(taxonomy.rank(one.subtype) for one in still_open)
    peers = [one for one in still_open if taxonomy.rank(one.subtype) == highest]
    return _most_emphatic(peers).subtype


def _named_as_reason(
    evidence: Sequence[Evidence], cues: Sequence[Cue], pieces: Sequence[Range]
) -> str | None:
    """Step 1: evidence that the phrase giving the reason stands in or leads to; else an own mistake."""
    for cue in cues:
        if cue.name != EXPLICIT:
            continue
        after = [piece for piece in pieces if piece[1] > cue.end]
        if not after:
            continue
        reason = after[0]
        inside = [one for one in evidence if one.start < reason[1] and reason[0] < one.end]
        if inside:
            return min(inside, key=lambda one: (one.end <= cue.end, one.start)).subtype
    return next((one.subtype for one in evidence if one.subtype == OWN_MISTAKE), None)


def _put_right(evidence: Sequence[Evidence], cues: Sequence[Cue]) -> list[Evidence]:
    """Step 3: the complaints after which the text says that they were put right.

    Such a phrase speaks of the last complaint before it, and of nothing where the text also says
    that something was not put right.
    """
    if any(cue.name == UNRESOLVED for cue in cues):
        return []
    before = [[one for one in evidence if one.start <= cue.start] for cue in cues if cue.name == RESOLVED]
    return [max(complaints, key=lambda one: one.start) for complaints in before if complaints]


def _most_emphatic(peers: Sequence[Evidence]) -> Evidence:
    """Step 5."""
    first = min(peers, key=lambda one: one.start)
    longest = max(peers, key=lambda one: one.weight)
    return longest if longest.weight >= _CLEARLY_MORE * first.weight else first
