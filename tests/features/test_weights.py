"""Weights are opened only when they are ours, whole, and made for this library and feature space."""

from __future__ import annotations

import hashlib
import io
import json
from dataclasses import replace
from pathlib import Path

import joblib
import numpy as np
import pytest

from moderation.errors import WeightsInvalid
from moderation.features import heads, weights
from moderation.features.hashed import FEATURES


@pytest.fixture
def stored(tmp_path: Path) -> tuple[Path, weights.Entry]:
    buffer = io.BytesIO()
    joblib.dump({"labels": ["a"]}, buffer)
    content = buffer.getvalue()
    (tmp_path / weights.WEIGHTS_FILE).write_bytes(content)
    entry = weights.Entry(
        version=1,
        sha256=hashlib.sha256(content).hexdigest(),
        bytes=len(content),
        sklearn=weights.library_minor(),
        features=FEATURES,
    )
    return tmp_path, entry


def test_open_weights_gives_the_content(stored: tuple[Path, weights.Entry]) -> None:
    folder, entry = stored
    assert weights.open_weights("m", folder=folder, entry=entry) == {"labels": ["a"]}


@pytest.mark.parametrize(
    ("change", "detail"),
    [
        ({"sha256": "0" * 64}, "not the file that the manifest names"),
        ({"sklearn": "0.1"}, "scikit-learn 0.1"),
        ({"features": "other@1"}, "made for features other@1"),
    ],
)
def test_open_weights_refuses(
    stored: tuple[Path, weights.Entry], change: dict[str, str], detail: str
) -> None:
    folder, entry = stored
    with pytest.raises(WeightsInvalid, match=detail):
        weights.open_weights("m", folder=folder, entry=replace(entry, **change))


def test_open_weights_never_opens_an_altered_file(stored: tuple[Path, weights.Entry]) -> None:
    folder, entry = stored
    path = folder / weights.WEIGHTS_FILE
    path.write_bytes(b"\x80\x04cos\nsystem\n(S'exit 1'\ntR.")
    with pytest.raises(WeightsInvalid, match="not opened"):
        weights.open_weights("m", folder=folder, entry=entry)


def test_open_weights_says_that_a_file_is_missing(stored: tuple[Path, weights.Entry]) -> None:
    folder, entry = stored
    (folder / weights.WEIGHTS_FILE).unlink()
    with pytest.raises(WeightsInvalid, match="cannot be read"):
        weights.open_weights("m", folder=folder, entry=entry)


@pytest.mark.parametrize("content", ["", "{}", '{"models": {"m": {"sha256": "x"}}}', "[]"])
def test_read_manifest_refuses_what_is_malformed(tmp_path: Path, content: str) -> None:
    path = tmp_path / "manifest.json"
    path.write_text(content)
    with pytest.raises(WeightsInvalid, match="missing or malformed"):
        weights.read_manifest(path)


def test_load_weights_refuses_a_model_without_entry() -> None:
    with pytest.raises(WeightsInvalid, match="does not name it"):
        weights.load_weights("absent")


@pytest.mark.parametrize("model", sorted(weights.read_manifest()))
def test_shipped_weights_are_those_of_the_manifest_and_the_card(model: str) -> None:
    entry = weights.read_manifest()[model]
    folder = weights.weights_folder(model)
    assert weights.open_weights(model, folder=folder, entry=entry)
    card = json.loads((folder / "card.json").read_text())
    assert card["weights"]["sha256"] == entry.sha256, "card and weights disagree: run `make train`"
    assert entry.bytes < 8 * 2**20


def test_weights_folder_prefers_the_installed_one(tmp_path: Path) -> None:
    package = tmp_path / "src" / "moderation"
    assert weights.weights_folder("m", package) == tmp_path / "models" / "m"
    (package / "weights" / "m").mkdir(parents=True)
    assert weights.weights_folder("m", package) == package / "weights" / "m"


def test_head_ignores_columns_that_it_does_not_keep() -> None:
    content = {
        "labels": ["a", "b"],
        "columns": [3, 70],
        "coef": [[2.0, 0.0], [0.0, -1.0]],
        **{name: np.zeros(2) for name in ("intercept", "offset", "thresholds")},
        "slope": np.ones(2),
    }
    head = heads.unpack("m", content)
    rows = heads.sp.csr_array(([1.0, 1.0, 5.0], ([0, 1, 1], [3, 70, 9])), shape=(2, heads.HASHED_WIDTH))
    assert head.scores(rows).tolist() == [[2.0, 0.0], [0.0, -1.0]]
    assert head.probabilities(rows)[0, 1] == 0.5


@pytest.mark.parametrize("missing", ["labels", "coef", "slope"])
def test_unpack_refuses_incomplete_content(missing: str) -> None:
    content = {"labels": ["a"], "columns": [1], "coef": [[1.0]]}
    content |= {name: [0.0] for name in ("intercept", "slope", "offset", "thresholds")}
    del content[missing]
    with pytest.raises(WeightsInvalid, match=missing):
        heads.unpack("m", content)
