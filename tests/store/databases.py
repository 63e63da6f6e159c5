"""Databases for tests: a copy of one migrated SQLite file, or a PostgreSQL schema wiped first."""

from __future__ import annotations

import shutil
import tempfile
from functools import cache
from pathlib import Path

import pytest
from postgres import missing, server_url
from sqlalchemy import create_engine, text

from moderation.store import Store

DATABASES = [
    "sqlite",
    pytest.param("postgres", marks=pytest.mark.postgres),
]


@cache
def _template() -> Path:
    path = Path(tempfile.mkdtemp(prefix="moderation-test-")) / "template.db"
    store = Store(f"sqlite:///{path}")
    store.migrate()
    store.close()
    return path


def fresh_url(kind: str, tmp_path: Path) -> str:
    if kind == "sqlite":
        shutil.copy(_template(), tmp_path / "moderation.db")
        return f"sqlite:///{tmp_path / 'moderation.db'}"
    url = server_url()
    if url is None:
        missing("no PostgreSQL: install Debian's postgresql, or set MODERATION_TEST_POSTGRES")
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://", 1))
    with engine.begin() as conn:
        conn.execute(text("DROP SCHEMA public CASCADE"))
        conn.execute(text("CREATE SCHEMA public"))
    engine.dispose()
    return url
