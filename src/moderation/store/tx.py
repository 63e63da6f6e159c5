"""`Tx`: one open transaction, with a small class for each noun that it can read and write."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from moderation.store.appeals import Appeals
from moderation.store.cases import Cases
from moderation.store.items import Items
from moderation.store.notices import Notices
from moderation.store.orders import Orders
from moderation.store.parties import Parties
from moderation.store.queues import Queues
from moderation.store.rates import Rates
from moderation.store.replays import Replays
from moderation.store.reports import Reports
from moderation.store.rulings import Rulings
from moderation.store.texts import Texts


@dataclass(frozen=True, slots=True)
class Tx:
    """The nouns of one transaction."""

    items: Items
    texts: Texts
    orders: Orders
    parties: Parties
    cases: Cases
    queues: Queues
    rulings: Rulings
    reports: Reports
    appeals: Appeals
    notices: Notices
    rates: Rates
    replays: Replays

    @classmethod
    def on(cls, conn: Connection) -> Tx:
        """Return the nouns over one connection."""
        return cls(
            items=Items(conn),
            texts=Texts(conn),
            orders=Orders(conn),
            parties=Parties(conn),
            cases=Cases(conn),
            queues=Queues(conn),
            rulings=Rulings(conn),
            reports=Reports(conn),
            appeals=Appeals(conn),
            notices=Notices(conn),
            rates=Rates(conn),
            replays=Replays(conn),
        )
