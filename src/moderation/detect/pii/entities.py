"""Which clause and kind each entity has, and whose voice it needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from moderation.content import Author, Surface
from moderation.detect.pii.stock import KINDS
from moderation.errors import ModerationError
from moderation.findings import Kind

SELLER_SIDE: Final = frozenset({Author.SELLER, Author.CREATOR, Author.THIRD_PARTY})
_SEEN: Final = frozenset({Surface.SELLER_REPLY, Surface.SHORT_VIDEO, Surface.LIVE})
"""Where the seller's side speaks of one customer before others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """What a recognizer's entity means here.

    `label` is the clause; `seller_label` replaces it where the speaker is on the seller's side.
    `speakers` are those in whose mouth it is a breach, `surfaces` where it is one (None: anybody's,
    anywhere). `also` is a further label that the same words get, without kind or place.
    """

    label: str
    kind: Kind | None = None
    seller_label: str | None = None
    speakers: frozenset[Author] | None = None
    surfaces: frozenset[Surface] | None = None
    also: str | None = None

    def label_for(self, speaker: Author) -> str:
        """Return the clause for this speaker."""
        return self.seller_label if self.seller_label and speaker in SELLER_SIDE else self.label


class UnknownEntity(ModerationError):
    """A recognizer was registered whose entity has no clause."""

    code = "unknown_entity"

    def __init__(self, entity: str) -> None:
        super().__init__(f"no clause is named for entity {entity!r}")
        self.entity = entity


_LABELS: Final[Mapping[Kind, str]] = {
    Kind.PHONE: "pii.phone",
    Kind.EMAIL: "pii.email",
    Kind.ADDRESS: "pii.postal_address",
    Kind.PAYMENT_CARD: "pii.payment",
    Kind.BANK_ACCOUNT: "pii.payment",
    Kind.GOVERNMENT_ID: "pii.government_id",
    Kind.VEHICLE_PLATE: "pii.geo_vehicle_device",
    Kind.IP_ADDRESS: "pii.geo_vehicle_device",
}
"""The clause of each kind that Presidio's own recognizers mark."""

ENTITIES: Final[Mapping[str, Entity]] = MappingProxyType(
    {
        "PERSON": Entity(label="pii.third_party_name", seller_label="pii.customer_name", kind=Kind.PERSON),
        "OTHER_PERSON": Entity(label="pii.third_party_name", kind=Kind.PERSON),
        "BUYER_NAME": Entity(label="pii.customer_name", kind=Kind.PERSON, speakers=SELLER_SIDE),
        "MINOR": Entity(label="pii.minor", kind=Kind.PERSON),
        "PHONE": Entity(label="pii.phone", kind=Kind.PHONE),
        "EMAIL": Entity(label="pii.email", kind=Kind.EMAIL),
        "ADDRESS": Entity(label="pii.postal_address", kind=Kind.ADDRESS),
        "ORDER_ID": Entity(label="pii.order_tracking", kind=Kind.ORDER_ID),
        "PAYMENT_CARD": Entity(label="pii.payment", kind=Kind.PAYMENT_CARD),
        "BANK_ACCOUNT": Entity(label="pii.payment", kind=Kind.BANK_ACCOUNT),
        "GOVERNMENT_ID": Entity(label="pii.government_id", kind=Kind.GOVERNMENT_ID),
        "SOCIAL_HANDLE": Entity(label="pii.social_handle", kind=Kind.SOCIAL_HANDLE),
        "URL_PERSONAL": Entity(label="pii.social_handle", kind=Kind.URL_PERSONAL),
        "BIRTH_DATE": Entity(label="pii.birth_date", kind=Kind.BIRTH_DATE),
        "VEHICLE_PLATE": Entity(label="pii.geo_vehicle_device", kind=Kind.VEHICLE_PLATE),
        "IP_ADDRESS": Entity(label="pii.geo_vehicle_device", kind=Kind.IP_ADDRESS),
        "GEO": Entity(label="pii.geo_vehicle_device", kind=Kind.GEO),
        "DEVICE_ID": Entity(label="pii.geo_vehicle_device", kind=Kind.IP_ADDRESS),
        "CUSTOMER_RECORD": Entity(label="pii.customer_record", speakers=SELLER_SIDE, surfaces=_SEEN),
        "SENSITIVE_CATEGORY": Entity(label="pii.sensitive_category", speakers=SELLER_SIDE, surfaces=_SEEN),
        "SENSITIVE_OF_CUSTOMER": Entity(
            label="pii.sensitive_category", speakers=SELLER_SIDE, surfaces=frozenset({Surface.SELLER_REPLY})
        ),
        "SENSITIVE_NAMED": Entity(label="pii.sensitive_category"),
        "SOLICITATION": Entity(label="pii.solicitation", speakers=SELLER_SIDE),
        "SOLICITATION_IN_PUBLIC": Entity(
            label="pii.solicitation",
            speakers=SELLER_SIDE,
            surfaces=frozenset(Surface) - {Surface.BUYER_MESSAGE},
        ),
        "SOLICITATION_IN_REPLY": Entity(
            label="pii.solicitation", speakers=SELLER_SIDE, surfaces=frozenset({Surface.SELLER_REPLY})
        ),
        "SOLICITATION_GOVERNMENT_ID": Entity(
            label="pii.solicitation", also="pii.government_id", speakers=SELLER_SIDE
        ),
        "SOLICITATION_PAYMENT": Entity(label="pii.solicitation", also="pii.payment", speakers=SELLER_SIDE),
        **{name: Entity(label=_LABELS[kind], kind=kind) for name, kind in KINDS.items()},
    }
)
"""Every entity that our recognizers and Presidio's use, by name."""
