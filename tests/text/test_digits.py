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
        ("98two0 four4 one7 three6", "9820 44 17 36"),
        ("0152 dreiundfünfzig 08 einundsiebzig 64 2", "0152 53 08 71 64 2"),
        ("seis sesenta y uno cuarenta y cuatro veinte noventa y tres", "661442093"),
        ("noventa e três, quatro quatro um, duzentos e oito, cinco", "934412085"),
        ("zéro quatre cent septante-deux, nonante et un, zéro six", "04729106"),
        ("sechshundertzwölf vier drei acht null", "6124380"),
        ("lima puluh lima enam tujuh", "5567"),
        ("ba mươi lăm bốn chín mười hai", "35492"),
        ("treble zero four, double two", "000422"),
        ("ek do teen char paanch che", "123456"),
        ("isa dalawa tatlo apat lima", "12345"),
        ("plus vier neun drei null eins", "+49301"),
        ("six zero eight dash four two one", "608-421"),
        ("eight hundred five five five oh one", "80055501"),
        ("ศูนย์ แปด สอง สิบ หนึ่ง", "0821"),
        ("零八六一八四", "086184"),
        ("7l5 44Z 9O8S", "715 442 9085"),
        ("Ol7l / 82 3S 6O9", "0171 / 82 35 609"),
        ("+l5O64642486", "+15064642486"),
        ("б1 98lO7 З3l2", "61 98107 3312"),
    ],
)
def test_digits_reads_rows_of_number_words(original: str, digits: str) -> None:
    assert Text.of(original).digits.string == digits


@pytest.mark.parametrize(
    "original",
    [
        "one star", "five stars, one for price and two for looks", "um um um", "bon bon bon", "500l tank 10l",
        "two or three or four days", "it took six to eight weeks", "oh oh oh no", "bought 2 of 3", "o2 10l 5s",
        "iphone 5s 6s 7s 8s", "galaxy s21 5g 128gb", "is 555 0123", "L94736020", "two or three for 20 or 30",
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
