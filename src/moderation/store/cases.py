"""Cases: events appended at an expected version, and the projections folded from them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import reduce

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from moderation.cases.case import Case, apply, begin, fold
from moderation.cases.events import (
    Asked,
    Claimed,
    Decided,
    Escalated,
    Event,
    Opened,
    Released,
    Renewed,
    Snoozed,
    Voided,
)
from moderation.cases.moves import lapses_at
from moderation.cases.queue import points
from moderation.cases.refusals import StaleCase
from moderation.cases.status import Origin
from moderation.decisions import About
from moderation.store import schema
from moderation.store.codec import decode_event, encode_event
from moderation.store.rows import columns, every, one


class Cases:
    """Cases by id. `append` is the only way to change one."""

    def __init__(self, conn: Connection) -> None:
        self._conn = conn

    def get(self, case_id: str, *, lock: bool = False) -> Case | None:
        """Return a case as last written, or None; passed deadlines are not applied."""
        return one(self._conn, Case, schema.cases, schema.cases.c.id == case_id, lock=lock)

    def of_item(self, item_id: str) -> tuple[Case, ...]:
        """Return every case about an item, oldest first."""
        t = schema.cases
        return every(self._conn, Case, t, t.c.item_id == item_id, order=(t.c.opened_at.asc(), t.c.id.asc()))

    def open_of_item(self, item_id: str, about: About) -> Case | None:
        """Return the open case about an item outside the appeals lane, or None."""
        fits = (
            c for c in self.of_item(item_id) if c.open and c.about is about and c.origin is not Origin.APPEAL
        )
        return next(fits, None)

    def children(self, case_id: str) -> tuple[Case, ...]:
        """Return the cases in the appeals lane that read this one again."""
        t = schema.cases
        return every(self._conn, Case, t, t.c.parent_case_id == case_id)

    def open(self, events: Sequence[Event]) -> Case:
        """Store a new case; the first event is `Opened`.

        Raises `StaleCase` where another open case on the same item, lane and subject came first.
        """
        first = events[0]
        if not isinstance(first, Opened):
            raise TypeError("a case begins with Opened")
        case = reduce(apply, events[1:], begin(first))
        try:
            self._conn.execute(insert(schema.cases), _projected(case))
        except IntegrityError as error:
            raise StaleCase(case.item_id, version=0) from error
        self._record(case.id, 0, events)
        self._project_lists(case)
        return case

    def append(self, case: Case, events: Sequence[Event]) -> Case:
        """Apply events to a case as it was read, store both, and return what it became.

        Raises what `apply` raises, and `StaleCase` where somebody else wrote first.
        """
        if not events:
            return case
        after = reduce(apply, events, case)
        t = schema.cases
        changed = update(t).where(t.c.id == case.id, t.c.seq == case.seq)
        if self._conn.execute(changed, _projected(after)).rowcount != 1:
            now = self.get(case.id)
            raise StaleCase(
                case.id, version=now.version if now else 0, revision=now.revision if now else None
            )
        self._record(case.id, case.seq, events)
        self._project_lists(after)
        return after

    def events(self, case_id: str) -> tuple[Event, ...]:
        """Return a case's events in order."""
        t = schema.events
        rows = self._conn.execute(select(t).where(t.c.case_id == case_id).order_by(t.c.seq))
        return tuple(decode_event(row.kind, row.version, row.body) for row in rows)

    def ids(self, *, after: str = "", limit: int = 1000) -> tuple[str, ...]:
        """Return case ids in order, from after `after` on."""
        t = schema.cases
        return tuple(
            self._conn.execute(select(t.c.id).where(t.c.id > after).order_by(t.c.id).limit(limit)).scalars()
        )

    def lapsing(self, now: datetime, *, limit: int = 500) -> tuple[str, ...]:
        """Return the ids of cases that time alone has changed, longest overdue first."""
        t = schema.cases
        query = select(t.c.id).where(t.c.lapses_at <= now).order_by(t.c.lapses_at).limit(limit)
        return tuple(self._conn.execute(query).scalars())

    def touched(self, case_id: str) -> frozenset[str]:
        """Return the moderators who had a part in a case, as `str(actor)`."""
        t = schema.touches
        return frozenset(self._conn.execute(select(t.c.person).where(t.c.case_id == case_id)).scalars())

    def refold(self, case_id: str) -> Case:
        """Rewrite a case's projections from its events alone."""
        log = self.events(case_id)
        case = fold(log)
        for table in (schema.claims, schema.touches, schema.exclusions):
            self._conn.execute(delete(table).where(table.c.case_id == case_id))
        t = schema.cases
        self._conn.execute(update(t).where(t.c.id == case_id), _projected(case))
        self._project_claims(case_id, 0, log)
        self._project_lists(case)
        return case

    def _record(self, case_id: str, seq: int, events: Sequence[Event]) -> None:
        rows = []
        for n, event in enumerate(events, start=seq + 1):
            kind, written, body = encode_event(event)
            rows.append(
                {
                    "case_id": case_id,
                    "seq": n,
                    "at": event.at,
                    "actor": str(event.by),
                    "kind": kind,
                    "version": written,
                    "body": body,
                }
            )
        try:
            self._conn.execute(insert(schema.events), rows)
        except IntegrityError as error:
            raise StaleCase(case_id, version=0) from error
        self._project_claims(case_id, seq, events)

    def _project_claims(self, case_id: str, seq: int, events: Sequence[Event]) -> None:
        t = schema.claims
        live = (t.c.case_id == case_id, t.c.ended_at.is_(None))
        for n, event in enumerate(events, start=seq + 1):
            match event:
                case Claimed():
                    self._conn.execute(update(t).where(*live).values(ended_at=event.at))
                    self._conn.execute(
                        insert(t).values(
                            case_id=case_id,
                            seq=n,
                            person=str(event.by),
                            claimed_at=event.at,
                            lease_until=event.lease_until,
                        )
                    )
                case Renewed():
                    self._conn.execute(update(t).where(*live).values(lease_until=event.lease_until))
                case Released() | Escalated() | Asked() | Snoozed() | Decided() | Voided():
                    self._conn.execute(update(t).where(*live).values(ended_at=event.at))
                case _:
                    pass

    def _project_lists(self, case: Case) -> None:
        for table, people in (
            (schema.touches, case.touched_by),
            (schema.exclusions, case.barred | case.skipped_by),
        ):
            known = set(
                self._conn.execute(select(table.c.person).where(table.c.case_id == case.id)).scalars()
            )
            fresh = [{"case_id": case.id, "person": person} for person in sorted(people - known)]
            if fresh:
                self._conn.execute(insert(table), fresh)


def _projected(case: Case) -> dict[str, object]:
    values = columns(schema.cases, case)
    values["points"] = sum(points(case).values())
    values["lapses_at"] = lapses_at(case)
    return values


def snapshot(conn: Connection) -> Iterator[tuple[object, ...]]:
    """Yield every projected row in a fixed order, to compare before and after a rebuild."""
    tables = (schema.cases, schema.claims, schema.touches, schema.exclusions)
    for table in tables:
        order = list(table.primary_key)
        for row in conn.execute(select(table).order_by(*order)):
            yield (table.name, *(_plain(value) for value in row))


def _plain(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value
