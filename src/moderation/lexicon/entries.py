"""The lexicon's data files: reading them, their small notation, and what the loader refuses.

A file maps concept → language → list of patterns, and the language `any` holds what all share
(emoji, loanwords). A pattern is RE2 syntax in lower case with native spelling, plus four short
forms: a space is any run of white space; an apostrophe stands for its variants or none; ` ~ ` is a
gap of up to three words; `{concept}` is any pattern of that concept in the same language or `any`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import ClassVar, Final

import re2
import yaml

from moderation.errors import ModerationError
from moderation.text import Text

ANY: Final = "any"
UNSPACED: Final = frozenset({"th", "zh", "ja", "my", "lo", "km"})
"""Languages written without spaces: no word boundaries, gaps counted in characters."""

_REFERENCE = re.compile(r"\{([a-z][a-z_.]*)\}")
_UPPER = re.compile(r"(?<!\\)[A-Z]")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_WORD_GAP: Final = r"\s+(?:[^\s.!?;]+\s+){0,3}"
_CHARACTER_GAP: Final = r"[^.!?\n]{0,12}"
_SPACE: Final = r"\s+"
_OPTIONAL_SPACE: Final = r"\s*"
_APOSTROPHE: Final = "['’´`]?"

Data = Mapping[str, Mapping[str, Mapping[str, tuple[str, ...]]]]
"""File name → concept → language → patterns as written."""


class LexiconInvalid(ModerationError):
    """A data file of the lexicon breaks its notation; names the file and the entry."""

    code: ClassVar[str] = "lexicon_invalid"

    def __init__(self, detail: str, *, file: str, entry: str) -> None:
        super().__init__(f"{file}: {entry}: {detail}")
        self.file = file
        self.entry = entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One concept in one language, as one RE2 expression over the folded view."""

    concept: str
    lang: str
    expression: str


def shipped() -> Data:
    """Return the data files of this package as read, unchecked beyond their shape."""
    folder = files("moderation.lexicon") / "data"
    found = sorted((f for f in folder.iterdir() if f.name.endswith(".yaml")), key=lambda f: f.name)
    return {f.name: parse(f.read_text(encoding="utf-8"), file=f.name) for f in found}


