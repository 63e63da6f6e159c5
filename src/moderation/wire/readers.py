"""JSON lines, CSV and Parquet to numbered raw rows, streaming; a bad row never stops the stream."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

import pyarrow as pa
import pyarrow.parquet as pq

from moderation.errors import BadRow, ModerationError
from moderation.wire.batches import Numbered
from moderation.wire.rows import FIELDS, decode_json

LINE_LIMIT: Final = 32 << 20
"""Bytes of one JSON line or CSV cell; a text of 1 MiB never needs more, even escaped."""

_LISTS: Final = frozenset({"shop_contacts", "media"})
_BOOLEANS: Final = {"true": True, "1": True, "false": False, "0": False}
PARQUET_ROWS: Final = 1024


class UnreadableInput(ModerationError):
    """The input cannot be opened or is not what its ending says."""

    code = "unreadable_input"


@dataclass(frozen=True, slots=True)
class Source:
    """An opened input: its rows, its size, and how far reading has come (same unit as `size`)."""

    rows: Iterator[Numbered]
    size: int | None
    position: Callable[[], int]


@contextmanager
def open_source(path: str, stdin: BinaryIO) -> Iterator[Source]:
    """Open an input by its ending (`-` is JSON lines on `stdin`); raises `UnreadableInput`."""
    if path == "-":
        yield _counted(stdin, None, read_jsonl)
        return
    with Path(path).open("rb") as file:
        yield READERS[ending(path)](file)


def ending(path: str) -> str:
    """Return the ending that decides the format, in lower case."""
    return Path(path).suffix.lower()


class _Counting(io.RawIOBase):
    """Passes bytes through and counts them, since a buffered stream on a pipe cannot tell."""

    def __init__(self, raw: BinaryIO) -> None:
        self.raw_stream = raw
        self.count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]  # a writable buffer, by the io protocol
        read = getattr(self.raw_stream, "read1", self.raw_stream.read)
        data = read(len(view))
        view[: len(data)] = data
        self.count += len(data)
        return len(data)


def _counted(stream: BinaryIO, size: int | None, read: Callable[[BinaryIO], Iterator[Numbered]]) -> Source:
    counting = _Counting(stream)
    buffered = io.BufferedReader(counting, 1 << 18)
    return Source(read(buffered), size, lambda: counting.count)


def _text_source(read: Callable[[BinaryIO], Iterator[Numbered]]) -> Callable[[BinaryIO], Source]:
    def opened(file: BinaryIO) -> Source:
        return _counted(file, os.fstat(file.fileno()).st_size, read)

    return opened


def read_jsonl(stream: BinaryIO) -> Iterator[Numbered]:
    """Yield each line that is not blank, decoded, or the `BadRow` that it gave."""
    number = 0
    while line := stream.readline(LINE_LIMIT):
        number += 1
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if len(line) >= LINE_LIMIT and not line.endswith(b"\n"):
            _skip_line(stream)
            yield Numbered(number, BadRow("text_too_long", f"the line is over {LINE_LIMIT} bytes"))
            continue
        if not line.strip():
            continue
        try:
            yield Numbered(number, decode_json(line))
        except BadRow as bad:
            yield Numbered(number, bad)


def _skip_line(stream: BinaryIO) -> None:
    while (rest := stream.readline(LINE_LIMIT)) and not rest.endswith(b"\n"):
        continue


def read_csv(stream: BinaryIO) -> Iterator[Numbered]:
    """Yield each record as a mapping; an empty cell is absent, an empty text is a text."""
    csv.field_size_limit(LINE_LIMIT)
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="surrogateescape", newline="")
    reader = csv.reader(text)
    header = next(reader, None)
    if header is None:
        return
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            yield Numbered(line, BadRow("bad_value", f"not CSV: {error}"))
            continue
        if cells is None:
            return
        if not cells:
            continue
        try:
            yield Numbered(line, _record(header, cells))
        except BadRow as bad:
            yield Numbered(line, bad)


def _record(header: list[str], cells: list[str]) -> dict[str, object]:
    record = dict(zip(header, cells, strict=False))
    item_id = record.get("id") or None
    if len(cells) > len(header):
        raise BadRow("bad_value", "the record has more cells than the header", item_id=item_id)
    for name, cell in record.items():
        if any("\udc80" <= character <= "\udcff" for character in cell):
            raise BadRow("bad_value", f"{name} is not UTF-8", item_id=None if name == "id" else item_id)
    return {name: _cell(name, cell, item_id) for name, cell in record.items() if cell or name == "text"}


def _cell(name: str, cell: str, item_id: str | None) -> object:
    if name == "rating":
        try:
            return float(cell)
        except ValueError:
            raise BadRow("bad_type", "rating must be a whole number", item_id=item_id) from None
    if name in _LISTS:
        try:
            return json.loads(cell)
        except (ValueError, RecursionError):
            raise BadRow("bad_type", f"{name} must be a list as JSON", item_id=item_id) from None
    if name == "incentivised":
        return _BOOLEANS.get(cell.lower(), cell)
    return cell


def _parquet_source(stream: BinaryIO) -> Source:
    try:
        file = pq.ParquetFile(stream)
    except pa.ArrowException as error:
        raise UnreadableInput("the input is no Parquet file") from error
    done = [0]

    def rows() -> Iterator[Numbered]:
        batches = file.iter_batches(batch_size=PARQUET_ROWS)
        while (batch := _next_batch(batches)) is not None:
            for raw in batch.to_pylist():
                done[0] += 1
                yield Numbered(done[0], {k: v for k, v in raw.items() if v is not None or k not in FIELDS})

    return Source(rows(), file.metadata.num_rows, lambda: done[0])


def _next_batch(batches: Iterator[pa.RecordBatch]) -> pa.RecordBatch | None:
    try:
        return next(batches, None)
    except pa.ArrowException as error:
        raise UnreadableInput("the Parquet file is damaged") from error


READERS: Final = {
    ".jsonl": _text_source(read_jsonl),
    ".ndjson": _text_source(read_jsonl),
    ".json": _text_source(read_jsonl),
    ".csv": _text_source(read_csv),
    ".parquet": _parquet_source,
}
"""The formats that can be read, by the ending of the file's name."""
