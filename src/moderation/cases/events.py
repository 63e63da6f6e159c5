"""What happens to a case, as frozen events; what each does to the case lives in `case`.

Events hold ids, labels, spans and times, never a person's words: those lie in the one erasable
table and events name them by `text_id`. An event's kind on disk is its class name.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from moderation.cases.status import AppealStatus, Origin, ReleaseReason
from moderation.decisions import About, Action, Actor, Lane


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """What every event says: when, and by whom."""

    at: datetime
    by: Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened(Happened):
    """A case came to be. `severity` is the points of its gravest clause, `confidence` 0..1.

    `barred` names the people who may never decide it (appeals: whoever touched the first decision).
    """

    case_id: str
    item_id: str
    revision: int
    lane: Lane
    about: About
    labels: tuple[str, ...]
    origin: Origin
    severity: float = 0.0
    confidence: float = 0.0
    parent_case_id: str | None = None
    barred: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Queued(Happened):
    """The router chose a queue and set the clock."""

    queue: str
    due_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved(Happened):
    """The case changed queue, because routes changed or its labels did."""

    queue: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed(Happened):
    """A moderator took a lease; nobody else may decide until it ends."""

    lease_until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewed(Happened):
    """The holder is still there."""

    lease_until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Released(Happened):
    """The lease ended: given back, skipped, or run out."""

    reason: ReleaseReason


@dataclass(frozen=True, slots=True, kw_only=True)
class Escalated(Happened):
    """A moderator passed the case to a senior one, with a note."""

    text_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked(Happened):
    """A question to a party; the case waits until an answer or `until`."""

    text_id: str
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered(Happened):
    """The party answered."""

    text_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Snoozed(Happened):
    """Put aside until a time."""

    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Resumed(Happened):
    """Back in the queue: a snooze or a wait ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided(Happened):
    """A person ruled on `revision`; until `undo_until` they may take it back."""

    decision_id: str
    revision: int
    action: Action
    undo_until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone(Happened):
    """The decision was taken back before it took effect."""

    decision_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed(Happened):
    """The decision took effect and nothing is pending."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopened(Happened):
    """New facts after a decision: a new revision, an overturned appeal, a finding of quality control."""

    revision: int
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Voided(Happened):
    """There is nothing left to decide: the author withdrew the item."""

    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted(Happened):
    """An internal note."""

    text_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported(Happened):
    """A report joined the case. `weight` is what it adds to the priority."""

    report_id: str
    weight: float
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reassessed(Happened):
    """The machines looked again, at a new revision or with new detectors."""

    revision: int
    labels: tuple[str, ...]
    severity: float
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Appealed(Happened):
    """Somebody contested a decision of this case, or joined this case in the appeals lane."""

    appeal_id: str
    weight: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealEnded(Happened):
    """An appeal is pending no longer."""

    appeal_id: str
    outcome: AppealStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Breached(Happened):
    """The case was still open when its time was up; written once."""


Event: TypeAlias = (
    Opened
    | Queued
    | Moved
    | Claimed
    | Renewed
    | Released
    | Escalated
    | Asked
    | Answered
    | Snoozed
    | Resumed
    | Decided
    | Undone
    | Closed
    | Reopened
    | Voided
    | Noted
    | Reported
    | Reassessed
    | Appealed
    | AppealEnded
    | Breached
)

EVENTS: tuple[type[Event], ...] = Event.__args__  # the union is the one list
