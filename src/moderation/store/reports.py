"""Reports by people, each kept with its own outcome."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, Integer, and_, cast, func, or_, select

from moderation.cases.status import ReportStatus
from moderation.cases.steps import PENDING_REPORTS
from moderation.store import schema
from moderation.store.records import ReportRecord
from moderation.store.rows import add, every, one, put


class Reports:
    """Reports by id or reference number."""

    def __init__(self, conn: Connection) -> None:
        self._conn = conn

    def get(self, name: str) -> ReportRecord | None:
        """Return a report by id or reference number."""
        t = schema.reports
        return one(self._conn, ReportRecord, t, or_(t.c.id == name, t.c.reference == name))

    def add(self, report: ReportRecord) -> None:
        """Store a report."""
        add(self._conn, schema.reports, report)

    def put(self, report: ReportRecord) -> None:
        """Store a report's new state."""
        put(self._conn, schema.reports, report)

    def of_case(self, case_id: str) -> tuple[ReportRecord, ...]:
        """Return every report that joined a case, oldest first."""
        return self._ordered(schema.reports.c.case_id == case_id)

    def of_item(self, item_id: str) -> tuple[ReportRecord, ...]:
        """Return every report on an item, oldest first."""
        return self._ordered(schema.reports.c.item_id == item_id)

    def pending_of_item(self, item_id: str) -> tuple[ReportRecord, ...]:
        """Return the reports on an item that wait for an outcome, oldest first."""
        return tuple(r for r in self.of_item(item_id) if r.status in PENDING_REPORTS)

    def listing(
        self,
        *,
        reporter: str | None,
        shop_id: str | None,
        status: ReportStatus | None,
        after: ReportRecord | None,
        limit: int,
    ) -> tuple[ReportRecord, ...]:
        """Return reports, newest first, of one reporter or one shop's people where asked."""
        t = schema.reports
        where: list[ColumnElement[bool]] = []
        if reporter is not None:
            mine = t.c.reporter == reporter
            where.append(mine if shop_id is None else or_(mine, t.c.reporter_shop_id == shop_id))
        if status is not None:
            where.append(t.c.status == status)
        if after is not None:
            same = and_(t.c.filed_at == after.filed_at, t.c.id < after.id)
            where.append(or_(t.c.filed_at < after.filed_at, same))
        order = (t.c.filed_at.desc(), t.c.id.desc())
        return every(self._conn, ReportRecord, t, *where, order=order, limit=limit)

    def accuracy(self, reporter: str) -> tuple[int, int]:
        """Return how many of a reporter's reports were upheld, and how many were not."""
        t = schema.reports
        upheld = cast(t.c.status == ReportStatus.UPHELD, Integer)
        lost = cast(t.c.status.in_((ReportStatus.NOT_UPHELD, ReportStatus.INVALID)), Integer)
        row = self._conn.execute(
            select(func.coalesce(func.sum(upheld), 0), func.coalesce(func.sum(lost), 0)).where(
                t.c.reporter == reporter
            )
        ).one()
        return int(row[0]), int(row[1])

    def _ordered(self, where: ColumnElement[bool]) -> tuple[ReportRecord, ...]:
        t = schema.reports
        return every(self._conn, ReportRecord, t, where, order=(t.c.filed_at.asc(), t.c.id.asc()))
