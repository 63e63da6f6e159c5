"""`Room`: what every part of the desk works with, and the small things they share. No use cases."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, TypeAlias

from moderation.cases.refusals import NotPermitted
from moderation.content import Item
from moderation.decisions import Actor, ActorKind, Decision
from moderation.desk.refusals import ReasonMissing
from moderation.findings import Assessment
from moderation.policy import Catalogue, Profile
from moderation.store import Store

Judge: TypeAlias = Callable[[Sequence[Item]], list[tuple[Assessment, Decision]]]

READERS: Final = frozenset({ActorKind.MODERATOR, ActorKind.SENIOR, ActorKind.OPERATOR, ActorKind.SYSTEM})
"""Who may read cases, with the texts in them."""

PARTNERS: Final = frozenset({ActorKind.SERVICE, ActorKind.SYSTEM, ActorKind.OPERATOR})
"""Who speaks for the marketplace: brings items, orders, deliveries, refunds."""

_ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O, U to misread."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """How long things take where policy does not say.

    `stated_orders` takes a purchase that the marketplace states with a review (order, product and
    delivery) as known, so that orders need not be loaded first.
    """

    lease: timedelta = timedelta(minutes=10)
    wait: timedelta = timedelta(days=3)
    replay: timedelta = timedelta(hours=24)
    stated_orders: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """Store, policy, judge and clock."""

    store: Store
    catalogue: Catalogue
    judge: Judge
    clock: Callable[[], datetime]
    profile: Profile
    terms: Terms


def new_id(kind: str) -> str:
    """Return a fresh id such as `case_018f…`: the machine's time and 48 random bits.

    Ids of one process sort in the order they were made, which settles ties of equal times in listings;
    nothing else reads a time out of them.
    """
    return f"{kind}_{time.time_ns():016x}{secrets.token_hex(6)}"


def new_reference(kind: str) -> str:
    """Return a number that a person can read over the telephone, such as `R-4K7M-92QD-XW3T`."""
    letters = "".join(secrets.choice(_ALPHABET) for _ in range(12))
    return f"{kind}-{letters[:4]}-{letters[4:8]}-{letters[8:]}"


def require(actor: Actor, kinds: Collection[ActorKind], what: str) -> None:
    """Raise `NotPermitted` unless the actor is of one of these kinds."""
    if actor.kind not in kinds:
        raise NotPermitted(what, kind=actor.kind)


def words(text: str | None, name: str) -> str:
    """Return the text stripped; raise `ReasonMissing` about `name` (an id) where nothing is left."""
    stripped = (text or "").strip()
    if not stripped:
        raise ReasonMissing(name)
    return stripped
