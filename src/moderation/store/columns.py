"""Column types that mean the same in SQLite and PostgreSQL: `Instant` and `Json`."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from sqlalchemy import BigInteger, Text
from sqlalchemy.types import TypeDecorator

if TYPE_CHECKING:
    from sqlalchemy.engine import Dialect

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_TICK: Final = timedelta(microseconds=1)


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
