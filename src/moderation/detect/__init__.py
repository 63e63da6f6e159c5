"""The detectors, in the order in which their findings are listed.

Adding one: write `detect/<name>.py` ending in `DETECTOR = Detector(...)`, add it here, and add
`tests/golden/detect/<name>.jsonl`. The contract tests pick it up.
"""

from __future__ import annotations

from typing import Final

from moderation.detect import abuse, content, incentive, listing, manipulation, pii, redirect, review_service
from moderation.detect.detector import Detector, Document

DETECTORS: Final[tuple[Detector, ...]] = (
    pii.DETECTOR,
    incentive.DETECTOR,
    manipulation.DETECTOR,
    redirect.DETECTOR,
    abuse.DETECTOR,
    review_service.DETECTOR,
    listing.DETECTOR,
    content.DETECTOR,
)

__all__ = ["DETECTORS", "Detector", "Document"]
