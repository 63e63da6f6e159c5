"""What each role may do at all: the one table from capability to roles.

Every endpoint names one capability. That a seller touches only the own shop, that nobody judges an
appeal on the own decision, and the like, is the desk's to say: this table comes before it.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from moderation.cases.refusals import NotPermitted
from moderation.decisions import Actor, ActorKind
from moderation.desk.refusals import NotYours


class Capability(StrEnum):
    """One thing that somebody may or may not do."""

    ASSESS = "assess texts"
    SUBMIT_ITEMS = "submit, edit and withdraw items"
    READ_ITEMS = "read items as strangers see them"
    READ_ITEM_FILES = "read item files"
    STATE_ORDERS = "state orders, deliveries and refunds"
    KEEP_SHOPS = "keep shops and products"
    LIST_PRODUCTS = "remove and relist products"
    READ_SHOPS = "read shops and their health"
    FILE_REPORTS = "report items"
    READ_REPORTS = "read reports"
    READ_CASES = "read cases and queues"
    WORK_CASES = "claim, pass on and decide cases"
    NOTE_CASES = "note on cases"
    ANSWER_CASES = "answer a question on a case"
    FILE_APPEALS = "appeal decisions"
    READ_APPEALS = "read appeals"
    JUDGE_APPEALS = "judge appeals"
    READ_NOTICES = "read notices"
    SET_ROUTES = "change the routes of queues"
    READ_METRICS = "read metrics"


_MODERATORS: Final = frozenset({ActorKind.MODERATOR, ActorKind.SENIOR})
_STAFF: Final = _MODERATORS | {ActorKind.OPERATOR}
_PARTNERS: Final = frozenset({ActorKind.SERVICE, ActorKind.OPERATOR})
_PARTIES: Final = frozenset({ActorKind.AUTHOR, ActorKind.SELLER, ActorKind.SERVICE})
_ALL: Final = _STAFF | _PARTIES

GRANTED: Final[Mapping[Capability, frozenset[ActorKind]]] = MappingProxyType(
    {
        Capability.ASSESS: _ALL - {ActorKind.AUTHOR},
        Capability.SUBMIT_ITEMS: _PARTNERS | _PARTIES,
        Capability.READ_ITEMS: _ALL,
        Capability.READ_ITEM_FILES: _STAFF,
        Capability.STATE_ORDERS: _PARTNERS,
        Capability.KEEP_SHOPS: _PARTNERS,
        Capability.LIST_PRODUCTS: _PARTNERS | {ActorKind.SELLER},
        Capability.READ_SHOPS: _ALL - {ActorKind.AUTHOR},
        Capability.FILE_REPORTS: _PARTIES,
        Capability.READ_REPORTS: _ALL,
        Capability.READ_CASES: _STAFF,
        Capability.WORK_CASES: _MODERATORS,
        Capability.NOTE_CASES: _STAFF,
        Capability.ANSWER_CASES: _MODERATORS | {ActorKind.SERVICE},
        Capability.FILE_APPEALS: _PARTIES,
        Capability.READ_APPEALS: _ALL,
        Capability.JUDGE_APPEALS: _MODERATORS,
        Capability.READ_NOTICES: _ALL,
        Capability.SET_ROUTES: frozenset({ActorKind.OPERATOR}),
        Capability.READ_METRICS: _PARTNERS,
    }
)

ROLES: Final = (
    ActorKind.SERVICE,
    ActorKind.MODERATOR,
    ActorKind.SENIOR,
    ActorKind.OPERATOR,
    ActorKind.SELLER,
)
"""The roles of keys and sign-ins. Authors have neither: a service key speaks for them."""


def own_shop(actor: Actor, shop_id: str) -> None:
    """Raise `NotYours` where a seller asks for another shop's affairs."""
    if actor.kind is ActorKind.SELLER and actor.shop_id != shop_id:
        raise NotYours("shop", shop_id)


def granted(actor: Actor, capability: Capability) -> None:
    """Raise `NotPermitted` unless the actor's role has the capability."""
    if actor.kind not in GRANTED[capability]:
        raise NotPermitted(capability, kind=actor.kind)
