"""What nobody asks for and must be done: writing down what time has changed, erasing, rebuilding."""

from __future__ import annotations

import logging
from collections import Counter
from dataclasses import replace
from datetime import datetime
from typing import Final

from moderation.cases.events import Breached, Closed, Event, Released, Resumed
from moderation.cases.moves import lapsed
from moderation.cases.refusals import StaleCase
from moderation.cases.status import AppealStatus
from moderation.cases.steps import step
from moderation.desk.room import Room
from moderation.desk.views import Ticked

LOG: Final = logging.getLogger("moderation.upkeep")

_COUNTED: Final[dict[type[Event], str]] = {
    Released: "released",
    Resumed: "resumed",
    Closed: "closed",
    Breached: "breached",
}


class Upkeep:
    """Use cases without a user. Safe to run from several processes: each thing is written once."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def tick(self, now: datetime) -> Ticked:
        """Write what time has made due by `now`, in small transactions; a case that fails stops no other."""
        done: Counter[str] = Counter()
        with self._room.store.read() as tx:
            due = tx.cases.lapsing(now)
        for case_id in due:
            try:
                done.update(_COUNTED[kind] for kind in self._lapse(case_id, now))
            except Exception as error:  # one case that cannot be read must not stop the others
                done["failed"] += 1
                LOG.error("%s in case %s", type(error).__name__, case_id)  # noqa: TRY400 - no message
        done["erased"] = self._erase(now)
        done["appeals_notified"] = self._notify(now)
        return Ticked(**done)

    def rebuild(self) -> int:
        """Refold every case from its events and rewrite its projections; answers how many cases."""
        last, count = "", 0
        while True:
            with self._room.store.write() as tx:
                ids = tx.cases.ids(after=last, limit=500)
                for case_id in ids:
                    tx.cases.refold(case_id)
            if not ids:
                return count
            last, count = ids[-1], count + len(ids)

    def _lapse(self, case_id: str, now: datetime) -> list[type[Event]]:
        try:
            with self._room.store.write() as tx:
                case = tx.cases.get(case_id, lock=True)
                events = lapsed(case, now) if case is not None else ()
                if case is not None:
                    tx.cases.append(case, events)
        except StaleCase:
            return []  # somebody wrote first, and wrote what was due along with it
        return [type(event) for event in events]

    def _erase(self, now: datetime) -> int:
        with self._room.store.write() as tx:
            due = tx.items.due_for_erasure(now)
            for item in due:
                tx.texts.erase_item(item.id, at=now)
                tx.items.put(replace(item, author_id=None, erased_at=now))
            tx.replays.expire(now)
            return len(due)

    def _notify(self, now: datetime) -> int:
        with self._room.store.write() as tx:
            due = tx.appeals.settled_before(now)
            for appeal in due:
                status = step(appeal.id, appeal.status, AppealStatus.NOTIFIED)
                tx.appeals.put(replace(appeal, status=status))
            return len(due)
