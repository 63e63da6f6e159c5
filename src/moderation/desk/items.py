"""Items at the desk: submit, edit, withdraw, and what strangers and moderators see of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import Final, TypeVar

from moderation.cases.status import DecisionOrigin
from moderation.cases.visibility import SHOWN
from moderation.content import Item, Surface
from moderation.decisions import About, Action, Actor, ActorKind, Decision
from moderation.desk.casefile import reads_blind
from moderation.desk.intake import admit, belongs, digest, native_review, restored
from moderation.desk.opening import open_for_findings
from moderation.desk.paging import last_shown
from moderation.desk.refusals import (
    ItemConflict,
    ItemWithdrawn,
    LimitReached,
    NotFound,
    NotYours,
    RatingMissing,
)
from moderation.desk.revising import (
    add_item,
    add_revision,
    end_everything,
    follow,
    parent_text,
    set_by_person,
)
from moderation.desk.room import READERS, Room, new_id, require
from moderation.desk.ruling import enact, masks_of, standing_decision
from moderation.desk.summaries import case_summaries
from moderation.desk.telling import tell_ruling
from moderation.desk.viewing import (
    decision_view,
    decision_views,
    item_view,
    item_views,
    restricted,
    revision_views,
)
from moderation.desk.views import ItemFile, ItemView, Page, Refused, Submitted
from moderation.errors import ModerationError
from moderation.findings import Assessment
from moderation.notices import facts_of
from moderation.store import Tx
from moderation.store.records import ItemRecord

T = TypeVar("T")

MACHINE: Final = Actor(ActorKind.SYSTEM, "judge")


class Items:
    """Use cases on items."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def submit(self, item: Item, *, by: Actor) -> Submitted:
        """Take in a new item, assess it and open the cases that need a person.

        The same id with the same content again changes nothing and answers `created` False. Raises
        `ItemConflict` on other content, the intake refusals of native reviews, `NotYours`, `NotPermitted`.
        """
        known = self._known(item, by)
        if known is not None:
            return known
        with self._room.store.read() as tx:
            admit(tx, self._room, item, by=by, now=self._room.clock())
        [(assessment, decision)] = self._room.judge([item])
        return self._store(item, assessment, decision, by=by)

    def submit_many(self, items: Sequence[Item], *, by: Actor) -> tuple[Submitted | Refused, ...]:
        """Submit items in order, new ones judged together; a refused one does not stop the others."""
        answers = [_tried(item, partial(self._known, item, by)) for item in items]
        new = [item for item, answer in zip(items, answers, strict=True) if answer is None]
        judged = iter(self._room.judge(new) if new else ())
        return tuple(
            _tried(item, partial(self._store, item, *next(judged), by=by)) if answer is None else answer
            for item, answer in zip(items, answers, strict=True)
        )

    def edit(self, item_id: str, *, text: str, rating: int | None = None, by: Actor) -> Submitted:
        """Store a new revision and assess it; the first rating is kept beside the current one.

        An open case follows to the new revision; where a person restricted the item, its case opens again
        and holding or removal stays until somebody decides. Unchanged content changes nothing.
        """
        with self._room.store.read() as tx:
            record = _standing(tx, item_id, by)
            current = tx.items.current([record])[item_id]
            answered = parent_text(tx, record)
        rating = record.rating if rating is None else rating
        if digest(text, rating) == current.digest:
            return self._again(item_id)
        if native_review(record) and rating is None:
            raise RatingMissing(item_id)
        most = self._room.profile.reviews.edits
        if record.surface is Surface.REVIEW and most is not None and record.revision > most:
            raise LimitReached(item_id, what="edits", most=most)
        item = restored(record, text=text, rating=rating, revision=record.revision + 1, parent_text=answered)
        [(assessment, decision)] = self._room.judge([item])
        return self._revise(record, item, assessment, decision)

    def withdraw(self, item_id: str, *, by: Actor) -> ItemView:
        """Take an item back for its author: gone at once, its texts erased after the retention period.

        Open cases become void, pending appeals end as withdrawn, pending reports as void.
        """
        now = self._room.clock()
        with self._room.store.write() as tx:
            record = _found(tx, item_id, lock=True)
            if not belongs(record, by):
                raise NotYours("item", item_id)
            if record.withdrawn_at is None:
                kept = timedelta(days=self._room.profile.clocks.keep_withdrawn_days)
                record = replace(record, withdrawn_at=now, erase_at=now + kept)
                tx.items.put(record)
                end_everything(tx, item_id, by=by, now=now)
            return item_view(tx, record, now)

    def public(self, item_id: str) -> ItemView:
        """Return what strangers see of an item. Raises `NotFound`."""
        with self._room.store.read() as tx:
            return item_view(tx, _found(tx, item_id), self._room.clock())

    def file(self, item_id: str, *, by: Actor) -> ItemFile:
        """Return everything about an item, for moderators; no decisions for who reads its appeal blind."""
        require(by, READERS, "read item files")
        now = self._room.clock()
        with self._room.store.read() as tx:
            record = _found(tx, item_id)
            revisions = tx.items.revisions(item_id)
            line = (
                tx.orders.line(record.order_id, record.product_id)
                if record.order_id and record.product_id
                else None
            )
            product = tx.parties.product(record.product_id) if record.product_id else None
            views = revision_views(tx, revisions)
            blind = reads_blind(tx, item_id, by)
            return ItemFile(
                item=item_view(tx, record, now, blind=blind),
                text=views[-1].text,
                author_id=record.author_id,
                order_id=record.order_id,
                rating=record.rating,
                first_rating=record.first_rating,
                delivered_at=line.delivered_at if line else None,
                refunded_at=line.refunded_at if line else None,
                withdrawn_at=record.withdrawn_at,
                product_title=product.title if product else None,
                revisions=views,
                assessment=tx.items.assessment(item_id, record.revision),
                decisions=() if blind else decision_views(tx, tx.rulings.of_item(item_id)),
                cases=case_summaries(tx, tx.cases.of_item(item_id), now),
            )

    def listing(
        self,
        *,
        product_id: str | None = None,
        shop_id: str | None = None,
        author_id: str | None = None,
        parent_id: str | None = None,
        surface: Surface | None = None,
        cursor: str | None = None,
        limit: int = 50,
    ) -> Page[ItemView]:
        """Return items that fit, newest first, as strangers see them; what is hidden is left out.

        With `author_id` the author's hidden ones are listed too, without their texts.
        """
        now = self._room.clock()
        with self._room.store.read() as tx:
            last = last_shown(cursor, tx.items.get)
            found = tx.items.listing(
                product_id=product_id,
                shop_id=shop_id,
                author_id=author_id,
                parent_id=parent_id,
                surface=surface,
                before=(last.created_at, last.id) if last else None,
                limit=limit,
            )
            views = item_views(tx, found, now)
        shown = tuple(v for v in views if author_id is not None or v.visibility in SHOWN)
        return Page(items=shown, cursor=found[-1].id if len(found) == limit else None)

    def _known(self, item: Item, by: Actor) -> Submitted | None:
        with self._room.store.read() as tx:
            record = tx.items.get(item.id)
            if record is None:
                return None
            if not belongs(record, by):
                raise NotYours("item", item.id)
            if all(r.digest != digest(item.text, item.rating) for r in tx.items.revisions(item.id)[:1]):
                raise ItemConflict(item.id)
        return self._again(item.id)

    def _again(self, item_id: str) -> Submitted:
        with self._room.store.read() as tx:
            record = _found(tx, item_id)
            standing = standing_decision(tx, item_id, About.AUTHOR) or tx.rulings.of_item(item_id)[-1]
            return Submitted(
                item=item_view(tx, record, self._room.clock()),
                created=False,
                decision=decision_view(tx, standing),
                case_ids=tuple(case.id for case in tx.cases.of_item(item_id)),
            )

    def _store(self, item: Item, assessment: Assessment, decision: Decision, *, by: Actor) -> Submitted:
        room, now = self._room, self._room.clock()

        def work(tx: Tx) -> Submitted | None:
            if tx.items.get(item.id) is not None:
                return None
            admit(tx, room, item, by=by, now=now)
            record = add_item(tx, item, assessment, now)
            return self._judged(tx, record, assessment, decision, lifted=False, now=now)

        return room.store.attempt(work) or self._known(item, by) or self._again(item.id)

    def _revise(
        self, before: ItemRecord, item: Item, assessment: Assessment, decision: Decision
    ) -> Submitted:
        now = self._room.clock()
        with self._room.store.write() as tx:
            record = _found(tx, before.id, lock=True)
            if record.revision != before.revision or record.withdrawn_at is not None:
                raise ItemConflict(before.id)
            lifted = restricted(item_view(tx, record, now))
            record = replace(
                record,
                revision=item.revision,
                rating=item.rating,
                lang=assessment.lang,
                first_rating=item.rating if record.first_rating is None else record.first_rating,
            )
            add_revision(tx, record, item.text, now)
            tx.items.put(record)
            return self._judged(tx, record, assessment, decision, lifted=lifted, now=now)

    def _judged(
        self,
        tx: Tx,
        record: ItemRecord,
        assessment: Assessment,
        decision: Decision,
        *,
        lifted: bool,
        now: datetime,
    ) -> Submitted:
        """Keep what the machine saw and ruled; open, feed or reopen the cases that it concerns."""
        room = self._room
        tx.items.add_assessment(new_id("asm"), assessment, at=now)
        kept = set_by_person(tx, record.id, now)
        cases = open_for_findings(tx, room, record, assessment, decision, now=now)
        cases += tuple(follow(tx, room, record, {c.id for c in cases}, now=now))
        mine = next((case.id for case in cases if case.about is About.AUTHOR), None)
        ruled = enact(
            tx,
            room,
            item=record,
            case_id=mine,
            about=About.AUTHOR,
            action=decision.action,
            clauses=decision.labels,
            masks=masks_of(decision.redactions, decision.grounds) if decision.action is Action.REDACT else (),
            facts=facts_of(decision.grounds, reports=0, clauses=room.catalogue.clauses),
            origin=DecisionOrigin.AUTOMATION,
            by=MACHINE,
            reason=None,
            now=now,
            keep=kept,
        )
        tell_ruling(tx, room, record, ruled, lifted=lifted and not kept, found=True)
        return Submitted(
            item=item_view(tx, _found(tx, record.id), now),
            created=True,
            decision=decision_view(tx, ruled),
            case_ids=tuple(dict.fromkeys(case.id for case in cases)),
        )


def _tried(item: Item, work: Callable[[], T]) -> T | Refused:
    try:
        return work()
    except ModerationError as refusal:
        return Refused(item_id=item.id, code=refusal.code, detail=str(refusal))


def _found(tx: Tx, item_id: str, *, lock: bool = False) -> ItemRecord:
    record = tx.items.get(item_id, lock=lock)
    if record is None:
        raise NotFound("item", item_id)
    return record


def _standing(tx: Tx, item_id: str, by: Actor) -> ItemRecord:
    record = _found(tx, item_id)
    if not belongs(record, by):
        raise NotYours("item", item_id)
    if record.withdrawn_at is not None:
        raise ItemWithdrawn(item_id)
    return record
