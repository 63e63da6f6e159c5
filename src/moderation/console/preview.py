"""What a decision would do, before it is made: the public text after it, and each party's notice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final

from moderation.cases.appeals import deadline
from moderation.cases.queue import clause_fits
from moderation.cases.status import ReportStatus, Visibility
from moderation.console.forms import Typed, masks
from moderation.console.reading import pending
from moderation.content import Author
from moderation.decisions import About, Action
from moderation.desk.ruling import masks_of
from moderation.desk.views import CaseView, ReportView
from moderation.findings import Span
from moderation.notices import Notice, Outcome, facts_of, statement
from moderation.policy import Audience, Catalogue, Profile
from moderation.text import redact

_OUTCOME: Final[Mapping[Action, Outcome]] = MappingProxyType(
    {
        Action.ALLOW: Outcome.RESTORED,
        Action.LABEL: Outcome.LABELLED,
        Action.REDACT: Outcome.REDACTED,
        Action.HOLD: Outcome.HELD,
        Action.REMOVE: Outcome.REMOVED,
    }
)
_REPORTED: Final[Mapping[ReportStatus, Outcome]] = MappingProxyType(
    {
        ReportStatus.UPHELD: Outcome.REPORT_UPHELD,
        ReportStatus.NOT_UPHELD: Outcome.REPORT_NOT_UPHELD,
        ReportStatus.INVALID: Outcome.REPORT_INVALID,
    }
)
_RESTRICTED: Final = frozenset({Visibility.REDACTED, Visibility.HELD, Visibility.REMOVED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """The public text after a decision (None where nothing is shown) and what each party will read."""

    public_text: str | None = field(repr=False)
    notices: tuple[tuple[str, Notice], ...]


def preview(view: CaseView, typed: Typed, catalogue: Catalogue, profile: Profile, now: datetime) -> Preview:
    """Return what the typed decision would do. Raises `QuoteNotFound`, `FormIncomplete`.

    The desk writes the notices themselves; these have the same words, without a reference.
    """
    action = typed.required_action
    text = view.text or ""
    findings = view.assessment.findings if view.assessment else ()
    spans = masks(view.item.id, text, typed, view.assessment)
    shown: str | None = text
    if action is Action.REDACT:
        shown = redact(text, [(Span(m.start, m.end), m.mask) for m in masks_of(spans, findings)])
    elif action in {Action.HOLD, Action.REMOVE}:
        shown = None
    if not view.item.surface.public:
        shown = None
    executes_at = now + timedelta(seconds=profile.clocks.undo_seconds)
    contest = dict.fromkeys(profile.appeals.who, deadline(profile.appeals, executes_at))
    return Preview(public_text=shown, notices=tuple(_notices(view, typed, action, catalogue, contest)))


def _notices(
    view: CaseView,
    typed: Typed,
    action: Action,
    catalogue: Catalogue,
    contest: Mapping[Audience, datetime],
) -> list[tuple[str, Notice]]:
    """Return whom the decision would tell what. `contest` holds until when each audience may appeal."""
    about_shop = view.summary.about is About.SHOP
    clauses = [catalogue.clauses[c] for c in typed.clauses if c in catalogue.clauses]
    findings = () if about_shop or view.assessment is None else view.assessment.findings
    grounds = tuple(f for f in findings if f.label in typed.clauses)
    facts = facts_of(grounds, reports=len(view.reports), clauses=catalogue.clauses)

    def notice(audience: Audience, outcome: Outcome, until: datetime | None = None) -> Notice:
        return statement(
            reference="given when sent",
            audience=audience,
            outcome=outcome,
            surface=view.item.surface,
            clauses=clauses,
            facts=facts,
            found_by_machine=bool(grounds),
            decided_by_machine=False,
            contest_until=until,
        )

    told: list[tuple[str, Notice]] = []
    if about_shop:
        if clauses:
            told.append(
                ("The shop", notice(Audience.SELLER, Outcome.CONFIRMED, contest.get(Audience.SELLER)))
            )
    elif action is not Action.ALLOW or view.item.visibility in _RESTRICTED:
        until = contest.get(Audience.AUTHOR) if action.restrictive else None
        told.append(("The author", notice(Audience.AUTHOR, _OUTCOME[action], until)))
        if view.item.author is not Author.SELLER and view.item.shop_id is not None:
            told.append(("The shop", notice(Audience.SELLER, _OUTCOME[action])))
    for report in pending(view.reports):
        outcome = _outcome(report, typed, action, view, catalogue)
        heard = {Audience.REPORTER} | ({Audience.SELLER} if report.reporter.startswith("seller:") else set())
        open_to = heard & set(contest) if outcome is ReportStatus.NOT_UPHELD else set()
        until = contest[open_to.pop()] if open_to else None
        told.append((f"Reporter of {report.reference}", notice(Audience.REPORTER, _REPORTED[outcome], until)))
    return told


def _outcome(
    report: ReportView, typed: Typed, action: Action, view: CaseView, catalogue: Catalogue
) -> ReportStatus:
    if report.id in typed.outcomes:
        return typed.outcomes[report.id]
    reason = catalogue.report_reasons.get(report.reason)
    patterns = reason.clauses if reason is not None else ()
    fits = not patterns or any(clause_fits(p, c) for p in patterns for c in typed.clauses)
    acted = action is not Action.ALLOW or (view.summary.about is About.SHOP and bool(typed.clauses))
    return ReportStatus.UPHELD if acted and fits else ReportStatus.NOT_UPHELD
