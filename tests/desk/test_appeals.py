"""Appeals: who, until when, by whom they are read, what the verdict does, who is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from moderation.cases.refusals import (
    AlreadyAppealed,
    AppealNotOpen,
    AppealTooLate,
    IllegalStep,
    NotBlind,
    NotPermitted,
    SameModerator,
    VerdictContradicts,
)
from moderation.cases.status import AppealStatus, Move, Standing, Status, Verdict, Visibility
from moderation.decisions import Action, Actor, ActorKind, Lane
from moderation.desk.refusals import ItemWithdrawn, NotFound, ReasonMissing, WrongLane
from moderation.errors import ModerationError
from tests.desk.test_cases import race
from tests.desk.world import ANA, BEN, MARKET, OPS, OTHER_SELLER, SELLER, SENA, WILLIAM, World

CAT = Actor(ActorKind.MODERATOR, "cat")


@pytest.fixture
def removed(world: World):
    """A review with a number that Ana removed."""
    world.review("Call me on 555-0134 please.")
    return world.decide(world.case(), "remove")


def test_walk_from_report_to_redress(world: World) -> None:
    world.review("Ask for Mrs Plum at the desk.", rating=1)
    report = world.report()
    first = world.decide(world.case(by=ANA), "remove")
    assert world.desk.reports.get(report.id, by=SELLER).status == "upheld"
    appeal = world.appeal(first.id)
    world.case(by=BEN)
    blind = world.desk.appeals.get(appeal.id, by=BEN)
    assert blind.decision is None
    revealed = world.read_blind(appeal.id)
    assert revealed.decision is not None
    assert revealed.decision.id == first.id
    done = world.verdict(appeal.id, "overturned")
    assert (done.status, done.outcome) == (AppealStatus.OVERTURNED, Verdict.OVERTURNED)
    assert world.desk.items.public("i1").public_text == "Ask for Mrs Plum at the desk."
    assert world.desk.reports.get(report.id, by=SELLER).status == "not_upheld"
    outcomes = {(n.audience, n.outcome) for n in world.notices()}
    assert {
        ("author", "removed"),
        ("author", "appeal_overturned"),
        ("reporter", "report_upheld"),
        ("reporter", "report_not_upheld"),
        ("seller", "restored"),
    } <= outcomes
    assert {c.status for c in world.desk.cases.list(by=OPS).items} == {Status.CLOSED}
    log = [e.kind for e in world.desk.cases.get(first.case_id, by=SENA).timeline]
    assert log[-5:] == ["AppealEnded", "Reopened", "Claimed", "Decided", "Closed"]
    assert world.desk.tick().appeals_notified == 1
    assert world.desk.appeals.get(appeal.id, by=WILLIAM).status == AppealStatus.NOTIFIED


@pytest.mark.parametrize("actor", [SELLER, OTHER_SELLER, Actor(ActorKind.AUTHOR, "Somebody")])
def test_appeal_is_open_only_to_whom_the_decision_went_against(world: World, removed, actor: Actor) -> None:
    with pytest.raises(AppealNotOpen):
        world.appeal(removed.id, by=actor)


@pytest.mark.parametrize("actor", [MARKET, ANA, OPS])
def test_staff_do_not_appeal(world: World, removed, actor: Actor) -> None:
    with pytest.raises(NotPermitted):
        world.appeal(removed.id, by=actor)


def test_reporter_may_appeal_when_not_upheld(world: World) -> None:
    world.review("Ask for Mrs Plum at the desk.")
    world.report(by=SELLER)
    kept = world.decide(world.case(), "allow")
    with pytest.raises(AppealNotOpen):
        world.appeal(kept.id, by=WILLIAM)
    appeal = world.appeal(kept.id, by=SELLER)
    assert appeal.standing is Standing.REPORTER
    world.read_blind(appeal.id, action="redact")
    with pytest.raises(VerdictContradicts):
        world.verdict(appeal.id, "overturned")
    world.verdict(appeal.id, "overturned", action=Action.REMOVE, clauses=("pii.third_party_name",))
    assert world.desk.items.public("i1").visibility is Visibility.REMOVED
    assert [n.outcome for n in world.notices("author")] == ["removed"]
    assert [n.outcome for n in world.notices("seller")] == []
    assert "appeal_overturned" in {n.outcome for n in world.notices("reporter", by=SELLER)}


def test_reporter_appeals_follow_the_region(tmp_path) -> None:
    world = World(f"sqlite:///{tmp_path / 'us.db'}", profile="us")
    buyer = Actor(ActorKind.AUTHOR, "Petra")
    world.review("Ask for Mrs Plum at the desk.")
    world.report(by=buyer)
    world.report(by=SELLER)
    kept = world.decide(world.case(), "allow")
    with pytest.raises(AppealNotOpen):
        world.appeal(kept.id, by=buyer)
    assert world.appeal(kept.id, by=SELLER).standing is Standing.REPORTER
    world.store.close()


def test_shop_may_appeal_a_decision_on_its_conduct(world: World) -> None:
    world.review("They offered me a gift card for five stars.")
    confirmed = world.decide(
        world.case(), "allow", clauses=("incentive.positive_only",), reason="Asks for stars."
    )
    with pytest.raises(AppealNotOpen):
        world.appeal(confirmed.id, by=OTHER_SELLER)
    appeal = world.appeal(confirmed.id, by=SELLER)
    assert appeal.standing is Standing.SELLER
    world.read_blind(appeal.id)
    world.verdict(appeal.id, "upheld")
    assert [n.outcome for n in world.notices("seller")] == ["appeal_upheld", "confirmed"]


def test_window_is_written_into_the_decision(world: World, removed) -> None:
    assert removed.appeal_until == world.now + timedelta(days=184)
    profile = world.desk.room.profile
    shorter = replace(profile, appeals=replace(profile.appeals, window_days=1))
    object.__setattr__(world.desk.room, "profile", shorter)
    world.later(days=183)
    assert world.appeal(removed.id).status is AppealStatus.FILED


def test_late_appeal_is_refused(world: World, removed) -> None:
    world.later(days=184)
    with pytest.raises(AppealTooLate):
        world.appeal(removed.id)


def test_one_pending_appeal_per_party(world: World, removed) -> None:
    world.appeal(removed.id)
    with pytest.raises(AlreadyAppealed):
        world.appeal(removed.id)


def test_two_appeals_at_once_have_one_winner(world: World, removed) -> None:
    results = race(lambda: world.appeal(removed.id), lambda: world.appeal(removed.id))
    assert sum(isinstance(r, ModerationError) for r in results) == 1


def test_upheld_appeal_can_be_appealed_once_more_then_never(world: World, removed) -> None:
    first = world.appeal(removed.id)
    world.read_blind(first.id, by=BEN)
    done = world.verdict(first.id, "upheld", by=BEN)
    assert done.outcome is Verdict.UPHELD
    assert world.desk.items.public("i1").visibility is Visibility.REMOVED
    [told] = [n for n in world.notices("author") if n.outcome == "appeal_upheld"]
    assert told.contest_until == world.now + timedelta(
        days=world.desk.room.profile.appeals.second_window_days
    )
    second = world.appeal(removed.id)
    for touched in (ANA, BEN):
        with pytest.raises(SameModerator):
            world.read_blind(second.id, by=touched)
    world.read_blind(second.id, by=CAT)
    world.verdict(second.id, "upheld", by=CAT)
    with pytest.raises(AlreadyAppealed):
        world.appeal(removed.id)


def test_whoever_touched_the_first_decision_never_reads_the_appeal(world: World) -> None:
    world.review("Call me on 555-0134 please.")
    case = world.case(by=BEN)
    world.desk.cases.note(case.summary.id, by=CAT, text="Looks like a shop.")
    world.desk.cases.release(case.summary.id, by=BEN)
    decision = world.decide(world.case(by=ANA), "remove")
    appeal = world.appeal(decision.id)
    for touched in (ANA, BEN, CAT):
        assert world.desk.cases.next(by=touched) is None
        assert not world.desk.cases.get(appeal.case_id, by=touched).allowed
        with pytest.raises(SameModerator):
            world.desk.cases.claim(appeal.case_id, by=touched)
        with pytest.raises(SameModerator):
            world.read_blind(appeal.id, by=touched)
    assert world.case(by=SENA).summary.id == appeal.case_id


def test_touching_the_first_case_later_bars_as_well(world: World, removed) -> None:
    appeal = world.appeal(removed.id)
    world.desk.cases.note(removed.case_id, by=BEN, text="I remember this one.")
    with pytest.raises(SameModerator):
        world.read_blind(appeal.id, by=BEN)
    assert world.desk.cases.next(by=BEN) is None


def test_database_refuses_the_first_decider(world: World, removed) -> None:
    appeal = world.appeal(removed.id)
    with world.store.read() as tx:
        record = tx.appeals.get(appeal.id)
    assert record is not None
    with pytest.raises(SameModerator), world.store.write() as tx:
        tx.appeals.put(replace(record, handled_by=str(ANA)))
    with world.store.write() as tx:
        tx.appeals.put(replace(record, handled_by=str(BEN)))


def test_final_needs_a_provisional_verdict_by_the_same_reader(world: World, removed) -> None:
    appeal = world.appeal(removed.id)
    with pytest.raises(NotBlind):
        world.verdict(appeal.id, "upheld", by=BEN)
    world.read_blind(appeal.id, by=BEN)
    world.desk.cases.release(appeal.case_id, by=BEN)
    with pytest.raises(NotBlind):
        world.verdict(appeal.id, "upheld", by=CAT)


def test_provisional_verdict_cannot_be_changed_after_the_reveal(world: World, removed) -> None:
    appeal = world.appeal(removed.id)
    world.read_blind(appeal.id, by=BEN)
    with pytest.raises(IllegalStep):
        world.read_blind(appeal.id, by=BEN, action="remove")


def test_reader_is_blind_to_the_first_decision_everywhere(world: World, removed) -> None:
    appeal = world.appeal(removed.id)
    view = world.case(by=BEN)
    assert view.summary.lane is Lane.APPEALS
    assert view.decisions == ()
    assert [a.decision for a in view.appeals] == [None]
    assert world.desk.cases.get(removed.case_id, by=BEN).decisions == ()
    with pytest.raises(WrongLane):
        world.decide(view, "allow", by=BEN)
    world.read_blind(appeal.id)
    assert len(world.desk.cases.get(view.summary.id, by=BEN).decisions) == 2


def test_nothing_in_the_file_tells_the_first_decision(world: World) -> None:
    world.review("Ask for Mrs Plum at the desk.")
    world.report()
    case = world.case(by=ANA)
    world.desk.cases.note(case.summary.id, by=ANA, text="I shall take this down.")
    first = world.decide(case, "remove", by=ANA)
    appeal = world.appeal(first.id)
    again = world.case(by=BEN).summary.id
    for case_id in (again, first.case_id):
        view = world.desk.cases.get(case_id, by=BEN)
        assert (view.item.visibility, view.item.public_text) == (Visibility.PUBLISHED, view.text)
        assert [(r.status, r.decision_id, r.settled_at) for r in view.reports] == [
            ("under_review", None, None)
        ]
        assert "remove" not in repr(view.timeline)
        assert first.id not in repr(view.timeline)
        assert not [e for e in view.timeline if e.text]
        assert view.undo_until is None
    file = world.desk.items.file("i1", by=BEN)
    assert (file.decisions, file.item.visibility) == ((), Visibility.PUBLISHED)
    assert world.desk.items.public("i1").visibility is Visibility.REMOVED

    world.read_blind(appeal.id, by=BEN)
    view = world.desk.cases.get(first.case_id, by=BEN)
    assert view.item.visibility is Visibility.REMOVED
    assert [(r.status, r.decision_id) for r in view.reports] == [("upheld", first.id)]
    assert [e.facts["action"] for e in view.timeline if e.kind == "Decided"] == ["remove"]
    assert [e.text for e in view.timeline if e.kind == "Noted"] == ["I shall take this down."]
    assert world.desk.items.file("i1", by=BEN).decisions


def test_an_earlier_appeal_does_not_tell_the_decision_either(world: World, removed) -> None:
    earlier = world.appeal(removed.id)
    world.read_blind(earlier.id, by=BEN)
    world.verdict(earlier.id, "upheld", by=BEN)
    again = world.appeal(removed.id)
    world.case(by=CAT)
    seen = world.desk.appeals.get(earlier.id, by=CAT)
    assert (seen.decision, seen.outcome_decision, seen.outcome) == (None, None, None)
    world.read_blind(again.id, by=CAT)
    assert world.desk.appeals.get(earlier.id, by=CAT).outcome is Verdict.UPHELD


def test_case_with_a_pending_appeal_does_not_close(world: World, removed) -> None:
    world.later(minutes=1)
    world.desk.tick()
    assert world.desk.cases.get(removed.case_id, by=SENA).summary.status is Status.CLOSED
    appeal = world.appeal(removed.id)
    world.later(days=100)
    world.desk.tick()
    assert world.desk.cases.get(removed.case_id, by=SENA).summary.status is Status.DECIDED
    world.desk.appeals.withdraw(appeal.id, by=WILLIAM)
    assert world.desk.cases.get(removed.case_id, by=SENA).summary.status is Status.CLOSED
    assert world.desk.cases.get(appeal.case_id, by=SENA).summary.status is Status.VOID


def test_modified_replaces_the_action(world: World, removed) -> None:
    appeal = world.appeal(removed.id)
    world.read_blind(appeal.id, action="redact")
    done = world.verdict(appeal.id, "modified", action=Action.REDACT)
    assert world.desk.items.public("i1").public_text == "Call me on [phone] please."
    assert done.outcome_decision is not None
    assert done.outcome_decision.supersedes_id == removed.id
    assert [n.outcome for n in world.notices("author")][:1] == ["appeal_modified"]
    # The new decision can be contested again, by somebody who had no part in either.
    again = world.appeal(done.outcome_decision.id)
    with pytest.raises(SameModerator):
        world.read_blind(again.id, by=BEN)


@pytest.mark.parametrize(
    ("verdict", "action"),
    [
        ("upheld", Action.ALLOW),
        ("overturned", Action.REMOVE),
        ("modified", Action.REMOVE),
        ("modified", Action.ALLOW),
    ],
)
def test_verdict_and_action_must_agree(world: World, removed, verdict: str, action: Action) -> None:
    appeal = world.appeal(removed.id)
    world.read_blind(appeal.id)
    with pytest.raises(VerdictContradicts):
        world.verdict(appeal.id, verdict, action=action)
    assert world.desk.items.public("i1").visibility is Visibility.REMOVED


def test_appeal_needs_words_and_a_decision(world: World, removed) -> None:
    with pytest.raises(NotFound):
        world.appeal("dec_none")
    world.desk.items.withdraw("i1", by=WILLIAM)
    with pytest.raises(ItemWithdrawn):
        world.appeal(removed.id)


def test_statement_is_demanded(world: World, removed) -> None:
    from moderation.desk.drafts import AppealDraft

    with pytest.raises(ReasonMissing):
        world.desk.appeals.file(AppealDraft(decision_id=removed.id, statement="  "), by=WILLIAM)


def test_machine_action_can_be_appealed_to_a_person(world: World) -> None:
    done = world.review("Call me on 555-0134 please.")
    appeal = world.appeal(done.decision.id)
    world.read_blind(appeal.id, by=BEN)
    world.verdict(appeal.id, "overturned", by=BEN)
    assert world.desk.items.public("i1").public_text == "Call me on 555-0134 please."
    assert {c.status for c in world.desk.cases.list(by=OPS).items} == {Status.CLOSED}


def test_first_decision_of_a_person_settles_the_appeal_on_the_machines(world: World) -> None:
    done = world.review("Call me on 555-0134 please.")
    appeal = world.appeal(done.decision.id)
    triage = next(c for c in world.desk.cases.list(by=ANA).items if c.lane is Lane.TRIAGE)
    decision = world.decide(world.desk.cases.get(triage.id, by=ANA), "allow", undo=timedelta(seconds=10))
    assert decision.executes_at == world.now
    settled = world.desk.appeals.get(appeal.id, by=WILLIAM)
    assert (settled.outcome, settled.handled_by) == (Verdict.OVERTURNED, None)
    assert {c.status for c in world.desk.cases.list(by=OPS).items} == {Status.CLOSED, Status.VOID}


def test_two_parties_on_one_decision_are_settled_together(world: World) -> None:
    world.review("Call me on 555-0134 please, ask for Mrs Plum.")
    world.report(by=SELLER, reason="threat_or_violence")
    first = world.decide(world.case(), "remove")
    mine, theirs = world.appeal(first.id, by=WILLIAM), world.appeal(first.id, by=SELLER)
    assert mine.case_id == theirs.case_id
    world.read_blind(mine.id)
    world.verdict(mine.id, "overturned")
    other = world.desk.appeals.get(theirs.id, by=SELLER)
    assert other.outcome is Verdict.UPHELD
    assert {c.status for c in world.desk.cases.list(by=OPS).items} == {Status.CLOSED}


def test_others_do_not_see_an_appeal(world: World, removed) -> None:
    appeal = world.appeal(removed.id)
    with pytest.raises(NotFound):
        world.desk.appeals.get(appeal.id, by=SELLER)
    assert not world.desk.appeals.list(by=OTHER_SELLER).items
    assert [a.id for a in world.desk.appeals.list(by=WILLIAM).items] == [appeal.id]
    assert [a.id for a in world.desk.appeals.list(by=SENA).items] == [appeal.id]
    assert world.desk.cases.get(appeal.case_id, by=BEN).allowed >= {Move.CLAIM, Move.DECIDE}
