"""Our recognizers as one Presidio registry, for a user to add to, remove from, or load from YAML.

`make_registry().add_recognizer(PatternRecognizer(...))` works as Presidio documents it; hand the
registry to `pii_detector`. Recognizers without a `screen` of ours are run on every text.
"""

from __future__ import annotations

from presidio_analyzer import RecognizerRegistry

from moderation.detect.pii.numbers.identifiers import (
    BankAccounts,
    GovernmentNumbers,
    OrderNumbers,
    PaymentCards,
)
from moderation.detect.pii.numbers.scattered import ScatteredNumbers
from moderation.detect.pii.numbers.transfers import InternationalAccounts, PiecedNumbers, WalletAccounts
from moderation.detect.pii.online.email import Mailboxes
from moderation.detect.pii.online.handles import SocialHandles
from moderation.detect.pii.online.likened import LikenedHandles
from moderation.detect.pii.online.links import PersonalLinks
from moderation.detect.pii.persons.full import FullNames
from moderation.detect.pii.persons.singled import SingledNames
from moderation.detect.pii.persons.thai import ThaiNames
from moderation.detect.pii.persons.titled import TitledNames
from moderation.detect.pii.phones.fragments import PhoneFragments
from moderation.detect.pii.phones.phone import PhoneNumbers
from moderation.detect.pii.places.birth import BirthDates
from moderation.detect.pii.places.coordinates import ExactPlaces
from moderation.detect.pii.places.countries import (
    AsianAddresses,
    EnglishAddresses,
    GermanAddresses,
    PostedAddresses,
    RomanceAddresses,
)
from moderation.detect.pii.places.devices import DeviceNumbers, NetworkAddresses
from moderation.detect.pii.places.plates import NumberPlates
from moderation.detect.pii.places.split_address import SplitAddresses
from moderation.detect.pii.statements.children import ChildNames
from moderation.detect.pii.statements.exposed import NamedConditions
from moderation.detect.pii.statements.records import CustomerRecords
from moderation.detect.pii.statements.sensitive import SensitiveFacts
from moderation.detect.pii.statements.solicitation import Solicitations

RECOGNIZERS = (
    PhoneFragments,
    PhoneNumbers,
    Mailboxes,
    EnglishAddresses,
    PostedAddresses,
    GermanAddresses,
    RomanceAddresses,
    AsianAddresses,
    SplitAddresses,
    OrderNumbers,
    PaymentCards,
    BankAccounts,
    InternationalAccounts,
    PiecedNumbers,
    WalletAccounts,
    GovernmentNumbers,
    ScatteredNumbers,
    SocialHandles,
    LikenedHandles,
    PersonalLinks,
    BirthDates,
    NetworkAddresses,
    ExactPlaces,
    NumberPlates,
    DeviceNumbers,
    FullNames,
    TitledNames,
    SingledNames,
    ThaiNames,
    ChildNames,
    CustomerRecords,
    SensitiveFacts,
    NamedConditions,
    Solicitations,
)
"""Every recognizer of this room; adding one is a module and a line here."""


def make_registry() -> RecognizerRegistry:
    """Return a fresh Presidio registry with all our recognizers in it."""
    return RecognizerRegistry(recognizers=[recognizer() for recognizer in RECOGNIZERS])
