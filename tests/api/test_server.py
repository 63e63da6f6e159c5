"""The running application: readiness, the ticking clock, and what the command line makes of it."""

from __future__ import annotations

import io
import time

import pytest

from moderation.app import Ticker, build_desk
from moderation.cli import GOOD, USAGE, main
from moderation.config import Config
from moderation.decisions import ActorKind


def wait_for(condition, seconds: float = 60.0) -> bool:
    until = time.monotonic() + seconds
    while not condition() and time.monotonic() < until:
        time.sleep(0.05)
    return condition()


def test_ready_once_models_are_loaded_and_the_database_answers(door, app):
    assert wait_for(app.state.warm.is_set)
    answer = door.client.get("/readyz")
    assert (answer.status_code, answer.json()) == (200, {"status": "ready"})
    app.state.warm.clear()
    answer = door.client.get("/readyz")
    assert (answer.status_code, answer.json()["code"]) == (503, "not_ready")


def test_clock_writes_what_is_due(door, posted, clock):
    door("service").post("/v1/items", posted(text="A mug."))
    door("seller").post(
        "/v1/reports", {"item_id": "review-1", "reason": "personal_information", "acknowledged": True}
    )
    case = door("moderator").post("/v1/cases/next").json()["summary"]["id"]
    clock.turn(hours=1)

    def released() -> bool:
        entries = door("senior").get(f"/v1/cases/{case}").json()["timeline"]
        return any(entry["kind"].lower() == "released" for entry in entries)

    assert wait_for(released, 10)


class Clumsy:
    def __init__(self) -> None:
        self.ticks = 0

    def tick(self):
        self.ticks += 1
        raise RuntimeError("somebody's words")


def test_ticker_survives_errors_and_stops(app, caplog, monkeypatch):
    monkeypatch.setattr("moderation.app.TICK_SECONDS", 0.01)
    clumsy = Clumsy()
    ticker = Ticker(clumsy, app.state.metrics)
    ticker.start()
    assert wait_for(lambda: clumsy.ticks > 3, 5)
    ticker.stop()
    assert not ticker.is_alive()
    assert "somebody" not in caplog.text
    app.state.desk.room.store.close()


@pytest.fixture
def folder(tmp_path, monkeypatch) -> str:
    monkeypatch.delenv("MODERATION_DATABASE_URL", raising=False)
    return str(tmp_path / "data")


def desk_in(folder: str):
    return build_desk(Config.from_env({}, folder=folder))


def test_key_create_prints_a_key_once(folder, capsys):
    assert main(["key", "create", "--role", "seller", "--shop", "bright-mugs", "--data", folder]) == GOOD
    token = capsys.readouterr().out.strip()
    actor = desk_in(folder).people.key(token)
    assert (actor.kind, actor.shop_id) == (ActorKind.SELLER, "bright-mugs")


def test_two_keys_of_a_role_are_two_people(folder, capsys):
    for _ in range(2):
        main(["key", "create", "--role", "moderator", "--data", folder])
    one, two = capsys.readouterr().out.split()
    people = desk_in(folder).people
    assert str(people.key(one)) != str(people.key(two))


@pytest.mark.parametrize("arguments", [["--role", "seller"], ["--role", "service", "--shop", "x"]])
def test_key_create_wants_a_shop_for_sellers_only(folder, arguments):
    assert main(["key", "create", *arguments, "--data", folder]) == USAGE


@pytest.mark.parametrize("role", ["author", "system", "admin"])
def test_key_create_knows_its_roles(folder, role):
    with pytest.raises(SystemExit):
        main(["key", "create", "--role", role, "--data", folder])


def test_person_add_reads_the_password_from_input(folder, monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO("a long enough password\n"))
    assert main(["person", "add", "ana", "--role", "senior", "--data", folder]) == GOOD
    assert desk_in(folder).people.sign_in("ana", "a long enough password").kind is ActorKind.SENIOR
    assert "password" not in capsys.readouterr().out


def test_rebuild_counts_cases(folder, capsys):
    assert main(["rebuild", "--data", folder]) == GOOD
    assert "0 cases rebuilt" in capsys.readouterr().out


def test_serve_says_when_its_port_is_taken(folder, capsys):
    import socket

    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert main(["serve", "--port", port, "--data", folder]) == 1
    assert "cannot listen" in capsys.readouterr().err
