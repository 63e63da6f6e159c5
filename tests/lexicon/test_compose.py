"""Frames and readings: order, distance, sentences, excuses, languages, smallest range."""

from __future__ import annotations

import pytest

from moderation.lexicon import Mention
from moderation.lexicon.compose import Frame, first, matches, outside, same_sentence
from moderation.lexicon.reading import Reading, Sign, spoken


def at(concept: str, start: int, lang: str = "en", length: int = 4) -> Mention:
    return Mention(start, start + length, concept, lang)


STRING = "x" * 400


@pytest.mark.parametrize(
    ("frame", "holds"),
    [
        (Frame(parts=("a", "b")), True),
        (Frame(parts=("b", "a"), ordered=True), False),
        (Frame(parts=("a", "b"), within=20), False),
        (Frame(parts=("a", "c|b")), True),
        (Frame(parts=("a", "c")), False),
        (Frame(parts=("a", "b"), unless=("veto",)), False),
        (Frame(parts=("a", "b"), unless=("veto",), reach=0), True),
    ],
)
def test_frame_holds_by_order_distance_and_excuse(frame, holds):
    mentions = (at("a", 10), at("b", 40), at("veto", 60))
    assert (first(frame, mentions, STRING) is not None) is holds


def test_tightest_place_is_the_evidence():
    match = first(Frame(parts=("a", "b")), (at("a", 0), at("a", 50), at("b", 60)), STRING)
    assert match is not None
    assert (match.start, match.end, match.because) == (50, 64, "a+b")


def test_places_do_not_overlap():
    places = list(
        matches(
            Frame(parts=("a", "b"), within=30), (at("a", 0), at("b", 9), at("a", 100), at("b", 109)), STRING
        )
    )
    assert [(p.start, p.end) for p in places] == [(0, 13), (100, 113)]


def test_parts_share_a_language_or_any():
    assert first(Frame(parts=("a", "b")), (at("a", 0, "en"), at("b", 9, "id")), STRING) is None
    assert first(Frame(parts=("a", "b")), (at("a", 0, "any"), at("b", 9, "id")), STRING) is not None


def test_one_place_cannot_fill_two_parts():
    assert first(Frame(parts=("a", "b")), (at("a", 0, length=20), at("b", 5)), STRING) is None


@pytest.mark.parametrize(
    ("string", "same"),
    [("one, two", True), ("one\ntwo", True), ("one. two", False), ("one\n\ntwo", False), ("5.00 two", True)],
)
def test_sentence_ends_at_a_stop_not_at_a_broken_line(string, same):
    assert same_sentence(string, 0, len(string)) is same


def test_outside_drops_what_a_cover_holds():
    assert outside((at("a", 3), at("a", 50)), (at("cover", 0, length=20),)) == (at("a", 50),)


def test_language_that_is_not_spoken_is_left_out():
    english = tuple(at("a", start) for start in range(0, 100, 10))
    assert spoken((*english, at("b", 200, "vi"), at("c", 210, "any"))) == (*english, at("c", 210, "any"))


def test_strongest_sign_of_a_label_wins():
    reading = Reading(STRING, (at("a", 0), at("b", 9)))
    signs = (
        Sign(label="x", frame=Frame(parts=("a",)), confidence=0.7),
        Sign(label="x", frame=Frame(parts=("a", "b")), confidence=0.9),
    )
    assert reading.strongest(signs)["x"][1] == 0.9
