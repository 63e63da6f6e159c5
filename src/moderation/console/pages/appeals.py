"""Appeals: their queue, the blind reading, and the final verdict beside the first decision."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from starlette.responses import HTMLResponse

from moderation.access import Capability
from moderation.cases.status import Move, Verdict
from moderation.cases.steps import PENDING_APPEALS
from moderation.console.forms import Typed, masks
from moderation.console.pages.cases import undoable
from moderation.console.reading import hold, read
from moderation.console.refusals import Answer, answer_to
from moderation.console.visit import Posted, Visit, may, seen
from moderation.decisions import About, Action, Lane
from moderation.desk.drafts import ReadingDraft, VerdictDraft
from moderation.desk.views import AppealView
from moderation.errors import ModerationError

router = APIRouter()
Reader = Annotated[Visit, Depends(may(Capability.READ_CASES))]
JudgeOfAppeals = Annotated[Visit, Depends(may(Capability.JUDGE_APPEALS))]


@router.get("/appeals")
def appeals(request: Request, visit: Reader) -> Response:
    """List appeals, those that wait first."""
    found = visit.desk.appeals.list(by=visit.actor, cursor=request.query_params.get("after"), limit=100)
    queue = next((q for q in visit.desk.queues.list() if q.lane is Lane.APPEALS), None)
    waiting = [a for a in found.items if a.status in PENDING_APPEALS]
    return visit.page(
        "appeals.html",
        waiting=sorted(waiting, key=lambda a: a.deadline_at),
        settled=[a for a in found.items if a.status not in PENDING_APPEALS],
        queue=queue,
        onward=found.cursor,
        judges=Capability.JUDGE_APPEALS,
    )


@router.get("/appeals/{appeal_id}")
def appeal(appeal_id: str, request: Request, visit: Reader) -> Response:
    """Show an appeal: without the first decision until the reader has given a verdict of their own."""
    return _page(visit, appeal_id, previous=request.query_params.get("undo"))


@router.post("/appeals/{appeal_id}/reading")
def reading(appeal_id: str, visit: JudgeOfAppeals, form: Posted) -> Response:
    """Record the blind verdict."""
    typed = Typed.of(form)
    try:
        draft = ReadingDraft(action=typed.required_action, clauses=typed.clauses, note=typed.reason or None)
        visit.desk.appeals.provisional(appeal_id, draft, by=visit.actor)
    except ModerationError as refusal:
        return _page(visit, appeal_id, typed=typed, refusal=answer_to(refusal))
    return seen(f"/appeals/{appeal_id}", "read")


@router.post("/appeals/{appeal_id}/verdict")
def verdict(appeal_id: str, visit: JudgeOfAppeals, form: Posted) -> Response:
    """Give the final verdict; a refusal keeps everything that was typed."""
    typed = Typed.of(form)
    given = form.text("verdict")
    try:
        contested = visit.desk.appeals.get(appeal_id, by=visit.actor)
        view = visit.desk.cases.get(contested.case_id, by=visit.actor)
        draft = VerdictDraft(
            verdict=form.choice("verdict", Verdict),
            reason=typed.reason,
            action=typed.action,
            clauses=typed.clauses,
            redactions=masks(view.item.id, view.text, typed, view.assessment),
        )
        visit.desk.appeals.final(appeal_id, draft, by=visit.actor)
    except ModerationError as refusal:
        return _page(visit, appeal_id, typed=typed, verdict=given, refusal=answer_to(refusal))
    return seen(f"/appeals/{appeal_id}", "ruled")


def _page(
    visit: Visit,
    appeal_id: str,
    *,
    typed: Typed | None = None,
    verdict: str = "",
    refusal: Answer | None = None,
    previous: str | None = None,
) -> HTMLResponse:
    contested = visit.desk.appeals.get(appeal_id, by=visit.actor)
    view = visit.desk.cases.get(contested.case_id, by=visit.actor)
    room = visit.desk.room
    drawn = read(view, room.catalogue, room.profile)
    return visit.page(
        "appeal.html",
        status=refusal.status if refusal else 200,
        appeal=contested,
        view=view,
        case=view.summary,
        item=view.item,
        reading=drawn,
        phase=_phase(visit, contested),
        may_decide=Move.DECIDE in view.allowed,
        typed=typed or _first_choice(contested),
        verdict=verdict,
        verdicts=Verdict,
        refusal=refusal,
        actions=(Action.ALLOW,) if view.summary.about is About.SHOP else tuple(Action),
        about_shop=view.summary.about is About.SHOP,
        previous=undoable(visit, previous),
        hold=hold(view, visit.now, room.terms.lease),
        mine=view.summary.holder == str(visit.actor),
        moves=view.allowed,
        Move=Move,
        notices=visit.desk.notices.list(by=visit.actor, item_id=view.item.id).items
        if contested.settled_at is not None
        else (),
    )


def _phase(visit: Visit, contested: AppealView) -> str:
    if contested.settled_at is not None:
        return "settled"
    reader = contested.provisional is not None and contested.handled_by == str(visit.actor)
    return "compare" if reader else "blind"


def _first_choice(contested: AppealView) -> Typed:
    """Return the reader's own verdict as the starting point of the final one."""
    own = contested.provisional
    return Typed() if own is None else Typed(action=own.action, clauses=own.clauses)
