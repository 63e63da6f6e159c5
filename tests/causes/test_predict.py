"""Causes come out right on the seed article's examples and on the policy's edge cases."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moderation import policy
from moderation.causes import causes_id, predict
from moderation.causes.classifier import causes_model
from moderation.causes.cues import cue_book
from moderation.features import Batch
from moderation.findings import Causes
from moderation.text import Text

TAXONOMY = policy.load().taxonomy

# The seed article's examples in our words: the category it names, and the subtype among those assigned.
SEEDS = [
    ("The buttons on this keyboard are really hard to press.", "product.functionality"),
    ("The zipper on the backpack gets stuck all the time.", "product.functionality"),
    ("This doesn't work like the influencers claim it does.", "product.inaccurate_description"),
    ("I ordered an XL and it fit more like a M.", "product.size_fit"),
    ("The candy was way too sour for me.", "product.taste_smell"),
    ("The perfume doesn't smell as good as I hoped.", "product.taste_smell"),
    ("I ordered 3 books but I got 3 pencils.", "logistics.wrong_shipment"),
    ("I bought the toy dinosaur and they sent a toy shark.", "logistics.wrong_shipment"),
    ("I didn't receive the item.", "logistics.not_received"),
    ("It said it was delivered but it was not.", "logistics.not_received"),
    ("The table came with a missing leg.", "logistics.missing_items"),
    ("There was no guide book in the package.", "logistics.missing_items"),
    ("It took multiple days for a response from the seller.", "service.unresponsive"),
    ("The seller was rude and unhelpful.", "service.rude"),
]


def read(*texts: str, lang: str = "en") -> list[Causes]:
    prepared = [Text.of(text) for text in texts]
    return predict(prepared, [lang] * len(texts), Batch(prepared), range(len(texts)), TAXONOMY)


@pytest.mark.parametrize(("text", "subtype"), SEEDS)
def test_predict_seed_example_has_its_category_and_subtype(text: str, subtype: str) -> None:
    (causes,) = read(text)
    assert subtype in {cause.subtype for cause in causes.assigned}
    assert causes.primary.subtype.partition(".")[0] == subtype.partition(".")[0]


@pytest.mark.parametrize("edge", TAXONOMY.edge_cases, ids=lambda edge: edge.text[:30])
def test_predict_edge_case_has_its_primary_category(edge: policy.EdgeCase) -> None:
    (causes,) = read(edge.text)
    assert TAXONOMY.subtypes[causes.primary.subtype].category() == edge.primary
    assert causes.primary.subtype in edge.labels


def test_predict_edge_cases_have_their_labels() -> None:
    found = read(*(edge.text for edge in TAXONOMY.edge_cases))
    right = sum(
        {cause.subtype for cause in causes.assigned} == set(edge.labels)
        for edge, causes in zip(TAXONOMY.edge_cases, found, strict=True)
    )
    assert right >= len(TAXONOMY.edge_cases) - 3


def test_predict_taxonomy_examples_mostly_have_their_category() -> None:
    examples = [(s, e) for s in TAXONOMY.subtypes.values() for e in s.examples]
    texts = [Text.of(example.text) for _, example in examples]
    found = predict(
        texts, [example.lang for _, example in examples], Batch(texts), range(len(texts)), TAXONOMY
    )
    right = sum(
        TAXONOMY.subtypes[causes.primary.subtype].category() == subtype.category()
        for (subtype, _), causes in zip(examples, found, strict=True)
    )
    assert right / len(examples) >= 0.85


@pytest.mark.parametrize("text", ["", "   ", "…", "😡😡", "\u200b"])
def test_predict_without_words_is_unclear(text: str) -> None:
    (causes,) = read(text)
    assert causes.primary.subtype == TAXONOMY.unknown
    assert causes.assigned == (causes.primary,)
    assert causes.primary.confidence == 1.0


def test_predict_own_mistake_leads_where_it_is_the_reason() -> None:
    (causes,) = read("Way too tight on me. My own fault, I should have measured first.")
    assert causes.primary.subtype == "other.buyer_mistake"


def test_predict_named_reason_leads() -> None:
    text = "It came two weeks late. Two stars only because the zipper gets stuck."
    (causes,) = read(text)
    assert causes.primary.subtype == "product.functionality"


def test_predict_safety_leads_over_what_is_not_named_as_reason() -> None:
    (causes,) = read("Never got the second one of the pair. The first one caught fire and burned my hand.")
    assert causes.primary.subtype == "product.safety"


def test_predict_evidence_is_the_part_that_shows_it() -> None:
    text = "Pretty colour, I liked the box, but the zipper gets stuck every single time. Such a shame."
    (causes,) = read(text)
    shown = {
        cause.subtype: text[cause.span.start : cause.span.end] for cause in causes.assigned if cause.span
    }
    assert shown["product.functionality"] == "but the zipper gets stuck every single time."


def test_predict_two_complaints_are_shown_apart() -> None:
    text = "It arrived two weeks late. The box was crushed."
    (causes,) = read(text)
    shown = {
        cause.subtype: text[cause.span.start : cause.span.end] for cause in causes.assigned if cause.span
    }
    assert shown == {
        "logistics.damaged_packaging": "The box was crushed.",
        "logistics.delay": "It arrived two weeks late.",
    }
    assert causes.primary.subtype == "logistics.damaged_packaging"


@given(st.lists(st.text(max_size=120), min_size=1, max_size=5), st.sampled_from(["en", "id", "th", "und"]))
@settings(max_examples=60, deadline=None)
def test_predict_holds_its_promises_on_any_text(texts: list[str], lang: str) -> None:
    for text, causes in zip(texts, read(*texts, lang=lang), strict=True):
        assert 1 <= len(causes.assigned) <= TAXONOMY.max_labels
        assert causes.primary in causes.assigned
        confidences = [cause.confidence for cause in causes.assigned]
        assert confidences == sorted(confidences, reverse=True)
        assert {label for label, _ in causes.scores} == set(TAXONOMY.subtypes)
        assert all(0 <= score <= 1 for _, score in causes.scores)
        assert all(cause.span is None or cause.span.end <= len(text) for cause in causes.assigned)


def test_predict_is_the_same_alone_and_in_a_batch() -> None:
    texts = [text for text, _ in SEEDS]
    together = read(*texts)
    assert [[c.subtype for c in causes.assigned] for causes in together] == [
        [c.subtype for c in read(text)[0].assigned] for text in texts
    ]


def test_causes_id_names_weights_and_phrases() -> None:
    assert cue_book().digest in causes_id()


def test_shipped_weights_were_made_with_these_phrases() -> None:
    assert causes_model().cues == cue_book().digest, "phrases changed: run `make train`"
