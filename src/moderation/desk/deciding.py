"""What a person's decision must name, and what it does to reports and to appeals on what it replaces."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from moderation.cases.appeals import OUTCOME, settled
from moderation.cases.case import Case
from moderation.cases.events import AppealEnded, Event, Voided
from moderation.cases.moves import lapsed
from moderation.cases.queue import clause_fits
from moderation.cases.status import ReportStatus
from moderation.cases.steps import PENDING_REPORTS, step
from moderation.decisions import About, Action, Actor
from moderation.desk.drafts import DecisionDraft
from moderation.desk.refusals import (
    ClauseMissing,
    NothingToRedact,
    SpanOutsideText,
    UnknownClause,
    WrongTarget,
)
from moderation.desk.room import Room, words
from moderation.desk.ruling import masks_of
from moderation.desk.telling import tell_appellant, tell_reporter
from moderation.findings import Finding, Span
from moderation.store import Tx
from moderation.store.records import DecisionRecord, ItemRecord, Mask, ReportRecord


def check_grounds(room: Room, case: Case, draft: DecisionDraft) -> None:
    """Raise unless a restrictive decision names clauses that exist, a reason, and the right target."""
    for clause in draft.clauses:
        if clause not in room.catalogue.clauses:
            raise UnknownClause(clause)
    if case.about is About.SHOP and draft.action is not Action.ALLOW:
        raise WrongTarget(case.id)
    if draft.action.restrictive or (case.about is About.SHOP and draft.clauses):
        if not draft.clauses:
            raise ClauseMissing(case.id)
        words(draft.reason, case.id)


def without_breach(case: Case, item: ItemRecord, draft: DecisionDraft) -> DecisionDraft:
    """Return the draft without clauses where it finds no breach: a public text that stays as it is.

    A case about the shop may confirm its clauses while the item stays; so may one about words in private.
    """
    kept = draft.action is Action.ALLOW and case.about is About.AUTHOR and item.surface.public
    return replace(draft, clauses=()) if kept else draft


def chosen_masks(
    tx: Tx, item: ItemRecord, *, action: Action, clauses: tuple[str, ...], spans: tuple[Span, ...]
) -> tuple[Mask, ...]:
    """Return the masks of a redaction: the spans given, else those found for the named clauses."""
    if action is not Action.REDACT:
        return ()
    assessment = tx.items.assessment(item.id, item.revision)
    findings = assessment.findings if assessment else ()
    wanted = spans or tuple(f.span for f in findings if f.span is not None and f.label in clauses)
    if not wanted:
        raise NothingToRedact(item.id)
    text = tx.texts.get(tx.items.current([item])[item.id].text_id) or ""
    if any(span.end > len(text) for span in wanted):
        raise SpanOutsideText(item.id)
    return masks_of(wanted, findings)


def grounds(tx: Tx, item: ItemRecord, clauses: tuple[str, ...], about: About) -> tuple[Finding, ...]:
    """Return what machines found for the named clauses, so that notices can say it."""
    assessment = tx.items.assessment(item.id, item.revision)
    if assessment is None or about is About.SHOP:
        return ()
    return tuple(f for f in assessment.findings if f.label in clauses)


def settle_reports(
    tx: Tx,
    room: Room,
    item: ItemRecord,
    decision: DecisionRecord,
    *,
    outcomes: Mapping[str, ReportStatus],
    found: bool,
) -> None:
    """Give every pending report of the decided case its own outcome, and tell its reporter.

    `outcomes` names those that do not follow from the decision.
    """
    reports = [r for r in tx.reports.of_case(decision.case_id or "") if r.status in PENDING_REPORTS]
    given: dict[str, ReportStatus] = {}
    for report in sorted(reports, key=lambda r: r.duplicate_of is not None):
        inherited = given.get(report.duplicate_of or "")
        outcome = outcomes.get(report.id) or inherited or judged(room, report, decision)
        given[report.id] = outcome
        ended = settle_report(tx, report, outcome, decision)
        tell_reporter(tx, room, item, decision, ended, found=found)


def settle_report(
    tx: Tx, report: ReportRecord, outcome: ReportStatus, decision: DecisionRecord
) -> ReportRecord:
    """Write the outcome of one report."""
    here = report.status
    if here in {ReportStatus.RECEIVED, ReportStatus.NEEDS_INFO} and outcome is not ReportStatus.INVALID:
        here = step(report.id, here, ReportStatus.UNDER_REVIEW)
    ended = replace(
        report,
        status=step(report.id, here, outcome),
        decision_id=decision.id,
        settled_at=decision.decided_at,
    )
    tx.reports.put(ended)
    return ended


def take_up_reports(tx: Tx, case_id: str) -> None:
    """Put the received reports of a case under review: somebody has begun to read it."""
    for report in tx.reports.of_case(case_id):
        if report.status is ReportStatus.RECEIVED:
            tx.reports.put(replace(report, status=step(report.id, report.status, ReportStatus.UNDER_REVIEW)))


def judged(room: Room, report: ReportRecord, decision: DecisionRecord) -> ReportStatus:
    """Return what a decision means for a report: upheld where something was done about its reason."""
    patterns = room.catalogue.report_reasons[report.reason].clauses
    fits = not patterns or any(clause_fits(p, c) for p in patterns for c in decision.clauses)
    acted = decision.action is not Action.ALLOW or (decision.about is About.SHOP and bool(decision.clauses))
    return ReportStatus.UPHELD if acted and fits else ReportStatus.NOT_UPHELD


def reopen_reports(tx: Tx, decision: DecisionRecord) -> None:
    """Put reports back under review whose outcome rested on an undone decision."""
    for report in tx.reports.of_item(decision.item_id):
        if report.decision_id == decision.id:
            status = step(report.id, report.status, ReportStatus.UNDER_REVIEW)
            tx.reports.put(replace(report, status=status, decision_id=None, settled_at=None))


def settle_replaced(
    tx: Tx,
    room: Room,
    item: ItemRecord,
    decision: DecisionRecord,
    *,
    by: Actor,
    now: datetime,
    handled_by: str | None = None,
    skip: str | None = None,
) -> dict[str, list[Event]]:
    """End the pending appeals on the decision that this one replaces; a person has now ruled on them.

    Returns the `AppealEnded` events by case; the caller appends those of its own case, `_append_ended`
    the others. `skip` is an appeal that the caller settles itself.
    """
    ended: dict[str, list[Event]] = {}
    first = tx.rulings.decision(decision.supersedes_id) if decision.supersedes_id else None
    if first is None:
        return ended
    for appeal in tx.appeals.pending_on(first.id):
        if appeal.id == skip:
            continue
        verdict = settled(appeal.standing, first.action, decision.action)
        done = replace(
            appeal,
            status=step(appeal.id, appeal.status, OUTCOME[verdict]),
            outcome=verdict,
            handled_by=handled_by or appeal.handled_by,
            outcome_decision_id=decision.id,
            settled_at=now,
            again_until=decision.appeal_until,
        )
        tx.appeals.put(done)
        tell_appellant(tx, room, item, decision, done, reason_id=decision.reason_id, now=decision.executes_at)
        event = AppealEnded(at=now, by=by, appeal_id=appeal.id, outcome=done.status)
        for case_id in dict.fromkeys((appeal.case_id, appeal.first_case_id)):
            if case_id is not None:
                ended.setdefault(case_id, []).append(event)
    return ended


def append_ended(
    tx: Tx, ended: dict[str, list[Event]], *, but: frozenset[str], by: Actor, now: datetime
) -> None:
    """Write ended appeals to their cases; an appeals case with nothing left to read becomes void."""
    for case_id, events in ended.items():
        case = tx.cases.get(case_id)
        if case is None or case_id in but:
            continue
        left = case.pending - {e.appeal_id for e in events if isinstance(e, AppealEnded)}
        over = case.open and case.parent_case_id is not None and not left
        last = [Voided(at=now, by=by, because="settled by a new decision")] if over else []
        tx.cases.append(case, (*lapsed(case, now), *events, *last))
