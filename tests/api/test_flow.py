"""From a review to redress through the fixed endpoints of the contract, and what each refuses on the way."""

from __future__ import annotations

import json

import pytest

REASON = "personal_information"


def take_case(door, role: str) -> dict:
    answer = door(role).post("/v1/cases/next")
    assert answer.status_code == 200, answer.text
    return answer.json()


def decision(case: dict, **values) -> dict:
    summary = case["summary"]
    return {"version": summary["version"], "revision": summary["revision"], **values}


def test_item_is_taken_once_and_read_as_strangers_see_it(door, posted):
    first = door("service").post("/v1/items", posted())
    again = door("service").post("/v1/items", posted())
    other = door("service").post("/v1/items", posted(text="Something else."))
    assert [first.status_code, again.status_code, other.status_code] == [201, 200, 409]
    assert (first.json()["created"], again.json()["created"]) == (True, False)
    assert other.json()["code"] == "item_conflict"
    seen = door("seller2").get("/v1/items/review-1").json()
    assert seen["visibility"] in {"published", "redacted"}
    assert seen["author_name"] == "b**1"
    assert "buyer-1" not in json.dumps(seen)


def test_batch_answers_in_order_with_errors_in_place(door, posted):
    rows = [posted(), {"id": "bad"}, posted(id="review-2"), posted(id="a/b"), "nonsense"]
    answer = door("service").post("/v1/items", {"items": rows})
    assert answer.status_code == 200
    first, bad, second, slash, nonsense = answer.json()["items"]
    assert first["item"]["id"] == "review-1"
    assert bad == {"id": "bad", "line": 2, "error": {"code": "missing_field", "detail": "text is required"}}
    assert (second["id"], second["line"], second["error"]["code"]) == ("review-2", 3, "second_review")
    assert slash["error"]["code"] == "bad_value"
    assert nonsense["error"]["code"] == "bad_type"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"rating": None}, "rating_missing"),
        ({"order_id": None}, "no_purchase"),
        ({"delivered_at": "2026-03-07T00:00:00Z"}, "before_delivery"),
        ({"delivered_at": "2025-10-01T00:00:00Z"}, "review_window_closed"),
    ],
)
def test_native_review_is_refused_by_the_rules_of_its_region(door, posted, change, code):
    answer = door("service").post("/v1/items", posted(**change))
    assert answer.json()["code"] == code
    assert answer.headers["content-type"] == "application/problem+json"


def test_edit_and_withdrawal(door, posted):
    door("service").post("/v1/items", posted())
    author = door("service", **{"on-behalf-of": "author:buyer-1"})
    edited = author("PATCH", "/v1/items/review-1", json={"text": "The handle came off.", "rating": 3})
    assert (edited.status_code, edited.json()["item"]["revision"]) == (200, 2)
    file = door("moderator").get("/v1/items/review-1/file").json()
    assert (file["first_rating"], file["rating"], len(file["revisions"])) == (2, 3, 2)
    stranger = door("service", **{"on-behalf-of": "author:buyer-2"})
    assert stranger.post("/v1/items/review-1/withdrawal").json()["code"] == "not_yours"
    assert author.post("/v1/items/review-1/withdrawal").json()["visibility"] == "withdrawn"
    assert author("PATCH", "/v1/items/review-1", json={"text": "again"}).json()["code"] == "item_withdrawn"


def test_removed_product_takes_its_reviews_along_for_good(door, posted):
    door("service").post("/v1/items", posted(text="A fine mug.", rating=5))
    assert door("seller").post("/v1/products/mug-1/removal").json()["removed_at"] is not None
    assert door("service").get("/v1/items/review-1").json()["visibility"] == "product_removed"
    assert door("seller").post("/v1/products/mug-1/relisting").json()["generation"] == 2
    assert door("service").get("/v1/items/review-1").json()["public_text"] is None


