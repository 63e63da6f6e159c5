"""The console over a small marketplace, as a browser without scripts meets it."""

from __future__ import annotations

import re
from html import unescape

from fastapi import FastAPI
from starlette.testclient import TestClient

from moderation import console
from moderation.access import Access
from moderation.api import problems
from moderation.api.metrics import Metrics
from moderation.api.rim import Rim
from moderation.decisions import ActorKind
from tests.desk.world import World

PASSWORD = "correct horse"
PEOPLE = (
    ("ana", ActorKind.MODERATOR, None),
    ("ben", ActorKind.MODERATOR, None),
    ("sena", ActorKind.SENIOR, None),
    ("ops", ActorKind.OPERATOR, None),
    ("sela", ActorKind.SELLER, "shop-1"),
    ("otto", ActorKind.SELLER, "shop-2"),
)


def build(world: World) -> FastAPI:
    app = FastAPI()
    app.state.desk = world.desk
    app.state.demo_sign_ins = ()
    app.state.access = Access(people=world.desk.people, secret=b"s" * 32, clock=lambda: world.now)
    app.include_router(console.router)
    problems.install(app, page=console.refusal)
    app.add_middleware(Rim, metrics=Metrics(world.desk.queues.list), page=console.refusal)
    for name, role, shop in PEOPLE:
        world.desk.people.add(name, role=role, password=PASSWORD, shop_id=shop)
    return app


class Browser:
    """One person's browser: follows redirects, fills in the forms that a page really holds."""

    def __init__(self, app: FastAPI) -> None:
        self.client = TestClient(app, base_url="http://localhost", client=("127.0.0.1", 50_000))
        self.html = ""
        self.status = 0
        self.path = ""

    def _took(self, response) -> str:
        self.html, self.status, self.path = response.text, response.status_code, response.url.path
        return self.html

    def get(self, path: str) -> str:
        return self._took(self.client.get(path))

    def post(self, path: str, fields: dict) -> str:
        return self._took(self.client.post(path, data=fields))

    def sign_in(self, name: str, password: str = PASSWORD) -> str:
        return self.post("/sign-in", {"name": name, "password": password, "to": "/"})

    def form(self, action: str) -> dict[str, list[str] | str]:
        """Return what the form with this action would send untouched."""
        found = re.search(rf'<form[^>]*action="{re.escape(action)}"[^>]*>(.*?)</form>', self.html, re.DOTALL)
        assert found, f"no form {action} on {self.path}"
        fields: dict[str, list[str]] = {}
        for tag in re.findall(r"<input[^>]*>", found[1]):
            given = dict(re.findall(r'([\w-]+)="([^"]*)"', tag))
            if given.get("type") in ("checkbox", "radio") and " checked" not in tag:
                continue
            if "name" in given:
                fields.setdefault(given["name"], []).append(unescape(given.get("value", "")))
        return {k: v if len(v) > 1 else v[0] for k, v in fields.items()}

    def send(self, action: str, **fields) -> str:
        """Send a form of the page with some fields filled in."""
        return self.post(action, {**self.form(action), **fields})

    @property
    def words(self) -> str:
        """What a person reads on the page."""
        body = re.sub(r"<(script|style|svg).*?</\1>", " ", self.html, flags=re.DOTALL)
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())
