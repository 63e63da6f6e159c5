"""The HTTP door for programs: routers by noun, wire schemas, refusals as problem documents.

Thin on purpose: parse, call the desk, serialise. Nothing here decides anything.
"""

from __future__ import annotations

from typing import Final

from fastapi import APIRouter

from moderation.api import (
    appeals,
    assess,
    cases,
    decisions,
    items,
    moves,
    notices,
    orders,
    queues,
    reports,
    shops,
    status,
)

ROUTERS: Final[tuple[APIRouter, ...]] = (
    assess.router,
    items.router,
    orders.router,
    shops.router,
    reports.router,
    cases.router,
    moves.router,
    decisions.router,
    appeals.router,
    notices.router,
    queues.router,
    status.router,
)
"""Every router, in the order of the OpenAPI document."""

__all__ = ["ROUTERS"]
