"""The demo's shops and products, as its data names them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from types import MappingProxyType

from moderation.demo.files import read_yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoProduct:
    """A product. `quiet_orders` were delivered in the last 60 days and never reviewed."""

    id: str
    title: str
    quiet_orders: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoShop:
    """A shop. `contacts` are its own, published ones; `prefix` begins the ids of its items."""

    id: str
    prefix: str
    name: str
    contacts: tuple[str, ...]
    products: tuple[DemoProduct, ...]


@cache
def shops() -> tuple[DemoShop, ...]:
    """Return all shops."""
    return tuple(
        DemoShop(
            id=row["id"],
            prefix=row["prefix"],
            name=row["name"],
            contacts=tuple(row["contacts"]),
            products=tuple(DemoProduct(**product) for product in row["products"]),
        )
        for row in read_yaml("shops.yaml")["shops"]
    )


@cache
def shop_of() -> Mapping[str, tuple[DemoShop, DemoProduct]]:
    """Return each product with its shop, by product id."""
    return MappingProxyType({product.id: (shop, product) for shop in shops() for product in shop.products})


def before(anchor: datetime, days: float) -> datetime:
    """Return the moment `days` before the anchor, to the second; the data tells all time in this way."""
    return anchor - timedelta(seconds=round(days * 86_400))
