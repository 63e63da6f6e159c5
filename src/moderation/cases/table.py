"""The one transition table of cases, and who may make which move. Data only.

`NEXT` is section 4.2 of the design study, row by row; a claim is a lease on a queued or escalated
case, so its rows apply to such a case with a live lease (`HELD`). Everything not listed is refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

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
from moderation.cases.status import OPEN, Move, Status
from moderation.decisions import ActorKind, Lane

_MOVES_ON: Final[dict[tuple[Status, type[Event]], Status]] = {
    (Status.NEW, Queued): Status.QUEUED,
    (Status.QUEUED, Claimed): Status.QUEUED,
    (Status.QUEUED, Renewed): Status.QUEUED,
    (Status.QUEUED, Released): Status.QUEUED,
    (Status.QUEUED, Moved): Status.QUEUED,
    (Status.QUEUED, Escalated): Status.ESCALATED,
    (Status.QUEUED, Asked): Status.WAITING,
    (Status.QUEUED, Snoozed): Status.SNOOZED,
    (Status.QUEUED, Decided): Status.DECIDED,
    (Status.WAITING, Answered): Status.QUEUED,
    (Status.WAITING, Resumed): Status.QUEUED,
    (Status.SNOOZED, Resumed): Status.QUEUED,
    # Escalation is sticky: only a decision (or the void) leads out of it.
    (Status.ESCALATED, Claimed): Status.ESCALATED,
    (Status.ESCALATED, Renewed): Status.ESCALATED,
    (Status.ESCALATED, Released): Status.ESCALATED,
    (Status.ESCALATED, Moved): Status.ESCALATED,
    (Status.ESCALATED, Decided): Status.DECIDED,
    (Status.DECIDED, Undone): Status.QUEUED,
    (Status.DECIDED, Closed): Status.CLOSED,
    # An appeal keeps its case from closing for months, so reopening starts from there as well.
    (Status.DECIDED, Reopened): Status.QUEUED,
    (Status.CLOSED, Reopened): Status.QUEUED,
    # A case with a pending appeal is never closed: the appeal brings it back to decided.
    (Status.DECIDED, Appealed): Status.DECIDED,
    (Status.CLOSED, Appealed): Status.DECIDED,
}
_ATTACHED: Final = (Reported, Reassessed, Appealed, Breached)
"""What joins an open case without moving it."""

NEXT: Final[Mapping[tuple[Status, type[Event]], Status]] = MappingProxyType(
    _MOVES_ON
    | {(status, event): status for status in OPEN for event in _ATTACHED}
    | {(status, Voided): Status.VOID for status in OPEN}
    | {(status, Noted): status for status in Status if status is not Status.VOID}
    | {(status, AppealEnded): status for status in Status if status is not Status.CLOSED}
)
"""Status and event to the next status."""

HELD: Final = frozenset({Renewed, Released, Escalated, Decided})
"""Events that need a live lease: the table's rows for a claimed case."""

UNHELD: Final = frozenset({Claimed})
"""Events that need that nobody holds a live lease."""

QUIET: Final = frozenset({Queued, Moved, Claimed, Renewed, Released, Noted, Breached, Snoozed, Resumed})
"""Events that change nothing a decision rests on; all others make a decision drawn before them stale."""

EVENT_OF: Final[Mapping[Move, type[Event]]] = MappingProxyType(
    {
        Move.CLAIM: Claimed,
        Move.RENEW: Renewed,
        Move.RELEASE: Released,
        Move.ESCALATE: Escalated,
        Move.ASK: Asked,
        Move.ANSWER: Answered,
        Move.SNOOZE: Snoozed,
        Move.RESUME: Resumed,
        Move.DECIDE: Decided,
        Move.UNDO: Undone,
        Move.NOTE: Noted,
    }
)
"""The event that each move of a person writes."""

MODERATORS: Final = frozenset({ActorKind.MODERATOR, ActorKind.SENIOR})

WORKS_IN: Final[Mapping[Lane, frozenset[ActorKind]]] = MappingProxyType(
    {
        Lane.TRIAGE: MODERATORS,
        Lane.SPECIALIST: MODERATORS,
        Lane.APPEALS: MODERATORS,
        Lane.QA: MODERATORS,
        Lane.LEGAL: frozenset({ActorKind.SENIOR}),
    }
)
"""Who works on the cases of a lane."""
