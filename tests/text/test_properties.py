"""Laws that hold for every string: alignment, stability, and work in proportion to length."""

from __future__ import annotations

import sys
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moderation.text import Text, View, identify, sentences
from moderation.text.confusables import DIGITS, LOOSE, STRICT
from moderation.text.fold import plain

AWKWARD = (
    "aeiou AEz09 5oOl!@$.,-_*\n\u200b\u200d\ufeff\u202e\u2066\u00ad\u0301\u0323\u0338\ufe0f\u20e3éßﬁİıĐđơờ½…"
    "“’—⭐★☆🌟👍🏽①５٣๓ｒⓇʀ🅡аеоΝοвжяЗสี่ํานห้า가각ᄀ\u1161\u11a8か\u3099ｶﾞ゛ﷺ\ud800\udc00\uffff\x00`¨ªᏢꓣՕ"
)
WORDS = [
    "five",
    " six ",
    "one ",
    "double ",
    "r e v i e w",
    "f33d",
    "reeee",
    "quatre vingt ",
    "สอง",
    " y ",
    "\u200b",
    "o1l",
]
awkward = st.text(st.one_of(st.sampled_from(AWKWARD), st.characters()), max_size=60)
texts = st.one_of(
    awkward, st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from(AWKWARD)), max_size=30).map("".join)
)
thorough = settings(max_examples=100, deadline=None)


def views(text: Text) -> tuple[View, View, View]:
    return text.folded, text.digits, text.letters


@thorough
@given(texts)
def test_every_range_of_a_view_maps_into_the_original(original: str) -> None:
    for view in views(Text.of(original)):
        length = len(view.string)
        spans = [view.span(place, place + 1) for place in range(length)]
        assert all(0 <= span.start < span.end <= len(original) for span in spans)
        for left, right in pairwise(spans):
            assert left == right or (left.start <= right.start and left.end <= right.end)
        if spans:
            whole = view.span(0, length)
            assert (whole.start, whole.end) == (spans[0].start, spans[-1].end)


@thorough
@given(texts)
def test_pieces_cover_everything_but_the_invisible(original: str) -> None:
    folded = Text.of(original).folded
    covered = set[int]()
    for place in range(len(folded.string)):
        span = folded.span(place, place + 1)
        covered |= set(range(span.start, span.end))
    assert all(plain(char) == "" for place, char in enumerate(original) if place not in covered)


@thorough
@given(texts)
def test_folding_twice_is_folding_once(original: str) -> None:
    once = Text.of(original).folded.string
    assert Text.of(once).folded.string == once


@thorough
@given(texts, st.data())
def test_folding_ignores_zero_width_characters(original: str, data: st.DataObject) -> None:
    places = data.draw(st.lists(st.integers(0, len(original)), max_size=5))
    changed = original
    for place in sorted(places, reverse=True):
        changed = (
            changed[:place]
            + data.draw(st.sampled_from("\u200b\u200c\u200d\u2060\ufeff\u00ad"))
            + changed[place:]
        )
    assert Text.of(changed).folded.string == Text.of(original).folded.string


@thorough
@given(texts)
def test_views_can_be_encoded_and_nothing_raises(original: str) -> None:
    text = Text.of(original)
    for view in views(text):
        view.string.encode()
    assert identify(text)
    identify(original)


@thorough
@given(texts)
def test_sentences_are_ordered_and_cover_what_is_visible(original: str) -> None:
    text = Text.of(original)
    string = text.folded.string
    last = 0
    for start, end in sentences(text):
        assert string[last:start].strip() == ""
        assert start < end
        last = end
    assert string[last:].strip() == ""


def test_every_code_point_has_a_stable_reading() -> None:
    # What lies between has no decomposition, no case and no name that is read.
    codes = (*range(0x20000), *range(0x2F800, 0x2FA20), *range(0xE0000, 0xE0200), sys.maxunicode)
    restless = [code for code in codes if not _stable(chr(code))]
    assert restless == []


def _stable(char: str) -> bool:
    once = Text.of(char).folded.string
    return Text.of(once).folded.string == once


@pytest.mark.parametrize("table", [STRICT, LOOSE, DIGITS])
def test_confusables_hold_both_cases_of_a_letter(table: dict[str, str]) -> None:
    assert all(char.casefold() in table for char in table)


@pytest.mark.parametrize(
    "unit",
    [
        "a", " ", "\u200b", "⭐", "a\u0301", "\u0301", "\u0301\u0323", "ﷺ", "\u1100", "\u1100\u1161\u11a8", "5", "5 ",
        "\ud800", "aо", "жо ", "ﬁ", "\u3099", "สอง", "five ", "a ", "a.", "1o ", "$aaa", "r3", ". ", "a\n", "!", "a@",
        "double ", "Ab\u0416\u200b7 ",
    ],
)  # fmt: skip
def test_a_megabyte_of_one_thing_is_quick(unit: str) -> None:
    original = unit * (1_000_000 // len(unit))
    begin = time.process_time()
    text = Text.of(original)
    folded = time.process_time() - begin
    for view in views(text):
        if view.string:
            view.span(0, len(view.string))
    sentences(text)
    identify(text)
    # The law is linear work: the figures tell a hang, on a slow and shared machine too.
    assert folded < 20
    assert time.process_time() - begin < 40
