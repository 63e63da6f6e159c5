"""Reading request bodies with a limit, before anything is parsed."""

from __future__ import annotations

from typing import Final

from fastapi import Request
from starlette.exceptions import HTTPException

MAX_BODY_BYTES: Final = 5 << 20


async def limited_body(request: Request) -> bytes:
    """Return the body; raises 413 as soon as it passes 5 MiB, whatever its header claims."""
    declared = request.headers.get("content-length", "0")
    if declared.isdigit() and int(declared) > MAX_BODY_BYTES:
        raise HTTPException(413, f"at most {MAX_BODY_BYTES} bytes")
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > MAX_BODY_BYTES:
            raise HTTPException(413, f"at most {MAX_BODY_BYTES} bytes")
    return bytes(body)
