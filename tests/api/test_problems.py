"""Refusals: every error class has its status, every answer one shape, and none gives anything away."""

from __future__ import annotations

import importlib
import json
import logging
import pkgutil

import pytest

import moderation
from moderation.api.bodies import MAX_BODY_BYTES
from moderation.api.problems import STATUS
from moderation.errors import ModerationError

SECRET = "Wilhelmina-Zauber-77"


def everything() -> set[type[ModerationError]]:
    for module in pkgutil.walk_packages(moderation.__path__, "moderation."):
        if "migrations" not in module.name and not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    found, fresh = set(), {ModerationError}
    while fresh:
        found |= fresh
        fresh = {kind for parent in fresh for kind in parent.__subclasses__()} - found
    return {kind for kind in found if kind.__module__.startswith("moderation")}


def test_every_error_class_has_a_status():
    codes = [kind.code for kind in everything()]
    assert len(codes) == len(set(codes)), "two classes share a code"
    assert set(STATUS) == set(codes)


@pytest.mark.parametrize(
    ("method", "path", "values", "status", "code"),
    [
        ("GET", "/nowhere", {}, 404, "not_found"),
        ("GET", "/v1/items/nothing", {}, 404, "not_found"),
        ("PUT", "/v1/items", {}, 405, "method_not_allowed"),
        ("POST", "/v1/items", {"content": b"{"}, 422, "bad_json"),
        ("POST", "/v1/items", {"json": {"id": "x", "text": "y", "rating": 9}}, 422, "bad_value"),
        ("POST", "/v1/orders", {"content": b"{"}, 422, "malformed"),
        ("POST", "/v1/orders", {"json": {"lines": []}}, 422, "malformed"),
        ("GET", "/v1/items?limit=0", {}, 422, "malformed"),
        ("POST", "/v1/assess?profile=mars", {"json": {"id": "x", "text": "y"}}, 422, "unknown_profile"),
        ("POST", "/v1/items", {"content": b" " * (MAX_BODY_BYTES + 1)}, 413, "too_large"),
        ("POST", "/v1/assess", {"json": {"items": [{"id": "1", "text": ""}] * 1001}}, 413, "too_large"),
    ],
)
def test_refusal_is_a_problem_document(door, method, path, values, status, code):
    answer = door("service")(method, path, **values)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    body = answer.json()
    assert (body["status"], body["code"]) == (status, code)
    assert set(body) >= {"type", "title", "status", "code", "detail"}


def test_browser_gets_a_page_for_an_unknown_address(door):
    answer = door.client.get("/nowhere", headers={"accept": "text/html,*/*"})
    assert (answer.status_code, answer.headers["content-type"]) == (404, "text/html; charset=utf-8")


def test_body_without_declared_length_is_limited(door):
    pieces = (b" " * 65_536 for _ in range(MAX_BODY_BYTES // 65_536 + 2))
    answer = door("service")("POST", "/v1/orders", content=pieces)
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "/v1/items", {"id": "x", "text": SECRET, "rating": SECRET}),
        ("POST", "/v1/items", {"id": "x", "text": SECRET, "surface": SECRET}),
        ("POST", "/v1/reports", {"item_id": "x", SECRET: SECRET}),
        (
            "POST",
            "/v1/reports",
            {"item_id": "x", "reason": "other", "acknowledged": True, "comment": [SECRET]},
        ),
        ("POST", "/v1/decisions/none/appeals", {"statement": SECRET}),
        ("PATCH", "/v1/items/none", {"text": SECRET}),
        ("POST", "/v1/orders", {"lines": [{"buyer_id": SECRET}]}),
    ],
)
def test_refusal_repeats_nobodys_words(door, caplog, method, path, body):
    caplog.set_level(logging.DEBUG)
    answer = door("service")(method, path, json=body)
    assert answer.status_code >= 400
    assert SECRET not in answer.text
    assert SECRET not in caplog.text


def test_unforeseen_error_gives_nothing_away(door, app, caplog):
    @app.get("/v1/broken")
    def broken() -> None:
        raise RuntimeError(SECRET)

    caplog.set_level(logging.DEBUG)
    answer = door("service").get("/v1/broken", params={"q": SECRET})
    assert (answer.status_code, answer.json()["code"]) == (500, "unexpected")
    assert SECRET not in answer.text
    assert all(SECRET not in record.getMessage() for record in caplog.records if record.name != "httpx")
    assert any("RuntimeError" in record.getMessage() for record in caplog.records)
    assert SECRET not in door("service").get("/metrics").text


def test_log_has_neither_paths_nor_keys(door, posted, caplog):
    caplog.set_level(logging.INFO, logger="moderation.access")
    door("service").post("/v1/items", posted())
    door("service").get("/v1/items/review-1", params={"x": SECRET})
    door("service").get(f"/{SECRET}")
    lines = [r.getMessage() for r in caplog.records if r.name == "moderation.access"]
    assert lines[1].startswith("method=GET route=/v1/items/{item_id} status=200 ms=")
    assert lines[1].endswith("by=service")
    assert all(word not in line for line in lines for word in (SECRET, "review-1", door.keys["service"]))


def test_lone_surrogates_do_not_break_answers(door, posted):
    row = json.dumps(posted(text="Broken \ud800 half of a pair."))
    for path in ("/v1/assess", "/v1/items"):
        answer = door("service")("POST", path, content=row)
        assert answer.status_code in {200, 201}, answer.text
    assert door("service").get("/v1/items/review-1").json()["public_text"] is not None


def test_security_headers_are_everywhere(door):
    for path in ("/healthz", "/nowhere", "/v1/cases"):
        headers = door.client.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
        assert headers["cache-control"] == "no-store"
        policy = headers["content-security-policy"]
        assert "frame-ancestors 'none'" in policy
        assert "unsafe-inline" not in policy


def test_metrics_count_by_template(door, posted):
    door("service").post("/v1/items", posted())
    door("service").get("/v1/items/review-1")
    text = door("operator").get("/metrics").text
    assert 'moderation_http_requests_total{method="GET",route="/v1/items/{item_id}",status="200"} 1.0' in text
    assert "review-1" not in text
    assert "buyer-1" not in text