def test_report_decision_notice_appeal_redress(door, posted, clock):
    door("service").post("/v1/items", posted(text="The handle came off on day two. Ugly box as well."))
    report = door("seller").post(
        "/v1/reports",
        {"item_id": "review-1", "reason": REASON, "acknowledged": True, "span": {"start": 4, "end": 10}},
    )
    assert (report.status_code, report.json()["status"]) == (201, "received")
    case = take_case(door, "moderator")
    assert (case["summary"]["item_id"], case["reports"][0]["id"]) == ("review-1", report.json()["id"])
    assert "decide" in case["allowed"]
    assert abs(sum(case["parts"].values()) - case["summary"]["priority"]) < 1e-6

    path = f"/v1/cases/{case['summary']['id']}/decisions"
    stale = door("moderator").post(path, decision(case, action="allow") | {"version": 0})
    assert (stale.status_code, stale.json()["code"]) == (409, "stale_case")
    assert stale.json()["version"] == case["summary"]["version"]
    assert door("moderator").post(path, decision(case, action="remove")).json()["code"] == "clause_missing"
    ruled = door("moderator").post(
        path, decision(case, action="remove", clauses=["pii.phone"], reason="It shows a number.")
    )
    assert ruled.status_code == 201, ruled.text
    assert door("service").get("/v1/items/review-1").json()["visibility"] == "removed"

    clock.turn(minutes=1)
    author = door("service", **{"on-behalf-of": "author:buyer-1"})
    (notice,) = author.get("/v1/notices", params={"audience": "author"}).json()["items"]
    assert notice["clauses"][0]["id"] == "pii.phone"
    (told,) = door("seller").get("/v1/notices", params={"audience": "reporter"}).json()["items"]
    assert told["outcome"] == "report_upheld"
    assert author.get(f"/v1/notices/{told['id']}").status_code == 404

    appeal = author.post(
        f"/v1/decisions/{notice['decision_id']}/appeals", {"statement": "There is no number."}
    )
    assert appeal.status_code == 201, appeal.text
    verdicts = f"/v1/appeals/{appeal.json()['id']}/verdicts"
    provisional = {"stage": "provisional", "action": "allow"}
    first = door("moderator").post(verdicts, provisional)
    assert (first.status_code, first.json()["code"]) == (403, "same_moderator")
    early = door("moderator2").post(
        verdicts, {"stage": "final", "verdict": "overturned", "reason": "None there."}
    )
    assert early.json()["code"] == "provisional_missing"
    assert door("moderator2").get(f"/v1/appeals/{appeal.json()['id']}").json()["decision"] is None
    read = door("moderator2").post(verdicts, provisional)
    assert (read.status_code, read.json()["decision"]["action"]) == (201, "remove")
    final = door("moderator2").post(
        verdicts, {"stage": "final", "verdict": "overturned", "reason": "None there."}
    )
    assert (final.status_code, final.json()["outcome"]) == (201, "overturned")
    assert door("service").get("/v1/items/review-1").json()["visibility"] == "published"
    health = door("seller").get("/v1/shops/bright-mugs/health").json()
    assert (health["negative_reviews"], health["delivered_orders"]) == (1, 1)


def test_moves_of_a_case(door, posted, clock):
    door("service").post("/v1/items", posted())
    door("seller").post("/v1/reports", {"item_id": "review-1", "reason": REASON, "acknowledged": True})
    case = take_case(door, "moderator")
    path = f"/v1/cases/{case['summary']['id']}"
    assert door("moderator2").post("/v1/cases/next").status_code == 204
    held = door("moderator2").post(f"{path}/claim")
    assert (held.status_code, held.json()["code"]) == (409, "case_held")
    one = door("moderator")
    for move, body in (
        ("notes", {"text": "Asked a colleague."}),
        ("renewal", None),
        ("release", {"reason": "need_a_break"}),
        ("snooze", {"until": "2026-03-06T18:00:00Z"}),
        ("resumption", None),
        ("question", {"text": "Is this the shop's own number?"}),
    ):
        answer = one.post(f"{path}/{move}", body)
        assert answer.status_code == 200, (move, answer.text)
    answered = door("service").post(f"{path}/answer", {"text": "No."})
    assert (answered.status_code, answered.content) == (204, b"")
    one.post(f"{path}/claim")
    assert one.post(f"{path}/escalation", {"text": "Beyond me."}).json()["summary"]["status"] == "escalated"
    assert one.post(f"{path}/claim").status_code == 403
    assert door("senior").post(f"{path}/claim").status_code == 200
    mine = door("senior").get("/v1/cases", params={"holder": "me"}).json()
    assert [row["id"] for row in mine["items"]] == [case["summary"]["id"]]


