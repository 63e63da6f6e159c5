"""The detectors, in the order in which their findings are listed.

Adding one: write `detect/<name>.py` ending in `DETECTOR = Detector(...)`, add it here, and add
`tests/golden/detect/<name>.jsonl`. The contract tests pick it up.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from moderation.detect import (
    abuse,
    content,
    exposure,
    incentive,
    listing,
    manipulation,
    pii,
    redirect,
    review_service,
)
from moderation.detect.detector import Detector, Document

DETECTORS: Final[tuple[Detector, ...]] = (
    pii.DETECTOR,
    exposure.DETECTOR,
    incentive.DETECTOR,
    manipulation.DETECTOR,
    redirect.DETECTOR,
    abuse.DETECTOR,
    review_service.DETECTOR,
    listing.DETECTOR,
    content.DETECTOR,
)


def detectors_with(recognizers: Path | None) -> tuple[Detector, ...]:
    """Return the detectors, personal data found with the recognizers of a file too (`pii.configured`).

    Raises RecognizersInvalid, UnknownEntity, and OSError where there is no such file.
    """
    if recognizers is None:
        return DETECTORS
    configured = pii.configured_detector(recognizers)
    return tuple(configured if detector is pii.DETECTOR else detector for detector in DETECTORS)


__all__ = ["DETECTORS", "Detector", "Document", "detectors_with"]
