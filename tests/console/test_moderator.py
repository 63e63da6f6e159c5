"""A moderator takes a case from queue to notice, with forms alone."""

from __future__ import annotations

import pytest

from moderation.console.forms import Typed
from moderation.console.preview import preview
from moderation.decisions import Action
from tests.desk.world import ANA, BEN, MARKET

TEXT = "The lid leaks. Call me on 202-555-0143 <b>now</b>."


@pytest.fixture
def case_id(world):
    return world.review(TEXT).case_ids[0]


def test_queue_to_notice(world, visitor, case_id):
    ana = visitor("ana")
    assert ana.path == "/queues"
    ana.send("/queues/next")
    assert ana.path == f"/cases/{case_id}"
    assert 'data-n="1"' in ana.html
    assert "<b>now</b>" not in ana.html
    ana.send(f"/cases/{case_id}/decide", action="redact", reason="It shows a number.")
    assert "Decided." in ana.words
    assert "Notices of this decision go out when it takes effect" in ana.words
    world.later(seconds=11)
    ana.get(f"/cases/{case_id}")
    assert "Part of a text was masked" in ana.words
    assert "It shows a number." in ana.words
    assert "[phone]" in (world.desk.items.public("i1").public_text or "")


def test_decision_can_be_undone_in_time(world, visitor, case_id):
    ana = visitor("ana")
    ana.send("/queues/next")
    ana.send(f"/cases/{case_id}/decide", action="remove", reason="A number.")
    ana.send(f"/cases/{case_id}/undo")
    assert "taken back" in ana.words
    world.later(seconds=11)
    assert "removed" not in world.desk.items.public("i1").visibility
    ana.get(f"/cases/{case_id}")
    ana.send(f"/cases/{case_id}/claim")
    ana.send(f"/cases/{case_id}/decide", action="remove", reason="A number.")
    world.later(seconds=11)
    assert ana.post(f"/cases/{case_id}/undo", {"form_token": ana.form("/sign-out")["form_token"]})
    assert ana.status == 409


def test_submit_and_next_offers_undo_of_the_last(world, visitor, case_id):
    world.review("Also 202-555-0144.", id="i2", order_id="o2")
    ana = visitor("ana")
    ana.send("/queues/next")
    first = ana.path.removeprefix("/cases/")
    ana.send(f"/cases/{first}/decide", action="redact", reason="A number.", and_next="1")
    assert ana.path.startswith("/cases/")
    assert ana.path != f"/cases/{first}"
    ana.send(f"/cases/{first}/undo")
    assert "taken back" in ana.words


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"action": "remove", "reason": ""}, "Say why"),
        ({"action": "remove", "reason": "Because.", "clause": ""}, "Choose a clause"),
        ({"action": "", "reason": "Because."}, "Something is missing"),
        ({"action": "redact", "reason": "Because.", "mask": "not there"}, "These words are not in the text"),
    ],
)
def test_refused_decision_keeps_what_was_typed(world, visitor, case_id, fields, says):
    ana = visitor("ana")
    ana.send("/queues/next")
    ana.send(f"/cases/{case_id}/decide", **fields)
    assert ana.status == 422
    assert says in ana.words
    assert fields["reason"] in ana.html


def test_stale_form_keeps_the_note_and_decides_nothing(world, visitor, case_id):
    ana = visitor("ana")
    ana.send("/queues/next")
    world.desk.items.edit("i1", text="The lid leaks. 202-555-0199 is better.", by=MARKET)
    ana.send(f"/cases/{case_id}/decide", action="remove", reason="My careful note & thoughts.")
    assert ana.status == 409
    assert "changed while you were reading" in ana.words
    assert "My careful note &amp; thoughts." in ana.html
    assert "555-0199" in ana.html
    assert not [d for d in world.desk.cases.get(case_id, by=ANA).decisions if not d.automated]


def test_case_held_by_somebody_else_shows_no_form(world, visitor, case_id):
    world.desk.cases.claim(case_id, by=BEN)
    ana = visitor("ana")
    ana.get(f"/cases/{case_id}")
    assert "ben, moderator is working on it" in ana.words
    assert f'action="/cases/{case_id}/decide"' not in ana.html


def test_preview_shows_text_and_notices_and_changes_nothing(world, visitor, case_id):
    ana = visitor("ana")
    ana.send("/queues/next")
    version = world.desk.cases.get(case_id, by=ANA).summary.version
    fields = ana.form(f"/cases/{case_id}/decide")
    ana.post(f"/cases/{case_id}/preview", {**fields, "action": "redact", "reason": "Number."})
    assert "Call me on 202-[phone]" in ana.words
    assert "The author" in ana.words
    assert "Number." in ana.html
    assert world.desk.cases.get(case_id, by=ANA).summary.version == version


