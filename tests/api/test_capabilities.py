"""Every endpoint names its capability; every role is let in or kept out as the one table says."""

from __future__ import annotations

import pytest

from moderation.access import GRANTED, ROLES, Capability
from moderation.api.asking import capability_of
from moderation.api.openapi import operations

OPEN = {"/healthz", "/readyz"}
OPERATIONS = [entry for entry in operations() if entry[0] not in OPEN]
NAMES = {
    "service": "service",
    "moderator": "moderator",
    "senior": "senior",
    "operator": "operator",
    "seller": "seller",
}


def capabilities(route) -> list[Capability]:
    found = [capability_of(d.call) for d in route.dependant.dependencies if d.call is not None]
    return [capability for capability in found if capability is not None]


@pytest.mark.parametrize(("path", "method", "route"), OPERATIONS, ids=str)
def test_endpoint_names_one_capability(path, method, route):
    assert len(capabilities(route)) == 1


def test_every_capability_is_granted_and_used():
    assert set(GRANTED) == set(Capability)
    used = {capability for _, _, route in OPERATIONS for capability in capabilities(route)}
    assert used == set(Capability)


def call(door, role, method, path):
    concrete = path.replace("{", "no-").replace("}", "")
    return door(role)(method.upper(), concrete, json={} if method in {"post", "put", "patch"} else None)


@pytest.mark.parametrize("role", ROLES)
def test_role_is_kept_out_exactly_where_the_table_says(door, role):
    for path, method, route in OPERATIONS:
        answer = call(door, NAMES[role], method, path)
        (capability,) = capabilities(route)
        refused = answer.status_code == 403 and answer.json()["code"] == "not_permitted"
        # With an empty body a permitted caller gets 422 or a result; nobody is refused by the table by mistake.
        assert refused == (role not in GRANTED[capability]), (method, path, answer.status_code)


def test_nobody_comes_in_without_a_key(door):
    for path, method, _ in OPERATIONS:
        concrete = path.replace("{", "no-").replace("}", "")
        for headers in ({}, {"authorization": "Bearer mod_wrong"}, {"authorization": "Basic eDp5"}):
            answer = door.client.request(method.upper(), concrete, headers=headers)
            assert answer.status_code == 401, (method, path)
            assert answer.headers["www-authenticate"] == "Bearer"
            assert answer.json()["code"] == "not_signed_in"


def test_health_needs_no_key(door):
    for path in (*sorted(OPEN), "/openapi.json"):
        assert door.client.get(path).status_code in {200, 503}


def test_seller_cannot_touch_another_shop(door, posted):
    assert door("service").post("/v1/items", posted()).status_code == 201
    assert door("service").post("/v1/shops/bright-mugs/products", {"id": "mug-1"}).status_code == 200
    filed = door("seller").post(
        "/v1/reports", {"item_id": "review-1", "reason": REASON, "acknowledged": True}
    )
    assert filed.status_code == 201
    report = filed.json()
    stranger = door("seller2")
    attempts = [
        stranger.get("/v1/shops/bright-mugs/health"),
        stranger.get("/v1/shops/bright-mugs/products"),
        stranger.post("/v1/products/mug-1/removal"),
        stranger.post("/v1/products/mug-1/relisting"),
        stranger.post("/v1/reports", {"item_id": "review-1", "reason": REASON, "acknowledged": True}),
        stranger.get(f"/v1/reports/{report['id']}"),
        stranger.get(f"/v1/reports/{report['reference']}"),
        stranger.post(f"/v1/reports/{report['id']}/withdrawal"),
        stranger("PATCH", "/v1/items/review-1", json={"text": "mine now"}),
        stranger.post("/v1/items/review-1/withdrawal"),
        stranger.post("/v1/items", posted(id="reply-9", surface="seller_reply", parent_id="review-1")),
    ]
    assert {answer.status_code for answer in attempts} <= {403, 404}
    assert stranger.get("/v1/shops").json()["items"] == [{"id": "plain-plates", "name": None}]
    for listing in ("/v1/reports", "/v1/notices", "/v1/appeals"):
        assert stranger.get(listing).json()["items"] == []
    assert door("seller").get(f"/v1/reports/{report['reference']}").status_code == 200


REASON = "personal_information"


@pytest.mark.parametrize("party", ["author:", "moderator:ana", "seller", "system:clock", "operator:x"])
def test_service_speaks_for_authors_and_sellers_only(door, party):
    answer = door("service", **{"on-behalf-of": party}).get("/v1/items/none")
    assert (answer.status_code, answer.json()["code"]) == (403, "foreign_party")


@pytest.mark.parametrize("role", ["moderator", "senior", "operator", "seller"])
def test_only_services_speak_for_others(door, role):
    answer = door(role, **{"on-behalf-of": "author:buyer-1"}).get("/v1/items/none")
    assert (answer.status_code, answer.json()["code"]) == (403, "foreign_party")
