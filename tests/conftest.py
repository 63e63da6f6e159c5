"""The one conftest: catalogue, profiles and judge for everybody."""

from __future__ import annotations

import logging
from collections import Counter

import pytest

from moderation.judge import Judge
from moderation.policy import Catalogue, load

logging.getLogger("presidio-analyzer").setLevel(logging.ERROR)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load()


@pytest.fixture(scope="session")
def judge(catalogue: Catalogue) -> Judge:
    return Judge(catalogue=catalogue, profile=catalogue.profile("us"))


NEEDS = {
    "postgres": "need a PostgreSQL server",
    "browser": "need headless Chromium",
    "server": "start the real server as a process",
    "long": "read tens of thousands of texts",
}
"""The markers that `make test` leaves out, and why."""

LEFT_OUT: Counter[str] = Counter()


def pytest_deselected(items) -> None:
    LEFT_OUT.update(marker.name for item in items for marker in item.iter_markers() if marker.name in NEEDS)


def pytest_terminal_summary(terminalreporter) -> None:
    for name, many in sorted(LEFT_OUT.items()):
        terminalreporter.write_line(f"left to `make test-all`: tests that {NEEDS[name]} ({many})")
