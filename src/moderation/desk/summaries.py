"""Cases → rows of a queue, with every passed deadline applied."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from moderation.cases.case import Case
from moderation.cases.moves import as_of
from moderation.cases.queue import SEVERITY_POINTS, UNMATCHED, priority
from moderation.desk.views import CaseSummary
from moderation.store import Tx

EXCERPT: Final = 160
"""How many characters of a text a row shows."""


def case_summaries(tx: Tx, cases: Sequence[Case], now: datetime) -> tuple[CaseSummary, ...]:
    """Return rows for cases, in order, with a fixed number of queries."""
    items = tx.items.all([case.item_id for case in cases])
    revisions = tx.items.current(tuple(items.values()))
    texts = tx.texts.all(r.text_id for r in revisions.values())
    rows = []
    for written in cases:
        case, item = as_of(written, now), items[written.item_id]
        text = texts.get(revisions[item.id].text_id)
        held = case.held_at(now)
        rows.append(
            CaseSummary(
                id=case.id,
                item_id=case.item_id,
                revision=case.revision,
                surface=item.surface,
                lane=case.lane,
                about=case.about,
                status=case.status,
                version=case.version,
                origin=case.origin,
                labels=case.labels,
                severity=severity_name(case.severity),
                queue=case.queue or UNMATCHED,
                priority=round(priority(case, now), 6),
                reports=len(case.reports),
                holder=case.holder if held else None,
                lease_until=case.lease_until if held else None,
                opened_at=case.opened_at,
                due_at=case.due_at,
                overdue=case.open and case.due_at is not None and case.due_at <= now,
                shop_id=item.shop_id,
                lang=item.lang,
                rating=item.rating,
                excerpt=None if text is None else text[:EXCERPT],
            )
        )
    return tuple(rows)


def severity_name(points: float) -> str:
    """Return the severity that these points stand for."""
    return next(str(severity) for severity, p in SEVERITY_POINTS.items() if p >= points or p == 20.0)
