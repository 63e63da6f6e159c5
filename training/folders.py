"""Where things lie: the project's root, the corpora, the models, and public data outside the repository."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
CORPORA: Final = ROOT / "training" / "corpora"
MODELS: Final = ROOT / "models"


def public_data() -> Path | None:
    """Return the folder of public data: `MODERATION_DATA`, else `../shared/data`; None where neither is."""
    named = os.environ.get("MODERATION_DATA")  # noqa: TID251 - training has no config room
    folder = Path(named) if named else ROOT.parent / "shared" / "data"
    return folder if folder.is_dir() else None
