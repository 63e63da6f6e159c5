"""Refusals to HTTP: one table from error code to status, one shape of body (RFC 9457).

Domain errors know nothing of HTTP; this is the only place that does. A test fails when a subclass
of `ModerationError` has no status here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from moderation.errors import BadRow, ModerationError

MEDIA_TYPE: Final = "application/problem+json"

STATUS: Final[Mapping[str, int]] = {
    "bad_row": 422,
    "policy_invalid": 500,
    "unknown_profile": 422,
    "weights_invalid": 500,
}
"""HTTP status by the stable code of each error class."""

CODES_BY_STATUS: Final[Mapping[int, str]] = {
    400: "bad_request",
    401: "not_signed_in",
    403: "not_permitted",
    404: "not_found",
    405: "method_not_allowed",
    413: "too_large",
    415: "unsupported_media_type",
    422: "malformed",
}


def problem(
    status: int, code: str, detail: str, *, extra: Mapping[str, object] | None = None
) -> JSONResponse:
    """Return one problem document."""
    body = {
        "type": "about:blank",
        "title": code.replace("_", " "),
        "status": status,
        "code": code,
        "detail": detail,
    }
    headers = {"WWW-Authenticate": "Bearer"} if status == 401 else None
    return JSONResponse({**body, **(extra or {})}, status, headers, MEDIA_TYPE)


def install(app: FastAPI) -> None:
    """Answer every refusal of the application with a problem document."""

    @app.exception_handler(ModerationError)
    async def _refusal(_: Request, error: ModerationError) -> JSONResponse:
        code = error.row_code if isinstance(error, BadRow) else error.code
        facts = {name: value for name, value in vars(error).items() if name in SHOWN}
        return problem(STATUS.get(error.code, 500), code, str(error), extra=facts)

    @app.exception_handler(RequestValidationError)
    async def _malformed(_: Request, error: RequestValidationError) -> JSONResponse:
        # Places and messages only: the input itself may be somebody's words.
        places = [{"at": ".".join(map(str, e["loc"])), "what": e["type"]} for e in error.errors()]
        return problem(422, "malformed", "the request does not fit its schema", extra={"errors": places})

    @app.exception_handler(HTTPException)
    async def _http(_: Request, error: HTTPException) -> JSONResponse:
        code = CODES_BY_STATUS.get(error.status_code, "http_error")
        return problem(error.status_code, code, str(error.detail))

    @app.exception_handler(Exception)
    async def _unexpected(_: Request, __: Exception) -> JSONResponse:
        return problem(500, "unexpected", "something broke here; nothing was changed")


SHOWN: Final = frozenset({"version", "revision", "holder", "case_id", "decision_id", "appeal_id", "item_id"})
"""Attributes of errors that the body repeats, so that a client need not parse prose."""
