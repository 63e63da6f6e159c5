"""Tests about the codebase itself: sizes, names, registration, what must not be in the repository."""

from __future__ import annotations

import ast
import pkgutil
import re
import statistics
import subprocess
from pathlib import Path

import pytest

import moderation.detect
from moderation.detect import DETECTORS

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "moderation"
MODULES = sorted(path for path in SOURCE.rglob("*.py") if "migrations/versions" not in path.as_posix())
BANNED_WORDS = {
    "util",
    "utils",
    "helper",
    "helpers",
    "manager",
    "handler",
    "misc",
    "flag",
    "flagged",
    "rule",
    "rules",
}
NOT_OURS = {"do_GET", "rule"}


def length(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_no_module_is_over_400_lines():
    assert not {str(path.relative_to(ROOT)): length(path) for path in MODULES if length(path) > 400}


def test_nine_of_ten_modules_are_under_250_lines():
    sizes = sorted(length(path) for path in MODULES)
    assert sizes[int(len(sizes) * 0.9)] < 250
    assert statistics.median(sizes) < 120


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_module_says_what_lives_in_it(path):
    source = path.read_text(encoding="utf-8")
    assert not source.strip() or ast.get_docstring(ast.parse(source)), "no docstring"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_names_keep_to_the_naming_table(path):
    names = {path.stem}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.arg):
            names.add(node.arg)
    words = {word.lower() for name in names for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+", name)}
    assert not words & BANNED_WORDS


def test_every_detector_file_is_registered():
    files = {
        module.name
        for module in pkgutil.iter_modules(moderation.detect.__path__)
        if module.name not in ("detector", "speech", "deeds")
    }
    assert files == {detector.name for detector in DETECTORS}


def test_readme_names_every_detector():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert not [detector.name for detector in DETECTORS if f"`{detector.name}`" not in readme]


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


def test_nothing_unfinished_is_in_the_source():
    pattern = re.compile(r"\b(TODO|FIXME|XXX|NotImplementedError)\b")
    assert not [
        str(path.relative_to(ROOT))
        for folder in (SOURCE, ROOT / "training")
        for path in folder.rglob("*.py")
        if pattern.search(path.read_text(encoding="utf-8"))
    ]


def test_no_path_or_index_of_a_machine_is_in_the_repository():
    # Written in parts, so that this file does not name them either.
    forbidden = [
        "/work/" + "main",
        "/work/" + "shared",
        "/opt/" + "pypi",
        "/opt/" + "wheels",
        "file://" + "/opt",
    ]
    small = [path for path in tracked() if path.stat().st_size < 5_000_000]
    assert not [
        str(path.relative_to(ROOT))
        for path in small
        if any(word.encode() in path.read_bytes() for word in forbidden)
    ]


def test_lock_names_no_index():
    assert "://" not in (ROOT / "requirements.lock").read_text(encoding="utf-8")


def test_model_files_are_small_enough_to_travel():
    sizes = [path.stat().st_size for path in (ROOT / "models").rglob("*") if path.is_file()]
    assert sum(sizes) <= 90_000_000
