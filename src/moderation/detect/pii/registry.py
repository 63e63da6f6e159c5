"""Our recognizers as one Presidio registry, for a user to add to, remove from, or load from YAML.

`make_registry().add_recognizer(PatternRecognizer(...))` works as Presidio documents it; hand the
registry to `pii_detector`. Recognizers without a `screen` of ours are run on every text.
"""

from __future__ import annotations

from presidio_analyzer import RecognizerRegistry

from moderation.detect.pii.address import (
    AsianAddresses,
    EnglishAddresses,
    GermanAddresses,
    RomanceAddresses,
)
from moderation.detect.pii.birth import BirthDates
from moderation.detect.pii.children import ChildNames
from moderation.detect.pii.devices import (
    DeviceNumbers,
    ExactPlaces,
    NetworkAddresses,
    NumberPlates,
)
from moderation.detect.pii.email import Mailboxes
from moderation.detect.pii.government import GovernmentNumbers
from moderation.detect.pii.openings import NamedBuyers
from moderation.detect.pii.orders import OrderNumbers
from moderation.detect.pii.payment import BankAccounts, PaymentCards
from moderation.detect.pii.people import GreetedNames, IntroducedNames, NamesByRole, TitledNames
from moderation.detect.pii.phone import PhoneNumbers
from moderation.detect.pii.placed import PlacedNames
from moderation.detect.pii.records import CustomerRecords
from moderation.detect.pii.sensitive import SensitiveFacts
from moderation.detect.pii.social import PersonalLinks, SocialHandles
from moderation.detect.pii.solicitation import Solicitations

RECOGNIZERS = (
    PhoneNumbers,
    Mailboxes,
    EnglishAddresses,
    GermanAddresses,
    RomanceAddresses,
    AsianAddresses,
    OrderNumbers,
    PaymentCards,
    BankAccounts,
    GovernmentNumbers,
    SocialHandles,
    PersonalLinks,
    BirthDates,
    NetworkAddresses,
    ExactPlaces,
    NumberPlates,
    DeviceNumbers,
    TitledNames,
    NamesByRole,
    IntroducedNames,
    GreetedNames,
    PlacedNames,
    NamedBuyers,
    ChildNames,
    CustomerRecords,
    SensitiveFacts,
    Solicitations,
)
"""Every recognizer of this room; adding one is a module and a line here."""


def make_registry() -> RecognizerRegistry:
    """Return a fresh Presidio registry with all our recognizers in it."""
    return RecognizerRegistry(recognizers=[recognizer() for recognizer in RECOGNIZERS])
