"""`Idempotency-Key`: the same answer again, a conflict on another body, nothing kept of refusals."""

from __future__ import annotations

import pytest

KEY = {"idempotency-key": "k-1"}


def test_same_request_gets_the_same_answer(door, posted):
    one = door("service").post("/v1/items", posted(), headers=KEY)
    two = door("service").post("/v1/items", posted(), headers=KEY)
    assert (one.status_code, two.status_code) == (201, 201)
    assert one.content == two.content
    assert "idempotent-replayed" not in one.headers
    assert two.headers["idempotent-replayed"] == "true"


def test_reports_are_filed_once(door, posted):
    door("service").post("/v1/items", posted())
    body = {"item_id": "review-1", "reason": "personal_information", "acknowledged": True}
    answers = [door("seller").post("/v1/reports", body, headers=KEY).json() for _ in range(3)]
    assert len({answer["reference"] for answer in answers}) == 1
    assert len(door("seller").get("/v1/reports").json()["items"]) == 1


def test_empty_answers_are_replayed(door):
    answers = [door("moderator").post("/v1/cases/next", headers=KEY) for _ in range(2)]
    assert [(a.status_code, a.content) for a in answers] == [(204, b"")] * 2


@pytest.mark.parametrize("change", ["body", "path"])
def test_other_request_with_the_same_key_conflicts(door, posted, change):
    door("service").post("/v1/items", posted(), headers=KEY)
    if change == "body":
        answer = door("service").post("/v1/items", posted(id="review-2"), headers=KEY)
    else:
        answer = door("service").post("/v1/shops", {"id": "x"}, headers=KEY)
    assert (answer.status_code, answer.json()["code"]) == (409, "idempotency_key_reused")


def test_keys_of_different_callers_do_not_meet(door, posted):
    for party in ("author:buyer-1", "author:buyer-2"):
        caller = door("service", **{"on-behalf-of": party})
        row = posted(id=f"review-{party[-1]}", author_id=party[7:], order_id=party)
        assert caller.post("/v1/items", row, headers=KEY).status_code in {201, 409}
    assert door("service").post("/v1/items", posted(id="r3", order_id="o3"), headers=KEY).status_code == 201


def test_refused_request_may_be_tried_again(door, posted):
    assert door("service").post("/v1/items", posted(rating=None), headers=KEY).status_code == 422
    assert door("service").post("/v1/items", posted(), headers=KEY).status_code == 201


def test_answers_are_forgotten_after_a_day(door, posted, clock):
    door("service").post("/v1/items", posted(), headers=KEY)
    clock.turn(hours=25)
    assert door("service").post("/v1/items", posted(), headers=KEY).status_code == 200


@pytest.mark.parametrize("key", ["", "x" * 201])
def test_unusable_key_is_refused(door, posted, key):
    answer = door("service").post("/v1/items", posted(), headers={"idempotency-key": key})
    assert (answer.status_code, answer.json()["code"]) == (400, "bad_request")


def test_assessments_are_never_kept(door, posted):
    for _ in range(2):
        answer = door("service").post("/v1/assess", posted(), headers=KEY)
        assert answer.status_code == 200
        assert "idempotent-replayed" not in answer.headers
