"""Rows as frozen values: what the store keeps of items, orders and parties. Field = column."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from moderation.cases.status import AppealStatus, DecisionOrigin, ReportStatus, Standing, Verdict
from moderation.content import Author, Surface
from moderation.decisions import About, Action, ActorKind
from moderation.findings import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopRecord:
    """A shop."""

    id: str
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductRecord:
    """A product; `generation` counts listings, `removed_at` is set while it is not listed."""

    id: str
    shop_id: str | None = None
    title: str | None = None
    removed_at: datetime | None = None
    generation: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRecord:
    """Somebody who signs in; `password` is a hash."""

    name: str
    role: ActorKind
    shop_id: str | None
    password: str = field(repr=False)
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyRecord:
    """An API key, by its hash."""

    hash: str = field(repr=False)
    name: str
    role: ActorKind
    shop_id: str | None
    created_at: datetime
    revoked_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplayRecord:
    """An answer kept for the same request to come again."""

    actor: str
    key: str
    digest: str
    status: int
    body: str = field(repr=False)
    expires_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRecord:
    """One product of one order, with the order's own columns beside it."""

    order_id: str
    product_id: str
    shop_id: str
    buyer_id: str | None = field(repr=False)
    ordered_at: datetime | None
    delivered_at: datetime | None
    refunded_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRecord:
    """An item without its words; `revision`, `rating` and `lang` are the current ones.

    `context` holds what is not personal: media paths, shop contacts, the published shop name.
    """

    id: str
    surface: Surface
    author: Author
    author_id: str | None = field(repr=False)
    shop_id: str | None
    product_id: str | None
    product_generation: int | None
    order_id: str | None = field(repr=False)
    parent_id: str | None
    thread_id: str | None
    source: str
    incentivised: bool | None
    context: Mapping[str, object]
    created_at: datetime
    received_at: datetime
    revision: int
    rating: int | None
    first_rating: int | None
    lang: str | None
    withdrawn_at: datetime | None = None
    erase_at: datetime | None = None
    erased_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionRecord:
    """One revision of an item; `digest` is that of its text and rating."""

    item_id: str
    revision: int
    text_id: str
    digest: str
    rating: int | None
    lang: str | None
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRecord:
    """A ruling by a machine or a person. `facts` are what notices say: kinds and places, no values."""

    id: str
    case_id: str | None
    item_id: str
    seq: int
    revision: int
    about: About
    action: Action
    clauses: tuple[str, ...]
    redactions: tuple[Span, ...]
    facts: tuple[str, ...]
    reason_id: str | None
    origin: DecisionOrigin
    automated: bool
    decided_by: str
    decided_at: datetime
    executes_at: datetime
    undone_at: datetime | None = None
    supersedes_id: str | None = None
    appeal_until: datetime | None = None
    catalogue_version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mask:
    """A span of the revision decided on, and what stands in its place."""

    start: int
    end: int
    mask: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionRecord:
    """What a decision does to an item, and when it is in force."""

    id: str
    decision_id: str
    item_id: str
    action: Action
    inverse: str
    masks: tuple[Mask, ...]
    labels: tuple[str, ...]
    starts_at: datetime
    ends_at: datetime | None = None
    ended_by: str | None = None
    cancelled_at: datetime | None = None

    def active(self, now: datetime) -> bool:
        """Whether it is in force."""
        return (
            self.cancelled_at is None
            and self.starts_at <= now
            and (self.ends_at is None or now < self.ends_at)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRecord:
    """One report by a person."""

    id: str
    reference: str
    item_id: str
    revision: int
    case_id: str | None
    reporter: str
    reporter_shop_id: str | None
    reason: str
    span: Span | None
    comment_id: str | None
    status: ReportStatus
    duplicate_of: str | None = None
    decision_id: str | None = None
    filed_at: datetime
    settled_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealRecord:
    """One appeal on one decision."""

    id: str
    reference: str
    decision_id: str
    item_id: str
    case_id: str
    first_case_id: str | None
    appellant: str
    appellant_shop_id: str | None
    standing: Standing
    statement_id: str
    improvements_id: str | None
    evidence: tuple[str, ...]
    status: AppealStatus
    outcome: Verdict | None = None
    filed_at: datetime
    deadline_at: datetime
    handled_by: str | None = None
    provisional_action: Action | None = None
    provisional_clauses: tuple[str, ...] | None = None
    provisional_note_id: str | None = None
    provisional_at: datetime | None = None
    outcome_decision_id: str | None = None
    settled_at: datetime | None = None
    again_until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeRecord:
    """A notice as it was written; `body` is the encoded notice of version `version`."""

    id: str
    reference: str
    audience: str
    recipient: str
    item_id: str
    decision_id: str | None
    report_id: str | None
    appeal_id: str | None
    outcome: str
    version: int
    body: Mapping[str, object] = field(repr=False)
    reason_id: str | None
    sent_at: datetime
    cancelled_at: datetime | None = None
