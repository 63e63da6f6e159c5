"""What a machine may do alone: capped by policy, monotone, blind to stars, never against who tells."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from make import make_item

from moderation.content import Surface
from moderation.decide import decide, redacted_text
from moderation.decisions import About, Action, Lane
from moderation.findings import Allegation, Assessment, Cause, Causes, Finding, Kind, Span
from moderation.policy import AutoAction, load

CATALOGUE = load()
US = CATALOGUE.profile("us")
TEXT = "Call my friend on 0155 and she will tell you that the kettle leaks badly."


def finding(label, *, confidence=0.95, span=(18, 22), kind=None):
    return Finding(
        label=label,
        span=Span(*span) if span else None,
        confidence=confidence,
        because="test",
        detector="test@1",
        kind=kind,
    )


def assessment(*findings, allegations=(), causes=None):
    return Assessment(
        item_id="item-1",
        revision=1,
        lang="en",
        findings=findings,
        allegations=allegations,
        causes=causes,
        unread_media=0,
        fingerprint="f",
    )


def ruled(item, *findings, profile=US, **values):
    return decide(item, assessment(*findings, **values), catalogue=CATALOGUE, profile=profile)


@pytest.mark.parametrize(
    ("label", "surface", "confidence", "action"),
    [
        ("pii.phone", "review", 0.95, Action.REDACT),
        ("pii.phone", "review", 0.89, Action.ALLOW),
        ("pii.phone", "seller_reply", 0.95, Action.REDACT),
        ("pii.phone", "buyer_message", 0.95, Action.ALLOW),
        ("pii.phone", "package_insert", 0.95, Action.ALLOW),
        ("pii.payment", "review", 0.95, Action.REDACT),
        ("content.advertising", "review", 0.95, Action.HOLD),
        ("abuse.insult", "seller_reply", 0.99, Action.ALLOW),
        ("incentive.gift_card", "seller_reply", 0.99, Action.ALLOW),
    ],
)
def test_machine_does_what_the_clause_allows(label, surface, confidence, action):
    author = "seller" if surface in ("buyer_message", "package_insert", "seller_reply") else "buyer"
    kind = Kind.PHONE if label.startswith("pii.") else None
    item = make_item(TEXT, surface=surface, author=author)
    decision = ruled(item, finding(label, confidence=confidence, kind=kind))
    assert decision.action is action
    assert decision.cases[0].about is About.AUTHOR


def test_redaction_masks_the_span_and_nothing_else():
    item = make_item(TEXT)
    decision = ruled(item, finding("pii.phone", kind=Kind.PHONE))
    assert redacted_text(item, decision) == TEXT.replace("0155", "[phone]")


def test_payment_data_with_nothing_readable_beside_it_is_held():
    item = make_item("4111 1111 1111 1111")
    decision = ruled(item, finding("pii.payment", span=(0, 19), kind=Kind.PAYMENT_CARD))
    assert decision.action is Action.HOLD
    assert redacted_text(item, decision) is None


def test_a_clause_that_does_not_list_the_surface_leads_to_nothing():
    decision = ruled(make_item(TEXT), finding("listing.gag_terms"))
    assert (decision.action, decision.cases) == (Action.ALLOW, ())


def test_allegations_open_a_case_about_the_shop_and_nothing_else():
    told = Allegation(
        label="incentive.money", span=Span(0, 4), confidence=0.99, because="t", detector="test@1"
    )
    decision = ruled(make_item(TEXT, rating=1), allegations=(told,))
    assert (decision.action, decision.grounds, decision.redactions) == (Action.ALLOW, (), ())
    (case,) = decision.cases
    assert (case.about, case.labels) == (About.SHOP, ("incentive.money",))


def test_a_cause_is_no_ground():
    causes = Causes(primary=Cause(subtype="service.rude", confidence=1.0), assigned=())
    decision = ruled(make_item(TEXT, rating=1), causes=causes)
    assert (decision.action, decision.cases) == (Action.ALLOW, ())


def test_clauses_that_escalate_go_to_the_specialists():
    item = make_item(TEXT, surface="buyer_message", author="seller")
    assert ruled(item, finding("incentive.positive_only")).cases[0].lane is Lane.SPECIALIST
    assert ruled(item, finding("incentive.discount")).cases[0].lane is Lane.TRIAGE


@pytest.mark.parametrize(("profile", "action"), [("us", Action.ALLOW), ("uk_eu", None)])
def test_the_region_says_what_buyers_may_publish_of_their_own(profile, action):
    region = CATALOGUE.profile(profile)
    decision = ruled(make_item(TEXT), finding("pii.social_handle", kind=Kind.SOCIAL_HANDLE), profile=region)
    expected = action or (Action.REDACT if region.switches.self_disclosure == "redact_all" else Action.ALLOW)
    assert decision.action is expected


labels = st.sampled_from(sorted(CATALOGUE.clauses))
found = st.builds(
    lambda label, confidence, start: finding(
        label,
        confidence=confidence,
        span=(start, start + 3),
        kind=Kind.PHONE if label.startswith("pii.") else None,
    ),
    labels,
    st.floats(0, 1),
    st.integers(0, 60),
)


@settings(max_examples=100, deadline=None)
@given(st.lists(found, max_size=5), found, st.sampled_from(Surface))
def test_more_findings_never_mean_a_milder_action(findings, one_more, surface):
    item = make_item(TEXT, surface=surface)
    fewer, more = ruled(item, *findings), ruled(item, *findings, one_more)
    assert more.action.rank >= fewer.action.rank
    assert set(fewer.redactions) <= set(more.redactions) or more.action is Action.HOLD
    surer = [replace(f, confidence=1.0) for f in findings]
    assert ruled(item, *surer).action.rank >= fewer.action.rank


@settings(max_examples=100, deadline=None)
@given(st.lists(found, max_size=5), st.sampled_from(Surface))
def test_a_machine_never_removes_nor_acts_in_private(findings, surface):
    decision = ruled(make_item(TEXT, surface=surface), *findings)
    assert decision.action is not Action.REMOVE
    if not surface.public:
        assert decision.action is Action.ALLOW
    for ground in decision.grounds:
        assert CATALOGUE.clauses[ground.label].auto_action is not AutoAction.NO
