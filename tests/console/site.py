"""The console over a small marketplace, as a browser without scripts meets it."""

from __future__ import annotations

import re
import warnings
from html import unescape
from pathlib import Path

from fastapi import FastAPI

from moderation.app import create_app
from moderation.config import Config
from moderation.decisions import ActorKind
from tests.desk.world import World

with warnings.catch_warnings():
    # Starlette asks for httpx2, which is not released for every Python that we support.
    warnings.simplefilter("ignore")
    from starlette.testclient import TestClient

PASSWORD = "correct horse"
PEOPLE = {
    "ana": (ActorKind.MODERATOR, None),
    "ben": (ActorKind.MODERATOR, None),
    "sena": (ActorKind.SENIOR, None),
    "ops": (ActorKind.OPERATOR, None),
    "sela": (ActorKind.SELLER, "shop-1"),
    "otto": (ActorKind.SELLER, "shop-2"),
}


def build(world: World, folder: Path) -> FastAPI:
    """Return the whole application over a world; its clock is the world's."""
    config = Config(folder=folder, database_url=world.store.url, profile="us")
    return create_app(config, desk=world.desk, clock=lambda: world.now)


class Browser:
    """One person's browser: follows redirects, fills in the forms that a page really holds."""

    def __init__(self, app: FastAPI) -> None:
        self.client = TestClient(
            app,
            base_url="http://localhost",
            client=("127.0.0.1", 50_000),
            headers={"Accept": "text/html,*/*;q=0.8"},
        )
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

    def send(self, to: str, /, **fields) -> str:
        """Send a form of the page with some fields filled in."""
        return self.post(to, {**self.form(to), **fields})

    @property
    def words(self) -> str:
        """What a person reads on the page."""
        body = re.sub(r"<(script|style|svg).*?</\1>", " ", self.html, flags=re.DOTALL)
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())
