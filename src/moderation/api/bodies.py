"""Reading request bodies as bytes, for endpoints that parse rows themselves. The limit is the rim's."""

from __future__ import annotations

from typing import Final

from fastapi import Request

MAX_BODY_BYTES: Final = 5 << 20


async def limited_body(request: Request) -> bytes:
    """Return the body; 413 as soon as it passes 5 MiB, whatever its header claims."""
    return await request.body()
