"""Tables of cases: the append-only events, the projections folded from them, queues and routes."""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from moderation.store.columns import Instant, Json
from moderation.store.schema.metadata import metadata

_OPEN: Final = text("status IN ('new', 'queued', 'waiting', 'snoozed', 'escalated')")

events: Final = Table(
    "events",
    metadata,
    Column("position", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True),
    Column("case_id", String, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("at", Instant, nullable=False),
    Column("actor", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("body", Json, nullable=False),
    # Filled once events are chained; nullable until then.
    Column("prev_hash", String),
    Column("hash", String),
    UniqueConstraint("case_id", "seq"),
    comment="Append-only: a trigger refuses UPDATE and DELETE",
)

cases: Final = Table(
    "cases",
    metadata,
    Column("id", String, primary_key=True),
    Column("item_id", ForeignKey("items.id"), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("lane", String, nullable=False),
    Column("about", String, nullable=False),
    Column("labels", Json, nullable=False),
    Column("origin", String, nullable=False),
    Column("status", String, nullable=False),
    Column("opened_at", Instant, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("severity", Float, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("report_weight", Float, nullable=False),
    Column("appeal_weight", Float, nullable=False),
    Column("points", Float, nullable=False),
    Column("queue", String),
    Column("due_at", Instant),
    Column("breached", Boolean, nullable=False),
    Column("holder", String),
    Column("lease_until", Instant),
    Column("snoozed_until", Instant),
    Column("waiting_until", Instant),
    Column("decision_id", String),
    Column("decided_by", String),
    Column("undo_until", Instant),
    Column("reports", Json, nullable=False),
    Column("pending", Json, nullable=False),
    Column("parent_case_id", String),
    Column("barred", Json, nullable=False),
    Column("skipped_by", Json, nullable=False),
    Column("touched_by", Json, nullable=False),
    # The earliest moment at which time alone changes the case.
    Column("lapses_at", Instant),
    Index("ix_cases_item_id", "item_id"),
    Index("ix_cases_status_queue", "status", "queue"),
    Index("ix_cases_lapses_at", "lapses_at"),
    Index(
        "uq_cases_open", "item_id", "lane", "about", unique=True, sqlite_where=_OPEN, postgresql_where=_OPEN
    ),
    comment="Folded from events; `rebuild` makes it anew",
)

claims: Final = Table(
    "claims",
    metadata,
    Column("case_id", ForeignKey("cases.id"), primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("person", String, nullable=False),
    Column("claimed_at", Instant, nullable=False),
    Column("lease_until", Instant, nullable=False),
    Column("ended_at", Instant),
    Index(
        "uq_claims_live",
        "case_id",
        unique=True,
        sqlite_where=text("ended_at IS NULL"),
        postgresql_where=text("ended_at IS NULL"),
    ),
)

touches: Final = Table(
    "touches",
    metadata,
    Column("case_id", ForeignKey("cases.id"), primary_key=True),
    Column("person", String, primary_key=True),
    comment="Which moderators had a part in a case; none of them may handle an appeal on it",
)

exclusions: Final = Table(
    "exclusions",
    metadata,
    Column("case_id", ForeignKey("cases.id"), primary_key=True),
    Column("person", String, primary_key=True),
    comment="To whom a case is not offered: the barred, and whoever skipped it",
)

queues: Final = Table(
    "queues",
    metadata,
    Column("id", String, primary_key=True),
    Column("name", Text, nullable=False),
    Column("lane", String),
)

routes: Final = Table(
    "routes",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("queue", ForeignKey("queues.id"), nullable=False),
    Column("body", Json, nullable=False),
)
