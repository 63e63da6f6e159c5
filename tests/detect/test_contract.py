"""The contract that every registered detector keeps, for free: one file, all detectors."""

from __future__ import annotations

import io
import json
import logging
import time
from pathlib import Path

import pytest
from make import look, make_document

from moderation.content import Author, Surface
from moderation.detect import DETECTORS
from moderation.features import Batch
from moderation.findings import Allegation, Finding

GOLDEN = Path(__file__).parents[1] / "golden" / "detect"
EVERY = pytest.mark.parametrize("detector", DETECTORS, ids=lambda detector: detector.name)


def golden_lines():
    for path in sorted(GOLDEN.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            yield pytest.param(path.stem, json.loads(line), id=f"{path.stem}:{number}")


def golden_document(row):
    context = {name: row[name] for name in ("product_title", "shop_name", "parent_text") if name in row}
    context |= {name: tuple(row[name]) for name in ("shop_contacts", "earlier") if name in row}
    return make_document(
        row["text"], surface=row["surface"], author=row["author"], lang=row.get("lang", "en"), **context
    )


def overlap(found, text: str, quote: str) -> float:
    """The best share of the longer of span and quote, over the places where the quote stands."""
    best, at = 0.0, text.find(quote)
    while at >= 0:
        shared = min(found.span.end, at + len(quote)) - max(found.span.start, at)
        best = max(best, shared / max(found.span.end - found.span.start, len(quote)))
        at = text.find(quote, at + 1)
    return best


@pytest.mark.parametrize(("name", "row"), list(golden_lines()))
def test_golden_line(name, row, catalogue):
    detector = next(detector for detector in DETECTORS if detector.name == name)
    found = [
        one
        for one in look(detector, golden_document(row))
        if one.confidence >= catalogue.profile("us").thresholds(one.label).report_at
    ]
    expected = {(e["label"], e.get("allegation", False), e.get("kind")) for e in row["expected"]}
    kinds = any(e.get("kind") for e in row["expected"])
    assert {
        (f.label, isinstance(f, Allegation), getattr(f, "kind", None) if kinds else None) for f in found
    } == expected
    for e in row["expected"]:
        if e.get("quote") is not None:
            assert e["quote"] in row["text"], "the golden line quotes what its text does not say"
            same = [f for f in found if f.label == e["label"] and f.span is not None]
            assert max(overlap(f, row["text"], e["quote"]) for f in same) >= 0.5


@EVERY
def test_detector_has_golden_file(detector):
    assert (GOLDEN / f"{detector.name}.jsonl").exists()


@EVERY
def test_detector_declares_labels_of_the_catalogue(detector, catalogue):
    assert detector.labels
    assert detector.labels <= set(catalogue.clauses)


def every_document():
    return [golden_document(param.values[1]) for param in golden_lines()]


@EVERY
def test_findings_are_well_formed_on_every_golden_text(detector, catalogue):
    docs = every_document()
    batch = Batch([doc.text for doc in docs])
    for i in detector.screen(docs, batch):
        for found in detector.look(docs[i], batch, i):
            assert found.label in detector.labels
            assert 0.0 <= found.confidence <= 1.0
            assert found.because
            assert found.detector == detector.id
            assert not any(word in found.because for word in ("\n", "  "))
            if found.span is not None:
                assert found.span.end <= len(docs[i].text.original)
            if isinstance(found, Finding):
                clause = catalogue.clauses[found.label]
                assert docs[i].speaker in clause.applies_to or found.label.startswith("pii.")


@EVERY
def test_screen_loses_nothing_that_look_finds(detector):
    docs = every_document()
    batch = Batch([doc.text for doc in docs])
    kept = set(detector.screen(docs, batch))
    lost = [i for i in range(len(docs)) if i not in kept and list(detector.look(docs[i], batch, i))]
    assert not lost


@EVERY
def test_detector_is_deterministic_and_independent_of_its_batch(detector):
    docs = every_document()[::3]
    batch = Batch([doc.text for doc in docs])
    kept = set(detector.screen(docs, batch))
    for i in sorted(kept)[:60]:
        together = list(detector.look(docs[i], batch, i))
        alone = look(detector, docs[i])
        assert together == alone


@EVERY
@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "a" * 1_000_000,
        "5" * 200_000,
        "5 " * 100_000,
        "@." * 50_000,
        "review " * 50_000,
        "⭐" * 100_000,
        "a\u0301" * 100_000,
        "\u200b" * 100_000,
        "\ud800 call me \udfff",
        "مرحبا hello привет สวัสดี 你好 " * 5_000,
        "((((((((((" * 10_000,
        "1-2-3-" * 30_000,
    ],
    ids=lambda text: f"{text[:8]!a}x{len(text)}",
)
@pytest.mark.parametrize("surface", ["review", "seller_reply"])
def test_hostile_text_finishes_fast(detector, text, surface):
    started = time.process_time()
    for found in look(detector, make_document(text, surface=surface)):
        assert found.span is None or found.span.end <= len(text)
    assert time.process_time() - started < 60  # a hang, not a benchmark


@EVERY
def test_detector_logs_nothing_of_the_text(detector, capsys):
    heard = io.StringIO()
    listener = logging.StreamHandler(heard)
    root = logging.getLogger()
    root.addHandler(listener)
    try:
        for doc in every_document()[:80]:
            look(detector, doc)
    finally:
        root.removeHandler(listener)
    written = capsys.readouterr()
    assert heard.getvalue() == "" == written.out + written.err


@EVERY
def test_buyers_are_never_accused_of_what_they_tell(detector):
    """Sellers' clauses on a buyer's text come as allegations only."""
    for doc in every_document():
        if doc.speaker is not Author.BUYER or doc.surface is not Surface.REVIEW:
            continue
        for found in look(detector, doc):
            if isinstance(found, Finding):
                assert not found.label.startswith(("incentive.", "listing."))
