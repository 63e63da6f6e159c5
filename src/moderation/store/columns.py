"""Column types that mean the same in SQLite and PostgreSQL: `Instant`, `Json` and `Words`."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from sqlalchemy import BigInteger, Text
from sqlalchemy.types import TypeDecorator

if TYPE_CHECKING:
    from sqlalchemy.engine import Dialect

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_TICK: Final = timedelta(microseconds=1)
_REFUSED: Final = re.compile("[\x00\x1a\ud800-\udfff]")
_ESCAPED: Final = re.compile("\x1a([0-9a-f]{4})")


def micros(at: datetime) -> int:
    """Return microseconds since 1970; raises ValueError for a time without a zone."""
    if at.tzinfo is None:
        raise ValueError("a stored time has a zone")
    return (at - _EPOCH) // _TICK


class Instant(TypeDecorator[datetime]):
    """A moment, stored as microseconds since 1970: exact, comparable and the same in both databases."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        """Store the moment."""
        return None if value is None else micros(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Return the moment in UTC."""
        return None if value is None else _EPOCH + value * _TICK


class Words(TypeDecorator[str]):
    """Any text at all, given back as it came.

    PostgreSQL takes no NUL and neither database a lone surrogate: each is stored as U+001A (substitute)
    and its number in four hexadecimal digits, and so is U+001A itself.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Store the text."""
        return None if value is None else _REFUSED.sub(lambda m: f"\x1a{ord(m[0]):04x}", value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Return the text."""
        return None if value is None else _ESCAPED.sub(lambda m: chr(int(m[1], 16)), value)


class Json(TypeDecorator[object]):
    """A JSON value in canonical spelling: sorted keys, no spaces, so that equal values are equal text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: object, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Store the value."""
        return None if value is None else canonical(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> object:  # noqa: ARG002
        """Return the value."""
        return None if value is None else json.loads(value)


def canonical(value: object) -> str:
    """Return the one spelling of a JSON value. Lone surrogates survive as escapes."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
