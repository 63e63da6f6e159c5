"""Decisions and the actions they lead to."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from moderation.store import schema
from moderation.store.records import ActionRecord, DecisionRecord
from moderation.store.rows import add, every, one, put


class Rulings:
    """Decisions never change but for being undone; actions get an end."""

    def __init__(self, conn: Connection) -> None:
        self._conn = conn

    def decision(self, decision_id: str) -> DecisionRecord | None:
        """Return a decision or None."""
        t = schema.decisions
        return one(self._conn, DecisionRecord, t, t.c.id == decision_id)

    def add_decision(self, decision: DecisionRecord) -> None:
        """Store a decision."""
        add(self._conn, schema.decisions, decision)

    def put_decision(self, decision: DecisionRecord) -> None:
        """Store that a decision was undone."""
        put(self._conn, schema.decisions, decision)

    def of_item(self, item_id: str) -> tuple[DecisionRecord, ...]:
        """Return an item's decisions, oldest first."""
        t = schema.decisions
        return every(self._conn, DecisionRecord, t, t.c.item_id == item_id, order=(t.c.seq.asc(),))

    def add_action(self, action: ActionRecord) -> None:
        """Store an action."""
        add(self._conn, schema.actions, action)

    def put_action(self, action: ActionRecord) -> None:
        """Store that an action ended, goes on, or was cancelled."""
        put(self._conn, schema.actions, action)

    def actions(self, item_ids: Sequence[str]) -> dict[str, tuple[ActionRecord, ...]]:
        """Return all actions on items, by item, oldest first."""
        t = schema.actions
        found = every(
            self._conn,
            ActionRecord,
            t,
            t.c.item_id.in_(set(item_ids)),
            order=(t.c.starts_at.asc(), t.c.id.asc()),
        )
        by_item: dict[str, list[ActionRecord]] = {item_id: [] for item_id in item_ids}
        for action in found:
            by_item[action.item_id].append(action)
        return {item_id: tuple(actions) for item_id, actions in by_item.items()}
