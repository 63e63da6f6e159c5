"""How a case comes to be, or an open one takes more in. One open case per item, lane and subject."""

from __future__ import annotations

from datetime import datetime

from moderation.cases.case import Case
from moderation.cases.events import Event, Opened, Queued, Reassessed, Reopened
from moderation.cases.moves import SYSTEM, lapsed
from moderation.cases.queue import SEVERITY_POINTS, Traits, due, route
from moderation.cases.status import Origin
from moderation.decisions import About, Actor, Decision, Lane
from moderation.desk.room import Room, new_id
from moderation.findings import Assessment
from moderation.policy import Severity
from moderation.store import Tx
from moderation.store.records import ItemRecord


def open_case(
    tx: Tx,
    room: Room,
    item: ItemRecord,
    *,
    lane: Lane,
    about: About,
    labels: tuple[str, ...],
    origin: Origin,
    by: Actor,
    now: datetime,
    confidence: float = 0.0,
    parent_case_id: str | None = None,
    barred: frozenset[str] = frozenset(),
    at_least: Severity = Severity.LOW,
    more: tuple[Event, ...] = (),
) -> Case:
    """Open a case, send it to its queue and start its clock; `more` are the events that follow."""
    severity = max(gravest(room, item, about, labels), at_least, key=lambda s: s.rank)
    traits = Traits(
        lane=lane, about=about, labels=labels, surface=item.surface, lang=item.lang, shop_id=item.shop_id
    )
    opened = Opened(
        at=now,
        by=by,
        case_id=new_id("case"),
        item_id=item.id,
        revision=item.revision,
        lane=lane,
        about=about,
        labels=labels,
        origin=origin,
        severity=SEVERITY_POINTS[severity],
        confidence=confidence,
        parent_case_id=parent_case_id,
        barred=tuple(sorted(barred)),
    )
    queued = Queued(
        at=now,
        by=SYSTEM,
        queue=route(tx.queues.routes(), traits),
        due_at=due(room.profile.clocks.sla_hours, severity, now),
    )
    return tx.cases.open((opened, queued, *more))


def open_for_findings(
    tx: Tx, room: Room, item: ItemRecord, assessment: Assessment, decision: Decision, *, now: datetime
) -> tuple[Case, ...]:
    """Open the cases that a machine's decision asks for; an open case on the same subject takes it in."""
    cases = []
    for wish in decision.cases:
        seen = [(f.label, f.confidence) for f in assessment.findings]
        seen += [(a.label, a.confidence) for a in assessment.allegations]
        confidence = max((c for label, c in seen if label in wish.labels), default=0.0)
        case = tx.cases.open_of_item(item.id, wish.about)
        if case is None:
            case = open_case(
                tx,
                room,
                item,
                lane=wish.lane,
                about=wish.about,
                labels=wish.labels,
                origin=Origin.FINDING,
                by=SYSTEM,
                now=now,
                confidence=confidence,
            )
        else:
            case = take_in(tx, room, case, item, labels=wish.labels, confidence=confidence, now=now)
        cases.append(case)
    return tuple(cases)


def take_in(
    tx: Tx,
    room: Room,
    case: Case,
    item: ItemRecord,
    *,
    labels: tuple[str, ...],
    confidence: float,
    now: datetime,
) -> Case:
    """Tell an open case that the machines looked again, at this revision."""
    severity = gravest(room, item, case.about, labels or case.labels)
    event = Reassessed(
        at=now,
        by=SYSTEM,
        revision=item.revision,
        labels=labels,
        severity=SEVERITY_POINTS[severity],
        confidence=confidence,
    )
    return tx.cases.append(case, (*lapsed(case, now), event))


def reopen(tx: Tx, case: Case, item: ItemRecord, *, because: str, now: datetime) -> Case:
    """Put a decided case back into its queue, for the current revision."""
    event = Reopened(at=now, by=SYSTEM, revision=item.revision, because=because)
    return tx.cases.append(case, (*lapsed(case, now), event))


def gravest(room: Room, item: ItemRecord, about: About, labels: tuple[str, ...]) -> Severity:
    """Return the severity of the gravest clause; what a text says of a shop counts as the shop's own act."""
    catalogue = room.catalogue
    known = [label for label in labels if label in catalogue.clauses]
    severities = [
        catalogue.clauses[label].severity
        if about is About.SHOP
        else catalogue.severity_on(label, item.surface, item.author)
        for label in known
    ]
    return max(severities, key=lambda s: s.rank, default=Severity.LOW)
