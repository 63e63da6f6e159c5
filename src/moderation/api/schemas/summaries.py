"""A case as a row of a queue, on the wire."""

from __future__ import annotations

from moderation.api.schemas.shape import Moment, Out
from moderation.cases.status import Origin, Status
from moderation.content import Surface
from moderation.decisions import About, Lane


class CaseSummary(Out):
    """One row of a queue; passed deadlines are already applied. `version` is what a decision names."""

    id: str
    item_id: str
    revision: int
    surface: Surface
    lane: Lane
    about: About
    status: Status
    version: int
    origin: Origin
    labels: tuple[str, ...]
    severity: str
    queue: str
    priority: float
    reports: int
    holder: str | None
    lease_until: Moment | None
    opened_at: Moment
    due_at: Moment | None
    overdue: bool
    shop_id: str | None
    lang: str | None
    rating: int | None
    excerpt: str | None


class CasePage(Out):
    """One page of cases, most urgent first; `cursor` is null on the last."""

    items: tuple[CaseSummary, ...]
    cursor: str | None
