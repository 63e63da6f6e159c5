"""The page of one case: what was said, why it is here, what can be done, and what has happened."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from starlette.responses import HTMLResponse, RedirectResponse

from moderation.access import Capability
from moderation.cases.status import Move, Origin, ReleaseReason
from moderation.console.forms import Typed
from moderation.console.preview import Preview
from moderation.console.reading import hold, pending, read
from moderation.console.refusals import Answer
from moderation.console.visit import Visit, may
from moderation.decisions import About, Action
from moderation.desk.views import CaseView
from moderation.text import redact

router = APIRouter()


@router.get("/cases/{case_id}")
def case(
    case_id: str, request: Request, visit: Annotated[Visit, Depends(may(Capability.READ_CASES))]
) -> Response:
    """Show a case; one in the appeals lane is read on the page of its appeal."""
    view = visit.desk.cases.get(case_id, by=visit.actor)
    if view.summary.origin is Origin.APPEAL and view.appeals:
        return RedirectResponse(f"/appeals/{view.appeals[0].id}", 303)
    previous = undoable(visit, request.query_params.get("undo"))
    return case_page(visit, view, previous=previous, masked="masked" in request.query_params)


def case_page(
    visit: Visit,
    view: CaseView,
    *,
    typed: Typed | None = None,
    shown: Preview | None = None,
    refusal: Answer | None = None,
    previous: CaseView | None = None,
    masked: bool = False,
    status: int = 200,
) -> HTMLResponse:
    """Return the page of a case, with what somebody had typed into its form.

    `previous` is the case decided just before, while its decision can still be undone.
    """
    room = visit.desk.room
    reading = read(view, room.catalogue, room.profile)
    blind = not view.decisions and any(a.settled_at is None for a in view.appeals)
    standing = [d for d in view.decisions if d.undone_at is None]
    decided = [d for d in standing if d.case_id == view.summary.id and not d.automated]
    last = standing[-1] if standing else None
    return visit.page(
        "case.html",
        status=status,
        view=view,
        case=view.summary,
        item=view.item,
        file=visit.desk.items.file(view.item.id, by=visit.actor),
        reading=reading,
        typed=typed or _suggested(view, tuple(c.clause.id for c in reading.choices if c.ticked)),
        resumed=typed is not None,
        shown=shown,
        refusal=refusal,
        previous=previous,
        masked=_masked(view) if masked else None,
        actions=(Action.ALLOW,) if view.summary.about is About.SHOP else tuple(Action),
        about_shop=view.summary.about is About.SHOP,
        pending=pending(view.reports),
        decision=decided[-1] if decided else None,
        machine=last if last is not None and last.automated else None,
        blind=blind,
        notices=() if blind else visit.desk.notices.list(by=visit.actor, item_id=view.item.id).items,
        total=sum(view.parts.values()),
        hold=hold(view, visit.now, room.terms.lease),
        mine=view.summary.holder == str(visit.actor),
        moves=view.allowed,
        Move=Move,
        releases=tuple(r for r in ReleaseReason if r is not ReleaseReason.EXPIRED),
        undo_seconds=room.profile.clocks.undo_seconds,
    )


def _suggested(view: CaseView, clauses: tuple[str, ...]) -> Typed:
    """Return a form as it is drawn first: clauses ticked, the action left to the person."""
    return Typed(action=Action.ALLOW if view.summary.about is About.SHOP else None, clauses=clauses)


def _masked(view: CaseView) -> str:
    found = view.assessment.findings if view.assessment else ()
    masks = [
        (f.span, f"[{f.label.partition('.')[2].replace('_', ' ')}]") for f in found if f.span is not None
    ]
    return redact(view.text or "", masks)


def undoable(visit: Visit, case_id: str | None) -> CaseView | None:
    """Return the case decided just before, while its decision can still be taken back."""
    if case_id is None:
        return None
    view = visit.desk.cases.get(case_id, by=visit.actor)
    return view if Move.UNDO in view.allowed else None
