"""A shop's own reports: the list, and how each one stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from fastapi import APIRouter, Request, Response

from moderation.cases.status import ReportStatus
from moderation.cases.steps import PENDING_REPORTS
from moderation.console.visit import Posted, Seller, seen
from moderation.console.words import REPORT_STATUS
from moderation.desk.views import ReportView

router = APIRouter(prefix="/shop/reports")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One line of a status timeline; `at` None is not reached, or has no time of its own."""

    title: str
    means: str
    at: datetime | None
    reached: bool


@router.get("")
def reports(request: Request, visit: Seller) -> Response:
    """List the shop's reports, newest first."""
    found = visit.desk.reports.list(by=visit.actor, cursor=request.query_params.get("after"), limit=50)
    return visit.page(
        "shop_reports.html",
        shop_id=visit.shop_id,
        reports=found.items,
        onward=found.cursor,
        reasons=visit.desk.room.catalogue.report_reasons,
    )


@router.get("/{report_id}")
def report(report_id: str, visit: Seller) -> Response:
    """Show one report with its reference and where it stands."""
    found = visit.desk.reports.get(report_id, by=visit.actor)
    notices = visit.desk.notices.list(by=visit.actor, item_id=found.item_id).items
    return visit.page(
        "shop_report_status.html",
        report=found,
        item=visit.desk.items.public(found.item_id),
        reason=visit.desk.room.catalogue.report_reasons.get(found.reason),
        stages=stages(found),
        notices=notices,
        withdrawable=found.status in PENDING_REPORTS and found.reporter == str(visit.actor),
    )


@router.post("/{report_id}/withdraw")
def withdraw(report_id: str, visit: Seller, _: Posted) -> Response:
    """Take a report back."""
    visit.desk.reports.withdraw(report_id, by=visit.actor)
    return seen(f"/shop/reports/{report_id}", "withdrawn")


def stages(report: ReportView) -> tuple[Stage, ...]:
    """Return how far a report has come, in plain words."""
    settled = report.status not in PENDING_REPORTS
    here, means = REPORT_STATUS[report.status]
    arrived, wait = REPORT_STATUS[ReportStatus.RECEIVED]
    last = Stage(title=here, means=means, at=report.settled_at, reached=True)
    if report.status is ReportStatus.RECEIVED or settled:
        middle: tuple[Stage, ...] = ()
    else:
        middle = (last,)
    end = (
        last
        if settled
        else Stage(title="Answer", means="You will find it under Notices.", at=None, reached=False)
    )
    first = Stage(
        title=arrived, means=wait if not settled else "It reached us.", at=report.filed_at, reached=True
    )
    return (first, *middle, end)
