"""Reports: what they need, how they merge, what comes of each, and who is told."""

from __future__ import annotations

import pytest

from moderation.cases.status import ReportStatus, Status
from moderation.content import Author, Surface
from moderation.decisions import Actor, ActorKind, Lane
from moderation.desk.refusals import (
    AcknowledgementMissing,
    ItemWithdrawn,
    NotFound,
    NotYours,
    ReportTooLate,
    SpanOutsideText,
    UnknownReason,
)
from moderation.errors import ModerationError
from moderation.findings import Span
from tests.desk.world import ANA, MARKET, OTHER_SELLER, SELLER, WILLIAM, World

PETRA = Actor(ActorKind.AUTHOR, "Petra")


@pytest.mark.parametrize(
    ("refusal", "values", "by"),
    [
        (UnknownReason, {"reason": "because"}, SELLER),
        (AcknowledgementMissing, {"acknowledged": False}, SELLER),
        (SpanOutsideText, {"span": Span(0, 999)}, SELLER),
        (NotFound, {"item_id": "none"}, SELLER),
        (NotYours, {}, OTHER_SELLER),
    ],
)
def test_report_is_refused(world: World, refusal: type[ModerationError], values: dict, by: Actor) -> None:
    world.review("Ask for Mrs Plum.")
    with pytest.raises(refusal):
        world.report(by=by, **values)
    assert not world.desk.cases.list(by=ANA).items


def test_report_on_a_withdrawn_item_is_refused(world: World) -> None:
    world.review()
    world.desk.items.withdraw("i1", by=WILLIAM)
    with pytest.raises(ItemWithdrawn):
        world.report()


def test_report_window_follows_the_region(tmp_path) -> None:
    world = World(f"sqlite:///{tmp_path / 'sea.db'}", profile="sea")
    world.review()
    world.later(days=31)
    with pytest.raises(ReportTooLate):
        world.report()
    world.store.close()


def test_report_opens_a_case_with_a_reference(world: World) -> None:
    world.review("Ask for Mrs Plum.")
    report = world.report(span=Span(8, 16), comment="A name.")
    assert report.reference.startswith("R-")
    assert world.desk.reports.get(report.reference, by=SELLER).id == report.id
    view = world.case()
    assert (view.summary.origin, view.summary.reports) == ("report", 1)
    assert view.reports[0].comment == "A name."


def test_reports_merge_into_the_open_case_and_none_is_lost(world: World) -> None:
    world.review("Call me on 555-0134 please.")
    people = [SELLER, PETRA, *(Actor(ActorKind.AUTHOR, f"b{n}") for n in range(8))]
    reports = [world.report(by=who) for who in people] + [world.report(by=PETRA)]
    assert len(world.desk.cases.list(by=ANA).items) == 1
    assert len({r.reference for r in reports}) == 11
    assert (reports[-1].status, reports[-1].duplicate_of) == (ReportStatus.DUPLICATE, reports[1].id)
    world.decide(world.case(), "redact")
    ended = [world.desk.reports.get(r.id, by=ANA).status for r in reports]
    assert ended == [ReportStatus.UPHELD] * 11
    assert len(world.notices("reporter")) == 11


def test_report_for_another_reason_is_not_upheld(world: World) -> None:
    world.review("Call me on 555-0134 please.")
    personal = world.report()
    threat = world.report(by=PETRA, reason="threat_or_violence")
    world.decide(world.case(), "redact")
    assert world.desk.reports.get(personal.id, by=SELLER).status is ReportStatus.UPHELD
    assert world.desk.reports.get(threat.id, by=PETRA).status is ReportStatus.NOT_UPHELD


def test_moderator_can_call_a_report_invalid(world: World) -> None:
    world.review("Ask for Mrs Plum.")
    report = world.report()
    world.decide(world.case(), "allow", report_outcomes={report.id: ReportStatus.INVALID})
    assert world.desk.reports.get(report.id, by=SELLER).status is ReportStatus.INVALID
    assert [n.outcome for n in world.notices("reporter")] == ["report_invalid"]


