"""Queues: how full they are, and which routes lead to them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Depends

from moderation.access import Capability
from moderation.api.asking import AtDesk, may
from moderation.api.schemas import queues as schemas
from moderation.cases.queue import Route
from moderation.decisions import Actor
from moderation.desk.views import QueueView

router = APIRouter(tags=["queues"])

MayRead = Annotated[Actor, Depends(may(Capability.READ_CASES))]
MaySet = Annotated[Actor, Depends(may(Capability.SET_ROUTES))]


@router.get("/v1/queues", operation_id="listQueues", response_model=schemas.Queues)
def listing(_: MayRead, desk: AtDesk) -> dict[str, tuple[QueueView, ...]]:
    """List the queues with their counts now."""
    return {"items": desk.queues.list()}


@router.get("/v1/routes", operation_id="listRoutes", response_model=schemas.Routes)
def routes(_: MayRead, desk: AtDesk) -> dict[str, tuple[Route, ...]]:
    """List the routes in their order."""
    return {"routes": desk.queues.routes()}


@router.put("/v1/routes", operation_id="setRoutes", response_model=schemas.Moves)
def set_routes(body: schemas.NewRoutes, actor: MaySet, desk: AtDesk) -> dict[str, list[dict[str, str]]]:
    """Replace the routes; answers the waiting cases that moved."""
    return _moves(desk.queues.set_routes(body.values(), by=actor))


@router.post("/v1/routes/preview", operation_id="previewRoutes", response_model=schemas.Moves)
def preview(body: schemas.NewRoutes, _: MaySet, desk: AtDesk) -> dict[str, list[dict[str, str]]]:
    """Show which waiting cases other routes would move; changes nothing."""
    return _moves(desk.queues.preview(body.values()))


def _moves(moved: Mapping[str, tuple[str, str]]) -> dict[str, list[dict[str, str]]]:
    return {
        "items": [
            {"case_id": case, "from_queue": here, "to_queue": there} for case, (here, there) in moved.items()
        ]
    }
