"""What the PII detector promises beyond its golden lines: disguise, setting, kinds, catalogue."""

from __future__ import annotations

import pytest
from make import look, make_document

from moderation.detect.pii import DETECTOR
from moderation.findings import Kind
from moderation.policy import load

REPORTED = 0.5


def values(text, **setting):
    doc = make_document(text, **setting)
    found = [f for f in look(DETECTOR, doc) if f.confidence >= REPORTED]
    return [(f.kind, text[f.span.start : f.span.end]) for f in found]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("call ２１２-５５５-０１６３ now", "２１２-５５５-０１６３"),
        ("call 2️⃣1️⃣2️⃣5️⃣5️⃣5️⃣0️⃣1️⃣6️⃣3️⃣ now", "2️⃣1️⃣2️⃣5️⃣5️⃣5️⃣0️⃣1️⃣6️⃣3️⃣"),
        ("call 212\u200b-555\u200b-0163 now", "212\u200b-555\u200b-0163"),
        (
            "call me two one two five five five oh one six three now",
            "two one two five five five oh one six three",
        ),
        ("call 2.1.2~5~5~5~0~1~6~3 now", "2.1.2~5~5~5~0~1~6~3"),
        ("call ٢١٢-٥٥٥-٠١٦٣ now", "٢١٢-٥٥٥-٠١٦٣"),
        ("call 𝟚𝟙𝟚-𝟝𝟝𝟝-𝟘𝟙𝟞𝟛 now", "𝟚𝟙𝟚-𝟝𝟝𝟝-𝟘𝟙𝟞𝟛"),
    ],
)
def test_disguised_number_is_marked_at_its_original_place(text, value):
    assert values(text) == [(Kind.PHONE, value)]


@pytest.mark.parametrize(
    "text",
    [
        "nina.faro@example.com",
        "nina.faro @ example . com",
        "nina.faro [at] example [dot] com",
        "nina.faro(at)example(dot)com",
        "ｎｉｎａ.faro＠example.com",
        "ninа.farо@example.com",  # Cyrillic а and о
    ],
)
def test_disguised_mailbox_is_marked_whole(text):
    assert values(f"write to {text} please") == [(Kind.EMAIL, text)]


@pytest.mark.parametrize("surface", ["review", "seller_reply", "buyer_message", "short_video", "live"])
@pytest.mark.parametrize("author", ["buyer", "seller", "creator"])
def test_value_is_found_whoever_speaks_and_wherever(surface, author):
    assert values("card 4539 1488 0343 6467 was charged", surface=surface, author=author) == [
        (Kind.PAYMENT_CARD, "4539 1488 0343 6467")
    ]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Contact us at 415-555-0132 for help.", False),
        ("WhatsApp +1 415-555-0132 for wholesale.", False),
        ("Write to care@example.com and we reply.", False),
        ("We tried you on 415-555-0132 twice.", True),
        ("Your number 415-555-0132 does not answer.", True),
        ("We emailed you at nina.faro@example.com yesterday.", True),
    ],
)
def test_sellers_own_contact_is_left_to_another_detector(text, kept):
    assert bool(values(text, surface="seller_reply")) is kept
    assert values(text, surface="review"), "in a buyer's mouth it is a value all the same"


@pytest.mark.parametrize("surface", ["package_insert", "product_listing"])
def test_printed_contact_is_the_sellers_own_unless_it_says_the_customers(surface):
    assert not values("Questions? 415-555-0132", surface=surface)
    assert values("Customer's phone: your number 415-555-0132", surface=surface)


@pytest.mark.parametrize("published", ["+1 415 555 0132", "4155550132", "(415) 555-0132"])
def test_published_contact_is_no_personal_data(published):
    assert not values("call 415-555-0132", shop_contacts=(published,))
    assert values("call 415-555-0133", shop_contacts=(published,))


def test_name_in_product_title_is_no_person():
    text = "my neighbour Gloria Pemberton lamp is bright"
    assert values(text)
    assert not values(text, product_title="The Gloria Pemberton Lamp")


@pytest.mark.parametrize(
    ("surface", "author", "label"),
    [("seller_reply", "seller", "pii.customer_name"), ("review", "buyer", "pii.third_party_name")],
)
def test_name_has_the_clause_of_its_speaker(surface, author, label):
    doc = make_document("Ask Mrs Ashdown about it.", surface=surface, author=author)
    assert [f.label for f in look(DETECTOR, doc)] == [label]


def test_span_leaves_out_label_and_title():
    assert values("order # 8837261904 for Mrs Ashdown, call 212-555-0163") == [
        (Kind.ORDER_ID, "8837261904"),
        (Kind.PERSON, "Ashdown"),
        (Kind.PHONE, "212-555-0163"),
    ]


def examples(side):
    for clause in load().clauses.values():
        if clause.id.startswith("pii."):
            for example in getattr(clause, side):
                yield clause.id, example


def found_labels(example):
    doc = make_document(example.text, surface=example.surface, author=example.author, lang=example.lang)
    return {f.label for f in look(DETECTOR, doc) if f.confidence >= REPORTED}


def test_catalogue_positives_are_found():
    hits = [clause in found_labels(example) for clause, example in examples("violating")]
    assert len(hits) >= 80
    assert sum(hits) / len(hits) >= 0.95


def test_catalogue_negatives_stay_clean():
    hits = [bool(found_labels(example)) for _, example in examples("allowed")]
    assert len(hits) >= 80
    assert sum(hits) / len(hits) <= 0.02
