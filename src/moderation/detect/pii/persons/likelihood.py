"""How likely a candidate is a private person's name out of place: evidence added up.

The weights (`words/naming.json`) are fitted by `training.pii.train_naming`. Names of public people and
characters never get here.
"""

from __future__ import annotations

import json
import math
from functools import cache
from importlib.resources import files
from typing import Final

from moderation.detect.pii.known import KNOWN
from moderation.detect.pii.persons.candidates import Candidate

_SPOKEN: Final = frozenset(
    {
        *("head", "tail", "lower", "given+family", "listed_twice"),
        *("before:comma", "before:greet", "after:comma", "after:comma+you", "after:deed"),
    }
)
"""Features that say something else in a seller's mouth."""
_PLAINLY: Final = frozenset({"before:courier", "before:staff", "before:neighbour", "before:customer"})
_STAGED: Final = frozenset(
    {"left:art", "right:art", "before:byline", "before:art", "left:brand", "right:brand"}
)
_LENIENCE: Final = 0.6
"""Log-odds added so that the usual threshold (0.6) stands where few real reviews have a mark: the fit's own
sample has more look-alikes than reviews have."""
_MOST: Final = 30.0


@cache
def _weights() -> tuple[dict[str, float], float]:
    path = files("moderation.detect.pii").joinpath("words", "naming.json")
    packed = json.loads(path.read_text(encoding="utf-8"))
    return packed["weights"], packed["intercept"]


def spoken(features: frozenset[str], *, seller: bool) -> frozenset[str]:
    """Return the features with those that hang on the speaker."""
    if not seller:
        return features
    return features | {"seller"} | {f"seller+{name}" for name in features & _SPOKEN}


def chance(features: frozenset[str], *, seller: bool) -> float:
    """Return the chance in 0..1 that the name is a breach."""
    weights, intercept = _weights()
    total = intercept + _LENIENCE + sum(weights.get(name, 0.0) for name in spoken(features, seller=seller))
    return 1.0 / (1.0 + math.exp(-max(-_MOST, min(_MOST, total))))


def singled_out(features: frozenset[str]) -> bool:
    """Whether a public person's name is plainly another's: the courier's, a neighbour's, a customer's."""
    return not features.isdisjoint(_PLAINLY) and features.isdisjoint(_STAGED)


def public(found: Candidate) -> bool:
    """Whether a candidate names a public person, a character or a brand."""
    lows = [word.low for word in found.names]
    if " ".join(lows) in KNOWN:
        return True
    # Syllables of a Vietnamese name are those of many towns and of other people's names.
    return not found.vietnamese and any(" ".join(lows[at : at + 2]) in KNOWN for at in range(len(lows) - 1))
