"""A stream of rows cut into chunks, never inside a run of one thread.

Rows of a thread that follow each other directly are read together, so a cut inside a run would
make results depend on the chunk size. Runs longer than the thread window are cut at the window,
where `assess` starts afresh anyway.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from moderation.assess import THREAD_WINDOW
from moderation.errors import BadRow

CHUNK_ROWS = 512
CHUNK_CHARACTERS = 4 << 20


@dataclass(frozen=True, slots=True)
class Numbered:
    """One raw row with its line (or row) number in the input, counted from 1."""

    line: int
    raw: object


Chunk = list[Numbered]


def chunks(
    rows: Iterable[Numbered], *, size: int = CHUNK_ROWS, characters: int = CHUNK_CHARACTERS
) -> Iterator[Chunk]:
    """Yield the rows in chunks of about `size` rows or `characters` characters of text."""
    chunk: Chunk = []
    held = 0
    run = 0
    thread: str | None = None
    for row in rows:
        here = _thread(row.raw)
        joined = here is not None and here == thread and run < THREAD_WINDOW
        if chunk and not joined and (len(chunk) >= size or held >= characters):
            yield chunk
            chunk, held = [], 0
        run = run + 1 if joined else 1
        thread = here
        chunk.append(row)
        held += _length(row.raw)
    if chunk:
        yield chunk


def _thread(raw: object) -> str | None:
    if isinstance(raw, BadRow) or not isinstance(raw, Mapping):
        return None
    thread = raw.get("thread_id")
    return thread if isinstance(thread, str) else None


def _length(raw: object) -> int:
    text = raw.get("text") if isinstance(raw, Mapping) else None
    return len(text) if isinstance(text, str) else 0
