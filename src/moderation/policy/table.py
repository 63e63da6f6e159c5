"""`Table`: a mapping that cannot be changed and that travels between processes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

K = TypeVar("K")
V_co = TypeVar("V_co", covariant=True)


class Table(Mapping[K, V_co], Generic[K, V_co]):
    """A read-only mapping in the order it was written.

    `MappingProxyType` would do, but it cannot be pickled, and rescans send policy to other processes.
    """

    __slots__ = ("_rows",)

    def __init__(self, rows: Mapping[K, V_co] | None = None) -> None:
        self._rows: dict[K, V_co] = dict(rows or {})

    def __getitem__(self, key: K) -> V_co:
        return self._rows[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def __hash__(self) -> int:
        return hash(frozenset(self._rows))

    def __repr__(self) -> str:
        return f"Table({self._rows!r})"
