"""Counts behind a shop's negative review rate; the rate itself is computed above."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, and_, distinct, func, select

from moderation.content import NATIVE_SOURCE, NEGATIVE_RATINGS, Surface
from moderation.decisions import Action
from moderation.store import schema


@dataclass(frozen=True, slots=True, kw_only=True)
class RateCounts:
    """Orders delivered in a window, the native reviews on them, and the negative ones."""

    delivered_orders: int
    reviews: int
    negative_reviews: int
    imported_reviews: int


class Rates:
    """Counts per shop."""

    def __init__(self, conn: Connection) -> None:
        self._conn = conn

    def shop(self, shop_id: str, *, start: datetime, end: datetime, first: bool) -> RateCounts:
        """Count for orders delivered in `start < delivered <= end`.

        Imported and withdrawn reviews never count, reviews removed by policy not while removed, refunded
        orders like any other. `first` counts the first rating given instead of the current one.
        """
        o, line, item, action = schema.orders, schema.order_lines, schema.items, schema.actions
        window = and_(
            o.c.shop_id == shop_id,
            line.c.order_id == o.c.id,
            line.c.delivered_at > start,
            line.c.delivered_at <= end,
        )
        orders = self._conn.execute(select(func.count(distinct(o.c.id))).select_from(o, line).where(window))
        removed = (
            select(action.c.id)
            .where(
                action.c.item_id == item.c.id,
                action.c.action == Action.REMOVE,
                action.c.cancelled_at.is_(None),
                action.c.starts_at <= end,
                (action.c.ends_at.is_(None)) | (action.c.ends_at > end),
            )
            .exists()
        )
        on_order = and_(
            item.c.order_id == line.c.order_id,
            item.c.product_id == line.c.product_id,
            item.c.surface == Surface.REVIEW,
            item.c.source == NATIVE_SOURCE,
            item.c.withdrawn_at.is_(None),
            ~removed,
        )
        rating = item.c.first_rating if first else item.c.rating
        counted = select(func.count(distinct(item.c.id))).select_from(o, line, item).where(window, on_order)
        imported = select(func.count()).where(
            item.c.shop_id == shop_id, item.c.surface == Surface.REVIEW, item.c.source != NATIVE_SOURCE
        )
        return RateCounts(
            delivered_orders=orders.scalar_one(),
            reviews=self._conn.execute(counted).scalar_one(),
            negative_reviews=self._conn.execute(counted.where(rating.in_(NEGATIVE_RATINGS))).scalar_one(),
            imported_reviews=self._conn.execute(imported.select_from(item)).scalar_one(),
        )
