"""An application on a SQLite file, a clock that tests turn, and a key for every role."""

from __future__ import annotations

import warnings
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from moderation.app import build_desk, create_app
from moderation.config import Config
from moderation.decisions import ActorKind

with warnings.catch_warnings():
    # Starlette asks for httpx2, which is not released for every Python that we support.
    warnings.simplefilter("ignore")
    from starlette.testclient import TestClient

SHOP, OTHER_SHOP = "bright-mugs", "plain-plates"


@dataclass
class Clock:
    now: datetime = datetime(2026, 3, 6, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def turn(self, **distance: float) -> None:
        self.now += timedelta(**distance)


@dataclass
class Door:
    """The application seen from outside: `door("moderator").get(...)`."""

    client: TestClient
    keys: dict[str, str] = field(repr=False)
    clock: Clock

    def __call__(self, role: str, **headers: str) -> Caller:
        return Caller(self.client, {"authorization": f"Bearer {self.keys[role]}", **headers})


@dataclass
class Caller:
    client: TestClient
    headers: dict[str, str] = field(repr=False)

    def __call__(self, method: str, path: str, **values):
        headers = {**self.headers, **values.pop("headers", {})}
        return self.client.request(method, path, headers=headers, **values)

    def get(self, path: str, **values):
        return self("GET", path, **values)

    def post(self, path: str, body: object = None, **values):
        return self("POST", path, json=body, **values)


def review(**values) -> dict:
    """A two-star review with a telephone number, of a mug that arrived two days before."""
    return {
        "id": "review-1",
        "text": "The handle came off on day two. Call me at 202-555-0143.",
        "rating": 2,
        "author_id": "buyer-1",
        "shop_id": SHOP,
        "product_id": "mug-1",
        "order_id": "order-1",
        "delivered_at": "2026-03-04T15:00:00Z",
        "created_at": "2026-03-06T08:30:00Z",
        **values,
    }


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def app(tmp_path, clock):
    config = Config.from_env({}, folder=str(tmp_path / "data"))
    return create_app(config, clock=clock, desk=build_desk(config, clock=clock))


@pytest.fixture
def door(app, clock):
    people = app.state.desk.people
    keys = {
        name: people.create_key(name, role=ActorKind(name.rstrip("2")), shop_id=shop)
        for name, shop in (
            ("service", None),
            ("moderator", None),
            ("moderator2", None),
            ("senior", None),
            ("operator", None),
            ("seller", SHOP),
            ("seller2", OTHER_SHOP),
        )
    }
    with TestClient(app, base_url="http://127.0.0.1:8000", client=("127.0.0.1", 50_000)) as client:
        yield Door(client, keys, clock)


@pytest.fixture
def posted():
    return review
