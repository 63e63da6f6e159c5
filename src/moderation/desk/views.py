"""What the desk answers: frozen views that API and console draw from. No behaviour lives here.

Every view of a person's text says whom it is for. `ItemView` is public: no buyer's name, no
masked value. `ItemFile` and `CaseView` are for moderators. `ReportView`, `AppealView` and
`NoticeView` are for the party that they name and for moderators.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Generic, TypeVar

from moderation.cases.status import (
    AppealStatus,
    DecisionOrigin,
    Move,
    Origin,
    ReportStatus,
    Standing,
    Status,
    Verdict,
    Visibility,
)
from moderation.content import Author, Surface
from moderation.decisions import About, Action, Lane
from moderation.findings import Assessment, Span
from moderation.notices import ClauseCited

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemView:
    """What strangers may see. `public_text` is None where nothing is shown.

    `author_name` is always masked (`W**n`). `provenance` reads `review from SITE` on imports.
    """

    id: str
    surface: Surface
    author: Author
    author_name: str | None
    source: str
    provenance: str | None
    revision: int
    visibility: Visibility
    public_text: str | None = field(repr=False)
    rating: int | None
    labels: tuple[str, ...]
    lang: str | None
    shop_id: str | None
    product_id: str | None
    parent_id: str | None
    incentivised: bool | None
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionView:
    """One ruling, by a machine or a person. `reason` is None where it was erased or none was given."""

    id: str
    case_id: str | None
    item_id: str
    revision: int
    action: Action
    clauses: tuple[str, ...]
    reason: str | None = field(repr=False)
    redactions: tuple[Span, ...]
    origin: DecisionOrigin
    automated: bool
    decided_by: str
    decided_at: datetime
    executes_at: datetime
    undone_at: datetime | None
    supersedes_id: str | None
    appeal_until: datetime | None
    catalogue_version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionView:
    """One revision of an item, for moderators."""

    revision: int
    text: str | None = field(repr=False)
    rating: int | None
    lang: str | None
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemFile:
    """Everything about an item, for moderators: text, assessment, decisions and its cases.

    `text` is None once erased. `assessment` is that of the current revision.
    """

    item: ItemView
    text: str | None = field(repr=False)
    author_id: str | None = field(repr=False)
    order_id: str | None
    rating: int | None
    first_rating: int | None
    delivered_at: datetime | None
    refunded_at: datetime | None
    withdrawn_at: datetime | None
    product_title: str | None
    revisions: tuple[RevisionView, ...]
    assessment: Assessment | None
    decisions: tuple[DecisionView, ...]
    cases: tuple[CaseSummary, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Submitted:
    """The answer to an intake. `created` is False where the same item had arrived before."""

    item: ItemView
    created: bool
    decision: DecisionView
    case_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """One item of a batch that was not taken: the error's code and its message, without text."""

    item_id: str
    code: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSummary:
    """One row of a queue. Deadlines that have passed are already applied to `status` and `holder`.

    `excerpt` is the beginning of the text, for moderators only. `version` is what a decision names.
    """

    id: str
    item_id: str
    revision: int
    surface: Surface
    lane: Lane
    about: About
    status: Status
    version: int
    origin: Origin
    labels: tuple[str, ...]
    severity: str
    queue: str
    priority: float
    reports: int
    holder: str | None
    lease_until: datetime | None
    opened_at: datetime
    due_at: datetime | None
    overdue: bool
    shop_id: str | None
    lang: str | None
    rating: int | None
    excerpt: str | None = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """One event of a case. `facts` are ids, labels and times; `text` a note or question, if any."""

    seq: int
    at: datetime
    by: str
    kind: str
    facts: Mapping[str, str]
    text: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """One report by a person. `reference` is the number that the reporter was given.

    `reporter` is empty for a reader who is neither that reporter nor a moderator.
    """

    id: str
    reference: str
    item_id: str
    revision: int
    case_id: str | None
    reporter: str
    reason: str
    span: Span | None
    comment: str | None = field(repr=False)
    status: ReportStatus
    duplicate_of: str | None
    decision_id: str | None
    filed_at: datetime
    settled_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingView:
    """A reader's own view of an appeal: the action and clauses that they would choose."""

    by: str
    at: datetime
    action: Action
    clauses: tuple[str, ...]
    note: str | None = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealView:
    """One appeal. Before a reader's own provisional verdict, decisions and outcome are None to them."""

    id: str
    reference: str
    decision_id: str
    item_id: str
    case_id: str
    first_case_id: str | None
    appellant: str
    standing: Standing
    statement: str | None = field(repr=False)
    improvements: str | None = field(repr=False)
    evidence: tuple[str, ...]
    status: AppealStatus
    outcome: Verdict | None
    filed_at: datetime
    deadline_at: datetime
    handled_by: str | None
    provisional: ReadingView | None
    decision: DecisionView | None
    outcome_decision: DecisionView | None
    settled_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseView:
    """A case with all that a moderator needs to decide it.

    `allowed` is what the asking person may do now; the same answer refuses the rest.
    `parts` are the named parts of `summary.priority` and sum to it.
    Until the reader of an appeal has given a provisional verdict nothing tells the first decision:
    `decisions` is empty, settled reports read as under review, `item` as if nothing were in force, and
    the timeline keeps what happened but not how it ended.
    """

    summary: CaseSummary
    item: ItemView
    text: str | None = field(repr=False)
    parent_text: str | None = field(repr=False)
    revisions: tuple[RevisionView, ...]
    assessment: Assessment | None
    parts: Mapping[str, float]
    reports: tuple[ReportView, ...]
    appeals: tuple[AppealView, ...]
    decisions: tuple[DecisionView, ...]
    timeline: tuple[TimelineEntry, ...]
    allowed: frozenset[Move]
    parent_case_id: str | None
    undo_until: datetime | None
    snoozed_until: datetime | None
    waiting_until: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeView:
    """A statement of reasons as its recipient reads it; it never repeats a masked value."""

    id: str
    reference: str
    audience: str
    recipient: str
    item_id: str
    decision_id: str | None
    outcome: str
    subject: str
    what: str
    clauses: tuple[ClauseCited, ...]
    facts: tuple[str, ...]
    reason: str | None = field(repr=False)
    automated: str
    contest: str
    contest_until: datetime | None
    sent_at: datetime
    body: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueView:
    """A queue with its counts now."""

    id: str
    name: str
    lane: Lane | None
    pending: int
    held: int
    overdue: int
    oldest_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopHealth:
    """Negative review rate of a shop (seed definition) with its counts and 95 % Wilson interval.

    `rate`, `low` and `high` are None where no order was delivered in the window: undefined, not 0.
    """

    shop_id: str
    window_start: datetime
    window_end: datetime
    negative_reviews: int
    delivered_orders: int
    rate: float | None
    low: float | None
    high: float | None
    reviews: int
    imported_reviews: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopView:
    """A shop as the desk knows it."""

    id: str
    name: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductView:
    """A product as the desk knows it; `generation` counts how often it was listed anew."""

    id: str
    shop_id: str | None
    title: str | None
    removed_at: datetime | None
    generation: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[T]):
    """One page of a listing; `cursor` asks for the next and is None on the last."""

    items: tuple[T, ...]
    cursor: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticked:
    """How many things one tick wrote; `failed` counts cases that it could not bring up to date."""

    released: int = 0
    resumed: int = 0
    closed: int = 0
    breached: int = 0
    erased: int = 0
    appeals_notified: int = 0
    failed: int = 0

    @property
    def total(self) -> int:
        """All writes together, without what failed."""
        counts = (self.released, self.resumed, self.closed, self.breached, self.erased, self.appeals_notified)
        return sum(counts)
