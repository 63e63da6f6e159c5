"""What moderators do with a case short of deciding it: one endpoint a move, each answers the case."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends

from moderation.access import Capability
from moderation.api.asking import AtDesk, may
from moderation.api.parameters import Id
from moderation.api.schemas import cases as schemas
from moderation.decisions import Actor
from moderation.desk.views import CaseView

router = APIRouter(tags=["cases"], prefix="/v1/cases/{case_id}")

MayWork = Annotated[Actor, Depends(may(Capability.WORK_CASES))]


@router.post("/claim", operation_id="claimCase", response_model=schemas.Case)
def claim(case_id: Id, actor: MayWork, desk: AtDesk) -> CaseView:
    """Take a lease on this case."""
    return desk.cases.claim(case_id, by=actor)


@router.post("/renewal", operation_id="renewClaim", response_model=schemas.Case)
def renew(case_id: Id, actor: MayWork, desk: AtDesk) -> CaseView:
    """Prolong one's lease (heartbeat)."""
    return desk.cases.renew(case_id, by=actor)


@router.post("/release", operation_id="releaseCase", response_model=schemas.Case)
def release(case_id: Id, actor: MayWork, desk: AtDesk, body: schemas.Release | None = None) -> CaseView:
    """Give the case back, or skip it for a reason."""
    return desk.cases.release(case_id, by=actor, reason=(body or schemas.Release()).reason)


@router.post("/escalation", operation_id="escalateCase", response_model=schemas.Case)
def escalate(case_id: Id, body: schemas.Note, actor: MayWork, desk: AtDesk) -> CaseView:
    """Pass a claimed case to a senior moderator; stays there until decided."""
    return desk.cases.escalate(case_id, by=actor, note=body.text)


@router.post("/question", operation_id="askParty", response_model=schemas.Case)
def ask(case_id: Id, body: schemas.Question, actor: MayWork, desk: AtDesk) -> CaseView:
    """Put a question to a party; the case waits for the answer, until `until` at the latest."""
    return desk.cases.ask(case_id, by=actor, question=body.text, until=body.until)


@router.post("/answer", operation_id="answerQuestion", status_code=204)
def answer(
    case_id: Id,
    body: schemas.Note,
    actor: Annotated[Actor, Depends(may(Capability.ANSWER_CASES))],
    desk: AtDesk,
) -> None:
    """Record a party's answer; the case is back in its queue. A service may not read it, so 204."""
    desk.cases.answer(case_id, by=actor, text=body.text)


@router.post("/snooze", operation_id="snoozeCase", response_model=schemas.Case)
def snooze(case_id: Id, body: schemas.Snooze, actor: MayWork, desk: AtDesk) -> CaseView:
    """Put the case aside until a time."""
    return desk.cases.snooze(case_id, by=actor, until=body.until)


@router.post("/resumption", operation_id="resumeCase", response_model=schemas.Case)
def resume(case_id: Id, actor: MayWork, desk: AtDesk) -> CaseView:
    """Bring a snoozed or waiting case back now."""
    return desk.cases.resume(case_id, by=actor)


@router.post("/notes", operation_id="noteOnCase", response_model=schemas.Case)
def note(
    case_id: Id,
    body: schemas.Note,
    actor: Annotated[Actor, Depends(may(Capability.NOTE_CASES))],
    desk: AtDesk,
) -> CaseView:
    """Add an internal note."""
    return desk.cases.note(case_id, by=actor, text=body.text)


@router.post("/undo", operation_id="undoDecision", response_model=schemas.Case)
def undo(case_id: Id, actor: MayWork, desk: AtDesk) -> CaseView:
    """Take one's own decision back before it takes effect."""
    return desk.cases.undo(case_id, by=actor)
