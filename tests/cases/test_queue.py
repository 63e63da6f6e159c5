"""Queues: routing, priority, reporter weight; and what strangers see."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moderation.cases.queue import (
    AGE_POINTS,
    DEFAULT_ROUTES,
    UNMATCHED,
    Route,
    Traits,
    age_points,
    reporter_weight,
    route,
)
from moderation.cases.status import Visibility
from moderation.cases.visibility import masked, visibility
from moderation.content import Surface
from moderation.decisions import About, Action, Lane

T0 = datetime(2026, 3, 1, tzinfo=UTC)
TRAITS = Traits(
    lane=Lane.TRIAGE,
    about=About.AUTHOR,
    labels=("pii.phone",),
    surface=Surface.REVIEW,
    lang="es",
    shop_id="s1",
)


@pytest.mark.parametrize(
    ("line", "fits"),
    [
        (Route(queue="q"), True),
        (Route(queue="q", labels=("pii.*",)), True),
        (Route(queue="q", labels=("pii.phone",)), True),
        (Route(queue="q", labels=("pii.email", "abuse.*")), False),
        (Route(queue="q", langs=("de",)), False),
        (Route(queue="q", langs=("es",), shops=("s1",), about=About.AUTHOR), True),
        (Route(queue="q", surfaces=(Surface.LIVE,)), False),
        (Route(queue="q", lanes=(Lane.QA,)), False),
    ],
)
def test_route_fits_when_every_condition_does(line: Route, fits: bool) -> None:
    assert route([line], TRAITS) == ("q" if fits else UNMATCHED)


def test_first_route_wins_and_every_lane_has_one() -> None:
    assert route([Route(queue="a"), Route(queue="b")], TRAITS) == "a"
    assert route(DEFAULT_ROUTES, TRAITS) == "triage"
    assert route((), TRAITS) == UNMATCHED


def test_age_presses_evenly_and_not_for_ever() -> None:
    due = T0 + timedelta(hours=10)
    assert age_points(T0, due, T0) == 0
    assert age_points(T0, due, due) == AGE_POINTS
    assert age_points(T0, due, T0 + timedelta(days=99)) == 2 * AGE_POINTS
    assert age_points(T0, None, due) == 0


def test_reporter_weight_follows_the_curve() -> None:
    assert reporter_weight(0, 0) == reporter_weight(0, 5) == 1.0
    assert reporter_weight(64, 0) == pytest.approx(1 + 0.3 * 3 * 5)
    assert reporter_weight(0, 64) == 0.0


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 500), st.integers(0, 500))
def test_reporter_weight_grows_with_accuracy(agreed: int, disagreed: int) -> None:
    assert reporter_weight(agreed + 1, disagreed) >= 0
    assert reporter_weight(agreed, disagreed + 1) <= reporter_weight(agreed + 1, disagreed) + 1e-9


def test_strongest_restriction_wins() -> None:
    seen = visibility(
        surface=Surface.REVIEW,
        withdrawn=False,
        product_gone=False,
        active=[Action.LABEL, Action.HOLD, Action.REDACT],
    )
    assert seen is Visibility.HELD
    gone = visibility(surface=Surface.REVIEW, withdrawn=False, product_gone=True, active=[Action.REMOVE])
    assert gone is Visibility.PRODUCT_REMOVED
    away = visibility(surface=Surface.REVIEW, withdrawn=True, product_gone=True, active=[])
    assert away is Visibility.WITHDRAWN


@pytest.mark.parametrize(
    ("name", "seen"), [("William", "W**m"), ("Al", "A**"), ("X", "X**"), ("", None), (None, None)]
)
def test_names_are_masked(name: str | None, seen: str | None) -> None:
    assert masked(name) == seen
