"""The OpenAPI document: what FastAPI derives, with problem responses, capabilities and idempotency keys."""

from __future__ import annotations

from typing import Any, Final

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute

from moderation.api import ROUTERS
from moderation.api.asking import capability_of
from moderation.api.problems import MEDIA_TYPE
from moderation.api.replaying import UNKEPT
from moderation.api.rows import COMPONENTS
from moderation.api.schemas.status import Problem

Document = dict[str, Any]

DESCRIPTION: Final = """
Moderation of marketplace reviews: assess texts, take in items, work cases, tell parties, hear appeals.

* Every refusal is a problem document with a stable `code`.
* Listings answer `items` and a `cursor` for the next page, null on the last.
* `Idempotency-Key` on a POST: the same request again within a day gets the same answer.
* `On-Behalf-Of: author:ID` or `seller:SHOP` lets a `service` key speak for one of its users.
"""
TAGS: Final = {
    "assess": "Assess texts without storing them",
    "items": "Reviews, replies, messages, transcripts, inserts, listings",
    "orders": "Purchases, deliveries, refunds",
    "shops": "Shops, products, shop health",
    "reports": "What people point at",
    "cases": "What moderators work on",
    "decisions": "Rulings, and contesting them",
    "appeals": "Second readings by somebody else, blind first",
    "notices": "Statements of reasons",
    "queues": "Where cases wait",
    "status": "Health, readiness, metrics",
}
PROBLEM: Final = {
    "description": "Refused",
    "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
}
_KEY: Final = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "description": "The same key with the same request gets the same answer for 24 hours; with another, 409.",
    "schema": {"type": "string", "minLength": 1, "maxLength": 200},
}
_OPEN: Final = frozenset({"/healthz", "/readyz"})


def install(app: FastAPI, *, version: str) -> None:
    """Let the application answer our document at `/openapi.json`; it is built once."""
    kept: list[Document] = []

    def document() -> Document:
        if not kept:
            kept.append(build(app, version=version))
        return kept[0]

    app.openapi = document  # type: ignore[method-assign]  # FastAPI's documented way


def build(app: FastAPI, *, version: str) -> Document:
    """Return the document of the API; console pages are not part of it."""
    document: Document = get_openapi(
        title="Review moderation",
        version=version,
        description=DESCRIPTION,
        routes=app.routes,
        tags=[{"name": name, "description": text} for name, text in TAGS.items()],
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        servers=[{"url": "/"}],
    )
    schemas = document["components"]["schemas"]
    schemas |= COMPONENTS
    schemas["Problem"] = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    for path, method, route in operations():
        _complete(document["paths"][path][method], path, method, route)
    return document


def operations() -> list[tuple[str, str, APIRoute]]:
    """Return every operation of the API: path, method in lower case, route."""
    return [
        (route.path, method.lower(), route)
        for router in ROUTERS
        for route in router.routes
        if isinstance(route, APIRoute)
        for method in sorted(route.methods or ())
    ]


def _complete(operation: Document, path: str, method: str, route: APIRoute) -> None:
    responses = operation["responses"]
    responses.pop("422", None)
    if path in _OPEN:
        responses |= {"503": PROBLEM} if path == "/readyz" else {}
        return
    responses |= dict.fromkeys(("401", "403"), PROBLEM)
    if path != "/metrics":
        responses |= dict.fromkeys(
            ("404", "409", "413", "422") if method != "get" else ("404", "422"), PROBLEM
        )
    responses["default"] = PROBLEM
    operation["x-capability"] = next(
        str(found)
        for dependency in route.dependant.dependencies
        if dependency.call is not None and (found := capability_of(dependency.call)) is not None
    )
    if method == "post" and path not in UNKEPT:
        operation.setdefault("parameters", []).append(_KEY)
