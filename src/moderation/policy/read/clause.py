"""Reads one clause file."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Final

from moderation.content import Author, Surface
from moderation.policy.annex import DsaVocabulary
from moderation.policy.clause import ENGLISH, Clause, DsaMapping, Example
from moderation.policy.place import Place
from moderation.policy.table import Table
from moderation.policy.thresholds import Thresholds
from moderation.policy.vocabulary import Audience, AutoAction, Measure, Need, Risk, Severity

_REQUIRED: Final = (
    "id",
    "title",
    "definition",
    "include",
    "exclude",
    "applies_to",
    "surfaces",
    "severity",
    "thresholds",
    "auto_action",
    "actions",
    "wording",
    "references",
    "dsa",
    "notes",
    "examples",
)
_OPTIONAL: Final = ("risk", "needs")


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What other files define, so that a clause cannot name what does not exist.

    None means that the file could not be read, and nothing is checked against it.
    """

    clauses: Collection[str]
    references: Collection[str] | None
    dsa: DsaVocabulary | None


def read_clause(place: Place, known: Known) -> Clause:
    """Return the clause of one file; its id must be the file's place in the folder."""
    at = place.record(_REQUIRED, _OPTIONAL)
    clause_id = at["id"].text()
    auto_action, actions = at["auto_action"].choice(AutoAction), at["actions"].choices(Measure)
    if auto_action in (AutoAction.REDACT_SPAN_ONLY, AutoAction.YES) and Measure.REDACT not in actions:
        at["auto_action"].refuse(f"auto_action {auto_action} needs 'redact' among actions")
    if auto_action is AutoAction.CONDITIONAL and Measure.HIDE_PENDING not in actions:
        at["auto_action"].refuse("auto_action conditional needs 'hide_pending' among actions")
    clause = Clause(
        id=clause_id,
        title=at["title"].text(),
        definition=at["definition"].text(),
        include=_some(at["include"]),
        exclude=_some(at["exclude"]),
        applies_to=frozenset(at["applies_to"].choices(Author)),
        surfaces=frozenset(at["surfaces"].choices(Surface)),
        severity=at["severity"].choice(Severity),
        risk=None if at["risk"].empty else at["risk"].choice(Risk),
        thresholds=read_thresholds(at["thresholds"]),
        auto_action=auto_action,
        actions=actions,
        needs=frozenset() if at["needs"].empty else frozenset(at["needs"].choices(Need)),
        wording_by_language=_wording(at["wording"]),
        references=read_references(at["references"], known.references),
        dsa=_dsa(at["dsa"], known.dsa),
        notes=at["notes"].text(),
        violating=(),
        allowed=(),
    )
    if clause.file != place.file:
        at["id"].refuse(f"id {clause_id!r} belongs into {clause.file}")
    return _with_examples(clause, at["examples"], known)


def read_thresholds(place: Place) -> Thresholds:
    """Return two limits in 0..1, the first not above the second."""
    at = place.record(("report_at", "act_at"))
    limits = Thresholds(report_at=at["report_at"].share(), act_at=at["act_at"].share())
    if limits.report_at > limits.act_at:
        at["report_at"].refuse(f"report_at {limits.report_at} lies above act_at {limits.act_at}")
    return limits


def read_references(place: Place, known: Collection[str] | None) -> tuple[str, ...]:
    """Return ids of sources, each defined in references.yaml."""
    return tuple(
        ref.text() if known is None else ref.among(known, "reference; add it to references.yaml")
        for ref in place.each()
    )


def _some(place: Place) -> tuple[str, ...]:
    texts = place.texts()
    if not texts:
        place.refuse(f"{place.name} must not be empty")
    return texts


def _wording(place: Place) -> Table[str, Table[Audience, str]]:
    audiences = place.record([audience.value for audience in Audience])
    by_language: dict[str, dict[Audience, str]] = {}
    for audience in Audience:
        texts = audiences[audience.value]
        entries = texts.entries()
        if ENGLISH not in entries:
            texts.refuse(f"wording for {audience} has no English text ('en')")
        for lang, text in entries.items():
            by_language.setdefault(lang, {})[audience] = text.text()
    for lang, texts_of in by_language.items():
        missing = [audience for audience in Audience if audience not in texts_of]
        if missing:
            place.refuse(f"wording in {lang!r} is missing for {', '.join(missing)}")
    return Table({lang: Table(texts_of) for lang, texts_of in by_language.items()})


def _dsa(place: Place, known: DsaVocabulary | None) -> DsaMapping:
    at = place.record(("decision_ground", "category", "category_specification"))
    if known is not None:
        at["decision_ground"].among(known.grounds, "DSA ground")
        at["category"].among(known.categories, "DSA category")
        for keyword in at["category_specification"].each():
            keyword.among(known.keywords, "DSA keyword")
    return DsaMapping(
        ground=at["decision_ground"].text(),
        category=at["category"].text(),
        keywords=at["category_specification"].texts(),
    )


def _with_examples(clause: Clause, place: Place, known: Known) -> Clause:
    at = place.record(("violates", "allowed"))
    violating = tuple(_violating(example, clause, known) for example in at["violates"].each())
    allowed = tuple(_allowed(example) for example in at["allowed"].each())
    for name, examples in (("violates", violating), ("allowed", allowed)):
        if not examples:
            at[name].refuse(f"{name} needs at least one example")
    return replace(clause, violating=violating, allowed=allowed)


def _violating(place: Place, clause: Clause, known: Known) -> Example:
    at = place.record(("text", "lang", "surface", "author"), ("also", "in_media"))
    also = () if at["also"].empty else at["also"].each()
    example = Example(
        text=at["text"].text(),
        lang=at["lang"].text(),
        surface=at["surface"].choice(Surface),
        author=at["author"].choice(Author),
        in_media=False if at["in_media"].empty else at["in_media"].truth(),
        also=tuple(other.among(known.clauses, "clause") for other in also),
    )
    if not clause.covers(example.surface, example.author):
        place.refuse(f"the clause does not cover a {example.surface} by a {example.author}")
    return example


def _allowed(place: Place) -> Example:
    at = place.record(("text", "lang", "surface", "author", "why_allowed"), ("in_media",))
    return Example(
        text=at["text"].text(),
        lang=at["lang"].text(),
        surface=at["surface"].choice(Surface),
        author=at["author"].choice(Author),
        in_media=False if at["in_media"].empty else at["in_media"].truth(),
        why_allowed=at["why_allowed"].text(),
    )
