"""The digits view: rows of number words become digits, single ones stay."""

from __future__ import annotations

import pytest

from moderation.text import Text


@pytest.mark.parametrize(
    ("original", "digits"),
    [
        ("call five five five - oh one two three", "call 555 - 0123"),
        ("F1ve F!ve 5ive, ok", "555, ok"),
        ("double five triple seven oh two", "5577702"),
        ("double 5 four two one", "55421"),
        ("three one two 555 oh one four seven", "312 555 0147"),
        ("five, five, five", "555"),
        ("cinco cinco cinco cero uno dos", "555012"),
        ("zéro six douze trente-quatre cinquante-six soixante-dix-huit", "0612345678"),
        ("quatre-vingt-dix-sept zéro un deux trois soixante-quinze", "97012375"),
        ("null eins sieben sechs vierunddreißig", "017634"),
        ("zero um nove oito vinte e três", "019823"),
        ("zero due sei trentaquattro nove", "026349"),
        ("nol delapan satu dua tiga dua puluh lima", "0812325"),
        ("không chín một hai ba bốn", "091234"),
        ("ศูนย์แปดหนึ่งสองสาม", "08123"),
        ("ศูนย์ แปด หนึ่ง", "081"),
        ("555-O1l7", "555-0117"),
        ("five cinco cinq fünf", "5555"),
    ],
)
def test_digits_reads_rows_of_number_words(original: str, digits: str) -> None:
    assert Text.of(original).digits.string == digits


@pytest.mark.parametrize(
    "original",
    [
        "one star", "five stars, one for price and two for looks", "um um um", "bon bon bon", "500l tank 10l",
        "two or three or four days", "it took six to eight weeks", "oh oh oh no", "bought 2 of 3", "o2 10l 5s",
    ],
)  # fmt: skip
def test_digits_is_the_folded_view_where_nothing_is_a_row(original: str) -> None:
    text = Text.of(original)
    assert text.digits is text.folded


def test_digits_maps_back_to_the_words() -> None:
    original = "Ruf an: fünf fünf\u200b fünf, danke"
    view = Text.of(original).digits
    start = view.string.index("555")
    span = view.span(start, start + 3)
    assert original[span.start : span.end] == "fünf fünf\u200b fünf"
