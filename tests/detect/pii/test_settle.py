"""Overlaps are settled by strength, then length; statements do not compete with values."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from moderation.detect.pii.settle import settle
from moderation.findings import Finding, Kind, Span


def finding(start, end, confidence=0.9, kind=Kind.PHONE, label="pii.phone", because="x"):
    return Finding(
        label=label,
        span=Span(start, end),
        confidence=confidence,
        because=because,
        detector="pii@2",
        kind=kind,
    )


def test_settle_keeps_the_stronger_of_two_values():
    strong, weak = finding(0, 10, 0.95), finding(5, 20, 0.5, Kind.ORDER_ID, "pii.order_tracking")
    assert settle([weak, strong]) == (strong,)


def test_settle_keeps_the_longer_of_equals():
    name = finding(6, 18, 0.84, Kind.PERSON, "pii.third_party_name")
    address = finding(0, 40, 0.82, Kind.ADDRESS, "pii.postal_address")
    assert settle([name, address]) == (address,)


def test_settle_keeps_a_statement_around_a_value():
    said = finding(0, 40, 0.7, None, "pii.customer_record")
    value = finding(10, 20)
    assert settle([value, said]) == (said, value)


def test_settle_says_the_same_once():
    assert len(settle([finding(0, 10, 0.8, None), finding(2, 12, 0.7, None)])) == 1


SPANS = st.tuples(st.integers(0, 60), st.integers(1, 20), st.floats(0.3, 1.0), st.sampled_from(list(Kind)))


@settings(max_examples=100, deadline=None)
@given(st.lists(SPANS, max_size=30))
def test_settled_values_never_overlap_and_order_of_input_does_not_matter(drawn):
    values = [finding(start, start + size, c, kind) for start, size, c, kind in drawn]
    settled = settle(values)
    assert all(
        not one.span.overlaps(other.span) for i, one in enumerate(settled) for other in settled[i + 1 :]
    )
    assert {(f.span, f.confidence) for f in settle(values[::-1])} == {(f.span, f.confidence) for f in settled}
    for value in values:
        assert any(value.span.overlaps(kept.span) for kept in settled)
