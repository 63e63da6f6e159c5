"""The `site` fixture: a marketplace with the console in front of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from tests.console.site import Browser, build
from tests.desk.world import World
from tests.store.databases import fresh_url

from moderation.console.render import templates  # noqa: F401


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(fresh_url("sqlite", tmp_path), profile="us")
    yield made
    made.store.close()


@pytest.fixture
def app(world: World) -> FastAPI:
    return build(world)


@pytest.fixture
def visitor(app: FastAPI) -> Callable[[str], Browser]:
    def signed_in(name: str) -> Browser:
        browser = Browser(app)
        browser.sign_in(name)
        return browser

    return signed_in
