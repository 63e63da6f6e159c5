"""Incentives: who speaks decides, forms do not double, look-alikes and the official programme stay clean."""

from __future__ import annotations

import pytest
from make import look, make_document

from moderation.detect.incentive import DETECTOR, FORMS
from moderation.findings import Allegation, Finding

BRIBE = "Leave us a review and we send you a $20 gift card"


def labels(text: str, **where: str) -> set[str]:
    return {found.label for found in look(DETECTOR, make_document(text, **where))}


@pytest.mark.parametrize(
    ("surface", "author"),
    [("package_insert", "seller"), ("live", "creator"), ("buyer_message", "third_party")],
)
def test_incentive_offer_by_trader_is_a_finding(surface, author):
    (found,) = look(DETECTOR, make_document(BRIBE, surface=surface, author=author))
    assert isinstance(found, Finding)
    assert (found.label, found.confidence > 0.9) == ("incentive.gift_card", True)


@pytest.mark.parametrize("surface", ["review", "buyer_message"])
def test_incentive_told_by_a_buyer_is_never_a_finding(surface):
    text = "The seller offered me a $20 gift card if I changed my review"
    found = look(DETECTOR, make_document(text, surface=surface, author="buyer"))
    assert found
    assert all(isinstance(one, Allegation) for one in found)


def test_incentive_span_is_the_offer_and_not_the_letter_around_it():
    text = (
        f"Dear customer, thanks for shopping with us this spring. {BRIBE}. Kind regards, the team at the shop"
    )
    (found,) = look(DETECTOR, make_document(text, surface="package_insert"))
    assert found.span is not None
    quoted = text[found.span.start : found.span.end]
    assert "gift card" in quoted
    assert len(quoted) <= len(BRIBE)


@pytest.mark.parametrize(
    "text",
    [
        "Leave us a re\u200bview and we send you a $20 g1ft card",
        "Leave us your r e v i e w and we send you a $20 gift card",
        "LEAVE US A REVIEW\nand we send\nyou a $20 GIFT CARD",
    ],
)
def test_incentive_is_seen_through_disguise(text):
    assert "incentive.gift_card" in labels(text, surface="package_insert")


def test_incentive_named_form_takes_the_amount_beside_it():
    assert labels("Rate us and get a $10 coupon", surface="package_insert") == {"incentive.discount"}


def test_incentive_two_forms_are_two_labels():
    assert labels("Leave a review and get 20% off plus entry into our prize draw for it", surface="live") == {
        "incentive.discount",
        "incentive.contest_points",
    }


def test_incentive_for_change_does_not_add_the_form():
    assert labels("Delete your review and we send $20", surface="buyer_message") == {
        "incentive.change_or_removal"
    }


def test_incentive_official_programme_is_exempt_only_on_its_own_terms():
    official = "TikTok Shop's review coupon: leave a review, any rating qualifies, issued by the platform"
    assert not labels(official, surface="buyer_message")
    assert labels(f"{official}. Send us a screenshot of your review and get $5", surface="buyer_message")


def test_incentive_form_labels_are_the_family():
    assert set(FORMS.values()) <= DETECTOR.labels
    assert all(label.startswith("incentive.") for label in DETECTOR.labels)
