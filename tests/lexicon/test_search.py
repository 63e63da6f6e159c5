"""Finding concepts: both views, offsets in the folded view, screen and search in agreement."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moderation.lexicon import load_lexicon
from moderation.text import Text

WORDS = st.sampled_from(
    [
        "leave",
        "us",
        "a",
        "review",
        "⭐⭐⭐⭐⭐",
        "gift card",
        "r3view",
        "r e v i e w",
        "รีวิว",
        "đánh giá",
        "10 €",
        "…",
        "\n",
    ]
)


@pytest.mark.parametrize(
    "written", ["review", "REVIEW", "r e v i e w", "r3v1ew", "ｒｅｖｉｅｗ", "re\u200bview"]
)
def test_disguise_does_not_hide_a_concept(written):
    text = Text.of(f"please leave your {written} today")
    assert "review.noun" in {m.concept for m in load_lexicon().find(text)}


def test_mentions_of_the_letters_view_point_into_the_folded_view():
    text = Text.of("get a g i f t  c a r d now")
    for mention in load_lexicon().find(text):
        assert 0 <= mention.start < mention.end <= len(text.folded.string)


@given(st.lists(WORDS, max_size=12).map(" ".join))
@settings(max_examples=60, deadline=None)
def test_screen_names_exactly_the_concepts_found(written):
    text = Text.of(written)
    lexicon = load_lexicon()
    assert lexicon.screen(text) == {m.concept for m in lexicon.find(text)}


def test_smaller_lexicon_finds_the_same_of_its_concepts():
    text = Text.of("Leave a review and get a gift card")
    whole = [m for m in load_lexicon().find(text) if m.concept.startswith("benefit.")]
    assert list(load_lexicon().only("benefit.*").find(text)) == whole


def test_empty_text_names_nothing():
    assert load_lexicon().find(Text.of("")) == ()
    assert load_lexicon().screen(Text.of("")) == frozenset()
