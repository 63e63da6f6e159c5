"""Judgements to result rows, exactly as the contract lays them out."""

from __future__ import annotations

from collections.abc import Mapping

from moderation.content import Item
from moderation.decide import redacted_text, report_limits
from moderation.decisions import CaseOpening, Decision
from moderation.errors import BadRow
from moderation.findings import Allegation, Assessment, Causes, Finding
from moderation.policy import Catalogue, Profile

PRIMARY_VIEW = "us"
"""The seed's view of the categories; `cause.primary` is always this one (contract, `cause`)."""


def result_row(
    item: Item,
    assessment: Assessment,
    decision: Decision,
    *,
    catalogue: Catalogue,
    profile: Profile,
    extra: Mapping[str, object] | None = None,
    show_all: bool = False,
) -> dict[str, object]:
    """Return the result row of one judged item as plain values.

    With `show_all`, findings below `report_at` follow the others, marked `below_report`, and the
    cause carries the scores of all subtypes.
    """

    def rows(found: tuple[Finding, ...] | tuple[Allegation, ...]) -> list[dict[str, object]]:
        limits = report_limits(found, profile)
        reported, weaker = [], []
        for one in found:
            row = _finding(one, item, catalogue)
            if one.confidence >= limits[one.label].report_at:
                reported.append(row)
            elif show_all:
                weaker.append(row | {"below_report": True})
        return reported + weaker

    row: dict[str, object] = {
        "id": item.id,
        "lang": assessment.lang,
        "findings": rows(assessment.findings),
        "reports_seller": rows(assessment.allegations),
        "cause": _cause(assessment.causes, catalogue, profile, show_all=show_all),
        "decision": _decision(item, decision),
    }
    if assessment.unread_media:
        row["unread_media"] = assessment.unread_media
    if extra:
        row["extra"] = dict(extra)
    return row


def error_row(bad: BadRow, line: int) -> dict[str, object]:
    """Return the row that stands in the place of a bad one."""
    return {"id": bad.item_id, "line": line, "error": {"code": bad.row_code, "detail": bad.detail}}


def _finding(one: Finding | Allegation, item: Item, catalogue: Catalogue) -> dict[str, object]:
    kind = one.kind if isinstance(one, Finding) else None
    return {
        "label": one.label,
        "kind": str(kind) if kind is not None else None,
        "start": one.span.start if one.span else None,
        "end": one.span.end if one.span else None,
        "confidence": round(one.confidence, 4),
        "severity": str(_severity(one, item, catalogue)),
        "because": one.because,
        "detector": one.detector,
    }


def _severity(one: Finding | Allegation, item: Item, catalogue: Catalogue) -> str:
    if isinstance(one, Allegation):
        return catalogue.clauses[one.label].severity
    return catalogue.severity_on(one.label, item.surface, item.author)


def _cause(
    causes: Causes | None, catalogue: Catalogue, profile: Profile, *, show_all: bool
) -> dict[str, object] | None:
    if causes is None:
        return None
    subtypes = catalogue.taxonomy.subtypes
    primary = causes.primary.subtype
    row: dict[str, object] = {
        "primary": subtypes[primary].category(PRIMARY_VIEW),
        "primary_subtype": primary,
        "labels": [
            {
                "subtype": cause.subtype,
                "confidence": round(cause.confidence, 4),
                "start": cause.span.start if cause.span else None,
                "end": cause.span.end if cause.span else None,
            }
            for cause in causes.assigned
        ],
    }
    if profile.category_view != PRIMARY_VIEW:
        row["category_by_profile"] = subtypes[primary].category(profile.category_view)
    if show_all:
        row["scores"] = {subtype: round(score, 4) for subtype, score in causes.scores}
    return row


def _decision(item: Item, decision: Decision) -> dict[str, object]:
    row: dict[str, object] = {
        "action": str(decision.action),
        "labels": list(decision.labels),
        "redacted_text": redacted_text(item, decision),
        "case": _case(decision.cases[0]) if decision.cases else None,
    }
    if len(decision.cases) > 1:
        row["cases"] = [_case(opening) for opening in decision.cases]
    return row


def _case(opening: CaseOpening) -> dict[str, object]:
    return {"lane": str(opening.lane), "about": str(opening.about), "labels": list(opening.labels)}
