"""Cases at the desk: find, claim, decide, and everything that moderators do in between."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime, timedelta

from moderation.cases.case import Case
from moderation.cases.events import (
    Answered,
    Asked,
    Claimed,
    Decided,
    Escalated,
    Event,
    Noted,
    Released,
    Renewed,
    Resumed,
    Snoozed,
    Undone,
)
from moderation.cases.moves import as_of, check, lapsed
from moderation.cases.refusals import IllegalMove, StaleCase
from moderation.cases.status import DecisionOrigin, Move, Origin, ReleaseReason, Status
from moderation.cases.table import MODERATORS, WORKS_IN
from moderation.decisions import Actor, ActorKind, Lane
from moderation.desk.casefile import barred_from, case_view, find_case
from moderation.desk.deciding import (
    append_ended,
    check_grounds,
    chosen_masks,
    grounds,
    reopen_reports,
    settle_replaced,
    settle_reports,
    take_up_reports,
    without_breach,
)
from moderation.desk.drafts import DecisionDraft
from moderation.desk.paging import offset
from moderation.desk.refusals import ItemWithdrawn, NotFound, WrongLane
from moderation.desk.room import READERS, Room, new_id, require, words
from moderation.desk.ruling import enact, repeal, standing_decision
from moderation.desk.summaries import case_summaries
from moderation.desk.telling import tell_ruling
from moderation.desk.viewing import decision_view, item_view, restricted
from moderation.desk.views import CaseSummary, CaseView, DecisionView, Page
from moderation.notices import facts_of
from moderation.store import Tx
from moderation.store.queues import CaseFilter


class Cases:
    """Use cases on cases. Every method that changes one needs a move that `CaseView.allowed` lists."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def get(self, case_id: str, *, by: Actor) -> CaseView:
        """Return a case with its file. Raises `NotFound`, `NotPermitted`."""
        require(by, READERS, "read cases")
        with self._room.store.read() as tx:
            return case_view(tx, find_case(tx, case_id), by=by, now=self._room.clock())

    def list(
        self,
        *,
        by: Actor,
        queue: str | None = None,
        lane: Lane | None = None,
        status: Status | None = None,
        holder: str | None = None,
        item_id: str | None = None,
        shop_id: str | None = None,
        overdue: bool | None = None,
        label: str | None = None,
        lang: str | None = None,
        cursor: str | None = None,
        limit: int = 50,
    ) -> Page[CaseSummary]:
        """Return cases that fit, most urgent first. `label` is a clause, or `family.*`."""
        require(by, READERS, "read cases")
        now, before = self._room.clock(), offset(cursor)
        narrowed = CaseFilter(
            queue=queue,
            lane=lane,
            status=status,
            holder=holder,
            item_id=item_id,
            shop_id=shop_id,
            overdue=overdue,
            label=label,
            lang=lang,
        )
        with self._room.store.read() as tx:
            found = tx.queues.listing(narrowed, now=now, offset=before, limit=limit)
            rows = case_summaries(tx, found, now)
        return Page(items=rows, cursor=str(before + limit) if len(found) == limit else None)

    def next(
        self, *, by: Actor, queue: str | None = None, lanes: Collection[Lane] | None = None
    ) -> CaseView | None:
        """Claim the most urgent case that nobody holds and that `by` may decide; None where there is none."""
        require(by, MODERATORS, "claim cases")
        now = self._room.clock()
        mine = [
            lane for lane, kinds in WORKS_IN.items() if by.kind in kinds and (lanes is None or lane in lanes)
        ]
        with self._room.store.write() as tx:
            case = tx.queues.next(
                str(by), lanes=mine, escalated=by.kind is ActorKind.SENIOR, queue=queue, now=now
            )
            if case is None:
                return None
            claimed = tx.cases.append(case, (*lapsed(case, now), self._lease(by, now)))
            take_up_reports(tx, case.id)
            return case_view(tx, claimed, by=by, now=now)

    def claim(self, case_id: str, *, by: Actor) -> CaseView:
        """Take a lease on one case. Raises `CaseHeld`, `SameModerator`, `IllegalMove`, `NotPermitted`."""

        def claimed(tx: Tx, case: Case, now: datetime) -> Event:
            take_up_reports(tx, case.id)
            return self._lease(by, now)

        return self._move(case_id, Move.CLAIM, by, claimed)

    def renew(self, case_id: str, *, by: Actor) -> CaseView:
        """Prolong the caller's lease."""
        until = self._room.terms.lease
        return self._move(
            case_id, Move.RENEW, by, lambda _tx, _case, now: Renewed(at=now, by=by, lease_until=now + until)
        )

    def release(
        self, case_id: str, *, by: Actor, reason: ReleaseReason = ReleaseReason.GIVEN_BACK
    ) -> CaseView:
        """Give a case back, or skip it for a reason."""
        return self._move(
            case_id, Move.RELEASE, by, lambda _tx, _case, now: Released(at=now, by=by, reason=reason)
        )

    def escalate(self, case_id: str, *, by: Actor, note: str) -> CaseView:
        """Pass a claimed case to a senior moderator, with a note."""
        return self._say(
            case_id, Move.ESCALATE, by, note, lambda at, text: Escalated(at=at, by=by, text_id=text)
        )

    def ask(self, case_id: str, *, by: Actor, question: str, until: datetime | None = None) -> CaseView:
        """Put a question to a party and wait for the answer, until `until` at the latest."""

        def asked(at: datetime, text: str) -> Event:
            return Asked(at=at, by=by, text_id=text, until=until or at + self._room.terms.wait)

        return self._say(case_id, Move.ASK, by, question, asked)

    def answer(self, case_id: str, *, by: Actor, text: str) -> CaseView:
        """Record the answer; the case is back in its queue."""
        return self._say(case_id, Move.ANSWER, by, text, lambda at, tid: Answered(at=at, by=by, text_id=tid))

    def snooze(self, case_id: str, *, by: Actor, until: datetime) -> CaseView:
        """Put a case aside until a time."""
        return self._move(
            case_id, Move.SNOOZE, by, lambda _tx, _case, now: Snoozed(at=now, by=by, until=until)
        )

    def resume(self, case_id: str, *, by: Actor) -> CaseView:
        """Bring a snoozed or waiting case back now."""
        return self._move(case_id, Move.RESUME, by, lambda _tx, _case, now: Resumed(at=now, by=by))

    def note(self, case_id: str, *, by: Actor, text: str) -> CaseView:
        """Add an internal note."""
        return self._say(case_id, Move.NOTE, by, text, lambda at, tid: Noted(at=at, by=by, text_id=tid))

    def decide(self, case_id: str, draft: DecisionDraft, *, by: Actor) -> DecisionView:
        """Rule on a case at the version and revision that the caller saw.

        Claims an unheld case first. Settles its reports, replaces what was in force on the item, and writes
        the notices. Raises `StaleCase` with no effect where the case has moved on, `ClauseMissing`,
        `ReasonMissing`, `UnknownClause`, `NothingToRedact`, `WrongTarget`, `WrongLane`, and as `claim` does.
        """
        room, now = self._room, self._room.clock()
        with room.store.write() as tx:
            item = tx.items.get(find_case(tx, case_id).item_id, lock=True)
            case = find_case(tx, case_id, lock=True)
            if case.origin is Origin.APPEAL:
                raise WrongLane(case_id)
            _check_version(as_of(case, now), draft)
            check(case, Move.DECIDE, by, now, barred=barred_from(tx, case))
            check_grounds(room, case, draft)
            if item is None or item.revision != draft.revision:
                raise StaleCase(case_id, version=case.version, revision=item.revision if item else None)
            draft = without_breach(case, item, draft)
            masks = chosen_masks(tx, item, action=draft.action, clauses=draft.clauses, spans=draft.redactions)
            found = grounds(tx, item, draft.clauses, case.about)
            lifted = restricted(item_view(tx, item, now))
            undo = _undo(tx, room, case, draft)
            decision = enact(
                tx,
                room,
                item=item,
                case_id=case_id,
                about=case.about,
                action=draft.action,
                clauses=draft.clauses,
                masks=masks,
                facts=facts_of(found, reports=len(case.reports), clauses=room.catalogue.clauses),
                origin=DecisionOrigin.HUMAN,
                by=by,
                reason=draft.reason or None,
                now=now,
                undo=undo,
            )
            ended = settle_replaced(tx, room, item, decision, by=by, now=now)
            settle_reports(tx, room, item, decision, outcomes=draft.report_outcomes, found=bool(found))
            tell_ruling(tx, room, item, decision, lifted=lifted, found=bool(found))
            decided = Decided(
                at=now,
                by=by,
                decision_id=decision.id,
                revision=draft.revision,
                action=draft.action,
                undo_until=decision.executes_at,
            )
            claim = () if as_of(case, now).held_at(now) else (self._lease(by, now),)
            tx.cases.append(case, (*lapsed(case, now), *claim, *ended.get(case_id, ()), decided))
            append_ended(tx, ended, but=frozenset({case_id}), by=by, now=now)
            return decision_view(tx, decision)

    def undo(self, case_id: str, *, by: Actor) -> CaseView:
        """Take back one's own decision before it takes effect; nobody is told of it."""

        def undone(tx: Tx, case: Case, now: datetime) -> Event:
            decision = tx.rulings.decision(case.decision_id or "")
            item = tx.items.get(case.item_id)
            if decision is None:
                raise NotFound("decision", case.decision_id or "")
            if item is None or item.withdrawn_at is not None:
                raise ItemWithdrawn(case.item_id)
            if case.pending:
                raise IllegalMove(case.id, status="appealed", event=Move.UNDO)
            repeal(tx, decision, now=now)
            reopen_reports(tx, decision)
            return Undone(at=now, by=by, decision_id=decision.id)

        return self._move(case_id, Move.UNDO, by, undone)

    def _lease(self, by: Actor, now: datetime) -> Claimed:
        return Claimed(at=now, by=by, lease_until=now + self._room.terms.lease)

    def _move(
        self, case_id: str, move: Move, by: Actor, event: Callable[[Tx, Case, datetime], Event]
    ) -> CaseView:
        now = self._room.clock()
        with self._room.store.write() as tx:
            case = find_case(tx, case_id, lock=True)
            check(case, move, by, now, barred=barred_from(tx, case))
            moved = tx.cases.append(case, (*lapsed(case, now), event(tx, case, now)))
            return case_view(tx, moved, by=by, now=now)

    def _say(
        self, case_id: str, move: Move, by: Actor, text: str, event: Callable[[datetime, str], Event]
    ) -> CaseView:
        said = words(text, case_id)

        def written(tx: Tx, case: Case, now: datetime) -> Event:
            text_id = tx.texts.add(new_id("text"), said, kind=str(move), item_id=case.item_id, at=now)
            return event(now, text_id)

        return self._move(case_id, move, by, written)


def _undo(tx: Tx, room: Room, case: Case, draft: DecisionDraft) -> timedelta:
    """Return how long the decision can be taken back; one that settles an appeal executes at once."""
    earlier = standing_decision(tx, case.item_id, case.about)
    if earlier is not None and tx.appeals.pending_on(earlier.id):
        return timedelta(0)
    return min(max(draft.undo, timedelta(0)), timedelta(seconds=room.profile.clocks.undo_seconds))


def _check_version(case: Case, draft: DecisionDraft) -> None:
    if case.version != draft.version or case.revision != draft.revision:
        raise StaleCase(case.id, version=case.version, revision=case.revision)
