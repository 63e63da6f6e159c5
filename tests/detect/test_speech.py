"""Whose deed a text shows: everything that detectors of conduct report is made in one place."""

from __future__ import annotations

import pytest
from make import make_document

from moderation.detect.deeds import read
from moderation.detect.speech import show, told
from moderation.findings import Allegation, Finding, Span

MADE = {"confidence": 0.9, "because": "a+b", "detector": "incentive@1"}


@pytest.mark.parametrize(("alleged", "kind"), [(False, Finding), (True, Allegation)])
def test_show_makes_a_finding_or_an_allegation(alleged, kind):
    assert show("incentive.money", Span(2, 5), **MADE, alleged=alleged) == kind(
        label="incentive.money", span=Span(2, 5), **MADE
    )


@pytest.mark.parametrize(
    ("surface", "author", "kinds"),
    [
        ("buyer_message", "seller", [Finding]),
        ("review", "buyer", [Allegation]),
        ("review", "third_party", []),
    ],
)
def test_told_depends_on_whom_the_clause_binds(surface, author, kinds):
    doc = make_document("cash for stars", surface=surface, author=author)
    assert [type(one) for one in told("incentive.money", doc, (0, 4), **MADE)] == kinds


def test_read_leaves_out_what_is_muted():
    doc = make_document("Thank you for your review.", surface="seller_reply")
    assert read(doc).has("review.noun")
    assert not read(doc, mute="review.thanked").has("review.noun")


def test_read_keeps_to_the_language_of_the_text():
    doc = make_document("A quick, honest review helps.", surface="seller_reply", lang="en")
    assert {mention.lang for mention in read(doc).mentions} <= {"en", "any"}
