"""Appeals at the desk: filed by a party, read blind, decided by somebody who had no part before."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from moderation.cases.appeals import admit, ruled, standing
from moderation.cases.case import Case
from moderation.cases.events import Appealed, AppealEnded, Claimed, Voided
from moderation.cases.moves import check, lapsed
from moderation.cases.refusals import IllegalStep, NotBlind
from moderation.cases.status import AppealStatus, Move, Origin, ReportStatus, Standing
from moderation.cases.steps import PENDING_APPEALS, step
from moderation.decisions import Actor, ActorKind, Lane
from moderation.desk.casefile import blind_to, find_case, reads_blind
from moderation.desk.drafts import AppealDraft, ReadingDraft, VerdictDraft
from moderation.desk.opening import open_case
from moderation.desk.paging import last_shown
from moderation.desk.redress import carry_out
from moderation.desk.refusals import ItemWithdrawn, NotFound, UnknownClause
from moderation.desk.room import READERS, Room, new_id, new_reference, require, words
from moderation.desk.ruling import standing_decision
from moderation.desk.viewing import appeal_view
from moderation.desk.views import AppealView, Page
from moderation.store import Tx
from moderation.store.records import AppealRecord, DecisionRecord, ItemRecord

APPELLANTS = frozenset({ActorKind.AUTHOR, ActorKind.SELLER})


class Appeals:
    """Use cases on appeals."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def file(self, draft: AppealDraft, *, by: Actor) -> AppealView:
        """Contest a decision: its author, the shop it went against, or a reporter not upheld.

        Opens a case in the appeals lane from which everybody who touched the first decision is barred.
        Raises `AppealNotOpen`, `AppealTooLate`, `AlreadyAppealed`, `ItemWithdrawn`, `ReasonMissing`.
        """
        require(by, APPELLANTS, "appeal")
        room, now = self._room, self._room.clock()
        statement = words(draft.statement, draft.decision_id)
        with room.store.write() as tx:
            decision, item = _contested(tx, draft.decision_id)
            role = self._admitted(tx, decision, item, by, now)
            appeal_id = new_id("appeal")
            event = Appealed(at=now, by=by, appeal_id=appeal_id)
            case = self._appeals_case(tx, item, decision, event, by=by, now=now)
            appeal = AppealRecord(
                id=appeal_id,
                reference=new_reference("A"),
                decision_id=decision.id,
                item_id=item.id,
                case_id=case.id,
                first_case_id=decision.case_id,
                appellant=str(by),
                appellant_shop_id=by.shop_id,
                standing=role,
                statement_id=tx.texts.add(new_id("text"), statement, kind="appeal", item_id=item.id, at=now),
                improvements_id=_optional(tx, draft.improvements, item.id, now),
                evidence=draft.evidence,
                status=AppealStatus.FILED,
                filed_at=now,
                deadline_at=case.due_at or now,
            )
            tx.appeals.add(appeal)
            first = tx.cases.get(decision.case_id, lock=True) if decision.case_id else None
            if first is not None:
                tx.cases.append(first, (*lapsed(first, now), event))
            return appeal_view(tx, appeal, blind=False)

    def withdraw(self, appeal_id: str, *, by: Actor) -> AppealView:
        """Take a pending appeal back; the first decision stands."""
        now = self._room.clock()
        with self._room.store.write() as tx:
            tx.items.get(_visible(tx, appeal_id, by).item_id, lock=True)
            appeal = _visible(tx, appeal_id, by)
            status = step(appeal.id, appeal.status, AppealStatus.WITHDRAWN)
            appeal = replace(appeal, status=status, settled_at=now)
            tx.appeals.put(appeal)
            event = AppealEnded(at=now, by=by, appeal_id=appeal.id, outcome=status)
            case = find_case(tx, appeal.case_id, lock=True)
            over = (
                [Voided(at=now, by=by, because="withdrawn")]
                if case.open and case.pending == {appeal.id}
                else []
            )
            tx.cases.append(case, (*lapsed(case, now), event, *over))
            first = tx.cases.get(appeal.first_case_id, lock=True) if appeal.first_case_id else None
            if first is not None:
                tx.cases.append(first, (*lapsed(first, now), event))
            return appeal_view(tx, appeal, blind=False)

    def get(self, appeal_id: str, *, by: Actor) -> AppealView:
        """Return an appeal to its appellant, their shop, or a moderator; blind to who must read it blind."""
        with self._room.store.read() as tx:
            return _seen_by(tx, _visible(tx, appeal_id, by), by)

    def list(
        self, *, by: Actor, status: AppealStatus | None = None, cursor: str | None = None, limit: int = 50
    ) -> Page[AppealView]:
        """Return appeals, newest first: one's own and one's shop's, or all for moderators."""
        everybody = by.kind in READERS or by.kind is ActorKind.SERVICE
        with self._room.store.read() as tx:
            found = tx.appeals.listing(
                appellant=None if everybody else str(by),
                shop_id=by.shop_id,
                status=status,
                after=last_shown(cursor, tx.appeals.get),
                limit=limit,
            )
            views = tuple(_seen_by(tx, appeal, by) for appeal in found)
        return Page(items=views, cursor=found[-1].id if len(found) == limit else None)

    def provisional(self, appeal_id: str, draft: ReadingDraft, *, by: Actor) -> AppealView:
        """Record what the reader would decide, before the first decision is shown to them.

        Raises `SameModerator` for whoever touched the first decision, `CaseHeld`, `UnknownClause`.
        """
        room, now = self._room, self._room.clock()
        self._known_clauses(draft.clauses)
        with room.store.write() as tx:
            appeal, _ = self._reading(tx, appeal_id, by, now)
            if appeal.provisional_at is not None and appeal.handled_by == str(by):
                raise IllegalStep(appeal.id, here="provisional", there="provisional")
            note_id = _optional(tx, draft.note, appeal.item_id, now)
            assigned = appeal.status is AppealStatus.ASSIGNED
            appeal = replace(
                appeal,
                status=appeal.status if assigned else step(appeal.id, appeal.status, AppealStatus.ASSIGNED),
                handled_by=str(by),
                provisional_action=draft.action,
                provisional_clauses=draft.clauses,
                provisional_note_id=note_id,
                provisional_at=now,
            )
            tx.appeals.put(appeal)
            return _seen_by(tx, appeal, by)

    def final(self, appeal_id: str, draft: VerdictDraft, *, by: Actor) -> AppealView:
        """Uphold, overturn or modify the first decision, after one's own provisional verdict.

        Anything but upheld makes a superseding decision: actions are reversed, reports get their new outcome,
        the first case is reopened and decided anew, everybody concerned is told. Raises `NotBlind`,
        `VerdictContradicts`, `SameModerator`, `CaseHeld`, `ReasonMissing`, `ClauseMissing`.
        """
        room, now = self._room, self._room.clock()
        reason = words(draft.reason, appeal_id)
        self._known_clauses(draft.clauses)
        with room.store.write() as tx:
            appeal, case = self._reading(tx, appeal_id, by, now)
            if appeal.provisional_at is None or appeal.handled_by != str(by):
                raise NotBlind(appeal.id)
            first = tx.rulings.decision(appeal.decision_id)
            if first is None:
                raise NotFound("decision", appeal.decision_id)
            action = ruled(
                appeal.id, draft.verdict, standing=appeal.standing, first=first.action, named=draft.action
            )
            settled = carry_out(
                tx,
                room,
                appeal,
                case=case,
                first=first,
                draft=draft,
                action=action,
                reason=reason,
                by=by,
                now=now,
            )
            return _seen_by(tx, settled, by)

    def _known_clauses(self, clauses: tuple[str, ...]) -> None:
        for clause in clauses:
            if clause not in self._room.catalogue.clauses:
                raise UnknownClause(clause)

    def _admitted(
        self, tx: Tx, decision: DecisionRecord, item: ItemRecord, by: Actor, now: datetime
    ) -> Standing:
        reports = tx.reports.of_item(item.id)
        lost = {
            r.reporter
            for r in reports
            if r.decision_id == decision.id and r.status is ReportStatus.NOT_UPHELD
        }
        role = standing(
            actor=by,
            action=decision.action,
            about=decision.about,
            clauses=decision.clauses,
            author=item.author,
            author_id=item.author_id,
            shop_id=item.shop_id,
            lost_reporters=frozenset(lost),
        )
        latest = standing_decision(tx, item.id, decision.about)
        if decision.executes_at > now or latest is None or latest.id != decision.id:
            role = None
        mine = [
            a
            for a in tx.appeals.of_item(item.id)
            if a.decision_id == decision.id
            and a.appellant == str(by)
            and a.status is not AppealStatus.WITHDRAWN
        ]
        return admit(
            decision.id,
            found=role,
            seller=by.kind is ActorKind.SELLER,
            terms=self._room.profile.appeals,
            until=mine[-1].again_until if mine else decision.appeal_until,
            now=now,
            pending=any(a.status in PENDING_APPEALS for a in mine),
            filed=len(mine),
        )

    def _appeals_case(
        self, tx: Tx, item: ItemRecord, decision: DecisionRecord, event: Appealed, *, by: Actor, now: datetime
    ) -> Case:
        """Return the case in the appeals lane that takes the appeal in."""
        for case in tx.cases.of_item(item.id):
            if case.open and case.origin is Origin.APPEAL and case.about is decision.about:
                return tx.cases.append(case, (*lapsed(case, now), event))
        first = tx.cases.get(decision.case_id) if decision.case_id else None
        touched = tx.cases.touched(first.id) if first else frozenset()
        return open_case(
            tx,
            self._room,
            item,
            lane=Lane.APPEALS,
            about=decision.about,
            # The labels of the first case, not the clauses of the first decision: the reader is blind to it.
            labels=first.labels if first else (),
            origin=Origin.APPEAL,
            by=by,
            now=now,
            confidence=first.confidence if first else 0.0,
            parent_case_id=decision.case_id,
            barred=touched | ({decision.decided_by} if not decision.automated else frozenset()),
            more=(event,),
        )

    def _reading(self, tx: Tx, appeal_id: str, by: Actor, now: datetime) -> tuple[AppealRecord, Case]:
        """Return a pending appeal and its case, claimed by the reader, who may read it."""
        require(by, READERS, "read appeals")
        appeal = tx.appeals.get(appeal_id)
        if appeal is not None:
            tx.items.get(appeal.item_id, lock=True)
            appeal = tx.appeals.get(appeal_id, lock=True)
        if appeal is None:
            raise NotFound("appeal", appeal_id)
        if appeal.status not in PENDING_APPEALS:
            raise IllegalStep(appeal.id, here=appeal.status, there=AppealStatus.ASSIGNED)
        case = find_case(tx, appeal.case_id, lock=True)
        first = tx.rulings.decision(appeal.decision_id)
        barred = tx.cases.touched(appeal.first_case_id) if appeal.first_case_id else frozenset()
        check(case, Move.DECIDE, by, now, barred=barred | ({first.decided_by} if first else frozenset()))
        due = lapsed(case, now)
        if not case.held_at(now):
            due = (*due, Claimed(at=now, by=by, lease_until=now + self._room.terms.lease))
        return appeal, tx.cases.append(case, due)


