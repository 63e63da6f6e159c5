"""What has happened in the demo market before anybody arrives: each story once, told through the desk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from moderation.cases.status import DecisionOrigin
from moderation.decisions import About, Action, Actor, ActorKind
from moderation.demo.files import read_yaml
from moderation.demo.items import review_rows
from moderation.demo.people import sign_ins
from moderation.desk import Desk
from moderation.desk.drafts import AppealDraft, DecisionDraft, ReportDraft
from moderation.desk.views import DecisionView
from moderation.errors import ModerationError

MARKET: Final = Actor(ActorKind.SERVICE, "demo")
"""The marketplace itself, which brings shops, orders and items."""

MARKET_READER: Final = Actor(ActorKind.SYSTEM, "demo")
"""The loader, when it looks up what has already happened."""

_EVERYBODY: Final = 500
"""More than the demo has of anything that is listed here."""


def tell(desk: Desk) -> int:
    """Make happen what has not happened yet; answers how many things did.

    What the region refuses (a late report, a second edit) does not happen there.
    """
    stories = read_yaml("stories.yaml")
    return sum(_happens(desk, act, row) for kind, act in _ACTS.items() for row in stories[kind])


def _happens(desk: Desk, act: Callable[[Desk, Any], bool], row: object) -> bool:
    try:
        return act(desk, row)
    except ModerationError:
        return False


def _refund(desk: Desk, review_id: str) -> bool:
    if desk.items.file(review_id, by=MARKET_READER).refunded_at is not None:
        return False
    row = next(row for row in review_rows() if row["id"] == review_id)
    desk.orders.refund(row["order"], row["product"], by=MARKET)
    return True


def _edit(desk: Desk, row: Mapping[str, Any]) -> bool:
    if desk.items.public(row["item"]).revision > 1:
        return False
    desk.items.edit(row["item"], text=row["text"], rating=row.get("rating"), by=MARKET)
    return True


def _withdraw(desk: Desk, item_id: str) -> bool:
    if desk.items.file(item_id, by=MARKET_READER).withdrawn_at is not None:
        return False
    desk.items.withdraw(item_id, by=MARKET)
    return True


def _report(desk: Desk, row: Mapping[str, Any]) -> bool:
    by = _person(row["by"]) if "by" in row else Actor(ActorKind.AUTHOR, row["buyer"])
    if any(known.item_id == row["item"] for known in desk.reports.list(by=by, limit=_EVERYBODY).items):
        return False
    draft = ReportDraft(item_id=row["item"], reason=row["reason"], acknowledged=True, comment=row["comment"])
    desk.reports.file(draft, by=by)
    return True


def _decide(desk: Desk, row: Mapping[str, Any]) -> bool:
    if _ruling(desk, row["item"]) is not None:
        return False
    by = _person(row["by"])
    found = desk.cases.list(by=by, item_id=row["item"], limit=_EVERYBODY).items
    case = next(case for case in found if case.about is About.AUTHOR)
    draft = DecisionDraft(
        version=case.version,
        revision=case.revision,
        action=Action(row["action"]),
        clauses=tuple(row["clauses"]),
        reason=row["reason"],
    )
    desk.cases.decide(case.id, draft, by=by)
    return True


def _appeal(desk: Desk, row: Mapping[str, Any]) -> bool:
    by, decision = _person(row["by"]), _ruling(desk, row["item"])
    known = {appeal.item_id for appeal in desk.appeals.list(by=by, limit=_EVERYBODY).items}
    if decision is None or row["item"] in known:
        return False
    draft = AppealDraft(
        decision_id=decision.id, statement=row["statement"], improvements=row.get("improvements")
    )
    desk.appeals.file(draft, by=by)
    return True


def _person(name: str) -> Actor:
    return next(person.actor for person in sign_ins() if person.name == name)


def _ruling(desk: Desk, item_id: str) -> DecisionView | None:
    """Return what a person has decided on an item, if anybody has."""
    decisions = desk.items.file(item_id, by=MARKET_READER).decisions
    return next((decision for decision in decisions if decision.origin is DecisionOrigin.HUMAN), None)


# In this order: a decision needs its report, an appeal its decision.
_ACTS: Final[Mapping[str, Callable[[Desk, Any], bool]]] = {
    "refunds": _refund,
    "edits": _edit,
    "withdrawals": _withdraw,
    "reports": _report,
    "decisions": _decide,
    "appeals": _appeal,
}
