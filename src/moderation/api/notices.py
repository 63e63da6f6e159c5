"""Notices: what each party was told, and why."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends

from moderation.access import Capability
from moderation.api.asking import AtDesk, may
from moderation.api.parameters import Cursor, Id, Limit, Narrow
from moderation.api.schemas import notices as schemas
from moderation.decisions import Actor
from moderation.desk.views import NoticeView, Page
from moderation.policy import Audience

router = APIRouter(tags=["notices"])

MayRead = Annotated[Actor, Depends(may(Capability.READ_NOTICES))]


@router.get("/v1/notices", operation_id="listNotices", response_model=schemas.NoticePage)
def listing(
    *,
    actor: MayRead,
    desk: AtDesk,
    audience: Audience | None = None,
    item_id: Narrow = None,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> Page[NoticeView]:
    """List statements of reasons, newest first: one's own and one's shop's, or all for staff and services."""
    return desk.notices.list(by=actor, audience=audience, item_id=item_id, cursor=cursor, limit=limit)


@router.get("/v1/notices/{notice_id}", operation_id="getNotice", response_model=schemas.Notice)
def get(notice_id: Id, actor: MayRead, desk: AtDesk) -> NoticeView:
    """Read one notice by its id or reference number."""
    return desk.notices.get(notice_id, by=actor)