def test_same_reason_after_a_decision_is_answered_at_once(world: World) -> None:
    world.review("Ask for Mrs Plum.")
    world.report()
    world.decide(world.case(), "allow")
    again = world.report(by=PETRA)
    assert again.status is ReportStatus.NOT_UPHELD
    assert world.desk.cases.next(by=ANA) is None
    assert len(world.notices("reporter", by=PETRA)) == 1
    other = world.report(by=PETRA, reason="threat_or_violence")
    assert other.status is ReportStatus.RECEIVED
    assert world.desk.cases.next(by=ANA) is not None


def test_report_on_a_new_revision_reopens_the_case(world: World) -> None:
    world.review("Ask for Mrs Plum.")
    world.report()
    first = world.decide(world.case(), "allow")
    world.desk.items.edit("i1", text="Ask for Mrs Plum and Mr Pear.", by=WILLIAM)
    report = world.report()
    assert report.case_id == first.case_id
    assert world.desk.cases.get(report.case_id, by=ANA).summary.status is Status.QUEUED
    assert world.case().summary.revision == 2


def test_undone_decision_takes_report_outcomes_back(world: World) -> None:
    from datetime import timedelta

    world.review("Call me on 555-0134 please.")
    report = world.report()
    case = world.case()
    world.decide(case, "redact", undo=timedelta(seconds=10))
    world.desk.cases.undo(case.summary.id, by=ANA)
    assert world.desk.reports.get(report.id, by=SELLER).status is ReportStatus.UNDER_REVIEW
    assert not world.notices("reporter")


def test_withdrawn_report_gets_no_outcome(world: World) -> None:
    world.review("Call me on 555-0134 please.")
    report = world.report()
    world.desk.reports.withdraw(report.id, by=SELLER)
    world.decide(world.case(), "redact")
    assert world.desk.reports.get(report.id, by=SELLER).status is ReportStatus.WITHDRAWN
    assert not world.notices("reporter")


def test_legal_notice_goes_to_the_legal_lane(world: World) -> None:
    world.review("The owner is a crook.")
    world.report(reason="defamation_or_other_illegal")
    assert [c.lane for c in world.desk.cases.list(by=ANA).items] == [Lane.LEGAL]


def test_buyer_reports_a_reply(world: World) -> None:
    reply = world.item(
        "Thank you, Danielle.", id="r1", surface=Surface.SELLER_REPLY, author=Author.SELLER, rating=None
    )
    world.desk.items.submit(reply, by=SELLER)
    world.report(by=PETRA, item_id="r1")
    decision = world.decide(world.case(), "remove", clauses=("pii.customer_name",))
    [told] = world.notices("author")
    assert told.recipient == "shop:shop-1"
    assert [n.id for n in world.notices(by=SELLER)] == [told.id]
    assert world.appeal(decision.id, by=SELLER).standing == "author"


def test_everybody_sees_their_own_reports(world: World) -> None:
    world.review("Ask for Mrs Plum.")
    mine, theirs = world.report(), world.report(by=PETRA)
    assert [r.id for r in world.desk.reports.list(by=SELLER).items] == [mine.id]
    assert {r.id for r in world.desk.reports.list(by=ANA).items} == {mine.id, theirs.id}
    assert {r.id for r in world.desk.reports.list(by=MARKET).items} == {mine.id, theirs.id}
    with pytest.raises(NotFound):
        world.desk.reports.get(theirs.id, by=SELLER)


def test_accurate_reporters_weigh_more(world: World) -> None:
    for n in range(6):
        world.review("Call me on 555-0134 please.", id=f"i{n}", order_id=f"o{n}")
        world.report(by=PETRA, item_id=f"i{n}")
        world.decide(world.case(), "redact")
    world.review("Ask for Mrs Plum.", id="last", order_id="o-last")
    world.report(by=PETRA, item_id="last")
    assert world.case().parts["reports"] > 1.0


def test_claimed_case_puts_its_reports_under_review(world: World) -> None:
    world.review("Ask for Mrs Plum.")
    report = world.report()
    world.case()
    assert world.desk.reports.get(report.id, by=SELLER).status is ReportStatus.UNDER_REVIEW
