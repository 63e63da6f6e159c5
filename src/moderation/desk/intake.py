"""What is taken in and what is refused: who may bring an item, and when a native review may be written."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

from moderation.content import NATIVE_SOURCE, Author, Item, Media, Surface
from moderation.decisions import Actor, ActorKind
from moderation.desk.refusals import (
    LimitReached,
    NoPurchase,
    NotDelivered,
    NotFound,
    NotYours,
    RatingMissing,
    SecondReview,
    WindowClosed,
)
from moderation.desk.room import PARTNERS, Room, require
from moderation.store import Tx
from moderation.store.records import ItemRecord, LineRecord, ProductRecord, ShopRecord


def digest(text: str, rating: int | None) -> str:
    """Return what two revisions share if and only if text and rating are the same."""
    return hashlib.sha256(f"{rating}\x00{text}".encode("utf-8", "surrogatepass")).hexdigest()


def admit(tx: Tx, room: Room, item: Item, *, by: Actor, now: datetime) -> None:
    """Raise the refusal that keeps an item out, if any."""
    _admit_author(item, by)
    written = min(item.created_at or now, now)
    if native_review(item):
        _admit_review(tx, room, item, by=by, written=written)
    if item.surface is Surface.SELLER_REPLY and item.parent_id is not None:
        _admit_reply(tx, item, item.parent_id, by=by)
    most = room.profile.reviews.replies
    if item.surface is not Surface.SELLER_REPLY or item.parent_id is None or most is None:
        return
    if tx.items.replies(item.parent_id, Surface.SELLER_REPLY) >= most:
        raise LimitReached(item.parent_id, what="replies", most=most)


def _admit_reply(tx: Tx, item: Item, parent_id: str, *, by: Actor) -> None:
    """A reply answers a review of its own shop; a partner may bring it before the review arrives."""
    parent = tx.items.get(parent_id)
    if parent is None and by.kind is ActorKind.SELLER:
        raise NotFound("item", parent_id)
    if parent is not None and None is not parent.shop_id != item.shop_id:
        raise NotYours("item", parent_id)


def native_review(item: Item | ItemRecord) -> bool:
    """Whether it is a review by a buyer on this platform."""
    return item.surface is Surface.REVIEW and item.author is Author.BUYER and item.source == NATIVE_SOURCE


def belongs(item: ItemRecord | Item, by: Actor) -> bool:
    """Whether `by` wrote the item, or speaks for whoever did."""
    if by.kind in PARTNERS:
        return True
    if by.kind is ActorKind.SELLER:
        return item.author is Author.SELLER and by.shop_id is not None and by.shop_id == item.shop_id
    return by.kind is ActorKind.AUTHOR and item.author_id is not None and by.id == item.author_id


def settle_parties(tx: Tx, item: Item) -> ProductRecord | None:
    """Make sure that shop, product and order line of an item exist; return the product."""
    if item.shop_id is not None:
        tx.parties.put_shop(ShopRecord(id=item.shop_id, name=item.shop_name))
    if item.product_id is None:
        return None
    product = tx.parties.product(item.product_id)
    if product is None:
        product = ProductRecord(id=item.product_id, shop_id=item.shop_id, title=item.product_title)
        tx.parties.add_product(product)
    stated = item.order_id is not None and item.shop_id is not None and item.delivered_at is not None
    if native_review(item) and stated and tx.orders.line(item.order_id or "", item.product_id) is None:
        tx.orders.put(
            LineRecord(
                order_id=item.order_id or "",
                product_id=item.product_id,
                shop_id=item.shop_id or "",
                buyer_id=item.author_id,
                ordered_at=None,
                delivered_at=item.delivered_at,
                refunded_at=None,
            )
        )
    return product


def restored(
    record: ItemRecord, *, text: str, rating: int | None, revision: int, parent_text: str | None
) -> Item:
    """Return the item that a judge sees, from what the store keeps of it and new words."""
    context = record.context
    contacts, media = context.get("shop_contacts", ()), context.get("media", ())
    title, name = context.get("product_title"), context.get("shop_name")
    return Item(
        id=record.id,
        text=text,
        surface=record.surface,
        author=record.author,
        rating=rating,
        lang=None if record.context.get("lang_detected") else record.lang,
        created_at=record.created_at,
        author_id=record.author_id,
        shop_id=record.shop_id,
        product_id=record.product_id,
        order_id=record.order_id,
        parent_id=record.parent_id,
        parent_text=parent_text,
        thread_id=record.thread_id,
        product_title=title if isinstance(title, str) else None,
        shop_name=name if isinstance(name, str) else None,
        shop_contacts=tuple(str(c) for c in contacts) if isinstance(contacts, list | tuple) else (),
        source=record.source,
        incentivised=record.incentivised,
        media=tuple(Media(path=str(path)) for path in media) if isinstance(media, list | tuple) else (),
        revision=revision,
    )


def _admit_author(item: Item, by: Actor) -> None:
    require(by, PARTNERS | {ActorKind.AUTHOR, ActorKind.SELLER}, "submit items")
    if not belongs(item, by):
        raise NotYours("item", item.id)


def _admit_review(tx: Tx, room: Room, item: Item, *, by: Actor, written: datetime) -> None:
    if item.rating is None:
        raise RatingMissing(item.id)
    if not room.profile.reviews.purchasers_only:
        return
    if item.order_id is None or item.product_id is None:
        raise NoPurchase(item.id)
    delivered_at = _delivery(tx, room, item, by)
    if delivered_at is None or delivered_at > written:
        raise NotDelivered(item.id)
    days = room.profile.reviews.window_days
    if written - delivered_at > timedelta(days=days):
        raise WindowClosed(item.id, days=days)
    first = tx.items.native_review(item.order_id, item.product_id)
    if first is not None and first != item.id:
        raise SecondReview(item.id, first=first)


def _delivery(tx: Tx, room: Room, item: Item, by: Actor) -> datetime | None:
    """Return when the bought product arrived; raise `NoPurchase` where no purchase is known or stated."""
    line = tx.orders.line(item.order_id or "", item.product_id or "")
    if line is None:
        stated = room.terms.stated_orders and by.kind in PARTNERS and item.delivered_at is not None
        if not stated or item.shop_id is None:
            raise NoPurchase(item.id)
        return item.delivered_at
    stranger = line.buyer_id is not None and item.author_id is not None and line.buyer_id != item.author_id
    if stranger or (item.shop_id is not None and item.shop_id != line.shop_id):
        raise NoPurchase(item.id)
    return line.delivered_at
