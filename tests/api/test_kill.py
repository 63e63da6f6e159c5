"""SIGKILL in the middle of submits: what was acknowledged is there after a restart, and nothing twice."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import httpx
import pytest

from moderation.app import build_desk
from moderation.config import Config
from moderation.decisions import ActorKind

ROOT = Path(__file__).parents[2]
THREADS = 4
ACKNOWLEDGED_BEFORE_KILL = 40


@pytest.fixture
def folder(tmp_path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def key(folder) -> str:
    desk = build_desk(Config.from_env({}, folder=str(folder)))
    token = desk.people.create_key("market", role=ActorKind.SERVICE)
    desk.room.store.close()
    return token


@contextlib.contextmanager
def server(folder: Path):
    """A real server process on a free port; yields the process and its address."""
    environ = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUNBUFFERED": "1"}
    environ.pop("MODERATION_DATABASE_URL", None)
    log = folder.parent / "server.log"
    with log.open("ab") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", "moderation", "serve", "--port", "0", "--data", str(folder)],
            env=environ,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )
        try:
            address = None
            for line in process.stdout:
                if found := re.search(r"http://[\d.]+:\d+", line):
                    address = found[0]
                    break
            assert address is not None, log.read_text()
            yield process, address
        finally:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            process.wait(30)
            process.stdout.close()


def row(thread: int, number: int) -> dict:
    return {
        "id": f"review-{thread}-{number}",
        "text": f"Mug number {number}: the handle came off. Write to buyer{number}@example.org.",
        "rating": 1,
        "author_id": f"buyer-{thread}-{number}",
        "shop_id": "bright-mugs",
        "product_id": "mug-1",
        "order_id": f"order-{thread}-{number}",
        "delivered_at": "2026-01-02T12:00:00Z",
        "created_at": "2026-01-04T12:00:00Z",
    }


@pytest.mark.server
def test_acknowledged_submits_survive_a_kill(folder, key):
    headers = {"authorization": f"Bearer {key}"}
    acknowledged: dict[str, dict] = {}
    tried: set[str] = set()
    with server(folder) as (process, address):

        def submit(thread: int) -> None:
            with httpx.Client(base_url=address, headers=headers, timeout=120) as client:
                for number in range(10_000):
                    item = row(thread, number)
                    tried.add(item["id"])
                    try:
                        answer = client.post("/v1/items", json=item, headers={"idempotency-key": item["id"]})
                    except httpx.TransportError:
                        return
                    assert answer.status_code == 201, answer.text
                    acknowledged[item["id"]] = answer.json()

        threads = [threading.Thread(target=submit, args=(n,)) for n in range(THREADS)]
        for thread in threads:
            thread.start()
        until = time.monotonic() + 200
        while len(acknowledged) < ACKNOWLEDGED_BEFORE_KILL and time.monotonic() < until:
            time.sleep(0.02)
        process.send_signal(signal.SIGKILL)
        for thread in threads:
            thread.join(60)
    assert len(acknowledged) >= ACKNOWLEDGED_BEFORE_KILL

    started = time.monotonic()
    with (
        server(folder) as (_, address),
        httpx.Client(base_url=address, headers=headers, timeout=120) as client,
    ):
        assert client.get("/healthz").status_code == 200
        assert time.monotonic() - started < 15
        for item_id, answer in acknowledged.items():
            found = client.get(f"/v1/items/{item_id}")
            assert found.status_code == 200, item_id
            assert found.json()["public_text"] == answer["item"]["public_text"]
        # Whoever got no answer sends again: it is taken now, or was taken whole before.
        for item_id in tried:
            thread, number = map(int, item_id.split("-")[1:])
            again = client.post("/v1/items", json=row(thread, number), headers={"idempotency-key": item_id})
            assert again.status_code in {200, 201}
    with contextlib.closing(sqlite3.connect(folder / "moderation.db")) as database:
        counts = {
            table: database.execute(f"SELECT count(*), count(DISTINCT {column}) FROM {table}").fetchone()
            for table, column in (
                ("items", "id"),
                ("revisions", "item_id"),
                ("assessments", "item_id"),
                ("decisions", "item_id"),
            )
        }
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert counts == dict.fromkeys(counts, (len(tried), len(tried)))
