"""Shops, products and orders on the wire."""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, Field

from moderation.api.schemas.shape import In, Moment, MomentIn, Name, Out
from moderation.desk.drafts import OrderLine


class Shop(Out):
    """A shop."""

    id: str
    name: str | None


class Shops(Out):
    """Every shop."""

    items: tuple[Shop, ...]


class NewShop(In):
    """A shop, or a new name for a known one."""

    id: Name
    name: Annotated[str | None, Field(max_length=500)] = None


class Product(Out):
    """A product; `generation` counts how often it was listed anew."""

    id: str
    shop_id: str | None
    title: str | None
    removed_at: Moment | None
    generation: int


class Products(Out):
    """A shop's products."""

    items: tuple[Product, ...]


class NewProduct(In):
    """A product of a shop."""

    id: Name
    title: Annotated[str | None, Field(max_length=500)] = None


class ShopHealth(Out):
    """Negative review rate with its counts and 95 % interval.

    `rate`, `low` and `high` are null where no order was delivered in the window: undefined, not 0.
    """

    shop_id: str
    window_start: Moment
    window_end: Moment
    negative_reviews: int
    delivered_orders: int
    rate: float | None
    low: float | None
    high: float | None
    reviews: int
    imported_reviews: int


class Line(In):
    """One product of one order; `delivered_at` is absent until it arrived."""

    order_id: Name
    product_id: Name
    shop_id: Name
    buyer_id: Annotated[str, Field(min_length=1, max_length=200)]
    ordered_at: MomentIn | None = None
    delivered_at: MomentIn | None = None
    refunded_at: MomentIn | None = None

    def line(self) -> OrderLine:
        """Return what the desk takes."""
        return OrderLine(**self.model_dump())


class Orders(In):
    """Order lines to state; stating one again with new times updates it."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "lines": [
                        {
                            "order_id": "order-1",
                            "product_id": "mug-1",
                            "shop_id": "bright-mugs",
                            "buyer_id": "buyer-1",
                            "ordered_at": "2026-03-01T09:00:00Z",
                            "delivered_at": "2026-03-04T15:00:00Z",
                        }
                    ]
                }
            ]
        }
    )

    lines: Annotated[tuple[Line, ...], Field(min_length=1, max_length=1_000)]


class Taken(Out):
    """How many lines were taken."""

    taken: int
