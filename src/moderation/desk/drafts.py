"""What callers hand to the desk: orders, reports, decisions and appeals before they are checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from moderation.cases.status import ReportStatus, Verdict
from moderation.decisions import Action
from moderation.findings import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderLine:
    """One product of one order. `delivered_at` is None until it arrived."""

    order_id: str
    product_id: str
    shop_id: str
    buyer_id: str = field(repr=False)
    ordered_at: datetime | None = None
    delivered_at: datetime | None = None
    refunded_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDraft:
    """A report on an item. `reason` is an id of the catalogue's `report_reasons`.

    `acknowledged` says that the reporter ticked the statement on good faith and misuse.
    """

    item_id: str
    reason: str
    acknowledged: bool
    span: Span | None = None
    comment: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionDraft:
    """What a person decides. `version` and `revision` name what they had before their eyes.

    Restrictive actions need at least one clause and a reason. `redactions` empty on `redact` means
    the spans of the findings for the named clauses. `report_outcomes` overrides, for single reports,
    what follows from action and clauses (`upheld`, `not_upheld`, `invalid`). `undo` is how long the
    decision may be taken back before it takes effect; zero executes at once.
    """

    version: int
    revision: int
    action: Action
    clauses: tuple[str, ...] = ()
    reason: str | None = field(default=None, repr=False)
    redactions: tuple[Span, ...] = ()
    report_outcomes: Mapping[str, ReportStatus] = field(default_factory=dict)
    undo: timedelta = timedelta(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealDraft:
    """An appeal on a decision: why, with what evidence (references), and what was improved since."""

    decision_id: str
    statement: str = field(repr=False)
    improvements: str | None = field(default=None, repr=False)
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingDraft:
    """A provisional verdict: what the reader would decide without knowing the first decision."""

    action: Action
    clauses: tuple[str, ...] = ()
    note: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictDraft:
    """A final verdict.

    `action` may be left out where the verdict says it: `upheld` keeps the first action, and
    `overturned` on a restriction allows. Otherwise it names the new action.
    """

    verdict: Verdict
    reason: str = field(repr=False)
    action: Action | None = None
    clauses: tuple[str, ...] = ()
    redactions: tuple[Span, ...] = ()
