"""Tables of orders, items, their revisions, what machines saw in them, and the one table of texts."""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
    text,
)

from moderation.store.columns import Instant, Json, Words
from moderation.store.schema.metadata import metadata

orders: Final = Table(
    "orders",
    metadata,
    Column("id", String, primary_key=True),
    Column("shop_id", ForeignKey("shops.id"), nullable=False),
    Column("buyer_id", String),
    Column("ordered_at", Instant),
    Index("ix_orders_shop_id", "shop_id"),
)

order_lines: Final = Table(
    "order_lines",
    metadata,
    Column("order_id", ForeignKey("orders.id"), primary_key=True),
    Column("product_id", ForeignKey("products.id"), primary_key=True),
    Column("delivered_at", Instant),
    Column("refunded_at", Instant),
    Index("ix_order_lines_delivered_at", "delivered_at"),
)

texts: Final = Table(
    "texts",
    metadata,
    Column("id", String, primary_key=True),
    Column("kind", String, nullable=False),
    Column("item_id", String),
    Column("body", Words),
    Column("created_at", Instant, nullable=False),
    Column("erased_at", Instant),
    Index("ix_texts_item_id", "item_id"),
    comment="Every personal or free text, and the only place of one; erasing empties `body`",
)

items: Final = Table(
    "items",
    metadata,
    Column("id", String, primary_key=True),
    Column("surface", String, nullable=False),
    Column("author", String, nullable=False),
    Column("author_id", String),
    Column("shop_id", ForeignKey("shops.id")),
    Column("product_id", ForeignKey("products.id")),
    Column("product_generation", Integer),
    Column("order_id", String),
    Column("parent_id", String),
    Column("thread_id", String),
    Column("source", String, nullable=False),
    Column("incentivised", Boolean),
    Column("context", Json, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("received_at", Instant, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("rating", Integer),
    Column("first_rating", Integer),
    Column("lang", String),
    Column("withdrawn_at", Instant),
    Column("erase_at", Instant),
    Column("erased_at", Instant),
    Index("ix_items_product_id", "product_id"),
    Index("ix_items_shop_id", "shop_id"),
    Index("ix_items_author_id", "author_id"),
    Index("ix_items_parent_id", "parent_id"),
    Index("ix_items_erase_at", "erase_at"),
    # One native review for each product of an order.
    Index(
        "uq_items_native_review",
        "order_id",
        "product_id",
        unique=True,
        sqlite_where=text("surface = 'review' AND source = 'platform' AND author = 'buyer'"),
        postgresql_where=text("surface = 'review' AND source = 'platform' AND author = 'buyer'"),
    ),
)

revisions: Final = Table(
    "revisions",
    metadata,
    Column("item_id", ForeignKey("items.id"), primary_key=True),
    Column("revision", Integer, primary_key=True),
    Column("text_id", ForeignKey("texts.id"), nullable=False),
    Column("digest", String, nullable=False),
    Column("rating", Integer),
    Column("lang", String),
    Column("created_at", Instant, nullable=False),
)

assessments: Final = Table(
    "assessments",
    metadata,
    Column("id", String, primary_key=True),
    Column("item_id", ForeignKey("items.id"), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("fingerprint", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("body", Json, nullable=False),
    Column("assessed_at", Instant, nullable=False),
    UniqueConstraint("item_id", "revision", "fingerprint"),
)
