"""Orders at the desk: what the marketplace tells of purchases, deliveries and refunds."""

from __future__ import annotations

from collections.abc import Sequence

from moderation.decisions import Actor
from moderation.desk.drafts import OrderLine
from moderation.desk.refusals import NotFound
from moderation.desk.room import PARTNERS, Room, require
from moderation.store import Tx
from moderation.store.records import LineRecord, ProductRecord, ShopRecord


class Orders:
    """Use cases on orders."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def take(self, lines: Sequence[OrderLine], *, by: Actor) -> int:
        """Store order lines, new or changed; answers how many. Sent again, they change nothing."""
        require(by, PARTNERS, "bring orders")

        def work(tx: Tx) -> int:
            for shop_id in sorted({line.shop_id for line in lines}):
                tx.parties.put_shop(ShopRecord(id=shop_id))
            # The first line that names a product says whose it is.
            sellers = {line.product_id: line.shop_id for line in reversed(lines)}
            for product_id, shop_id in sorted(sellers.items()):
                if tx.parties.product(product_id) is None:
                    tx.parties.add_product(ProductRecord(id=product_id, shop_id=shop_id))
            for line in lines:
                tx.orders.put(
                    LineRecord(
                        order_id=line.order_id,
                        product_id=line.product_id,
                        shop_id=line.shop_id,
                        buyer_id=line.buyer_id,
                        ordered_at=line.ordered_at,
                        delivered_at=line.delivered_at,
                        refunded_at=line.refunded_at,
                    )
                )
            return len(lines)

        return self._room.store.attempt(work)

    def refund(self, order_id: str, product_id: str, *, by: Actor) -> None:
        """Note a refund. It changes nothing: the review stays, and counts."""
        require(by, PARTNERS, "bring refunds")
        with self._room.store.write() as tx:
            if not tx.orders.refund(order_id, product_id, at=self._room.clock()):
                raise NotFound("order line", f"{order_id}/{product_id}")
