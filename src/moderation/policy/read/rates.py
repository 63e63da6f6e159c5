"""Reads nrr.yaml: the negative review rates."""

from __future__ import annotations

from collections.abc import Collection

from moderation.policy.place import Place
from moderation.policy.rates import Anchor, ObservedLimit, Rate, RatedAt, Rates, RateScope, RateUnit
from moderation.policy.read.clause import read_references


def read_rates(place: Place, references: Collection[str] | None) -> Rates:
    """Return every rate that a profile may choose."""
    at = place.record(("negative_stars", "rates", "counting", "observed"))
    observed = at["observed"].record(("limits", "references"))
    limits = observed["limits"].entries()
    return Rates(
        negative_stars=frozenset(star.count(least=1) for star in at["negative_stars"].each()),
        rates=tuple(_rate(key, below, references) for key, below in at["rates"].entries().items()),
        counting=tuple((key, below.text()) for key, below in at["counting"].entries().items()),
        observed_limits=tuple(_limit(key, below) for key, below in limits.items()),
        observed_in=read_references(observed["references"], references),
    )


def _rate(key: str, place: Place, references: Collection[str] | None) -> Rate:
    at = place.record(
        (
            "title",
            "scope",
            "unit",
            "rating",
            "window_days",
            "anchor",
            "categories",
            "minimum_orders",
            "target",
            "notes",
            "references",
        )
    )
    return Rate(
        id=key,
        title=at["title"].text(),
        scope=at["scope"].choice(RateScope),
        unit=at["unit"].choice(RateUnit),
        rating=at["rating"].choice(RatedAt),
        window_days=at["window_days"].count(least=1),
        anchor=at["anchor"].choice(Anchor),
        categories=frozenset(at["categories"].texts()),
        minimum_orders=at["minimum_orders"].count(),
        target=None if at["target"].empty else at["target"].share(),
        notes=at["notes"].text(),
        references=read_references(at["references"], references),
    )


def _limit(key: str, place: Place) -> ObservedLimit:
    at = place.record(("removal", "ban"))
    return ObservedLimit(category=key, removal=at["removal"].share(), ban=at["ban"].share())
