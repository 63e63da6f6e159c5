"""Decisions on the wire: what a person sends, and every ruling as it is read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from moderation.api.schemas.shape import In, Moment, Name, Out, Span, SpanIn, Words
from moderation.cases.status import DecisionOrigin, ReportStatus
from moderation.decisions import Action
from moderation.desk.drafts import DecisionDraft


class Decision(Out):
    """One ruling by a machine or a person; `reason` is null where it was erased or none was given."""

    id: str
    case_id: str | None
    item_id: str
    revision: int
    action: Action
    clauses: tuple[str, ...]
    reason: str | None
    redactions: tuple[Span, ...]
    origin: DecisionOrigin
    automated: bool
    decided_by: str
    decided_at: Moment
    executes_at: Moment
    undone_at: Moment | None
    supersedes_id: str | None
    appeal_until: Moment | None
    catalogue_version: str


class NewDecision(In):
    """What a person decides about a case.

    `version` and `revision` name what they had before their eyes; where the case has moved on, the answer
    is 409 `stale_case`. Restrictive actions need a clause and a reason. `redactions` empty on `redact`
    masks what was found for the clauses. `undo_seconds` is how long it may be taken back.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "version": 4,
                    "revision": 1,
                    "action": "redact",
                    "clauses": ["pii.phone"],
                    "reason": "The review shows a private telephone number.",
                }
            ]
        }
    )

    version: Annotated[int, Field(ge=0)]
    revision: Annotated[int, Field(ge=1)]
    action: Action
    clauses: Annotated[tuple[Name, ...], Field(max_length=62)] = ()
    reason: Words | None = None
    redactions: Annotated[tuple[SpanIn, ...], Field(max_length=1_000)] = ()
    report_outcomes: Mapping[str, Literal["upheld", "not_upheld", "invalid"]] = Field(default_factory=dict)
    undo_seconds: Annotated[int, Field(ge=0, le=86_400)] = 0

    def draft(self) -> DecisionDraft:
        """Return what the desk takes."""
        return DecisionDraft(
            version=self.version,
            revision=self.revision,
            action=self.action,
            clauses=self.clauses,
            reason=self.reason,
            redactions=tuple(span.value() for span in self.redactions),
            report_outcomes={name: ReportStatus(status) for name, status in self.report_outcomes.items()},
            undo=timedelta(seconds=self.undo_seconds),
        )