def test_typed_words_are_masked_beside_the_findings(world, visitor, case_id):
    ana = visitor("ana")
    ana.send("/queues/next")
    ana.send(f"/cases/{case_id}/decide", action="redact", reason="Both.", mask="The lid")
    world.later(seconds=11)
    shown = world.desk.items.public("i1").public_text or ""
    assert "The lid" not in shown
    assert "555" not in shown


@pytest.mark.parametrize(
    ("move", "fields", "status"),
    [
        ("release", {"why": "language"}, "queued"),
        ("escalate", {"note": "Please look."}, "escalated"),
        ("ask", {"question": "Is that your own number?"}, "waiting"),
        ("snooze", {"aside": "4h"}, "snoozed"),
    ],
)
def test_moves_beside_deciding(world, visitor, case_id, move, fields, status):
    ana = visitor("ana")
    ana.send("/queues/next")
    ana.send(f"/cases/{case_id}/{move}", **fields)
    assert ana.status == 200
    assert world.desk.cases.get(case_id, by=ANA).summary.status == status


def test_page_draws_exactly_the_allowed_moves(world, visitor, case_id):
    ana = visitor("ana")
    for step in (None, f"/cases/{case_id}/claim", f"/cases/{case_id}/snooze"):
        if step:
            ana.send(step, **({"aside": "1h"} if step.endswith("snooze") else {}))
        ana.get(f"/cases/{case_id}")
        allowed = world.desk.cases.get(case_id, by=ANA).allowed
        for move in allowed - {"claim"}:
            assert f'action="/cases/{case_id}/{move}"' in ana.html, move
        for move in {"claim", "release", "escalate", "ask", "snooze", "resume", "decide", "undo"} - allowed:
            assert f'action="/cases/{case_id}/{move}"' not in ana.html, move


def test_reports_are_merged_and_one_can_be_refused(world, visitor):
    world.review("Nothing special here.")
    report = world.report(comment="See <i>here</i>.")
    world.report(reason="competitor")
    ana = visitor("ana")
    ana.send("/queues/next")
    assert "2 reports" in ana.words
    assert "See &lt;i&gt;here" in ana.html
    ana.send(f"/cases/{report.case_id}/decide", action="allow", **{f"report-{report.id}": "invalid"})
    world.later(seconds=11)
    assert world.desk.reports.get(report.id, by=ANA).status == "invalid"


def test_allegation_stands_apart_and_shop_case_never_restricts_the_text(world, visitor):
    world.review("They offered me a gift card for five stars.")
    ana = visitor("ana")
    ana.send("/queues/next")
    assert "What this text says about the shop" in ana.words
    assert 'value="remove"' not in ana.html
    case_id = ana.path.removeprefix("/cases/")
    ana.send(f"/cases/{case_id}/decide", clause="incentive.positive_only", reason="Told clearly.")
    assert "Decided." in ana.words
    assert world.desk.cases.get(case_id, by=ANA).decisions[-1].action is Action.ALLOW


def test_filters_narrow_the_list(world, visitor, case_id):
    world.review("You numbskull.", id="i2", order_id="o2")
    ana = visitor("ana")
    ana.get("/cases?family=pii")
    assert "pii.phone" in ana.words
    assert "abuse.insult" not in ana.words
    ana.get("/cases?lang=xx")
    assert "No case fits" in ana.words
    ana.get("/cases?lane=nonsense&status=nonsense&after=-1")
    assert ana.status == 200


def test_mask_hides_what_was_found(visitor, case_id):
    ana = visitor("ana")
    ana.get(f"/cases/{case_id}?masked")
    assert "202-555-0143" not in ana.html
    assert "[phone]" in ana.html


def test_priority_parts_sum_to_the_priority(world, visitor, case_id):
    view = world.desk.cases.get(case_id, by=ANA)
    ana = visitor("ana")
    ana.get(f"/cases/{case_id}")
    assert f"{sum(view.parts.values()):.2f}" in ana.words
    assert abs(sum(view.parts.values()) - view.summary.priority) < 1e-6


def test_previewed_notices_are_the_ones_sent(world, visitor):
    world.review(TEXT)
    world.report()
    world.report(reason="competitor")
    ana = visitor("ana")
    ana.send("/queues/next")
    case_id = ana.path.removeprefix("/cases/")
    view = world.desk.cases.get(case_id, by=ANA)
    room = world.desk.room
    typed = Typed(action=Action.REDACT, clauses=("pii.phone",), reason="A number.")
    shown = preview(view, typed, room.catalogue, room.profile, world.now)
    before = {n.id for n in world.notices(by=ANA)}
    ana.send(f"/cases/{case_id}/decide", action="redact", clause="pii.phone", reason="A number.")
    world.later(seconds=11)
    sent = [n for n in world.notices(by=ANA) if n.id not in before]
    assert sorted((n.outcome, n.what, n.facts, n.clauses, n.contest_until) for n in sent) == sorted(
        (n.outcome, n.what, n.facts, n.clauses, n.contest_until) for _, n in shown.notices
    )
    assert world.desk.items.public("i1").public_text == shown.public_text
