"""The seller's shop: how it stands, its reviews, and the form that reports one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Request, Response
from starlette.responses import HTMLResponse

from moderation.cases.status import ReportStatus, Visibility
from moderation.console.forms import Filled, every_place
from moderation.console.refusals import Answer, FormIncomplete, answer_to
from moderation.console.visit import Posted, Seller, Visit, seen
from moderation.content import Surface
from moderation.desk.drafts import ReportDraft
from moderation.desk.refusals import NotFound
from moderation.desk.views import ItemView
from moderation.errors import ModerationError
from moderation.findings import Span
from moderation.policy import Clause, ReportReason
from moderation.text import Text, sentences

router = APIRouter(prefix="/shop")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonChoice:
    """A reason of the report form with the clauses that it may turn out to be."""

    reason: ReportReason
    clauses: tuple[Clause, ...]


@router.get("")
def shop(visit: Seller) -> Response:
    """Show how the shop stands."""
    notices = visit.desk.notices.list(by=visit.actor, limit=5).items
    reports = visit.desk.reports.list(by=visit.actor, limit=100).items
    rate = visit.desk.room.profile.rates[0]
    mine = visit.shop_id
    return visit.page(
        "shop.html",
        health=visit.desk.shops.health(mine),
        rate=rate,
        shop=next((s for s in visit.desk.shops.list() if s.id == mine), None),
        notices=notices,
        open_reports=[r for r in reports if r.settled_at is None],
    )


@router.get("/reviews")
def reviews(request: Request, visit: Seller) -> Response:
    """List the shop's public reviews, newest first."""
    found = visit.desk.items.listing(
        shop_id=visit.shop_id,
        surface=Surface.REVIEW,
        cursor=request.query_params.get("after"),
        limit=25,
    )
    reports = visit.desk.reports.list(by=visit.actor, limit=500).items
    return visit.page(
        "shop_reviews.html",
        reviews=found.items,
        onward=found.cursor,
        paged="after" in request.query_params,
        reported={r.item_id: r for r in reversed(reports) if r.status is not ReportStatus.WITHDRAWN},
        products={p.id: p.title or p.id for p in visit.desk.shops.products(visit.shop_id)},
    )


@router.get("/reviews/{item_id}/report")
def report_form(item_id: str, visit: Seller) -> Response:
    """Ask what is wrong with a review."""
    return _page(visit, _own(visit, item_id))


@router.post("/reviews/{item_id}/report")
def report(item_id: str, visit: Seller, form: Posted) -> Response:
    """Take in a report; a refusal keeps everything that was typed."""
    item = _own(visit, item_id)
    try:
        if not form.text("reason"):
            raise FormIncomplete("reason")
        filed = visit.desk.reports.file(_draft(item, form), by=visit.actor)
    except ModerationError as refusal:
        return _page(visit, item, form=form, refusal=answer_to(refusal))
    return seen(f"/shop/reports/{filed.id}", "reported")


def _own(visit: Visit, item_id: str) -> ItemView:
    item = visit.desk.items.public(item_id)
    if item.shop_id != visit.shop_id or item.public_text is None:
        raise NotFound("item", item_id)
    return item


def _draft(item: ItemView, form: Filled) -> ReportDraft:
    """Return the report. Where words of the text are masked, its places differ from what a seller sees,
    so that the quoted words go with the comment instead.
    """
    quote, comment = _quote(item, form), form.text("comment")
    span: Span | None = None
    if quote is not None and item.visibility is Visibility.REDACTED:
        comment = "\n".join(filter(None, (f"Quoted: {_words(item, quote)}", comment)))
    else:
        span = quote
    return ReportDraft(
        item_id=item.id,
        reason=form.text("reason"),
        acknowledged=form.text("acknowledged") == "yes",
        span=span,
        comment=comment or None,
    )


def _quote(item: ItemView, form: Filled) -> Span | None:
    """Return the words typed, else the sentences chosen, as one range of the public text."""
    text = item.public_text or ""
    if form.text("quote"):
        return next(iter(every_place(item.id, text, form.text("quote"))))
    spans = spoken(text)
    chosen = [spans[int(n)] for n in form.all("sentence") if n.isdecimal() and int(n) < len(spans)]
    return Span(min(s.start for s in chosen), max(s.end for s in chosen)) if chosen else None


def spoken(text: str) -> Sequence[Span]:
    """Return the sentences of a text as ranges of it."""
    read = Text.of(text)
    return [read.folded.span(start, end) for start, end in sentences(read)]


def _words(item: ItemView, span: Span) -> str:
    return (item.public_text or "")[span.start : span.end]


def _page(
    visit: Visit, item: ItemView, *, form: Filled | None = None, refusal: Answer | None = None
) -> HTMLResponse:
    catalogue = visit.desk.room.catalogue
    text = item.public_text or ""
    typed = form or Filled({})
    return visit.page(
        "shop_report.html",
        status=refusal.status if refusal else 200,
        item=item,
        reasons=[
            ReasonChoice(
                reason=reason,
                clauses=tuple(catalogue.clauses[c] for c in reason.clauses if c in catalogue.clauses),
            )
            for reason in visit.desk.reports.reasons()
        ],
        sentences=[text[s.start : s.end] for s in spoken(text)],
        chosen=typed.all("sentence"),
        typed=typed,
        refusal=refusal,
    )
