"""What stands beside the clauses: sources, report reasons, the official programme, appeals, DSA words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from moderation.policy.table import Table


class SourceKind(StrEnum):
    """How far a source can be trusted."""

    OFFICIAL = "official"
    LAW = "law"
    STANDARD = "standard"
    OPEN_SOURCE = "open_source"
    PRESS = "press"
    THIRD_PARTY = "third_party"
    MIRROR = "mirror"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A public source that a clause rests on."""

    id: str
    title: str
    address: str
    kind: SourceKind
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportReason:
    """A reason that a person can give when reporting an item, and the clauses that it may turn out to be.

    `title` is what the form shows, by language with `en` at least. `peers` says how other platforms call it.
    """

    id: str
    title: Table[str, str]
    clauses: tuple[str, ...]
    peers: Table[str, str]
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """The platform's own incentivised reviews, the one exception to the incentive clauses."""

    id: str
    covers: str
    min_words: int
    media_required: bool
    exempt_if_all: tuple[str, ...]
    not_exempt_if_any: tuple[str, ...]
    facts: Table[str, tuple[str, ...]]
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealRegime:
    """What one authority says about appeals, as a fact; what holds here is in the profiles."""

    id: str
    title: str
    says: tuple[str, ...]
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealFacts:
    """Appeal regimes and the evidence that may come with an appeal."""

    regimes: tuple[AppealRegime, ...]
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DsaVocabulary:
    """The words of the DSA Transparency Database, and its limits (characters; statements a batch)."""

    grounds: frozenset[str]
    categories: frozenset[str]
    keywords: frozenset[str]
    visibilities: frozenset[str]
    content_types: frozenset[str]
    source_types: frozenset[str]
    automated_decisions: frozenset[str]
    always_required: tuple[str, ...]
    report_fields: tuple[str, ...]
    max_length: Table[str, int]
    batch_size: int
    references: tuple[str, ...]
