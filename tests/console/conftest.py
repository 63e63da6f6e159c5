"""A marketplace with the console in front of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI

from tests.console.site import PASSWORD, PEOPLE, Browser, build
from tests.desk.world import World
from tests.store.databases import fresh_url


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(fresh_url("sqlite", tmp_path), profile="us")
    yield made
    made.store.close()


@pytest.fixture
def app(world: World, tmp_path: Path) -> FastAPI:
    return build(world, tmp_path)


@pytest.fixture
def visitor(world: World, app: FastAPI) -> Callable[[str], Browser]:
    """Return the browser of somebody who has just signed in."""

    def signed_in(name: str) -> Browser:
        role, shop = PEOPLE[name]
        world.desk.people.add(name, role=role, password=PASSWORD, shop_id=shop)
        browser = Browser(app)
        browser.sign_in(name)
        return browser

    return signed_in
