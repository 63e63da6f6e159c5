"""Listed given and family names of the world, folded, and what a listed word is besides a name.

The lists are data (`words/given.txt`, `words/family.txt`), built by `training.pii.gazetteer`. Words
that no list knows are judged by `likeness`.
"""

from __future__ import annotations

from enum import IntFlag
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from moderation.text import Text

_PARTED: Final = "-‐'’"
_ORDINARY_TOO: Final = "~"


class Kin(IntFlag):
    """What the lists know of a word; `ORDINARY`: it is an everyday word as well."""

    NONE = 0
    GIVEN = 1
    FAMILY = 2
    ORDINARY = 4


def _lines(name: str) -> list[str]:
    path = files("moderation.detect.pii").joinpath("words", f"{name}.txt")
    return path.read_text(encoding="utf-8").split()


@cache
def _names() -> dict[str, Kin]:
    known: dict[str, Kin] = {}
    for name, kin in (("given", Kin.GIVEN), ("family", Kin.FAMILY)):
        for word in _lines(name):
            plain = word.removesuffix(_ORDINARY_TOO)
            known[plain] = known.get(plain, Kin.NONE) | kin | (Kin.ORDINARY if plain != word else Kin.NONE)
    return known


@lru_cache(maxsize=32768)
def fold(word: str) -> str:
    """Fold a word as texts are folded."""
    return word.lower() if word.isascii() else Text.of(word).folded.string


@cache
def _korean() -> frozenset[str]:
    path = files("moderation.detect.pii").joinpath("words", "korean.txt")
    return frozenset(path.read_text(encoding="ascii").split())


def korean(folded: str) -> bool:
    """Whether a folded word is a Korean given name of two syllables with a hyphen."""
    first, _, second = folded.partition("-")
    return first in _korean() and second in _korean()


@lru_cache(maxsize=32768)
def kin(folded: str) -> Kin:
    """Return what the lists know of a folded word; of a hyphenated one, what they know of its parts.

    A word in parts is as listed as its least listed part, but an unlisted part does not undo a listed one.
    """
    names = _names()
    found = names.get(folded)
    if found is not None:
        return found
    for mark in _PARTED:
        if mark in folded:
            parts = [names.get(part, Kin.NONE) for part in folded.split(mark) if len(part) > 1]
            if not all(parts) and korean(folded):
                return Kin.GIVEN
            listed = [part for part in parts if part]
            if not listed:
                return names.get(folded.replace(mark, ""), Kin.NONE)
            together = Kin.GIVEN | Kin.FAMILY
            for part in listed:
                together &= part
            together = together or listed[-1] & ~Kin.ORDINARY
            if all(part & Kin.ORDINARY for part in listed):
                together |= Kin.ORDINARY
            return together
    return Kin.NONE


@cache
def sure_names() -> frozenset[str]:
    """Return the listed names that are no ordinary words."""
    return frozenset(word for word, found in _names().items() if not found & Kin.ORDINARY and len(word) > 2)
