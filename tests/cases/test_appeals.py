"""Who may appeal, until when, and what verdicts mean."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from moderation.cases.appeals import deadline, ruled, settled, standing
from moderation.cases.refusals import IllegalStep, VerdictContradicts
from moderation.cases.status import AppealStatus, ReportStatus, Standing, Verdict
from moderation.cases.steps import APPEAL_STEPS, REPORT_STEPS, step
from moderation.content import Author
from moderation.decisions import About, Action, Actor, ActorKind
from moderation.policy import load

WILLIAM = Actor(ActorKind.AUTHOR, "William")
SELLER = Actor(ActorKind.SELLER, "sela", "s1")
NOW = datetime(2026, 3, 1, tzinfo=UTC)


def role(actor: Actor, action: Action, **values) -> Standing | None:
    given = {
        "about": About.AUTHOR,
        "clauses": ("pii.phone",),
        "author": Author.BUYER,
        "author_id": "William",
        "shop_id": "s1",
        "lost_reporters": frozenset(),
    }
    return standing(actor=actor, action=action, **{**given, **values})


@pytest.mark.parametrize("action", Action)
def test_author_may_appeal_exactly_restrictions(action: Action) -> None:
    assert (role(WILLIAM, action) is Standing.AUTHOR) == action.restrictive
    assert role(SELLER, action) is None
    assert (role(SELLER, action, author=Author.SELLER) is Standing.AUTHOR) == action.restrictive


def test_seller_may_appeal_what_named_the_shop() -> None:
    assert role(SELLER, Action.ALLOW, about=About.SHOP) is Standing.SELLER
    assert role(SELLER, Action.ALLOW, about=About.SHOP, clauses=()) is None
    assert role(SELLER, Action.ALLOW, about=About.SHOP, shop_id="s2") is None
    assert role(WILLIAM, Action.ALLOW, about=About.SHOP) is None


@pytest.mark.parametrize("action", Action)
def test_reporter_may_appeal_when_not_upheld(action: Action) -> None:
    assert role(SELLER, action, lost_reporters=frozenset({str(SELLER)})) is Standing.REPORTER


def test_deadline_shortens_after_a_rejection() -> None:
    terms = load().profile("us").appeals
    assert deadline(terms, NOW) == NOW + timedelta(days=terms.window_days)
    assert deadline(terms, NOW, earlier=1) == NOW + timedelta(days=terms.second_window_days)


@pytest.mark.parametrize("named", [None, *Action])
@pytest.mark.parametrize("first", Action)
@pytest.mark.parametrize("who", Standing)
@pytest.mark.parametrize("verdict", Verdict)
def test_verdict_never_contradicts_its_action(
    verdict: Verdict, who: Standing, first: Action, named: Action | None
) -> None:
    try:
        action = ruled("a1", verdict, standing=who, first=first, named=named)
    except VerdictContradicts:
        return
    assert (action is first) == (verdict is Verdict.UPHELD) or who is Standing.SELLER
    if verdict is Verdict.OVERTURNED and who is Standing.AUTHOR:
        assert first.restrictive
        assert not action.restrictive
    if verdict is Verdict.OVERTURNED and who is Standing.REPORTER:
        assert action.restrictive


@pytest.mark.parametrize("new", Action)
@pytest.mark.parametrize("first", Action)
@pytest.mark.parametrize("who", Standing)
def test_settled_never_calls_a_harsher_decision_a_success_for_the_author(
    who: Standing, first: Action, new: Action
) -> None:
    verdict = settled(who, first, new)
    if who is Standing.AUTHOR and new.rank >= first.rank and new.restrictive:
        assert verdict is Verdict.UPHELD
    if who is Standing.REPORTER and new.rank <= first.rank:
        assert verdict is Verdict.UPHELD


@pytest.mark.parametrize("there", ReportStatus)
@pytest.mark.parametrize("here", ReportStatus)
def test_report_steps_are_the_tables(here: ReportStatus, there: ReportStatus) -> None:
    if there in REPORT_STEPS[here]:
        assert step("r1", here, there) is there
    else:
        with pytest.raises(IllegalStep):
            step("r1", here, there)


@pytest.mark.parametrize("there", AppealStatus)
@pytest.mark.parametrize("here", AppealStatus)
def test_appeal_steps_are_the_tables(here: AppealStatus, there: AppealStatus) -> None:
    if there in APPEAL_STEPS[here]:
        assert step("a1", here, there) is there
    else:
        with pytest.raises(IllegalStep):
            step("a1", here, there)
