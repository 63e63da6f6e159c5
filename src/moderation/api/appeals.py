"""Appeals: follow them, take them back, and read them blind before giving a verdict."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Body, Depends

from moderation.access import Capability
from moderation.api.asking import AtDesk, may
from moderation.api.parameters import Cursor, Id, Limit
from moderation.api.schemas import appeals as schemas
from moderation.cases.status import AppealStatus
from moderation.decisions import Actor
from moderation.desk.views import AppealView, Page

router = APIRouter(tags=["appeals"])

MayRead = Annotated[Actor, Depends(may(Capability.READ_APPEALS))]


@router.get("/v1/appeals", operation_id="listAppeals", response_model=schemas.AppealPage)
def listing(
    actor: MayRead, desk: AtDesk, status: AppealStatus | None = None, cursor: Cursor = None, limit: Limit = 50
) -> Page[AppealView]:
    """List one's own and one's shop's appeals, or all for moderators, newest first."""
    return desk.appeals.list(by=actor, status=status, cursor=cursor, limit=limit)


@router.get("/v1/appeals/{appeal_id}", operation_id="getAppeal", response_model=schemas.Appeal)
def get(appeal_id: Id, actor: MayRead, desk: AtDesk) -> AppealView:
    """Read an appeal; the first decision is hidden from whoever still has to read it blind."""
    return desk.appeals.get(appeal_id, by=actor)


@router.post(
    "/v1/appeals/{appeal_id}/withdrawal", operation_id="withdrawAppeal", response_model=schemas.Appeal
)
def withdraw(
    appeal_id: Id, actor: Annotated[Actor, Depends(may(Capability.FILE_APPEALS))], desk: AtDesk
) -> AppealView:
    """Take a pending appeal back; the first decision stands."""
    return desk.appeals.withdraw(appeal_id, by=actor)


@router.post(
    "/v1/appeals/{appeal_id}/verdicts",
    operation_id="judgeAppeal",
    status_code=201,
    response_model=schemas.Appeal,
)
def judge(
    appeal_id: Id,
    body: Annotated[schemas.ProvisionalVerdict | schemas.FinalVerdict, Body(discriminator="stage")],
    actor: Annotated[Actor, Depends(may(Capability.JUDGE_APPEALS))],
    desk: AtDesk,
) -> AppealView:
    """Give a verdict: first `provisional`, blind; then, with the first decision shown, `final`."""
    if isinstance(body, schemas.ProvisionalVerdict):
        return desk.appeals.provisional(appeal_id, body.draft(), by=actor)
    return desk.appeals.final(appeal_id, body.draft(), by=actor)
