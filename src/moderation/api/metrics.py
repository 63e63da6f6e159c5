"""What is counted. Labels are methods, route templates, statuses and queues, never a person or an id."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from prometheus_client import CollectorRegistry, Counter, Histogram
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from moderation.desk.views import QueueView, Ticked

_SECONDS: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)


class Metrics:
    """Counters of one application, in a registry of their own."""

    def __init__(self, queues: Callable[[], Iterable[QueueView]]) -> None:
        self.registry = CollectorRegistry()
        labels = ("method", "route", "status")
        self._requests = Counter(
            "moderation_http_requests", "Requests answered", labels, registry=self.registry
        )
        self._seconds = Histogram(
            "moderation_http_seconds",
            "Time to the end of the answer",
            ("method", "route"),
            buckets=_SECONDS,
            registry=self.registry,
        )
        self._ticked = Counter(
            "moderation_ticked", "Things written because their time had come", registry=self.registry
        )
        self._faults = Counter(
            "moderation_faults", "Errors that nobody foresaw", ("where",), registry=self.registry
        )
        self.registry.register(_Queues(queues))

    def answered(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count one request."""
        self._requests.labels(method, route, str(status)).inc()
        self._seconds.labels(method, route).observe(seconds)

    def ticked(self, done: Ticked) -> None:
        """Count what a tick wrote."""
        self._ticked.inc(done.total)

    def fault(self, where: str) -> None:
        """Count an unforeseen error."""
        self._faults.labels(where).inc()


class _Queues(Collector):
    """Reads how full the queues are when somebody asks, so that the numbers are never old."""

    def __init__(self, queues: Callable[[], Iterable[QueueView]]) -> None:
        self._queues = queues

    def collect(self) -> Iterable[GaugeMetricFamily]:
        cases = GaugeMetricFamily(
            "moderation_cases", "Open cases by queue and state", labels=("queue", "state")
        )
        for queue in self._queues():
            cases.add_metric((queue.id, "pending"), queue.pending)
            cases.add_metric((queue.id, "held"), queue.held)
            cases.add_metric((queue.id, "overdue"), queue.overdue)
        yield cases

    def describe(self) -> Iterable[GaugeMetricFamily]:
        """Return what will come, without asking the store; registration calls this."""
        yield GaugeMetricFamily("moderation_cases", "Open cases by queue and state")
