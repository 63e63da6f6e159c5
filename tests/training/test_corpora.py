"""Corpora keep their format, quote what they hold, and never hold the catalogue's or public texts."""

from __future__ import annotations

import pytest

from moderation import policy
from moderation.content import Author, Surface
from moderation.text import Text
from training import written
from training.expansions import expand_phrases
from training.folders import ROOT
from training.weak import SETS
from training.written import Sample

READERS = {"causes": written.read_causes, "conduct": written.read_conduct}


@pytest.fixture(scope="module", params=sorted(READERS))
def samples(request: pytest.FixtureRequest) -> tuple[Sample, ...]:
    return READERS[request.param]()


def test_every_quotation_stands_in_its_text(samples: tuple[Sample, ...]) -> None:
    assert not [(one.id, label) for one in samples for label, quote in one.spans if quote not in one.text]


def test_every_surface_and_author_is_known(samples: tuple[Sample, ...]) -> None:
    for one in samples:
        assert Surface(one.surface)
        assert Author(one.author)


def test_no_text_is_the_catalogue_s(samples: tuple[Sample, ...]) -> None:
    ours = {
        Text.of(one.text).folded.string.strip() for one in written.catalogue_causes() if "edge" not in one.id
    }
    ours |= {Text.of(one.text).folded.string.strip() for one in written.catalogue_conduct()}
    long = {text for text in ours if len(text) > 20}
    assert not [one.id for one in samples if Text.of(one.text).folded.string.strip() in long]


def test_catalogue_sources_are_complete() -> None:
    catalogue = policy.load()
    causes = written.catalogue_causes()
    examples = sum(len(subtype.examples) for subtype in catalogue.taxonomy.subtypes.values())
    assert len(causes) == examples + len(catalogue.taxonomy.edge_cases)
    conduct = written.catalogue_conduct()
    assert {label for one in conduct for label in one.labels} >= {
        clause.id for clause in catalogue.clauses.values() if clause.violating
    }


def test_expansions_are_the_same_every_time() -> None:
    wanted = frozenset({"logistics.delay"})
    first = expand_phrases(wanted)
    assert first
    assert first == expand_phrases(wanted)
    assert {label for one in first for label in one.labels} == wanted


def test_attribution_names_every_public_set_that_trains() -> None:
    attribution = (ROOT / "ATTRIBUTION.md").read_text(encoding="utf-8")
    assert not [name for name in SETS if name not in attribution]
