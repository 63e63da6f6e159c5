"""Opens our own trained weights, and nothing else: digest, library version and feature space first.

joblib files can run code when they are opened, so a file is opened only when its bytes have the
sha256 that the manifest inside this package states. What the weights mean stands in `heads`.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import joblib
import sklearn

from moderation.errors import WeightsInvalid
from moderation.features.hashed import FEATURES

MANIFEST: Final = Path(__file__).with_name("manifest.json")
"""Written by `make train` (`training.manifest`), committed, and part of the wheel."""

WEIGHTS_FILE: Final = "weights.joblib"
_PACKAGE: Final = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What the manifest says of one model: its version, digest, size in bytes and requirements."""

    version: int
    sha256: str
    bytes: int
    sklearn: str
    """Minor version of scikit-learn that made the file, such as `1.9`."""
    features: str
    """The `FEATURES` name of the space that the model was trained on."""


def library_minor() -> str:
    """Return the installed scikit-learn's minor version, such as `1.9`."""
    return ".".join(str(sklearn.__version__).split(".")[:2])


def read_manifest(path: Path = MANIFEST) -> dict[str, Entry]:
    """Return the entry of every model. Raises `WeightsInvalid` if the manifest is unusable."""
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        return {name: Entry(**entry) for name, entry in raw["models"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as problem:
        raise WeightsInvalid("manifest", f"{path.name} is missing or malformed") from problem


def weights_folder(model: str, package: Path = _PACKAGE) -> Path:
    """Return the folder that holds the model's files.

    In a wheel that is `moderation/weights/<model>`, in a checkout `models/<model>` at its root.
    """
    installed = package / "weights" / model
    return installed if installed.is_dir() else package.parents[1] / "models" / model


def open_weights(model: str, *, folder: Path, entry: Entry) -> Mapping[str, object]:
    """Return the content of `folder/weights.joblib` after checking it against `entry`.

    The bytes are read once and hashed before they are opened, so that what was checked is what is
    opened. Raises `WeightsInvalid` for a missing or altered file, another minor version of
    scikit-learn, or another feature space.
    """
    if entry.sklearn != library_minor():
        detail = f"made with scikit-learn {entry.sklearn}, installed is {library_minor()}; run `make train`"
        raise WeightsInvalid(model, detail)
    if entry.features != FEATURES:
        raise WeightsInvalid(model, f"made for features {entry.features}, not {FEATURES}; run `make train`")
    path = folder / WEIGHTS_FILE
    try:
        content = path.read_bytes()
    except OSError as problem:
        raise WeightsInvalid(model, f"{WEIGHTS_FILE} cannot be read; run `make train`") from problem
    if hashlib.sha256(content).hexdigest() != entry.sha256:
        raise WeightsInvalid(model, f"{WEIGHTS_FILE} is not the file that the manifest names; not opened")
    opened = joblib.load(io.BytesIO(content))
    if not isinstance(opened, Mapping):
        raise WeightsInvalid(model, f"{WEIGHTS_FILE} does not hold a mapping")
    return opened


@cache
def load_weights(model: str) -> Mapping[str, object]:
    """Return a model's content, opened once a process. Raises `WeightsInvalid`."""
    entry = read_manifest().get(model)
    if entry is None:
        raise WeightsInvalid(model, "the manifest does not name it; run `make train`")
    return open_weights(model, folder=weights_folder(model), entry=entry)


@cache
def weights_id(model: str) -> str:
    """Return `model@version:digest` (eight hex digits), which goes into fingerprints."""
    entry = read_manifest().get(model)
    if entry is None:
        raise WeightsInvalid(model, "the manifest does not name it; run `make train`")
    return f"{model}@{entry.version}:{entry.sha256[:8]}"
