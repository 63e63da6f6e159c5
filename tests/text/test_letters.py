"""The letters view: leetspeak, spread and stretched words are set right, model numbers stay."""

from __future__ import annotations

import pytest

from moderation.text import Text


@pytest.mark.parametrize(
    ("original", "letters"),
    [
        ("r3view f33dback p@ypal c@sh g!ft", "review feedback paypal cash gift"),
        ("de1ete se11er $tar 5tar hell0", "delete seller star star hello"),
        ("$tar0n", "staron"),
        ("R E V I E W", "review"),
        ("r.e.v.i.e.w please", "review please"),
        ("r-e-v-i-e-w", "review"),
        ("r*e*v*i*e*w", "review"),
        ("r⭐e⭐v⭐i⭐e⭐w", "review"),
        ("r 3 v i 3 w", "review"),
        ("l e a v e  a  r e v i e w", "leave  a  review"),
        ("reeeeview gooood sooo greeeat", "review good so great"),
        ("好 评 返 现", "好评返现"),
    ],
)
def test_letters_sets_words_right(original: str, letters: str) -> None:
    assert Text.of(original).letters.string == letters


@pytest.mark.parametrize(
    "original",
    [
        "5v@2a", "mp3 covid19 4k 2x", "$5.99 or $20", "vitamin b12 usb3 iphone15 64gb h2o", "10x10mm", "great!love",
        "john@example.com", "u.s.a.", "1 2 3 4 5", "s/m/l/xl", "i am a b student", "fits a 34ddd",
    ],
)  # fmt: skip
def test_letters_leaves_honest_digits_alone(original: str) -> None:
    assert Text.of(original).letters.string == original.replace("ddd", "d")


def test_letters_is_the_folded_view_where_nothing_changes() -> None:
    text = Text.of("An ordinary review, bought for 20 dollars.")
    assert text.letters is text.folded


def test_letters_maps_back_to_the_spread_word() -> None:
    original = "pls “r 3 v í 3 w” now"
    view = Text.of(original).letters
    start = view.string.index("review")
    span = view.span(start, start + 6)
    assert original[span.start : span.end] == "r 3 v í 3 w"
