"""Records ⇄ rows: the few statements that every noun needs. Column types do the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import TypeVar, cast

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, insert, select, update

from moderation.store.codec import decode, encode
from moderation.store.columns import Instant

T = TypeVar("T")


def columns(table: Table, record: object) -> dict[str, object]:
    """Return the values of a record by column; times stay times, all else becomes JSON values."""
    values: dict[str, object] = {}
    for f in fields(record):  # type: ignore[arg-type]  # every record is a dataclass
        value = getattr(record, f.name)
        values[f.name] = value if isinstance(table.c[f.name].type, Instant) else encode(value)
    return values


def record(kind: type[T], row: Row[tuple[object, ...]]) -> T:
    """Return the record that a row holds."""
    return decode(kind, dict(row._mapping))  # noqa: SLF001  # SQLAlchemy's public name for it


def add(conn: Connection, table: Table, record: object) -> None:
    """Insert one record."""
    conn.execute(insert(table), columns(table, record))


def put(conn: Connection, table: Table, record: object) -> None:
    """Write a record over the row with its primary key."""
    values = columns(table, record)
    keys = [column.name for column in table.primary_key]
    where = [table.c[key] == values.pop(key) for key in keys]
    conn.execute(update(table).where(*where), values)


def one(
    conn: Connection, kind: type[T], table: Table, *where: ColumnElement[bool], lock: bool = False
) -> T | None:
    """Return the one record that fits, or None. `lock` keeps others from changing it (PostgreSQL)."""
    query = select(table).where(*where)
    row = conn.execute(query.with_for_update() if lock else query).one_or_none()
    return None if row is None else record(kind, cast("Row[tuple[object, ...]]", row))


def many(conn: Connection, kind: type[T], query: Select[tuple[object, ...]]) -> tuple[T, ...]:
    """Return every record of a query, in its order."""
    return tuple(record(kind, row) for row in conn.execute(query))


def every(
    conn: Connection,
    kind: type[T],
    table: Table,
    *where: ColumnElement[bool],
    order: Sequence[ColumnElement[object]] = (),
    limit: int | None = None,
) -> tuple[T, ...]:
    """Return all records of a table that fit, in order."""
    query = select(table).where(*where).order_by(*order)
    return many(conn, kind, cast("Select[tuple[object, ...]]", query.limit(limit)))
