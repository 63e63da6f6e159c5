"""Copies of the catalogue folder that tests may spoil."""

from __future__ import annotations

import shutil
from importlib.resources import files
from pathlib import Path

PACKAGED = Path(str(files("moderation.policy"))) / "catalogue"


def copy_catalogue(to: Path) -> Path:
    return Path(shutil.copytree(PACKAGED, to / "catalogue"))


def edit(folder: Path, file: str, old: str, new: str) -> int:
    """Replace the first `old` in a file; return the line where it stood."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{file} does not hold what the test edits"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old) + len(old) - len(old.lstrip("\n"))].count("\n") + 1


def line_of(folder: Path, file: str, words: str) -> int:
    text = (folder / file).read_text(encoding="utf-8")
    return text[: text.index(words)].count("\n") + 1
