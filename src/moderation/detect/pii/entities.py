"""Which clause and kind each entity has, and whose voice it needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from moderation.content import Author, Surface
from moderation.errors import ModerationError
from moderation.findings import Kind

SELLER_SIDE: Final = frozenset({Author.SELLER, Author.CREATOR, Author.THIRD_PARTY})


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
        "CUSTOMER_RECORD": Entity(label="pii.customer_record", speakers=SELLER_SIDE),
        "SENSITIVE_CATEGORY": Entity(label="pii.sensitive_category", speakers=SELLER_SIDE),
        "SENSITIVE_NAMED": Entity(label="pii.sensitive_category"),
        "SOLICITATION": Entity(label="pii.solicitation", speakers=SELLER_SIDE),
        "SOLICITATION_IN_PUBLIC": Entity(
            label="pii.solicitation",
            speakers=SELLER_SIDE,
            surfaces=frozenset(Surface) - {Surface.BUYER_MESSAGE},
        ),
        "SOLICITATION_GOVERNMENT_ID": Entity(
            label="pii.solicitation", also="pii.government_id", speakers=SELLER_SIDE
        ),
        "SOLICITATION_PAYMENT": Entity(label="pii.solicitation", also="pii.payment", speakers=SELLER_SIDE),
        # Names that Presidio's own recognizers use, so that they can be registered as they are.
        "PHONE_NUMBER": Entity(label="pii.phone", kind=Kind.PHONE),
        "EMAIL_ADDRESS": Entity(label="pii.email", kind=Kind.EMAIL),
        "CREDIT_CARD": Entity(label="pii.payment", kind=Kind.PAYMENT_CARD),
        "IBAN_CODE": Entity(label="pii.payment", kind=Kind.BANK_ACCOUNT),
        "CRYPTO": Entity(label="pii.payment", kind=Kind.BANK_ACCOUNT),
        "US_BANK_NUMBER": Entity(label="pii.payment", kind=Kind.BANK_ACCOUNT),
        "US_SSN": Entity(label="pii.government_id", kind=Kind.GOVERNMENT_ID),
        "US_ITIN": Entity(label="pii.government_id", kind=Kind.GOVERNMENT_ID),
        "US_PASSPORT": Entity(label="pii.government_id", kind=Kind.GOVERNMENT_ID),
        "US_DRIVER_LICENSE": Entity(label="pii.government_id", kind=Kind.GOVERNMENT_ID),
        "UK_NINO": Entity(label="pii.government_id", kind=Kind.GOVERNMENT_ID),
        "UK_NHS": Entity(label="pii.government_id", kind=Kind.GOVERNMENT_ID),
        "ES_NIF": Entity(label="pii.government_id", kind=Kind.GOVERNMENT_ID),
        "IT_FISCAL_CODE": Entity(label="pii.government_id", kind=Kind.GOVERNMENT_ID),
        "IN_AADHAAR": Entity(label="pii.government_id", kind=Kind.GOVERNMENT_ID),
        "IN_PAN": Entity(label="pii.government_id", kind=Kind.GOVERNMENT_ID),
        "LOCATION_ADDRESS": Entity(label="pii.postal_address", kind=Kind.ADDRESS),
    }
)
"""Every entity that our recognizers and Presidio's use, by name."""
