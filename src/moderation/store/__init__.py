"""Memory: items, cases and rulings in SQLite or PostgreSQL. Keeps facts, reaches no conclusions."""

from __future__ import annotations

from moderation.store.store import Store, WriteClash
from moderation.store.tx import Tx

__all__ = ["Store", "Tx", "WriteClash"]
