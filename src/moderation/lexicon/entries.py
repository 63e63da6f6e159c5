"""The lexicon's data files: reading them, their small notation, and what the loader refuses.

A file maps concept → language → list of patterns, and the language `any` holds what all share
(emoji, loanwords). A pattern is RE2 syntax in lower case with native spelling, plus four short
forms: a space is any run of white space; an apostrophe stands for its variants or none; ` ~ ` is a
gap of up to three words; `{concept}` is any pattern of that concept in the same language or `any`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import ClassVar, Final

import re2
import yaml

from moderation.errors import ModerationError
from moderation.lexicon.notation import REFERENCE, options, written_out
from moderation.loaders import SafeLoader

ANY: Final = "any"
_UPPER = re.compile(r"(?<!\\)[A-Z]")
_LANGUAGE = re.compile(r"[a-z]{2,3}")

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
        loaded = yaml.load(source, Loader=SafeLoader)
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
    alternatives: list[tuple[str, Callable[[str], LexiconInvalid]]] = []
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
        alternatives.append((REFERENCE.sub(insert, written_out(pattern, lang)), refuse))
    expression = "|".join(dict.fromkeys(expanded for expanded, _ in alternatives))
    if not _compiles(expression):
        raise next(refuse for expanded, refuse in alternatives if not _compiles(expanded))("RE2 refuses it")
    return expression


def _compiles(expression: str) -> bool:
    try:
        re2.compile(expression, options())
    except re2.error:
        return False
    return True
