"""`Store`: opens transactions over one database and keeps its schema current."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine, text
from sqlalchemy.exc import SQLAlchemyError

from moderation.store.engine import WRITES, open_engine
from moderation.store.migrate import current, upgrade
from moderation.store.tx import Tx


class Store:
    """One database, SQLite by default, PostgreSQL by URL.

    `with store.write() as tx:` is one transaction: all of it is kept, or none. `store.read()` sees
    one moment. The nouns hang on the transaction: `tx.items`, `tx.cases`, `tx.texts`.
    """

    def __init__(self, url: str) -> None:
        self.url = url
        self.engine: Engine = open_engine(url)

    def migrate(self) -> None:
        """Bring the schema up to date; safe to call from several processes at once."""
        upgrade(self.engine)

    def ready(self) -> bool:
        """Whether the database answers and its schema is current."""
        try:
            with self.engine.connect() as conn:
                conn.execute(text("SELECT 1"))
            return current(self.engine)
        except SQLAlchemyError:
            return False

    @contextmanager
    def write(self) -> Iterator[Tx]:
        """Open a transaction that may write; commits at the end, rolls back on an exception."""
        with self.engine.connect().execution_options(**{WRITES: True}) as conn, conn.begin():
            yield Tx.on(conn)

    @contextmanager
    def read(self) -> Iterator[Tx]:
        """Open a transaction that only reads."""
        with self.engine.connect() as conn, conn.begin():
            yield Tx.on(conn)

    def close(self) -> None:
        """Give back every connection."""
        self.engine.dispose()
