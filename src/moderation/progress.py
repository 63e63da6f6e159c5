"""Progress on standard error: a bar on a terminal, a line every two seconds elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

EVERY_SECONDS: Final = 2.0
Advance = Callable[[int], None]
"""Called with the number of items finished so far."""


@contextmanager
def progress(title: str, *, size: int | None, position: Callable[[], int], shown: bool) -> Iterator[Advance]:
    """Give a function to call with the count of finished items.

    `size` and `position` are in one unit (bytes or rows) and give the time left; a None size is
    an input whose end is unknown.
    """
    if not shown:
        yield lambda _: None
    elif sys.stderr.isatty():
        with _bar(title, size, position) as advance:
            yield advance
    else:
        yield _lines(title, size, position)


@contextmanager
def _bar(title: str, size: int | None, position: Callable[[], int]) -> Iterator[Advance]:
    started = time.monotonic()
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.fields[items]} items, {task.fields[speed]} items/s"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=False) as bar:
        task = bar.add_task(title, total=size, items="0", speed="-")

        def advance(items: int) -> None:
            speed = items / max(time.monotonic() - started, 1e-9)
            bar.update(task, completed=position(), items=f"{items:,}", speed=f"{speed:,.0f}")

        yield advance


def _lines(title: str, size: int | None, position: Callable[[], int]) -> Advance:
    started = last = time.monotonic()

    def advance(items: int) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last < EVERY_SECONDS:
            return
        last = now
        done = position()
        left = f", {(now - started) * (size - done) / done:,.0f} s left" if size and done else ""
        speed = items / (now - started)
        print(f"{title}: {items:,} items, {speed:,.0f} items/s{left}", file=sys.stderr)  # noqa: T201 - a door

    return advance
