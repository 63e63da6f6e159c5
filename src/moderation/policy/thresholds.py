"""`Thresholds`: from which calibrated confidence a finding is reported, and from which a machine may act."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

NEVER: Final = math.inf
"""A threshold that no confidence reaches."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """Two limits on calibrated confidence, each in 0..1 or `NEVER`, with `report_at <= act_at`.

    A finding at or above `report_at` opens a case for a person; at or above `act_at` a machine does
    what the clause's `auto_action` allows.
    """

    report_at: float
    act_at: float


NEVER_REPORTED: Final = Thresholds(report_at=NEVER, act_at=NEVER)
