"""The desk: every use case of the system, by noun. Nothing here speaks SQL or HTTP.

`Desk` is built once and holds one small class for each noun: `desk.items.submit(...)`,
`desk.cases.next(...)`, `desk.appeals.final(...)`. Each method is one transaction, reads the clock
once, and returns a frozen view (`moderation.desk.views`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from moderation.content import Item
from moderation.decisions import Decision
from moderation.desk.appeals import Appeals
from moderation.desk.cases import Cases
from moderation.desk.items import Items
from moderation.desk.notices import Notices
from moderation.desk.orders import Orders
from moderation.desk.people import People
from moderation.desk.queues import Queues
from moderation.desk.replays import Replays
from moderation.desk.reports import Reports
from moderation.desk.room import Judge, Room, Terms
from moderation.desk.shops import Shops
from moderation.desk.upkeep import Upkeep
from moderation.desk.views import Ticked
from moderation.findings import Assessment
from moderation.policy import Catalogue
from moderation.store import Store

__all__ = ["Desk", "Judge", "Terms"]


class Desk:
    """All use cases over one store.

    `judge` maps items to assessment and machine decision, in order. `clock` answers an aware time.
    """

    def __init__(
        self,
        *,
        store: Store,
        catalogue: Catalogue,
        judge: Callable[[Sequence[Item]], list[tuple[Assessment, Decision]]],
        clock: Callable[[], datetime],
        profile: str = "us",
        terms: Terms | None = None,
    ) -> None:
        room = Room(
            store=store,
            catalogue=catalogue,
            judge=judge,
            clock=clock,
            profile=catalogue.profile(profile),
            terms=terms or Terms(),
        )
        self.room = room
        self.items = Items(room)
        self.orders = Orders(room)
        self.shops = Shops(room)
        self.cases = Cases(room)
        self.reports = Reports(room)
        self.appeals = Appeals(room)
        self.notices = Notices(room)
        self.queues = Queues(room)
        self.people = People(room)
        self.replays = Replays(room)
        self.upkeep = Upkeep(room)

    def prepare(self) -> None:
        """Bring the schema up to date and create the queues that a new database starts with."""
        self.room.store.migrate()
        self.queues.prepare()

    def tick(self, now: datetime | None = None) -> Ticked:
        """Write what the passing of time has made due, each thing once."""
        return self.upkeep.tick(now or self.room.clock())

    def rebuild(self) -> int:
        """Refold every case from its events and rewrite the projection; answers how many."""
        return self.upkeep.rebuild()

    def ready(self) -> bool:
        """Whether the store answers and its schema is current."""
        return self.room.store.ready()
