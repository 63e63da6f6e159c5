"""`Catalogue`: all that policy says, as one frozen value; read it with `load`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from moderation.content import Author, Surface
from moderation.errors import UnknownProfile
from moderation.policy.annex import AppealFacts, DsaVocabulary, Programme, Reference, ReportReason
from moderation.policy.clause import Clause
from moderation.policy.profile import Profile
from moderation.policy.rates import Rates
from moderation.policy.table import Table
from moderation.policy.taxonomy import Taxonomy
from moderation.policy.vocabulary import Severity

DEFAULT_PROFILE: Final = "us"


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """Clauses, taxonomy, profiles and their annexes.

    `digest` is the SHA-256 of everything the files say (not of comments, order of keys or layout);
    `version` its first twelve hexadecimal digits, which every decision carries.
    `vocabulary` explains each closed set of words to people: set name → word → meaning.
    """

    digest: str
    name: str
    compiled: str
    principles: tuple[str, ...]
    clauses: Table[str, Clause] = field(repr=False)
    taxonomy: Taxonomy = field(repr=False)
    profiles: Table[str, Profile] = field(repr=False)
    vocabulary: Table[str, Table[str, str]] = field(repr=False)
    references: Table[str, Reference] = field(repr=False)
    report_reasons: Table[str, ReportReason] = field(repr=False)
    programme: Programme = field(repr=False)
    appeals: AppealFacts = field(repr=False)
    rates: Rates = field(repr=False)
    dsa: DsaVocabulary = field(repr=False)

    @property
    def version(self) -> str:
        """The short digest."""
        return self.digest[:12]

    def profile(self, name: str = DEFAULT_PROFILE) -> Profile:
        """Return a regional profile; raise `UnknownProfile`."""
        try:
            return self.profiles[name]
        except KeyError:
            raise UnknownProfile(name, known=tuple(self.profiles)) from None

    def severity_on(self, label: str, surface: Surface, author: Author) -> Severity:
        """Return how severe a finding is there: the clause's severity where it is covered, else low.

        A personal value is found on every surface; where no clause covers it, it leads to nothing.
        """
        clause = self.clauses[label]
        return clause.severity if clause.covers(surface, author) else Severity.LOW
