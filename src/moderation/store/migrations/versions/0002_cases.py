"""Cases: append-only events and their projections, queues, routes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from moderation.store.columns import Instant, Json

revision = "0002_cases"
down_revision = "0001_marketplace"
branch_labels = None
depends_on = None

APPEND_ONLY = {
    "sqlite": (
        """CREATE TRIGGER events_no_update BEFORE UPDATE ON events
        BEGIN SELECT RAISE(ABORT, 'events are append-only'); END""",
        """CREATE TRIGGER events_no_delete BEFORE DELETE ON events
        BEGIN SELECT RAISE(ABORT, 'events are append-only'); END""",
    ),
    "postgresql": (
        """CREATE FUNCTION events_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          RAISE EXCEPTION 'events are append-only' USING ERRCODE = 'integrity_constraint_violation';
        END $$""",
        """CREATE TRIGGER events_no_change BEFORE UPDATE OR DELETE ON events
        FOR EACH ROW EXECUTE FUNCTION events_append_only()""",
        """CREATE TRIGGER events_no_truncate BEFORE TRUNCATE ON events
        FOR EACH STATEMENT EXECUTE FUNCTION events_append_only()""",
    ),
}


def upgrade() -> None:
    op.create_table(
        "events",
        sa.Column(
            "position",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body", Json(), nullable=False),
        sa.Column("prev_hash", sa.String(), nullable=True),
        sa.Column("hash", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("position", name=op.f("pk_events")),
        sa.UniqueConstraint("case_id", "seq", name=op.f("uq_events_case_id_seq")),
        comment="Append-only: a trigger refuses UPDATE and DELETE",
    )
    op.create_table(
        "cases",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("item_id", sa.String(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("lane", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("labels", Json(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("opened_at", Instant(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("severity", sa.Float(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("report_weight", sa.Float(), nullable=False),
        sa.Column("appeal_weight", sa.Float(), nullable=False),
        sa.Column("points", sa.Float(), nullable=False),
        sa.Column("queue", sa.String(), nullable=True),
        sa.Column("due_at", Instant(), nullable=True),
        sa.Column("breached", sa.Boolean(), nullable=False),
        sa.Column("holder", sa.String(), nullable=True),
        sa.Column("lease_until", Instant(), nullable=True),
        sa.Column("snoozed_until", Instant(), nullable=True),
        sa.Column("waiting_until", Instant(), nullable=True),
        sa.Column("decision_id", sa.String(), nullable=True),
        sa.Column("decided_by", sa.String(), nullable=True),
        sa.Column("undo_until", Instant(), nullable=True),
        sa.Column("reports", Json(), nullable=False),
        sa.Column("pending", Json(), nullable=False),
        sa.Column("parent_case_id", sa.String(), nullable=True),
        sa.Column("barred", Json(), nullable=False),
        sa.Column("skipped_by", Json(), nullable=False),
        sa.Column("touched_by", Json(), nullable=False),
        sa.Column("lapses_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["item_id"], ["items.id"], name=op.f("fk_cases_item_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cases")),
        comment="Folded from events; `rebuild` makes it anew",
    )
    op.create_index("ix_cases_item_id", "cases", ["item_id"], unique=False)
    op.create_index("ix_cases_lapses_at", "cases", ["lapses_at"], unique=False)
    op.create_index("ix_cases_status_queue", "cases", ["status", "queue"], unique=False)
    op.create_index(
        "uq_cases_open",
        "cases",
        ["item_id", "lane", "about"],
        unique=True,
        sqlite_where=sa.text("status IN ('new', 'queued', 'waiting', 'snoozed', 'escalated')"),
        postgresql_where=sa.text("status IN ('new', 'queued', 'waiting', 'snoozed', 'escalated')"),
    )
    op.create_table(
        "claims",
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("claimed_at", Instant(), nullable=False),
        sa.Column("lease_until", Instant(), nullable=False),
        sa.Column("ended_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_claims_case_id")),
        sa.PrimaryKeyConstraint("case_id", "seq", name=op.f("pk_claims")),
    )
    op.create_index(
        "uq_claims_live",
        "claims",
        ["case_id"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_table(
        "touches",
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_touches_case_id")),
        sa.PrimaryKeyConstraint("case_id", "person", name=op.f("pk_touches")),
        comment="Which moderators had a part in a case; none of them may handle an appeal on it",
    )
    op.create_table(
        "exclusions",
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_exclusions_case_id")),
        sa.PrimaryKeyConstraint("case_id", "person", name=op.f("pk_exclusions")),
        comment="To whom a case is not offered: the barred, and whoever skipped it",
    )
    op.create_table(
        "queues",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("lane", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_queues")),
    )
    op.create_table(
        "routes",
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("queue", sa.String(), nullable=False),
        sa.Column("body", Json(), nullable=False),
        sa.ForeignKeyConstraint(["queue"], ["queues.id"], name=op.f("fk_routes_queue")),
        sa.PrimaryKeyConstraint("position", name=op.f("pk_routes")),
    )
    for statement in APPEND_ONLY[op.get_bind().dialect.name]:
        op.execute(statement)


def downgrade() -> None:
    op.drop_table("routes")
    op.drop_table("queues")
    op.drop_table("exclusions")
    op.drop_table("touches")
    op.drop_table("claims")
    op.drop_table("cases")
    op.drop_table("events")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION events_append_only()")
