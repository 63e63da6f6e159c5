"""Appeals on decisions; the database itself refuses a reader who touched the first case."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, or_
from sqlalchemy.exc import IntegrityError

from moderation.cases.refusals import SameModerator
from moderation.cases.status import AppealStatus
from moderation.cases.steps import PENDING_APPEALS
from moderation.store import schema
from moderation.store.records import AppealRecord
from moderation.store.rows import add, every, one, put


class Appeals:
    """Appeals by id or reference number."""

    def __init__(self, conn: Connection) -> None:
        self._conn = conn

    def get(self, name: str, *, lock: bool = False) -> AppealRecord | None:
        """Return an appeal by id or reference number."""
        t = schema.appeals
        return one(self._conn, AppealRecord, t, or_(t.c.id == name, t.c.reference == name), lock=lock)

    def add(self, appeal: AppealRecord) -> None:
        """Store an appeal."""
        add(self._conn, schema.appeals, appeal)

    def put(self, appeal: AppealRecord) -> None:
        """Store an appeal's new state; raises `SameModerator` where the database refuses its reader."""
        try:
            put(self._conn, schema.appeals, appeal)
        except IntegrityError as error:
            raise SameModerator(appeal.case_id) from error

    def of_case(self, case_id: str) -> tuple[AppealRecord, ...]:
        """Return the appeals read in a case of the appeals lane, oldest first."""
        return self._ordered(schema.appeals.c.case_id == case_id)

    def of_item(self, item_id: str) -> tuple[AppealRecord, ...]:
        """Return every appeal about an item, oldest first."""
        return self._ordered(schema.appeals.c.item_id == item_id)

    def pending_on(self, decision_id: str) -> tuple[AppealRecord, ...]:
        """Return the appeals on a decision that wait for an outcome, oldest first."""
        t = schema.appeals
        return self._ordered(and_(t.c.decision_id == decision_id, t.c.status.in_(PENDING_APPEALS)))

    def settled_before(self, now: datetime, *, limit: int = 500) -> tuple[AppealRecord, ...]:
        """Return appeals with an outcome whose parties have been told by now."""
        t = schema.appeals
        ended = (
            AppealStatus.UPHELD,
            AppealStatus.OVERTURNED,
            AppealStatus.MODIFIED,
            AppealStatus.INADMISSIBLE,
        )
        where = (t.c.status.in_(ended), t.c.settled_at <= now)
        return every(self._conn, AppealRecord, t, *where, order=(t.c.settled_at.asc(),), limit=limit)

    def listing(
        self,
        *,
        appellant: str | None,
        shop_id: str | None,
        status: AppealStatus | None,
        after: AppealRecord | None,
        limit: int,
    ) -> tuple[AppealRecord, ...]:
        """Return appeals, newest first, of one appellant or one shop's people where asked."""
        t = schema.appeals
        where: list[ColumnElement[bool]] = []
        if appellant is not None:
            mine = t.c.appellant == appellant
            where.append(mine if shop_id is None else or_(mine, t.c.appellant_shop_id == shop_id))
        if status is not None:
            where.append(t.c.status == status)
        if after is not None:
            same = and_(t.c.filed_at == after.filed_at, t.c.id < after.id)
            where.append(or_(t.c.filed_at < after.filed_at, same))
        order = (t.c.filed_at.desc(), t.c.id.desc())
        return every(self._conn, AppealRecord, t, *where, order=order, limit=limit)

    def _ordered(self, where: ColumnElement[bool]) -> tuple[AppealRecord, ...]:
        t = schema.appeals
        return every(self._conn, AppealRecord, t, where, order=(t.c.filed_at.asc(), t.c.id.asc()))
