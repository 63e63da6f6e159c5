"""Rulings: decisions, actions, reports, appeals, notices."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from moderation.store.columns import Instant, Json

revision = "0003_rulings"
down_revision = "0002_cases"
branch_labels = None
depends_on = None

_TOUCHED = """EXISTS (SELECT 1 FROM touches WHERE case_id = NEW.first_case_id AND person = NEW.handled_by)
        OR EXISTS (SELECT 1 FROM decisions WHERE id = NEW.decision_id AND decided_by = NEW.handled_by)"""
# Whoever touched the first decision may not handle an appeal on it, whatever the code above says.
INDEPENDENT = {
    "sqlite": tuple(
        f"""CREATE TRIGGER appeals_independent_{event.lower()} BEFORE {event} ON appeals
        WHEN NEW.handled_by IS NOT NULL AND {changed} AND ({_TOUCHED})
        BEGIN SELECT RAISE(ABORT, 'appeal handled by somebody who touched the first decision'); END"""
        for event, changed in (("INSERT", "1"), ("UPDATE", "NEW.handled_by IS NOT OLD.handled_by"))
    ),
    "postgresql": (
        f"""CREATE FUNCTION appeals_independent() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
        IF NEW.handled_by IS NOT NULL
           AND (TG_OP = 'INSERT' OR NEW.handled_by IS DISTINCT FROM OLD.handled_by)
           AND ({_TOUCHED}) THEN
          RAISE EXCEPTION 'appeal handled by somebody who touched the first decision'
            USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
        END $$""",
        """CREATE TRIGGER appeals_independent BEFORE INSERT OR UPDATE ON appeals
        FOR EACH ROW EXECUTE FUNCTION appeals_independent()""",
    ),
}


def upgrade() -> None:
    op.create_table(
        "decisions",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("case_id", sa.String(), nullable=True),
        sa.Column("item_id", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("clauses", Json(), nullable=False),
        sa.Column("redactions", Json(), nullable=False),
        sa.Column("facts", Json(), nullable=False),
        sa.Column("reason_id", sa.String(), nullable=True),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("automated", sa.Boolean(), nullable=False),
        sa.Column("decided_by", sa.String(), nullable=False),
        sa.Column("decided_at", Instant(), nullable=False),
        sa.Column("executes_at", Instant(), nullable=False),
        sa.Column("undone_at", Instant(), nullable=True),
        sa.Column("supersedes_id", sa.String(), nullable=True),
        sa.Column("appeal_until", Instant(), nullable=True),
        sa.Column("catalogue_version", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_decisions_case_id")),
        sa.ForeignKeyConstraint(["item_id"], ["items.id"], name=op.f("fk_decisions_item_id")),
        sa.ForeignKeyConstraint(["reason_id"], ["texts.id"], name=op.f("fk_decisions_reason_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decisions")),
        sa.UniqueConstraint("item_id", "seq", name=op.f("uq_decisions_item_id_seq")),
    )
    op.create_index("ix_decisions_case_id", "decisions", ["case_id"], unique=False)
    op.create_table(
        "actions",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("decision_id", sa.String(), nullable=False),
        sa.Column("item_id", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("inverse", sa.String(), nullable=False),
        sa.Column("masks", Json(), nullable=False),
        sa.Column("labels", Json(), nullable=False),
        sa.Column("starts_at", Instant(), nullable=False),
        sa.Column("ends_at", Instant(), nullable=True),
        sa.Column("ended_by", sa.String(), nullable=True),
        sa.Column("cancelled_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["decision_id"], ["decisions.id"], name=op.f("fk_actions_decision_id")),
        sa.ForeignKeyConstraint(["item_id"], ["items.id"], name=op.f("fk_actions_item_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_actions")),
        comment="In force from `starts_at` until `ends_at`, unless cancelled; visibility is derived from it",
    )
    op.create_index("ix_actions_decision_id", "actions", ["decision_id"], unique=False)
    op.create_index("ix_actions_item_id", "actions", ["item_id"], unique=False)
    op.create_table(
        "reports",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("item_id", sa.String(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.String(), nullable=True),
        sa.Column("reporter", sa.String(), nullable=False),
        sa.Column("reporter_shop_id", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("span", Json(), nullable=True),
        sa.Column("comment_id", sa.String(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("duplicate_of", sa.String(), nullable=True),
        sa.Column("decision_id", sa.String(), nullable=True),
        sa.Column("filed_at", Instant(), nullable=False),
        sa.Column("settled_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_reports_case_id")),
        sa.ForeignKeyConstraint(["comment_id"], ["texts.id"], name=op.f("fk_reports_comment_id")),
        sa.ForeignKeyConstraint(["item_id"], ["items.id"], name=op.f("fk_reports_item_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reports")),
        sa.UniqueConstraint("reference", name=op.f("uq_reports_reference")),
    )
    op.create_index("ix_reports_case_id", "reports", ["case_id"], unique=False)
    op.create_index("ix_reports_item_id", "reports", ["item_id"], unique=False)
    op.create_index("ix_reports_reporter", "reports", ["reporter"], unique=False)
    op.create_table(
        "appeals",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("decision_id", sa.String(), nullable=False),
        sa.Column("item_id", sa.String(), nullable=False),
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("first_case_id", sa.String(), nullable=True),
        sa.Column("appellant", sa.String(), nullable=False),
        sa.Column("appellant_shop_id", sa.String(), nullable=True),
        sa.Column("standing", sa.String(), nullable=False),
        sa.Column("statement_id", sa.String(), nullable=False),
        sa.Column("improvements_id", sa.String(), nullable=True),
        sa.Column("evidence", Json(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("filed_at", Instant(), nullable=False),
        sa.Column("deadline_at", Instant(), nullable=False),
        sa.Column("handled_by", sa.String(), nullable=True),
        sa.Column("provisional_action", sa.String(), nullable=True),
        sa.Column("provisional_clauses", Json(), nullable=True),
        sa.Column("provisional_note_id", sa.String(), nullable=True),
        sa.Column("provisional_at", Instant(), nullable=True),
        sa.Column("outcome_decision_id", sa.String(), nullable=True),
        sa.Column("settled_at", Instant(), nullable=True),
        sa.Column("again_until", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_appeals_case_id")),
        sa.ForeignKeyConstraint(["decision_id"], ["decisions.id"], name=op.f("fk_appeals_decision_id")),
        sa.ForeignKeyConstraint(["improvements_id"], ["texts.id"], name=op.f("fk_appeals_improvements_id")),
        sa.ForeignKeyConstraint(["item_id"], ["items.id"], name=op.f("fk_appeals_item_id")),
        sa.ForeignKeyConstraint(
            ["provisional_note_id"], ["texts.id"], name=op.f("fk_appeals_provisional_note_id")
        ),
        sa.ForeignKeyConstraint(["statement_id"], ["texts.id"], name=op.f("fk_appeals_statement_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appeals")),
        sa.UniqueConstraint("reference", name=op.f("uq_appeals_reference")),
        comment="A trigger refuses a `handled_by` who touched the first case",
    )
    op.create_index("ix_appeals_appellant", "appeals", ["appellant"], unique=False)
    op.create_index("ix_appeals_case_id", "appeals", ["case_id"], unique=False)
    op.create_index("ix_appeals_item_id", "appeals", ["item_id"], unique=False)
    op.create_index(
        "uq_appeals_pending",
        "appeals",
        ["decision_id", "appellant"],
        unique=True,
        sqlite_where=sa.text("status IN ('filed', 'assigned', 'needs_info')"),
        postgresql_where=sa.text("status IN ('filed', 'assigned', 'needs_info')"),
    )
    op.create_table(
        "notices",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("recipient", sa.String(), nullable=False),
        sa.Column("item_id", sa.String(), nullable=False),
        sa.Column("decision_id", sa.String(), nullable=True),
        sa.Column("report_id", sa.String(), nullable=True),
        sa.Column("appeal_id", sa.String(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body", Json(), nullable=False),
        sa.Column("reason_id", sa.String(), nullable=True),
        sa.Column("sent_at", Instant(), nullable=False),
        sa.Column("cancelled_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["item_id"], ["items.id"], name=op.f("fk_notices_item_id")),
        sa.ForeignKeyConstraint(["reason_id"], ["texts.id"], name=op.f("fk_notices_reason_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notices")),
        sa.UniqueConstraint("reference", name=op.f("uq_notices_reference")),
    )
    op.create_index("ix_notices_audience_recipient", "notices", ["audience", "recipient"], unique=False)
    op.create_index("ix_notices_decision_id", "notices", ["decision_id"], unique=False)
    op.create_index("ix_notices_item_id", "notices", ["item_id"], unique=False)
    for statement in INDEPENDENT[op.get_bind().dialect.name]:
        op.execute(statement)


def downgrade() -> None:
    op.drop_table("notices")
    op.drop_table("appeals")
    op.drop_table("reports")
    op.drop_table("actions")
    op.drop_table("decisions")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION appeals_independent()")
