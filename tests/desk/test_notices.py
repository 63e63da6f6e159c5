"""Statements of reasons: every outcome for every audience says what the law asks for, and no value."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from moderation.content import Surface
from moderation.findings import Finding, Kind, Span
from moderation.notices import BY_BOTH, BY_MACHINE, BY_PERSON, Outcome, facts_of, statement
from moderation.policy import Audience, load

CATALOGUE = load()
UNTIL = datetime(2026, 9, 1, 9, tzinfo=UTC)


@pytest.mark.parametrize("surface", Surface)
@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_speaks_to_every_audience(
    outcome: Outcome, audience: Audience, surface: Surface
) -> None:
    clause = CATALOGUE.clauses["pii.phone"]
    notice = statement(
        reference="N-1",
        audience=audience,
        outcome=outcome,
        surface=surface,
        clauses=[clause],
        facts=("A telephone number, at characters 3 to 9.",),
        found_by_machine=True,
        decided_by_machine=False,
        contest_until=UNTIL,
    )
    body = notice.body("It is a private number.")
    for part in (
        clause.id,
        clause.title,
        clause.words_for(audience),
        "characters 3 to 9",
        "private number",
        BY_BOTH,
        "until 2026-09-01",
        "N-1",
    ):
        assert part in body
    assert "{" not in body


@pytest.mark.parametrize("clause_id", sorted(CATALOGUE.clauses))
@pytest.mark.parametrize("audience", Audience)
def test_every_clause_has_words_for_every_audience(clause_id: str, audience: Audience) -> None:
    assert CATALOGUE.clauses[clause_id].words_for(audience).strip()


@pytest.mark.parametrize(
    ("found", "decided", "said"),
    [(True, True, BY_MACHINE), (True, False, BY_BOTH), (False, False, BY_PERSON)],
)
def test_notice_says_who_decided(found: bool, decided: bool, said: str) -> None:
    notice = statement(
        reference="N-1",
        audience=Audience.AUTHOR,
        outcome=Outcome.HELD,
        surface=Surface.REVIEW,
        clauses=(),
        facts=(),
        found_by_machine=found,
        decided_by_machine=decided,
        contest_until=None,
    )
    assert said in notice.body()
    assert "no further step" in notice.contest


@pytest.mark.parametrize("kind", [None, *Kind])
def test_facts_name_kind_and_place_never_the_value(kind: Kind | None) -> None:
    found = Finding(
        label="pii.phone", span=Span(4, 12), confidence=0.9, because="pattern", detector="pii@2", kind=kind
    )
    [fact, reports] = facts_of([found, found], reports=2, clauses=CATALOGUE.clauses)
    assert "characters 5 to 12" in fact
    assert reports == "2 reports by users."
