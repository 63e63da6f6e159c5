"""Input rows: every field of the contract, every code, and never a word of the text in a refusal."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moderation.content import Author, Surface
from moderation.errors import BadRow
from moderation.wire import decode_json, parse_row

GOOD = {"id": "r1", "text": "Nice kettle."}


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"id": None}, "missing_field"),
        ({"text": None}, "missing_field"),
        ({"id": 7}, "bad_type"),
        ({"id": ""}, "bad_value"),
        ({"text": ["x"]}, "bad_type"),
        ({"text": "x" * ((1 << 20) + 1)}, "text_too_long"),
        ({"text": "é" * ((1 << 19) + 1)}, "text_too_long"),
        ({"surface": "billboard"}, "bad_value"),
        ({"surface": 3}, "bad_type"),
        ({"author": "reviewer"}, "bad_value"),
        ({"rating": 0}, "bad_value"),
        ({"rating": 6}, "bad_value"),
        ({"rating": 4.5}, "bad_value"),
        ({"rating": "5"}, "bad_type"),
        ({"rating": True}, "bad_type"),
        ({"lang": "english!"}, "bad_value"),
        ({"created_at": "yesterday"}, "bad_value"),
        ({"created_at": "2026-02-30T10:00:00Z"}, "bad_value"),
        ({"created_at": "2026-02-20T10:00:00"}, "bad_value"),
        ({"delivered_at": 1_700_000_000}, "bad_type"),
        ({"shop_contacts": "help@example.com"}, "bad_type"),
        ({"shop_contacts": [1]}, "bad_type"),
        ({"incentivised": "yes"}, "bad_type"),
        ({"media": [{"file": "a.jpg"}]}, "bad_type"),
        ({"media": "a.jpg"}, "bad_type"),
        ({"shop_id": 5}, "bad_type"),
    ],
)
def test_parse_row_refuses(changes, code):
    with pytest.raises(BadRow) as refusal:
        parse_row(GOOD | changes)
    assert refusal.value.row_code == code
    assert next(iter(changes)) in refusal.value.detail or code == "text_too_long"


@pytest.mark.parametrize("raw", [None, 3, "row", [GOOD]])
def test_parse_row_wants_an_object(raw):
    with pytest.raises(BadRow, match="bad_type"):
        parse_row(raw)


@pytest.mark.parametrize(
    ("surface", "author"),
    [
        ("review", Author.BUYER),
        ("seller_reply", Author.SELLER),
        ("buyer_message", Author.SELLER),
        ("short_video", Author.CREATOR),
        ("live", Author.CREATOR),
        ("package_insert", Author.SELLER),
        ("product_listing", Author.SELLER),
    ],
)
def test_parse_row_assumes_the_author_of_the_surface(surface, author):
    assert parse_row(GOOD | {"surface": surface}).item.author is author


def test_parse_row_ignores_ratings_elsewhere():
    item = parse_row(GOOD | {"surface": "seller_reply", "rating": "eleven"}).item
    assert (item.surface, item.rating) == (Surface.SELLER_REPLY, None)


def test_parse_row_passes_unknown_fields_through_untouched():
    assert parse_row(GOOD | {"colour": {"a": [1, None]}}).extra == {"colour": {"a": [1, None]}}


def test_parse_row_takes_empty_text_and_nulls():
    row = parse_row({"id": "r", "text": "", "rating": None, "lang": None, "media": None})
    assert row.item.text == ""
    assert row.extra == {}


@pytest.mark.parametrize("line", [b"{", b"\xff{}", b"[" * 100_000, b'{"id": ' + b"9" * 10_000 + b"}"])
def test_decode_json_refuses(line):
    with pytest.raises(BadRow, match="bad_json"):
        decode_json(line)


@settings(max_examples=100, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(
            ["id", "text", "surface", "author", "rating", "lang", "created_at", "shop_contacts", "media", "x"]
        ),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
            lambda inner: st.lists(inner, max_size=3),
        ),
    )
)
def test_parse_row_never_fails_otherwise_and_never_quotes_text(raw):
    secret = "canary-7f3a"
    with contextlib.suppress(BadRow):
        parse_row(raw | {"text": secret})
        return
    with pytest.raises(BadRow) as refusal:
        parse_row(raw | {"text": secret})
    assert secret not in str(refusal.value)
