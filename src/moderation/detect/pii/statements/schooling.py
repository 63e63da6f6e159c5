"""What singles a child out, as patterns: words for children, schools, ages, dates, things with names.

The words are data (`words/children.yaml`). How they add up is `children`'s to say.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Final

import yaml

from moderation.detect.pii.recognizer import folded
from moderation.loaders import SafeLoader

_UNSPACED: Final = "th"
_YEAR: Final = r"(?:19|20)\d\d"
_MONTH: Final = r"[^\W\d_]{3,12}"
_OF: Final = r"\s(?:de\s|del\s)?"
DATE: Final = (
    rf"(?:\d{{1,2}}\s?[./-]\s?\d{{1,2}}\s?[./-]\s?(?:{_YEAR}|\d\d\b)|{_YEAR}[./-]\d{{1,2}}[./-]\d{{1,2}}"
    rf"|\d{{1,2}}\.?{_OF}{_MONTH}\.?,?{_OF}{_YEAR}|{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s{_YEAR})"
)
"""A whole date, in figures or with its month written out."""


@cache
def _listed() -> dict[str, dict[str, list[str]]]:
    path = files("moderation.detect.pii").joinpath("words", "children.yaml")
    source = path.read_text(encoding="utf-8")
    loaded: dict[str, dict[str, list[str]]] = yaml.load(source, Loader=SafeLoader)
    return loaded


def _either(patterns: list[str]) -> str:
    """Return an alternation, the longest pattern first."""
    return "|".join(sorted(dict.fromkeys(p.replace(" ", r"\s") for p in patterns), key=len, reverse=True))


@cache
def listed(*names: str) -> str:
    """Return the words of some lists as one folded alternation that neither starts nor ends inside a word."""
    words = [(lang, patterns) for name in names for lang, patterns in _listed()[name].items()]
    spaced = [pattern for lang, patterns in words if lang != _UNSPACED for pattern in patterns]
    unspaced = [pattern for lang, patterns in words if lang == _UNSPACED for pattern in patterns]
    return folded("(?:" + "|".join([rf"\b(?:{_either(spaced)})\b", *unspaced]) + ")")


def _owned() -> str:
    """Return words for a child behind whose it is, each language by itself."""
    of = _listed()["owner"]
    ways = (
        rf"(?:{_either(of[lang])})\s(?:[^\s.!?]+\s){{0,2}}(?:{_either(child)})"
        for lang, child in _listed()["child"].items()
    )
    return folded(rf"\b(?:{'|'.join(ways)})\b")


_SURE: Final = rf"(?:{_owned()}|{listed('child_alone')})"
CHILD: Final = rf"(?:{_SURE}|{listed('child_faint')})"
"""A word for a child with whose it is, or one that says so alone."""
SCREENS: Final = (
    _SURE,
    (listed("child_faint"), listed("vietnamese")),
    re.sub(r"\(\?[=!][^)]*\)", "", listed("class")),
    (listed("age"), listed("school")),
    (listed("engraved"), r"(?:19|20)\d\d|\d\W\d\d?\W\d\d"),
)
"""What a text must hold for a child to be singled out in it, for RE2 over the folded view."""
