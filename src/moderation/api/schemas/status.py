"""Health on the wire, and the problem document that every refusal is."""

from __future__ import annotations

from pydantic import ConfigDict

from moderation.api.schemas.shape import Out


class Health(Out):
    """One word on how the server is."""

    status: str


class Problem(Out):
    """Why a request was refused (RFC 9457). `code` is stable; `detail` never quotes anybody's text.

    Further members name what was concerned: `case_id`, `version`, `holder`, `errors` and the like.
    """

    model_config = ConfigDict(extra="allow")

    type: str
    title: str
    status: int
    code: str
    detail: str
