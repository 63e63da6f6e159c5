"""Reports at the desk: people point at an item, with a reason, and are told what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final

from moderation.cases.case import Case
from moderation.cases.events import Reported
from moderation.cases.moves import lapsed
from moderation.cases.queue import clause_fits, reporter_weight
from moderation.cases.status import Origin, ReportStatus
from moderation.cases.steps import PENDING_REPORTS, step
from moderation.decisions import About, Actor, ActorKind, Lane
from moderation.desk.deciding import settle_report
from moderation.desk.drafts import ReportDraft
from moderation.desk.opening import open_case, reopen
from moderation.desk.paging import last_shown
from moderation.desk.refusals import (
    AcknowledgementMissing,
    ItemWithdrawn,
    NotFound,
    NotYours,
    ReportTooLate,
    SpanOutsideText,
    UnknownReason,
)
from moderation.desk.room import READERS, Room, new_id, new_reference, require
from moderation.desk.telling import tell_reporter
from moderation.desk.viewing import report_views
from moderation.desk.views import Page, ReportView
from moderation.policy import ReportReason, Severity
from moderation.store import Tx
from moderation.store.records import ItemRecord, ReportRecord

REPORTERS: Final = frozenset({ActorKind.SELLER, ActorKind.AUTHOR, ActorKind.SERVICE})

_LANE: Final[Mapping[str, Lane]] = MappingProxyType({"defamation_or_other_illegal": Lane.LEGAL})
"""Reasons that do not go to the lane of their clauses: a legal notice is read by lawyers."""


class Reports:
    """Use cases on reports."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def reasons(self) -> tuple[ReportReason, ...]:
        """Return the reasons that a report can give, in the catalogue's order."""
        return tuple(self._room.catalogue.report_reasons.values())

    def file(self, draft: ReportDraft, *, by: Actor) -> ReportView:
        """Take in a report: it joins the item's open case, reopens a closed one, or opens its own.

        The same report by the same person is kept as a duplicate and inherits the outcome. What a person has
        decided for the same reason on this revision is answered at once. Raises `UnknownReason`,
        `AcknowledgementMissing`, `SpanOutsideText`, `ReportTooLate`, `ItemWithdrawn`, `NotYours`, `NotFound`.
        """
        require(by, REPORTERS, "report items")
        room, now = self._room, self._room.clock()
        if draft.reason not in room.catalogue.report_reasons:
            raise UnknownReason(draft.reason)
        if not draft.acknowledged:
            raise AcknowledgementMissing(draft.item_id)
        with room.store.write() as tx:
            item = self._reportable(tx, draft, by, now)
            earlier = tx.reports.of_item(item.id)
            report = _record(tx, item, draft, by=by, now=now, twin=_twin(earlier, item, draft, by))
            answered = _answered(earlier, report)
            if answered is not None:
                return self._answer(tx, item, report, answered)
            weight = 0.0 if report.duplicate_of else reporter_weight(*tx.reports.accuracy(str(by)))
            case = self._case(tx, item, report, by=by, now=now)
            event = Reported(at=now, by=by, report_id=report.id, weight=weight)
            joined = tx.cases.append(case, (*lapsed(case, now), event))
            report = replace(report, case_id=joined.id)
            tx.reports.add(report)
            return report_views(tx, [report])[0]

    def withdraw(self, report_id: str, *, by: Actor) -> ReportView:
        """Take a pending report back."""
        now = self._room.clock()
        with self._room.store.write() as tx:
            report = _visible(tx, report_id, by)
            withdrawn = step(report.id, report.status, ReportStatus.WITHDRAWN)
            report = replace(report, status=withdrawn, settled_at=now)
            tx.reports.put(report)
            return report_views(tx, [report])[0]

    def get(self, report_id: str, *, by: Actor) -> ReportView:
        """Return a report by id or reference number, to its reporter, their shop, or a moderator."""
        with self._room.store.read() as tx:
            return report_views(tx, [_visible(tx, report_id, by)])[0]

    def list(
        self, *, by: Actor, status: ReportStatus | None = None, cursor: str | None = None, limit: int = 50
    ) -> Page[ReportView]:
        """Return reports, newest first: one's own and one's shop's, or all for moderators."""
        everybody = by.kind in READERS or by.kind is ActorKind.SERVICE
        with self._room.store.read() as tx:
            found = tx.reports.listing(
                reporter=None if everybody else str(by),
                shop_id=by.shop_id,
                status=status,
                after=last_shown(cursor, tx.reports.get),
                limit=limit,
            )
            return Page(items=report_views(tx, found), cursor=found[-1].id if len(found) == limit else None)

    def _reportable(self, tx: Tx, draft: ReportDraft, by: Actor, now: datetime) -> ItemRecord:
        item = tx.items.get(draft.item_id, lock=True)
        if item is None:
            raise NotFound("item", draft.item_id)
        if item.withdrawn_at is not None:
            raise ItemWithdrawn(item.id)
        if by.kind is ActorKind.SELLER and by.shop_id != item.shop_id:
            raise NotYours("item", item.id)
        days = self._room.profile.reviews.report_within_days
        if days is not None and now - item.created_at > timedelta(days=days):
            raise ReportTooLate(item.id, days=days)
        text = tx.texts.get(tx.items.current([item])[item.id].text_id) or ""
        if draft.span is not None and draft.span.end > len(text):
            raise SpanOutsideText(item.id)
        return item

    def _case(self, tx: Tx, item: ItemRecord, report: ReportRecord, *, by: Actor, now: datetime) -> Case:
        """Return the case that a report joins."""
        case = tx.cases.open_of_item(item.id, About.AUTHOR)
        if case is not None:
            return case
        for old in reversed(tx.cases.of_item(item.id)):
            if old.about is About.AUTHOR and old.origin is not Origin.APPEAL and old.revision < item.revision:
                return reopen(tx, old, item, because="reported at a new revision", now=now)
        reason = self._room.catalogue.report_reasons[report.reason]
        assessment = tx.items.assessment(item.id, item.revision)
        found = assessment.findings if assessment else ()
        labels = tuple(
            dict.fromkeys(f.label for f in found if any(clause_fits(p, f.label) for p in reason.clauses))
        )
        return open_case(
            tx,
            self._room,
            item,
            lane=self._lane(reason),
            about=About.AUTHOR,
            labels=labels,
            origin=Origin.REPORT,
            by=by,
            now=now,
            at_least=self._severity(reason, item),
        )

    def _lane(self, reason: ReportReason) -> Lane:
        named = [self._room.catalogue.clauses[c] for c in reason.clauses if c in self._room.catalogue.clauses]
        special = named and all(clause.lane is Lane.SPECIALIST for clause in named)
        return _LANE.get(reason.id, Lane.SPECIALIST if special else Lane.TRIAGE)

    def _severity(self, reason: ReportReason, item: ItemRecord) -> Severity:
        """Return the mildest severity that the reason can turn out to be: a report proves nothing yet."""
        named = [self._room.catalogue.clauses[c] for c in reason.clauses if c in self._room.catalogue.clauses]
        fitting = [c.severity for c in named if c.covers(item.surface, item.author)]
        return min(fitting, key=lambda s: s.rank, default=Severity.LOW)

    def _answer(self, tx: Tx, item: ItemRecord, report: ReportRecord, like: ReportRecord) -> ReportView:
        decision = tx.rulings.decision(like.decision_id or "")
        if decision is None:
            raise NotFound("decision", like.decision_id or "")
        tx.reports.add(replace(report, case_id=like.case_id))
        ended = settle_report(tx, replace(report, case_id=like.case_id), like.status, decision)
        ended = replace(ended, settled_at=report.filed_at)
        tx.reports.put(ended)
        tell_reporter(
            tx, self._room, item, decision, ended, found=bool(decision.facts), sent_at=report.filed_at
        )
        return report_views(tx, [ended])[0]


