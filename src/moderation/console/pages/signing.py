"""Signing in and out, and the way home."""

from __future__ import annotations

from typing import Annotated, cast

from fastapi import APIRouter, Depends, Request, Response
from starlette.datastructures import FormData
from starlette.responses import HTMLResponse, RedirectResponse

from moderation.access import (
    Access,
    FormExpired,
    LocalOnly,
    TooManyAttempts,
    WrongSignIn,
    end_session,
    is_local,
    same_site,
    set_session,
)
from moderation.console.forms import Filled
from moderation.console.refusals import Answer, answer_to
from moderation.console.render import page
from moderation.console.visit import PLACES, Posted, Visit, read_form, session_of, visit_of
from moderation.console.words import done

router = APIRouter()

_NOT_SENT = (WrongSignIn, TooManyAttempts, LocalOnly)


@router.get("/")
def home(visit: Annotated[Visit, Depends(visit_of)]) -> Response:
    """Send everybody to the first place of their role."""
    places = PLACES.get(visit.actor.kind)
    if places is None:
        return visit.page("homeless.html", status=403)
    return RedirectResponse(places[0][0], 303)


@router.get("/sign-in")
def sign_in_page(request: Request) -> Response:
    """Ask for name and password."""
    if session_of(request) is not None:
        return RedirectResponse("/", 303)
    return _page(request, to=own_path(request.query_params.get("to", "/")))


@router.post("/sign-in")
def sign_in(request: Request, form: Annotated[FormData, Depends(read_form)]) -> Response:
    """Sign in; a wrong name and a wrong password look alike."""
    if not same_site(request):
        raise FormExpired
    sent = Filled.of(form)
    name, to = sent.text("name"), own_path(sent.text("to"))
    password = next(iter(sent.all("password")), "")
    access = cast("Access", request.app.state.access)
    address = request.client.host if request.client else ""
    try:
        cookie = access.sign_in(name, password, address=address, local=is_local(request))
    except _NOT_SENT as refusal:
        return _page(request, to=to, name=name, refusal=answer_to(refusal))
    answer = RedirectResponse(to, 303)
    set_session(request, answer, cookie)
    return answer


@router.post("/sign-out")
def sign_out(request: Request, _: Posted) -> Response:
    """Sign out."""
    answer = RedirectResponse("/sign-in?done=signed_out", 303)
    end_session(request, answer)
    return answer


def own_path(to: str) -> str:
    """Return a path of ours as it is, and the home page for anything that leads elsewhere."""
    ours = to.startswith("/") and not to.startswith(("//", "/\\")) and to.isprintable() and "\\" not in to
    return to if ours else "/"


def _page(request: Request, *, to: str, name: str = "", refusal: Answer | None = None) -> HTMLResponse:
    demo = getattr(request.app.state, "demo_sign_ins", ()) if is_local(request) else ()
    context: dict[str, object] = {
        "actor": None,
        "form_token": "",
        "places": (),
        "path": "/sign-in",
        "done": done(request.query_params.get("done")),
        "refusal": refusal,
        "to": to,
        "name_typed": name,
        "demo": demo,
    }
    return page("sign_in.html", context, status=refusal.status if refusal else 200)
