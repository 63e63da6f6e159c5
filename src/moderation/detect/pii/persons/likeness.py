"""How much a word that no list knows looks like a name: a linear reading of its letters.

Weights (`words/likeness.json`) are fitted by `training.pii.gazetteer` on listed names against
frequent words of ten languages. Latin letters only; other scripts get no opinion.
"""

from __future__ import annotations

import base64
import json
from array import array
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final
from zlib import crc32

BUCKETS: Final = 1 << 15
_LONGEST: Final = 24
_SIZES: Final = (2, 3, 4, 5)


def grams(word: str) -> list[int]:
    """Return the buckets of a folded word: its pieces of two to five letters with its ends, and itself."""
    edged = f"^{word[:_LONGEST]}$"
    pieces = {edged, *(edged[at : at + size] for size in _SIZES for at in range(len(edged) - size + 1))}
    return sorted(crc32(piece.encode()) % BUCKETS for piece in pieces)


@cache
def _weights() -> tuple[array[int], float, float]:
    path = files("moderation.detect.pii").joinpath("words", "likeness.json")
    packed = json.loads(path.read_text(encoding="ascii"))
    return array("b", base64.b85decode(packed["weights"])), packed["scale"], packed["intercept"]


@lru_cache(maxsize=16384)
def likeness(word: str) -> float:
    """Return the log-odds that a folded word is a name rather than an ordinary word; 0 has no opinion."""
    if not word.isascii() or len(word) < 2:
        return 0.0
    weights, scale, intercept = _weights()
    return intercept + scale * sum(weights[piece] for piece in grams(word))
