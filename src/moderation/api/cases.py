"""Cases: find them and claim the next one."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response

from moderation.access import Capability
from moderation.api.asking import AtDesk, may
from moderation.api.parameters import Id, Limit, Narrow
from moderation.api.schemas import cases as schemas
from moderation.api.schemas import summaries
from moderation.cases.status import Status
from moderation.decisions import Actor, Lane
from moderation.desk.views import CaseSummary, CaseView, Page

router = APIRouter(tags=["cases"])

MayRead = Annotated[Actor, Depends(may(Capability.READ_CASES))]


@router.post(
    "/v1/cases/next",
    operation_id="claimNextCase",
    response_model=schemas.Case,
    responses={204: {"description": "Nothing waits that this person may decide"}},
)
def claim_next(
    actor: Annotated[Actor, Depends(may(Capability.WORK_CASES))],
    desk: AtDesk,
    body: schemas.Next | None = None,
) -> CaseView | Response:
    """Claim the most urgent case that nobody holds and that the caller may decide."""
    wanted = body or schemas.Next()
    return desk.cases.next(by=actor, queue=wanted.queue, lanes=wanted.lanes) or Response(status_code=204)


@router.get("/v1/cases", operation_id="listCases", response_model=summaries.CasePage)
def listing(
    *,
    actor: MayRead,
    desk: AtDesk,
    queue: Narrow = None,
    lane: Lane | None = None,
    status: Status | None = None,
    holder: Annotated[
        str | None, Query(max_length=200, description="`me`, or an actor such as moderator:ana")
    ] = None,
    item_id: Narrow = None,
    shop_id: Narrow = None,
    overdue: bool | None = None,
    cursor: Annotated[
        str | None, Query(pattern=r"^[0-9]{1,9}$", description="`cursor` of the page before")
    ] = None,
    limit: Limit = 50,
) -> Page[CaseSummary]:
    """List cases, most urgent first."""
    return desk.cases.list(
        by=actor,
        queue=queue,
        lane=lane,
        status=status,
        holder=str(actor) if holder == "me" else holder,
        item_id=item_id,
        shop_id=shop_id,
        overdue=overdue,
        cursor=cursor,
        limit=limit,
    )


@router.get("/v1/cases/{case_id}", operation_id="getCase", response_model=schemas.Case)
def get(case_id: Id, actor: MayRead, desk: AtDesk) -> CaseView:
    """Read a case with its file; `allowed` says what the caller may do now."""
    return desk.cases.get(case_id, by=actor)
