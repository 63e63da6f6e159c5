from __future__ import annotations

import pytest

from moderation.detect.pii.persons.everyday import compound, everyday, tongues
from moderation.detect.pii.persons.gazetteer import fold, kin
from moderation.detect.pii.persons.phrases import read


@pytest.mark.parametrize("word", ["Regentonne", "Ablageort", "Feierabend", "Küchenwaage", "Rückerstattung"])
def test_everyday_reads_german_compounds_and_endings(word):
    assert everyday(word, fold(word), "de", listed=False)


@pytest.mark.parametrize("name", ["Kröger", "Ackermann", "Steinmeier", "Gesine", "Vollbrecht", "Lindqvist"])
def test_everyday_leaves_german_names(name):
    assert not everyday(name, fold(name), "de", listed=bool(kin(fold(name))))


def test_everyday_asks_for_the_tones_of_vietnamese():
    assert everyday("mình", "minh", "vi", listed=True)
    assert not everyday("minh", "minh", "vi", listed=True)
    assert not everyday("Thành", "thanh", "vi", listed=True)


def test_tongues_tells_the_language_of_a_text():
    words = read("Der Fahrer hat das Paket nicht abgegeben")
    assert tongues((word.text, word.low) for word in words) == {"de"}


def test_read_marks_words_of_the_own_language_only():
    marked = {word.text for word in read("Das Paket lag in der Tonne hinter dem Haus") if word.common}
    assert "Tonne" in marked
    assert not any(word.common for word in read("Gesine Kröger"))


def test_compound_is_linear_in_long_words():
    assert not compound("x" * 5000, {"xx"})
