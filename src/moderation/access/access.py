"""`Access`: credentials to actors. Knows keys, passwords and cookies; decides nothing about cases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import unquote

from moderation.access.refusals import (
    ForeignParty,
    FormExpired,
    LocalOnly,
    NotSignedIn,
    WrongSignIn,
)
from moderation.access.sessions import Sessions
from moderation.access.throttle import Throttle
from moderation.decisions import Actor, ActorKind
from moderation.desk.people import People


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """Somebody who signed in; `form_token` belongs in every form that they are shown."""

    actor: Actor
    id: str
    form_token: str
    expires_at: datetime


class Access:
    """Turns API keys, passwords and cookies into actors.

    `local_only` names the sign-ins with published passwords (the demo's): they work on loopback only.
    """

    def __init__(
        self,
        *,
        people: People,
        secret: bytes,
        clock: Callable[[], datetime],
        local_only: frozenset[str] = frozenset(),
    ) -> None:
        self._people = people
        self._sessions = Sessions(secret, clock)
        self._throttle = Throttle(clock)
        self._local_only = local_only

    def key(self, authorization: str | None, on_behalf_of: str | None = None) -> Actor:
        """Return who a request's `Authorization` and `On-Behalf-Of` headers stand for.

        Raises `NotSignedIn`, and `ForeignParty` where the key may not speak for that party.
        """
        scheme, _, token = (authorization or "").partition(" ")
        actor = self._people.key(token.strip()) if scheme.lower() == "bearer" else None
        if actor is None:
            raise NotSignedIn
        return actor if on_behalf_of is None else _party(actor, on_behalf_of)

    def sign_in(self, name: str, password: str, *, address: str, local: bool) -> str:
        """Return the cookie of a new session.

        `address` is the peer's, for the throttle. Raises `WrongSignIn`, `TooManyAttempts`, `LocalOnly`.
        """
        self._throttle.check(name, address)
        if name in self._local_only and not local:
            raise LocalOnly
        actor = self._people.sign_in(name, password)
        if actor is None:
            self._throttle.failed(name, address)
            raise WrongSignIn
        self._throttle.succeeded(name, address)
        return self._sessions.issue(name)

    def session(self, cookie: str | None, *, local: bool) -> Session | None:
        """Return the session of a cookie, or None; the role is read anew, so a changed one counts at once."""
        signed = self._sessions.read(cookie) if cookie else None
        if signed is None or (signed.name in self._local_only and not local):
            return None
        actor = self._people.actor(signed.name)
        if actor is None:
            return None
        return Session(
            actor=actor,
            id=signed.session_id,
            form_token=self._sessions.form_token(signed.session_id),
            expires_at=signed.expires_at,
        )

    def check_form(self, session: Session, token: str) -> None:
        """Raise `FormExpired` unless a form carries its session's token."""
        if not self._sessions.fits(session.id, token):
            raise FormExpired


def _party(actor: Actor, on_behalf_of: str) -> Actor:
    kind, _, encoded = on_behalf_of.partition(":")
    name = unquote(encoded)
    if actor.kind is not ActorKind.SERVICE or not name:
        raise ForeignParty
    match kind:
        case ActorKind.AUTHOR:
            return Actor(ActorKind.AUTHOR, name)
        case ActorKind.SELLER:
            return Actor(ActorKind.SELLER, name, shop_id=name)
        case _:
            raise ForeignParty
