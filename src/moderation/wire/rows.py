"""Input rows to items, by one table of fields; every refusal names the field and never its text.

The fields, their types and the error codes are those of the contract ("Input row").
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, TypeVar

from moderation.content import DEFAULT_AUTHOR, NATIVE_SOURCE, Author, Item, Media, Surface
from moderation.errors import BadRow

E = TypeVar("E", Surface, Author)

MAX_TEXT_BYTES: Final = 1 << 20
_LANG: Final = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_RFC3339: Final = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)")
RATINGS: Final = range(1, 6)


@dataclass(frozen=True, slots=True)
class Row:
    """One good input row: the item, and the unknown fields that travel through untouched."""

    item: Item
    extra: Mapping[str, object] = field(default_factory=dict, repr=False)


def decode_json(line: bytes) -> object:
    """Parse one JSON line; raises `BadRow` with code `bad_json`."""
    try:
        return json.loads(line, parse_constant=_no_constant)
    except UnicodeDecodeError:
        raise BadRow("bad_json", "the line is not UTF-8") from None
    except json.JSONDecodeError as error:
        raise BadRow("bad_json", f"{error.msg} at column {error.colno}") from None
    except (RecursionError, ValueError):
        raise BadRow("bad_json", "nested too deeply, or a number that is too long") from None


def _no_constant(name: str) -> object:
    """Refuse NaN and infinities, which Python reads but JSON does not know."""
    raise BadRow("bad_json", f"{name} is no JSON value")


def parse_row(raw: object) -> Row:
    """Return the item that a decoded row describes; raises `BadRow`.

    `raw` is a mapping of field names to plain values (or aware datetimes, from Parquet).
    """
    if not isinstance(raw, Mapping):
        raise BadRow("bad_type", "a row must be an object")
    item_id = raw.get("id")
    known = item_id if isinstance(item_id, str) else None
    try:
        return _parse(raw)
    except BadRow as bad:
        raise BadRow(bad.row_code, bad.detail, item_id=known) from None


def _parse(raw: Mapping[str, object]) -> Row:
    item_id = _required(raw, "id")
    if not item_id:
        raise BadRow("bad_value", "id is empty")
    text = _required(raw, "text")
    if len(text) * 4 > MAX_TEXT_BYTES and len(text.encode("utf-8", "surrogatepass")) > MAX_TEXT_BYTES:
        raise BadRow("text_too_long", f"text is over {MAX_TEXT_BYTES} bytes")
    surface = _enumerated(raw, "surface", Surface, Surface.REVIEW)
    author = _enumerated(raw, "author", Author, DEFAULT_AUTHOR[surface])
    values = {name: read(raw[name], name) for name, read in _OPTIONAL.items() if raw.get(name) is not None}
    rating = raw.get("rating")
    if surface is Surface.REVIEW and rating is not None:
        values["rating"] = _rating(rating)
    item = Item(id=item_id, text=text, surface=surface, author=author, **values)  # type: ignore[arg-type]  # by table
    return Row(item, {name: value for name, value in raw.items() if name not in FIELDS})


def _required(raw: Mapping[str, object], name: str) -> str:
    if raw.get(name) is None:
        raise BadRow("missing_field", f"{name} is required")
    return _string(raw[name], name)


def _string(value: object, name: str) -> str:
    if not isinstance(value, str):
        raise BadRow("bad_type", f"{name} must be a string")
    return value


def _enumerated(raw: Mapping[str, object], name: str, kind: type[E], default: E) -> E:
    value = raw.get(name)
    if value is None:
        return default
    try:
        return kind(_string(value, name))
    except ValueError:
        raise BadRow("bad_value", f"{name} must be one of {', '.join(kind)}") from None


def _rating(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise BadRow("bad_type", "rating must be a whole number")
    if value not in RATINGS:
        raise BadRow("bad_value", "rating must be one of 1, 2, 3, 4, 5")
    return int(value)


def _lang(value: object, name: str) -> str | None:
    tag = _string(value, name)
    if tag and not _LANG.fullmatch(tag):
        raise BadRow("bad_value", f"{name} must be a BCP 47 tag")
    return tag or None


def _moment(value: object, name: str) -> datetime:
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise BadRow("bad_value", f"{name} must carry a time zone")
        return value
    moment = _string(value, name)
    if not _RFC3339.fullmatch(moment):
        raise BadRow("bad_value", f"{name} must be an RFC 3339 date and time with its offset")
    try:
        return datetime.fromisoformat(moment.upper())
    except ValueError:
        raise BadRow("bad_value", f"{name} is no real date and time") from None


def _strings(value: object, name: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
        raise BadRow("bad_type", f"{name} must be a list of strings")
    return tuple(value)


def _boolean(value: object, name: str) -> bool:
    if not isinstance(value, bool):
        raise BadRow("bad_type", f"{name} must be true or false")
    return value


def _media(value: object, name: str) -> tuple[Media, ...]:
    paths = [entry.get("path") if isinstance(entry, Mapping) else None for entry in _list(value, name)]
    if not all(isinstance(path, str) for path in paths):
        raise BadRow("bad_type", f"{name} must be a list of objects with a string path")
    return tuple(Media(path=str(path)) for path in paths)


def _list(value: object, name: str) -> list[object]:
    if not isinstance(value, list):
        raise BadRow("bad_type", f"{name} must be a list")
    return value


def _source(value: object, name: str) -> str:
    return _string(value, name) or NATIVE_SOURCE


_OPTIONAL: Final[Mapping[str, Callable[[object, str], object]]] = {
    "lang": _lang,
    "created_at": _moment,
    "delivered_at": _moment,
    "author_id": _string,
    "shop_id": _string,
    "product_id": _string,
    "order_id": _string,
    "parent_id": _string,
    "parent_text": _string,
    "thread_id": _string,
    "product_title": _string,
    "shop_name": _string,
    "shop_contacts": _strings,
    "source": _source,
    "incentivised": _boolean,
    "media": _media,
}
FIELDS: Final = frozenset(_OPTIONAL) | {"id", "surface", "author", "text", "rating"}
"""Every field that the contract names; all others travel through under `extra`."""
