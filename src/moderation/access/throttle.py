"""How often a sign-in may fail: counts in memory, bounded, forgotten when their time is up."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from datetime import datetime, timedelta
from threading import Lock
from typing import Final

from moderation.access.refusals import TooManyAttempts

WINDOW: Final = timedelta(minutes=15)
MOST_BY_NAME: Final = 5
MOST_BY_ADDRESS: Final = 50
MOST_ENTRIES: Final = 10_000

_Key = tuple[str, ...]


class Throttle:
    """Counts failures by name and address together, and by address alone, so that many names gain nothing."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._failures: OrderedDict[_Key, tuple[int, datetime]] = OrderedDict()
        self._lock = Lock()

    def check(self, name: str, address: str) -> None:
        """Raise `TooManyAttempts` while too many attempts of the window have failed."""
        now = self._clock()
        with self._lock:
            for key, most in _limits(name, address):
                count, since = self._failures.get(key, (0, now))
                if count >= most and now < since + WINDOW:
                    raise TooManyAttempts(retry_after=int((since + WINDOW - now).total_seconds()) + 1)

    def failed(self, name: str, address: str) -> None:
        """Count one failure; the least recent entry goes where there are too many."""
        now = self._clock()
        with self._lock:
            for key, _ in _limits(name, address):
                count, since = self._failures.pop(key, (0, now))
                self._failures[key] = (count + 1, since) if now < since + WINDOW else (1, now)
            while len(self._failures) > MOST_ENTRIES:
                self._failures.popitem(last=False)

    def succeeded(self, name: str, address: str) -> None:
        """Forget the failures of this name from this address."""
        with self._lock:
            self._failures.pop((name, address), None)

    def __len__(self) -> int:
        return len(self._failures)


def _limits(name: str, address: str) -> tuple[tuple[_Key, int], ...]:
    return ((name, address), MOST_BY_NAME), ((address,), MOST_BY_ADDRESS)
