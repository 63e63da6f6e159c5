"""Writes weights files and the manifest that the package opens them by."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Final

import joblib

from moderation.features.hashed import FEATURES
from moderation.features.weights import MANIFEST, WEIGHTS_FILE, Entry, library_minor, load_weights, weights_id
from training.folders import MODELS

_COMPRESSION: Final = 6
_LARGEST: Final = 8 * 2**20
"""Most bytes that one weights file may have."""


def ship(model: str, version: int, content: Mapping[str, object]) -> Entry:
    """Write `models/<model>/weights.joblib` and its entry of the manifest; return the entry."""
    folder = MODELS / model
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / WEIGHTS_FILE
    joblib.dump(dict(content), path, compress=_COMPRESSION)
    written = path.read_bytes()
    if len(written) > _LARGEST:
        raise ValueError(f"{model}: {len(written)} bytes are more than {_LARGEST}")
    entry = Entry(
        version=version,
        sha256=hashlib.sha256(written).hexdigest(),
        bytes=len(written),
        sklearn=library_minor(),
        features=FEATURES,
    )
    _record(model, entry)
    load_weights.cache_clear()
    weights_id.cache_clear()
    return entry


def _record(model: str, entry: Entry) -> None:
    models: dict[str, object] = {}
    if MANIFEST.is_file():
        models = json.loads(MANIFEST.read_text(encoding="utf-8"))["models"]
    models[model] = asdict(entry)
    MANIFEST.write_text(
        json.dumps({"models": dict(sorted(models.items()))}, indent=2) + "\n", encoding="utf-8"
    )
