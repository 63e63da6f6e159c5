"""Gag terms: where they bind, what ordinary terms are, what a buyer tells of them."""

from __future__ import annotations

import pytest
from make import look, make_document

from moderation.detect.listing import DETECTOR
from moderation.findings import Allegation, Finding

GAG = "By placing an order you agree not to publish negative reviews."


def found_in(text: str, **where):
    return look(DETECTOR, make_document(text, **where))


@pytest.mark.parametrize("surface", ["product_listing", "package_insert", "buyer_message"])
def test_listing_gag_terms_are_found_where_the_clause_covers(surface):
    (found,) = found_in(GAG, surface=surface)
    assert isinstance(found, Finding)
    assert found.label == "listing.gag_terms"
    assert found.because == "gag.bind+gag.object"


@pytest.mark.parametrize("surface", ["seller_reply", "live"])
def test_listing_says_nothing_on_other_surfaces(surface):
    assert not found_in(GAG, surface=surface)


def test_listing_span_leaves_the_other_terms_out():
    text = f"Ships in two days. Hand wash only, dry flat. {GAG} Batteries are not part of the set."
    (found,) = found_in(text, surface="product_listing")
    assert text[found.span.start : found.span.end] in GAG


@pytest.mark.parametrize(
    "text",
    [
        "A $20 restocking fee applies to opened items.",
        "By ordering you agree to our terms; the warranty ends after two years.",
        "Please leave an honest review, negative or positive.",
    ],
)
def test_listing_ordinary_terms_stay_clean(text):
    assert not found_in(text, surface="product_listing")


def test_listing_told_by_a_buyer_is_an_allegation():
    (found,) = found_in(
        "The insert said a bad review would cost me, leaflet states no negative reviews allowed"
    )
    assert isinstance(found, Allegation)


def test_listing_recalls_the_examples_of_the_catalogue(catalogue):
    clause = catalogue.clauses["listing.gag_terms"]
    where = [(e.text, {"surface": e.surface, "author": e.author, "lang": e.lang}) for e in clause.violating]
    assert sum(bool(found_in(text, **at)) for text, at in where) >= 0.85 * len(where)
    assert not any(found_in(e.text, surface=e.surface, author=e.author, lang=e.lang) for e in clause.allowed)
