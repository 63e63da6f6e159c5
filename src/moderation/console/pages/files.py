"""The style sheet and the script, served as files, and the page that lists the keys."""

from __future__ import annotations

from importlib.resources import files
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Response
from starlette.exceptions import HTTPException

from moderation.console.visit import Visit, visit_of

router = APIRouter()

_TYPES: Final = {
    "console.css": "text/css; charset=utf-8",
    "console.js": "text/javascript; charset=utf-8",
    "mark.svg": "image/svg+xml",
}


@router.get("/static/{file}")
def static(file: str) -> Response:
    """Return one of our own files."""
    if file not in _TYPES:
        raise HTTPException(404)
    content = files("moderation.console").joinpath("static", file).read_bytes()
    return Response(content, media_type=_TYPES[file], headers={"Cache-Control": "max-age=300"})


@router.get("/keys")
def keys(visit: Annotated[Visit, Depends(visit_of)]) -> Response:
    """List the keys, for browsers without scripts."""
    return visit.page("keys.html")
