"""Who visits a page, with what form: the dependencies that all pages share. Decides nothing about cases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Final, TypeAlias, cast
from urllib.parse import quote

from fastapi import Depends, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, RedirectResponse

from moderation.access import COOKIE, Access, Capability, NotSignedIn, Session, granted, is_local
from moderation.cases.refusals import NotPermitted
from moderation.console.forms import Filled
from moderation.console.refusals import BROKEN, Answer, FormIncomplete, answer_to, answer_to_status
from moderation.console.render import page
from moderation.console.words import done
from moderation.decisions import Actor, ActorKind
from moderation.desk import Desk
from moderation.errors import ModerationError

PLACES: Final[dict[ActorKind, tuple[tuple[str, str], ...]]] = {
    ActorKind.MODERATOR: (("/queues", "Queues"), ("/cases", "Cases"), ("/appeals", "Appeals")),
    ActorKind.SENIOR: (("/queues", "Queues"), ("/cases", "Cases"), ("/appeals", "Appeals")),
    ActorKind.OPERATOR: (("/overview", "Overview"), ("/shops", "Shops"), ("/cases", "Cases")),
    ActorKind.SELLER: (
        ("/shop", "My shop"),
        ("/shop/reviews", "Reviews"),
        ("/shop/reports", "My reports"),
        ("/shop/notices", "Notices"),
        ("/shop/appeals", "My appeals"),
    ),
}
"""Where each role can go, its home first."""

PROGRAMS: Final = ("/v1", "/healthz", "/readyz", "/metrics", "/openapi.json")
"""Beginnings of the addresses that programs ask; everything else is for people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One signed-in person's request of one page."""

    request: Request
    desk: Desk
    session: Session
    now: datetime

    @property
    def actor(self) -> Actor:
        """Who visits."""
        return self.session.actor

    @property
    def shop_id(self) -> str:
        """The shop for which a seller acts; raises `NotPermitted` for anybody else."""
        if self.actor.kind is not ActorKind.SELLER or self.actor.shop_id is None:
            raise NotPermitted("see the seller portal", kind=self.actor.kind)
        return self.actor.shop_id

    def page(self, template: str, *, status: int = 200, **context: object) -> HTMLResponse:
        """Return a page with what every page shows: who is signed in, where they can go, what was done."""
        shared: dict[str, object] = {
            "actor": self.actor,
            "form_token": self.session.form_token,
            "places": PLACES.get(self.actor.kind, ()),
            "path": self.request.url.path,
            "done": done(self.request.query_params.get("done")),
            "now": self.now,
            "lease_seconds": int(self.desk.room.terms.lease.total_seconds()),
            "catalogue": self.desk.room.catalogue,
            "refusal": None,
        }
        return page(template, {**shared, **context}, status=status)


def desk_of(request: Request) -> Desk:
    """Return the desk that the application was built with."""
    return cast("Desk", request.app.state.desk)


def session_of(request: Request) -> Session | None:
    """Return the session of a request, or None."""
    access = cast("Access", request.app.state.access)
    return access.session(request.cookies.get(COOKIE), local=is_local(request))


def may(capability: Capability) -> Callable[[Request], Visit]:
    """Return the dependency of a page that needs `capability`; raises `NotSignedIn`, `NotPermitted`."""

    def visiting(request: Request) -> Visit:
        visit = visit_of(request)
        granted(visit.actor, capability)
        return visit

    return visiting


def visit_of(request: Request) -> Visit:
    """Return the visit of somebody signed in; raises `NotSignedIn`."""
    session = session_of(request)
    if session is None:
        raise NotSignedIn
    desk = desk_of(request)
    request.state.actor = session.actor
    return Visit(request=request, desk=desk, session=session, now=desk.room.clock())


def seller(request: Request) -> Visit:
    """Return the visit of a seller; raises `NotSignedIn`, `NotPermitted`."""
    visit = visit_of(request)
    if not visit.shop_id:
        raise NotPermitted("see the seller portal", kind=visit.actor.kind)
    return visit


Seller: TypeAlias = Annotated[Visit, Depends(seller)]
"""A seller's visit; everything shown to it is of the own shop."""


async def read_form(request: Request) -> FormData:
    """Return what a form holds; nothing may be uploaded."""
    return await request.form(max_files=0, max_fields=500)


def filled(request: Request, form: Annotated[FormData, Depends(read_form)]) -> Filled:
    """Return a form that carries its session's token; raises `NotSignedIn`, `FormExpired`."""
    session = session_of(request)
    if session is None:
        raise NotSignedIn
    sent = Filled.of(form)
    cast("Access", request.app.state.access).check_form(session, sent.text("form_token"))
    return sent


Posted: TypeAlias = Annotated[Filled, Depends(filled)]
"""A form that one of our own pages sent."""


def seen(path: str, code: str) -> RedirectResponse:
    """Return the redirect after a form: to our own page, with the code of what was done."""
    joint = "&" if "?" in path else "?"
    return RedirectResponse(f"{path}{joint}done={code}", 303)


def refusal(request: Request, error: Exception) -> Response | None:
    """Return the page for whatever a page raised; None where a program asked.

    Whoever is not signed in is sent to the sign-in page. Unforeseen errors give away nothing.
    """
    if request.url.path.startswith(PROGRAMS):
        return None
    match error:
        case NotSignedIn():
            to = request.url.path if request.method == "GET" else "/"
            return RedirectResponse("/sign-in" if to == "/" else f"/sign-in?to={quote(to)}", 303)
        case ModerationError():
            return _refusal_page(request, answer_to(error))
        case RequestValidationError():
            return _refusal_page(request, answer_to(FormIncomplete("address")))
        case HTTPException():
            return _refusal_page(request, answer_to_status(error.status_code))
        case _:
            return _refusal_page(request, BROKEN)


def _refusal_page(request: Request, answer: Answer) -> HTMLResponse:
    session = session_of(request)
    context: dict[str, object] = {
        "actor": session.actor if session else None,
        "form_token": session.form_token if session else "",
        "places": PLACES.get(session.actor.kind, ()) if session else (),
        "path": request.url.path,
        "done": None,
        "refusal": answer,
    }
    return page("refused.html", context, status=answer.status)
