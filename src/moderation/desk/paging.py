"""Where a page of a listing begins. Cursors are ids of the last row shown, or counts of rows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

from moderation.desk.refusals import BadCursor

T = TypeVar("T")

MOST: Final = 10**9
"""No listing counts further."""


def last_shown(cursor: str | None, find: Callable[[str], T | None]) -> T | None:
    """Return the row that a page follows, None for the first page; raise `BadCursor` where there is none."""
    if not cursor:
        return None
    # PostgreSQL refuses to look for a text with a NUL in it.
    found = None if "\x00" in cursor else find(cursor)
    if found is None:
        raise BadCursor
    return found


def offset(cursor: str | None) -> int:
    """Return how many rows come before a page; raise `BadCursor` for what is no such count."""
    if not cursor:
        return 0
    if not (cursor.isascii() and cursor.isdecimal() and len(cursor) <= len(str(MOST))):
        raise BadCursor
    return min(int(cursor), MOST)
