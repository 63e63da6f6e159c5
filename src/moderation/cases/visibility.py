"""What strangers see of an item, derived from withdrawal, product and active actions; written by nobody."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from moderation.cases.status import Visibility
from moderation.content import Surface
from moderation.decisions import Action

SHOWN: Final = frozenset({Visibility.PUBLISHED, Visibility.LABELLED, Visibility.REDACTED})
"""Where strangers can read something."""

_AFTER: Final[Mapping[Action, Visibility]] = MappingProxyType(
    {
        Action.ALLOW: Visibility.PUBLISHED,
        Action.LABEL: Visibility.LABELLED,
        Action.REDACT: Visibility.REDACTED,
        Action.HOLD: Visibility.HELD,
        Action.REMOVE: Visibility.REMOVED,
    }
)


def visibility(
    *, surface: Surface, withdrawn: bool, product_gone: bool, active: Iterable[Action]
) -> Visibility:
    """Return the strongest restriction that holds: withdrawal, product, then the active actions."""
    if withdrawn:
        return Visibility.WITHDRAWN
    if product_gone:
        return Visibility.PRODUCT_REMOVED
    strongest = _AFTER[max(active, key=lambda action: action.rank, default=Action.ALLOW)]
    if not surface.public and strongest not in {Visibility.REMOVED, Visibility.HELD}:
        return Visibility.PRIVATE
    return strongest


def masked(name: str | None) -> str | None:
    """Return a buyer's name as strangers may see it: first and last letter, `W**n`."""
    if not name:
        return None
    return f"{name[0]}**{name[-1] if len(name) > 2 else ''}"  # of two letters only one shows
