"""How the server is: alive, ready, counted."""

from __future__ import annotations

from typing import Annotated, cast

from fastapi import APIRouter, Depends, Request, Response
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from moderation.access import Capability
from moderation.api.asking import AtDesk, may
from moderation.api.metrics import Metrics
from moderation.api.problems import problem
from moderation.api.schemas.status import Health
from moderation.decisions import Actor

router = APIRouter(tags=["status"])


@router.get("/healthz", operation_id="getHealth", response_model=Health)
def health() -> dict[str, str]:
    """Say that the process answers."""
    return {"status": "alive"}


@router.get("/readyz", operation_id="getReadiness", response_model=Health)
def readiness(request: Request, desk: AtDesk) -> dict[str, str] | Response:
    """Say whether models are loaded and the database answers with a current schema; 503 where not."""
    if not request.app.state.warm.is_set():
        return problem(503, "not_ready", "the models are being loaded")
    if not desk.ready():
        return problem(503, "not_ready", "the database does not answer, or its schema is old")
    return {"status": "ready"}


@router.get(
    "/metrics",
    operation_id="getMetrics",
    response_class=Response,
    responses={
        200: {"content": {"text/plain": {"schema": {"type": "string"}}}, "description": "Prometheus text"}
    },
)
def metrics(request: Request, _: Annotated[Actor, Depends(may(Capability.READ_METRICS))]) -> Response:
    """Read the counters, for Prometheus."""
    counted = cast("Metrics", request.app.state.metrics)
    return Response(generate_latest(counted.registry), media_type=CONTENT_TYPE_LATEST)
