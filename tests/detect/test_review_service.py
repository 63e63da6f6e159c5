"""The trade in reviews: offers, recruiting by role, takedowns, and trades that are not it."""

from __future__ import annotations

import pytest
from make import look, make_document

from moderation.detect.review_service import DETECTOR
from moderation.findings import Finding


def labels(text: str, **where: str) -> set[str]:
    return {found.label for found in look(DETECTOR, make_document(text, **where))}


RECRUITING = "Looking for product testers: order it, post your stars, full PayPal refund"


@pytest.mark.parametrize(
    ("surface", "author", "label"),
    [
        ("buyer_message", "seller", "review_service.use"),
        ("live", "creator", "review_service.use"),
        ("review", "third_party", "review_service.offer"),
    ],
)
def test_review_service_recruiting_is_named_by_role(surface, author, label):
    (found,) = look(DETECTOR, make_document(RECRUITING, surface=surface, author=author))
    assert isinstance(found, Finding)
    assert found.label == label


def test_review_service_takedown_is_not_also_an_offer():
    assert labels("Negative review removal service, $30 each, guaranteed", surface="product_listing") == {
        "review_service.takedown"
    }


@pytest.mark.parametrize(
    "text",
    [
        "Software to display genuine reviews, yearly licence",
        "Sticker remover, 500 ml, works in 24 hours",
        "We offer product photos for your shop, prices from $9 each",
        "I review five kettles so you don't have to",
    ],
)
def test_review_service_other_trades_stay_clean(text):
    assert not labels(text, surface="product_listing")


def test_review_service_buyers_say_nothing_here():
    assert not labels("Bet they bought 100 verified reviews for $5 each", surface="review", author="buyer")
