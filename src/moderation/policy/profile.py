"""`Profile`: how one region reads the catalogue. Switches, clause overrides, rates, appeals and clocks."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from moderation.policy.rates import Rate
from moderation.policy.table import Table
from moderation.policy.thresholds import NEVER_REPORTED, Thresholds
from moderation.policy.vocabulary import Audience, Severity, View


class SelfDisclosure(StrEnum):
    """What happens to personal data that a buyer publishes about themselves in a review."""

    KEEP = "keep"
    """Kept, except data that allows fraud."""
    REDACT_HIGH_RISK = "redact_high_risk"
    """Masked where the risk is high or critical."""
    REDACT_ALL = "redact_all"


class BuyerImage(StrEnum):
    """What happens to a picture in which the buyer can be recognised."""

    ALLOW_SELF = "allow_self"
    CASE = "flag"
    HIDE = "hide"


class ChangeRequest(StrEnum):
    """Whether a seller may ask for an edit of a review once the problem is solved."""

    PROHIBITED = "prohibited"
    ALLOWED_WITHOUT_BENEFIT = "allowed_without_benefit"


class MildProfanity(StrEnum):
    """Whether mild swearing about a product, not a person, may stand."""

    ALLOW = "allow"
    CASE = "flag"


@dataclass(frozen=True, slots=True, kw_only=True)
class Switches:
    """Points on which official authorities disagree, so that each region chooses."""

    strict_first_name: bool
    strict_staff_names: bool
    self_disclosure: SelfDisclosure
    buyer_image: BuyerImage
    request_change_after_resolution: ChangeRequest
    profanity_mild_about_product: MildProfanity
    review_requests_per_order: int
    imported_in_rating: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewTerms:
    """How reviews live in the region.

    A review may be written until `window_days` after delivery and reported until
    `report_within_days` after it was written; `edits` and `replies` are the most allowed a review.
    None means without limit.
    """

    purchasers_only: bool
    window_days: int
    report_within_days: int | None
    edits: int | None
    replies: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealTerms:
    """Who may appeal, how often, and until when.

    The first appeal is open for `window_days` after the notice, a further one for
    `second_window_days` after the rejection; `max_appeals` counts both.
    """

    window_days: int
    max_appeals: int
    second_window_days: int
    who: frozenset[Audience]
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clocks:
    """How long things take: hours until a person must have decided a case, seconds in which a decision
    can be taken back before it takes effect, days for which texts are kept.
    """

    sla_hours: Table[Severity, int]
    undo_seconds: int
    keep_withdrawn_days: int
    keep_removed_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseOverride:
    """How a region alters one clause.

    `only_beside` names clauses: where it is set, a finding counts only beside one of those in one text.
    """

    why: str
    thresholds: Thresholds
    only_beside: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One region's reading of the catalogue.

    `rates` are the negative review rates that count there, the headline first. `overrides` holds
    only the clauses that the region alters.
    """

    name: str
    title: str
    regions: tuple[str, ...]
    category_view: View
    switches: Switches
    reviews: ReviewTerms
    appeals: AppealTerms
    clocks: Clocks
    rates: tuple[Rate, ...]
    overrides: Table[str, ClauseOverride]
    own_thresholds: Table[str, Thresholds]

    def thresholds(self, clause_id: str, beside: Collection[str] = ()) -> Thresholds:
        """Return the limits that hold for a finding of `clause_id` in this region.

        `beside` names the other clauses found in the same text; it matters only for clauses that the
        region reports in company (`only_beside`). A clause that is not reported has limits of `NEVER`.
        Raises KeyError for an id that is no clause.
        """
        override = self.overrides.get(clause_id)
        if override is None:
            return self.own_thresholds[clause_id]
        if override.only_beside and override.only_beside.isdisjoint(beside):
            return NEVER_REPORTED
        return override.thresholds
