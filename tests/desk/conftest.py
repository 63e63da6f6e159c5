"""The `world` fixture: the same tests on SQLite and, where a server is given, on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk.world import World
from tests.store.databases import DATABASES, fresh_url


@pytest.fixture(params=DATABASES)
def world(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[World]:
    made = World(fresh_url(request.param, tmp_path))
    yield made
    made.store.close()
