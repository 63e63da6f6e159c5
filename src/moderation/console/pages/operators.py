"""What an operator looks at: counts, versions, and how the shops stand."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Response

from moderation.access import Capability
from moderation.cases.refusals import NotPermitted
from moderation.console.visit import Visit, may
from moderation.decisions import ActorKind
from moderation.features.weights import read_manifest
from moderation.scan import ScanOptions, judge_for

router = APIRouter()


def _operating(visit: Annotated[Visit, Depends(may(Capability.READ_METRICS))]) -> Visit:
    if visit.actor.kind is not ActorKind.OPERATOR:
        raise NotPermitted("see the overview", kind=visit.actor.kind)
    return visit


Operator = Annotated[Visit, Depends(_operating)]


@router.get("/overview")
def overview(visit: Operator) -> Response:
    """Show what waits, and what is running."""
    room = visit.desk.room
    queues = visit.desk.queues.list()
    running = ScanOptions(profile=room.profile.name, recognizers=visit.request.app.state.recognizers)
    return visit.page(
        "overview.html",
        queues=queues,
        pending=sum(q.pending for q in queues),
        overdue=sum(q.overdue for q in queues),
        held=sum(q.held for q in queues),
        shops=visit.desk.shops.list(),
        profile=room.profile,
        detectors=judge_for(running).scope.detectors,
        models=read_manifest(),
        people=visit.desk.people.list(),
        ready=visit.desk.ready(),
    )


@router.get("/shops")
def shops(visit: Operator) -> Response:
    """Show every shop's negative review rate with its counts."""
    rows = [(shop, visit.desk.shops.health(shop.id)) for shop in visit.desk.shops.list()]
    return visit.page("shops.html", rows=rows, rate=visit.desk.room.profile.rates[0])
