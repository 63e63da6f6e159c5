"""Cues: phrases that name a cause outright, in ten languages, kept as data under `phrases/`.

A cue is evidence, not a verdict: `classifier` weighs it beside the words of the whole text, and
`primary` reads the contexts (why the stars are low, what was put right). The notation of a phrase
is explained in `phrases/en.yaml`; a language is added by adding a file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import ahocorasick_rs
import re2
import yaml

from moderation.causes.phrase import anchors, expression
from moderation.loaders import SafeLoader

VETO: Final = "veto:"
"""Prefix of the name under which a veto of a subtype is found."""

EXPLICIT: Final = "explicit"
RESOLVED: Final = "resolved"
UNRESOLVED: Final = "unresolved"

_FOLDER: Final = Path(__file__).with_name("phrases")
_FALLBACK: Final = "en"
"""English phrases are looked for in every text: shoppers everywhere mix English in."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase found: the subtype (or context) it speaks for, and its range in the folded view."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, eq=False)
class _Phrase:
    name: str
    lang: str
    pattern: re2._Regexp[bytes]


class CueBook:
    """All phrases, with one automaton that finds which of them are worth matching."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.digest: Final = hashlib.sha256(b"".join(files[name] for name in sorted(files))).hexdigest()[:8]
        self._phrases: list[_Phrase] = []
        wanted: dict[bytes, list[int]] = {}
        options = re2.Options()
        options.never_capture = True
        for name in sorted(files):
            for label, lang, phrase, spaced in entries(files[name]):
                pattern = re2.compile(expression(phrase, spaced=spaced).encode(), options)
                for literal in anchors(phrase, spaced=spaced):
                    wanted.setdefault(literal.encode(), []).append(len(self._phrases))
                self._phrases.append(_Phrase(label, lang, pattern))
        self._numbers: Final = tuple(tuple(numbers) for numbers in wanted.values())
        self._automaton: Final = ahocorasick_rs.BytesAhoCorasick(list(wanted))
        self.names: Final = tuple(dict.fromkeys(phrase.name for phrase in self._phrases))

    def find(self, folded: str, lang: str) -> tuple[Cue, ...]:
        """Return the first place of every phrase that occurs, in the order of the files.

        Looks for phrases of `lang` and for English ones, or for all where the language is unknown.
        """
        content = folded.encode("utf-8", "replace")
        tongue = lang.partition("-")[0]
        tongues = None if tongue == "und" else (tongue, _FALLBACK)
        numbers = {
            number
            for literal, _, _ in self._automaton.find_matches_as_indexes(content, overlapping=True)
            for number in self._numbers[literal]
        }
        found = []
        ascii_only = len(content) == len(folded)
        for number in sorted(numbers):
            phrase = self._phrases[number]
            if tongues is not None and phrase.lang not in tongues:
                continue
            match = phrase.pattern.search(content)
            if match is not None:
                start, end = match.span()
                if not ascii_only:
                    start, end = len(content[:start].decode()), len(content[:end].decode())
                found.append(Cue(phrase.name, start, end))
        return tuple(found)


def entries(content: bytes) -> Iterator[tuple[str, str, str, bool]]:
    """Yield (name, language, phrase, spaced) for every phrase of one file; `training` expands them."""
    file = yaml.load(content, Loader=SafeLoader)
    lang, spaced = file["lang"], file.get("spaced", True)
    for prefix, section in (("", "cues"), (VETO, "vetoes"), ("", "contexts")):
        for name, phrases in file.get(section, {}).items():
            for phrase in phrases:
                yield prefix + name, lang, str(phrase), spaced


@cache
def cue_book() -> CueBook:
    """Return the phrases that travel with the package, compiled once a process."""
    return CueBook(phrase_files())


def phrase_files() -> dict[str, bytes]:
    """Return the content of every file of phrases by its name."""
    return {path.name: path.read_bytes() for path in sorted(_FOLDER.glob("*.yaml"))}
