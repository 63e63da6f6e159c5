"""What a machine saw: spans, findings, allegations, causes, and the assessment that holds them.

Four types that never mix. A `Finding` says what this text itself does. An `Allegation` says what
this text reports that somebody else did, such as a buyer who tells of a bribe. A `Cause` says why
a customer is unhappy. Only findings can ground a decision: `decide` accepts no other type, so
"remove because negative" and "punish the whistle-blower" have no spelling.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What sort of personal value a `pii.*` finding marks."""

    PERSON = "PERSON"
    PHONE = "PHONE"
    EMAIL = "EMAIL"
    ADDRESS = "ADDRESS"
    ORDER_ID = "ORDER_ID"
    PAYMENT_CARD = "PAYMENT_CARD"
    BANK_ACCOUNT = "BANK_ACCOUNT"
    GOVERNMENT_ID = "GOVERNMENT_ID"
    SOCIAL_HANDLE = "SOCIAL_HANDLE"
    URL_PERSONAL = "URL_PERSONAL"
    BIRTH_DATE = "BIRTH_DATE"
    VEHICLE_PLATE = "VEHICLE_PLATE"
    IP_ADDRESS = "IP_ADDRESS"
    GEO = "GEO"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points in an item's original text, never empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"span {self.start}..{self.end} is empty or reversed")

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What this text itself does, by clause of the catalogue.

    `confidence` is a calibrated probability in 0..1. `because` is a short stable key that says
    which evidence fired (`luhn`, `gift_card+if+review`), never a quotation. `detector` reads
    `name@version`. `kind` is set where a personal value is marked. `span` is None where the
    evidence has no place in the text.
    """

    label: str
    span: Span | None
    confidence: float
    because: str
    detector: str
    kind: Kind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Allegation:
    """What this text says that somebody else did; never a ground for acting on this item."""

    label: str
    span: Span | None
    confidence: float
    because: str
    detector: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """One reason why a customer is unhappy: a subtype of the taxonomy with its probability."""

    subtype: str
    confidence: float
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Causes:
    """The causes assigned to one negative review, strongest first, at most four.

    `scores` holds the probability of every subtype, for `--all` and for evaluation.
    """

    primary: Cause
    assigned: tuple[Cause, ...]
    scores: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """All that the machines saw in one revision of one item.

    `findings` and `allegations` come in text order, strongest first where they start together.
    `fingerprint` names every detector and model that took part, so that equal fingerprints on
    equal revisions mean equal assessments. `unread_media` counts images that nothing could read.
    """

    item_id: str
    revision: int
    lang: str
    findings: tuple[Finding, ...]
    allegations: tuple[Allegation, ...]
    causes: Causes | None
    unread_media: int
    fingerprint: str
