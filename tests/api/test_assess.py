"""`POST /v1/assess`: the scan's rows, without storing; without a key only where that was asked for, on this machine."""

from __future__ import annotations

import warnings

import pytest

from moderation.app import build_desk, create_app
from moderation.config import Config
from moderation.scan import ScanOptions, scan_rows
from moderation.wire.batches import Numbered

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from starlette.testclient import TestClient

LOCAL = ("127.0.0.1", 50_000)


def test_assess_answers_the_scans_rows(door, posted):
    rows = [
        posted(),
        {"id": "bad"},
        {"id": "i1", "surface": "package_insert", "text": "5 stars = $10 gift card!"},
    ]
    expected = scan_rows([Numbered(line, row) for line, row in enumerate(rows, start=1)], ScanOptions())
    assert door("seller").post("/v1/assess", {"items": rows}).json()["items"] == expected
    assert door("seller").post("/v1/assess", rows[0]).json() == expected[0]


def test_assess_stores_nothing(door, posted):
    door("service").post("/v1/assess", posted())
    assert door("service").get("/v1/items/review-1").status_code == 404


def test_assess_refuses_one_bad_row(door):
    answer = door("service").post("/v1/assess", {"id": "bad"})
    assert (answer.status_code, answer.json()["code"], answer.json()["item_id"]) == (
        422,
        "missing_field",
        "bad",
    )


@pytest.mark.parametrize(
    ("client", "base_url", "headers", "status"),
    [
        (LOCAL, "http://127.0.0.1:8000", {}, 200),
        (LOCAL, "http://localhost:8000", {}, 200),
        (("192.0.2.7", 1), "http://127.0.0.1:8000", {}, 401),
        (LOCAL, "http://moderation.example.com", {}, 401),
        (LOCAL, "http://127.0.0.1:8000", {"x-forwarded-for": "192.0.2.7"}, 401),
    ],
)
def test_open_assess_is_for_this_machine(tmp_path, clock, client, base_url, headers, status):
    config = Config.from_env({}, folder=str(tmp_path))
    app = create_app(config, clock=clock, open_assess=True, desk=build_desk(config, clock=clock))
    with TestClient(app, base_url=base_url, client=client) as caller:
        row = {"id": "1", "text": "A fine mug."}
        assert caller.post("/v1/assess", json=row, headers=headers).status_code == status
        assert caller.post("/v1/items", json=row, headers=headers).status_code == 401
