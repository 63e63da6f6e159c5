"""Queues: which one a case waits in, how urgent it is, and by when it must be decided. Pure."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final

from moderation.cases.case import Case
from moderation.content import Surface
from moderation.decisions import About, Lane
from moderation.policy.table import Table
from moderation.policy.vocabulary import Severity

UNMATCHED: Final = "unmatched"
"""The queue that always exists and takes what no route takes."""

SEVERITY_POINTS: Final[Mapping[Severity, float]] = MappingProxyType(
    {Severity.LOW: 1.0, Severity.MEDIUM: 5.0, Severity.HIGH: 10.0, Severity.CRITICAL: 20.0}
)
CONFIDENCE_POINTS: Final = 10.0
AGE_POINTS: Final = 10.0
"""What a case has gained when its time is up; it goes on gaining, up to twice that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """A place where cases wait. `lane` None takes every lane."""

    id: str
    name: str
    lane: Lane | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """A line of the router: cases that fit every condition go to `queue`. Empty conditions fit all.

    `labels` are clause ids or families (`pii.*`); one that fits is enough.
    """

    queue: str
    lanes: tuple[Lane, ...] = ()
    about: About | None = None
    labels: tuple[str, ...] = ()
    surfaces: tuple[Surface, ...] = ()
    langs: tuple[str, ...] = ()
    shops: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """What routes may look at in a case; never the rating."""

    lane: Lane
    about: About
    labels: tuple[str, ...]
    surface: Surface
    lang: str | None
    shop_id: str | None


DEFAULT_QUEUES: Final = (
    *(Queue(id=lane.value, name=lane.value.capitalize(), lane=lane) for lane in Lane),
    Queue(id=UNMATCHED, name="Unmatched"),
)
DEFAULT_ROUTES: Final = tuple(Route(queue=lane.value, lanes=(lane,)) for lane in Lane)


def route(routes: Iterable[Route], traits: Traits) -> str:
    """Return the queue of the first route that fits, else `unmatched`."""
    return next((line.queue for line in routes if _fits(line, traits)), UNMATCHED)


def clause_fits(pattern: str, label: str) -> bool:
    """Whether a clause id is named by `pattern`, an id or a family such as `pii.*`."""
    return label.startswith(pattern[:-1]) if pattern.endswith(".*") else pattern == label


def _fits(line: Route, traits: Traits) -> bool:
    return (
        (not line.lanes or traits.lane in line.lanes)
        and (line.about is None or line.about is traits.about)
        and (not line.labels or any(clause_fits(p, label) for p in line.labels for label in traits.labels))
        and (not line.surfaces or traits.surface in line.surfaces)
        and (not line.langs or traits.lang in line.langs)
        and (not line.shops or traits.shop_id in line.shops)
    )


def due(sla_hours: Table[Severity, int], severity: Severity, opened_at: datetime) -> datetime:
    """Return by when a case of this severity must be decided."""
    return opened_at + timedelta(hours=sla_hours[severity])


def points(case: Case) -> Mapping[str, float]:
    """Return the parts of the priority that do not depend on the time."""
    return {
        "severity": case.severity,
        "reports": round(case.report_weight, 6),
        "confidence": round(CONFIDENCE_POINTS * case.confidence, 6),
        "appeals": case.appeal_weight,
    }


def age_points(opened_at: datetime, due_at: datetime | None, now: datetime) -> float:
    """Return the pressure of age: 0 when opened, `AGE_POINTS` when due, at most twice that."""
    if due_at is None or due_at <= opened_at:
        return 0.0
    share = (now - opened_at) / (due_at - opened_at)
    return round(AGE_POINTS * min(max(share, 0.0), 2.0), 6)


def parts(case: Case, now: datetime) -> Mapping[str, float]:
    """Return every part of the priority by name; their sum is the priority."""
    return {**points(case), "age": age_points(case.opened_at, case.due_at, now)}


def priority(case: Case, now: datetime) -> float:
    """Return how urgent a case is: the sum of its `parts`. Waiting and snoozing never change it."""
    return sum(parts(case, now).values())


def reporter_weight(agreed: int, disagreed: int, *, trust: float = 0.0) -> float:
    """Return what one report adds: 1 + trust + accuracy bonus, never below 0.

    The bonus is Discourse's curve (`reviewable_score.rb`): nothing until more than five reports were
    judged, then the share agreed with, against a pivot of 0.7, scaled by log₄ of their number times 5.
    """
    judged = agreed + disagreed
    if judged <= 5:  # below that a share says nothing
        return 1.0 + trust
    bonus = (agreed / judged - 0.7) * math.log(judged, 4) * 5.0
    return max(0.0, 1.0 + trust + bonus)
