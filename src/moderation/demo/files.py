"""Reads the data files of the demo; what they mean lives in `market`, `items` and `stories`."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any, Final

import yaml

from moderation.loaders import SafeLoader

_DATA: Final = files("moderation.demo") / "data"


@cache
def read_yaml(name: str) -> dict[str, Any]:
    """Return a YAML file of the demo as plain values; callers do not change them."""
    read: dict[str, Any] = yaml.load((_DATA / name).read_text(encoding="utf-8"), Loader=SafeLoader)
    return read


@cache
def read_lines(name: str) -> tuple[dict[str, Any], ...]:
    """Return the rows of a JSON lines file of the demo; callers do not change them."""
    return tuple(json.loads(line) for line in (_DATA / name).read_text(encoding="utf-8").splitlines())
