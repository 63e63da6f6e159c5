"""Reports: file one, follow it by its reference number, take it back."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends

from moderation.access import Capability
from moderation.api.asking import AtDesk, may
from moderation.api.parameters import Cursor, Id, Limit
from moderation.api.schemas import reports as schemas
from moderation.cases.status import ReportStatus
from moderation.decisions import Actor
from moderation.desk.views import Page, ReportView
from moderation.policy import ReportReason

router = APIRouter(tags=["reports"])

MayFile = Annotated[Actor, Depends(may(Capability.FILE_REPORTS))]
MayRead = Annotated[Actor, Depends(may(Capability.READ_REPORTS))]


@router.get("/v1/report-reasons", operation_id="listReportReasons", response_model=schemas.ReportReasons)
def reasons(_: MayRead, desk: AtDesk) -> dict[str, tuple[ReportReason, ...]]:
    """List the reasons that a report can give."""
    return {"items": desk.reports.reasons()}


@router.post("/v1/reports", operation_id="fileReport", status_code=201, response_model=schemas.Report)
def file(body: schemas.NewReport, actor: MayFile, desk: AtDesk) -> ReportView:
    """Report an item; the answer carries the reference number. Repeated, it is kept as a duplicate."""
    return desk.reports.file(body.draft(), by=actor)


@router.get("/v1/reports", operation_id="listReports", response_model=schemas.ReportPage)
def listing(
    actor: MayRead, desk: AtDesk, status: ReportStatus | None = None, cursor: Cursor = None, limit: Limit = 50
) -> Page[ReportView]:
    """List one's own and one's shop's reports, or all for moderators, newest first."""
    return desk.reports.list(by=actor, status=status, cursor=cursor, limit=limit)


@router.get("/v1/reports/{report_id}", operation_id="getReport", response_model=schemas.Report)
def get(report_id: Id, actor: MayRead, desk: AtDesk) -> ReportView:
    """Read a report by its id or its reference number."""
    return desk.reports.get(report_id, by=actor)


@router.post(
    "/v1/reports/{report_id}/withdrawal", operation_id="withdrawReport", response_model=schemas.Report
)
def withdraw(report_id: Id, actor: MayFile, desk: AtDesk) -> ReportView:
    """Take a pending report back."""
    return desk.reports.withdraw(report_id, by=actor)
