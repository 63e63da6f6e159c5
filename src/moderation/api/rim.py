"""The rim around every request: size limit, security headers, one log line, no error escapes."""

from __future__ import annotations

import logging
import time
import traceback
from typing import Final, cast

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from moderation.api.bodies import MAX_BODY_BYTES
from moderation.api.metrics import Metrics
from moderation.api.problems import Page, answer
from moderation.errors import ModerationError

LOG: Final = logging.getLogger("moderation.access")
FAULTS: Final = logging.getLogger("moderation.faults")
UNMATCHED: Final = "unmatched"

SECURITY: Final = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


class Rim:
    """Outermost of our own layers. Logs the route's template, never the path, the query or the body."""

    def __init__(self, app: ASGIApp, *, metrics: Metrics, page: Page | None = None) -> None:
        self._app = app
        self._metrics = metrics
        self._page = page

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, within its limits; write down that it happened."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started, status = time.perf_counter(), 0

        async def send_safely(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                _secure(scope, message)
            await send(message)

        try:
            await self._app(scope, _limited(scope, receive), send_safely)
        except Exception as error:
            if not isinstance(error, ModerationError | HTTPException):
                self._metrics.fault("request")
                FAULTS.error("%s in %s: %s", type(error).__name__, _template(scope), frames(error))
            if status:
                raise  # the answer has begun; the server can only break the connection
            shown = self._page(Request(scope), error) if self._page is not None else None
            await (shown or answer(error))(scope, receive, send_safely)
        finally:
            method = scope["method"] if scope["method"] in _METHODS else "other"
            seconds = time.perf_counter() - started
            self._metrics.answered(method, _template(scope), status, seconds)
            LOG.info(
                "method=%s route=%s status=%d ms=%d by=%s",
                method,
                _template(scope),
                status,
                seconds * 1000,
                _kind(scope),
            )


_METHODS: Final = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


def frames(error: BaseException) -> str:
    """Return where an error came from, as file:line pairs; its message may hold somebody's words."""
    summary = traceback.extract_tb(error.__traceback__)
    return " > ".join(f"{frame.filename.rpartition('/')[2]}:{frame.lineno}" for frame in summary[-12:])


def _template(scope: Scope) -> str:
    route = scope.get("route")
    return str(getattr(route, "path", UNMATCHED)) or UNMATCHED


def _kind(scope: Scope) -> str:
    actor = cast("dict[str, object]", scope.get("state") or {}).get("actor")
    return str(getattr(actor, "kind", "nobody"))


def _secure(scope: Scope, message: Message) -> None:
    headers = MutableHeaders(scope=message)
    for name, value in SECURITY.items():
        headers.setdefault(name, value)
    static = "/static/" in scope["path"]
    if not static:
        headers.setdefault("cache-control", "no-store")


def _limited(scope: Scope, receive: Receive) -> Receive:
    declared = Headers(scope=scope).get("content-length", "0")
    read = 0

    async def receive_limited() -> Message:
        nonlocal read
        if declared.isdigit() and int(declared) > MAX_BODY_BYTES:
            raise HTTPException(413, f"at most {MAX_BODY_BYTES} bytes")
        message = await receive()
        if message["type"] == "http.request":
            read += len(message.get("body", b""))
            if read > MAX_BODY_BYTES:
                raise HTTPException(413, f"at most {MAX_BODY_BYTES} bytes")
        return message

    return receive_limited
