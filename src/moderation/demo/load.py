"""Loads the demo marketplace into a desk, and takes up again a loading that broke off."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Final, TypeVar

from moderation.content import Item
from moderation.demo.items import all_items
from moderation.demo.market import shops
from moderation.demo.orders import all_lines
from moderation.demo.people import sign_ins, welcome
from moderation.demo.stories import MARKET, tell
from moderation.desk import Desk
from moderation.desk.refusals import NotFound
from moderation.desk.views import Refused, Submitted

T = TypeVar("T")

LINES_AT_ONCE: Final = 500
ITEMS_AT_ONCE: Final = 64
"""Few enough that progress moves, enough that the judge works on batches."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoSummary:
    """What one loading brought: all zero where the demo was complete. `refused` are ids of items."""

    orders: int = 0
    items: int = 0
    cases: int = 0
    stories: int = 0
    people: int = 0
    refused: tuple[str, ...] = ()


def wanted(desk: Desk) -> bool:
    """Whether the store is empty, or holds a demo whose loading broke off; never for other data."""
    known = {shop.id for shop in desk.shops.list()}
    complete = desk.people.actor(sign_ins()[-1].name) is not None
    return known <= {shop.id for shop in shops()} and not complete


def size(now: datetime) -> int:
    """Return how many order lines and items a whole loading counts through."""
    return len(all_lines(now)) + len(all_items(now))


def load_demo(desk: Desk, *, now: datetime, advance: Callable[[int], None]) -> DemoSummary:
    """Bring shops, orders, items, stories and sign-ins, in this order; the last sign-in marks the end.

    `now` is what the data's distances count from; a broken loading goes on with the moment that it
    began with. `advance` is called with the number of order lines and items that are done so far.
    """
    if not wanted(desk):
        return DemoSummary()
    anchor = _anchor(desk, now)
    lines, items = all_lines(anchor), all_items(anchor)
    for shop in shops():
        desk.shops.add(shop.id, name=shop.name, by=MARKET)
        for product in shop.products:
            desk.shops.add_product(product.id, shop_id=shop.id, title=product.title, by=MARKET)
    done = 0
    for some in _parts(lines, LINES_AT_ONCE):
        done += desk.orders.take(some, by=MARKET)
        advance(done)
    outcomes: list[Submitted | Refused] = []
    for batch in _parts(items, ITEMS_AT_ONCE):
        outcomes.extend(desk.items.submit_many([i for i in batch if not _known(desk, i)], by=MARKET))
        done += len(batch)
        advance(done)
    taken = [o for o in outcomes if isinstance(o, Submitted)]
    return DemoSummary(
        orders=len(lines),
        items=len(taken),
        cases=len({case_id for submitted in taken for case_id in submitted.case_ids}),
        stories=tell(desk),
        people=welcome(desk),
        refused=tuple(o.item_id for o in outcomes if isinstance(o, Refused)),
    )


def _anchor(desk: Desk, now: datetime) -> datetime:
    """Return the moment that the first loading counted from, or `now` where no item has come yet."""
    now = now.replace(microsecond=0)
    first = all_items(now)[0]
    try:
        written = desk.items.public(first.id).created_at
    except NotFound:
        return now
    return now + (written - (first.created_at or now))


def _known(desk: Desk, item: Item) -> bool:
    try:
        desk.items.public(item.id)
    except NotFound:
        return False
    return True


def _parts(things: Sequence[T], size: int) -> Iterator[list[T]]:
    rest = iter(things)
    while part := list(islice(rest, size)):
        yield part
