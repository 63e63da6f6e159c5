"""Notices at the desk: what each party was told."""

from __future__ import annotations

from collections.abc import Sequence

from moderation.decisions import Actor, ActorKind
from moderation.desk.paging import last_shown
from moderation.desk.refusals import NotFound
from moderation.desk.room import READERS, Room
from moderation.desk.telling import shop_recipient
from moderation.desk.views import NoticeView, Page
from moderation.notices import Notice
from moderation.policy import Audience
from moderation.store import Tx
from moderation.store.codec import decode
from moderation.store.records import NoticeRecord


class Notices:
    """Use cases on notices."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def list(
        self,
        *,
        by: Actor,
        audience: Audience | None = None,
        item_id: str | None = None,
        cursor: str | None = None,
        limit: int = 50,
    ) -> Page[NoticeView]:
        """Return sent notices, newest first: one's own and one's shop's, or all for staff and partners."""
        now = self._room.clock()
        with self._room.store.read() as tx:
            found = tx.notices.listing(
                audience=audience,
                recipients=recipients_of(by),
                item_id=item_id,
                now=now,
                after=last_shown(cursor, lambda notice_id: tx.notices.get(notice_id, now=now)),
                limit=limit,
            )
            return Page(items=_views(tx, found), cursor=found[-1].id if len(found) == limit else None)

    def get(self, notice_id: str, *, by: Actor) -> NoticeView:
        """Return a notice by id or reference number to whom it was sent, or to staff."""
        with self._room.store.read() as tx:
            notice = tx.notices.get(notice_id, now=self._room.clock())
            mine = recipients_of(by)
            if notice is None or (mine is not None and notice.recipient not in mine):
                raise NotFound("notice", notice_id)
            return _views(tx, [notice])[0]


def recipients_of(by: Actor) -> tuple[str, ...] | None:
    """Return under which names somebody receives notices; None for those who may read everybody's."""
    if by.kind in READERS or by.kind is ActorKind.SERVICE:
        return None
    return (str(by), shop_recipient(by.shop_id)) if by.shop_id is not None else (str(by),)


def _views(tx: Tx, notices: Sequence[NoticeRecord]) -> tuple[NoticeView, ...]:
    reasons = tx.texts.all(n.reason_id for n in notices)
    return tuple(_view(n, reasons.get(n.reason_id or "")) for n in notices)


def _view(record: NoticeRecord, reason: str | None) -> NoticeView:
    notice = decode(Notice, record.body)
    return NoticeView(
        id=record.id,
        reference=record.reference,
        audience=record.audience,
        recipient=record.recipient,
        item_id=record.item_id,
        decision_id=record.decision_id,
        outcome=record.outcome,
        subject=notice.subject,
        what=notice.what,
        clauses=notice.clauses,
        facts=notice.facts,
        reason=reason,
        automated=notice.automated,
        contest=notice.contest,
        contest_until=notice.contest_until,
        sent_at=record.sent_at,
        body=notice.body(reason),
    )
