"""Personal data that a buyer tells was published or asked for: allegations about a shop.

The data themselves are `pii`'s to find, and so is what a seller does in its own words. The wording is
`lexicon/data/leak.yaml`.
"""

from __future__ import annotations

from typing import Final

from moderation.detect.deeds import Deeds, sign
from moderation.detect.detector import Detector

_PUBLISHED: Final = "leak.published"
_REACH: Final = 90

_DEEDS: Final = Deeds(
    detector="exposure@1",
    reported=(
        sign("pii.customer_name", 0.8, _PUBLISHED, "leak.name", within=_REACH),
        sign("pii.phone", 0.82, _PUBLISHED, "leak.phone", within=_REACH),
        sign("pii.postal_address", 0.8, _PUBLISHED, "leak.address", within=_REACH),
        sign("pii.email", 0.8, _PUBLISHED, "leak.email", within=_REACH),
        sign("pii.customer_record", 0.8, _PUBLISHED, "leak.record", within=_REACH),
        sign("pii.sensitive_category", 0.8, _PUBLISHED, "leak.health", within=_REACH),
        sign("pii.solicitation", 0.82, "leak.secret", "leak.asked", within=60, one_sentence=True),
    ),
)

DETECTOR: Final = Detector(
    name="exposure", version=1, labels=_DEEDS.labels, screen=_DEEDS.screen, look=_DEEDS.look
)
