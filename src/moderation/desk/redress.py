"""What a final verdict does: the superseding decision, its reports, both cases, and who is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from moderation.cases.appeals import OUTCOME, deadline
from moderation.cases.case import Case
from moderation.cases.events import (
    AppealEnded,
    Claimed,
    Decided,
    Event,
    Released,
    Reopened,
    Resumed,
)
from moderation.cases.moves import SYSTEM, as_of, lapsed
from moderation.cases.status import DecisionOrigin, ReleaseReason, ReportStatus, Status, Verdict
from moderation.cases.steps import PENDING_REPORTS, step
from moderation.decisions import Action, Actor
from moderation.desk.deciding import (
    append_ended,
    chosen_masks,
    grounds,
    judged,
    settle_replaced,
    settle_report,
)
from moderation.desk.drafts import VerdictDraft
from moderation.desk.refusals import ClauseMissing, NotFound
from moderation.desk.room import Room, new_id
from moderation.desk.ruling import enact
from moderation.desk.telling import appellant_recipient, tell_appellant, tell_reporter, tell_ruling
from moderation.desk.viewing import item_view, restricted
from moderation.notices import facts_of
from moderation.store import Tx
from moderation.store.records import AppealRecord, DecisionRecord, ItemRecord, ReportRecord


def carry_out(
    tx: Tx,
    room: Room,
    appeal: AppealRecord,
    *,
    case: Case,
    first: DecisionRecord,
    draft: VerdictDraft,
    action: Action,
    reason: str,
    by: Actor,
    now: datetime,
) -> AppealRecord:
    """Settle an appeal by a final verdict and return its record. `case` is the one in the appeals lane."""
    item = tx.items.get(appeal.item_id, lock=True)
    if item is None:
        raise NotFound("item", appeal.item_id)
    stands = (
        first
        if draft.verdict is Verdict.UPHELD
        else _supersede(
            tx, room, item, appeal, first=first, draft=draft, action=action, reason=reason, by=by, now=now
        )
    )
    again = None
    if draft.verdict is Verdict.UPHELD:
        again = (
            deadline(room.profile.appeals, now, earlier=1) if _may_appeal_again(tx, room, appeal) else None
        )
        reason_id: str | None = tx.texts.add(new_id("text"), reason, kind="reason", item_id=item.id, at=now)
    else:
        again, reason_id = stands.appeal_until if action is not Action.ALLOW else None, stands.reason_id
    settled = replace(
        appeal,
        status=step(appeal.id, appeal.status, OUTCOME[draft.verdict]),
        outcome=draft.verdict,
        outcome_decision_id=stands.id,
        settled_at=now,
        again_until=again,
    )
    tx.appeals.put(settled)
    ended = (
        settle_replaced(tx, room, item, stands, by=by, now=now, handled_by=str(by), skip=appeal.id)
        if stands is not first
        else {}
    )
    over = AppealEnded(at=now, by=by, appeal_id=appeal.id, outcome=settled.status)
    _close_reading(tx, case, stands, (over, *ended.get(case.id, ())), by=by, now=now)
    parent = tx.cases.get(appeal.first_case_id, lock=True) if appeal.first_case_id else None
    if parent is not None:
        again_decided = () if stands is first else _decided_anew(parent, item, stands, by=by, now=now)
        tx.cases.append(parent, (*lapsed(parent, now), over, *ended.get(parent.id, ()), *again_decided))
    append_ended(tx, ended, but=frozenset({case.id, appeal.first_case_id or ""}), by=by, now=now)
    tell_appellant(tx, room, item, stands, settled, reason_id=reason_id, now=now)
    return settled


def _supersede(
    tx: Tx,
    room: Room,
    item: ItemRecord,
    appeal: AppealRecord,
    *,
    first: DecisionRecord,
    draft: VerdictDraft,
    action: Action,
    reason: str,
    by: Actor,
    now: datetime,
) -> DecisionRecord:
    """Make the decision that takes the first one's place, at once, and tell all but the appellant."""
    clauses = draft.clauses or (() if action is Action.ALLOW else first.clauses)
    if action.restrictive and not clauses:
        raise ClauseMissing(appeal.case_id)
    found = grounds(tx, item, clauses, first.about)
    lifted = restricted(item_view(tx, item, now))
    decision = enact(
        tx,
        room,
        item=item,
        case_id=first.case_id or appeal.case_id,
        about=first.about,
        action=action,
        clauses=clauses,
        masks=chosen_masks(tx, item, action=action, clauses=clauses, spans=draft.redactions),
        facts=facts_of(found, reports=0, clauses=room.catalogue.clauses),
        origin=DecisionOrigin.APPEAL,
        by=by,
        reason=reason,
        now=now,
        undo=timedelta(0),
    )
    told = frozenset({appellant_recipient(appeal)})
    tell_ruling(tx, room, item, decision, lifted=lifted, found=bool(found), skip=told)
    for report in tx.reports.of_item(item.id):
        _correct(
            tx,
            room,
            item,
            report,
            first=first,
            decision=decision,
            appellant=appeal.appellant,
            found=bool(found),
        )
    return decision


