"""Reads a catalogue folder into a `Catalogue`, and says everything that is wrong with one."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from moderation.errors import PolicyInvalid
from moderation.policy.annex import Reference
from moderation.policy.catalogue import DEFAULT_PROFILE, Catalogue
from moderation.policy.clause import Clause
from moderation.policy.folder import digest
from moderation.policy.place import Place
from moderation.policy.profile import Profile
from moderation.policy.rates import Rates
from moderation.policy.read.annex import (
    read_appeal_facts,
    read_dsa,
    read_programme,
    read_report_reasons,
    read_sources,
    read_vocabulary,
)
from moderation.policy.read.clause import Known, read_clause
from moderation.policy.read.profile import read_profile
from moderation.policy.read.rates import read_rates
from moderation.policy.read.taxonomy import read_taxonomy
from moderation.policy.reading import Reading
from moderation.policy.table import Table
from moderation.policy.taxonomy import Taxonomy


def load(path: Path | None = None) -> Catalogue:
    """Return the catalogue in the folder `path`, by default the one that comes with the package.

    Raises `PolicyInvalid`, with file and line, for the first thing that is wrong. The package's own
    catalogue is read once a process.
    """
    return _packaged() if path is None else _load(path)


def check_folder(path: Path | None = None) -> list[str]:
    """Return one line, `file:line: what is wrong`, for each mistake in a catalogue folder.

    Of one file only the first mistake is told. Profiles and report reasons name clauses, so they are
    looked at once every clause is sound.
    """
    _, refusals = _read(_package_folder() if path is None else path)
    return [str(refusal) for refusal in refusals]


@cache
def _packaged() -> Catalogue:
    return _load(_package_folder())


def _package_folder() -> Traversable:
    return files("moderation.policy") / "catalogue"


def _load(root: Traversable) -> Catalogue:
    catalogue, refusals = _read(root)
    if catalogue is None:
        raise refusals[0]
    return catalogue


def _read(root: Traversable) -> tuple[Catalogue | None, list[PolicyInvalid]]:
    """Return the catalogue, or None and what stands against it."""
    reading = Reading(root)
    if reading.refusals and not reading.places:
        return None, reading.refusals
    head = reading.file("catalogue.yaml", _head)
    vocabulary = reading.file("vocabulary.yaml", read_vocabulary)
    sources = reading.file("references.yaml", read_sources)
    dsa = reading.file("dsa.yaml", lambda place: read_dsa(place, sources))
    programme = reading.file("programme.yaml", lambda place: read_programme(place, sources))
    appeals = reading.file("appeals.yaml", lambda place: read_appeal_facts(place, sources))
    rates = reading.file("nrr.yaml", lambda place: read_rates(place, sources))
    taxonomy = _taxonomy(reading)
    known = Known(clauses=_clause_ids(reading.names), references=sources, dsa=dsa)
    clauses = _by_id(reading.folder("clauses", lambda place: read_clause(place, known)))
    reasons, profiles = None, None
    if clauses is not None and rates is not None:
        reasons = reading.file("report_reasons.yaml", lambda place: read_report_reasons(place, clauses))
        profiles = _profiles(reading, clauses, rates, sources)
        reading.refuse_the_rest()
    if (
        head is None
        or vocabulary is None
        or sources is None
        or dsa is None
        or programme is None
        or appeals is None
        or rates is None
        or taxonomy is None
        or clauses is None
        or reasons is None
        or profiles is None
        or reading.refusals
    ):
        return None, reading.refusals
    name, compiled, principles = head
    return Catalogue(
        digest=digest(reading.places.values()),
        name=name,
        compiled=compiled,
        principles=principles,
        clauses=clauses,
        taxonomy=taxonomy,
        profiles=profiles,
        vocabulary=vocabulary,
        references=sources,
        report_reasons=reasons,
        programme=programme,
        appeals=appeals,
        rates=rates,
        dsa=dsa,
    ), []


def _head(place: Place) -> tuple[str, str, tuple[str, ...]]:
    at = place.record(("name", "compiled", "principles"))
    return at["name"].text(), at["compiled"].text(), at["principles"].texts()


def _taxonomy(reading: Reading) -> Taxonomy | None:
    conventions = reading.file("taxonomy/conventions.yaml", lambda place: place)
    subtypes = reading.folder("taxonomy", lambda place: place)
    if conventions is None or subtypes is None:
        return None
    return reading.attempt(lambda: read_taxonomy(conventions, subtypes))


def _clause_ids(names: frozenset[str]) -> frozenset[str]:
    """Return the ids that the file names promise, so that clauses may name each other."""
    clauses = (name.removeprefix("clauses/") for name in names if name.startswith("clauses/"))
    return frozenset(clause.removesuffix(".yaml").replace("/", ".") for clause in clauses)


def _by_id(clauses: tuple[Clause, ...] | None) -> Table[str, Clause] | None:
    return None if clauses is None else Table({clause.id: clause for clause in clauses})


def _profiles(
    reading: Reading, clauses: Table[str, Clause], rates: Rates, sources: Table[str, Reference] | None
) -> Table[str, Profile] | None:
    by_id = {rate.id: rate for rate in rates.rates}
    profiles = reading.folder(
        "profiles", lambda place: read_profile(place, clauses=clauses, rates=by_id, references=sources)
    )
    if profiles is None:
        return None
    if all(profile.name != DEFAULT_PROFILE for profile in profiles):
        reading.refusals.append(
            PolicyInvalid(
                "this profile is the default and must exist", file=f"profiles/{DEFAULT_PROFILE}.yaml"
            )
        )
    return Table({profile.name: profile for profile in profiles})
