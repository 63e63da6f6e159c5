"""Where sentences end."""

from __future__ import annotations

import pytest

from moderation.text import Text, sentences


@pytest.mark.parametrize(
    ("original", "pieces"),
    [
        ("It broke. I am sad! Why?", ["it broke.", "i am sad!", "why?"]),
        ("Costs 3.50 euros at shop.example.com today", ["costs 3.50 euros at shop.example.com today"]),
        ("Mr. Sample and Dr. Test came. Good.", ["mr. sample and dr. test came.", "good."]),
        ("first line\nsecond line\r\n\r\nthird", ["first line", "second line", "third"]),
        ("很好！下次再买。谢谢", ["很好!", "下次再买.", "谢谢"]),
        ('He said "no." Then left...', ['he said "no."', "then left..."]),
        ("  ", []),
        ("", []),
    ],
)
def test_sentences_end_at_stops_and_lines(original: str, pieces: list[str]) -> None:
    text = Text.of(original)
    assert [text.folded.string[start:end] for start, end in sentences(text)] == pieces
