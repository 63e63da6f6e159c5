"""The secret that signs sessions: made once, in the data folder, readable by its owner only."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Final

NAME: Final = "session-secret"
_BYTES: Final = 32


def read_secret(folder: Path) -> bytes:
    """Return the folder's secret; makes one, with mode 0600, where there is none.

    The file appears whole or not at all, so that two servers that start together read one secret.
    """
    path = folder / NAME
    if not path.exists():
        fresh = folder / f".{NAME}-{secrets.token_hex(8)}"
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(secrets.token_bytes(_BYTES))
        try:
            path.hardlink_to(fresh)
        except FileExistsError:
            pass  # another process was first; its secret counts
        finally:
            fresh.unlink()
    return path.read_bytes()
