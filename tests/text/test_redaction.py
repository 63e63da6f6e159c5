"""Masks cover every span and touch nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moderation.findings import Span
from moderation.text import SpanOutside, redact, redacted, restore


@pytest.mark.parametrize(
    ("masks", "expected"),
    [
        ([], "call Ann on 555"),
        ([(Span(5, 8), "[name]"), (Span(12, 15), "[phone]")], "call [name] on [phone]"),
        ([(Span(12, 15), "[phone]"), (Span(5, 8), "[name]")], "call [name] on [phone]"),
        ([(Span(5, 8), "[name]"), (Span(5, 15), "[contact]")], "call [contact]"),
        ([(Span(5, 9), "[a]"), (Span(8, 15), "[longer]")], "call [longer]"),
        ([(Span(5, 8), "[b]"), (Span(5, 8), "[a]")], "call [a] on 555"),
        ([(Span(0, 4), "[a]"), (Span(4, 8), "[b]")], "[a][b] on 555"),
    ],
)
def test_redact_settles_overlaps(masks: list[tuple[Span, str]], expected: str) -> None:
    assert redact("call Ann on 555", masks) == expected


def test_redact_refuses_a_span_of_another_revision() -> None:
    with pytest.raises(SpanOutside, match=r"0\.\.9") as caught:
        redact("short", [(Span(0, 9), "[x]")])
    assert "short" not in str(caught.value)


@settings(max_examples=100, deadline=None)
@given(st.text(min_size=1, max_size=40), st.data())
def test_redact_changes_nothing_outside_the_spans(original: str, data: st.DataObject) -> None:
    place = st.integers(0, len(original) - 1)
    pairs = data.draw(st.lists(st.tuples(place, place), max_size=6))
    spans = [Span(min(pair), max(pair) + 1) for pair in pairs]
    hidden = {place for span in spans for place in range(span.start, span.end)}
    kept = "".join(char for place, char in enumerate(original) if place not in hidden)
    assert redact(original, [(span, "") for span in spans]) == kept
    assert redact(original, [(span, "") for span in reversed(spans)]) == kept


@settings(max_examples=100, deadline=None)
@given(st.text(min_size=1, max_size=40), st.data())
def test_restore_gives_the_original_back(original: str, data: st.DataObject) -> None:
    place = st.integers(0, len(original) - 1)
    mask = st.sampled_from(["[name]", "[phone]", "", "]["])
    drawn = data.draw(st.lists(st.tuples(place, place, mask), max_size=6))
    masks = [(Span(min(a, b), max(a, b) + 1), word) for a, b, word in drawn]
    masked = redacted(original, masks)
    assert restore(masked) == original
    assert masked.text == redact(original, masks)
    assert {masked.text[one.start : one.end] for one in masked.hidden} <= {word for _, word in masks}


def test_what_is_hidden_stays_out_of_reprs() -> None:
    assert "Ann" not in repr(redacted("call Ann", [(Span(5, 8), "[name]")]))
