"""Path and query parameters that several routers share."""

from __future__ import annotations

from typing import Annotated, Final, TypeAlias

from fastapi import Path, Query

ID_PATTERN: Final = r"^[^\x00-\x1f\x7f/\\?#]+$"
"""What can stand in a path: no control character, no delimiter."""
MOST_ID: Final = 200

Id: TypeAlias = Annotated[str, Path(max_length=MOST_ID, pattern=ID_PATTERN)]
Cursor: TypeAlias = Annotated[
    str | None,
    Query(max_length=MOST_ID, description="`cursor` of the page before; absent for the first page"),
]
Limit: TypeAlias = Annotated[int, Query(ge=1, le=200, description="at most so many entries")]
Narrow: TypeAlias = Annotated[str | None, Query(max_length=MOST_ID)]
