"""The console: server-rendered pages for moderators, senior moderators, sellers and operators.

Templates, forms and redirects; every page works without JavaScript. What may be done is the desk's
to say (`CaseView.allowed`); pages draw it. `router` has no prefix; `refusal` answers errors on pages.
"""

from __future__ import annotations

from typing import Final

from fastapi import APIRouter

from moderation.console.pages import (
    appeals,
    cases,
    deciding,
    files,
    moves,
    operators,
    queues,
    seller_appeals,
    seller_notices,
    seller_reports,
    seller_reviews,
    signing,
)
from moderation.console.visit import refusal

router: Final = APIRouter(include_in_schema=False)
for place in (
    signing,
    files,
    queues,
    cases,
    moves,
    deciding,
    appeals,
    seller_reviews,
    seller_reports,
    seller_notices,
    seller_appeals,
    operators,
):
    router.include_router(place.router)

__all__ = ["refusal", "router"]
