"""The demo's texts as items, each at its distance from the anchor. Orders live in `orders`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from moderation.content import DEFAULT_AUTHOR, NATIVE_SOURCE, Author, Item, Surface
from moderation.demo.files import read_lines
from moderation.demo.market import before, shop_of, shops


def review_rows() -> tuple[dict[str, Any], ...]:
    """Return the rows of all reviews, shop by shop."""
    return tuple(row for shop in shops() for row in read_lines(f"reviews/{shop.id}.jsonl"))


def all_items(anchor: datetime) -> tuple[Item, ...]:
    """Return every item of the demo, parents before what hangs on them, threads together and in order."""
    return tuple(
        item
        for part in (_reviews, _replies, _messages, _inserts, _listings, _videos)
        for item in part(anchor)
    )


def _reviews(anchor: datetime) -> Iterator[Item]:
    for row in review_rows():
        yield replace(
            _item(row, anchor, author_id=row["buyer"]),
            rating=row["rating"],
            order_id=row.get("order"),
            delivered_at=before(anchor, row["delivered"]) if "delivered" in row else None,
            source=row.get("source", NATIVE_SOURCE),
            incentivised=row.get("incentivised"),
        )


def _replies(anchor: datetime) -> Iterator[Item]:
    answered = {row["id"]: row for row in review_rows()}
    for row in read_lines("replies.jsonl"):
        review = answered[row["review"]]
        yield replace(
            _item(row | {"product": review["product"]}, anchor, surface=Surface.SELLER_REPLY),
            parent_id=review["id"],
            parent_text=review["text"],
        )


def _messages(anchor: datetime) -> Iterator[Item]:
    for row in read_lines("messages.jsonl"):
        author = Author(row["author"])
        by = row["buyer"] if author is Author.BUYER else None
        message = _item(row, anchor, surface=Surface.BUYER_MESSAGE, author=author, author_id=by)
        yield replace(message, thread_id=row["thread"])


def _inserts(anchor: datetime) -> Iterator[Item]:
    for row in read_lines("inserts.jsonl"):
        yield _item(row, anchor, surface=Surface.PACKAGE_INSERT)


def _listings(anchor: datetime) -> Iterator[Item]:
    for row in read_lines("listings.jsonl"):
        yield _item(row, anchor, surface=Surface.PRODUCT_LISTING)


def _videos(anchor: datetime) -> Iterator[Item]:
    for row in read_lines("videos.jsonl"):
        yield _item(
            row,
            anchor,
            surface=Surface(row["surface"]),
            author=Author(row["author"]),
            author_id=row.get("creator"),
        )


def _item(
    row: Mapping[str, Any],
    anchor: datetime,
    *,
    surface: Surface = Surface.REVIEW,
    author: Author | None = None,
    author_id: str | None = None,
) -> Item:
    """Return a row as an item with its shop and product. A seller who is not named is the shop itself."""
    shop, product = shop_of()[row["product"]]
    return Item(
        id=row["id"],
        text=row["text"],
        surface=surface,
        author=author or DEFAULT_AUTHOR[surface],
        author_id=author_id or shop.id,
        lang=row.get("lang"),
        created_at=before(anchor, row["written"]),
        shop_id=shop.id,
        product_id=product.id,
        product_title=product.title,
        shop_name=shop.name,
        shop_contacts=shop.contacts,
    )