def parse(source: str, *, file: str) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Read one data file; raises `LexiconInvalid` where its shape is wrong."""
    try:
        loaded = yaml.safe_load(source)
    except yaml.YAMLError as broken:
        raise LexiconInvalid("not YAML", file=file, entry="(file)") from broken
    if not isinstance(loaded, dict):
        raise LexiconInvalid("must map concepts to languages", file=file, entry="(file)")
    concepts: dict[str, dict[str, tuple[str, ...]]] = {}
    for concept, languages in loaded.items():
        if not isinstance(languages, dict) or not languages:
            raise LexiconInvalid("must map languages to patterns", file=file, entry=str(concept))
        for lang, patterns in languages.items():
            entry = f"{concept}/{lang}"
            if lang != ANY and not _LANGUAGE.fullmatch(str(lang)):
                raise LexiconInvalid("language must be a code such as 'id'", file=file, entry=entry)
            if not isinstance(patterns, list) or not all(isinstance(p, str) and p for p in patterns):
                raise LexiconInvalid("patterns must be a list of strings", file=file, entry=entry)
        concepts[str(concept)] = {str(lang): tuple(listed) for lang, listed in languages.items()}
    return concepts


def compile_entries(data: Data) -> tuple[Entry, ...]:
    """Expand the notation and return one entry a concept and language, in the files' order.

    Raises `LexiconInvalid` for a concept with two homes, an unknown or circular reference, upper
    case, and whatever RE2 refuses (look-around, back-references, unbalanced groups).
    """
    homes: dict[str, str] = {}
    spelled: dict[str, Mapping[str, tuple[str, ...]]] = {}
    for file, concepts in data.items():
        for concept, languages in concepts.items():
            if concept in homes:
                raise LexiconInvalid(f"already in {homes[concept]}", file=file, entry=concept)
            homes[concept] = file
            spelled[concept] = languages
    return tuple(
        Entry(concept=concept, lang=lang, expression=_expression(concept, lang, spelled, homes, ()))
        for concept, languages in spelled.items()
        for lang in languages
    )


def _expression(
    concept: str,
    lang: str,
    spelled: Mapping[str, Mapping[str, tuple[str, ...]]],
    homes: Mapping[str, str],
    trail: tuple[str, ...],
) -> str:
    alternatives = []
    for pattern in spelled[concept][lang]:
        entry = f"{concept}/{lang}: {pattern}"

        def refuse(detail: str, entry: str = entry) -> LexiconInvalid:
            return LexiconInvalid(detail, file=homes[concept], entry=entry)

        def insert(match: re.Match[str], entry: str = entry) -> str:
            name = match.group(1)
            if name not in spelled:
                raise LexiconInvalid(f"no concept {name!r}", file=homes[concept], entry=entry)
            if name == concept or name in trail:
                raise LexiconInvalid("circular reference", file=homes[concept], entry=entry)
            langs = [known for known in dict.fromkeys((lang, ANY)) if known in spelled[name]]
            if not langs:
                raise LexiconInvalid(f"{name!r} has no {lang!r}", file=homes[concept], entry=entry)
            inner = [_expression(name, known, spelled, homes, (*trail, concept)) for known in langs]
            return "(?:" + "|".join(inner) + ")"

        if _UPPER.search(pattern):
            raise refuse("patterns are lower case")
        expanded = _REFERENCE.sub(insert, _notation(pattern, lang))
        try:
            re2.compile(expanded, _options())
        except re2.error as broken:
            raise refuse("RE2 refuses it") from broken
        alternatives.append(expanded)
    return "|".join(dict.fromkeys(alternatives))


def _notation(pattern: str, lang: str) -> str:
    folded = _fold(pattern)
    pieces = _alternatives(folded[3:-1]) if _one_group(folded) else [folded]
    return "|".join(_bounded(piece, lang) for piece in pieces)


def _bounded(piece: str, lang: str) -> str:
    """Write one piece out, at word boundaries where its edges are letters or digits."""
    gap = _CHARACTER_GAP if lang in UNSPACED else _WORD_GAP
    written = piece.replace(" ~ ", "\0").replace(" ?", _OPTIONAL_SPACE).replace(" ", _SPACE)
    written = written.replace("'?", "'").replace("'", _APOSTROPHE).replace("\0", gap)
    if lang in UNSPACED:
        return f"(?:{written})"
    before = r"\b" if _starts_with_word(piece) else ""
    after = r"\b" if _ends_with_word(piece) else ""
    return f"{before}(?:{written}){after}"


def _one_group(pattern: str) -> bool:
    """Whether the whole pattern is one plain group, so that each alternative has its own edges."""
    if not (pattern.startswith("(?:") and pattern.endswith(")")):
        return False
    return _closing(pattern, 0) == len(pattern) - 1


def _closing(pattern: str, opening: int) -> int:
    depth = 0
    for at, _ in _unescaped(pattern):
        if at < opening:
            continue
        depth += {"(": 1, ")": -1}.get(pattern[at], 0)
        if depth == 0:
            return at
    return len(pattern)


def _alternatives(inside: str) -> list[str]:
    depth, begin, found = 0, 0, []
    for at, letter in _unescaped(inside):
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if letter == "|" and depth == 0:
            found.append(inside[begin:at])
            begin = at + 1
    return [piece for piece in (*found, inside[begin:]) if piece]


def _unescaped(pattern: str) -> Iterable[tuple[int, str]]:
    """Yield the characters that mean themselves in a pattern: not escaped, not in a class."""
    in_class = skip = False
    for at, letter in enumerate(pattern):
        if skip:
            skip = False
        elif letter == "\\":
            skip = True
        elif in_class:
            in_class = letter != "]"
        elif letter == "[":
            in_class = True
        else:
            yield at, letter


def _starts_with_word(piece: str) -> bool:
    if piece.startswith("(?:"):
        return all(_starts_with_word(inner) for inner in _alternatives(piece[3 : _closing(piece, 0)]))
    return (
        piece[:2] in (r"\w", r"\d")
        or _REFERENCE.match(piece) is None
        and piece[0].isascii()
        and piece[0].isalnum()
    )


def _ends_with_word(piece: str) -> bool:
    bare = piece.rstrip("?*+")
    if bare.endswith(")") and not bare.endswith(r"\)"):
        opening = next(
            (at for at, letter in _unescaped(bare) if letter == "(" and _closing(bare, at) == len(bare) - 1),
            0,
        )
        return all(_ends_with_word(inner) for inner in _alternatives(bare[opening + 3 : -1]))
    if bare[-2:] in (r"\w", r"\d"):
        return True
    return bool(bare) and bare[-1].isascii() and bare[-1].isalnum() and bare[-2:-1] != "\\"


@cache
def _folded_letter(letter: str) -> str:
    if letter.isascii() or not unicodedata.name(letter, "").startswith(("LATIN", "COMBINING")):
        return letter
    return Text.of(letter).folded.string


def _fold(pattern: str) -> str:
    composed: Iterable[str] = unicodedata.normalize("NFC", pattern)
    return "".join(_folded_letter(letter) for letter in composed)


@cache
def _options() -> re2.Options:
    options = re2.Options()
    options.longest_match = True
    options.log_errors = False
    options.max_mem = 256 << 20
    return options


def compiled(expression: str) -> re2._Regexp[str]:
    """Compile one expression as the lexicon does: leftmost, then longest."""
    return re2.compile(expression, _options())


def compiled_filter(expressions: Iterable[str]) -> re2.Filter:
    """Compile expressions into one filter that says which of them occur.

    A filter looks for the literals of all expressions at once and runs only those that they
    allow; unlike one large automaton (`re2.Set`) it cannot run out of memory and lose a match.
    """
    found = re2.Filter()
    for expression in expressions:
        found.Add(expression, _options())
    found.Compile()
    return found
