"""How a decision takes hold of an item: the record, its actions, and the end of what it supersedes.

Actions are in force between two stored times, so that nothing has to run for a decision to take
effect, and an undone one never did.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from moderation.cases.appeals import deadline
from moderation.cases.status import DecisionOrigin
from moderation.decide import MASK_WITHOUT_KIND, MASKS
from moderation.decisions import INVERSE, About, Action, Actor
from moderation.desk.room import Room, new_id
from moderation.findings import Finding, Span
from moderation.store import Tx
from moderation.store.records import ActionRecord, DecisionRecord, ItemRecord, Mask


def enact(
    tx: Tx,
    room: Room,
    *,
    item: ItemRecord,
    case_id: str | None,
    about: About,
    action: Action,
    clauses: tuple[str, ...],
    masks: tuple[Mask, ...],
    facts: tuple[str, ...],
    origin: DecisionOrigin,
    by: Actor,
    reason: str | None,
    now: datetime,
    undo: timedelta = timedelta(0),
    keep: frozenset[Action] = frozenset(),
) -> DecisionRecord:
    """Store a decision on the current revision and what it does to the item; return its record.

    What was in force ends when this decision takes effect, except actions in `keep` that a person set.
    """
    executes_at = now + undo
    before = tx.rulings.of_item(item.id)
    earlier = _standing(before, about)
    decision = DecisionRecord(
        id=new_id("dec"),
        case_id=case_id,
        item_id=item.id,
        seq=len(before) + 1,
        revision=item.revision,
        about=about,
        action=action,
        clauses=clauses,
        redactions=tuple(Span(m.start, m.end) for m in masks),
        facts=facts,
        reason_id=_reason(tx, item.id, reason, now),
        origin=origin,
        automated=origin in {DecisionOrigin.AUTOMATION, DecisionOrigin.BATCH},
        decided_by=str(by),
        decided_at=now,
        executes_at=executes_at,
        supersedes_id=None if earlier is None else earlier.id,
        appeal_until=deadline(room.profile.appeals, executes_at),
        catalogue_version=room.catalogue.version,
    )
    tx.rulings.add_decision(decision)
    if about is About.AUTHOR:
        _take_hold(tx, room, item, decision, masks=masks, keep=keep)
    return decision


def standing_decision(tx: Tx, item_id: str, about: About) -> DecisionRecord | None:
    """Return the last decision on an item that was not undone, or None."""
    return _standing(tx.rulings.of_item(item_id), about)


def repeal(tx: Tx, decision: DecisionRecord, *, now: datetime) -> None:
    """Take a decision back before it took effect: its actions never begin, what it ended goes on."""
    tx.rulings.put_decision(replace(decision, undone_at=now))
    for action in tx.rulings.actions([decision.item_id])[decision.item_id]:
        if action.decision_id == decision.id:
            tx.rulings.put_action(replace(action, cancelled_at=now))
        elif action.ended_by == decision.id:
            tx.rulings.put_action(replace(action, ends_at=None, ended_by=None))
    tx.notices.cancel(decision.id, at=now)


def masks_of(spans: Sequence[Span], findings: Sequence[Finding]) -> tuple[Mask, ...]:
    """Return the masks for spans: named after the personal value found there, else neutral."""
    by_span = {f.span: f for f in findings if f.span is not None and f.kind is not None}
    return tuple(Mask(start=s.start, end=s.end, mask=_mask(by_span.get(s))) for s in sorted(set(spans)))


def _standing(decisions: Sequence[DecisionRecord], about: About) -> DecisionRecord | None:
    return next((d for d in reversed(decisions) if d.about is about and d.undone_at is None), None)


def _mask(finding: Finding | None) -> str:
    return MASK_WITHOUT_KIND if finding is None or finding.kind is None else MASKS[finding.kind]


def _reason(tx: Tx, item_id: str, reason: str | None, now: datetime) -> str | None:
    if reason is None:
        return None
    return tx.texts.add(new_id("text"), reason, kind="reason", item_id=item_id, at=now)


def _take_hold(
    tx: Tx,
    room: Room,
    item: ItemRecord,
    decision: DecisionRecord,
    *,
    masks: tuple[Mask, ...],
    keep: frozenset[Action],
) -> None:
    for action in tx.rulings.actions([item.id])[item.id]:
        over = action.cancelled_at is not None or action.ends_at is not None
        if not over and action.action not in keep:
            tx.rulings.put_action(replace(action, ends_at=decision.executes_at, ended_by=decision.id))
    if decision.action is not Action.ALLOW:
        tx.rulings.add_action(
            ActionRecord(
                id=new_id("act"),
                decision_id=decision.id,
                item_id=item.id,
                action=decision.action,
                inverse=INVERSE[decision.action],
                masks=masks,
                labels=decision.clauses,
                starts_at=decision.executes_at,
            )
        )
    if item.withdrawn_at is None:
        kept = timedelta(days=room.profile.clocks.keep_removed_days)
        erase_at = decision.executes_at + kept if decision.action is Action.REMOVE else None
        tx.items.put(replace(item, erase_at=erase_at))
