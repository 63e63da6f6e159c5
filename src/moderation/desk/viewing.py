"""Records → views of items, decisions, reports and appeals. Reads only; decides nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from moderation.cases.status import ReportStatus, Visibility
from moderation.cases.visibility import SHOWN, masked, visibility
from moderation.content import NATIVE_SOURCE, Author
from moderation.decisions import Action
from moderation.desk.views import (
    AppealView,
    DecisionView,
    ItemView,
    ReadingView,
    ReportView,
    RevisionView,
)
from moderation.findings import Span
from moderation.store import Tx
from moderation.store.records import (
    ActionRecord,
    AppealRecord,
    DecisionRecord,
    ItemRecord,
    ProductRecord,
    ReportRecord,
    RevisionRecord,
)
from moderation.text import redact


def item_views(
    tx: Tx, items: Sequence[ItemRecord], now: datetime, *, blind: bool = False
) -> tuple[ItemView, ...]:
    """Return what strangers see of items, in order, with a fixed number of queries.

    `blind` shows them as if no decision were in force.
    """
    actions = tx.rulings.actions([item.id for item in items])
    revisions = tx.items.current(items)
    texts = tx.texts.all(revision.text_id for revision in revisions.values())
    products = tx.parties.generations({item.product_id for item in items if item.product_id is not None})
    return tuple(
        _item_view(
            item,
            text=texts.get(revisions[item.id].text_id),
            active=[] if blind else [a for a in actions[item.id] if a.active(now)],
            product=products.get(item.product_id or ""),
        )
        for item in items
    )


def item_view(tx: Tx, item: ItemRecord, now: datetime, *, blind: bool = False) -> ItemView:
    """Return what strangers see of one item; `blind` as in `item_views`."""
    return item_views(tx, [item], now, blind=blind)[0]


def _item_view(
    item: ItemRecord, *, text: str | None, active: list[ActionRecord], product: ProductRecord | None
) -> ItemView:
    gone = product is not None and (
        product.removed_at is not None or (item.product_generation or 0) < product.generation
    )
    seen = visibility(
        surface=item.surface,
        withdrawn=item.withdrawn_at is not None,
        product_gone=gone,
        active=[a.action for a in active],
    )
    shown = seen in SHOWN
    buyer = item.author in {Author.BUYER, Author.THIRD_PARTY}
    labels = [label for a in active if a.action is Action.LABEL for label in a.labels]
    return ItemView(
        id=item.id,
        surface=item.surface,
        author=item.author,
        author_name=masked(item.author_id) if buyer else item.author_id,
        source=item.source,
        provenance=None if item.source == NATIVE_SOURCE else f"review from {item.source}",
        revision=item.revision,
        visibility=seen,
        public_text=_public(text, active) if shown else None,
        rating=item.rating if shown else None,
        labels=tuple(dict.fromkeys(labels)),
        lang=item.lang,
        shop_id=item.shop_id,
        product_id=item.product_id,
        parent_id=item.parent_id,
        incentivised=item.incentivised,
        created_at=item.created_at,
    )


def _public(text: str | None, active: list[ActionRecord]) -> str | None:
    if text is None:
        return None
    masks = [(Span(m.start, m.end), m.mask) for a in active if a.action is Action.REDACT for m in a.masks]
    return redact(text, masks) if masks else text


def restricted(view: ItemView) -> bool:
    """Whether an action keeps part of the item from strangers."""
    return view.visibility in {Visibility.REDACTED, Visibility.HELD, Visibility.REMOVED}


def decision_views(tx: Tx, decisions: Sequence[DecisionRecord]) -> tuple[DecisionView, ...]:
    """Return decisions with their reasons, in order."""
    reasons = tx.texts.all(d.reason_id for d in decisions)
    return tuple(
        DecisionView(
            id=d.id,
            case_id=d.case_id,
            item_id=d.item_id,
            revision=d.revision,
            action=d.action,
            clauses=d.clauses,
            reason=reasons.get(d.reason_id or ""),
            redactions=d.redactions,
            origin=d.origin,
            automated=d.automated,
            decided_by=d.decided_by,
            decided_at=d.decided_at,
            executes_at=d.executes_at,
            undone_at=d.undone_at,
            supersedes_id=d.supersedes_id,
            appeal_until=d.appeal_until,
            catalogue_version=d.catalogue_version,
        )
        for d in decisions
    )


def decision_view(tx: Tx, decision: DecisionRecord) -> DecisionView:
    """Return one decision with its reason."""
    return decision_views(tx, [decision])[0]


def revision_views(tx: Tx, revisions: Sequence[RevisionRecord]) -> tuple[RevisionView, ...]:
    """Return revisions with their texts, for moderators."""
    texts = tx.texts.all(r.text_id for r in revisions)
    return tuple(
        RevisionView(
            revision=r.revision,
            text=texts.get(r.text_id),
            rating=r.rating,
            lang=r.lang,
            created_at=r.created_at,
        )
        for r in revisions
    )


def report_views(tx: Tx, reports: Sequence[ReportRecord], *, blind: bool = False) -> tuple[ReportView, ...]:
    """Return reports with their comments; `blind` shows those that a decision settled as under review."""
    if blind:
        reports = [_unsettled(r) if r.decision_id is not None else r for r in reports]
    comments = tx.texts.all(r.comment_id for r in reports)
    return tuple(
        ReportView(
            id=r.id,
            reference=r.reference,
            item_id=r.item_id,
            revision=r.revision,
            case_id=r.case_id,
            reporter=r.reporter,
            reason=r.reason,
            span=r.span,
            comment=comments.get(r.comment_id or ""),
            status=r.status,
            duplicate_of=r.duplicate_of,
            decision_id=r.decision_id,
            filed_at=r.filed_at,
            settled_at=r.settled_at,
        )
        for r in reports
    )


def _unsettled(report: ReportRecord) -> ReportRecord:
    return replace(report, status=ReportStatus.UNDER_REVIEW, decision_id=None, settled_at=None)


def appeal_view(tx: Tx, appeal: AppealRecord, *, blind: bool) -> AppealView:
    """Return an appeal; `blind` hides the first decision and what came of it."""
    texts = tx.texts.all([appeal.statement_id, appeal.improvements_id, appeal.provisional_note_id])
    first = None if blind else tx.rulings.decision(appeal.decision_id)
    last = (
        tx.rulings.decision(appeal.outcome_decision_id) if appeal.outcome_decision_id and not blind else None
    )
    return AppealView(
        id=appeal.id,
        reference=appeal.reference,
        decision_id=appeal.decision_id,
        item_id=appeal.item_id,
        case_id=appeal.case_id,
        first_case_id=appeal.first_case_id,
        appellant=appeal.appellant,
        standing=appeal.standing,
        statement=texts.get(appeal.statement_id),
        improvements=texts.get(appeal.improvements_id or ""),
        evidence=appeal.evidence,
        status=appeal.status,
        outcome=None if blind else appeal.outcome,
        filed_at=appeal.filed_at,
        deadline_at=appeal.deadline_at,
        handled_by=appeal.handled_by,
        provisional=_reading(appeal, texts.get(appeal.provisional_note_id or "")),
        decision=None if first is None else decision_view(tx, first),
        outcome_decision=None if last is None else decision_view(tx, last),
        settled_at=appeal.settled_at,
    )


def _reading(appeal: AppealRecord, note: str | None) -> ReadingView | None:
    if appeal.provisional_action is None or appeal.provisional_at is None:
        return None
    return ReadingView(
        by=appeal.handled_by or "",
        at=appeal.provisional_at,
        action=appeal.provisional_action,
        clauses=appeal.provisional_clauses or (),
        note=note,
    )
