"""Kept answers: the same request with the same idempotency key gets the same response for a day."""

from __future__ import annotations

from moderation.decisions import Actor
from moderation.desk.refusals import KeyReused
from moderation.desk.room import Room
from moderation.store.records import ReplayRecord


class Replays:
    """Use cases on kept answers; what a response looks like is the door's business."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def find(self, key: str, *, by: Actor, digest: str) -> tuple[int, str] | None:
        """Return status and body kept for this key, or None; raise `KeyReused` on another digest."""
        with self._room.store.read() as tx:
            kept = tx.replays.get(str(by), key, now=self._room.clock())
        if kept is None:
            return None
        if kept.digest != digest:
            raise KeyReused(key)
        return kept.status, kept.body

    def keep(self, key: str, *, by: Actor, digest: str, status: int, body: str) -> None:
        """Keep a response for a day."""
        record = ReplayRecord(
            actor=str(by),
            key=key,
            digest=digest,
            status=status,
            body=body,
            expires_at=self._room.clock() + self._room.terms.replay,
        )
        with self._room.store.write() as tx:
            tx.replays.add(record)
