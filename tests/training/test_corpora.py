"""Corpora keep their format, quote what they hold, and never hold the catalogue's or public texts."""

from __future__ import annotations

from itertools import pairwise

import pytest

from moderation import policy
from moderation.content import Author, Surface
from moderation.text import Text
from training import counts, written
from training.expansions import expand_phrases
from training.folders import CORPORA, ROOT
from training.pii.frames import UNREAD, compose, read_pii
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


def test_counts_and_voices_are_current() -> None:
    assert counts.PAGE.read_text(encoding="utf-8") == counts.page(), "run: python -m training.counts"
    told = counts.voices()
    for folder in ("causes", "conduct", "pii"):
        assert {path.stem for path in (CORPORA / folder).glob("*.jsonl")} <= set(told[folder])


@pytest.mark.parametrize("unread", [True, False])
def test_marks_of_personal_data_stand_where_they_say(unread: bool) -> None:
    texts = read_pii(unread=unread)
    assert {text.writer for text in texts} & UNREAD == ({text.writer for text in texts} if unread else set())
    for text in texts:
        places = sorted(value.span for value in (*text.values, *text.optional))
        assert all(0 <= place.start < place.end <= len(text.text) for place in places)
        assert all(before.end <= after.start for before, after in pairwise(places))
        assert "[[" not in text.text
        assert "{{" not in text.text


def test_frames_compose_the_same_texts_every_time() -> None:
    frame = {
        "id": "pii-x-1", "lang": "en", "surface": "review", "author": "buyer", "labels": [], "disguise": None,
        "text": "Call {{PHONE gb}} or [[EMAIL|a.b@example.com]].", "product": None, "shop": None, "contacts": [],
    }  # fmt: skip
    plain, disguised = compose(frame, "x")
    assert (plain.text, disguised.text) == tuple(text.text for text in compose(frame, "x"))
    assert plain.disguise is None
    assert disguised.disguise is not None
    assert [value.invented for value in plain.values] == [True, False]
    assert plain.text != next(iter(compose(frame, "x", draw=1))).text
    with pytest.raises(ValueError, match="KINDLESS"):
        list(compose(frame | {"text": "[[KINDLESS|1]]"}, "x"))
