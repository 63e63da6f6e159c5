"""`Case`: one question about one item, folded from its events; what time does to it is in `moves`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import assert_never

from moderation.cases.events import (
    Answered,
    Appealed,
    AppealEnded,
    Asked,
    Breached,
    Claimed,
    Closed,
    Decided,
    Escalated,
    Event,
    Moved,
    Noted,
    Opened,
    Queued,
    Reassessed,
    Released,
    Renewed,
    Reopened,
    Reported,
    Resumed,
    Snoozed,
    Undone,
    Voided,
)
from moderation.cases.refusals import CaseHeld, IllegalMove, NotClaimed, PendingAppeal
from moderation.cases.status import OPEN, SKIPS, Origin, Status
from moderation.cases.table import HELD, MODERATORS, NEXT, QUIET, UNHELD
from moderation.decisions import About, ActorKind, Lane


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Where a case stands after all its events.

    `seq` counts events. `version` counts those that change what a decision rests on; a decision
    names it. `holder` and `lease_until` are the claim, live until `lease_until` passes. `pending`
    are the appeals without an outcome. `severity`, `confidence`, `report_weight` and
    `appeal_weight` feed the priority. `touched_by` are the moderators who acted on it.
    """

    id: str
    item_id: str
    revision: int
    lane: Lane
    about: About
    labels: tuple[str, ...]
    origin: Origin
    status: Status
    opened_at: datetime
    seq: int = 1
    version: int = 1
    severity: float = 0.0
    confidence: float = 0.0
    report_weight: float = 0.0
    appeal_weight: float = 0.0
    queue: str | None = None
    due_at: datetime | None = None
    breached: bool = False
    holder: str | None = None
    lease_until: datetime | None = None
    snoozed_until: datetime | None = None
    waiting_until: datetime | None = None
    decision_id: str | None = None
    decided_by: str | None = None
    undo_until: datetime | None = None
    reports: tuple[str, ...] = ()
    pending: frozenset[str] = frozenset()
    parent_case_id: str | None = None
    barred: frozenset[str] = frozenset()
    skipped_by: frozenset[str] = frozenset()
    touched_by: frozenset[str] = frozenset()

    @property
    def open(self) -> bool:
        """Whether somebody still owes the item a decision."""
        return self.status in OPEN

    def held_at(self, now: datetime) -> bool:
        """Whether somebody holds a live lease."""
        return self.holder is not None and self.lease_until is not None and now < self.lease_until


def begin(event: Opened) -> Case:
    """Return the case that its first event opens."""
    return _touched(
        Case(
            id=event.case_id,
            item_id=event.item_id,
            revision=event.revision,
            lane=event.lane,
            about=event.about,
            labels=event.labels,
            origin=event.origin,
            status=Status.NEW,
            opened_at=event.at,
            severity=event.severity,
            confidence=event.confidence,
            parent_case_id=event.parent_case_id,
            barred=frozenset(event.barred),
        ),
        event,
    )


def apply(case: Case, event: Event) -> Case:
    """Return the case after one more event.

    Raises `IllegalMove` where the table has no row, `NotClaimed` and `CaseHeld` where the lease is
    missing or another's, `PendingAppeal` where closing would forget an appeal.
    """
    after = NEXT.get((case.status, type(event)))
    if after is None:
        raise IllegalMove(case.id, status=case.status, event=type(event).__name__)
    _check_lease(case, event)
    if isinstance(event, Closed | Voided) and case.pending:
        raise PendingAppeal(case.id)
    quiet = type(event) in QUIET
    step = replace(case, status=after, seq=case.seq + 1, version=case.version + (not quiet))
    return _touched(_changed(step, event), event)


def fold(events: Iterable[Event]) -> Case:
    """Return the case that these events make; the first must be `Opened`. Raises ValueError otherwise."""
    stream = iter(events)
    first = next(stream, None)
    if not isinstance(first, Opened):
        raise ValueError("a case begins with Opened")  # noqa: TRY004  # the sequence is wrong, not the type
    case = begin(first)
    for event in stream:
        case = apply(case, event)
    return case


def _check_lease(case: Case, event: Event) -> None:
    held = case.held_at(event.at)
    if type(event) in UNHELD and held and case.holder != str(event.by):
        raise CaseHeld(case.id, holder=case.holder or "")
    if type(event) in HELD and event.by.kind is not ActorKind.SYSTEM:
        if held and case.holder != str(event.by):
            raise CaseHeld(case.id, holder=case.holder or "")
        if not held:
            raise NotClaimed(case.id)


def _touched(case: Case, event: Event) -> Case:
    if event.by.kind in MODERATORS:
        return replace(case, touched_by=case.touched_by | {str(event.by)})
    return case


def _unheld(case: Case) -> Case:
    return replace(case, holder=None, lease_until=None)


def _changed(case: Case, event: Event) -> Case:  # noqa: C901, PLR0911, PLR0912  # one arm for each event
    match event:
        case Opened():
            raise IllegalMove(case.id, status=case.status, event="Opened")
        case Queued():
            return replace(case, queue=event.queue, due_at=event.due_at)
        case Moved():
            return replace(case, queue=event.queue)
        case Claimed() | Renewed():
            return replace(case, holder=str(event.by), lease_until=event.lease_until)
        case Released():
            skipped = {case.holder} if event.reason in SKIPS and case.holder else set()
            return replace(_unheld(case), skipped_by=case.skipped_by | skipped)
        case Escalated():
            return _unheld(case)
        case Asked():
            return replace(_unheld(case), waiting_until=event.until)
        case Snoozed():
            return replace(_unheld(case), snoozed_until=event.until)
        case Answered() | Resumed():
            return replace(case, waiting_until=None, snoozed_until=None)
        case Decided():
            return replace(
                _unheld(case),
                decision_id=event.decision_id,
                decided_by=str(event.by),
                undo_until=event.undo_until,
            )
        case Undone():
            return replace(case, decision_id=None, decided_by=None, undo_until=None)
        case Reopened():
            return replace(case, revision=event.revision, undo_until=None, breached=False)
        case Reported():
            return replace(
                case,
                reports=(*case.reports, event.report_id),
                report_weight=case.report_weight + event.weight,
                labels=_merged(case.labels, event.labels),
            )
        case Reassessed():
            return replace(
                case,
                revision=event.revision,
                labels=event.labels or case.labels,
                severity=event.severity,
                confidence=event.confidence,
            )
        case Appealed():
            return replace(
                case,
                pending=case.pending | {event.appeal_id},
                appeal_weight=case.appeal_weight + event.weight,
            )
        case AppealEnded():
            return replace(case, pending=case.pending - {event.appeal_id})
        case Voided():
            return replace(_unheld(case), snoozed_until=None, waiting_until=None)
        case Breached():
            return replace(case, breached=True)
        case Closed() | Noted():
            return case
        case _:
            assert_never(event)


def _merged(known: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    return known + tuple(label for label in dict.fromkeys(more) if label not in known)
