"""The view with capitals: disguise is taken off, everything else stays as written."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moderation.detect.pii.spelling import cased
from moderation.text import Text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Dear Wil\u200bma Ot\u00adter,", "Dear Wilma Otter,"),
        ("Wilmа Оtter", "Wilma Otter"),  # Cyrillic а and О
        ("Ｗｉｌｍａ Otter", "Wilma Otter"),
        ("𝐖𝐢𝐥𝐦𝐚 Otter\u200b", "Wilma Otter"),
    ],
)
def test_cased_takes_the_disguise_off_and_keeps_capitals(written, read):
    assert cased(Text.of(written)).string == read


@pytest.mark.parametrize(
    "text", ["Renée O’Brien", "Вильма Оттер", "นางสาว วิลมา", "Nguyễn Thị Hằng ❤️", "🌟 Wilma"]
)
def test_cased_leaves_undisguised_text_alone(text):
    assert cased(Text.of(text)).string == text


def test_cased_maps_back_to_the_original():
    written = "Dear Wil\u200bma Ot\u00adter, no"
    view = cased(Text.of(written))
    at = view.string.index("Wilma")
    place = view.span(at, at + len("Wilma Otter"))
    assert written[place.start : place.end] == "Wil\u200bma Ot\u00adter"


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet="Aeß é\u200b\u00ad\u0301ОаЖﬁＡ１ำ\ud800", max_size=30))
def test_cased_never_raises_and_stays_inside(written):
    view = cased(Text.of(written))
    for at in range(len(view.string)):
        place = view.span(at, at + 1)
        assert 0 <= place.start < place.end <= len(written)
