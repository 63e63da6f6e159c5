"""The engine contract and the engines that run on one machine.

An engine maps a function over chunks and yields the results in input order, holding only a
bounded number of chunks in memory. `serial` is the reference that all others must equal.
"""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from typing import Final, Protocol, TypeVar

from moderation.errors import ModerationError

A = TypeVar("A")
B = TypeVar("B")

AHEAD: Final = 2
"""Chunks in flight per worker: one being worked on, one waiting."""


class Engine(Protocol):
    """Maps `work` (picklable, at module level or a frozen dataclass) over `chunks`, in order."""

    def __call__(self, chunks: Iterable[A], work: Callable[[A], B]) -> Iterator[B]:
        """Yield `work(chunk)` for each chunk."""


class EngineUnavailable(ModerationError):
    """The engine is known to the contract but not installed here."""

    code = "engine_unavailable"


def serial(chunks: Iterable[A], work: Callable[[A], B]) -> Iterator[B]:
    """Work through the chunks one after the other: the reference."""
    for chunk in chunks:
        yield work(chunk)


def pool(chunks: Iterable[A], work: Callable[[A], B]) -> Iterator[B]:
    """Spread the chunks over one process a core."""
    workers = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context) as executor:
        waiting: deque[Future[B]] = deque()
        for chunk in chunks:
            waiting.append(executor.submit(work, chunk))
            if len(waiting) >= workers * AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


ENGINES: Final[Mapping[str, Engine]] = {"serial": serial, "pool": pool}
KNOWN: Final = ("serial", "pool", "ray", "spark")
"""The names that the contract knows; those without an engine here are refused by name."""


def engine(name: str) -> Engine:
    """Return the engine of that name; raises `EngineUnavailable`."""
    if name not in ENGINES:
        raise EngineUnavailable(
            f"engine {name!r} is not part of this release; use one of {', '.join(ENGINES)}"
        )
    return ENGINES[name]
