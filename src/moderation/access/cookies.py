"""The session cookie on responses, and whether a form was sent by our own pages."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

from moderation.access.sessions import LIFETIME

COOKIE: Final = "moderation_session"


def set_session(request: Request, response: Response, value: str) -> None:
    """Put a signed session on a response: unreadable to scripts, not sent along by other sites' forms."""
    response.set_cookie(
        COOKIE,
        value,
        max_age=int(LIFETIME.total_seconds()),
        path="/",
        httponly=True,
        samesite="lax",
        secure=_encrypted(request),
    )


def end_session(request: Request, response: Response) -> None:
    """Take the session off the browser."""
    response.delete_cookie(COOKIE, path="/", httponly=True, samesite="lax", secure=_encrypted(request))


def same_site(request: Request) -> bool:
    """Whether the browser says that one of our own pages sent this; for forms that come before a session."""
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site in {"same-origin", "none"}
    origin = request.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == request.headers.get("host")


def _encrypted(request: Request) -> bool:
    # A header that a client made up can only make the cookie stricter.
    return request.url.scheme == "https" or request.headers.get("x-forwarded-proto") == "https"
