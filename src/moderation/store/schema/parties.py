"""Tables of shops, products, the people who sign in, API keys, and answers kept for replay."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, Text

from moderation.store.columns import Instant, Words
from moderation.store.schema.metadata import metadata

shops: Final = Table(
    "shops",
    metadata,
    Column("id", String, primary_key=True),
    Column("name", Words),
)

products: Final = Table(
    "products",
    metadata,
    Column("id", String, primary_key=True),
    Column("shop_id", ForeignKey("shops.id")),
    Column("title", Words),
    Column("removed_at", Instant),
    # Reviews belong to the generation in which they were written; a relisted product starts a new one.
    Column("generation", Integer, nullable=False),
    Index("ix_products_shop_id", "shop_id"),
)

people: Final = Table(
    "people",
    metadata,
    Column("name", String, primary_key=True),
    Column("role", String, nullable=False),
    Column("shop_id", ForeignKey("shops.id")),
    Column("password", Text, nullable=False),
    Column("created_at", Instant, nullable=False),
    comment="Sign-ins; `password` is a salted scrypt hash",
)

api_keys: Final = Table(
    "api_keys",
    metadata,
    Column("hash", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("role", String, nullable=False),
    Column("shop_id", ForeignKey("shops.id")),
    Column("created_at", Instant, nullable=False),
    Column("revoked_at", Instant),
    comment="Only the SHA-256 of a key is stored",
)

replays: Final = Table(
    "idempotency",
    metadata,
    Column("actor", String, primary_key=True),
    Column("key", String, primary_key=True),
    Column("digest", String, nullable=False),
    Column("status", Integer, nullable=False),
    Column("body", Text, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Index("ix_idempotency_expires_at", "expires_at"),
)
