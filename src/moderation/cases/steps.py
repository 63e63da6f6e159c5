"""State tables of reports and appeals, and the one function that checks a step. No data of either."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, TypeVar

from moderation.cases.refusals import IllegalStep
from moderation.cases.status import AppealStatus, ReportStatus

A = AppealStatus
R = ReportStatus

REPORT_STEPS: Final[Mapping[ReportStatus, frozenset[ReportStatus]]] = MappingProxyType(
    {
        R.RECEIVED: frozenset({R.UNDER_REVIEW, R.DUPLICATE, R.INVALID, R.VOID, R.WITHDRAWN}),
        R.UNDER_REVIEW: frozenset(
            {R.NEEDS_INFO, R.UPHELD, R.NOT_UPHELD, R.DUPLICATE, R.INVALID, R.VOID, R.WITHDRAWN}
        ),
        R.NEEDS_INFO: frozenset({R.UNDER_REVIEW, R.INVALID, R.VOID, R.WITHDRAWN}),
        # A duplicate inherits what its first report came to.
        R.DUPLICATE: frozenset({R.UPHELD, R.NOT_UPHELD, R.INVALID, R.VOID, R.WITHDRAWN}),
        # An appeal or an undone decision can turn an outcome round.
        R.UPHELD: frozenset({R.NOT_UPHELD, R.UNDER_REVIEW}),
        R.NOT_UPHELD: frozenset({R.UPHELD, R.UNDER_REVIEW}),
        R.INVALID: frozenset({R.UNDER_REVIEW}),
        R.VOID: frozenset(),
        R.WITHDRAWN: frozenset(),
    }
)

PENDING_REPORTS: Final = frozenset({R.RECEIVED, R.UNDER_REVIEW, R.NEEDS_INFO, R.DUPLICATE})
"""Reports that still wait for an outcome."""

APPEAL_STEPS: Final[Mapping[AppealStatus, frozenset[AppealStatus]]] = MappingProxyType(
    {
        A.FILED: frozenset(
            {A.INADMISSIBLE, A.ASSIGNED, A.WITHDRAWN, A.EXPIRED, A.UPHELD, A.OVERTURNED, A.MODIFIED}
        ),
        A.ASSIGNED: frozenset({A.NEEDS_INFO, A.UPHELD, A.OVERTURNED, A.MODIFIED, A.WITHDRAWN, A.EXPIRED}),
        A.NEEDS_INFO: frozenset({A.ASSIGNED, A.WITHDRAWN, A.EXPIRED}),
        A.UPHELD: frozenset({A.NOTIFIED}),
        A.OVERTURNED: frozenset({A.NOTIFIED}),
        A.MODIFIED: frozenset({A.NOTIFIED}),
        A.INADMISSIBLE: frozenset({A.NOTIFIED}),
        A.NOTIFIED: frozenset(),
        A.WITHDRAWN: frozenset(),
        A.EXPIRED: frozenset(),
    }
)
"""A filed appeal can be settled unread only by the first decision of a person on a machine's action."""

PENDING_APPEALS: Final = frozenset({A.FILED, A.ASSIGNED, A.NEEDS_INFO})
"""Appeals without an outcome."""

S = TypeVar("S", ReportStatus, AppealStatus)


def step(what: str, here: S, there: S) -> S:
    """Return `there` if the table leads there from `here`; else raise `IllegalStep` about `what` (an id)."""
    onward = REPORT_STEPS[here] if isinstance(here, ReportStatus) else APPEAL_STEPS[here]
    if there not in onward:
        raise IllegalStep(what, here=here, there=there)
    return there
