"""Redirection: calls and values together, published contacts, telling is no deed, the catalogue's examples."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from make import look, make_document

from moderation.detect.redirect import CONTACT, DETECTOR, PROMOTES, PURCHASE
from moderation.detect.redirect.contacts import contacts
from moderation.findings import Allegation, Finding


def found_in(text: str, **where):
    return look(DETECTOR, make_document(text, **where))


def test_redirect_contact_span_joins_the_value_and_its_call():
    text = "Dear friend, the kettle is on its way. Please call us on 555-0142-8890 any day. Warm regards"
    (found,) = found_in(text, surface="buyer_message")
    assert text[found.span.start : found.span.end].endswith("call us on 555-0142-8890")
    assert (found.label, found.because) == (CONTACT, "contact.move+value.number")


@pytest.mark.parametrize("published", ["+44 555 0142 8890", "555-0142-8890"])
def test_redirect_published_contact_is_allowed(published):
    text = "Call us on 555-0142-8890 if the lid is loose."
    assert not found_in(text, surface="seller_reply", shop_contacts=(published,))
    assert found_in(text, surface="seller_reply")


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("write to mail@lantern.example.com", "email"),
        ("see lantern-store.shop for more", "link"),
        ("we are on there as @lantern.store", "handle"),
        ("ring five five five oh one four two eight eight nine zero", "number"),
    ],
)
def test_contacts_knows_the_shape_of_a_value(text, shape):
    assert [contact.shape for contact in contacts(make_document(text, surface="buyer_message"))] == [shape]


@pytest.mark.parametrize(
    "text",
    ["Your order number 4471002093138 ships today", "tracking #5550142889012", "@marta_r thank you so much"],
)
def test_contacts_leaves_order_numbers_and_addressees(text):
    assert not contacts(make_document(text, surface="seller_reply"))


def test_redirect_listing_may_name_its_maker_with_an_address():
    text = "Made by Halden Trading, office@halden.example.com"
    assert not found_in(text, surface="product_listing")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("They asked me to message them on Telegram about the refund", CONTACT),
        ("He told me to cancel and pay by bank transfer", PURCHASE),
    ],
)
@pytest.mark.parametrize("surface", ["review", "buyer_message"])
def test_redirect_told_by_a_buyer_is_an_allegation(text, label, surface):
    found = found_in(text, surface=surface, author="buyer")
    assert {one.label for one in found} == {label}
    assert all(isinstance(one, Allegation) for one in found)


def test_redirect_promotion_binds_the_reviewer():
    (found,) = found_in("broke at once, check out my profile for a better one")
    assert isinstance(found, Finding)
    assert found.label == PROMOTES


def test_redirect_recalls_the_examples_of_the_catalogue(catalogue):
    clauses = [catalogue.clauses[label] for label in sorted(DETECTOR.labels)]
    examples = [(c.id, e) for c in clauses for e in c.violating if not e.in_media]
    hits = [
        clause in {f.label for f in found_in(e.text, surface=e.surface, author=e.author, lang=e.lang)}
        for clause, e in examples
    ]
    assert sum(hits) >= 0.85 * len(hits)


def test_redirect_leaves_the_look_alikes_of_the_catalogue(catalogue):
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
def test_redirect_never_raises_and_spans_stay_inside(text):
    for found in found_in(text, surface="seller_reply"):
        assert found.span.end <= len(text)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("see potyard.example", True),
        ("see www.potyard.co", True),
        ("ask @potyard_ines there", True),
        ("it fits.it works", False),
        ("seen on youtube.com", False),
        ("two for @399 only", False),
    ],
)
def test_contacts_tell_an_own_address_from_a_slip(text, plain):
    assert any(contact.plain for contact in contacts(make_document(text))) is plain


def test_redirect_names_one_purchase_only():
    text = "Skip the platform, half the price at potyard.example and pay us directly"
    found = [one for one in found_in(text, surface="buyer_message") if one.label == PURCHASE]
    assert len(found) == 1
