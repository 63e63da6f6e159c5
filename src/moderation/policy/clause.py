"""`Clause`: one thing that policy does not allow, with its limits, its wording and its examples."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from moderation.content import Author, Surface
from moderation.decisions import Lane
from moderation.policy.table import Table
from moderation.policy.thresholds import Thresholds
from moderation.policy.vocabulary import Audience, AutoAction, Measure, Need, Risk, Severity

ENGLISH: Final = "en"
"""The language that every wording has, and to which other languages fall back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A text written for the catalogue that breaks its clause, or looks like it and does not.

    `in_media` marks a line read from a picture that hangs on the item. `also` names further clauses
    that the text breaks. `why_allowed` is set on the allowed ones only and says which distinction
    they test.
    """

    text: str
    lang: str
    surface: Surface
    author: Author
    in_media: bool = False
    also: tuple[str, ...] = ()
    why_allowed: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DsaMapping:
    """How a decision under the clause is written to the DSA Transparency Database."""

    ground: str
    category: str
    keywords: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One clause of the catalogue.

    `wording` holds the English text for each audience, `wording_by_language` all languages.
    `thresholds` are the catalogue's own; a profile may override them, so ask the profile.
    `risk` is set on clauses about personal values. `needs` says what beside one text must be at hand.
    """

    id: str
    title: str
    definition: str
    include: tuple[str, ...]
    exclude: tuple[str, ...]
    applies_to: frozenset[Author]
    surfaces: frozenset[Surface]
    severity: Severity
    risk: Risk | None
    thresholds: Thresholds
    auto_action: AutoAction
    actions: tuple[Measure, ...]
    needs: frozenset[Need]
    wording_by_language: Table[str, Table[Audience, str]]
    references: tuple[str, ...]
    dsa: DsaMapping
    notes: str
    violating: tuple[Example, ...] = field(repr=False)
    allowed: tuple[Example, ...] = field(repr=False)

    @property
    def family(self) -> str:
        """The part of the id before the dot."""
        return self.id.partition(".")[0]

    @property
    def file(self) -> str:
        """Where the clause is written, relative to the catalogue folder."""
        return f"clauses/{self.id.replace('.', '/', 1)}.yaml"

    @property
    def lane(self) -> Lane:
        """Which desk looks at it first: specialists where the clause escalates."""
        return Lane.SPECIALIST if Measure.ESCALATE in self.actions else Lane.TRIAGE

    @property
    def wording(self) -> Table[Audience, str]:
        """The English wording for each audience."""
        return self.wording_by_language[ENGLISH]

    def words_for(self, audience: Audience, lang: str = ENGLISH) -> str:
        """Return the wording in `lang` (BCP 47; its primary language counts), else in English."""
        texts = self.wording_by_language.get(lang) or self.wording_by_language.get(lang.partition("-")[0])
        return (texts or self.wording)[audience]

    def covers(self, surface: Surface, author: Author) -> bool:
        """Whether the clause binds this author on this surface."""
        return surface in self.surfaces and author in self.applies_to
