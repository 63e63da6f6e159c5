"""The one table of texts: everything that people wrote, and how it is erased."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from moderation.store import schema


class Texts:
    """Texts by id. Every text comes back as it was given."""

    def __init__(self, conn: Connection) -> None:
        self._conn = conn

    def add(self, text_id: str, body: str, *, kind: str, item_id: str | None, at: datetime) -> str:
        """Store a text and return its id. `item_id` ties it to the item whose erasure takes it along."""
        values = {"id": text_id, "kind": kind, "item_id": item_id, "body": body, "created_at": at}
        self._conn.execute(insert(schema.texts), values)
        return text_id

    def get(self, text_id: str | None) -> str | None:
        """Return a text, or None where there is none (any more)."""
        if text_id is None:
            return None
        found = self._conn.execute(select(schema.texts.c.body).where(schema.texts.c.id == text_id))
        return found.scalar_one_or_none()

    def all(self, text_ids: Iterable[str | None]) -> dict[str, str]:
        """Return the texts that still exist, by id."""
        wanted = {text_id for text_id in text_ids if text_id is not None}
        if not wanted:
            return {}
        t = schema.texts
        rows = self._conn.execute(select(t.c.id, t.c.body).where(t.c.id.in_(wanted), t.c.body.is_not(None)))
        return {row.id: row.body for row in rows}

    def erase_item(self, item_id: str, *, at: datetime) -> int:
        """Empty every text that hangs on an item; answers how many."""
        t = schema.texts
        gone = update(t).where(t.c.item_id == item_id, t.c.body.is_not(None)).values(body=None, erased_at=at)
        return self._conn.execute(gone).rowcount
