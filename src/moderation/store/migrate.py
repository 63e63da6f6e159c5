"""Migrations, run by the program itself: upgrade under a lock, and whether the schema is current."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from moderation.store.engine import WRITES

_HERE: Final = Path(__file__).parent / "migrations"
_LOCK: Final = 7_305_001
"""Any number that nothing else in the database uses (PostgreSQL advisory lock)."""


def upgrade(engine: Engine) -> None:
    """Bring the schema to the newest revision; one process does it, the others wait and find it done."""
    with engine.connect().execution_options(**{WRITES: True}) as conn, conn.begin():
        if conn.dialect.name == "postgresql":
            conn.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        config = _config()
        config.attributes["connection"] = conn
        command.upgrade(config, "head")


def current(engine: Engine) -> bool:
    """Whether the schema is at the newest revision."""
    with engine.connect() as conn:
        return _revision(conn) == ScriptDirectory.from_config(_config()).get_current_head()


def _revision(conn: Connection) -> str | None:
    return MigrationContext.configure(conn).get_current_revision()


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_HERE))
    return config
