"""Abuse: who is meant, who speaks, what is only told, and harsh words about goods that stay clean."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from make import look, make_document

from moderation.detect.abuse import COERCION, DETECTOR, INSULT, INTIMIDATION, LEGAL, VIOLENCE
from moderation.findings import Allegation, Finding

BUYERS_OWN = {"abuse.insult", "abuse.violence_threat", "abuse.hate", "abuse.sexual_harassment", COERCION}


def found_in(text: str, **where):
    return look(DETECTOR, make_document(text, **where))


def labels(text: str, **where) -> set[str]:
    return {found.label for found in found_in(text, **where)}


@pytest.mark.parametrize(
    "text",
    [
        "they threatened me with legal action over three stars",
        'The seller wrote: "delete this or our lawyer will contact you"',
        "got a letter from their lawyer after my comment",
    ],
)
def test_abuse_told_by_a_buyer_is_an_allegation(text):
    found = found_in(text)
    assert {one.label for one in found} == {LEGAL}
    assert all(isinstance(one, Allegation) for one in found)


def test_abuse_same_words_bind_the_seller():
    (found,) = found_in("Delete this or our lawyer will contact you", surface="seller_reply")
    assert isinstance(found, Finding)
    assert found.label == LEGAL


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the packer is a complete moron", {INSULT}),
        ("this packaging is moronic and the mug is trash", set()),
        ("I was an idiot to trust the size chart", set()),
        ("the instructions made me feel stupid", set()),
    ],
)
def test_abuse_insult_by_a_buyer_needs_a_person(text, expected):
    assert labels(text) == expected


def test_abuse_bare_threat_gives_way_to_the_threat_spelled_out():
    assert labels("he threatened me with the police") == {LEGAL}
    assert labels("he threatened me") == {INTIMIDATION}


@pytest.mark.parametrize(
    "text", ["i kn0w where you l1ve", "we know w.h.e.r.e you live", "I know where you lіve"]
)
def test_abuse_disguised_threat_is_found(text):
    assert VIOLENCE in labels(text, surface="buyer_message")


@pytest.mark.parametrize(("surface", "expected"), [("buyer_message", {COERCION}), ("review", set())])
def test_abuse_loose_coercion_counts_only_in_a_message(surface, expected):
    text = "a bigger one as a gift, otherwise a bad review"
    assert labels(text, surface=surface, author="buyer") == expected


def test_abuse_findings_of_a_buyer_are_within_the_clauses_that_bind_buyers():
    text = "You idiot seller. Our lawyer will sue you, liar, this is my third reminder for the review."
    for surface in ("review", "buyer_message"):
        own = {f.label for f in found_in(text, surface=surface, author="buyer") if isinstance(f, Finding)}
        assert own <= BUYERS_OWN


def test_abuse_recalls_the_examples_of_the_catalogue(catalogue):
    clauses = [catalogue.clauses[label] for label in sorted(DETECTOR.labels)]
    examples = [(c.id, e) for c in clauses for e in c.violating if not e.in_media]
    hits = [
        clause in labels(e.text, surface=e.surface, author=e.author, lang=e.lang) for clause, e in examples
    ]
    assert sum(hits) >= 0.85 * len(hits)


def test_abuse_leaves_the_look_alikes_of_the_catalogue(catalogue):
    clauses = [catalogue.clauses[label] for label in sorted(DETECTOR.labels)]
    examples = [e for c in clauses for e in c.allowed if not e.in_media]
    wrong = [
        e
        for e in examples
        if any(
            isinstance(f, Finding) for f in found_in(e.text, surface=e.surface, author=e.author, lang=e.lang)
        )
    ]
    assert len(wrong) <= 0.03 * len(examples)


@given(st.text(max_size=200))
@settings(max_examples=60, deadline=None)
def test_abuse_never_raises_and_spans_stay_inside(text):
    for found in found_in(text, surface="seller_reply"):
        assert found.span.end <= len(text)
