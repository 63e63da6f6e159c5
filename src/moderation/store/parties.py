"""Shops, products, the people who sign in, and API keys."""

from __future__ import annotations

from sqlalchemy import Connection

from moderation.store import schema
from moderation.store.records import KeyRecord, PersonRecord, ProductRecord, ShopRecord
from moderation.store.rows import add, every, one, put


class Parties:
    """Everybody who is not a buyer."""

    def __init__(self, conn: Connection) -> None:
        self._conn = conn

    def shop(self, shop_id: str) -> ShopRecord | None:
        """Return a shop or None."""
        return one(self._conn, ShopRecord, schema.shops, schema.shops.c.id == shop_id)

    def shops(self) -> tuple[ShopRecord, ...]:
        """Return all shops."""
        return every(self._conn, ShopRecord, schema.shops, order=(schema.shops.c.id.asc(),))

    def put_shop(self, shop: ShopRecord) -> None:
        """Store a shop; a name already known is kept where none is given."""
        before = self.shop(shop.id)
        if before is None:
            add(self._conn, schema.shops, shop)
        elif shop.name is not None and shop.name != before.name:
            put(self._conn, schema.shops, shop)

    def product(self, product_id: str, *, lock: bool = False) -> ProductRecord | None:
        """Return a product or None."""
        return one(self._conn, ProductRecord, schema.products, schema.products.c.id == product_id, lock=lock)

    def products(self, shop_id: str) -> tuple[ProductRecord, ...]:
        """Return a shop's products."""
        t = schema.products
        return every(self._conn, ProductRecord, t, t.c.shop_id == shop_id, order=(t.c.id.asc(),))

    def generations(self, product_ids: set[str]) -> dict[str, ProductRecord]:
        """Return products by id."""
        t = schema.products
        return {p.id: p for p in every(self._conn, ProductRecord, t, t.c.id.in_(product_ids))}

    def add_product(self, product: ProductRecord) -> None:
        """Store a new product."""
        add(self._conn, schema.products, product)

    def put_product(self, product: ProductRecord) -> None:
        """Store a product's changed columns."""
        put(self._conn, schema.products, product)

    def person(self, name: str) -> PersonRecord | None:
        """Return a sign-in or None."""
        return one(self._conn, PersonRecord, schema.people, schema.people.c.name == name)

    def people(self) -> tuple[PersonRecord, ...]:
        """Return every sign-in."""
        return every(self._conn, PersonRecord, schema.people, order=(schema.people.c.name.asc(),))

    def put_person(self, person: PersonRecord) -> None:
        """Store a sign-in, new or changed."""
        (add if self.person(person.name) is None else put)(self._conn, schema.people, person)

    def key(self, key_hash: str) -> KeyRecord | None:
        """Return an API key that was not revoked, or None."""
        t = schema.api_keys
        return one(self._conn, KeyRecord, t, t.c.hash == key_hash, t.c.revoked_at.is_(None))

    def add_key(self, key: KeyRecord) -> None:
        """Store a new API key."""
        add(self._conn, schema.api_keys, key)
