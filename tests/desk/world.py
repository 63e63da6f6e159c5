"""A small marketplace for tests: one store, a clock that stands still, and a judge that reads markers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from moderation.cases.status import Verdict
from moderation.content import Author, Item, Surface
from moderation.decide import decide
from moderation.decisions import Action, Actor, ActorKind, Decision
from moderation.desk import Desk
from moderation.desk.drafts import (
    AppealDraft,
    DecisionDraft,
    OrderLine,
    ReadingDraft,
    ReportDraft,
    VerdictDraft,
)
from moderation.desk.views import CaseView, Submitted
from moderation.findings import Allegation, Assessment, Finding, Kind, Span
from moderation.policy import load
from moderation.store import Store

T0 = datetime(2026, 3, 1, 9, tzinfo=UTC)
ANA = Actor(ActorKind.MODERATOR, "ana")
BEN = Actor(ActorKind.MODERATOR, "ben")
SENA = Actor(ActorKind.SENIOR, "sena")
OPS = Actor(ActorKind.OPERATOR, "ops")
MARKET = Actor(ActorKind.SERVICE, "market")
WILLIAM = Actor(ActorKind.AUTHOR, "William")
SELLER = Actor(ActorKind.SELLER, "sela", "shop-1")
OTHER_SELLER = Actor(ActorKind.SELLER, "otto", "shop-2")

PHONE = re.compile(r"555-01\d\d")
MARKERS = {
    "I will find you": ("abuse.violence_threat", 0.95),
    "numbskull": ("abuse.insult", 0.7),
}
CATALOGUE = load()


def judge_by_markers(items: Sequence[Item], *, profile: str = "us") -> list[tuple[Assessment, Decision]]:
    return [_judged(item, profile) for item in items]


def _judged(item: Item, profile: str) -> tuple[Assessment, Decision]:
    findings = [
        Finding(
            label="pii.phone",
            span=Span(*match.span()),
            confidence=0.98,
            because="pattern",
            detector="test@1",
            kind=Kind.PHONE,
        )
        for match in PHONE.finditer(item.text)
    ]
    for marker, (label, confidence) in MARKERS.items():
        at = item.text.find(marker)
        if at >= 0:
            span = Span(at, at + len(marker))
            findings.append(
                Finding(label=label, span=span, confidence=confidence, because="marker", detector="test@1")
            )
    allegations = ()
    if "gift card" in item.text:
        allegations = (
            Allegation(
                label="incentive.positive_only", span=None, confidence=0.9, because="told", detector="test@1"
            ),
        )
    assessment = Assessment(
        item_id=item.id,
        revision=item.revision,
        lang="en",
        findings=tuple(findings),
        allegations=allegations,
        causes=None,
        unread_media=0,
        fingerprint="test@1",
    )
    return assessment, decide(item, assessment, catalogue=CATALOGUE, profile=CATALOGUE.profile(profile))


class World:
    def __init__(self, url: str, *, profile: str = "uk_eu") -> None:
        self.now = T0
        self.store = Store(url)
        self.desk = Desk(
            store=self.store,
            catalogue=CATALOGUE,
            judge=judge_by_markers,
            clock=lambda: self.now,
            profile=profile,
        )
        self.desk.prepare()

    def later(self, **delta: float) -> None:
        self.now += timedelta(**delta)

    def buy(
        self,
        order_id: str = "o1",
        product_id: str = "p1",
        *,
        days_ago: float | None = 3,
        buyer: str = "William",
    ) -> None:
        delivered = None if days_ago is None else self.now - timedelta(days=days_ago)
        line = OrderLine(
            order_id=order_id, product_id=product_id, shop_id="shop-1", buyer_id=buyer, delivered_at=delivered
        )
        self.desk.orders.take([line], by=MARKET)

    def review(
        self,
        text: str = "The lid leaks.",
        *,
        id: str = "i1",  # noqa: A002
        order_id: str = "o1",
        product_id: str = "p1",
        rating: int | None = 1,
        bought: bool = True,
        by: Actor = MARKET,
        **values: object,
    ) -> Submitted:
        if bought:
            self.buy(order_id, product_id)
        return self.desk.items.submit(
            self.item(text, id=id, order_id=order_id, product_id=product_id, rating=rating, **values), by=by
        )

    def item(self, text: str = "The lid leaks.", **values: object) -> Item:
        given: dict[str, object] = {
            "id": "i1",
            "surface": Surface.REVIEW,
            "author": Author.BUYER,
            "rating": 1,
            "author_id": "William",
            "shop_id": "shop-1",
            "product_id": "p1",
            "order_id": "o1",
            "created_at": self.now,
        }
        return Item(text=text, **{**given, **values})  # type: ignore[arg-type]

    def report(self, *, by: Actor = SELLER, reason: str = "personal_information", **values: object):
        draft = {"item_id": "i1", "reason": reason, "acknowledged": True, **values}
        return self.desk.reports.file(ReportDraft(**draft), by=by)

    def case(self, *, by: Actor = ANA) -> CaseView:
        view = self.desk.cases.next(by=by)
        assert view is not None
        return view

    def decide(self, case: CaseView, action: str, *, by: Actor = ANA, **values: object):
        draft = {
            "version": case.summary.version,
            "revision": case.summary.revision,
            "action": Action(action),
            "clauses": ("pii.phone",) if action not in ("allow", "label") else (),
            "reason": "Holds a number." if action not in ("allow", "label") else None,
            **values,
        }
        return self.desk.cases.decide(case.summary.id, DecisionDraft(**draft), by=by)

    def appeal(self, decision_id: str, *, by: Actor = WILLIAM):
        return self.desk.appeals.file(
            AppealDraft(decision_id=decision_id, statement="That is my own shop."), by=by
        )

    def read_blind(self, appeal_id: str, *, by: Actor = BEN, action: str = "allow"):
        return self.desk.appeals.provisional(appeal_id, ReadingDraft(action=Action(action)), by=by)

    def verdict(self, appeal_id: str, word: str, *, by: Actor = BEN, **values: object):
        return self.desk.appeals.final(
            appeal_id, VerdictDraft(verdict=Verdict(word), reason="Read again.", **values), by=by
        )

    def notices(self, audience: str | None = None, *, by: Actor = OPS):
        return self.desk.notices.list(by=by, audience=audience, limit=500).items
