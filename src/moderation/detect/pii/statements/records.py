"""A customer's record in a seller's mouth: returns counted, other purchases, money, chats, logs, account.

The wording is data (`meanings/records.yaml`, `meanings/disclosed.yaml`). What may be said of the order
at hand ("we refunded it"), a shop's policy, and "write to us in chat" are no record.
"""

from __future__ import annotations

from typing import ClassVar, Final

from moderation.detect.pii.meanings import MeaningSeeker, scheme
from moderation.lexicon.reading import Sign

RECORD: Final = "CUSTOMER_RECORD"
"""Entity of a statement from a seller's records."""

_WHO: Final = "record.customer"
_BACK: Final = "record.gave_back"
_THEY_BACK: Final = "record.they_gave_back"
_MANY: Final = "record.many"
_MERE: Final = ("record.measure", "record.policy")
_POLICY: Final = ("record.policy",)
_STEERED: Final = ("record.steered",)
_OTHERWISE: Final = (*_STEERED, "sensitive.fact")
"""What makes the telling of a chat something else: the way to reach the shop, a fact with its own clause."""


class CustomerRecords(MeaningSeeker):
    """`CUSTOMER_RECORD`: what only the seller's records or private chats can tell."""

    entities = (RECORD,)
    files = ("records", "disclosed", "sensitive")
    schemes: ClassVar[tuple[Sign, ...]] = (
        scheme(RECORD, 0.84, _WHO, _BACK, _MANY, within=80, unless=_MERE),
        scheme(RECORD, 0.84, _THEY_BACK, _MANY, within=60, unless=_MERE),
        scheme(RECORD, 0.84, "record.counted", unless=_POLICY),
        scheme(RECORD, 0.84, "record.nth"),
        scheme(RECORD, 0.86, "record.serial"),
        scheme(RECORD, 0.8, _WHO, _BACK, "record.habit", within=70, unless=_POLICY),
        scheme(RECORD, 0.8, _THEY_BACK, "record.habit", within=60, unless=_POLICY),
        scheme(RECORD, 0.74, "record.bought", "record.spent|record.money", _BACK, within=110, unless=_POLICY),
        scheme(RECORD, 0.78, _WHO, "record.spent", "record.money", within=90, unless=_POLICY),
        scheme(RECORD, 0.8, "record.spent", "record.money", _THEY_BACK, within=90, unless=_POLICY),
        scheme(RECORD, 0.76, "record.other_purchase"),
        scheme(RECORD, 0.7, "record.bought", "record.earlier", _MANY, within=90, unless=_MERE),
        scheme(RECORD, 0.62, "record.bought", "record.earlier", within=50, unless=_POLICY),
        scheme(RECORD, 0.45, "record.bought", _MANY, within=60, unless=_MERE),
        scheme(RECORD, 0.72, "record.payment"),
        scheme(RECORD, 0.66, "record.account", _WHO, within=60),
        scheme(RECORD, 0.74, "record.log"),
        scheme(RECORD, 0.74, "record.known"),
        scheme(RECORD, 0.84, "record.show", unless=_STEERED, reach=12),
        scheme(RECORD, 0.6, "record.demanded", unless=_POLICY),
        scheme(RECORD, 0.7, "record.chat", "record.wrote", within=60, unless=_OTHERWISE, reach=70),
    )
