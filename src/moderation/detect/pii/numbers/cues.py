"""What the words around a number call it: the look-up; the words are data, `words/identifiers.yaml`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

import yaml

from moderation.loaders import SafeLoader
from moderation.text import Text

_UNSPACED: Final = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff]")
_Trie = dict[str, "_Trie"]
_END: Final = ""
_ACCENT: Final = re.compile(r"[^\x00-\x7f]")
_TONAL: Final = "vi"
_TONES: Final = re.compile("[\u1ea0-\u1ef9\u0111\u01a1\u01b0\u0103]")


def _content(name: str) -> str:
    return files("moderation.detect.pii").joinpath("words", name).read_text(encoding="utf-8")


def read_lines(name: str) -> tuple[str, ...]:
    """Return the lines of a list in `words/`."""
    return tuple(_content(f"{name}.txt").splitlines())


def read_words(name: str) -> frozenset[str]:
    """Return the words of a list in `words/`, one a line."""
    return frozenset(read_lines(name))


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Words that name what a number is, at their place in a view; `concepts` may be several ("tin")."""

    concepts: frozenset[str]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All cue words: one expression that finds the longest, and what each means.

    `accented` are words of Vietnamese that without their accents would be words of other languages.
    """

    pattern: re.Pattern[str]
    concepts: Mapping[str, frozenset[str]]
    prefixes: tuple[str, ...]
    first_words: frozenset[str]
    accented: frozenset[str]

    def find(self, text: Text, start: int, end: int) -> Iterator[Cue]:
        """Yield the cues between two places of the digits view in order, the longest at each place."""
        string = text.digits.string
        for match in self.pattern.finditer(string, start, end):
            word = re.sub(r"\W+", " ", match[0]).strip()
            concepts = self.concepts.get(word)
            if concepts is None:
                concepts = next(
                    (self.concepts[f"{p}*"] for p in self.prefixes if word.startswith(p)), frozenset()
                )
            if word in self.accented and not _ACCENT.search(_written(text, *match.span())):
                continue
            yield Cue(concepts=concepts, start=match.start(), end=match.end())


def _written(text: Text, start: int, end: int) -> str:
    span = text.digits.span(start, end)
    return text.original[span.start : span.end]


def _grow(trie: _Trie, word: str) -> None:
    for char in word:
        trie = trie.setdefault(char, {})
    trie[_END] = {}


def _expression(trie: _Trie) -> str:
    """Write a trie as an expression that prefers the longest word."""
    branches = [
        (r"\W{1,3}" if char == " " else r"\w*" if char == "*" else re.escape(char)) + _expression(below)
        for char, below in trie.items()
        if char != _END
    ]
    if not branches:
        return ""
    whole = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    return f"(?:{whole})?" if _END in trie else whole


def _tonal(language: str, written: str) -> bool:
    """Whether a word is Vietnamese, also where it stands among those of all languages."""
    return language == _TONAL or _TONES.search(unicodedata.normalize("NFC", written)) is not None


@cache
def vocabulary() -> Vocabulary:
    """Read the cue words once."""
    listed: dict[str, dict[str, str]] = yaml.load(_content("identifiers.yaml"), Loader=SafeLoader)
    concepts: dict[str, set[str]] = {}
    tonal: set[str] = set()
    toneless: set[str] = set()
    for concept, languages in listed.items():
        for language, words in languages.items():
            for written in words.split("|"):
                folded = Text.of(written.strip()).folded.string
                word = re.sub(r"[^\w*]+", " ", folded).strip()
                if not word:
                    continue
                concepts.setdefault(word, set()).add(concept)
                short = " " not in word and _ACCENT.search(written) and _tonal(language, written)
                (tonal if short else toneless).add(word)
    spaced: _Trie = {}
    unspaced: _Trie = {}
    for word in concepts:
        _grow(unspaced if _UNSPACED.search(word) else spaced, word)
    return Vocabulary(
        pattern=re.compile(rf"(?<!\w){_expression(spaced)}(?!\w)|{_expression(unspaced)}"),
        concepts={word: frozenset(named) for word, named in concepts.items()},
        prefixes=tuple(word[:-1] for word in concepts if word.endswith("*")),
        accented=frozenset(tonal - toneless),
        first_words=frozenset(
            word for word in concepts if word.isascii() and word.isalpha() and len(word) > 1
        ),
    )
