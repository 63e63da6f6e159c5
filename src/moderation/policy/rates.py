"""Negative review rates as policy defines them; `moderation.shop` computes them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class RateScope(StrEnum):
    """Of what the rate is taken."""

    SHOP = "shop"
    PRODUCT = "product"


class RateUnit(StrEnum):
    """What the numerator counts: one order with three bad reviews is one order or three reviews."""

    REVIEW = "review"
    ORDER = "order"


class RatedAt(StrEnum):
    """Which rating counts where a buyer edited it."""

    FIRST = "first"
    CURRENT = "current"


class Anchor(StrEnum):
    """Which date puts an order into the window."""

    DELIVERED = "delivered_at"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """One way to measure negative reviews per delivered order.

    `window_days` days back by `anchor`. `categories` filters the primary category in the profile's
    view; empty means all. Below `minimum_orders` delivered orders the rate is shown as too small to judge.
    `target` is the share (0..1) to stay under, None where no authority names one.
    """

    id: str
    title: str
    scope: RateScope
    unit: RateUnit
    rating: RatedAt
    window_days: int
    anchor: Anchor
    categories: frozenset[str]
    minimum_orders: int
    target: float | None
    notes: str
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ObservedLimit:
    """Shares (0..1) at which a category's products were reported to be removed or banned; unverified."""

    category: str
    removal: float
    ban: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """All rates, what is negative, and how doubtful rows are counted."""

    negative_stars: frozenset[int]
    rates: tuple[Rate, ...]
    counting: tuple[tuple[str, str], ...]
    observed_limits: tuple[ObservedLimit, ...]
    observed_in: tuple[str, ...]
