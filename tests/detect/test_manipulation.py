"""Manipulation: requests, gating and pressure by sellers; buyers report them, and may brigade themselves."""

from __future__ import annotations

import pytest
from make import look, make_document

from moderation.detect.manipulation import DETECTOR
from moderation.findings import Allegation, Finding


def labels(text: str, **where: str) -> set[str]:
    return {found.label for found in look(DETECTOR, make_document(text, **where))}


def test_manipulation_request_by_seller_is_a_finding_and_told_by_buyer_an_allegation():
    (asked,) = look(
        DETECTOR, make_document("Please delete your review", surface="buyer_message", author="seller")
    )
    (told,) = look(DETECTOR, make_document("The seller asked me to delete my review", surface="review"))
    assert isinstance(asked, Finding)
    assert isinstance(told, Allegation)
    assert asked.label == told.label == "manipulation.request_removal"


def test_manipulation_brigading_by_a_buyer_is_the_buyers_own_deed():
    (found,) = look(
        DETECTOR, make_document("Everyone one-star this shop now", surface="review", author="buyer")
    )
    assert isinstance(found, Finding)
    assert found.label == "manipulation.brigading"


def test_manipulation_clause_that_does_not_cover_the_surface_is_not_found():
    text = "Please change your rating to five stars"
    assert "manipulation.request_change" in labels(text, surface="buyer_message")
    assert "manipulation.request_change" not in labels(text, surface="product_listing")


def test_manipulation_reward_turns_a_positive_request_into_an_incentive():
    assert labels("Give us five stars please", surface="package_insert") == {
        "manipulation.positive_only_request"
    }
    assert not labels("Give us five stars and get a free case", surface="package_insert")


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for updating your review!",
        "No need to change your rating, enjoy the lamp.",
        "Since you asked: you can edit your review under Orders.",
        "Any problem? Message us in the app.",
        "We reported this review because it names our packer.",
        "All reviews are welcome, good or bad. Need help? Chat with us.",
    ],
)
def test_manipulation_lookalikes_stay_clean(text):
    assert not labels(text, surface="seller_reply")


@pytest.mark.parametrize(
    "text",
    [
        "Nobody asked me to leave five stars, I just like it.",
        "I changed my review after the second one broke as well. Awful.",
        "Take this listing down, it is dangerous rubbish!",
    ],
)
def test_manipulation_buyers_own_words_stay_clean(text):
    assert not labels(text, surface="review")


def test_manipulation_keeps_one_label_for_one_wording():
    assert labels("Warranty void if you rate below 5 stars", surface="product_listing") == {
        "manipulation.conditional_service"
    }
