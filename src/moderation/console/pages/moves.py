"""What moderators do with a case beside deciding it: one form for each move, then back to a page."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Response

from moderation.access import Capability
from moderation.cases.status import ReleaseReason
from moderation.console.refusals import FormIncomplete
from moderation.console.visit import Posted, Visit, may, seen

router = APIRouter(prefix="/cases/{case_id}")
Worker = Annotated[Visit, Depends(may(Capability.WORK_CASES))]
Noter = Annotated[Visit, Depends(may(Capability.NOTE_CASES))]

ASIDE: Final = {
    "1h": timedelta(hours=1),
    "4h": timedelta(hours=4),
    "1d": timedelta(days=1),
    "3d": timedelta(days=3),
}
"""How long a case can be put aside, by the value in the form."""


@router.post("/claim")
def claim(case_id: str, visit: Worker, _: Posted) -> Response:
    """Take a lease."""
    visit.desk.cases.claim(case_id, by=visit.actor)
    return seen(f"/cases/{case_id}", "claimed")


@router.post("/renew")
def renew(case_id: str, visit: Worker, _: Posted) -> Response:
    """Prolong the lease."""
    visit.desk.cases.renew(case_id, by=visit.actor)
    return seen(f"/cases/{case_id}", "renewed")


@router.post("/release")
def release(case_id: str, visit: Worker, form: Posted) -> Response:
    """Give the case back or skip it, with a reason."""
    reason = form.choice("why", ReleaseReason) if form.text("why") else ReleaseReason.GIVEN_BACK
    visit.desk.cases.release(case_id, by=visit.actor, reason=reason)
    return seen("/queues", "released")


@router.post("/escalate")
def escalate(case_id: str, visit: Worker, form: Posted) -> Response:
    """Pass the case on to a senior moderator."""
    visit.desk.cases.escalate(case_id, by=visit.actor, note=form.text("note"))
    return seen("/queues", "escalated")


@router.post("/ask")
def ask(case_id: str, visit: Worker, form: Posted) -> Response:
    """Put a question to a party."""
    visit.desk.cases.ask(case_id, by=visit.actor, question=form.text("question"))
    return seen(f"/cases/{case_id}", "asked")


@router.post("/answer")
def answer(case_id: str, visit: Worker, form: Posted) -> Response:
    """Record the answer that came another way."""
    visit.desk.cases.answer(case_id, by=visit.actor, text=form.text("answer"))
    return seen(f"/cases/{case_id}", "answered")


@router.post("/snooze")
def snooze(case_id: str, visit: Worker, form: Posted) -> Response:
    """Put the case aside."""
    length = ASIDE.get(form.text("aside"))
    if length is None:
        raise FormIncomplete("aside")
    visit.desk.cases.snooze(case_id, by=visit.actor, until=visit.now + length)
    return seen("/queues", "snoozed")


@router.post("/resume")
def resume(case_id: str, visit: Worker, _: Posted) -> Response:
    """Bring the case back now."""
    visit.desk.cases.resume(case_id, by=visit.actor)
    return seen(f"/cases/{case_id}", "resumed")


@router.post("/note")
def note(case_id: str, visit: Noter, form: Posted) -> Response:
    """Add an internal note."""
    visit.desk.cases.note(case_id, by=visit.actor, text=form.text("note"))
    return seen(f"/cases/{case_id}", "noted")


@router.post("/undo")
def undo(case_id: str, visit: Worker, _: Posted) -> Response:
    """Take back one's own decision."""
    visit.desk.cases.undo(case_id, by=visit.actor)
    return seen(f"/cases/{case_id}", "undone")
