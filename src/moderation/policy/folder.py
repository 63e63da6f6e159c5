"""A catalogue folder: which files it has, and the digest of what they say."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from importlib.resources.abc import Traversable
from typing import Final

from moderation.errors import PolicyInvalid
from moderation.policy.place import Place, parse

SUFFIX: Final = ".yaml"


def files_below(root: Traversable) -> dict[str, Traversable]:
    """Return every policy file by its path relative to `root`, in order; other files are left alone."""
    return dict(sorted(_walk(root, "")))


def _walk(folder: Traversable, prefix: str) -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            yield from _walk(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith(SUFFIX):
            yield f"{prefix}{entry.name}", entry


def read_file(file: Traversable, name: str) -> Place:
    """Return the parsed content of a file; raise `PolicyInvalid` where it is not YAML in UTF-8."""
    try:
        source = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise PolicyInvalid(f"cannot be read: {type(error).__name__}", file=name) from error
    return parse(source, file=name)


def digest(files: Iterable[Place]) -> str:
    """Return the SHA-256 of what the files say.

    Comments, layout and the order of keys and of files do not count; every key, value and the order
    of lists do.
    """
    lines = sorted(
        json.dumps([file.file, file.value], sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        for file in files
    )
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
