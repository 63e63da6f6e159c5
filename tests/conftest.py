"""The one conftest: catalogue, profiles and judge for everybody."""

from __future__ import annotations

import logging

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
