"""What reads well and still cannot be kept is refused at the door, by field, before anything is stored."""

from __future__ import annotations

import json
from urllib.parse import quote

import pytest

EXTREMES = ["0001-01-01T00:00:00+10:00", "1969-12-31T23:59:59Z", "9999-12-31T23:59:59-10:00"]


@pytest.mark.parametrize(
    "change",
    [
        *({"created_at": moment} for moment in EXTREMES),
        *({"delivered_at": moment} for moment in EXTREMES),
        {"author_id": "b\ud800"},
        {"order_id": "o\x00"},
        {"product_title": "Mug \udfff"},
        {"source": "\ud800"},
        {"id": "x" * 201},
        {"shop_id": "a/b"},
    ],
    ids=str,
)
def test_row_that_cannot_be_kept_is_refused(door, posted, change):
    answer = door("service")("POST", "/v1/items", content=json.dumps(posted(**change)))
    assert (answer.status_code, answer.json()["code"]) == (422, "bad_value")
    assert next(iter(change)) in answer.json()["detail"]


@pytest.mark.parametrize("moment", EXTREMES)
def test_moment_out_of_range_is_malformed(door, posted, moment):
    line = {"order_id": "o", "product_id": "p", "shop_id": "s", "buyer_id": "b", "delivered_at": moment}
    assert door("service").post("/v1/orders", {"lines": [line]}).json()["code"] == "malformed"
    for move in ("snooze", "question"):
        answer = door("moderator").post(f"/v1/cases/none/{move}", {"text": "?", "until": moment})
        assert (answer.status_code, answer.json()["code"]) == (422, "malformed")


@pytest.mark.parametrize("author", ["买家-7", "a/b?c", "50%"])
def test_authors_of_any_name_can_be_spoken_for(door, posted, author):
    assert door("service").post("/v1/items", posted(author_id=author)).status_code == 201
    caller = door("service", **{"on-behalf-of": f"author:{quote(author, safe='')}"})
    assert caller.post("/v1/items/review-1/withdrawal").status_code == 200


def test_huge_numbers_are_only_stale(door, posted):
    door("service").post("/v1/items", posted(text="A mug."))
    door("seller").post("/v1/reports", {"item_id": "review-1", "reason": "other", "acknowledged": True})
    case = door("moderator").post("/v1/cases/next").json()["summary"]["id"]
    answer = door("moderator").post(
        f"/v1/cases/{case}/decisions", {"version": 10**30, "revision": 10**30, "action": "allow"}
    )
    assert (answer.status_code, answer.json()["code"]) == (409, "stale_case")
