"""Reads what stands beside the clauses: sources, reasons, programme, appeals, DSA words, vocabulary."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum
from typing import Final

from moderation.content import Author, Surface
from moderation.policy.annex import (
    AppealFacts,
    AppealRegime,
    DsaVocabulary,
    Programme,
    Reference,
    ReportReason,
    SourceKind,
)
from moderation.policy.clause import ENGLISH
from moderation.policy.place import Place
from moderation.policy.read.clause import read_references
from moderation.policy.table import Table
from moderation.policy.vocabulary import Audience, AutoAction, Measure, Need, Risk, Severity, View

SETS: Final[dict[str, type[StrEnum]]] = {
    "surfaces": Surface,
    "authors": Author,
    "severities": Severity,
    "risks": Risk,
    "actions": Measure,
    "auto_actions": AutoAction,
    "audiences": Audience,
    "needs": Need,
    "views": View,
}
"""The closed sets that vocabulary.yaml explains."""


def read_vocabulary(place: Place) -> Table[str, Table[str, str]]:
    """Return the meaning of each word; exactly the words that the code knows."""
    at = place.record(SETS)
    return Table({name: _meanings(at[name], words) for name, words in SETS.items()})


def _meanings(place: Place, words: type[StrEnum]) -> Table[str, str]:
    at = place.record([word.value for word in words])
    return Table({word.value: at[word.value].text() for word in words})


def read_sources(place: Place) -> Table[str, Reference]:
    """Return every source by id."""
    return Table({key: _source(key, below) for key, below in place.entries().items()})


def _source(key: str, place: Place) -> Reference:
    at = place.record(("title", "address", "kind"), ("note",))
    return Reference(
        id=key,
        title=at["title"].text(),
        address=at["address"].text(),
        kind=at["kind"].choice(SourceKind),
        note=None if at["note"].empty else at["note"].text(),
    )


def read_report_reasons(place: Place, clauses: Collection[str]) -> Table[str, ReportReason]:
    """Return the reasons in the order of the form; `family.*` stands for all clauses of a family."""
    return Table({key: _reason(key, below, clauses) for key, below in place.entries().items()})


def _reason(key: str, place: Place, clauses: Collection[str]) -> ReportReason:
    at = place.record(("title", "clauses", "peers"), ("note",))
    title = at["title"].table()
    if ENGLISH not in title:
        at["title"].refuse("title has no English text ('en')")
    return ReportReason(
        id=key,
        title=title,
        clauses=tuple(match for below in at["clauses"].each() for match in _matching(below, clauses)),
        peers=at["peers"].table(),
        note=None if at["note"].empty else at["note"].text(),
    )


def _matching(place: Place, clauses: Collection[str]) -> list[str]:
    pattern = place.text()
    if pattern.endswith(".*"):
        matches = sorted(clause for clause in clauses if clause.startswith(pattern[:-1]))
    else:
        matches = [clause for clause in clauses if clause == pattern]
    if not matches:
        place.refuse(f"no clause matches {pattern!r}")
    return matches


def read_programme(place: Place, references: Collection[str] | None) -> Programme:
    """Return the official programme that the incentive clauses exempt."""
    at = place.record(
        (
            "id",
            "covers",
            "min_words",
            "media_required",
            "exempt_if_all",
            "not_exempt_if_any",
            "facts",
            "references",
        )
    )
    return Programme(
        id=at["id"].text(),
        covers=at["covers"].text(),
        min_words=at["min_words"].count(),
        media_required=at["media_required"].truth(),
        exempt_if_all=at["exempt_if_all"].texts(),
        not_exempt_if_any=at["not_exempt_if_any"].texts(),
        facts=Table({region: below.texts() for region, below in at["facts"].entries().items()}),
        references=read_references(at["references"], references),
    )


def read_appeal_facts(place: Place, references: Collection[str] | None) -> AppealFacts:
    """Return what authorities say about appeals."""
    at = place.record(("regimes", "evidence"))
    return AppealFacts(
        regimes=tuple(_regime(key, below, references) for key, below in at["regimes"].entries().items()),
        evidence=at["evidence"].texts(),
    )


def _regime(key: str, place: Place, references: Collection[str] | None) -> AppealRegime:
    at = place.record(("title", "says", "references"))
    return AppealRegime(
        id=key,
        title=at["title"].text(),
        says=at["says"].texts(),
        references=read_references(at["references"], references),
    )


def read_dsa(place: Place, references: Collection[str] | None) -> DsaVocabulary:
    """Return the words of the DSA Transparency Database."""
    sets = (
        "grounds",
        "categories",
        "keywords",
        "visibilities",
        "content_types",
        "source_types",
        "automated_decisions",
    )
    at = place.record((*sets, "always_required", "report_fields", "max_length", "batch_size", "references"))
    lengths = at["max_length"].entries()
    return DsaVocabulary(
        **{name: frozenset(at[name].texts()) for name in sets},
        always_required=at["always_required"].texts(),
        report_fields=at["report_fields"].texts(),
        max_length=Table({key: below.count(least=1) for key, below in lengths.items()}),
        batch_size=at["batch_size"].count(least=1),
        references=read_references(at["references"], references),
    )
