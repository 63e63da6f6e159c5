"""Who asks, and which capability an endpoint needs; the only dependencies that endpoints share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Final, TypeAlias, cast

from fastapi import Depends, Header, Request, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from moderation.access import Access, Capability, NotReady, granted, is_local
from moderation.decisions import Actor
from moderation.desk import Desk

BEARER: Final = HTTPBearer(
    auto_error=False,
    scheme_name="apiKey",
    description="An API key, made once by `moderation key create --role ROLE`.",
)
WAIT_SECONDS: Final = 60.0
ON_BEHALF_OF: Final = "On-Behalf-Of"

_CAPABILITY_OF: Final[dict[Callable[..., Any], Capability]] = {}


def desk_of(request: Request) -> Desk:
    """Return the desk that the application was built with."""
    return cast("Desk", request.app.state.desk)


def actor_of(request: Request) -> Actor:
    """Return who the request's key stands for, asked once; raises `NotSignedIn` or `ForeignParty`."""
    known = getattr(request.state, "actor", None)
    if known is None:
        access = cast("Access", request.app.state.access)
        headers = request.headers
        known = access.key(headers.get("authorization"), headers.get(ON_BEHALF_OF))
        request.state.actor = known
    return cast("Actor", known)


def may(capability: Capability) -> Callable[..., Actor]:
    """Return the dependency of an endpoint that needs `capability`; it answers who asks."""

    def asking(
        request: Request,
        _: Annotated[HTTPAuthorizationCredentials | None, Security(BEARER)],
        __: Annotated[
            str | None,
            Header(
                alias=ON_BEHALF_OF,
                description="`author:ID` or `seller:SHOP`, percent-encoded: for whom a `service` key speaks.",
                max_length=300,
            ),
        ] = None,
    ) -> Actor:
        actor = actor_of(request)
        granted(actor, capability)
        return actor

    _CAPABILITY_OF[asking] = capability
    return asking


def capability_of(dependency: Callable[..., Any]) -> Capability | None:
    """Return the capability that a dependency asks for, or None where it is another one."""
    return _CAPABILITY_OF.get(dependency)


def may_assess(
    request: Request, _: Annotated[HTTPAuthorizationCredentials | None, Security(BEARER)]
) -> Actor | None:
    """Answer who asks for an assessment; nobody in particular where the server is open to its own machine."""
    if request.app.state.open_assess and is_local(request):
        return None
    actor = actor_of(request)
    granted(actor, Capability.ASSESS)
    return actor


def models_ready(request: Request) -> None:
    """Wait until the models are loaded, so that early requests do not each load them; raises `NotReady`."""
    if not request.app.state.warm.wait(WAIT_SECONDS):
        raise NotReady


_CAPABILITY_OF[may_assess] = Capability.ASSESS

AtDesk: TypeAlias = Annotated[Desk, Depends(desk_of)]
