"""Why customers are unhappy: subtypes of causes, their tiers, and the views that sort them."""

from __future__ import annotations

from dataclasses import dataclass, field

from moderation.policy.table import Table
from moderation.policy.vocabulary import View


@dataclass(frozen=True, slots=True, kw_only=True)
class CauseExample:
    """A low-star review written for the taxonomy; `also` names the further subtypes it complains of."""

    text: str
    lang: str
    stars: int
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Subtype:
    """One cause. `seed_type` is the seed article's own name for it, None where it is an extension.

    `tier` is a letter; A outranks B where a review has several causes. `categories` holds the
    category in each view.
    """

    id: str
    title: str
    seed_type: str | None
    tier: str
    categories: Table[str, str]
    definition: str
    include: tuple[str, ...]
    exclude: tuple[str, ...]
    examples: tuple[CauseExample, ...] = field(repr=False)

    def category(self, view: str = View.US) -> str:
        """Return the category in a view, by default the seed's."""
        return self.categories[view]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrimaryChoice:
    """One step of choosing the primary cause; steps apply in order."""

    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeCase:
    """A wording on the border between subtypes, and how it is settled. `primary` is a seed category."""

    text: str
    labels: tuple[str, ...]
    primary: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Taxonomy:
    """All subtypes, with the way in which a review is given labels and a primary cause.

    `unknown` is the subtype of a review without a readable cause; `max_labels` the most that one
    review is given; `tiers` the letters from highest to lowest.
    """

    definition: str
    max_labels: int
    unknown: str
    tiers: tuple[str, ...]
    categories: Table[str, tuple[str, ...]]
    primary_choices: tuple[PrimaryChoice, ...]
    labelling: tuple[str, ...]
    edge_cases: tuple[EdgeCase, ...] = field(repr=False)
    subtypes: Table[str, Subtype] = field(repr=False)

    def rank(self, subtype: str) -> int:
        """Return the position of the subtype's tier, 0 for the highest."""
        return self.tiers.index(self.subtypes[subtype].tier)
