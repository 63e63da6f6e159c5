"""Queues at the desk: how they stand, and by which routes cases reach them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from moderation.cases.case import Case
from moderation.cases.events import Moved
from moderation.cases.moves import SYSTEM, lapsed
from moderation.cases.queue import DEFAULT_QUEUES, DEFAULT_ROUTES, UNMATCHED, Queue, Route, Traits, route
from moderation.cases.status import Status
from moderation.decisions import Actor, ActorKind
from moderation.desk.refusals import UnknownQueue
from moderation.desk.room import Room, require
from moderation.desk.views import QueueView
from moderation.store import Tx
from moderation.store.queues import CaseFilter

_MOVABLE = (Status.QUEUED, Status.ESCALATED)


class Queues:
    """Use cases on queues and routes."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def prepare(self) -> None:
        """Create the queues and routes that a new database starts with."""
        with self._room.store.write() as tx:
            fresh = not tx.queues.all()
            tx.queues.ensure(DEFAULT_QUEUES)
            if fresh:
                tx.queues.set_routes(DEFAULT_ROUTES)

    def list(self) -> tuple[QueueView, ...]:
        """Return every queue with its counts now."""
        with self._room.store.read() as tx:
            counts = tx.queues.counts(self._room.clock())
            return tuple(
                QueueView(
                    id=queue.id,
                    name=queue.name,
                    lane=queue.lane,
                    pending=counts[queue.id].pending if queue.id in counts else 0,
                    held=counts[queue.id].held if queue.id in counts else 0,
                    overdue=counts[queue.id].overdue if queue.id in counts else 0,
                    oldest_at=counts[queue.id].oldest_at if queue.id in counts else None,
                )
                for queue in tx.queues.all()
            )

    def add(self, queue: Queue, *, by: Actor) -> None:
        """Create a queue."""
        require(by, {ActorKind.OPERATOR}, "change queues")
        with self._room.store.write() as tx:
            tx.queues.ensure([queue])

    def routes(self) -> tuple[Route, ...]:
        """Return the routes in their order; the first that fits a case takes it."""
        with self._room.store.read() as tx:
            return tx.queues.routes()

    def preview(self, routes: Sequence[Route]) -> dict[str, tuple[str, str]]:
        """Return which waiting cases other routes would move: case id → from, to."""
        with self._room.store.read() as tx:
            return {case.id: (case.queue or UNMATCHED, to) for case, to in self._moves(tx, routes)}

    def set_routes(self, routes: Sequence[Route], *, by: Actor) -> dict[str, tuple[str, str]]:
        """Replace the routes and move the waiting cases that they move; answers as `preview`."""
        require(by, {ActorKind.OPERATOR}, "change routes")
        now = self._room.clock()
        with self._room.store.write() as tx:
            known = {queue.id for queue in tx.queues.all()}
            for line in routes:
                if line.queue not in known:
                    raise UnknownQueue(line.queue)
            tx.queues.set_routes(routes)
            moved = {}
            for case, to in tuple(self._moves(tx, routes)):
                moved[case.id] = (case.queue or UNMATCHED, to)
                tx.cases.append(case, (*lapsed(case, now), Moved(at=now, by=SYSTEM, queue=to)))
            return moved

    def _moves(self, tx: Tx, routes: Sequence[Route]) -> Iterator[tuple[Case, str]]:
        now = self._room.clock()
        waiting = [
            case
            for status in _MOVABLE
            for case in tx.queues.listing(CaseFilter(status=status), now=now, offset=0, limit=100_000)
        ]
        items = tx.items.all([case.item_id for case in waiting])
        for case in waiting:
            item = items[case.item_id]
            traits = Traits(
                lane=case.lane,
                about=case.about,
                labels=case.labels,
                surface=item.surface,
                lang=item.lang,
                shop_id=item.shop_id,
            )
            to = route(routes, traits)
            if to != case.queue:
                yield case, to
