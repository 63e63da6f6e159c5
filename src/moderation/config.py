"""The one reader of the environment: what the server needs to know before it starts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

DEFAULT_FOLDER: Final = "data"


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Where the database is, which profile rules, and the key that signs sessions.

    `database_url` is a SQLAlchemy URL; SQLite under the data folder unless it is given. `recognizers`
    is a file of further recognizers of personal data, in Presidio's YAML format.
    """

    folder: Path
    database_url: str
    profile: str
    recognizers: Path | None = None

    @classmethod
    def from_env(cls, environ: Mapping[str, str], *, folder: str | None = None) -> Config:
        """Read `MODERATION_DATA_FOLDER`, `_DATABASE_URL`, `_PROFILE` and `_RECOGNIZERS`."""
        where = Path(folder or environ.get("MODERATION_DATA_FOLDER", DEFAULT_FOLDER)).resolve()
        recognizers = environ.get("MODERATION_RECOGNIZERS")
        embedded = f"sqlite:///{where / 'moderation.db'}"
        return cls(
            folder=where,
            database_url=environ.get("MODERATION_DATABASE_URL", embedded),
            profile=environ.get("MODERATION_PROFILE", "us"),
            recognizers=Path(recognizers).resolve() if recognizers else None,
        )
