"""Reads the taxonomy of causes: one file for its conventions, one for each category of subtypes."""

from __future__ import annotations

from collections.abc import Iterable

from moderation.policy.place import Place
from moderation.policy.table import Table
from moderation.policy.taxonomy import CauseExample, EdgeCase, PrimaryChoice, Subtype, Taxonomy
from moderation.policy.vocabulary import View


def read_taxonomy(conventions: Place, subtype_files: Iterable[Place]) -> Taxonomy:
    """Return the taxonomy; every subtype's tier and categories must be declared by the conventions."""
    at = conventions.record(
        (
            "definition",
            "max_labels",
            "unknown",
            "tiers",
            "categories",
            "primary_choices",
            "labelling",
            "edge_cases",
        )
    )
    tiers = at["tiers"].texts()
    views = at["categories"].record([view.value for view in View])
    categories = Table({view.value: views[view.value].texts() for view in View})
    places = [place for file in subtype_files for place in file.entries().values()]
    ids = frozenset(place.name for place in places)
    subtypes = {place.name: _subtype(place, ids, tiers, categories) for place in places}
    return Taxonomy(
        definition=at["definition"].text(),
        max_labels=at["max_labels"].count(least=1),
        unknown=at["unknown"].among(subtypes, "subtype"),
        tiers=tiers,
        categories=categories,
        primary_choices=tuple(_choice(place) for place in at["primary_choices"].each()),
        labelling=at["labelling"].texts(),
        edge_cases=tuple(
            _edge_case(place, subtypes, categories[View.US]) for place in at["edge_cases"].each()
        ),
        subtypes=Table(subtypes),
    )


def _subtype(
    place: Place, ids: frozenset[str], tiers: tuple[str, ...], categories: Table[str, tuple[str, ...]]
) -> Subtype:
    subtype_id = place.name
    at = place.record(
        ("title", "tier", "categories", "definition", "include", "exclude", "examples"), ("seed_type",)
    )
    views = at["categories"].record([view.value for view in View])
    if not place.file.endswith(f"/{subtype_id.partition('.')[0]}.yaml"):
        place.refuse(f"subtype {subtype_id!r} stands in another category's file")
    return Subtype(
        id=subtype_id,
        title=at["title"].text(),
        seed_type=None if at["seed_type"].empty else at["seed_type"].text(),
        tier=at["tier"].among(tiers, "tier"),
        categories=Table(
            {view.value: views[view.value].among(categories[view], "category") for view in View}
        ),
        definition=at["definition"].text(),
        include=at["include"].texts(),
        exclude=at["exclude"].texts(),
        examples=tuple(_example(example, ids) for example in at["examples"].each()),
    )


def _example(place: Place, ids: frozenset[str]) -> CauseExample:
    at = place.record(("text", "lang", "stars"), ("also",))
    stars = at["stars"].count(least=1)
    if stars > 2:
        at["stars"].refuse("a negative review has one or two stars")
    text = "" if at["text"].value == "" else at["text"].text()
    also = () if at["also"].empty else at["also"].each()
    return CauseExample(
        text=text,
        lang=at["lang"].text(),
        stars=stars,
        also=tuple(other.among(ids, "subtype") for other in also),
    )


def _choice(place: Place) -> PrimaryChoice:
    at = place.record(("id", "text"))
    return PrimaryChoice(id=at["id"].text(), text=at["text"].text())


def _edge_case(place: Place, subtypes: Iterable[str], categories: tuple[str, ...]) -> EdgeCase:
    at = place.record(("text", "labels", "primary", "why"))
    return EdgeCase(
        text=at["text"].text(),
        labels=tuple(label.among(subtypes, "subtype") for label in at["labels"].each()),
        primary=at["primary"].among(categories, "category"),
        why=at["why"].text(),
    )
