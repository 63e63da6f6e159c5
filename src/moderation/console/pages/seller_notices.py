"""What a shop was told: its notices, each with its full statement of reasons."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from moderation.console.visit import Seller

router = APIRouter(prefix="/shop/notices")


@router.get("")
def notices(request: Request, visit: Seller) -> Response:
    """List the shop's notices, newest first."""
    after = request.query_params.get("after")
    found = visit.desk.notices.list(by=visit.actor, cursor=after, limit=25)
    return visit.page(
        "shop_notices.html",
        shop_id=visit.shop_id,
        notices=found.items,
        onward=found.cursor,
        paged=bool(after),
    )


@router.get("/{notice_id}")
def notice(notice_id: str, visit: Seller) -> Response:
    """Show one notice: what was done, under which clause, on what facts, and how to contest it."""
    found = visit.desk.notices.get(notice_id, by=visit.actor)
    contestable = found.decision_id is not None and found.contest_until is not None
    appealed = [
        a
        for a in visit.desk.appeals.list(by=visit.actor, limit=200).items
        if a.decision_id == found.decision_id
    ]
    return visit.page(
        "shop_notice.html",
        shop_id=visit.shop_id,
        notice=found,
        open=contestable and found.contest_until is not None and found.contest_until > visit.now,
        appealed=appealed,
    )
