"""Who is told of what: notices written in the same transaction as the thing that they tell."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Final

from moderation.cases.status import ReportStatus, Standing, Verdict
from moderation.content import Author
from moderation.decisions import About, Action, ActorKind
from moderation.desk.room import Room, new_id, new_reference
from moderation.notices import Outcome, statement
from moderation.policy import Audience
from moderation.store import Tx
from moderation.store.codec import encode, version
from moderation.store.records import AppealRecord, DecisionRecord, ItemRecord, NoticeRecord, ReportRecord

_DONE: Final[Mapping[Action, Outcome]] = MappingProxyType(
    {
        Action.ALLOW: Outcome.RESTORED,
        Action.LABEL: Outcome.LABELLED,
        Action.REDACT: Outcome.REDACTED,
        Action.HOLD: Outcome.HELD,
        Action.REMOVE: Outcome.REMOVED,
    }
)
_REPORTED: Final[Mapping[ReportStatus, Outcome]] = MappingProxyType(
    {
        ReportStatus.UPHELD: Outcome.REPORT_UPHELD,
        ReportStatus.NOT_UPHELD: Outcome.REPORT_NOT_UPHELD,
        ReportStatus.INVALID: Outcome.REPORT_INVALID,
    }
)
_APPEALED: Final[Mapping[Verdict, Outcome]] = MappingProxyType(
    {
        Verdict.UPHELD: Outcome.APPEAL_UPHELD,
        Verdict.OVERTURNED: Outcome.APPEAL_OVERTURNED,
        Verdict.MODIFIED: Outcome.APPEAL_MODIFIED,
    }
)
AUDIENCE: Final[Mapping[Standing, Audience]] = MappingProxyType(
    {
        Standing.AUTHOR: Audience.AUTHOR,
        Standing.SELLER: Audience.SELLER,
        Standing.REPORTER: Audience.REPORTER,
    }
)


def shop_recipient(shop_id: str) -> str:
    """Return the name under which a shop receives notices."""
    return f"shop:{shop_id}"


def author_recipient(item: ItemRecord) -> str:
    """Return the name under which an item's author receives notices; a seller's text is its shop's."""
    if item.author is Author.SELLER and item.shop_id is not None:
        return shop_recipient(item.shop_id)
    return f"author:{item.author_id or item.id}"


def tell_ruling(
    tx: Tx,
    room: Room,
    item: ItemRecord,
    decision: DecisionRecord,
    *,
    lifted: bool,
    found: bool,
    skip: frozenset[str] = frozenset(),
) -> None:
    """Tell author and shop of a decision, as far as it touches them.

    `lifted` says that a restriction was in force before, `found` that a machine pointed it out. Parties
    in `skip` are told by another notice.
    """
    who = room.profile.appeals.who
    if decision.about is About.SHOP:
        if decision.clauses and item.shop_id is not None and shop_recipient(item.shop_id) not in skip:
            until = decision.appeal_until if Audience.SELLER in who else None
            to = shop_recipient(item.shop_id)
            _write(
                tx,
                room,
                item,
                decision,
                Outcome.CONFIRMED,
                audience=Audience.SELLER,
                recipient=to,
                until=until,
                found=found,
            )
        return
    if decision.action is Action.ALLOW and not lifted:
        return
    outcome = _DONE[decision.action]
    author = author_recipient(item)
    if author not in skip:
        may = decision.action.restrictive and Audience.AUTHOR in who
        until = decision.appeal_until if may else None
        _write(
            tx,
            room,
            item,
            decision,
            outcome,
            audience=Audience.AUTHOR,
            recipient=author,
            until=until,
            found=found,
        )
    if item.shop_id is not None and item.author is not Author.SELLER and not decision.automated:
        shop = shop_recipient(item.shop_id)
        if shop not in skip:
            _write(
                tx,
                room,
                item,
                decision,
                outcome,
                audience=Audience.SELLER,
                recipient=shop,
                until=None,
                found=found,
            )


def tell_reporter(
    tx: Tx,
    room: Room,
    item: ItemRecord,
    decision: DecisionRecord,
    report: ReportRecord,
    *,
    found: bool,
    sent_at: datetime | None = None,
) -> None:
    """Tell one reporter what came of the report; withdrawn and void ones are told nothing."""
    outcome = _REPORTED.get(report.status)
    if outcome is None:
        return
    seller = report.reporter.startswith(f"{ActorKind.SELLER}:")
    heard = room.profile.appeals.who & (
        {Audience.REPORTER, Audience.SELLER} if seller else {Audience.REPORTER}
    )
    until = decision.appeal_until if heard and report.status is ReportStatus.NOT_UPHELD else None
    _write(
        tx,
        room,
        item,
        decision,
        outcome,
        audience=Audience.REPORTER,
        recipient=report.reporter,
        until=until,
        found=found,
        report_id=report.id,
        sent_at=sent_at,
    )


def tell_appellant(
    tx: Tx,
    room: Room,
    item: ItemRecord,
    decision: DecisionRecord,
    appeal: AppealRecord,
    *,
    reason_id: str | None,
    now: datetime,
) -> None:
    """Tell the appellant the verdict; `decision` is the one that stands now."""
    if appeal.outcome is None:
        return
    _write(
        tx,
        room,
        item,
        decision,
        _APPEALED[appeal.outcome],
        audience=AUDIENCE[appeal.standing],
        recipient=appellant_recipient(appeal),
        until=appeal.again_until,
        found=bool(decision.facts),
        appeal_id=appeal.id,
        reason_id=reason_id,
        sent_at=now,
    )


def appellant_recipient(appeal: AppealRecord) -> str:
    """Return the name under which an appellant receives notices: a shop's people share theirs."""
    return shop_recipient(appeal.appellant_shop_id) if appeal.appellant_shop_id else appeal.appellant


def _write(
    tx: Tx,
    room: Room,
    item: ItemRecord,
    decision: DecisionRecord,
    outcome: Outcome,
    *,
    audience: Audience,
    recipient: str,
    until: datetime | None,
    found: bool,
    report_id: str | None = None,
    appeal_id: str | None = None,
    reason_id: str | None = None,
    sent_at: datetime | None = None,
) -> None:
    notice = statement(
        reference=new_reference("N"),
        audience=audience,
        outcome=outcome,
        surface=item.surface,
        clauses=[room.catalogue.clauses[c] for c in decision.clauses if c in room.catalogue.clauses],
        facts=decision.facts,
        found_by_machine=found,
        decided_by_machine=decision.automated,
        contest_until=until,
    )
    body = encode(notice)
    tx.notices.add(
        NoticeRecord(
            id=new_id("notice"),
            reference=notice.reference,
            audience=audience,
            recipient=recipient,
            item_id=item.id,
            decision_id=decision.id,
            report_id=report_id,
            appeal_id=appeal_id,
            outcome=outcome,
            version=version("Notice"),
            body=body if isinstance(body, dict) else {},
            reason_id=reason_id or decision.reason_id,
            sent_at=sent_at or decision.executes_at,
        )
    )
