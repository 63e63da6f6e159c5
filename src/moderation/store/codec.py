"""Frozen dataclasses ⇄ JSON, driven by their type hints; stored shapes carry a version.

To change a stored shape: raise `VERSION` of its kind in `UPGRADES` by adding an entry
`(kind, old version): function` that turns the old body into the next one. Old rows are never
rewritten; they are read through their upgrades. A golden file per shape ever written keeps this true.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import Enum
from functools import cache
from typing import Final, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from moderation.cases.events import EVENTS, Event

T = TypeVar("T")
Body = dict[str, object]

UPGRADES: Final[Mapping[tuple[str, int], Callable[[Body], Body]]] = types.MappingProxyType({})
"""Old shapes: kind and version → the body one version later."""


def version(kind: str) -> int:
    """Return the version in which `kind` is written today."""
    return 1 + sum(1 for name, _ in UPGRADES if name == kind)


def encode(value: object) -> object:  # noqa: PLR0911  # one line for each shape
    """Return a JSON value for a dataclass, enum, time, tuple, set or mapping of such."""
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: encode(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, frozenset | set):
        return sorted(cast("list[str]", [encode(v) for v in value]))
    if isinstance(value, tuple | list):
        return [encode(v) for v in value]
    if isinstance(value, Mapping):
        return {str(k): encode(v) for k, v in value.items()}
    return value


def decode(kind: type[T], data: object) -> T:
    """Return the value of type `kind` that `encode` wrote. Raises KeyError or ValueError on another shape."""
    return cast("T", _decode(kind, data))


def encode_event(event: Event) -> tuple[str, int, Body]:
    """Return kind, version and body of an event."""
    kind = type(event).__name__
    return kind, version(kind), cast("Body", encode(event))


def decode_event(kind: str, written: int, body: Body) -> Event:
    """Return the event that a row holds, through the upgrades of its kind."""
    for at in range(written, version(kind)):
        body = UPGRADES[kind, at](body)
    return decode(_EVENT[kind], body)


_EVENT: Final[Mapping[str, type[Event]]] = types.MappingProxyType({kind.__name__: kind for kind in EVENTS})


@cache
def _hints(kind: type) -> Mapping[str, object]:
    return get_type_hints(kind)


def _decode(kind: object, data: object) -> object:  # noqa: PLR0911  # one line for each shape
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        inner = [k for k in get_args(kind) if k is not type(None)]
        return None if data is None else _decode(inner[0], data)
    if origin is tuple:
        args = get_args(kind)
        values = cast("list[object]", data)
        if args[-1] is Ellipsis:
            return tuple(_decode(args[0], v) for v in values)
        return tuple(_decode(k, v) for k, v in zip(args, values, strict=True))
    if origin is frozenset:
        return frozenset(_decode(get_args(kind)[0], v) for v in cast("list[object]", data))
    if isinstance(kind, type) and is_dataclass(kind):
        body = cast("Body", data)
        hints = _hints(kind)
        return kind(**{f.name: _decode(hints[f.name], body[f.name]) for f in fields(kind) if f.name in body})
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(data)
    if kind is datetime and isinstance(data, str):
        return datetime.fromisoformat(data)
    return data
