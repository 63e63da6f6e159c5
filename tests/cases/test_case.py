"""The case aggregate: the exhaustive matrix, folding, leases, versions."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moderation.cases import events as ev
from moderation.cases.case import Case, apply, begin, fold
from moderation.cases.events import EVENTS, Event, Opened
from moderation.cases.moves import SYSTEM, allowed, as_of, check, lapsed
from moderation.cases.refusals import (
    CaseHeld,
    IllegalMove,
    NotClaimed,
    NotPermitted,
    PendingAppeal,
    SameModerator,
    UndoTooLate,
)
from moderation.cases.status import OPEN, AppealStatus, Move, Origin, ReleaseReason, Status
from moderation.cases.table import EVENT_OF, HELD, NEXT
from moderation.decisions import About, Action, Actor, ActorKind, Lane
from moderation.errors import ModerationError

T0 = datetime(2026, 3, 1, 9, tzinfo=UTC)
ANA = Actor(ActorKind.MODERATOR, "ana")
BEN = Actor(ActorKind.MODERATOR, "ben")
SENA = Actor(ActorKind.SENIOR, "sena")
LATER = T0 + timedelta(minutes=10)

OPENED = Opened(
    at=T0,
    by=SYSTEM,
    case_id="c1",
    item_id="i1",
    revision=1,
    lane=Lane.TRIAGE,
    about=About.AUTHOR,
    labels=("pii.phone",),
    origin=Origin.FINDING,
    severity=10.0,
    confidence=0.9,
)


def at(status: Status, *, holder: Actor | None = None) -> Case:
    case = replace(begin(OPENED), status=status, queue="triage")
    if status is Status.DECIDED:
        case = replace(case, decision_id="d1", decided_by=str(ANA), undo_until=LATER)
    if holder:
        case = replace(case, holder=str(holder), lease_until=LATER)
    return case


def event(kind: type[Event], *, by: Actor = ANA, now: datetime = T0) -> Event:
    extra = {
        ev.Opened: {
            "case_id": "c1",
            "item_id": "i1",
            "revision": 1,
            "lane": Lane.TRIAGE,
            "about": About.AUTHOR,
            "labels": (),
            "origin": Origin.FINDING,
        },
        ev.Queued: {"queue": "triage", "due_at": LATER},
        ev.Moved: {"queue": "legal"},
        ev.Claimed: {"lease_until": LATER},
        ev.Renewed: {"lease_until": LATER},
        ev.Released: {"reason": ReleaseReason.GIVEN_BACK},
        ev.Escalated: {"text_id": "t1"},
        ev.Asked: {"text_id": "t1", "until": LATER},
        ev.Answered: {"text_id": "t1"},
        ev.Snoozed: {"until": LATER},
        ev.Decided: {"decision_id": "d1", "revision": 1, "action": Action.REDACT, "undo_until": LATER},
        ev.Undone: {"decision_id": "d1"},
        ev.Reopened: {"revision": 2, "because": "edited"},
        ev.Voided: {"because": "withdrawn"},
        ev.Noted: {"text_id": "t1"},
        ev.Reported: {"report_id": "r1", "weight": 1.0},
        ev.Reassessed: {"revision": 2, "labels": ("pii.email",), "severity": 5.0, "confidence": 0.5},
        ev.Appealed: {"appeal_id": "a1"},
        ev.AppealEnded: {"appeal_id": "a1", "outcome": AppealStatus.UPHELD},
    }.get(kind, {})
    return kind(at=now, by=by, **extra)


# Section 4.2 of the design study, written out a second time and by hand: the table must say the same.
OPEN_ONES = {Status.NEW, Status.QUEUED, Status.WAITING, Status.SNOOZED, Status.ESCALATED}
EXPECTED = {
    ev.Opened: {},
    ev.Queued: {Status.NEW: Status.QUEUED},
    ev.Moved: {Status.QUEUED: Status.QUEUED, Status.ESCALATED: Status.ESCALATED},
    ev.Claimed: {Status.QUEUED: Status.QUEUED, Status.ESCALATED: Status.ESCALATED},
    ev.Renewed: {Status.QUEUED: Status.QUEUED, Status.ESCALATED: Status.ESCALATED},
    ev.Released: {Status.QUEUED: Status.QUEUED, Status.ESCALATED: Status.ESCALATED},
    ev.Escalated: {Status.QUEUED: Status.ESCALATED},
    ev.Asked: {Status.QUEUED: Status.WAITING},
    ev.Answered: {Status.WAITING: Status.QUEUED},
    ev.Snoozed: {Status.QUEUED: Status.SNOOZED},
    ev.Resumed: {Status.WAITING: Status.QUEUED, Status.SNOOZED: Status.QUEUED},
    ev.Decided: {Status.QUEUED: Status.DECIDED, Status.ESCALATED: Status.DECIDED},
    ev.Undone: {Status.DECIDED: Status.QUEUED},
    ev.Closed: {Status.DECIDED: Status.CLOSED},
    ev.Reopened: {Status.DECIDED: Status.QUEUED, Status.CLOSED: Status.QUEUED},
    ev.Voided: dict.fromkeys(OPEN_ONES, Status.VOID),
    ev.Noted: {s: s for s in Status if s is not Status.VOID},
    ev.Reported: {s: s for s in OPEN_ONES},
    ev.Reassessed: {s: s for s in OPEN_ONES},
    ev.Appealed: {**{s: s for s in OPEN_ONES}, Status.DECIDED: Status.DECIDED, Status.CLOSED: Status.DECIDED},
    ev.AppealEnded: {s: s for s in Status if s is not Status.CLOSED},
    ev.Breached: {s: s for s in OPEN_ONES},
}


def test_matrix_knows_every_event() -> None:
    assert set(EXPECTED) == set(EVENTS)


@pytest.mark.parametrize("kind", EVENTS, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("lease", ["mine", "another's", "none"])
def test_apply_accepts_exactly_what_the_table_lists(status: Status, kind: type[Event], lease: str) -> None:
    case = at(status, holder={"mine": ANA, "another's": BEN, "none": None}[lease])
    after = EXPECTED[kind].get(status)
    if after is None:
        refusal: type[ModerationError] | None = IllegalMove
    elif lease == "another's" and kind in {ev.Claimed, ev.Renewed, ev.Released, ev.Escalated, ev.Decided}:
        refusal = CaseHeld
    elif lease == "none" and kind in {ev.Renewed, ev.Released, ev.Escalated, ev.Decided}:
        refusal = NotClaimed
    else:
        refusal = None
    if refusal is not None:
        with pytest.raises(refusal):
            apply(case, event(kind))
        return
    stepped = apply(case, event(kind))
    assert after is not None
    assert stepped.status is after
    assert stepped.seq == case.seq + 1
    assert stepped.version in {case.version, case.version + 1}


@pytest.mark.parametrize("kind", ActorKind)
@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("lease", ["mine", "another's", "none"])
def test_allowed_moves_are_those_apply_accepts(status: Status, kind: ActorKind, lease: str) -> None:
    actor = Actor(kind, "ana")
    case = at(status, holder={"mine": actor, "another's": BEN, "none": None}[lease])
    if status is Status.DECIDED:
        case = replace(case, decided_by=str(actor))
    moves = allowed(case, actor, T0)
    for move in Move:
        if move in moves:
            # Deciding an unheld case claims it first.
            ready = (
                apply(case, event(ev.Claimed, by=actor)) if move is Move.DECIDE and lease == "none" else case
            )
            apply(ready, event(EVENT_OF[move], by=actor))
        else:
            with pytest.raises(ModerationError):
                check(case, move, actor, T0)


@pytest.mark.parametrize("status", [Status.DECIDED])
def test_close_with_a_pending_appeal_is_refused(status: Status) -> None:
    case = apply(at(status), event(ev.Appealed))
    with pytest.raises(PendingAppeal):
        apply(case, event(ev.Closed))
    assert not lapsed(case, LATER + timedelta(days=400))
    ended = apply(case, event(ev.AppealEnded))
    assert as_of(ended, LATER).status is Status.CLOSED


def test_appeal_brings_a_closed_case_back() -> None:
    assert apply(at(Status.CLOSED), event(ev.Appealed)).status is Status.DECIDED


def test_lease_ends_by_itself() -> None:
    case = at(Status.QUEUED, holder=ANA)
    with pytest.raises(CaseHeld):
        check(case, Move.CLAIM, BEN, T0)
    assert Move.CLAIM in allowed(case, BEN, LATER)
    assert as_of(case, LATER).holder is None


@pytest.mark.parametrize(
    ("status", "field"), [(Status.SNOOZED, "snoozed_until"), (Status.WAITING, "waiting_until")]
)
def test_passed_deadline_reads_as_passed(status: Status, field: str) -> None:
    case = replace(at(status), **{field: LATER})
    assert as_of(case, LATER - timedelta(microseconds=1)).status is status
    assert as_of(case, LATER).status is Status.QUEUED


def test_breach_is_due_once() -> None:
    case = replace(at(Status.QUEUED), due_at=LATER)
    assert [type(e) for e in lapsed(case, LATER)] == [ev.Breached]
    assert not lapsed(as_of(case, LATER), LATER + timedelta(days=9))


def test_escalated_case_needs_a_senior() -> None:
    with pytest.raises(NotPermitted):
        check(at(Status.ESCALATED), Move.CLAIM, ANA, T0)
    check(at(Status.ESCALATED), Move.CLAIM, SENA, T0)


def test_barred_person_may_do_nothing() -> None:
    case = replace(at(Status.QUEUED), barred=frozenset({str(ANA)}))
    assert not allowed(case, ANA, T0)
    with pytest.raises(SameModerator):
        check(case, Move.CLAIM, ANA, T0)
    with pytest.raises(SameModerator):
        check(at(Status.QUEUED), Move.CLAIM, BEN, T0, barred=frozenset({str(BEN)}))


def test_undo_only_by_the_decider_inside_the_window() -> None:
    case = at(Status.DECIDED)
    check(case, Move.UNDO, ANA, T0)
    with pytest.raises(NotPermitted):
        check(case, Move.UNDO, BEN, T0)
    with pytest.raises(UndoTooLate):
        check(case, Move.UNDO, ANA, LATER)


def test_skip_remembers_who_skipped() -> None:
    case = at(Status.QUEUED, holder=ANA)
    skipped = apply(case, ev.Released(at=T0, by=ANA, reason=ReleaseReason.LANGUAGE))
    assert skipped.skipped_by == {str(ANA)}
    given_back = apply(case, ev.Released(at=T0, by=ANA, reason=ReleaseReason.GIVEN_BACK))
    assert not given_back.skipped_by


def test_claims_do_not_make_a_page_stale_but_facts_do() -> None:
    case = at(Status.QUEUED)
    assert apply(case, event(ev.Claimed)).version == case.version
    assert apply(case, event(ev.Reassessed)).version == case.version + 1
    assert apply(case, event(ev.Reported)).version == case.version + 1


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(EVENTS), st.sampled_from([ANA, BEN, SENA, SYSTEM])), max_size=30))
def test_fold_stepwise_equals_refold(steps: list[tuple[type[Event], Actor]]) -> None:
    case, log = begin(OPENED), [OPENED]
    for n, (kind, actor) in enumerate(steps):
        happened = event(kind, by=actor, now=T0 + timedelta(seconds=n))
        try:
            case = apply(case, happened)
        except ModerationError:
            continue
        log.append(happened)
        assert not (case.status is Status.CLOSED and case.pending)
        assert not (case.status is Status.VOID and case.holder)
    assert fold(log) == case
    assert case.seq == len(log)
    late = T0 + timedelta(days=30)
    assert as_of(as_of(case, late), late) == as_of(case, late)


def test_fold_needs_a_beginning() -> None:
    with pytest.raises(ValueError, match="begins"):
        fold([])


def test_held_events_are_in_the_table() -> None:
    assert all(any(kind is row[1] for row in NEXT) for kind in HELD)
    assert OPEN == OPEN_ONES
