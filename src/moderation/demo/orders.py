"""The demo's order lines: one for each native review, and the quiet ones that nobody reviewed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from moderation.demo.items import review_rows
from moderation.demo.market import before, shop_of, shops
from moderation.desk.drafts import OrderLine

WINDOW_DAYS: Final = 60
"""Quiet orders are spread over the window of the negative review rate (policy catalogue, `nrr.yaml`)."""

DAYS_IN_TRANSIT: Final = 4


def all_lines(anchor: datetime) -> tuple[OrderLine, ...]:
    """Return every order line; the same anchor gives the same lines."""
    return (*_reviewed(anchor), *_quiet(anchor))


def _reviewed(anchor: datetime) -> Iterator[OrderLine]:
    for row in review_rows():
        if "order" in row:
            yield _line(row["order"], row["product"], row["buyer"], anchor, delivered=row["delivered"])


def _quiet(anchor: datetime) -> Iterator[OrderLine]:
    for shop in shops():
        for product in shop.products:
            for n in range(product.quiet_orders):
                days = (n + 0.5) * WINDOW_DAYS / product.quiet_orders
                name = f"{product.id.upper()}-{n + 1:04}"
                yield _line(name, product.id, f"quiet-{name.lower()}", anchor, delivered=days)


def _line(order: str, product: str, buyer: str, anchor: datetime, *, delivered: float) -> OrderLine:
    return OrderLine(
        order_id=order,
        product_id=product,
        shop_id=shop_of()[product][0].id,
        buyer_id=buyer,
        ordered_at=before(anchor, delivered + DAYS_IN_TRANSIT),
        delivered_at=before(anchor, delivered),
    )
