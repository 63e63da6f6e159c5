"""Databases for tests: a copy of one migrated SQLite file, or a PostgreSQL schema wiped first."""

from __future__ import annotations

import os
import shutil
import tempfile
from functools import cache
from pathlib import Path

import pytest
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
    url = os.environ.get("MODERATION_TEST_POSTGRES")
    if not url:
        pytest.skip("MODERATION_TEST_POSTGRES is not set")
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://", 1))
    with engine.begin() as conn:
        conn.execute(text("DROP SCHEMA public CASCADE"))
        conn.execute(text("CREATE SCHEMA public"))
    engine.dispose()
    return url
