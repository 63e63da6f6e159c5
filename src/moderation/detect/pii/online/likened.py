"""Handles that a text does not write but likens to a name beside it: "same as my name here".

The value is the phrase itself, from the likening word to the word for here. It stands only near a
network or messenger, and every word of it is from closed lists (`words/likened.yaml`), so that "same
price as on Instagram" is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import ClassVar, Final

import yaml

from moderation.detect.pii.online.networks import ANY_NETWORK, STRONG, WEAK
from moderation.detect.pii.recognizer import Hit, Screen, Seeker
from moderation.findings import Kind
from moderation.loaders import StringLoader
from moderation.text import Text

_REACH: Final = 60
"""How far the network may stand from the phrase, in characters."""
_CLOSE: Final = 16
"""How far where no word for a name says what is the same."""
_LONGEST: Final = 12
"""Words of the longest phrase."""
_TOKEN: Final = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|=+")
_NETWORKS: Final = frozenset(
    [
        "ig",
        "insta",
        "instagram",
        "fb",
        "facebook",
        "tiktok",
        "telegram",
        "twitter",
        "snap",
        "snapchat",
        "zalo",
        "x",
    ]
)
_WRITTEN: Final = re.compile(r"[a-z0-9]+[_.][a-z0-9_.]*[a-z0-9]|[a-z]{3,}\d+|@\w")
"""A handle that is written after all; then the likeness only explains it."""
_PAUSE: Final = re.compile(r"[.!?;\n]")
_NAMED: Final = 0.82
_BARE: Final = 0.68
_EXPLAINED: Final = 0.4
_THAI: Final = re.compile(
    "(?:ชื่อ)?(?:เดียวกับ|เดียวกัน(?:กับ)?|เหมือน(?:กับ)?|ตรงกับ|ตาม)"
    "(?:ชื่อ|ยูส|ยูสเซอร์|แอค|แอคเคาท์|บัญชี|โปรไฟล์|ที่|ใน|ของ|ผม|หนู|เรา|ฉัน|พี่|รีวิว|แอป|แอพ|ช้อปปี้|ตรง|โชว์|อยู่|เลย|ข้าง|\\s)*"
    "(?:นี้|ที่นี่|ตรงนี้|ข้างบน|ด้านบน|บนนี้|ในนี้|นี่)"
)


@dataclass(frozen=True, slots=True)
class _Likeness:
    """The closed lists of one language, folded; phrases of several words are joined by spaces."""

    same: frozenset[str]
    name: frozenset[str]
    here: frozenset[str]
    link: frozenset[str]
    shown: frozenset[str]
    """Words for here that say by themselves whose name it is ("my name up there")."""
    longest: int
    """Words of the longest phrase listed."""

    @property
    def begins(self) -> frozenset[str]:
        """First words of the phrases that a phrase may begin with."""
        return _firsts(self.same | self.name)

    @property
    def ends(self) -> frozenset[str]:
        """First words of the phrases for here."""
        return _firsts(self.here)


@cache
def _firsts(listed: frozenset[str]) -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrase in listed)


@cache
def _languages() -> tuple[_Likeness, ...]:
    path = files("moderation.detect.pii").joinpath("words", "likened.yaml")
    loaded: dict[str, dict[str, list[str]]] = yaml.load(path.read_text(encoding="utf-8"), Loader=StringLoader)
    return tuple(
        _Likeness(
            **{name: frozenset(_fold(word) for word in listed) for name, listed in parts.items()},
            longest=max(len(_fold(word).split()) for listed in parts.values() for word in listed),
        )
        for parts in loaded.values()
    )


def _fold(word: str) -> str:
    return Text.of(word).folded.string.replace("’", "'")


def _likening() -> str:
    path = files("moderation.detect.pii").joinpath("words", "likened.yaml")
    loaded: dict[str, dict[str, list[str]]] = yaml.load(path.read_text(encoding="utf-8"), Loader=StringLoader)
    common = {"=", "==", "as", "like", "como", "comme", "wie", "come", "nhu", "như", "this name", "y"}
    listed = sorted({re.escape(_fold(w)) for parts in loaded.values() for w in parts["same"]} - common)
    return r"(?:^|\W)(?:" + "|".join(listed) + r")(?:\W|$)"


class LikenedHandles(Seeker):
    """`SOCIAL_HANDLE`: the phrase that says under which name, seen beside the text, somebody is found."""

    entities = (Kind.SOCIAL_HANDLE.value,)
    screen: ClassVar[Screen] = (
        (rf"(?:^|[^a-z0-9.@_])(?:{STRONG}|{WEAK})", _likening()),
        (
            rf"(?:^|[^a-z0-9.@_])(?:{STRONG}|{WEAK})",
            r"[=＝]|above|up there|oben|en haut|arriba|cima|hier|ici|aqui|qui\b",
        ),
        "เดียวกับ|เดียวกัน|เหมือน|ตรงกับ|ตามชื่อ",
    )

    def seek(self, text: Text) -> Iterator[Hit]:
        """Yield the phrases near a network, the longest of each place."""
        string = text.folded.string
        networks = [found.span() for found in ANY_NETWORK.finditer(string)]
        if not networks:
            return
        for found in _THAI.finditer(string):
            if _near(networks, *found.span(), _REACH):
                yield self._hit(text, *found.span(), _NAMED)
        tokens = [(match[0].replace("’", "'"), *match.span()) for match in _TOKEN.finditer(string)]
        for language in _languages():
            for start, end, named in _phrases(language, string, tokens):
                if _near(networks, start, end, _REACH if named else _CLOSE):
                    yield self._hit(text, start, end, _NAMED if named else _BARE)

    def _hit(self, text: Text, start: int, end: int, confidence: float) -> Hit:
        if _WRITTEN.search(text.folded.string, end, end + _REACH):
            confidence = _EXPLAINED
        span = text.folded.span(start, end)
        return Hit(entity=self.entities[0], span=span, confidence=confidence, because="name_beside")


def _near(networks: list[tuple[int, int]], start: int, end: int, reach: int) -> bool:
    return any(start - reach <= last and first <= end + reach for first, last in networks)


def _phrases(
    language: _Likeness, string: str, tokens: list[tuple[str, int, int]]
) -> Iterator[tuple[int, int, bool]]:
    """Yield place and whether a name is named, from a likening word to the last word for here."""
    said = {token for token, _, _ in tokens}
    if said.isdisjoint(language.begins) or said.isdisjoint(language.ends):
        return
    begins = language.begins
    at = 0
    while at < len(tokens):
        if tokens[at][0] not in begins:
            at += 1
            continue
        size = _listed(tokens, at, language.same, language.longest)
        found = _run(language, string, tokens, at, size) if size else None
        if found is None and (size := _listed(tokens, at, language.name, language.longest)):
            found = _shown(language, string, tokens, at, size)
        if found is None:
            at += 1
            continue
        end, named = found
        yield tokens[at][1], tokens[end - 1][2], named
        at = end


def _run(
    language: _Likeness, string: str, tokens: list[tuple[str, int, int]], first: int, size: int
) -> tuple[int, bool] | None:
    """Return the token after the last word for here, and whether a name is named before it."""
    end, named, name_here = 0, False, False
    at = first + size
    while at < len(tokens) and at - first < _LONGEST:
        if _PAUSE.search(string, tokens[at - 1][2], tokens[at][1]):
            break
        if here := _listed(tokens, at, language.here, language.longest):
            phrase = " ".join(token for token, _, _ in tokens[at : at + here])
            at += here
            end, name_here = at, name_here or any(name in phrase.split() for name in language.name)
            continue
        if name := _listed(tokens, at, language.name, language.longest):
            named = named or not end
            at += name
            continue
        between = language.link | language.same | language.shown | _NETWORKS
        step = _listed(tokens, at, between, language.longest)
        if not step:
            break
        at += step
    return (end, named or name_here) if end else None


def _shown(
    language: _Likeness, string: str, tokens: list[tuple[str, int, int]], first: int, size: int
) -> tuple[int, bool] | None:
    """Return the same for a name that is said to stand above."""
    found = _run(language, string, tokens, first, size)
    if found is None:
        return None
    said = [at for at in range(first, found[0]) if _listed(tokens, at, language.shown, language.longest)]
    return (found[0], True) if said else None


def _listed(tokens: list[tuple[str, int, int]], at: int, listed: frozenset[str], longest: int) -> int:
    """Return how many tokens from `at` on are the longest listed phrase; 0 = none."""
    for size in range(min(longest, len(tokens) - at), 0, -1):
        if " ".join(token for token, _, _ in tokens[at : at + size]) in listed:
            return size
    return 0
