"""Shops and products at the desk, and how a shop stands."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from moderation.decisions import Actor, ActorKind
from moderation.desk.refusals import NotFound
from moderation.desk.room import PARTNERS, Room, require
from moderation.desk.views import ProductView, ShopHealth, ShopView
from moderation.policy import RatedAt
from moderation.store import Tx
from moderation.store.records import ProductRecord, ShopRecord

Z95: Final = 1.959963984540054
"""Standard score of a two-sided interval of 95 %."""


class Shops:
    """Use cases on shops and products."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def add(self, shop_id: str, *, name: str | None = None, by: Actor) -> ShopView:
        """Store a shop, new or renamed."""
        require(by, PARTNERS, "bring shops")
        with self._room.store.write() as tx:
            tx.parties.put_shop(ShopRecord(id=shop_id, name=name))
        return ShopView(id=shop_id, name=name)

    def list(self) -> tuple[ShopView, ...]:
        """Return all shops."""
        with self._room.store.read() as tx:
            return tuple(ShopView(id=s.id, name=s.name) for s in tx.parties.shops())

    def products(self, shop_id: str) -> Sequence[ProductView]:
        """Return a shop's products."""
        with self._room.store.read() as tx:
            return tuple(_view(p) for p in tx.parties.products(shop_id))

    def add_product(
        self, product_id: str, *, shop_id: str, title: str | None = None, by: Actor
    ) -> ProductView:
        """Store a product, or its new title."""
        require(by, PARTNERS, "bring products")
        with self._room.store.write() as tx:
            tx.parties.put_shop(ShopRecord(id=shop_id))
            known = tx.parties.product(product_id, lock=True)
            product = replace(known or ProductRecord(id=product_id), shop_id=shop_id, title=title)
            (tx.parties.add_product if known is None else tx.parties.put_product)(product)
            return _view(product)

    def remove_product(self, product_id: str, *, by: Actor) -> ProductView:
        """Take a product off the market: its reviews leave the public view for good."""
        require(by, PARTNERS | {ActorKind.SELLER}, "remove products")
        with self._room.store.write() as tx:
            product = _owned(tx, product_id, by)
            if product.removed_at is None:
                product = replace(product, removed_at=self._room.clock())
                tx.parties.put_product(product)
            return _view(product)

    def relist_product(self, product_id: str, *, by: Actor) -> ProductView:
        """List a removed product again; it starts without reviews."""
        require(by, PARTNERS | {ActorKind.SELLER}, "relist products")
        with self._room.store.write() as tx:
            product = _owned(tx, product_id, by)
            if product.removed_at is not None:
                product = replace(product, removed_at=None, generation=product.generation + 1)
                tx.parties.put_product(product)
            return _view(product)

    def health(self, shop_id: str) -> ShopHealth:
        """Return a shop's negative review rate by the profile's headline definition. Raises `NotFound`."""
        now = self._room.clock()
        rate = self._room.profile.rates[0]
        start = now - timedelta(days=rate.window_days)
        with self._room.store.read() as tx:
            if tx.parties.shop(shop_id) is None:
                raise NotFound("shop", shop_id)
            counts = tx.rates.shop(shop_id, start=start, end=now, first=rate.rating is RatedAt.FIRST)
        share, low, high = wilson(counts.negative_reviews, counts.delivered_orders)
        return ShopHealth(
            shop_id=shop_id,
            window_start=start,
            window_end=now,
            negative_reviews=counts.negative_reviews,
            delivered_orders=counts.delivered_orders,
            rate=share,
            low=low,
            high=high,
            reviews=counts.reviews,
            imported_reviews=counts.imported_reviews,
        )


def wilson(successes: int, trials: int) -> tuple[float | None, float | None, float | None]:
    """Return share and 95 % Wilson score interval; three times None without trials.

    Reviews can outnumber orders (one order, several products); the interval then stays within 0..1.
    """
    if trials == 0:
        return None, None, None
    share = successes / trials
    p = min(share, 1.0)
    z2 = Z95 * Z95
    middle = (p + z2 / (2 * trials)) / (1 + z2 / trials)
    half = Z95 * math.sqrt(p * (1 - p) / trials + z2 / (4 * trials * trials)) / (1 + z2 / trials)
    return share, max(0.0, middle - half), min(1.0, middle + half)


def _owned(tx: Tx, product_id: str, by: Actor) -> ProductRecord:
    product = tx.parties.product(product_id, lock=True)
    if product is None or (by.kind is ActorKind.SELLER and product.shop_id != by.shop_id):
        raise NotFound("product", product_id)
    return product


def _view(product: ProductRecord) -> ProductView:
    return ProductView(
        id=product.id,
        shop_id=product.shop_id,
        title=product.title,
        removed_at=product.removed_at,
        generation=product.generation,
    )
