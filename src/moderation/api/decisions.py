"""Decisions: rule on a case; contest a ruling."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends

from moderation.access import Capability
from moderation.api.asking import AtDesk, may
from moderation.api.parameters import Id
from moderation.api.schemas import appeals, decisions
from moderation.decisions import Actor
from moderation.desk.views import AppealView, DecisionView

router = APIRouter(tags=["decisions"])


@router.post(
    "/v1/cases/{case_id}/decisions",
    operation_id="decideCase",
    status_code=201,
    response_model=decisions.Decision,
)
def decide(
    case_id: Id,
    body: decisions.NewDecision,
    actor: Annotated[Actor, Depends(may(Capability.WORK_CASES))],
    desk: AtDesk,
) -> DecisionView:
    """Rule on a case at the version and revision that one saw; claims an unheld case first."""
    return desk.cases.decide(case_id, body.draft(), by=actor)


@router.post(
    "/v1/decisions/{decision_id}/appeals",
    operation_id="fileAppeal",
    status_code=201,
    response_model=appeals.Appeal,
)
def appeal(
    decision_id: Id,
    body: appeals.NewAppeal,
    actor: Annotated[Actor, Depends(may(Capability.FILE_APPEALS))],
    desk: AtDesk,
) -> AppealView:
    """Contest a decision, as the author, the shop or the reporter that it went against."""
    return desk.appeals.file(body.draft(decision_id), by=actor)
