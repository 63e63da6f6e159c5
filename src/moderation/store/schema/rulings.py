"""Tables of decisions, the actions they lead to, reports, appeals and notices."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table, UniqueConstraint, text

from moderation.store.columns import Instant, Json
from moderation.store.schema.metadata import metadata

_PENDING: Final = text("status IN ('filed', 'assigned', 'needs_info')")

decisions: Final = Table(
    "decisions",
    metadata,
    Column("id", String, primary_key=True),
    Column("case_id", ForeignKey("cases.id")),
    Column("item_id", ForeignKey("items.id"), nullable=False),
    # Which ruling on the item it is, from 1: times can be equal, and two rulings at once are one too many.
    Column("seq", Integer, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("about", String, nullable=False),
    Column("action", String, nullable=False),
    Column("clauses", Json, nullable=False),
    Column("redactions", Json, nullable=False),
    Column("facts", Json, nullable=False),
    Column("reason_id", ForeignKey("texts.id")),
    Column("origin", String, nullable=False),
    Column("automated", Boolean, nullable=False),
    Column("decided_by", String, nullable=False),
    Column("decided_at", Instant, nullable=False),
    Column("executes_at", Instant, nullable=False),
    Column("undone_at", Instant),
    Column("supersedes_id", String),
    Column("appeal_until", Instant),
    Column("catalogue_version", String, nullable=False),
    UniqueConstraint("item_id", "seq"),
    Index("ix_decisions_case_id", "case_id"),
)

actions: Final = Table(
    "actions",
    metadata,
    Column("id", String, primary_key=True),
    Column("decision_id", ForeignKey("decisions.id"), nullable=False),
    Column("item_id", ForeignKey("items.id"), nullable=False),
    Column("action", String, nullable=False),
    Column("inverse", String, nullable=False),
    Column("masks", Json, nullable=False),
    Column("labels", Json, nullable=False),
    Column("starts_at", Instant, nullable=False),
    Column("ends_at", Instant),
    Column("ended_by", String),
    Column("cancelled_at", Instant),
    Index("ix_actions_item_id", "item_id"),
    Index("ix_actions_decision_id", "decision_id"),
    comment="In force from `starts_at` until `ends_at`, unless cancelled; visibility is derived from it",
)

reports: Final = Table(
    "reports",
    metadata,
    Column("id", String, primary_key=True),
    Column("reference", String, nullable=False, unique=True),
    Column("item_id", ForeignKey("items.id"), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("case_id", ForeignKey("cases.id")),
    Column("reporter", String, nullable=False),
    Column("reporter_shop_id", String),
    Column("reason", String, nullable=False),
    Column("span", Json),
    Column("comment_id", ForeignKey("texts.id")),
    Column("status", String, nullable=False),
    Column("duplicate_of", String),
    Column("decision_id", String),
    Column("filed_at", Instant, nullable=False),
    Column("settled_at", Instant),
    Index("ix_reports_item_id", "item_id"),
    Index("ix_reports_case_id", "case_id"),
    Index("ix_reports_reporter", "reporter"),
)

appeals: Final = Table(
    "appeals",
    metadata,
    Column("id", String, primary_key=True),
    Column("reference", String, nullable=False, unique=True),
    Column("decision_id", ForeignKey("decisions.id"), nullable=False),
    Column("item_id", ForeignKey("items.id"), nullable=False),
    Column("case_id", ForeignKey("cases.id"), nullable=False),
    Column("first_case_id", String),
    Column("appellant", String, nullable=False),
    Column("appellant_shop_id", String),
    Column("standing", String, nullable=False),
    Column("statement_id", ForeignKey("texts.id"), nullable=False),
    Column("improvements_id", ForeignKey("texts.id")),
    Column("evidence", Json, nullable=False),
    Column("status", String, nullable=False),
    Column("outcome", String),
    Column("filed_at", Instant, nullable=False),
    Column("deadline_at", Instant, nullable=False),
    Column("handled_by", String),
    Column("provisional_action", String),
    Column("provisional_clauses", Json),
    Column("provisional_note_id", ForeignKey("texts.id")),
    Column("provisional_at", Instant),
    Column("outcome_decision_id", String),
    Column("settled_at", Instant),
    # Until when the same party may appeal once more; written when the appeal is lost.
    Column("again_until", Instant),
    Index("ix_appeals_item_id", "item_id"),
    Index("ix_appeals_case_id", "case_id"),
    Index("ix_appeals_appellant", "appellant"),
    Index(
        "uq_appeals_pending",
        "decision_id",
        "appellant",
        unique=True,
        sqlite_where=_PENDING,
        postgresql_where=_PENDING,
    ),
    comment="A trigger refuses a `handled_by` who touched the first case",
)

notices: Final = Table(
    "notices",
    metadata,
    Column("id", String, primary_key=True),
    Column("reference", String, nullable=False, unique=True),
    Column("audience", String, nullable=False),
    Column("recipient", String, nullable=False),
    Column("item_id", ForeignKey("items.id"), nullable=False),
    Column("decision_id", String),
    Column("report_id", String),
    Column("appeal_id", String),
    Column("outcome", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("body", Json, nullable=False),
    Column("reason_id", ForeignKey("texts.id")),
    Column("sent_at", Instant, nullable=False),
    Column("cancelled_at", Instant),
    Index("ix_notices_audience_recipient", "audience", "recipient"),
    Index("ix_notices_item_id", "item_id"),
    Index("ix_notices_decision_id", "decision_id"),
)
