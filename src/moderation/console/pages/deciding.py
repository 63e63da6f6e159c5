"""Deciding a case in the browser: preview, decide, and what is shown when the case has moved on."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Depends, Response
from starlette.responses import RedirectResponse

from moderation.access import Capability
from moderation.cases.status import Origin
from moderation.console.forms import Filled, Typed, masks
from moderation.console.pages.cases import case_page
from moderation.console.preview import preview
from moderation.console.refusals import answer_to
from moderation.console.visit import Posted, Visit, may, seen
from moderation.desk.drafts import DecisionDraft
from moderation.desk.views import CaseView
from moderation.errors import ModerationError

router = APIRouter(prefix="/cases/{case_id}")
Worker = Annotated[Visit, Depends(may(Capability.WORK_CASES))]


@router.post("/preview")
def previewed(case_id: str, visit: Worker, form: Posted) -> Response:
    """Show the case again with what the typed decision would do. Changes nothing."""
    view = visit.desk.cases.get(case_id, by=visit.actor)
    typed = Typed.of(form)
    try:
        room = visit.desk.room
        shown = preview(view, typed, room.catalogue, room.profile, visit.now)
        return case_page(visit, view, typed=typed, shown=shown)
    except ModerationError as refusal:
        answer = answer_to(refusal)
        return case_page(visit, view, typed=typed, refusal=answer, status=answer.status)


@router.post("/decide")
def decide(case_id: str, visit: Worker, form: Posted) -> Response:
    """Decide, then show the case, or the next one; a refusal keeps everything that was typed."""
    view = visit.desk.cases.get(case_id, by=visit.actor)
    typed = Typed.of(form)
    try:
        visit.desk.cases.decide(case_id, _draft(visit, view, typed, form), by=visit.actor)
    except ModerationError as refusal:
        answer = answer_to(refusal)
        fresh = visit.desk.cases.get(case_id, by=visit.actor)
        return case_page(visit, fresh, typed=typed, refusal=answer, status=answer.status)
    if not form.text("and_next"):
        return seen(f"/cases/{case_id}", "decided")
    following = visit.desk.cases.next(by=visit.actor)
    if following is None:
        return seen(f"/cases/{case_id}", "decided")

    if following.summary.origin is Origin.APPEAL and following.appeals:
        return RedirectResponse(f"/appeals/{following.appeals[0].id}?undo={case_id}", 303)
    return RedirectResponse(f"/cases/{following.summary.id}?undo={case_id}", 303)


def _draft(visit: Visit, view: CaseView, typed: Typed, form: Filled) -> DecisionDraft:
    return DecisionDraft(
        version=form.number("version"),
        revision=form.number("revision"),
        action=typed.required_action,
        clauses=typed.clauses,
        reason=typed.reason or None,
        redactions=masks(view.item.id, view.text, typed, view.assessment),
        report_outcomes=typed.outcomes,
        undo=timedelta(seconds=visit.desk.room.profile.clocks.undo_seconds),
    )
