"""A shop's own appeals: the form that files one from its notice, the list, and how each stands."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from starlette.responses import HTMLResponse

from moderation.cases.steps import PENDING_APPEALS
from moderation.console.forms import Filled
from moderation.console.refusals import Answer, answer_to
from moderation.console.visit import Posted, Seller, Visit, seen
from moderation.desk.drafts import AppealDraft
from moderation.desk.refusals import NotFound
from moderation.desk.views import NoticeView
from moderation.errors import ModerationError

router = APIRouter(prefix="/shop")


@router.get("/notices/{notice_id}/appeal")
def appeal_form(notice_id: str, visit: Seller) -> Response:
    """Ask why the decision behind a notice is wrong."""
    return _page(visit, visit.desk.notices.get(notice_id, by=visit.actor))


@router.post("/notices/{notice_id}/appeal")
def file(notice_id: str, visit: Seller, form: Posted) -> Response:
    """Take in an appeal; a refusal keeps everything that was typed."""
    notice = visit.desk.notices.get(notice_id, by=visit.actor)
    if notice.decision_id is None:
        raise NotFound("decision of notice", notice_id)
    draft = AppealDraft(
        decision_id=notice.decision_id,
        statement=form.text("statement"),
        improvements=form.text("improvements") or None,
        evidence=_evidence(visit, form),
    )
    try:
        filed = visit.desk.appeals.file(draft, by=visit.actor)
    except ModerationError as refusal:
        return _page(visit, notice, form=form, refusal=answer_to(refusal))
    return seen(f"/shop/appeals/{filed.id}", "appealed")


@router.get("/appeals")
def appeals(request: Request, visit: Seller) -> Response:
    """List the shop's appeals, newest first."""
    found = visit.desk.appeals.list(by=visit.actor, cursor=request.query_params.get("after"), limit=50)
    return visit.page("shop_appeals.html", shop_id=visit.shop_id, appeals=found.items, onward=found.cursor)


@router.get("/appeals/{appeal_id}")
def appeal(appeal_id: str, visit: Seller) -> Response:
    """Show one appeal and where it stands."""
    found = visit.desk.appeals.get(appeal_id, by=visit.actor)
    notices = visit.desk.notices.list(by=visit.actor, item_id=found.item_id).items
    return visit.page(
        "shop_appeal_status.html",
        shop_id=visit.shop_id,
        appeal=found,
        notices=notices,
        withdrawable=found.status in PENDING_APPEALS,
    )


@router.post("/appeals/{appeal_id}/withdraw")
def withdraw(appeal_id: str, visit: Seller, _: Posted) -> Response:
    """Take an appeal back."""
    visit.desk.appeals.withdraw(appeal_id, by=visit.actor)
    return seen(f"/shop/appeals/{appeal_id}", "withdrawn")


def _evidence(visit: Visit, form: Filled) -> tuple[str, ...]:
    """Return the kinds of evidence that were ticked, and where it can be found, line by line."""
    kinds = visit.desk.room.catalogue.appeals.evidence
    return (*(kind for kind in kinds if kind in form.all("evidence")), *form.lines("references"))


def _page(
    visit: Visit, notice: NoticeView, *, form: Filled | None = None, refusal: Answer | None = None
) -> HTMLResponse:
    return visit.page(
        "shop_appeal.html",
        status=refusal.status if refusal else 200,
        shop_id=visit.shop_id,
        notice=notice,
        kinds=visit.desk.room.catalogue.appeals.evidence,
        typed=form or Filled({}),
        refusal=refusal,
    )
