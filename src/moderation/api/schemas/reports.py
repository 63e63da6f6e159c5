"""Reports on the wire."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import ConfigDict

from moderation.api.schemas.shape import In, Moment, Name, Out, Span, SpanIn, Words
from moderation.cases.status import ReportStatus
from moderation.desk.drafts import ReportDraft


class Report(Out):
    """One report by a person; `reference` is the number that the reporter was given."""

    id: str
    reference: str
    item_id: str
    revision: int
    case_id: str | None
    reporter: str
    reason: str
    span: Span | None
    comment: str | None
    status: ReportStatus
    duplicate_of: str | None
    decision_id: str | None
    filed_at: Moment
    settled_at: Moment | None


class ReportPage(Out):
    """One page of reports; `cursor` is null on the last."""

    items: tuple[Report, ...]
    cursor: str | None


class NewReport(In):
    """A report on an item. `reason` is an id of `GET /v1/report-reasons`.

    `acknowledged` says that the reporter states good faith and knows what misuse leads to.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"item_id": "review-1", "reason": "personal_information", "acknowledged": True}]
        }
    )

    item_id: Name
    reason: Name
    acknowledged: bool
    span: SpanIn | None = None
    comment: Words | None = None

    def draft(self) -> ReportDraft:
        """Return what the desk takes."""
        return ReportDraft(
            item_id=self.item_id,
            reason=self.reason,
            acknowledged=self.acknowledged,
            span=None if self.span is None else self.span.value(),
            comment=self.comment,
        )


class ReportReason(Out):
    """A reason for reporting; `title` by language, with `en` at least."""

    id: str
    title: Mapping[str, str]
    clauses: tuple[str, ...]


class ReportReasons(Out):
    """Every reason for reporting."""

    items: tuple[ReportReason, ...]
