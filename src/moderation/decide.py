"""Assessment × catalogue → decision: what a machine may do alone, and which cases it must open.

A machine does what the clause's `auto_action` says at `act_at`, and nothing else: it never
removes, never acts on what is not public, and never acts on an allegation or a cause (neither
type is accepted here).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from moderation.content import Author, Item, Surface
from moderation.decisions import About, Action, CaseOpening, Decision, Lane
from moderation.findings import Allegation, Assessment, Finding, Kind, Span
from moderation.policy import AutoAction, Catalogue, Profile, Risk, SelfDisclosure, Thresholds
from moderation.text import redact

MASKS: Final = {
    Kind.PERSON: "[name]",
    Kind.PHONE: "[phone]",
    Kind.EMAIL: "[email]",
    Kind.ADDRESS: "[address]",
    Kind.ORDER_ID: "[order number]",
    Kind.PAYMENT_CARD: "[card number]",
    Kind.BANK_ACCOUNT: "[account number]",
    Kind.GOVERNMENT_ID: "[id number]",
    Kind.SOCIAL_HANDLE: "[social handle]",
    Kind.URL_PERSONAL: "[link]",
    Kind.BIRTH_DATE: "[birth date]",
    Kind.VEHICLE_PLATE: "[plate]",
    Kind.IP_ADDRESS: "[device address]",
    Kind.GEO: "[location]",
}
MASK_WITHOUT_KIND: Final = "[removed]"
READABLE_LETTERS: Final = 3
"""With fewer letters than this left beside the masks, nothing readable would be left."""


def decide(item: Item, assessment: Assessment, *, catalogue: Catalogue, profile: Profile) -> Decision:
    """Return the machine's decision on one assessed item.

    Monotone: more findings, or higher confidence, never give a milder action.
    """
    limits = report_limits(assessment.findings, profile)
    reported = [
        f
        for f in assessment.findings
        if f.confidence >= limits[f.label].report_at and _covered(f, item, catalogue)
    ]
    acted = {f: _act(f, item, limits[f.label].act_at, catalogue, profile) for f in reported}
    action = max(acted.values(), key=lambda a: a.rank, default=Action.ALLOW)
    redactions = tuple(
        sorted({f.span for f, a in acted.items() if a is Action.REDACT and f.span is not None})
    )
    if action is Action.REDACT and _holdable(acted, catalogue) and not _readable(item, acted):
        action = Action.HOLD
    grounds = tuple(f for f, a in acted.items() if a is not Action.ALLOW)
    return Decision(
        action=action,
        labels=_distinct(f.label for f in grounds),
        grounds=grounds,
        redactions=redactions,
        cases=_cases(reported, assessment.allegations, catalogue, profile),
        catalogue_version=catalogue.version,
    )


def redacted_text(item: Item, decision: Decision) -> str | None:
    """Return the item's text with every redacted span masked, or None where nothing is redacted."""
    if decision.action is not Action.REDACT:
        return None
    return redact(item.text, _masks(decision.grounds))


def report_limits(found: Sequence[Finding] | Sequence[Allegation], profile: Profile) -> dict[str, Thresholds]:
    """Return the limits that hold for each label found in one text.

    A clause that a region reports only beside others gets its limits from the company it keeps.
    """
    alone = {f.label for f in found if f.confidence >= profile.thresholds(f.label).report_at}
    return {f.label: profile.thresholds(f.label, beside=alone) for f in found}


def _covered(finding: Finding, item: Item, catalogue: Catalogue) -> bool:
    return catalogue.clauses[finding.label].covers(item.surface, item.author)


def _act(finding: Finding, item: Item, act_at: float, catalogue: Catalogue, profile: Profile) -> Action:
    if not item.surface.public or finding.confidence < act_at:
        return Action.ALLOW
    match catalogue.clauses[finding.label].auto_action:
        case AutoAction.NO:
            return Action.ALLOW
        case AutoAction.CONDITIONAL:
            return Action.HOLD
        case AutoAction.REDACT_SPAN_ONLY | AutoAction.YES:
            if finding.span is None or _left_to_its_author(finding, item, catalogue, profile):
                return Action.ALLOW
            return Action.REDACT


_MASKED_FROM: Final = {
    SelfDisclosure.KEEP: (Risk.CRITICAL,),
    SelfDisclosure.REDACT_HIGH_RISK: (Risk.HIGH, Risk.CRITICAL),
    SelfDisclosure.REDACT_ALL: tuple(Risk),
}
"""Which values of a buyer's own a machine masks in their review, by the region's switch."""


def _left_to_its_author(finding: Finding, item: Item, catalogue: Catalogue, profile: Profile) -> bool:
    """Whether the region lets buyers publish a value of this risk about themselves."""
    own = item.surface is Surface.REVIEW and item.author is Author.BUYER
    if not own or finding.kind in (None, Kind.PERSON):
        return False
    return catalogue.clauses[finding.label].risk not in _MASKED_FROM[profile.switches.self_disclosure]


def _holdable(acted: dict[Finding, Action], catalogue: Catalogue) -> bool:
    return any(
        catalogue.clauses[f.label].auto_action is AutoAction.YES
        for f, a in acted.items()
        if a is Action.REDACT
    )


def _readable(item: Item, acted: dict[Finding, Action]) -> bool:
    """Whether the redacted text would still say something besides its masks."""
    blank = redact(
        item.text, ((span, " ") for span, _ in _masks(f for f, a in acted.items() if a is Action.REDACT))
    )
    return sum(character.isalpha() for character in blank) >= READABLE_LETTERS


def _masks(findings: Iterable[Finding]) -> list[tuple[Span, str]]:
    return [
        (f.span, MASKS[f.kind] if f.kind is not None else MASK_WITHOUT_KIND)
        for f in findings
        if f.span is not None
    ]


def _cases(
    reported: list[Finding], allegations: tuple[Allegation, ...], catalogue: Catalogue, profile: Profile
) -> tuple[CaseOpening, ...]:
    limits = report_limits(allegations, profile)
    about = (
        (About.AUTHOR, _distinct(f.label for f in reported)),
        (About.SHOP, _distinct(a.label for a in allegations if a.confidence >= limits[a.label].report_at)),
    )
    return tuple(
        CaseOpening(lane=_lane(labels, catalogue), about=whom, labels=labels)
        for whom, labels in about
        if labels
    )


def _lane(labels: tuple[str, ...], catalogue: Catalogue) -> Lane:
    escalates = any("escalate" in catalogue.clauses[label].actions for label in labels)
    return Lane.SPECIALIST if escalates else Lane.TRIAGE


def _distinct(labels: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(labels))
