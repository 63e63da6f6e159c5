"""Appeals on the wire: the appellant's words, the two verdicts of a reader, an appeal as it is read."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from moderation.api.schemas.decisions import Decision
from moderation.api.schemas.shape import In, Moment, Name, Out, SpanIn, Words
from moderation.cases.status import AppealStatus, Standing, Verdict
from moderation.decisions import Action
from moderation.desk.drafts import AppealDraft, ReadingDraft, VerdictDraft


class Reading(Out):
    """A reader's own view, given before the first decision is shown."""

    by: str
    at: Moment
    action: Action
    clauses: tuple[str, ...]
    note: str | None


class Appeal(Out):
    """One appeal. `decision` is null for a reader who has not yet given a provisional verdict."""

    id: str
    reference: str
    decision_id: str
    item_id: str
    case_id: str
    first_case_id: str | None
    appellant: str
    standing: Standing
    statement: str | None
    improvements: str | None
    evidence: tuple[str, ...]
    status: AppealStatus
    outcome: Verdict | None
    filed_at: Moment
    deadline_at: Moment
    handled_by: str | None
    provisional: Reading | None
    decision: Decision | None
    outcome_decision: Decision | None
    settled_at: Moment | None


class AppealPage(Out):
    """One page of appeals; `cursor` is null on the last."""

    items: tuple[Appeal, ...]
    cursor: str | None


class NewAppeal(In):
    """Why a decision is contested, what was improved since, and references to evidence."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"statement": "The number in my review is the shop's own hotline."}]}
    )

    statement: Words
    improvements: Words | None = None
    evidence: Annotated[tuple[Words, ...], Field(max_length=20)] = ()

    def draft(self, decision_id: str) -> AppealDraft:
        """Return what the desk takes."""
        return AppealDraft(
            decision_id=decision_id,
            statement=self.statement,
            improvements=self.improvements,
            evidence=self.evidence,
        )


class ProvisionalVerdict(In):
    """What the reader would decide without knowing the first decision."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"stage": "provisional", "action": "allow"}]},
    )

    stage: Literal["provisional"]
    action: Action
    clauses: Annotated[tuple[Name, ...], Field(max_length=62)] = ()
    note: Words | None = None

    def draft(self) -> ReadingDraft:
        """Return what the desk takes."""
        return ReadingDraft(action=self.action, clauses=self.clauses, note=self.note)


class FinalVerdict(In):
    """How the appeal ends; needs a provisional verdict by the same reader.

    `action` may be absent where `verdict` says it: `upheld` keeps the first action, `overturned` lifts a
    restriction.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"stage": "final", "verdict": "overturned", "reason": "It is a business number."}]
        }
    )

    stage: Literal["final"]
    verdict: Verdict
    reason: Words
    action: Action | None = None
    clauses: Annotated[tuple[Name, ...], Field(max_length=62)] = ()
    redactions: Annotated[tuple[SpanIn, ...], Field(max_length=1_000)] = ()

    def draft(self) -> VerdictDraft:
        """Return what the desk takes."""
        return VerdictDraft(
            verdict=self.verdict,
            reason=self.reason,
            action=self.action,
            clauses=self.clauses,
            redactions=tuple(span.value() for span in self.redactions),
        )
