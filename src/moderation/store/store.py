"""`Store`: opens transactions over one database and keeps its schema current."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import ClassVar, Final, TypeVar

from sqlalchemy import Engine, text
from sqlalchemy.exc import IntegrityError, OperationalError, SQLAlchemyError

from moderation.errors import ModerationError
from moderation.store.engine import WRITES, open_engine
from moderation.store.migrate import current, upgrade
from moderation.store.tx import Tx

T = TypeVar("T")

ATTEMPTS: Final = 4
"""How often `Store.attempt` tries; two writers of the same new row meet at most once."""


class WriteClash(ModerationError):
    """Two writers met in the database and this one lost; nothing of it was kept. Try again."""

    code: ClassVar[str] = "write_clash"

    def __init__(self) -> None:
        super().__init__("another writer came first; try again")


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
        """Open a transaction that may write; commits at the end, rolls back on an exception.

        Raises `WriteClash` where a unique row was written by somebody else meanwhile, or two writers
        waited for each other. Writers lock an item before its appeals and its cases.
        """
        try:
            with self.engine.connect().execution_options(**{WRITES: True}) as conn, conn.begin():
                yield Tx.on(conn)
        except (IntegrityError, OperationalError) as error:
            if isinstance(error, OperationalError) and "deadlock" not in str(error.orig):
                raise
            raise WriteClash from error

    def attempt(self, work: Callable[[Tx], T]) -> T:
        """Run `work` in a write transaction, again where it clashed with another writer."""
        for _ in range(ATTEMPTS - 1):
            try:
                with self.write() as tx:
                    return work(tx)
            except WriteClash:
                continue
        with self.write() as tx:
            return work(tx)

    @contextmanager
    def read(self) -> Iterator[Tx]:
        """Open a transaction that only reads."""
        with self.engine.connect() as conn, conn.begin():
            yield Tx.on(conn)

    def close(self) -> None:
        """Give back every connection."""
        self.engine.dispose()
