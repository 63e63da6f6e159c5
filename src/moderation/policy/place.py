"""A value in a policy file together with where it stands, so that every refusal names file and line.

Knows YAML and types, nothing of clauses or profiles. Files are parsed fast; lines are looked up
only once something is refused.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, NoReturn, TypeVar

import yaml

from moderation.errors import PolicyInvalid
from moderation.loaders import SafeLoader
from moderation.policy.table import Table

E = TypeVar("E", bound=StrEnum)

_TYPE_NAMES: Final = {dict: "a mapping", list: "a list", str: "a text", bool: "true or false"}


class _Loader(SafeLoader):
    """Refuses a key written twice, which YAML would settle silently."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, object]:
        mapping: dict[Hashable, object] = super().construct_mapping(node, deep)
        if len(mapping) != len(node.value):
            seen: set[str] = set()
            for key, _ in node.value:
                if key.value in seen:
                    raise yaml.constructor.ConstructorError(
                        problem=f"key {key.value!r} is written twice", problem_mark=key.start_mark
                    )
                seen.add(key.value)
        return mapping

    def construct_date(self, node: yaml.ScalarNode) -> str:
        """Leave a date as the text that it is written as."""
        return str(self.construct_scalar(node))


_Loader.add_constructor("tag:yaml.org,2002:timestamp", _Loader.construct_date)


@dataclass(frozen=True, slots=True)
class Place:
    """One value in one file; `path` holds the keys and positions that lead to it."""

    file: str
    source: str = field(repr=False)
    value: object = field(repr=False)
    path: tuple[str | int, ...] = ()

    def refuse(self, detail: str) -> NoReturn:
        """Raise `PolicyInvalid` for this place."""
        raise PolicyInvalid(detail, file=self.file, line=_line(self.source, self.path))

    @property
    def name(self) -> str:
        """The last key on the way here, as a person would call the value."""
        keys = [step for step in self.path if isinstance(step, str)]
        return keys[-1] if keys else self.file

    @property
    def empty(self) -> bool:
        """Whether nothing, or an explicit null, stands here."""
        return self.value is None

    def entries(self) -> dict[str, Place]:
        """Return the places below this mapping, by key."""
        if not isinstance(self.value, dict):
            self._wrong("a mapping")
        for key in self.value:
            if not isinstance(key, str):
                self.refuse(f"{self.name}: key {key!r} must be a text; put it in quotes")
        return {key: self._below(key, value) for key, value in self.value.items()}

    def record(self, required: Iterable[str], optional: Iterable[str] = ()) -> dict[str, Place]:
        """Return the places below, refusing missing and unknown keys.

        Optional keys that are absent are given as empty places.
        """
        entries, needed, extra = self.entries(), tuple(required), tuple(optional)
        known = {*needed, *extra}
        for key, place in entries.items():
            if key not in known:
                place.refuse(f"unknown key {key!r}; known here: {', '.join(sorted(known))}")
        for key in needed:
            if key not in entries:
                self.refuse(f"{self.name}: key {key!r} is missing")
        for key in extra:
            entries.setdefault(key, self._below(key, None))
        return entries

    def each(self) -> tuple[Place, ...]:
        """Return the places of a list, in order."""
        if not isinstance(self.value, list):
            self._wrong("a list")
        return tuple(self._below(i, value) for i, value in enumerate(self.value))

    def text(self) -> str:
        """Return a text that says something."""
        if not isinstance(self.value, str):
            self._wrong("a text")
        if not self.value.strip():
            self.refuse(f"{self.name} must not be empty")
        return self.value.strip()

    def texts(self) -> tuple[str, ...]:
        """Return a list of texts, which may be empty."""
        return tuple(place.text() for place in self.each())

    def table(self) -> Table[str, str]:
        """Return a mapping from any key to a text."""
        return Table({key: place.text() for key, place in self.entries().items()})

    def truth(self) -> bool:
        """Return true or false."""
        if not isinstance(self.value, bool):
            self._wrong("true or false")
        return self.value

    def count(self, *, least: int = 0) -> int:
        """Return a whole number of at least `least`."""
        if not isinstance(self.value, int) or isinstance(self.value, bool):
            self._wrong("a whole number")
        if self.value < least:
            self.refuse(f"{self.name} is {self.value}, but at least {least} is needed")
        return self.value

    def share(self) -> float:
        """Return a number in 0..1."""
        if not isinstance(self.value, int | float) or isinstance(self.value, bool):
            self._wrong("a number")
        if not 0 <= self.value <= 1:
            self.refuse(f"{self.name} is {self.value}, but must lie between 0 and 1")
        return float(self.value)

    def choice(self, words: type[E]) -> E:
        """Return one word of a closed set."""
        try:
            return words(self.text())
        except ValueError:
            noun = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", words.__name__).lower()
            self.refuse(f"{self.name}: unknown {noun} {self.value!r}; known: {', '.join(words)}")

    def choices(self, words: type[E], *, least: int = 1) -> tuple[E, ...]:
        """Return a list of different words of a closed set."""
        chosen = tuple(place.choice(words) for place in self.each())
        if len(set(chosen)) != len(chosen):
            self.refuse(f"{self.name} names a word twice")
        if len(chosen) < least:
            self.refuse(f"{self.name} must not be empty")
        return chosen

    def among(self, known: Iterable[str], noun: str) -> str:
        """Return a text that is one of `known`; `noun` says what those are."""
        text = self.text()
        if text not in known:
            self.refuse(f"{self.name}: unknown {noun} {text!r}")
        return text

    def _below(self, step: str | int, value: object) -> Place:
        return Place(self.file, self.source, value, (*self.path, step))

    def _wrong(self, wanted: str) -> NoReturn:
        found = "nothing" if self.value is None else _TYPE_NAMES.get(type(self.value), "something else")
        if isinstance(self.value, int | float) and not isinstance(self.value, bool):
            found = "a number"
        self.refuse(f"{self.name} must be {wanted}, but is {found}")


def parse(source: str, *, file: str) -> Place:
    """Return the place of a whole file; raise `PolicyInvalid` where it is not YAML."""
    try:
        value = yaml.load(source, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise PolicyInvalid(
            f"not YAML: {error.problem}", file=file, line=None if mark is None else mark.line + 1
        ) from error
    except (yaml.YAMLError, ValueError) as error:  # a control character; a number of thousands of digits
        raise PolicyInvalid(f"not YAML: {type(error).__name__}", file=file, line=1) from error
    return Place(file, source, value)


def _line(source: str, path: tuple[str | int, ...]) -> int:
    """Return the line, from 1, of the deepest node on `path` that exists."""
    node: yaml.Node | None = yaml.compose(source, Loader=SafeLoader)
    line = 1
    for step in path:
        found = _step(node, step)
        if found is None:
            break
        line, node = found
    return line


def _step(node: yaml.Node | None, step: str | int) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == step:
                return key.start_mark.line + 1, value
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
        below = node.value[step]
        return below.start_mark.line + 1, below
    return None