def _correct(
    tx: Tx,
    room: Room,
    item: ItemRecord,
    report: ReportRecord,
    *,
    first: DecisionRecord,
    decision: DecisionRecord,
    appellant: str,
    found: bool,
) -> None:
    """Give a report the outcome that the new decision means for it, where that differs."""
    pending = report.status in PENDING_REPORTS and report.case_id == first.case_id
    counted = report.decision_id == first.id and report.status in {
        ReportStatus.UPHELD,
        ReportStatus.NOT_UPHELD,
    }
    if not (pending or counted):
        return
    outcome = judged(room, report, decision)
    if outcome is report.status:
        tx.reports.put(replace(report, decision_id=decision.id))
        return
    corrected = settle_report(tx, report, outcome, decision)
    if report.reporter != appellant:
        tell_reporter(tx, room, item, decision, corrected, found=found)


def _close_reading(
    tx: Tx, case: Case, decision: DecisionRecord, ended: tuple[Event, ...], *, by: Actor, now: datetime
) -> None:
    """Write the end of the appeals case; it stays open while other appeals in it are unread."""
    left = case.pending - {e.appeal_id for e in ended if isinstance(e, AppealEnded)}
    decided = _decided(decision, case.revision, by=by, now=now)
    tx.cases.append(case, (*ended, *(() if left else (decided,))))


def _decided_anew(
    written: Case, item: ItemRecord, decision: DecisionRecord, *, by: Actor, now: datetime
) -> tuple[Event, ...]:
    """Return the events that put the first case under the superseding decision.

    A decided one is reopened first; an open one, on which only a machine had ruled, is decided by it.
    """
    case = as_of(written, now)
    events: list[Event] = []
    if case.status is Status.DECIDED:
        events.append(Reopened(at=now, by=by, revision=item.revision, because="appeal"))
    elif case.held_at(now):
        events.append(Released(at=now, by=SYSTEM, reason=ReleaseReason.GIVEN_BACK))
    elif case.status in {Status.WAITING, Status.SNOOZED}:
        events.append(Resumed(at=now, by=by))
    elif not case.open:
        return ()
    claimed = Claimed(at=now, by=by, lease_until=now + timedelta(minutes=1))
    return (*events, claimed, _decided(decision, item.revision, by=by, now=now))


def _decided(decision: DecisionRecord, revision: int, *, by: Actor, now: datetime) -> Decided:
    return Decided(
        at=now, by=by, decision_id=decision.id, revision=revision, action=decision.action, undo_until=now
    )


def _may_appeal_again(tx: Tx, room: Room, appeal: AppealRecord) -> bool:
    mine = [
        a
        for a in tx.appeals.of_item(appeal.item_id)
        if a.decision_id == appeal.decision_id and a.appellant == appeal.appellant
    ]
    return len(mine) < room.profile.appeals.max_appeals
