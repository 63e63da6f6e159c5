"""Notices as they were written; an undone decision cancels its own before they are sent."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, or_, update

from moderation.store import schema
from moderation.store.records import NoticeRecord
from moderation.store.rows import add, every, one


class Notices:
    """Notices by id or reference number; one is sent once its time has come and it was not cancelled."""

    def __init__(self, conn: Connection) -> None:
        self._conn = conn

    def get(self, name: str, *, now: datetime) -> NoticeRecord | None:
        """Return a sent notice by id or reference number."""
        t = schema.notices
        which = or_(t.c.id == name, t.c.reference == name)
        return one(self._conn, NoticeRecord, t, which, *_sent(now))

    def add(self, notice: NoticeRecord) -> None:
        """Store a notice."""
        add(self._conn, schema.notices, notice)

    def cancel(self, decision_id: str, *, at: datetime) -> int:
        """Cancel what an undone decision would have told; answers how many."""
        t = schema.notices
        where = (t.c.decision_id == decision_id, t.c.sent_at > at, t.c.cancelled_at.is_(None))
        return self._conn.execute(update(t).where(*where).values(cancelled_at=at)).rowcount

    def listing(
        self,
        *,
        audience: str | None,
        recipients: tuple[str, ...] | None,
        item_id: str | None,
        now: datetime,
        after: NoticeRecord | None,
        limit: int,
    ) -> tuple[NoticeRecord, ...]:
        """Return sent notices, newest first, for these recipients (None: everybody's)."""
        t = schema.notices
        where: list[ColumnElement[bool]] = list(_sent(now))
        if audience is not None:
            where.append(t.c.audience == audience)
        if recipients is not None:
            where.append(t.c.recipient.in_(recipients))
        if item_id is not None:
            where.append(t.c.item_id == item_id)
        if after is not None:
            same = and_(t.c.sent_at == after.sent_at, t.c.id < after.id)
            where.append(or_(t.c.sent_at < after.sent_at, same))
        order = (t.c.sent_at.desc(), t.c.id.desc())
        return every(self._conn, NoticeRecord, t, *where, order=order, limit=limit)


def _sent(now: datetime) -> tuple[ColumnElement[bool], ...]:
    t = schema.notices
    return (t.c.sent_at <= now, t.c.cancelled_at.is_(None))
