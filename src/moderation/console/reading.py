"""A case → what its page shows: numbered findings and marks, clauses to choose, the sum of its priority."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from string import ascii_uppercase

from markupsafe import Markup

from moderation.cases.status import ReportStatus
from moderation.cases.steps import PENDING_REPORTS
from moderation.console.highlight import Mark, highlight
from moderation.decisions import About
from moderation.desk.views import CaseView, ReportView
from moderation.findings import Allegation, Cause, Finding
from moderation.policy import Catalogue, Clause, Profile, ReportReason, Subtype


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A finding or allegation as the page lists it. `counts` says that it reaches `report_at`.

    `bar` holds confidence, `report_at` and `act_at` in hundredths, for a bar; limits of a clause that
    the region does not report are above 100.
    """

    number: str
    found: Finding | Allegation
    clause: Clause
    report_at: float
    act_at: float
    counts: bool

    @property
    def bar(self) -> tuple[int, int, int]:
        """Confidence and both limits in hundredths."""
        return round(self.found.confidence * 100), round(self.report_at * 100), round(self.act_at * 100)

    @property
    def mark(self) -> Mark | None:
        """The mark in the text, where the finding has a place."""
        tone = "told" if isinstance(self.found, Allegation) else "finding"
        span = self.found.span
        if span is None:
            return None
        return Mark(number=self.number, span=span, title=self.clause.title, tone=tone)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A clause that the decision form offers, and whether it is ticked at first."""

    clause: Clause
    ticked: bool
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CauseLine:
    """A cause of unhappiness with its subtype and the category in the region's view."""

    cause: Cause
    subtype: Subtype
    category: str
    primary: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportGroup:
    """The reports that give the same reason."""

    reason: ReportReason | None
    reports: tuple[ReportView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything on a case page that is derived from the case, its catalogue and its profile."""

    text: Markup
    lines: tuple[Line, ...]
    weak: tuple[Line, ...]
    told: tuple[Line, ...]
    causes: tuple[CauseLine, ...]
    groups: tuple[ReportGroup, ...]
    choices: tuple[Choice, ...]
    others: tuple[Clause, ...]


def read(view: CaseView, catalogue: Catalogue, profile: Profile) -> Reading:
    """Return what the page of a case shows."""
    assessment = view.assessment
    findings = assessment.findings if assessment else ()
    told = _lines(assessment.allegations if assessment else (), ascii_uppercase, catalogue, profile)
    every = _lines(findings, (str(n) for n in range(1, len(findings) + 1)), catalogue, profile)
    lines, weak = tuple(x for x in every if x.counts), tuple(x for x in every if not x.counts)
    groups = _groups(view.reports, catalogue)
    choices = _choices(view, lines, told, groups, catalogue)
    offered = {choice.clause.id for choice in choices}
    return Reading(
        text=highlight(view.text or "", _marks((*lines, *told), view.reports)),
        lines=lines,
        weak=weak,
        told=told,
        causes=_causes(view, catalogue, profile),
        groups=groups,
        choices=choices,
        others=tuple(c for c in catalogue.clauses.values() if c.id not in offered),
    )


def hold(view: CaseView, now: datetime, lease: timedelta) -> int:
    """Return how much of a lease is left, in hundredths; 0 where nobody holds the case."""
    until = view.summary.lease_until
    return 0 if until is None else max(0, min(100, round(100 * (until - now) / lease)))


def _lines(
    found: Sequence[Finding | Allegation], numbers: Iterable[str], catalogue: Catalogue, profile: Profile
) -> tuple[Line, ...]:
    beside = {f.label for f in found}
    known = [f for f in found if f.label in catalogue.clauses]
    lines = []
    for number, f in zip(numbers, known, strict=False):
        limits = profile.thresholds(f.label, beside - {f.label})
        lines.append(
            Line(
                number=number,
                found=f,
                clause=catalogue.clauses[f.label],
                report_at=limits.report_at,
                act_at=limits.act_at,
                counts=f.confidence >= limits.report_at,
            )
        )
    return tuple(lines)


def _marks(lines: Iterable[Line], reports: Iterable[ReportView]) -> list[Mark]:
    marks = [line.mark for line in lines if line.mark is not None]
    pointed = [r for r in reports if r.span is not None]
    marks += [
        Mark(number=f"R{n}", span=r.span, title="quoted in a report", tone="report")
        for n, r in enumerate(pointed, start=1)
        if r.span is not None
    ]
    return marks


def _groups(reports: Iterable[ReportView], catalogue: Catalogue) -> tuple[ReportGroup, ...]:
    by_reason: dict[str, list[ReportView]] = {}
    for report in reports:
        by_reason.setdefault(report.reason, []).append(report)
    return tuple(
        ReportGroup(reason=catalogue.report_reasons.get(reason), reports=tuple(same))
        for reason, same in by_reason.items()
    )


def _choices(
    view: CaseView,
    lines: Iterable[Line],
    told: Iterable[Line],
    groups: Iterable[ReportGroup],
    catalogue: Catalogue,
) -> tuple[Choice, ...]:
    """Return the clauses that the case suggests: found ones ticked, then its labels, then reported ones."""
    shop = view.summary.about is About.SHOP
    found = {x.clause.id: "found in the text" for x in (told if shop else lines) if shop or _covered(view, x)}
    suggested: dict[str, tuple[bool, str]] = {clause: (not shop, why) for clause, why in found.items()}
    for label in view.summary.labels:
        suggested.setdefault(label, (False, "the case was opened for it"))
    for group in groups:
        pending = any(r.status in PENDING_REPORTS for r in group.reports)
        named = (
            group.reason.clauses
            if group.reason is not None and pending and len(group.reason.clauses) <= 4
            else ()
        )
        for clause in named:
            suggested.setdefault(clause, (False, "reported"))
    return tuple(
        Choice(clause=catalogue.clauses[clause], ticked=ticked, because=why)
        for clause, (ticked, why) in suggested.items()
        if clause in catalogue.clauses
    )


def _covered(view: CaseView, line: Line) -> bool:
    return line.clause.covers(view.item.surface, view.item.author)


def _causes(view: CaseView, catalogue: Catalogue, profile: Profile) -> tuple[CauseLine, ...]:
    causes = view.assessment.causes if view.assessment else None
    if causes is None:
        return ()
    subtypes: Mapping[str, Subtype] = catalogue.taxonomy.subtypes
    return tuple(
        CauseLine(
            cause=cause,
            subtype=subtypes[cause.subtype],
            category=subtypes[cause.subtype].category(profile.category_view),
            primary=cause.subtype == causes.primary.subtype,
        )
        for cause in causes.assigned
    )


def pending(reports: Iterable[ReportView]) -> tuple[ReportView, ...]:
    """Return the reports that still wait for an outcome and are not told by another one's."""
    return tuple(r for r in reports if r.status in PENDING_REPORTS and r.status is not ReportStatus.DUPLICATE)
