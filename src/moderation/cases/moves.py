"""What may be done with a case now, and what time alone has done to it. Pure: `now` is an argument."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import reduce
from types import MappingProxyType
from typing import Final

from moderation.cases.case import Case, apply
from moderation.cases.events import Breached, Claimed, Closed, Decided, Event, Released, Resumed
from moderation.cases.refusals import (
    CaseHeld,
    IllegalMove,
    NotClaimed,
    NotPermitted,
    SameModerator,
    UndoTooLate,
)
from moderation.cases.status import Move, ReleaseReason, Status
from moderation.cases.table import EVENT_OF, HELD, MODERATORS, NEXT, WORKS_IN
from moderation.decisions import Actor, ActorKind

SYSTEM: Final = Actor(ActorKind.SYSTEM, "clock")
"""Who does what only time does."""

_BY: Final[Mapping[Move, frozenset[ActorKind]]] = MappingProxyType(
    dict.fromkeys(Move, MODERATORS)
    | {Move.NOTE: MODERATORS | {ActorKind.OPERATOR}, Move.ANSWER: MODERATORS | {ActorKind.SERVICE}}
)
"""Who may make each move at all."""

_HOLDER_FIRST: Final = frozenset({Move.ASK, Move.SNOOZE})
"""Moves that need no lease, but that nobody may make while another person holds one."""


def lapsed(case: Case, now: datetime) -> tuple[Event, ...]:
    """Return the events that time has made due and nobody has written yet, in order.

    A lease that ran out, a snooze or wait that ended, a decision past its undo window without a
    pending appeal, an open case past its due time. Each carries the time of the deadline itself, so
    that writing late and reading late give the same case.
    """
    due: list[Event] = []
    if case.holder is not None and case.lease_until is not None and case.lease_until <= now:
        due.append(Released(at=case.lease_until, by=SYSTEM, reason=ReleaseReason.EXPIRED))
    wake = {Status.SNOOZED: case.snoozed_until, Status.WAITING: case.waiting_until}.get(case.status)
    if wake is not None and wake <= now:
        due.append(Resumed(at=wake, by=SYSTEM))
    if case.open and not case.breached and case.due_at is not None and case.due_at <= now:
        due.append(Breached(at=case.due_at, by=SYSTEM))
    if case.status is Status.DECIDED and not case.pending and (case.undo_until or now) <= now:
        due.append(Closed(at=case.undo_until or now, by=SYSTEM))
    return tuple(due)


def as_of(case: Case, now: datetime) -> Case:
    """Return the case with every passed deadline treated as passed."""
    return reduce(apply, lapsed(case, now), case)


def allowed(
    case: Case, actor: Actor, now: datetime, *, barred: frozenset[str] = frozenset()
) -> frozenset[Move]:
    """Return what `actor` may do with the case at `now`; whatever is missing here is refused.

    `barred` adds people who may not handle the case to those that it names itself.
    """
    return frozenset(move for move in Move if _objection(case, move, actor, now, barred) is None)


def check(
    case: Case, move: Move, actor: Actor, now: datetime, *, barred: frozenset[str] = frozenset()
) -> None:
    """Raise the refusal that keeps `actor` from making `move`, if any."""
    objection = _objection(case, move, actor, now, barred)
    if objection is not None:
        raise objection


def _objection(  # noqa: PLR0911  # a list of refusals, first that applies
    case: Case, move: Move, actor: Actor, now: datetime, barred: frozenset[str]
) -> Exception | None:
    case = as_of(case, now)
    event = EVENT_OF[move]
    me = str(actor)
    if actor.kind not in _BY[move] or (actor.kind in MODERATORS and actor.kind not in WORKS_IN[case.lane]):
        return NotPermitted(move, kind=actor.kind)
    if me in case.barred | barred and move is not Move.RELEASE:
        return SameModerator(case.id)
    if (case.status, event) not in NEXT:
        late = move is Move.UNDO and case.status is Status.CLOSED
        return UndoTooLate(case.id) if late else IllegalMove(case.id, status=case.status, event=move)
    if case.status is Status.ESCALATED and event in {Claimed, Decided} and actor.kind is not ActorKind.SENIOR:
        return NotPermitted("decide an escalated case", kind=actor.kind)
    held = case.held_at(now)
    if held and case.holder != me and (event in HELD | {Claimed} or move in _HOLDER_FIRST):
        return CaseHeld(case.id, holder=case.holder or "")
    if not held and event in HELD and move is not Move.DECIDE:
        return NotClaimed(case.id)
    if move is Move.UNDO:
        if case.decided_by != me:
            return NotPermitted("undo another person's decision", kind=actor.kind)
        if case.undo_until is None or case.undo_until <= now:
            return UndoTooLate(case.id)
    return None


def lapses_at(case: Case) -> datetime | None:
    """Return the earliest moment at which `lapsed` will have something to say, or None."""
    deadlines: list[datetime | None] = [case.lease_until if case.holder is not None else None]
    deadlines.append(
        {Status.SNOOZED: case.snoozed_until, Status.WAITING: case.waiting_until}.get(case.status)
    )
    if case.open and not case.breached:
        deadlines.append(case.due_at)
    if case.status is Status.DECIDED and not case.pending:
        deadlines.append(case.undo_until)
    return min((at for at in deadlines if at is not None), default=None)
