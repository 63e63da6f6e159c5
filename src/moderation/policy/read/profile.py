"""Reads one regional profile."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from moderation.policy.clause import Clause
from moderation.policy.place import Place
from moderation.policy.profile import (
    AppealTerms,
    BuyerImage,
    ChangeRequest,
    ClauseOverride,
    Clocks,
    MildProfanity,
    Profile,
    ReviewTerms,
    SelfDisclosure,
    Switches,
)
from moderation.policy.rates import Rate
from moderation.policy.read.clause import read_references
from moderation.policy.table import Table
from moderation.policy.thresholds import NEVER, NEVER_REPORTED, Thresholds
from moderation.policy.vocabulary import Audience, Severity, View

ASKS_FOR_CHANGE: Final = "manipulation.request_change"
"""The clause that the switch `request_change_after_resolution` speaks of."""


def read_profile(
    place: Place,
    *,
    clauses: Mapping[str, Clause],
    rates: Mapping[str, Rate],
    references: Collection[str] | None,
) -> Profile:
    """Return the profile of one file, whose name is the profile's."""
    at = place.record(
        ("name", "title", "regions", "category_view", "switches", "reviews", "appeals", "clocks", "rates"),
        ("clauses",),
    )
    name = at["name"].text()
    if place.file != f"profiles/{name}.yaml":
        at["name"].refuse(f"profile {name!r} belongs into profiles/{name}.yaml")
    overrides = {} if at["clauses"].empty else at["clauses"].entries()
    for clause_id, override in overrides.items():
        if clause_id not in clauses:
            override.refuse(f"override for unknown clause {clause_id!r}")
    switches = _switches(at["switches"])
    lenient = switches.request_change_after_resolution is not ChangeRequest.PROHIBITED
    if lenient and ASKS_FOR_CHANGE in clauses and ASKS_FOR_CHANGE not in overrides:
        at["switches"].refuse(
            f"request_change_after_resolution needs an override of {ASKS_FOR_CHANGE} under clauses"
        )
    return Profile(
        name=name,
        title=at["title"].text(),
        regions=at["regions"].texts(),
        category_view=at["category_view"].choice(View),
        switches=switches,
        reviews=_reviews(at["reviews"]),
        appeals=_appeals(at["appeals"], references),
        clocks=_clocks(at["clocks"]),
        rates=tuple(rates[rate.among(rates, "rate; add it to nrr.yaml")] for rate in at["rates"].each()),
        overrides=Table({key: _override(below, clauses[key], clauses) for key, below in overrides.items()}),
        own_thresholds=Table({key: clause.thresholds for key, clause in clauses.items()}),
    )


def _switches(place: Place) -> Switches:
    at = place.record(
        (
            "strict_first_name",
            "strict_staff_names",
            "self_disclosure",
            "buyer_image",
            "request_change_after_resolution",
            "profanity_mild_about_product",
            "review_requests_per_order",
            "imported_in_rating",
        )
    )
    return Switches(
        strict_first_name=at["strict_first_name"].truth(),
        strict_staff_names=at["strict_staff_names"].truth(),
        self_disclosure=at["self_disclosure"].choice(SelfDisclosure),
        buyer_image=at["buyer_image"].choice(BuyerImage),
        request_change_after_resolution=at["request_change_after_resolution"].choice(ChangeRequest),
        profanity_mild_about_product=at["profanity_mild_about_product"].choice(MildProfanity),
        review_requests_per_order=at["review_requests_per_order"].count(),
        imported_in_rating=at["imported_in_rating"].truth(),
    )


def _reviews(place: Place) -> ReviewTerms:
    at = place.record(("purchasers_only", "window_days", "report_within_days", "edits", "replies"))
    return ReviewTerms(
        purchasers_only=at["purchasers_only"].truth(),
        window_days=at["window_days"].count(least=1),
        report_within_days=_limit(at["report_within_days"]),
        edits=_limit(at["edits"]),
        replies=_limit(at["replies"]),
    )


def _limit(place: Place) -> int | None:
    return None if place.empty else place.count()


def _appeals(place: Place, references: Collection[str] | None) -> AppealTerms:
    at = place.record(("window_days", "max_appeals", "second_window_days", "who", "references"))
    return AppealTerms(
        window_days=at["window_days"].count(least=1),
        max_appeals=at["max_appeals"].count(least=1),
        second_window_days=at["second_window_days"].count(),
        who=frozenset(at["who"].choices(Audience)),
        references=read_references(at["references"], references),
    )


def _clocks(place: Place) -> Clocks:
    at = place.record(("sla_hours", "undo_seconds", "keep_withdrawn_days", "keep_removed_days"))
    hours = at["sla_hours"].record([severity.value for severity in Severity])
    return Clocks(
        sla_hours=Table({severity: hours[severity.value].count(least=1) for severity in Severity}),
        undo_seconds=at["undo_seconds"].count(),
        keep_withdrawn_days=at["keep_withdrawn_days"].count(),
        keep_removed_days=at["keep_removed_days"].count(),
    )


def _override(place: Place, clause: Clause, clauses: Mapping[str, Clause]) -> ClauseOverride:
    at = place.record(("why",), ("report_at", "act_at", "only_beside"))
    entries = place.entries()
    if len(entries) == 1:
        place.refuse(f"the override of {clause.id} changes nothing: give report_at, act_at or only_beside")
    others = () if at["only_beside"].empty else at["only_beside"].each()
    return ClauseOverride(
        why=at["why"].text(),
        thresholds=_thresholds(entries, clause.thresholds),
        only_beside=frozenset(other.among(clauses, "clause") for other in others),
    )


def _thresholds(entries: Mapping[str, Place], own: Thresholds) -> Thresholds:
    """Settle overridden limits against the clause's own; an explicit null means never."""
    if "report_at" in entries and entries["report_at"].empty:
        if "act_at" in entries and not entries["act_at"].empty:
            entries["act_at"].refuse("a clause that is never reported cannot be acted on; leave act_at out")
        return NEVER_REPORTED
    report_at = entries["report_at"].share() if "report_at" in entries else own.report_at
    act_at = own.act_at
    if "act_at" in entries:
        act_at = NEVER if entries["act_at"].empty else entries["act_at"].share()
    if report_at > act_at:
        changed = entries["report_at"] if "report_at" in entries else entries["act_at"]
        changed.refuse(f"report_at {report_at} lies above act_at {act_at}")
    return Thresholds(report_at=report_at, act_at=act_at)
