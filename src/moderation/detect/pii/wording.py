"""The words that stand around e-mail addresses, handles and links, read from `words/`, and patterns of them.

The patterns are for RE2 over folded text: word ends are ASCII ones there, so that a Latin word also
ends where Thai or Chinese begins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Final

import re2
import yaml

from moderation.detect.pii.recognizer import Screen
from moderation.features.patterns import AUTOMATON_BYTES
from moderation.loaders import StringLoader
from moderation.text import Text


def _read(name: str) -> str:
    return files("moderation.detect.pii").joinpath("words", name).read_text(encoding="utf-8")


@cache
def _concepts() -> Mapping[str, tuple[str, ...]]:
    # Every scalar is a string: "on" and "no" are words here.
    loaded = yaml.load(_read("net.yaml"), Loader=StringLoader)
    return {
        concept: tuple(
            dict.fromkeys(
                Text.of(word).folded.string.strip()
                for listed in (languages.values() if isinstance(languages, dict) else (languages,))
                for word in listed
            )
        )
        for concept, languages in loaded.items()
    }


def listed(*concepts: str) -> tuple[str, ...]:
    """Return the folded words and phrases of some concepts, longest first."""
    found = {word for concept in concepts for word in _concepts()[concept]}
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


def ended(words: Iterable[str]) -> str:
    """Return an alternation of folded words that neither begin nor end inside a Latin word."""
    groups: dict[tuple[str, str], list[str]] = {}
    for word in words:
        first = r"\b" if re.match(r"[a-z0-9]", word) else ""
        last = r"\b" if re.search(r"[a-z0-9]$", word) else ""
        groups.setdefault((first, last), []).append(re.escape(word).replace(r"\ ", r"\s+"))
    return "(?:" + "|".join(f"{a}(?:{'|'.join(g)}){b}" for (a, b), g in groups.items()) + ")"


def any_of(*concepts: str) -> str:
    """Return the alternation of the words of some concepts."""
    return ended(listed(*concepts))


def unended(*concepts: str) -> str:
    """Return the same without word ends, for patterns that say themselves what stands around."""
    return "(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in listed(*concepts)) + ")"


@cache
def _pages() -> Mapping[str, list[str]]:
    pages: Mapping[str, list[str]] = yaml.load(_read("pages.yaml"), Loader=StringLoader)
    return pages


def patterns(*parts: str) -> str:
    """Return the alternation of the patterns of hosts and paths under some names of `pages.yaml`."""
    return "(?:" + "|".join(pattern for part in parts for pattern in _pages()[part]) + ")"


def roomy(pattern: str) -> re.Pattern[str]:
    """Compile for RE2 with room for the automaton of a long alternation."""
    options = re2.Options()
    options.max_mem = AUTOMATON_BYTES
    compiled: re.Pattern[str] = re2.compile(pattern, options)
    return compiled


def gate(screen: Screen) -> Callable[[str], bool]:
    """Return whether a folded string passes a screen, for seekers that hold themselves to theirs."""
    entries = [
        [roomy(pattern) for pattern in ((entry,) if isinstance(entry, str) else entry)] for entry in screen
    ]
    return lambda string: any(all(p.search(string) for p in entry) for entry in entries)


ORDINARY: Final = frozenset(_read("ordinary.txt").split())
"""Words of everyday texts in our languages, folded: such a word alone is nobody's handle."""
CUE_WORDS: Final = frozenset(
    part for concept in _concepts() for word in listed(concept) for part in word.split()
)
"""Every word that itself stands in our lists of words around handles."""
