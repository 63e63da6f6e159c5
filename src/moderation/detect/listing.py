"""Gag terms: conditions of sale that forbid, punish or own what buyers write.

Sales terms about anything else are none of its business. The wording is `lexicon/data/gag.yaml`.
"""

from __future__ import annotations

from typing import Final

from moderation.detect.deeds import Deeds, sign
from moderation.detect.detector import Detector

_GAG: Final = "listing.gag_terms"

_DEEDS: Final = Deeds(
    detector="listing@1",
    trader=(
        sign(_GAG, 0.93, "gag.bind", "gag.object", within=130),
        sign(_GAG, 0.9, "gag.object", "gag.penalty", within=140),
        sign(_GAG, 0.88, "gag.property"),
    ),
    reported=(sign(_GAG, 0.75, "reported.gag"),),
)

DETECTOR: Final = Detector(
    name="listing", version=1, labels=_DEEDS.labels, screen=_DEEDS.screen, look=_DEEDS.look
)
