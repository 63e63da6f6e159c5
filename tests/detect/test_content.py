"""Content: mashed keys against short words in many scripts, advertising against words about goods."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from make import look, make_document

from moderation.detect.content import ADVERTISING, DETECTOR, VACUOUS
from moderation.detect.content.mash import _SUSPECT, _is_mashed, mash


def labels(text: str, **where) -> set[str]:
    return {found.label for found in look(DETECTOR, make_document(text, **where))}


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("asdfgh jkl lkjhgf", "keys"),
        ("dfgdfgdfg", "keys"),
        ("xkcdqwrt bnmvcxz", "keys"),
        ("aaaaaaaaaaaa", "keys"),
        ("-----", "punctuation"),
        ("?!?!?!", "punctuation"),
        ("word word word word word", "repeated"),
    ],
)
def test_mash_names_the_sort(text, sort):
    assert mash(text)[0] == sort


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "ok",
        "k",
        "+++",
        ":-)",
        "<3",
        "❤️❤️❤️",
        "hmmmm",
        "pfffft",
        "brrrr",
        "zzzzzzzzzz",
        "hahahahaha",
        "kkkkkkkkkk",
        "wkwkwkwk",
        "mantappppppp",
        "preiswert",
        "angstschweiss",
        "rechtschreibschwaeche",
        "tres bien",
        "dep lam",
        "ดีมาก",
        "とても良い",
        "очень хорошо",
        "ممتاز",
        "very very very very nice",
        "so so so good",
        "usb hdmi vga dvi ports work",
        "xl fits",
    ],
)
def test_mash_leaves_what_may_say_something(text):
    assert mash(text) is None


def test_content_empty_text_is_a_rating():
    assert labels("") == set()


@pytest.mark.parametrize("surface", ["seller_reply", "buyer_message", "live"])
def test_content_judges_reviews_only(surface):
    assert labels("asdfgh jklhgf sdfghj", surface=surface) == set()


def test_content_long_review_may_mention_its_length():
    text = "The wardrobe took two hours to build and every hole was in place. " * 3
    assert labels(text + "Only writing more to reach the minimum words.") == set()
    assert labels("Only writing this to reach the minimum words.") == {VACUOUS}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("instant loans no credit check, write now", {ADVERTISING}),
        ("make money online with me", {ADVERTISING}),
        ("great chair for working from home", set()),
        ("the poker chips and the casino cloth look real", set()),
        ("I ordered a medium and paid with a loan of luck", set()),
    ],
)
def test_content_advertising_is_about_something_else(text, expected):
    assert labels(text) == expected


def test_content_recalls_the_examples_of_the_catalogue(catalogue):
    clauses = [catalogue.clauses[label] for label in (VACUOUS, ADVERTISING)]
    examples = [(c.id, e) for c in clauses for e in c.violating if not e.in_media]
    assert sum(clause in labels(e.text, lang=e.lang) for clause, e in examples) >= 0.85 * len(examples)
    allowed = [e for c in clauses for e in c.allowed if not e.in_media]
    assert not any(labels(e.text, lang=e.lang) for e in allowed)


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_mash_never_raises(text):
    assert mash(text) is None or 0.5 <= mash(text)[1] <= 1.0


@given(st.text(alphabet="กขคงจชดตนบปมยรลวสหอะาิีุูเแโไ่้ ", max_size=80))
@settings(max_examples=60, deadline=None)
def test_mash_keys_never_finds_thai(text):
    sort = mash(text)
    assert sort is None or sort[0] != "keys"


@given(st.text(alphabet="asdfghjkleiouyqwtrzxcvbnmp", min_size=4, max_size=16))
@settings(max_examples=100, deadline=None)
def test_mash_gate_keeps_every_mashed_word(word):
    assert not _is_mashed(word) or _SUSPECT.search(word)


@pytest.mark.parametrize("text", ["a.s.d.f.g.h", "d-f-g-d-f-g-d-f-g", "é asdfgh_jkl lkjhgf"])
def test_mash_sees_through_punctuation(text):
    assert mash(text)[0] == "keys"
