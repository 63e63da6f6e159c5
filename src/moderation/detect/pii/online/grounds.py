"""What makes a word somebody's handle: its look and the ground it stands on, as a ladder of confidence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Final, TypeAlias


class Look(IntEnum):
    """How much a word looks like a handle."""

    WORD = 0
    """No everyday word of our languages."""
    ODD = 1
    """Begins as no everyday word does, or has capitals inside."""
    LOOSE = 2
    """Dots or digits that ordinary writing has too."""
    NAMED = 3
    """Names or their initials run together, or joined by a dot."""
    TELLING = 4
    """An underscore, a tag, letters with digits behind or among them."""
    SIGNED = 5
    """An at sign before it."""


Worth: TypeAlias = tuple[float, float, float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A relation between a handle and the words around: its confidence by look, and where a seller speaks."""

    name: str
    worth: Worth
    seller: Worth = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)

    def at(self, look: Look) -> tuple[float, float]:
        """Return the confidence for anybody, and for the seller's side (0: the same)."""
        return self.worth[look], self.seller[look]


LABELLED: Final = Ground(name="network+handle", worth=(0.0, 0.35, 0.66, 0.78, 0.88, 0.93))
LABELLED_CUED: Final = Ground(name="network+handle+context", worth=(0.0, 0.72, 0.85, 0.88, 0.93, 0.95))
LABELLED_FIRM: Final = Ground(name="network:handle", worth=(0.64, 0.76, 0.88, 0.9, 0.93, 0.95))
LABELLED_ALONE: Final = Ground(name="network,word", worth=(0.62, 0.68, 0.68, 0.78, 0.88, 0.93))
BEHIND: Final = Ground(name="handle+network", worth=(0.0, 0.0, 0.4, 0.66, 0.75, 0.88))
BEHIND_CUED: Final = Ground(name="handle+network+context", worth=(0.0, 0.0, 0.72, 0.76, 0.82, 0.9))
CALLED_BEHIND: Final = Ground(name="identity+handle+network", worth=(0.45, 0.72, 0.8, 0.83, 0.86, 0.92))
CALLED: Final = Ground(name="identity+network", worth=(0.0, 0.7, 0.8, 0.82, 0.86, 0.92))
ACCOUNT: Final = Ground(name="account", worth=(0.0, 0.35, 0.45, 0.66, 0.74, 0.86))
AFTER_COLON: Final = Ground(name="network…:handle", worth=(0.0, 0.4, 0.66, 0.72, 0.78, 0.88))
INVITED: Final = Ground(name="invitation+network", worth=(0.0, 0.0, 0.66, 0.72, 0.78, 0.9))
FOLLOW_ME: Final = Ground(name="invitation", worth=(0.0, 0.0, 0.3, 0.45, 0.62, 0.78))
RELATED: Final = Ground(name="relation", worth=(0.0, 0.0, 0.3, 0.35, 0.4, 0.78))
POINTED: Final = Ground(
    name="person", worth=(0.0, 0.0, 0.2, 0.3, 0.4, 0.45), seller=(0.0, 0.0, 0.45, 0.62, 0.74, 0.86)
)
NEAR: Final = Ground(
    name="network_near", worth=(0.0, 0.0, 0.4, 0.4, 0.55, 0.66), seller=(0.0, 0.0, 0.45, 0.45, 0.66, 0.75)
)
IN_SENTENCE: Final = Ground(name="network_in_sentence", worth=(0.0, 0.0, 0.3, 0.4, 0.45, 0.45))
SELF: Final = Ground(name="handle+self", worth=(0.0, 0.3, 0.45, 0.6, 0.66, 0.84))
SELF_NAMED: Final = Ground(name="handle+self+network", worth=(0.0, 0.7, 0.8, 0.84, 0.86, 0.92))
HIDDEN: Final = Ground(name="handle_hidden", worth=(0.0, 0.0, 0.45, 0.62, 0.66, 0.84))
BACKWARDS: Final = Ground(name="handle_backwards", worth=(0.0, 0.0, 0.7, 0.8, 0.85, 0.9))
POSTED: Final = Ground(name="posting", worth=(0.0, 0.3, 0.66, 0.76, 0.82, 0.88))
SPLIT: Final = Ground(name="handle_in_parts", worth=(0.0, 0.0, 0.72, 0.74, 0.8, 0.84))
ALONE: Final = Ground(
    name="handle", worth=(0.0, 0.0, 0.0, 0.0, 0.0, 0.4), seller=(0.0, 0.0, 0.0, 0.0, 0.0, 0.72)
)

OWN: Final = frozenset(
    {
        LABELLED_CUED,
        LABELLED_FIRM,
        CALLED,
        CALLED_BEHIND,
        ACCOUNT,
        BACKWARDS,
        SELF,
        SELF_NAMED,
        HIDDEN,
        POSTED,
        SPLIT,
    }
)
"""Grounds that hold although goods were seen there, or somebody is thanked or tagged."""
