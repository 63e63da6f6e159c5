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
from moderation.detect.pii.birth import BirthRecognizer
from moderation.detect.pii.children import ChildRecognizer
from moderation.detect.pii.devices import (
    DeviceRecognizer,
    NetworkRecognizer,
    PlaceRecognizer,
    PlateRecognizer,
)
from moderation.detect.pii.email import EmailRecognizer
from moderation.detect.pii.government import GovernmentRecognizer
from moderation.detect.pii.orders import OrderRecognizer
from moderation.detect.pii.payment import AccountRecognizer, CardRecognizer
from moderation.detect.pii.people import GreetedNames, IntroducedNames, NamesByRole, PlacedNames, TitledNames
from moderation.detect.pii.phone import PhoneRecognizer
from moderation.detect.pii.records import RecordRecognizer
from moderation.detect.pii.sensitive import SensitiveRecognizer
from moderation.detect.pii.social import PersonalLinkRecognizer, SocialRecognizer
from moderation.detect.pii.solicitation import SolicitationRecognizer

RECOGNIZERS = (
    PhoneRecognizer,
    EmailRecognizer,
    EnglishAddresses,
    GermanAddresses,
    RomanceAddresses,
    AsianAddresses,
    OrderRecognizer,
    CardRecognizer,
    AccountRecognizer,
    GovernmentRecognizer,
    SocialRecognizer,
    PersonalLinkRecognizer,
    BirthRecognizer,
    NetworkRecognizer,
    PlaceRecognizer,
    PlateRecognizer,
    DeviceRecognizer,
    TitledNames,
    NamesByRole,
    IntroducedNames,
    GreetedNames,
    PlacedNames,
    ChildRecognizer,
    RecordRecognizer,
    SensitiveRecognizer,
    SolicitationRecognizer,
)
"""Every recognizer of this room; adding one is a module and a line here."""


def make_registry() -> RecognizerRegistry:
    """Return a fresh Presidio registry with all our recognizers in it."""
    return RecognizerRegistry(recognizers=[recognizer() for recognizer in RECOGNIZERS])
