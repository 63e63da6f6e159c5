"""All tables, by noun, on one metadata; migrations in `store.migrations` make the same schema."""

from __future__ import annotations

from moderation.store.schema.cases import (
    cases,
    claims,
    events,
    exclusions,
    queues,
    routes,
    touches,
)
from moderation.store.schema.items import assessments, items, order_lines, orders, revisions, texts
from moderation.store.schema.metadata import metadata
from moderation.store.schema.parties import api_keys, people, products, replays, shops
from moderation.store.schema.rulings import actions, appeals, decisions, notices, reports

__all__ = [
    "actions",
    "api_keys",
    "appeals",
    "assessments",
    "cases",
    "claims",
    "decisions",
    "events",
    "exclusions",
    "items",
    "metadata",
    "notices",
    "order_lines",
    "orders",
    "people",
    "products",
    "queues",
    "replays",
    "reports",
    "revisions",
    "routes",
    "shops",
    "texts",
    "touches",
]
