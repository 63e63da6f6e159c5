"""Result rows to JSON lines or Parquet; a file is written beside itself and renamed at the end."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final, Protocol

import pyarrow as pa
import pyarrow.parquet as pq

PARQUET_ROWS: Final = 4096


class Writer(Protocol):
    """Takes result rows one by one, in input order."""

    def write(self, row: Mapping[str, object]) -> None:
        """Add one row."""


class JsonLines:
    """Writes each row as one line of UTF-8 JSON."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def write(self, row: Mapping[str, object]) -> None:
        """Add one row; a lone surrogate is written as its escape, since UTF-8 has none."""
        line = json.dumps(row, ensure_ascii=False, default=_plain)
        try:
            data = line.encode()
        except UnicodeEncodeError:
            data = json.dumps(row, default=_plain).encode()
        self._stream.write(data + b"\n")


class ParquetRows:
    """Writes rows in the fixed nested schema, in row groups."""

    def __init__(self, stream: BinaryIO) -> None:
        self._writer = pq.ParquetWriter(stream, SCHEMA)
        self._held: list[Mapping[str, object]] = []

    def write(self, row: Mapping[str, object]) -> None:
        """Add one row."""
        self._held.append(_columns(row))
        if len(self._held) >= PARQUET_ROWS:
            self._emit()

    def _emit(self) -> None:
        self._writer.write_table(pa.Table.from_pylist(self._held, schema=SCHEMA))
        self._held = []

    def close(self) -> None:
        """Write what is held and the footer."""
        if self._held:
            self._emit()
        self._writer.close()


_FINDING: Final = pa.struct(
    [
        ("label", pa.string()),
        ("kind", pa.string()),
        ("start", pa.int32()),
        ("end", pa.int32()),
        ("confidence", pa.float64()),
        ("severity", pa.string()),
        ("because", pa.string()),
        ("detector", pa.string()),
        ("below_report", pa.bool_()),
    ]
)
_CASE: Final = pa.struct([("lane", pa.string()), ("about", pa.string()), ("labels", pa.list_(pa.string()))])
_CAUSE_LABEL: Final = pa.struct(
    [
        ("subtype", pa.string()),
        ("confidence", pa.float64()),
        ("start", pa.int32()),
        ("end", pa.int32()),
    ]
)
SCHEMA: Final = pa.schema(
    [
        ("id", pa.string()),
        ("line", pa.int64()),
        ("error", pa.struct([("code", pa.string()), ("detail", pa.string())])),
        ("lang", pa.string()),
        ("findings", pa.list_(_FINDING)),
        ("reports_seller", pa.list_(_FINDING)),
        (
            "cause",
            pa.struct(
                [
                    ("primary", pa.string()),
                    ("primary_subtype", pa.string()),
                    ("category_by_profile", pa.string()),
                    ("labels", pa.list_(_CAUSE_LABEL)),
                    ("scores", pa.map_(pa.string(), pa.float64())),
                ]
            ),
        ),
        (
            "decision",
            pa.struct(
                [
                    ("action", pa.string()),
                    ("labels", pa.list_(pa.string())),
                    ("redacted_text", pa.string()),
                    ("case", _CASE),
                    ("cases", pa.list_(_CASE)),
                ]
            ),
        ),
        ("unread_media", pa.int32()),
        ("extra", pa.string()),
    ]
)
"""The Parquet schema of results; `extra` is JSON, bad rows fill only `id`, `line` and `error`."""


def _columns(row: Mapping[str, object]) -> dict[str, object]:
    columns = dict(row)
    cause = columns.get("cause")
    if isinstance(cause, dict) and "scores" in cause:
        columns["cause"] = {**cause, "scores": list(cause["scores"].items())}
    if "extra" in columns:
        columns["extra"] = json.dumps(columns["extra"], default=_plain)
    return {name: _encodable(value) for name, value in columns.items()}


def _encodable(value: object) -> object:
    """Replace lone surrogates, which Arrow strings cannot hold."""
    match value:
        case str():
            return value.encode("utf-8", "replace").decode()
        case dict():
            return {name: _encodable(entry) for name, entry in value.items()}
        case list():
            return [_encodable(entry) for entry in value]
        case tuple():
            return tuple(_encodable(entry) for entry in value)
        case _:
            return value


def _plain(value: object) -> str:
    """Write what Parquet may carry under `extra` but JSON has no type for (dates, bytes, decimals)."""
    return str(value)


@contextmanager
def open_output(path: str | None, stdout: BinaryIO) -> Iterator[Writer]:
    """Give a writer; the file appears under its name only when everything was written."""
    if path is None:
        yield JsonLines(stdout)
        stdout.flush()
        return
    target = Path(path)
    handle, beside = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            if target.suffix.lower() == ".parquet":
                rows = ParquetRows(stream)
                try:
                    yield rows
                finally:
                    rows.close()
            else:
                yield JsonLines(stream)
        Path(beside).chmod(0o644)
        Path(beside).replace(target)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


OUTPUT_ENDINGS: Final = frozenset({".jsonl", ".ndjson", ".json", ".parquet"})
