"""What arriving, changing and leaving do to an item's records and its open cases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from moderation.cases.case import Case
from moderation.cases.events import AppealEnded, Event, Voided
from moderation.cases.moves import lapsed
from moderation.cases.status import AppealStatus, Origin, ReportStatus, Status
from moderation.cases.steps import PENDING_APPEALS, step
from moderation.content import Item
from moderation.decisions import About, Action, Actor
from moderation.desk.intake import digest, settle_parties
from moderation.desk.opening import reopen, take_in
from moderation.desk.room import Room, new_id
from moderation.findings import Assessment
from moderation.store import Tx
from moderation.store.records import ItemRecord, RevisionRecord


def add_item(tx: Tx, item: Item, assessment: Assessment, now: datetime) -> ItemRecord:
    """Store a new item with its first revision and the parties it names."""
    product = settle_parties(tx, item)
    record = ItemRecord(
        id=item.id,
        surface=item.surface,
        author=item.author,
        author_id=item.author_id,
        shop_id=item.shop_id,
        product_id=item.product_id,
        product_generation=product.generation if product else None,
        order_id=item.order_id,
        parent_id=item.parent_id,
        thread_id=item.thread_id,
        source=item.source,
        incentivised=item.incentivised,
        context=_context(item),
        created_at=min(item.created_at or now, now),
        received_at=now,
        revision=1,
        rating=item.rating,
        first_rating=item.rating,
        lang=item.lang or assessment.lang,
    )
    tx.items.add(record)
    add_revision(tx, record, item.text, now)
    if item.parent_text is not None:
        tx.texts.add(parent_text_id(item.id), item.parent_text, kind="parent", item_id=item.id, at=now)
    return record


def add_revision(tx: Tx, record: ItemRecord, text: str, now: datetime) -> None:
    """Store the words of an item's current revision."""
    text_id = tx.texts.add(new_id("text"), text, kind="item", item_id=record.id, at=now)
    tx.items.add_revision(
        RevisionRecord(
            item_id=record.id,
            revision=record.revision,
            text_id=text_id,
            digest=digest(text, record.rating),
            rating=record.rating,
            lang=record.lang,
            created_at=now,
        )
    )


def parent_text(tx: Tx, record: ItemRecord) -> str | None:
    """Return the text that an item answers: that of its parent, or what was given in its place."""
    parent = tx.items.get(record.parent_id) if record.parent_id is not None else None
    if parent is not None:
        return tx.texts.get(tx.items.current([parent])[parent.id].text_id)
    return tx.texts.get(parent_text_id(record.id))


def parent_text_id(item_id: str) -> str:
    """Return under which id the text that an item answers is kept, where its parent is not here."""
    return f"parent_{item_id}"


def set_by_person(tx: Tx, item_id: str, now: datetime) -> frozenset[Action]:
    """Return which hiding actions a person's decision put on an item; a new revision does not end them."""
    hiding = {Action.HOLD, Action.REMOVE}
    people = {d.id for d in tx.rulings.of_item(item_id) if not d.automated}
    actions = tx.rulings.actions([item_id])[item_id]
    return frozenset(
        a.action for a in actions if a.active(now) and a.action in hiding and a.decision_id in people
    )


def follow(tx: Tx, room: Room, record: ItemRecord, done: set[str], *, now: datetime) -> Iterator[Case]:
    """Bring the other cases of a new revision along: open ones move to it, a person's ruling is read again.

    `done` are cases that have been told already.
    """
    if record.revision == 1:
        return
    for case in tx.cases.of_item(record.id):
        if case.id in done or case.origin is Origin.APPEAL:
            continue
        if case.open:
            yield take_in(tx, room, case, record, labels=(), confidence=case.confidence, now=now)
        elif _restricted_by(tx, case) and not any(c.open for c in _siblings(tx, case)):
            yield reopen(tx, case, record, because="edited", now=now)


def end_everything(tx: Tx, item_id: str, *, by: Actor, now: datetime) -> None:
    """End what a withdrawn item leaves open: appeals as withdrawn, reports and cases as void."""
    ended: dict[str, list[Event]] = {}
    for appeal in tx.appeals.of_item(item_id):
        if appeal.status not in PENDING_APPEALS:
            continue
        status = step(appeal.id, appeal.status, AppealStatus.WITHDRAWN)
        tx.appeals.put(replace(appeal, status=status, settled_at=now))
        for case_id in {appeal.case_id, appeal.first_case_id} - {None}:
            event = AppealEnded(at=now, by=by, appeal_id=appeal.id, outcome=status)
            ended.setdefault(str(case_id), []).append(event)
    for report in tx.reports.pending_of_item(item_id):
        void = step(report.id, report.status, ReportStatus.VOID)
        tx.reports.put(replace(report, status=void, settled_at=now))
    for case in tx.cases.of_item(item_id):
        due = lapsed(case, now)
        last = [Voided(at=now, by=by, because="withdrawn")] if case.open else []
        tx.cases.append(case, (*due, *ended.get(case.id, ()), *last))


def _restricted_by(tx: Tx, case: Case) -> bool:
    decision = tx.rulings.decision(case.decision_id) if case.decision_id else None
    decided = case.status in {Status.DECIDED, Status.CLOSED}
    return decided and case.about is About.AUTHOR and decision is not None and decision.action.restrictive


def _siblings(tx: Tx, case: Case) -> tuple[Case, ...]:
    return tuple(c for c in tx.cases.of_item(case.item_id) if c.lane is case.lane and c.about is case.about)


def _context(item: Item) -> dict[str, object]:
    return {
        "shop_name": item.shop_name,
        "product_title": item.product_title,
        "shop_contacts": list(item.shop_contacts),
        "media": [media.path for media in item.media],
        "lang_detected": item.lang is None,
    }
