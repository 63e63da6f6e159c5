"""Phrases mean what their notation says, and every one of them can be found."""

from __future__ import annotations

import pytest
import re2

from moderation import policy
from moderation.causes.cues import EXPLICIT, RESOLVED, UNRESOLVED, VETO, cue_book, entries, phrase_files
from moderation.causes.phrase import anchors, expression
from moderation.text import Text

ENTRIES = [entry for content in phrase_files().values() for entry in entries(content)]


@pytest.mark.parametrize(
    ("phrase", "text", "matches"),
    [
        ("hard to press|push", "so hard to push down", True),
        ("hard to press|push", "hard work to push", False),
        ("not .. arrive*", "it did not yet arrived", True),
        ("not .. arrive*", "not one of those who arrive", False),
        ("not ... arrive*", "not one of those who arrive", True),
        ("not ... arrive*", "not good. they arrive", False),
        ("no reply|any_answer", "no any answer", True),
        ("time to? go", "time go", True),
        ("doesn't work", "doesnt work", True),
        ("doesn't work", "doesn’t work", True),
        ("llegó tarde", "LLEGO TARDE", True),
        ("\\d* days", "12 days", True),
        ("late", "plate", False),
    ],
)
def test_expression_follows_the_notation(phrase: str, text: str, matches: bool) -> None:
    folded = Text.of(text).folded.string
    assert (re2.search(expression(phrase, spaced=True), folded) is not None) is matches


def test_every_phrase_compiles_and_is_announced_by_a_literal() -> None:
    for _, _, phrase, spaced in ENTRIES:
        re2.compile(expression(phrase, spaced=spaced))
        assert min(map(len, anchors(phrase, spaced=spaced))) >= 1, phrase


def test_every_name_is_a_subtype_or_a_context() -> None:
    known = set(policy.load().taxonomy.subtypes) | {EXPLICIT, RESOLVED, UNRESOLVED}
    assert {name.removeprefix(VETO) for name, _, _, _ in ENTRIES} <= known


def test_every_language_has_every_subtype() -> None:
    subtypes = set(policy.load().taxonomy.subtypes)
    for lang in {lang for _, lang, _, _ in ENTRIES}:
        assert {name for name, its, _, _ in ENTRIES if its == lang} >= subtypes, lang


def test_find_gives_ranges_of_the_folded_view() -> None:
    folded = Text.of("Dommage… l'article n'est jamais arrivé 😡").folded.string
    cues = cue_book().find(folded, "fr")
    assert [folded[cue.start : cue.end] for cue in cues if cue.name == "logistics.not_received"] == [
        "jamais arrive"
    ]


def test_find_reads_only_the_language_and_english() -> None:
    folded = Text.of("nunca llegó").folded.string
    assert not cue_book().find(folded, "de")
    assert cue_book().find(folded, "es-MX")
    assert cue_book().find(folded, "und")


def test_find_is_fast_on_hostile_text() -> None:
    assert cue_book().find("not " * 50_000, "en") is not None
