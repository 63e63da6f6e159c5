"""Public data, read from outside the repository: which sets are there, their digests, their rows.

What each set is good for and under which licence stands in `ATTRIBUTION.md`. Their texts never
enter the repository, logs or cards. Where the folder is absent, training goes on without.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from training.folders import public_data

LICENCES: Final[Mapping[str, str]] = {
    "amazon_finefood_1k": "CC0",
    "cesamard_aspect": "MIT",
    "ibm_twitter_care": "Apache-2.0",
    "prdect_id": "MIT",
    "womens_clothing": "CC0",
}
"""The sets that training reads, with their licences as `data/README.md` states them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One public text. `stars` is None where the set has none; `complaint` is the set's own label."""

    id: str
    source: str
    text: str = field(repr=False)
    lang: str
    stars: int | None = None
    complaint: bool | None = None
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicSet:
    """One set as it lies on this machine."""

    name: str
    sha256: str
    rows: tuple[Row, ...] = field(repr=False)


def read_public(*names: str) -> tuple[PublicSet, ...]:
    """Return the sets of these names that are present, in the order asked."""
    folder = public_data()
    if folder is None:
        return ()
    return tuple(
        PublicSet(
            name=name,
            sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
            rows=tuple(_rows(name, path)),
        )
        for name in names
        if (path := folder / name / f"{name}.jsonl").is_file()
    )


def _rows(name: str, path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            stars, complaint = record.get("stars"), record.get("complaint")
            yield Row(
                id=record["id"],
                source=name,
                text=record["text"],
                lang=record.get("lang", "en"),
                stars=None if stars is None else int(stars),
                complaint=None if complaint is None else bool(int(complaint)),
                role=record.get("role", ""),
            )
