"""Answers kept so that the same request, sent again, gets the same answer."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete

from moderation.store import schema
from moderation.store.records import ReplayRecord
from moderation.store.rows import add, one


class Replays:
    """Kept answers by actor and idempotency key."""

    def __init__(self, conn: Connection) -> None:
        self._conn = conn

    def get(self, actor: str, key: str, *, now: datetime) -> ReplayRecord | None:
        """Return the answer kept for this key, unless its time has passed."""
        t = schema.replays
        return one(self._conn, ReplayRecord, t, t.c.actor == actor, t.c.key == key, t.c.expires_at > now)

    def add(self, replay: ReplayRecord) -> None:
        """Keep an answer in place of an expired one."""
        t = schema.replays
        self._conn.execute(delete(t).where(t.c.actor == replay.actor, t.c.key == replay.key))
        add(self._conn, t, replay)

    def expire(self, now: datetime) -> int:
        """Forget answers whose time has passed; answers how many."""
        return self._conn.execute(delete(schema.replays).where(schema.replays.c.expires_at <= now)).rowcount
