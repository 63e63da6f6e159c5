"""Casework: next, claim, decide, undo, escalate, wait, snooze; races; time; rebuild."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from moderation.cases.queue import Route
from moderation.cases.refusals import (
    CaseHeld,
    IllegalMove,
    NotClaimed,
    NotPermitted,
    StaleCase,
    UndoTooLate,
)
from moderation.cases.status import Move, ReleaseReason, Status, Visibility
from moderation.decisions import Action, Lane
from moderation.desk.refusals import (
    ClauseMissing,
    NotFound,
    NothingToRedact,
    ReasonMissing,
    SpanOutsideText,
    UnknownClause,
    UnknownQueue,
    WrongTarget,
)
from moderation.errors import ModerationError
from moderation.findings import Span
from moderation.store.cases import snapshot
from tests.desk.world import ANA, BEN, MARKET, OPS, SELLER, SENA, WILLIAM, World

SECONDS = timedelta(seconds=1)


def test_next_gives_the_most_urgent_case_and_nobody_elses(world: World) -> None:
    world.review("You numbskull.", id="mild")
    world.review("I will find you.", id="grave", order_id="o2")
    assert world.case(by=ANA).summary.item_id == "grave"
    assert world.case(by=BEN).summary.item_id == "mild"
    assert world.desk.cases.next(by=SENA) is None


def test_cases_are_listed_by_label_family_and_language(world: World) -> None:
    world.review("You numbskull.", id="rude")
    world.review("I will find you.", id="grave", order_id="o2")
    world.review("Call me on 555-0134 please.", id="number", order_id="o3")

    def listed(**narrowed: str) -> set[str]:
        return {case.item_id for case in world.desk.cases.list(by=OPS, **narrowed).items}

    assert listed(label="abuse.insult") == {"rude"}
    assert listed(label="abuse.*") == {"rude", "grave"}
    assert listed(label="pii.*", lang="en", shop_id="shop-1") == {"number"}
    assert listed(label="abuse") == listed(label="%") == listed(lang="fr") == set()


def test_tick_goes_on_after_a_case_that_cannot_be_read(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    world.review("You numbskull.", id="i1")
    world.review("You numbskull!", id="i2", order_id="o2")
    broken, sound = world.case(by=ANA).summary, world.case(by=BEN).summary
    with world.store.engine.begin() as conn:
        conn.execute(text("UPDATE cases SET lane = 'nowhere' WHERE id = :id"), {"id": broken.id})
    world.desk.items.withdraw(sound.item_id, by=MARKET)
    world.later(days=1000)
    done = world.desk.tick()
    assert (done.failed, done.erased) == (1, 1)
    assert broken.id in caplog.text
    assert "numbskull" not in caplog.text


def test_next_respects_lane_and_queue(world: World) -> None:
    world.review("You numbskull.", id="mild")
    assert world.desk.cases.next(by=ANA, lanes={Lane.SPECIALIST}) is None
    assert world.desk.cases.next(by=ANA, queue="legal") is None
    assert world.desk.cases.next(by=ANA, queue="triage") is not None


def test_next_is_for_moderators(world: World) -> None:
    for actor in (SELLER, WILLIAM, MARKET, OPS):
        with pytest.raises(NotPermitted):
            world.desk.cases.next(by=actor)


def test_skipped_case_is_not_offered_again(world: World) -> None:
    world.review("You numbskull.")
    case = world.case()
    world.desk.cases.release(case.summary.id, by=ANA, reason=ReleaseReason.LANGUAGE)
    assert world.desk.cases.next(by=ANA) is None
    assert world.desk.cases.next(by=BEN) is not None


def test_lease_ends_and_the_case_can_be_taken(world: World) -> None:
    world.review("You numbskull.")
    case = world.case(by=ANA)
    with pytest.raises(CaseHeld):
        world.desk.cases.claim(case.summary.id, by=BEN)
    world.later(minutes=9)
    world.desk.cases.renew(case.summary.id, by=ANA)
    world.later(minutes=9)
    assert world.desk.cases.next(by=BEN) is None
    world.later(minutes=2)
    taken = world.case(by=BEN)
    assert taken.summary.holder == "moderator:ben"
    with pytest.raises(CaseHeld):
        world.decide(case, "allow", by=ANA)
    assert [e.kind for e in taken.timeline][-3:] == ["Renewed", "Released", "Claimed"]


def test_decide_carries_out_closes_and_tells(world: World) -> None:
    world.review("Call me on 555-0134 please.")
    case = world.case()
    decision = world.decide(case, "remove")
    assert world.desk.items.public("i1").visibility is Visibility.REMOVED
    after = world.desk.cases.get(case.summary.id, by=ANA)
    assert after.summary.status is Status.CLOSED
    assert decision.supersedes_id is not None
    assert decision.reason == "Holds a number."
    [author, *_] = [n for n in world.notices("author") if n.decision_id == decision.id]
    assert (author.outcome, author.reason) == ("removed", "Holds a number.")
    assert [c.id for c in author.clauses] == ["pii.phone"]
    assert [n.outcome for n in world.notices("seller")] == ["removed"]


def test_decide_claims_an_unheld_case_itself(world: World) -> None:
    world.review("You numbskull.")
    [row] = world.desk.cases.list(by=ANA).items
    view = world.desk.cases.get(row.id, by=ANA)
    assert Move.DECIDE in view.allowed
    world.decide(view, "allow")
    assert [e.kind for e in world.desk.cases.get(row.id, by=ANA).timeline][2:4] == ["Claimed", "Decided"]


def test_allow_lifts_what_the_machine_did(world: World) -> None:
    world.review("Call me on 555-0134 please.")
    world.decide(world.case(), "allow")
    assert world.desk.items.public("i1").public_text == "Call me on 555-0134 please."
    assert [n.outcome for n in world.notices("author")] == ["restored", "redacted"] or {
        n.outcome for n in world.notices("author")
    } == {"restored", "redacted"}


def test_redact_takes_the_spans_that_a_person_chose(world: World) -> None:
    world.review("Ask for Mrs Plum at the desk.", rating=5)
    world.report()
    case = world.case()
    with pytest.raises(NothingToRedact):
        world.decide(case, "redact")
    with pytest.raises(SpanOutsideText):
        world.decide(case, "redact", redactions=(Span(0, 99),))
    world.decide(case, "redact", redactions=(Span(12, 16),))
    assert world.desk.items.public("i1").public_text == "Ask for Mrs [removed] at the desk."


@pytest.mark.parametrize(
    ("refusal", "values"),
    [
        (ClauseMissing, {"clauses": ()}),
        (ReasonMissing, {"reason": None}),
        (ReasonMissing, {"reason": "  "}),
        (UnknownClause, {"clauses": ("pii.nonsense",)}),
        (StaleCase, {"version": 99}),
        (StaleCase, {"revision": 2}),
    ],
)
def test_decide_refuses_and_has_no_effect(world: World, refusal: type[ModerationError], values: dict) -> None:
    world.review("Call me on 555-0134 please.")
    case = world.case()
    with pytest.raises(refusal):
        world.decide(case, "remove", **values)
    assert world.desk.items.public("i1").visibility is Visibility.REDACTED
    assert world.desk.cases.get(case.summary.id, by=ANA).summary.status is Status.QUEUED


def test_shop_case_cannot_restrict_the_text_that_tells_of_it(world: World) -> None:
    world.review("They offered me a gift card for five stars.")
    case = world.case()
    with pytest.raises(WrongTarget):
        world.decide(case, "remove")
    world.decide(case, "allow", clauses=("incentive.positive_only",), reason="The card asks for five stars.")
    assert world.desk.items.public("i1").visibility is Visibility.PUBLISHED
    [notice] = world.notices("seller")
    assert (notice.outcome, notice.recipient) == ("confirmed", "shop:shop-1")
    assert not world.notices("author")


def test_undo_inside_the_delay_leaves_no_trace_outside(world: World) -> None:
    world.review("Call me on 555-0134 please.")
    told = len(world.notices())
    case = world.case()
    decision = world.decide(case, "remove", undo=10 * SECONDS)
    assert world.desk.items.public("i1").visibility is Visibility.REDACTED
    assert len(world.notices()) == told
    with pytest.raises(NotPermitted):
        world.desk.cases.undo(case.summary.id, by=BEN)
    world.later(seconds=9)
    back = world.desk.cases.undo(case.summary.id, by=ANA)
    assert back.summary.status is Status.QUEUED
    world.later(days=1)
    world.desk.tick()
    assert world.desk.items.public("i1").visibility is Visibility.REDACTED
    assert len(world.notices()) == told
    assert world.desk.items.file("i1", by=ANA).decisions[-1].undone_at is not None
    assert decision.id


def test_undo_after_the_delay_is_refused(world: World) -> None:
    world.review("Call me on 555-0134 please.")
    case = world.case()
    world.decide(case, "remove", undo=10 * SECONDS)
    world.later(seconds=10)
    assert world.desk.items.public("i1").visibility is Visibility.REMOVED
    with pytest.raises(UndoTooLate):
        world.desk.cases.undo(case.summary.id, by=ANA)


def test_escalated_case_waits_for_a_senior(world: World) -> None:
    world.review("You numbskull.")
    case = world.case()
    with pytest.raises(ReasonMissing):
        world.desk.cases.escalate(case.summary.id, by=ANA, note=" ")
    world.desk.cases.escalate(case.summary.id, by=ANA, note="Not sure whether this is banter.")
    assert world.desk.cases.next(by=BEN) is None
    taken = world.case(by=SENA)
    assert taken.summary.status is Status.ESCALATED
    assert "Not sure whether this is banter." in [e.text for e in taken.timeline]
    world.decide(taken, "allow", by=SENA)


def test_waiting_case_comes_back_on_answer_and_on_time(world: World) -> None:
    world.review("You numbskull.")
    case = world.case()
    waiting = world.desk.cases.ask(case.summary.id, by=ANA, question="Which parcel was it?")
    assert waiting.summary.status is Status.WAITING
    assert world.desk.cases.next(by=BEN) is None
    assert (
        world.desk.cases.answer(case.summary.id, by=MARKET, text="The second.").summary.status
        is Status.QUEUED
    )
    world.desk.cases.ask(case.summary.id, by=ANA, question="And when?")
    world.later(days=3)
    assert world.desk.cases.get(case.summary.id, by=ANA).summary.status is Status.QUEUED
    assert world.desk.cases.next(by=BEN) is not None


def test_snoozed_case_sleeps_until_its_time(world: World) -> None:
    world.review("You numbskull.")
    case = world.case()
    world.desk.cases.snooze(case.summary.id, by=ANA, until=world.now + timedelta(hours=1))
    assert world.desk.cases.next(by=BEN) is None
    assert not world.desk.cases.list(by=ANA, status=Status.QUEUED).items
    world.later(hours=1)
    assert world.desk.cases.list(by=ANA, status=Status.QUEUED).items
    assert world.desk.tick().resumed == 1
    assert world.desk.tick().resumed == 0


def test_notes_stay_inside_and_do_not_make_pages_stale(world: World) -> None:
    world.review("Call me on 555-0134 please.")
    case = world.case()
    world.desk.cases.note(case.summary.id, by=BEN, text="Seen the same number elsewhere.")
    world.decide(case, "redact")
    assert "elsewhere" not in " ".join(n.body for n in world.notices())


def test_held_moves_need_the_claim(world: World) -> None:
    world.review("You numbskull.")
    [row] = world.desk.cases.list(by=ANA).items
    with pytest.raises(NotClaimed):
        world.desk.cases.release(row.id, by=ANA)
    with pytest.raises(IllegalMove):
        world.desk.cases.undo(row.id, by=ANA)
    with pytest.raises(NotFound):
        world.desk.cases.get("case_none", by=ANA)
    with pytest.raises(NotPermitted):
        world.desk.cases.get(row.id, by=SELLER)


def test_allowed_is_what_can_be_done(world: World) -> None:
    world.review("You numbskull.")
    view = world.case()
    calls: dict[Move, Callable[[], object]] = {
        Move.UNDO: lambda: world.desk.cases.undo(view.summary.id, by=ANA),
        Move.ANSWER: lambda: world.desk.cases.answer(view.summary.id, by=ANA, text="x"),
        Move.RESUME: lambda: world.desk.cases.resume(view.summary.id, by=ANA),
        Move.RENEW: lambda: world.desk.cases.renew(view.summary.id, by=ANA),
        Move.NOTE: lambda: world.desk.cases.note(view.summary.id, by=ANA, text="x"),
        Move.RELEASE: lambda: world.desk.cases.release(view.summary.id, by=ANA),
    }
    for move, call in calls.items():
        if move in view.allowed:
            call()
        else:
            with pytest.raises(ModerationError):
                call()


def test_priority_is_the_sum_of_its_parts(world: World) -> None:
    world.review("Call me on 555-0134 please.")
    world.report()
    world.later(hours=7)
    [row] = world.desk.cases.list(by=ANA).items
    view = world.desk.cases.get(row.id, by=ANA)
    assert sum(view.parts.values()) == pytest.approx(row.priority)
    assert view.parts["reports"] == 1.0
    assert view.parts["age"] > 0


def test_overdue_is_written_once(world: World) -> None:
    world.review("Call me on 555-0134 please.")
    world.later(hours=25)
    assert [c.overdue for c in world.desk.cases.list(by=ANA, overdue=True).items] == [True]
    assert (world.desk.tick().breached, world.desk.tick().breached) == (1, 0)
    assert [q.overdue for q in world.desk.queues.list() if q.id == "triage"] == [1]


def test_routes_move_waiting_cases_and_preview_says_which(world: World) -> None:
    world.review("Call me on 555-0134 please.")
    [row] = world.desk.cases.list(by=ANA).items
    routes = [Route(queue="qa", labels=("pii.*",)), *world.desk.queues.routes()]
    assert world.desk.queues.preview(routes) == {row.id: ("triage", "qa")}
    with pytest.raises(UnknownQueue):
        world.desk.queues.set_routes([Route(queue="nowhere")], by=OPS)
    with pytest.raises(NotPermitted):
        world.desk.queues.set_routes(routes, by=ANA)
    world.desk.queues.set_routes(routes, by=OPS)
    assert [q.pending for q in world.desk.queues.list() if q.id == "qa"] == [1]
    world.desk.queues.set_routes([], by=OPS)
    assert [c.queue for c in world.desk.cases.list(by=ANA).items] == ["unmatched"]


def race(*calls: Callable[[], object]) -> list[object]:
    barrier = threading.Barrier(len(calls))
    results: list[object] = [None] * len(calls)

    def run(n: int, call: Callable[[], object]) -> None:
        barrier.wait()
        try:
            results[n] = call()
        except ModerationError as refusal:
            results[n] = refusal

    threads = [threading.Thread(target=run, args=(n, call)) for n, call in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def test_two_claims_have_one_winner(world: World) -> None:
    world.review("You numbskull.")
    [row] = world.desk.cases.list(by=ANA).items
    results = race(*(lambda a=a: world.desk.cases.claim(row.id, by=a) for a in (ANA, BEN)))
    assert sorted(isinstance(r, CaseHeld | StaleCase) for r in results) == [False, True]


def test_many_nexts_never_share_a_case(world: World) -> None:
    for n in range(6):
        world.review("You numbskull.", id=f"i{n}", order_id=f"o{n}")
    people = [type(ANA)(ANA.kind, f"m{n}") for n in range(10)]
    results = race(*(lambda a=a: world.desk.cases.next(by=a) for a in people))
    taken = [r.summary.id for r in results if r is not None and not isinstance(r, ModerationError)]
    assert len(taken) == len(set(taken)) == 6


def test_two_decisions_have_one_winner(world: World) -> None:
    world.review("Call me on 555-0134 please.")
    case = world.case()
    results = race(lambda: world.decide(case, "redact"), lambda: world.decide(case, "allow"))
    assert sum(isinstance(r, StaleCase) for r in results) == 1
    decisions = [d for d in world.desk.items.file("i1", by=ANA).decisions if not d.automated]
    assert len(decisions) == 1


def test_two_submits_of_one_item_make_one(world: World) -> None:
    world.buy()
    item = world.item("You numbskull.")
    results = race(*(lambda: world.desk.items.submit(item, by=MARKET) for _ in range(4)))
    assert sorted(r.created for r in results) == [False, False, False, True]
    assert len(world.desk.cases.list(by=ANA).items) == 1


STEPS = st.lists(
    st.sampled_from(
        [
            "review",
            "next",
            "claim",
            "decide",
            "undo",
            "edit",
            "report",
            "note",
            "later",
            "release",
            "escalate",
            "snooze",
            "withdraw",
            "tick",
        ]
    ),
    min_size=3,
    max_size=25,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS, actions=st.lists(st.sampled_from(list(Action)), min_size=25, max_size=25))
def test_rebuilt_projections_equal_live_ones(
    tmp_path_factory, steps: list[str], actions: list[Action]
) -> None:
    world = World(f"sqlite:///{tmp_path_factory.mktemp('w') / 'm.db'}")
    for n, (step, action) in enumerate(zip(steps, actions, strict=False)):
        try:
            play(world, step, action, n)
        except ModerationError:
            continue
    with world.store.read() as tx:
        before = list(snapshot(tx.cases._conn))
    world.desk.rebuild()
    with world.store.read() as tx:
        assert list(snapshot(tx.cases._conn)) == before
    world.store.close()


def play(world: World, step: str, action: Action, n: int) -> None:  # noqa: C901
    desk, rows = world.desk, world.desk.cases.list(by=ANA).items
    case_id = rows[0].id if rows else "none"
    match step:
        case "review":
            world.review("You numbskull, call 555-0134.", id=f"i{n}", order_id=f"o{n}")
        case "next":
            desk.cases.next(by=ANA)
        case "claim":
            desk.cases.claim(case_id, by=BEN)
        case "decide":
            view = desk.cases.get(case_id, by=ANA)
            world.decide(view, action, undo=timedelta(seconds=5))
        case "undo":
            desk.cases.undo(case_id, by=ANA)
        case "edit" if rows:
            desk.items.edit(rows[0].item_id, text=f"Edited {n}, 555-0135", by=WILLIAM)
        case "report" if rows:
            world.report(item_id=rows[0].item_id)
        case "note":
            desk.cases.note(case_id, by=BEN, text="Noted.")
        case "release":
            desk.cases.release(case_id, by=ANA, reason=ReleaseReason.LANGUAGE)
        case "escalate":
            desk.cases.escalate(case_id, by=ANA, note="Please look.")
        case "snooze":
            desk.cases.snooze(case_id, by=ANA, until=world.now + timedelta(minutes=5))
        case "withdraw" if rows:
            desk.items.withdraw(rows[0].item_id, by=WILLIAM)
        case "later":
            world.later(minutes=7)
        case "tick":
            desk.tick()
        case _:
            pass


def test_keeping_a_public_text_names_no_breach(world: World) -> None:
    world.review("You numbskull.")
    decision = world.decide(world.case(), "allow", clauses=("abuse.insult",))
    assert (decision.action, decision.clauses) == (Action.ALLOW, ())
