"""Orders: who bought what, and when it was delivered or refunded."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from moderation.store import schema
from moderation.store.records import LineRecord
from moderation.store.rows import record


class Orders:
    """Order lines, each with its order's columns."""

    def __init__(self, conn: Connection) -> None:
        self._conn = conn

    def line(self, order_id: str, product_id: str) -> LineRecord | None:
        """Return one product of one order, or None."""
        o, line = schema.orders, schema.order_lines
        query = (
            select(line, o.c.shop_id, o.c.buyer_id, o.c.ordered_at)
            .join(o, o.c.id == line.c.order_id)
            .where(line.c.order_id == order_id, line.c.product_id == product_id)
        )
        row = self._conn.execute(query).one_or_none()
        return None if row is None else record(LineRecord, row)

    def put(self, line: LineRecord) -> None:
        """Store a line, new or changed; a delivery or refund already known is never forgotten."""
        o, lines = schema.orders, schema.order_lines
        known = self._conn.execute(select(o.c.id).where(o.c.id == line.order_id)).first()
        if known is None:
            self._conn.execute(
                insert(o).values(
                    id=line.order_id, shop_id=line.shop_id, buyer_id=line.buyer_id, ordered_at=line.ordered_at
                )
            )
        before = self.line(line.order_id, line.product_id)
        if before is None:
            self._conn.execute(
                insert(lines).values(
                    order_id=line.order_id,
                    product_id=line.product_id,
                    delivered_at=line.delivered_at,
                    refunded_at=line.refunded_at,
                )
            )
            return
        self._conn.execute(
            update(lines)
            .where(lines.c.order_id == line.order_id, lines.c.product_id == line.product_id)
            .values(
                delivered_at=line.delivered_at or before.delivered_at,
                refunded_at=line.refunded_at or before.refunded_at,
            )
        )

    def refund(self, order_id: str, product_id: str, *, at: datetime) -> bool:
        """Mark a line as refunded; answers whether it exists."""
        t = schema.order_lines
        where = (t.c.order_id == order_id, t.c.product_id == product_id)
        return self._conn.execute(update(t).where(*where).values(refunded_at=at)).rowcount > 0
