"""Queues with their counts, and the dense list of cases behind every number."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Final, TypeVar
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Request, Response
from starlette.responses import RedirectResponse

from moderation.access import Capability
from moderation.cases.status import Status
from moderation.console.visit import Posted, Visit, may, seen
from moderation.console.words import name
from moderation.decisions import ActorKind, Lane
from moderation.desk.views import CaseSummary

router = APIRouter()
E = TypeVar("E", bound=StrEnum)

ROWS: Final = 40
_CHUNK: Final = 100
_MOST_CHUNKS: Final = 20
Reader = Annotated[Visit, Depends(may(Capability.READ_CASES))]
Worker = Annotated[Visit, Depends(may(Capability.WORK_CASES))]


@router.get("/queues")
def queues(visit: Reader) -> Response:
    """Show every queue: waiting, held, overdue, oldest."""
    views = visit.desk.queues.list()
    mine = visit.desk.cases.list(by=visit.actor, holder=str(visit.actor), limit=20).items
    return visit.page(
        "queues.html",
        queues=views,
        mine=mine,
        pending=sum(q.pending for q in views),
        overdue=sum(q.overdue for q in views),
        held=sum(q.held for q in views),
    )


@router.post("/queues/next")
def take_next(visit: Worker, form: Posted) -> Response:
    """Claim the most urgent case that the person may decide."""
    lanes = [Lane(form.text("lane"))] if form.text("lane") in set(Lane) else None
    case = visit.desk.cases.next(by=visit.actor, queue=form.text("queue") or None, lanes=lanes)
    if case is None:
        return seen("/appeals" if lanes == [Lane.APPEALS] else "/queues", "empty")
    return RedirectResponse(f"/cases/{case.summary.id}", 303)


@router.get("/cases")
def cases(request: Request, visit: Reader) -> Response:
    """List cases that fit the filters, most urgent first."""
    asked = {k: v for k, v in request.query_params.items() if k in FILTERS and v}
    rows, cursor = fitting(visit, asked)
    onward = urlencode({**asked, "after": cursor}) if cursor else None
    return visit.page(
        "cases.html",
        rows=rows,
        asked=asked,
        onward=onward,
        paged=bool(asked.get("after")),
        lanes=Lane,
        statuses=Status,
        queues=visit.desk.queues.list(),
        shops=visit.desk.shops.list(),
        families=sorted({clause.family for clause in visit.desk.room.catalogue.clauses.values()}),
        worker=visit.actor.kind is not ActorKind.OPERATOR,
        views=_views(asked),
    )


FILTERS: Final = ("queue", "lane", "status", "family", "shop", "lang", "overdue", "mine", "after")

_SAVED: Final[tuple[tuple[str, Mapping[str, str]], ...]] = (
    ("All waiting", {"status": "queued"}),
    ("My claims", {"mine": "1"}),
    ("Overdue", {"overdue": "1"}),
    ("Escalated", {"status": "escalated"}),
    ("Waiting for an answer", {"status": "waiting"}),
    ("Put aside", {"status": "snoozed"}),
    ("Decided", {"status": "decided"}),
    ("Everything", {}),
)


def fitting(visit: Visit, asked: Mapping[str, str]) -> tuple[list[CaseSummary], str | None]:
    """Return one page of cases and the cursor of the next.

    Clause family and language are no filters of the desk, so that pages of it are narrowed here.
    """
    cursor = asked.get("after") if asked.get("after", "").isdecimal() else None
    narrowed = bool(asked.get("family") or asked.get("lang"))
    found: list[CaseSummary] = []
    for _ in range(_MOST_CHUNKS if narrowed else 1):
        chunk = visit.desk.cases.list(
            by=visit.actor,
            queue=asked.get("queue"),
            lane=_member(Lane, asked.get("lane")),
            status=_member(Status, asked.get("status")),
            holder=str(visit.actor) if asked.get("mine") else None,
            shop_id=asked.get("shop"),
            overdue=True if asked.get("overdue") else None,
            cursor=cursor,
            limit=_CHUNK if narrowed else ROWS,
        )
        found += [row for row in chunk.items if _fits(row, asked)]
        cursor = chunk.cursor
        if cursor is None or len(found) >= ROWS:
            break
    return found, cursor


def _fits(row: CaseSummary, asked: Mapping[str, str]) -> bool:
    family, lang = asked.get("family"), asked.get("lang")
    return (not family or any(label.startswith(f"{family}.") for label in row.labels)) and (
        not lang or (row.lang or "").partition("-")[0] == lang
    )


def _member(kind: type[E], word: str | None) -> E | None:
    return kind(word) if word in set(kind) else None


def _views(asked: Mapping[str, str]) -> list[tuple[str, str, bool]]:
    now = {k: v for k, v in asked.items() if k != "after"}
    return [(name(title), urlencode(query), dict(query) == now) for title, query in _SAVED]
