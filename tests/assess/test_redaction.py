"""Masks over what was found in composed texts: reversible, named by kind, tidy, and final."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moderation.content import Item
from moderation.decide import MASK_WITHOUT_KIND, MASKS, redacted_text, report_limits
from moderation.decisions import Action
from moderation.findings import Finding
from moderation.judge import Judge
from moderation.policy import load
from moderation.text import Redacted, redact, redacted, restore
from moderation.wire import parse_row
from training.folders import CORPORA
from training.pii.frames import UNREAD, PiiText, compose, read_pii

JUDGE = Judge(catalogue=load(), profile=load().profile("us"))
FINAL = 0.99
"""At least so many masked texts have no value left to be found."""


def item(text: PiiText) -> Item:
    return parse_row(text.row()).item


def values(found: tuple[Finding, ...]) -> list[Finding]:
    """The reported findings that mark a value."""
    limits = report_limits(found, JUDGE.profile)
    return [f for f in found if f.kind and f.span and f.confidence >= limits[f.label].report_at]


def masked(one: Item, found: list[Finding]) -> Redacted:
    return redacted(one.text, [(f.span, MASKS[f.kind]) for f in found])


@cache
def frames() -> list[tuple[str, dict[str, object]]]:
    return [
        (path.stem, json.loads(line))
        for path in sorted((CORPORA / "pii").glob("*.jsonl"))
        if path.stem not in UNREAD
        for line in path.read_text(encoding="utf-8").splitlines()
    ]


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.data())
def test_redaction_hides_the_values_and_nothing_else(data):
    writer, frame = data.draw(st.sampled_from(frames()))
    text = data.draw(st.sampled_from(list(compose(frame, writer, draw=data.draw(st.integers(0, 10_000))))))
    one = item(text)
    [(assessed, decision)] = JUDGE([one])
    found = values(assessed.findings)
    shown = masked(one, found)

    assert restore(shown) == one.text
    assert [hidden.words for hidden in shown.hidden] == [one.text[f.span.start : f.span.end] for f in found]
    assert [shown.text[hidden.start : hidden.end] for hidden in shown.hidden] == [
        MASKS[f.kind] for f in found
    ]

    if decision.action is Action.REDACT:
        grounds = [(f.span, MASKS.get(f.kind, MASK_WITHOUT_KIND)) for f in decision.grounds if f.span]
        assert redacted_text(one, decision) == redact(one.text, grounds)
    else:
        assert redacted_text(one, decision) is None


@pytest.fixture(scope="module")
def read() -> list[tuple[Item, list[Finding]]]:
    """Every text of the read writers in which a value is reported."""
    items = [item(text) for text in read_pii(unread=False)]
    found = [values(assessed.findings) for assessed, _ in JUDGE(items)]
    return [(one, some) for one, some in zip(items, found, strict=True) if some]


def test_masked_texts_read_well(read):
    """No mask eats the space beside it, half a pair of brackets, or the end of a word."""
    assert len(read) > 300
    untidy = {}
    for one, found in read:
        for f in found:
            value = one.text[f.span.start : f.span.end]
            after = one.text[f.span.end : f.span.end + 1]
            halved = any(value.count(left) != value.count(right) for left, right in ("()", "[]", "<>", "«»"))
            torn = value[-1].isascii() and value[-1].isalpha() and after.isascii() and after.isalpha()
            if value != value.strip() or halved or torn or value[0] in ",;.!?":
                untidy[one.id] = f.because
    assert len(untidy) <= len(read) // 100, untidy


def test_masked_texts_have_nothing_left_to_mask(read):
    shown = [replace(one, text=masked(one, found).text) for one, found in read]
    again = {
        one.id: [f.because for f in values(assessed.findings)]
        for one, (assessed, _) in zip(shown, JUDGE(shown), strict=True)
        if values(assessed.findings)
    }
    assert len(again) <= len(read) * (1 - FINAL), again
