"""Refusals to HTTP: one table from error code to status, one shape of body (RFC 9457).

Domain errors know nothing of HTTP; this is the only place that does. A test fails when a subclass
of `ModerationError` has no status here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import takewhile
from typing import Any, Final, TypeAlias

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from moderation.api.json import Json
from moderation.errors import BadRow, ModerationError

MEDIA_TYPE: Final = "application/problem+json"

_BY_STATUS: Final[Mapping[int, tuple[str, ...]]] = {
    401: ("not_signed_in", "wrong_sign_in"),
    403: (
        "appeal_not_open",
        "foreign_party",
        "form_expired",
        "local_only",
        "not_permitted",
        "not_yours",
        "same_moderator",
    ),
    404: ("not_found",),
    409: (
        "already_appealed",
        "appeal_too_late",
        "before_delivery",
        "case_held",
        "idempotency_key_reused",
        "illegal_move",
        "illegal_step",
        "item_conflict",
        "item_withdrawn",
        "limit_reached",
        "no_purchase",
        "not_claimed",
        "pending_appeal",
        "provisional_missing",
        "report_too_late",
        "request_under_way",
        "review_window_closed",
        "second_review",
        "stale_case",
        "undo_too_late",
        "wrong_lane",
        "write_clash",
        "wrong_target",
    ),
    422: (
        "acknowledgement_missing",
        "bad_cursor",
        "bad_row",
        "clause_missing",
        "form_incomplete",
        "nothing_to_redact",
        "password_too_short",
        "quote_not_found",
        "rating_missing",
        "reason_missing",
        "span_outside_text",
        "unknown_clause",
        "unknown_profile",
        "unknown_queue",
        "unknown_reason",
        "verdict_contradicts",
    ),
    429: ("too_many_attempts",),
    500: (
        "engine_unavailable",
        "lexicon_invalid",
        "moderation_error",
        "policy_invalid",
        "recognizers_invalid",
        "span_outside",
        "unknown_entity",
        "unreadable_input",
        "weights_invalid",
    ),
    503: ("not_ready",),
}
"""409: the request is well-formed, and what it names does not allow it now. 422: the body itself is wrong."""

STATUS: Final[Mapping[str, int]] = {code: status for status, codes in _BY_STATUS.items() for code in codes}
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
    headers = {"WWW-Authenticate": "Bearer"} if status == 401 else {}
    if extra and "retry_after" in extra:
        headers["Retry-After"] = str(extra["retry_after"])
    return Json({**body, **(extra or {})}, status, headers, MEDIA_TYPE)


def answer(error: Exception) -> JSONResponse:
    """Return the problem document of whatever was raised; unforeseen errors give away nothing."""
    match error:
        case ModerationError():
            code = error.row_code if isinstance(error, BadRow) else error.code
            facts = {
                name: value for name, value in vars(error).items() if name in SHOWN and value is not None
            }
            return problem(STATUS.get(error.code, 500), code, str(error), extra=facts)
        case RequestValidationError():
            # Places and kinds only: the input itself may be somebody's words.
            places = [{"at": ".".join(map(str, _known(e))), "what": e["type"]} for e in error.errors()]
            return problem(422, "malformed", "the request does not fit its schema", extra={"errors": places})
        case HTTPException():
            code = CODES_BY_STATUS.get(error.status_code, "http_error")
            return problem(error.status_code, code, str(error.detail))
        case _:
            return problem(500, "unexpected", "something broke here; nothing was changed")


Page: TypeAlias = Callable[[Request, Exception], Response | None]
"""Answers an error on a page for people; None where the request was a program's."""


def install(app: FastAPI, *, page: Page | None = None) -> None:
    """Answer every refusal of the application, with a problem document unless `page` has its own answer."""

    async def refused(request: Request, error: Exception) -> Response:
        # An address that does not exist is nobody's: a page only for whoever asks for one.
        known = "route" in request.scope or "text/html" in request.headers.get("accept", "")
        return (page(request, error) if page is not None and known else None) or answer(error)

    for kind in (ModerationError, RequestValidationError, HTTPException):
        app.add_exception_handler(kind, refused)


def _known(error: Mapping[str, Any]) -> Sequence[str | int]:
    """Return where a body is wrong, as far as the names on the way are ours and not the client's."""
    place: Sequence[str | int] = error["loc"]
    if error["type"] == "extra_forbidden":
        place = place[:-1]
    return tuple(takewhile(lambda step: isinstance(step, int) or _FIELD.fullmatch(step), place))


SHOWN: Final = frozenset(
    {"version", "revision", "case_id", "decision_id", "appeal_id", "item_id", "retry_after", "holder"}
)
"""Attributes of errors that the body repeats, so that a client need not parse prose."""

_FIELD: Final = re.compile(r"[a-z][a-z_]{0,40}")