def test_decision_can_be_undone_until_it_takes_effect(door, posted, clock):
    door("service").post("/v1/items", posted(text="A mug."))
    door("seller").post("/v1/reports", {"item_id": "review-1", "reason": REASON, "acknowledged": True})
    case = take_case(door, "moderator")
    path = f"/v1/cases/{case['summary']['id']}"
    body = decision(case, action="remove", clauses=["pii.phone"], reason="A number.", undo_seconds=10)
    door("moderator").post(f"{path}/decisions", body)
    assert door("service").get("/v1/items/review-1").json()["visibility"] == "published"
    assert door("moderator").post(f"{path}/undo").json()["summary"]["status"] == "queued"
    clock.turn(seconds=30)
    assert door("service").get("/v1/items/review-1").json()["visibility"] == "published"


def test_listings_go_page_by_page(door, posted):
    rows = [
        {
            "id": f"insert-{n}",
            "surface": "product_listing",
            "text": f"A mug, blue, number {n}.",
            "shop_id": "bright-mugs",
        }
        for n in range(5)
    ]
    door("service").post("/v1/items", {"items": rows})
    seen, cursor = [], None
    for _ in range(9):
        page = (
            door("service")
            .get(
                "/v1/items",
                params={"shop_id": "bright-mugs", "limit": 2} | ({"cursor": cursor} if cursor else {}),
            )
            .json()
        )
        seen += [item["id"] for item in page["items"]]
        cursor = page["cursor"]
        if cursor is None:
            break
    assert sorted(seen) == sorted(row["id"] for row in rows)


def test_routes_preview_moves_nothing(door, posted):
    door("service").post("/v1/items", posted())
    door("seller").post("/v1/reports", {"item_id": "review-1", "reason": REASON, "acknowledged": True})
    routes = {"routes": [{"queue": "unmatched"}]}
    shown = door("operator").post("/v1/routes/preview", routes).json()["items"]
    assert [move["to_queue"] for move in shown] == ["unmatched"]
    assert door("operator").get("/v1/routes").json()["routes"] != []
    assert door("operator")("PUT", "/v1/routes", json=routes).json()["items"] == shown
    queues = {queue["id"]: queue["pending"] for queue in door("senior").get("/v1/queues").json()["items"]}
    assert queues["unmatched"] == 1


def test_orders_are_stated_before_reviews(door, posted):
    line = {"order_id": "o-7", "product_id": "mug-1", "shop_id": "bright-mugs", "buyer_id": "buyer-1"}
    row = posted(order_id="o-7", delivered_at=None)
    assert door("service").post("/v1/orders", {"lines": [line]}).json() == {"taken": 1}
    assert door("service").post("/v1/items", row).json()["code"] == "before_delivery"
    delivered = line | {"delivered_at": "2026-03-05T10:00:00Z"}
    assert door("service").post("/v1/orders", {"lines": [delivered]}).status_code == 200
    assert door("service").post("/v1/items", row).status_code == 201
    assert door("service").post("/v1/orders/o-7/products/mug-1/refund").status_code == 204
    assert door("service").post("/v1/orders/o-8/products/mug-1/refund").status_code == 404
    assert door("service").get("/v1/items/review-1").json()["visibility"] in {"published", "redacted"}