def _contested(tx: Tx, decision_id: str) -> tuple[DecisionRecord, ItemRecord]:
    decision = tx.rulings.decision(decision_id)
    item = tx.items.get(decision.item_id, lock=True) if decision else None
    if decision is None or item is None or decision.undone_at is not None:
        raise NotFound("decision", decision_id)
    if item.withdrawn_at is not None:
        raise ItemWithdrawn(item.id)
    return decision, item


def _optional(tx: Tx, text: str | None, item_id: str, now: datetime) -> str | None:
    said = (text or "").strip()
    return tx.texts.add(new_id("text"), said, kind="appeal", item_id=item_id, at=now) if said else None


def _visible(tx: Tx, appeal_id: str, by: Actor) -> AppealRecord:
    appeal = tx.appeals.get(appeal_id)
    mine = appeal is not None and (
        appeal.appellant == str(by) or (by.shop_id is not None and appeal.appellant_shop_id == by.shop_id)
    )
    if appeal is None or not (mine or by.kind in READERS or by.kind is ActorKind.SERVICE):
        raise NotFound("appeal", appeal_id)
    return appeal


def _seen_by(tx: Tx, appeal: AppealRecord, by: Actor) -> AppealView:
    reader = by.kind in {ActorKind.MODERATOR, ActorKind.SENIOR}
    # An earlier appeal on the same item, read by somebody else, tells the decision as well.
    others = appeal.settled_at is not None and appeal.handled_by != str(by)
    blind = blind_to(appeal, by) or (others and reads_blind(tx, appeal.item_id, by))
    return appeal_view(tx, appeal, blind=reader and blind)
