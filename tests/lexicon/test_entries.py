"""The lexicon's data files: notation, refusals, and that a language is added by data alone."""

from __future__ import annotations

import json

import pytest

from moderation.lexicon import Lexicon, LexiconInvalid
from moderation.lexicon.entries import compile_entries, parse, shipped
from moderation.text import Text


def lexicon_of(source: str) -> Lexicon:
    return Lexicon(compile_entries({"x.yaml": parse(source, file="x.yaml")}))


def found(source: str, text: str) -> list[tuple[str, str]]:
    return [
        (m.concept, Text.of(text).folded.string[m.start : m.end])
        for m in lexicon_of(source).find(Text.of(text))
    ]


def test_shipped_data_compiles_and_speaks_nine_languages():
    entries = compile_entries(shipped())
    assert {entry.lang for entry in entries} >= {"en", "es", "fr", "de", "pt", "it", "id", "vi", "th"}


def test_every_shipped_pattern_needs_at_least_one_character():
    assert not Lexicon(compile_entries(shipped())).screen(Text.of(" "))


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("don't buy", "Don’t   buy it", "don't   buy"),
        ("leave ~ review", "leave us a quick review", "leave us a quick review"),
        ("reseña", "una RESEÑA aquí", "resena"),
        ("đánh giá", "hãy Đánh Giá shop", "danh gia"),
        ("(?:[$]|→) ?\\d+", "now →5", "→5"),
        ("rates?", "he rates it", "rates"),
    ],
)
def test_notation_is_written_out(pattern, text, expected):
    assert found(f"a.b:\n  en: [{json.dumps(pattern)}]", text) == [("a.b", expected)]


def test_word_boundaries_keep_patterns_out_of_longer_words():
    assert found("a.b:\n  en: ['rate']", "accelerate corporate rated") == []


def test_alternatives_of_one_group_have_their_own_boundaries():
    assert found("a.b:\n  any: ['(?:→|get)']", "get→ forget") == [("a.b", "get"), ("a.b", "→")]


def test_reference_takes_the_same_language_and_any():
    source = "noun:\n  en: ['reviews?']\n  de: ['rezension']\n  any: ['⭐']\nact:\n  en: ['leave {noun}']"
    assert ("act", "leave review") in found(source, "leave review")
    assert ("act", "leave ⭐") in found(source, "leave ⭐")
    assert not [hit for hit in found(source, "leave rezension") if hit[0] == "act"]


def test_new_language_is_added_by_data_alone():
    source = "review.noun:\n  en: ['review']\n  sv: ['recension(?:en)?']"
    assert [m.lang for m in lexicon_of(source).find(Text.of("skriv en recension"))] == ["sv"]


@pytest.mark.parametrize(
    ("source", "entry"),
    [
        ("a.b:\n  en: ['(open']", "a.b/en: (open"),
        ("a.b:\n  en: ['(?=x)y']", "a.b/en: (?=x)y"),
        ("a.b:\n  en: ['Upper']", "a.b/en: Upper"),
        ("a.b:\n  en: ['{nowhere}']", "a.b/en: {nowhere}"),
        ("a.b:\n  en: ['x {a.b}']", "a.b/en: x {a.b}"),
        ("a.b:\n  english: ['x']", "a.b/english"),
        ("a.b:\n  en: 'x'", "a.b/en"),
        ("a.b: [x]", "a.b"),
        ("- x", "(file)"),
        ("a: {b: [", "(file)"),
    ],
)
def test_bad_entry_is_refused_with_file_and_place(source, entry):
    with pytest.raises(LexiconInvalid) as refused:
        lexicon_of(source)
    assert refused.value.file == "x.yaml"
    assert refused.value.entry == entry


def test_concept_with_two_homes_is_refused():
    one = parse("a.b:\n  en: ['x']", file="one.yaml")
    with pytest.raises(LexiconInvalid, match=r"already in one\.yaml"):
        compile_entries({"one.yaml": one, "two.yaml": one})
