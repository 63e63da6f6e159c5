"""The words that stand around names, by what they say of them: data (`words/naming.yaml`) and its lookup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

import yaml

from moderation.detect.pii.persons.everyday import TONES, everyday, tongues, written
from moderation.detect.pii.persons.gazetteer import fold, kin
from moderation.loaders import StringLoader

_WORD: Final = re.compile(r"[\u0e00-\u0e4e]+|[A-Z]{2,}\d{2,}\w*|[^\W\d_]+(?:['’‐-][^\W\d_]+)*|\d[\w./-]*")
_THAI: Final = re.compile("[\u0e00-\u0e4e]")
_ASCII_WORD: Final = re.compile(r"[A-Za-z]+(?:['-][A-Za-z]+)*|\d[\w./-]*")
_APOSTROPHES: Final = "'’"
_SHORTEST_OWNER: Final = 3
_NONE: Final[frozenset[str]] = frozenset()
MOST_WORDS: Final = 5
"""Words in the longest phrase that is looked up."""


class Word(NamedTuple):
    """A word of a text at its place, with its folded form."""

    text: str
    start: int
    end: int
    low: str
    possessive: bool = False
    common: bool = False
    """An everyday word of the text's language."""
    toned: bool = False
    """The text is Vietnamese and shows tones: a word without them is meant so."""


def read(string: str) -> list[Word]:
    """Return the words of a text; a possessive ending is taken off and remembered."""
    found = _words(string)
    languages = tongues((word.text, word.low) for word in found)
    if not languages:
        return found
    toned = "vi" in languages and TONES.search(string) is not None
    return [
        word._replace(common=common, toned=toned)
        if (
            common := any(everyday(word.text, word.low, one, listed=bool(kin(word.low))) for one in languages)
        )
        or toned
        else word
        for word in found
    ]


def _words(string: str) -> list[Word]:
    found = []
    lowered = string.lower() if string.isascii() else ""
    pattern = _ASCII_WORD if lowered else _WORD
    for match in pattern.finditer(string):
        start, end = match.span()
        text = string[start:end]
        owned = text[-1] == "s" and end - start > _SHORTEST_OWNER and text[-2] in _APOSTROPHES
        if owned:
            text, end = text[:-2], end - 2
        found.append(Word(text, start, end, lowered[start:end] if lowered else fold(text), owned))
    return found


@cache
def _loaded() -> Mapping[str, Mapping[str, list[str]]]:
    path = files("moderation.detect.pii").joinpath("words", "naming.yaml")
    # Every scalar is a string: "no" and "on" are words here.
    loaded: Mapping[str, Mapping[str, list[str]]] = yaml.load(
        path.read_text(encoding="utf-8"), Loader=StringLoader
    )
    return loaded


@cache
def lists() -> Mapping[str, tuple[str, ...]]:
    """Return the phrases of every class, folded, each word by the same measure as texts."""
    return {
        name: tuple(
            dict.fromkeys(
                " ".join(word.low for word in _words(phrase))
                for listed in languages.values()
                for phrase in listed
            )
        )
        for name, languages in _loaded().items()
    }


@cache
def _classes() -> Mapping[str, frozenset[str]]:
    classes: dict[str, set[str]] = {}
    for name, phrases in lists().items():
        for phrase in phrases:
            classes.setdefault(phrase, set()).add(name)
    return {phrase: frozenset(names) for phrase, names in classes.items() if phrase}


@cache
def _foreign() -> Mapping[str, frozenset[str]]:
    """Return the classes of the phrases of every language but Vietnamese, folded."""
    classes: dict[str, set[str]] = {}
    for name, languages in _loaded().items():
        for language, phrases in languages.items():
            for phrase in phrases if language != "vi" else ():
                classes.setdefault(" ".join(word.low for word in _words(phrase)), set()).add(name)
    return {phrase: frozenset(names) for phrase, names in classes.items()}


@cache
def _toned() -> Mapping[str, frozenset[str]]:
    """Return the classes of the phrases that show Vietnamese tones, as written."""
    classes: dict[str, set[str]] = {}
    for name, languages in _loaded().items():
        for phrase in languages.get("vi", ()):
            classes.setdefault(" ".join(written(word.text) for word in _words(phrase)), set()).add(name)
    return {phrase: frozenset(names) for phrase, names in classes.items()}


def adjoining(string: str, words: Sequence[Word], at: int) -> bool:
    """Whether word `at` follows the one before it as within a name."""
    between = string[words[at - 1].end : words[at].start]
    if between in {" ", "\u00a0"}:
        return not words[at - 1].possessive
    return between in {". ", "."} and len(words[at - 1].text) == 1


@cache
def _edges() -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that phrases begin with and those that they end with."""
    phrases = [phrase.split(" ") for phrase in _classes()]
    return frozenset(words[0] for words in phrases), frozenset(words[-1] for words in phrases)


@cache
def thai(*names: str) -> tuple[str, ...]:
    """Return the Thai phrases of some classes, longest first: they are found inside runs of letters."""
    found = {phrase for name in names for phrase in lists()[name] if _THAI.search(phrase)}
    return tuple(sorted(found, key=len, reverse=True))


def said(words: Sequence[Word], start: int, end: int) -> frozenset[str]:
    """Return the classes of exactly these words as a phrase; Vietnamese tones have to be the right ones."""
    low = " ".join([word.low for word in words[start:end]])
    found = _classes().get(low, _NONE)
    if not found or not words[start].toned:
        return found
    toned = _toned().get(" ".join(written(word.text) for word in words[start:end]), _NONE)
    return toned | _foreign().get(low, _NONE) if words[start].text.isascii() else toned


def ending_at(words: Sequence[Word], end: int) -> Iterator[tuple[int, frozenset[str]]]:
    """Yield, longest first, the phrases that end before word `end`: where each begins and its classes."""
    if not end or words[end - 1].low not in _edges()[1]:
        return
    for size in range(min(MOST_WORDS, end), 0, -1):
        found = said(words, end - size, end)
        if found:
            yield end - size, found


def beginning_at(words: Sequence[Word], start: int) -> Iterator[tuple[int, frozenset[str]]]:
    """Yield, longest first, the phrases that begin at word `start`: where each ends and its classes."""
    if words[start].low not in _edges()[0]:
        return
    for size in range(min(MOST_WORDS, len(words) - start), 0, -1):
        found = said(words, start, start + size)
        if found:
            yield start + size, found


@cache
def _sets() -> Mapping[str, str]:
    path = files("moderation.detect.pii").joinpath("words", "persons.yaml")
    loaded: Mapping[str, str] = yaml.load(path.read_text(encoding="utf-8"), Loader=StringLoader)
    return loaded


def words_of(name: str) -> frozenset[str]:
    """Return one of the small sets of `words/persons.yaml`, folded; an underscore there is a space."""
    return frozenset(fold(word.replace("_", " ")) for word in _sets()[name].split())


def any_of(name: str) -> str:
    """Return the alternation of such a set as a pattern for folded text, longest first."""
    ordered = sorted(words_of(name), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered) + ")"


def thai_set(name: str) -> tuple[str, ...]:
    """Return a set of Thai words as they are written, longest first."""
    return tuple(sorted(_sets()[name].split(), key=len, reverse=True))
