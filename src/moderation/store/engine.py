"""How the store speaks to SQLite and PostgreSQL: one engine, write transactions that never deadlock.

SQLite: write-ahead log, so that readers never wait; `BEGIN IMMEDIATE` for writers, so that two of
them queue rather than fail; `synchronous=FULL`, so that what was acknowledged survives a kill.
"""

from __future__ import annotations

import logging
import sqlite3
import time
from typing import Final, Protocol, cast

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine import URL

BUSY_MS: Final = 30_000
"""How long a SQLite writer waits for its turn."""

WRITES: Final = "moderation_writes"
"""Execution option of connections that will write."""

# At DEBUG SQLAlchemy logs the rows that it fetches, which `hide_parameters` does not cover.
logging.getLogger("sqlalchemy.engine.Engine").addFilter(lambda record: record.levelno > logging.DEBUG)


class _Cursor(Protocol):
    def execute(self, statement: str) -> object: ...

    def close(self) -> object: ...


class _Raw(Protocol):
    isolation_level: str | None

    def cursor(self) -> _Cursor: ...


def open_engine(url: str) -> Engine:
    """Return an engine for `sqlite:///FILE` or `postgresql://...`; psycopg 3 is chosen for PostgreSQL.

    Values stay out of error messages: they are people's words.
    """
    parsed = _with_driver(make_url(url))
    if parsed.get_backend_name() != "sqlite":
        return create_engine(parsed, hide_parameters=True, pool_pre_ping=True, pool_size=20, max_overflow=20)
    engine = create_engine(
        parsed,
        hide_parameters=True,
        pool_size=20,
        max_overflow=-1,
        connect_args={"timeout": BUSY_MS / 1000},
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _with_driver(url: URL) -> URL:
    plain = url.drivername in {"postgres", "postgresql"}
    return url.set(drivername="postgresql+psycopg") if plain else url


def _prepare(raw: object, _record: object) -> None:
    connection = cast("_Raw", raw)
    connection.isolation_level = None  # transactions begin where `_begin` says, not where the driver guesses
    cursor = connection.cursor()
    for pragma in (f"busy_timeout={BUSY_MS}", "synchronous=FULL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    _log_ahead(cursor)
    cursor.close()


def _log_ahead(cursor: _Cursor) -> None:
    """Switch to the write-ahead log; SQLite does not wait (`busy_timeout`) when others switch a new file."""
    last = time.monotonic() + BUSY_MS / 1000
    while True:
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > last:
                raise
            time.sleep(0.01)
        else:
            return


def _begin(conn: Connection) -> None:
    writes = conn.get_execution_options().get(WRITES, False)
    conn.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
