"""JSON out: plain ASCII, so that a lone surrogate in somebody's text cannot break a response."""

from __future__ import annotations

import json

from fastapi.responses import JSONResponse


class Json(JSONResponse):
    """A JSON response in ASCII; anything else is escaped."""

    def render(self, content: object) -> bytes:
        """Return the body."""
        return json.dumps(content, ensure_ascii=True, allow_nan=False, separators=(",", ":")).encode()
