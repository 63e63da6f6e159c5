"""Queues and routes, listings of cases, and the one statement that finds the next case for a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Float,
    Text,
    and_,
    case,
    cast,
    delete,
    exists,
    func,
    insert,
    or_,
    select,
    type_coerce,
)

from moderation.cases.case import Case
from moderation.cases.queue import AGE_POINTS, Queue, Route
from moderation.cases.status import OPEN, Status
from moderation.decisions import Lane
from moderation.store import schema
from moderation.store.codec import decode, encode
from moderation.store.columns import canonical, micros
from moderation.store.rows import add, every, many

C: Final = schema.cases.c


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueCounts:
    """How a queue stands: open cases, of those held by somebody, of those past their time."""

    queue: str
    pending: int
    held: int
    overdue: int
    oldest_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFilter:
    """What a listing of cases is narrowed to; None means any. `label` is a clause or `family.*`."""

    queue: str | None = None
    lane: Lane | None = None
    status: Status | None = None
    holder: str | None = None
    item_id: str | None = None
    shop_id: str | None = None
    overdue: bool | None = None
    label: str | None = None
    lang: str | None = None


class Queues:
    """What waits, and for whom."""

    def __init__(self, conn: Connection) -> None:
        self._conn = conn

    def all(self) -> tuple[Queue, ...]:
        """Return the queues that exist."""
        return every(self._conn, Queue, schema.queues, order=(schema.queues.c.id.asc(),))

    def ensure(self, queues: Sequence[Queue]) -> None:
        """Store queues that do not exist yet."""
        known = {queue.id for queue in self.all()}
        for queue in queues:
            if queue.id not in known:
                add(self._conn, schema.queues, queue)

    def routes(self) -> tuple[Route, ...]:
        """Return the routes in their order."""
        t = schema.routes
        return tuple(
            decode(Route, body)
            for body in self._conn.execute(select(t.c.body).order_by(t.c.position)).scalars()
        )

    def set_routes(self, routes: Sequence[Route]) -> None:
        """Replace all routes."""
        self._conn.execute(delete(schema.routes))
        for position, route in enumerate(routes):
            self._conn.execute(
                insert(schema.routes).values(position=position, queue=route.queue, body=encode(route))
            )

    def next(
        self, person: str, *, lanes: Sequence[Lane], escalated: bool, queue: str | None, now: datetime
    ) -> Case | None:
        """Return the most urgent case that nobody holds and that `person` may take, locked; or None.

        Whoever touched the first decision is never offered its appeal, and nobody a case they skipped.
        """
        ready = [C.status == Status.QUEUED]
        ready.append(and_(C.status == Status.SNOOZED, C.snoozed_until <= now))
        ready.append(and_(C.status == Status.WAITING, C.waiting_until <= now))
        if escalated:
            ready.append(C.status == Status.ESCALATED)
        out, touched = schema.exclusions, schema.touches
        where: list[ColumnElement[bool]] = [
            or_(*ready),
            C.lane.in_(tuple(lanes)),
            or_(C.holder.is_(None), C.lease_until <= now),
            ~exists().where(out.c.case_id == C.id, out.c.person == person),
            ~exists().where(touched.c.case_id == C.parent_case_id, touched.c.person == person),
        ]
        if queue is not None:
            where.append(C.queue == queue)
        query = select(schema.cases).where(*where).order_by(_urgency(now).desc(), C.opened_at, C.id).limit(1)
        found = many(self._conn, Case, query.with_for_update(skip_locked=True, of=schema.cases))
        return found[0] if found else None

    def listing(self, narrowed: CaseFilter, *, now: datetime, offset: int, limit: int) -> tuple[Case, ...]:
        """Return cases that fit, most urgent first. Passed deadlines count as passed."""
        query = select(schema.cases).where(*_conditions(narrowed, now))
        of_item = {"shop_id": narrowed.shop_id, "lang": narrowed.lang}
        where = [schema.items.c[name] == value for name, value in of_item.items() if value is not None]
        if where:
            query = query.join(schema.items, schema.items.c.id == C.item_id).where(*where)
        query = query.order_by(_urgency(now).desc(), C.opened_at, C.id).offset(offset).limit(limit)
        return many(self._conn, Case, query)

    def counts(self, now: datetime) -> dict[str, QueueCounts]:
        """Return how each queue with open cases stands."""
        held = and_(C.holder.is_not(None), C.lease_until > now)
        query = (
            select(
                C.queue,
                func.count(),
                func.sum(case((held, 1), else_=0)),
                func.sum(case((C.due_at <= now, 1), else_=0)),
                func.min(C.opened_at),
            )
            .where(C.status.in_(tuple(OPEN)), C.queue.is_not(None))
            .group_by(C.queue)
        )
        return {
            row[0]: QueueCounts(queue=row[0], pending=row[1], held=row[2], overdue=row[3], oldest_at=row[4])
            for row in self._conn.execute(query)
        }


def _urgency(now: datetime) -> ColumnElement[float]:
    """The priority in SQL: stored points and the pressure of age, as `cases.queue.priority` adds them."""
    instant = micros(now)
    opened, due = cast(C.opened_at, Float), cast(C.due_at, Float)
    share = (instant - opened) / (due - opened)
    age = case(
        (or_(C.due_at.is_(None), C.due_at <= C.opened_at), 0.0),
        (share > 2.0, 2.0 * AGE_POINTS),
        else_=AGE_POINTS * share,
    )
    return C.points + age


def _conditions(narrowed: CaseFilter, now: datetime) -> list[ColumnElement[bool]]:
    where: list[ColumnElement[bool]] = []
    equal = {"queue": narrowed.queue, "lane": narrowed.lane, "item_id": narrowed.item_id}
    where += [C[name] == value for name, value in equal.items() if value is not None]
    if narrowed.holder is not None:
        where.append(and_(C.holder == narrowed.holder, C.lease_until > now))
    if narrowed.overdue is not None:
        late = and_(C.status.in_(tuple(OPEN)), C.due_at.is_not(None), C.due_at <= now)
        where.append(late if narrowed.overdue else ~late)
    if narrowed.label is not None:
        where.append(_labelled(narrowed.label))
    if narrowed.status is not None:
        where.append(_stands(narrowed.status, now))
    return where


def _labelled(label: str) -> ColumnElement[bool]:
    """A clause among the labels, or any of `family.*`, in SQL: labels are stored in canonical JSON."""
    family = label.removesuffix("*")
    quoted = canonical(family) if family == label else canonical(family)[:-1]
    return type_coerce(C.labels, Text).contains(quoted, autoescape=True)


def _stands(status: Status, now: datetime) -> ColumnElement[bool]:
    """A status with passed deadlines applied, in SQL."""
    woken = or_(
        and_(C.status == Status.SNOOZED, C.snoozed_until <= now),
        and_(C.status == Status.WAITING, C.waiting_until <= now),
    )
    over = and_(C.status == Status.DECIDED, C.undo_until <= now, C.pending == [])
    match status:
        case Status.QUEUED:
            return or_(C.status == status, woken)
        case Status.SNOOZED | Status.WAITING:
            return and_(C.status == status, ~woken)
        case Status.CLOSED:
            return or_(C.status == status, over)
        case Status.DECIDED:
            return and_(C.status == status, ~over)
        case _:
            return C.status == status