def _record(
    tx: Tx, item: ItemRecord, draft: ReportDraft, *, by: Actor, now: datetime, twin: str | None
) -> ReportRecord:
    comment = (draft.comment or "").strip()
    comment_id = new_id("text") if comment else None
    if comment_id is not None:
        tx.texts.add(comment_id, comment, kind="report", item_id=item.id, at=now)
    return ReportRecord(
        id=new_id("rep"),
        reference=new_reference("R"),
        item_id=item.id,
        revision=item.revision,
        case_id=None,
        reporter=str(by),
        reporter_shop_id=by.shop_id,
        reason=draft.reason,
        span=draft.span,
        comment_id=comment_id,
        status=ReportStatus.RECEIVED if twin is None else ReportStatus.DUPLICATE,
        duplicate_of=twin,
        filed_at=now,
    )


def _twin(earlier: tuple[ReportRecord, ...], item: ItemRecord, draft: ReportDraft, by: Actor) -> str | None:
    """Return the pending report that this one repeats."""
    return next(
        (
            r.id
            for r in earlier
            if r.reporter == str(by)
            and r.reason == draft.reason
            and r.revision == item.revision
            and r.duplicate_of is None
            and r.status in PENDING_REPORTS
        ),
        None,
    )


def _answered(earlier: tuple[ReportRecord, ...], report: ReportRecord) -> ReportRecord | None:
    """Return a report on this revision for this reason that a person has decided, if the newest has been."""
    alike = [r for r in earlier if r.reason == report.reason and r.revision == report.revision]
    decided = [r for r in alike if r.status in {ReportStatus.UPHELD, ReportStatus.NOT_UPHELD}]
    pending = any(r.status in PENDING_REPORTS for r in alike)
    return decided[-1] if decided and not pending else None


def _visible(tx: Tx, report_id: str, by: Actor) -> ReportRecord:
    report = tx.reports.get(report_id)
    mine = report is not None and (
        report.reporter == str(by) or (by.shop_id is not None and report.reporter_shop_id == by.shop_id)
    )
    if report is None or not (mine or by.kind in READERS or by.kind is ActorKind.SERVICE):
        raise NotFound("report", report_id)
    return report
