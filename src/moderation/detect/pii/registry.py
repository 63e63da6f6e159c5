"""Our recognizers as one Presidio registry, for a user to add to, remove from, or load from YAML.

`make_registry().add_recognizer(PatternRecognizer(...))` works as Presidio documents it; hand the
registry to `pii_detector`. Recognizers without a `screen` of ours are run on every text.
"""

from __future__ import annotations

from presidio_analyzer import RecognizerRegistry

from moderation.detect.pii.birth import BirthDates
from moderation.detect.pii.children import ChildNames
from moderation.detect.pii.coordinates import ExactPlaces
from moderation.detect.pii.countries import (
    AsianAddresses,
    EnglishAddresses,
    GermanAddresses,
    PostedAddresses,
    RomanceAddresses,
)
from moderation.detect.pii.devices import DeviceNumbers, NetworkAddresses
from moderation.detect.pii.email import Mailboxes
from moderation.detect.pii.exposed import NamedConditions
from moderation.detect.pii.fragments import PhoneFragments
from moderation.detect.pii.handles import SocialHandles
from moderation.detect.pii.identifiers import BankAccounts, GovernmentNumbers, OrderNumbers, PaymentCards
from moderation.detect.pii.likened import LikenedHandles
from moderation.detect.pii.links import PersonalLinks
from moderation.detect.pii.persons.full import FullNames
from moderation.detect.pii.persons.singled import SingledNames
from moderation.detect.pii.persons.thai import ThaiNames
from moderation.detect.pii.persons.titled import TitledNames
from moderation.detect.pii.phone import PhoneNumbers
from moderation.detect.pii.plates import NumberPlates
from moderation.detect.pii.records import CustomerRecords
from moderation.detect.pii.scattered import ScatteredNumbers
from moderation.detect.pii.sensitive import SensitiveFacts
from moderation.detect.pii.solicitation import Solicitations
from moderation.detect.pii.split_address import SplitAddresses
from moderation.detect.pii.transfers import InternationalAccounts, PiecedNumbers, WalletAccounts

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
