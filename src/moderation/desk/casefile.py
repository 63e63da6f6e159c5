"""A case with all that a moderator needs to decide it, and nothing that must stay hidden from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import datetime
from typing import Final

from moderation.cases.case import Case
from moderation.cases.events import AppealEnded, Decided, Event, Happened, Reopened, Undone, Voided
from moderation.cases.moves import allowed, as_of, lapsed
from moderation.cases.queue import parts
from moderation.cases.status import Origin
from moderation.decisions import Actor
from moderation.desk.refusals import NotFound
from moderation.desk.revising import parent_text
from moderation.desk.summaries import case_summaries
from moderation.desk.viewing import appeal_view, decision_views, item_view, report_views, revision_views
from moderation.desk.views import AppealView, CaseView, TimelineEntry
from moderation.store import Tx
from moderation.store.records import AppealRecord

_PLAIN: Final = frozenset(f.name for f in fields(Happened)) | {"case_id", "item_id", "text_id"}
_TELLING: Final = (Decided, Undone, Reopened, Voided, AppealEnded)
"""Events whose facts say how a case ended."""


def find_case(tx: Tx, case_id: str, *, lock: bool = False) -> Case:
    """Return a case as last written; raise `NotFound`."""
    case = tx.cases.get(case_id, lock=lock)
    if case is None:
        raise NotFound("case", case_id)
    return case


def barred_from(tx: Tx, case: Case) -> frozenset[str]:
    """Return who may not handle a case because they had a part in the decision that it reads again."""
    return tx.cases.touched(case.parent_case_id) if case.parent_case_id is not None else frozenset()


def case_view(tx: Tx, written: Case, *, by: Actor, now: datetime) -> CaseView:
    """Return the whole file of a case as `by` may see it now."""
    case = as_of(written, now)
    item = tx.items.get(case.item_id)
    if item is None:
        raise NotFound("item", case.item_id)
    revisions = revision_views(tx, tx.items.revisions(item.id))
    blind = _blind(tx, case, by)
    appeals = _appeals(tx, case, by, blind=blind)
    return CaseView(
        summary=case_summaries(tx, [written], now)[0],
        item=item_view(tx, item, now, blind=blind),
        text=revisions[-1].text,
        parent_text=parent_text(tx, item),
        revisions=revisions,
        assessment=tx.items.assessment(item.id, item.revision),
        parts=dict(parts(case, now)),
        reports=report_views(tx, tx.reports.of_case(case.parent_case_id or case.id), blind=blind),
        appeals=appeals,
        decisions=() if blind else decision_views(tx, tx.rulings.of_item(item.id)),
        timeline=_timeline(tx, written, now, blind=blind),
        allowed=allowed(written, by, now, barred=barred_from(tx, case)),
        parent_case_id=case.parent_case_id,
        undo_until=None if blind else case.undo_until,
        snoozed_until=case.snoozed_until,
        waiting_until=case.waiting_until,
    )


def blind_to(appeal: AppealRecord, by: Actor) -> bool:
    """Whether `by`, a moderator, must not yet see the decision that an appeal contests."""
    return appeal.settled_at is None and not (
        appeal.provisional_at is not None and appeal.handled_by == str(by)
    )


def _blind(tx: Tx, case: Case, by: Actor) -> bool:
    if case.origin is Origin.APPEAL:
        return any(blind_to(a, by) for a in tx.appeals.of_case(case.id))
    # Whoever reads an appeal must not find the first decision by way of its own case either.
    return reads_blind(tx, case.item_id, by)


def reads_blind(tx: Tx, item_id: str, by: Actor) -> bool:
    """Whether `by` holds an appeal about an item and has not yet said what they would decide."""
    return any(
        case.holder == str(by) and any(blind_to(a, by) for a in tx.appeals.of_case(case.id))
        for case in tx.cases.of_item(item_id)
        if case.open and case.origin is Origin.APPEAL
    )


def _appeals(tx: Tx, case: Case, by: Actor, *, blind: bool) -> tuple[AppealView, ...]:
    if case.origin is Origin.APPEAL:
        return tuple(appeal_view(tx, a, blind=blind or blind_to(a, by)) for a in tx.appeals.of_case(case.id))
    mine = (a for a in tx.appeals.of_item(case.item_id) if a.first_case_id == case.id)
    return tuple(appeal_view(tx, a, blind=blind or blind_to(a, by)) for a in mine)


def _timeline(tx: Tx, case: Case, now: datetime, *, blind: bool) -> tuple[TimelineEntry, ...]:
    events = (*tx.cases.events(case.id), *lapsed(case, now))
    # What the first moderators wrote to each other often names what they were about to do.
    hidden = blind and case.origin is not Origin.APPEAL
    texts = {} if hidden else tx.texts.all(getattr(event, "text_id", None) for event in events)
    return tuple(
        TimelineEntry(
            seq=seq,
            at=event.at,
            by=str(event.by),
            kind=type(event).__name__,
            facts={} if blind and isinstance(event, _TELLING) else _facts(event),
            text=texts.get(getattr(event, "text_id", "")),
        )
        for seq, event in enumerate(events, start=1)
    )


def _facts(event: Event) -> Mapping[str, str]:
    named = {f.name: getattr(event, f.name) for f in fields(event) if f.name not in _PLAIN}
    return {name: _said(value) for name, value in named.items() if value not in (None, (), "")}


def _said(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    return ", ".join(str(v) for v in value) if isinstance(value, tuple) else str(value)
