"""What was ruled: actions, who acted, and the decision with its grounds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from moderation.findings import Finding, Span


class Action(StrEnum):
    """What happens to an item, from least to most restrictive."""

    ALLOW = "allow"
    LABEL = "label"
    REDACT = "redact"
    HOLD = "hold"
    REMOVE = "remove"

    @property
    def rank(self) -> int:
        """Position in the order of restriction, 0 for `allow`."""
        return _ORDER.index(self)

    @property
    def restrictive(self) -> bool:
        """Whether the author must be told, and may appeal."""
        return self in (Action.REDACT, Action.HOLD, Action.REMOVE)


_ORDER: Final = tuple(Action)

INVERSE: Final[Mapping[Action, str]] = MappingProxyType(
    {
        Action.ALLOW: "allow",
        Action.LABEL: "unlabel",
        Action.REDACT: "unredact",
        Action.HOLD: "release",
        Action.REMOVE: "restore",
    }
)
"""The word for undoing each action, as events and notices write it."""


class Lane(StrEnum):
    """Which kind of desk a case waits at."""

    TRIAGE = "triage"
    SPECIALIST = "specialist"
    APPEALS = "appeals"
    LEGAL = "legal"
    QA = "qa"


class About(StrEnum):
    """Whose conduct a case is about."""

    AUTHOR = "author"
    SHOP = "shop"


class ActorKind(StrEnum):
    """What sort of party acts."""

    SYSTEM = "system"
    MODERATOR = "moderator"
    SENIOR = "senior"
    OPERATOR = "operator"
    SELLER = "seller"
    AUTHOR = "author"
    SERVICE = "service"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who did something; `str(actor)` is what events store, such as `moderator:ana`.

    `shop_id` is set on sellers: a seller acts for one shop.
    """

    kind: ActorKind
    id: str
    shop_id: str | None = None

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseOpening:
    """A wish that a person looks: at which lane, about whom, for which clauses."""

    lane: Lane
    about: About
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a machine ruled alone on one assessment, capped by policy.

    `labels` and `grounds` are the clauses and findings behind `action` (empty for `allow`);
    `redactions` the spans to mask; `cases` the cases that a person must open, the author's first.
    """

    action: Action
    labels: tuple[str, ...]
    grounds: tuple[Finding, ...]
    redactions: tuple[Span, ...]
    cases: tuple[CaseOpening, ...]
    catalogue_version: str
