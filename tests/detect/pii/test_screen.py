"""The screen must not lose what an unscreened look would find."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from make import make_document

from moderation.detect.pii import standard
from moderation.features import Batch
from moderation.policy import load

GOLDEN = Path(__file__).parents[2] / "golden" / "detect"
FILLERS = [
    "Arrived on time.",
    "ring me on",
    "Dear",
    "the driver",
    "order",
    "my daughter",
    "at",
    "Mrs",
    "née le",
]


def golden_texts():
    for path in sorted(GOLDEN.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield row["text"], row["surface"], row["author"]


def catalogue_texts():
    for clause in load().clauses.values():
        for example in (*clause.violating, *clause.allowed):
            yield example.text, example.surface, example.author


def lost(text, surface, author):
    seeking = standard()
    doc = make_document(text, surface=surface, author=author)
    batch = Batch([doc.text])
    screened = seeking.findings(doc, seeking.worth(doc, batch, 0))
    return [f.because for f in seeking.findings(doc, seeking.seekers) if f not in screened]


def test_screen_keeps_all_on_golden_and_catalogue_texts():
    texts = [*golden_texts(), *catalogue_texts()]
    assert len(texts) > 500
    assert not [(i, gone) for i, text in enumerate(texts) if (gone := lost(*text))]


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_screen_keeps_all_in_mixtures(data):
    golden = [text for text, _, _ in golden_texts()]
    parts = data.draw(st.lists(st.sampled_from(golden + FILLERS), min_size=1, max_size=4))
    author = data.draw(st.sampled_from([("review", "buyer"), ("seller_reply", "seller")]))
    assert not lost(data.draw(st.sampled_from([" ", "\n", ", "])).join(parts), *author)


def test_ordinary_reviews_are_rarely_looked_at():
    reviews = [
        "Great blender, crushes ice and is easy to clean.",
        "The dress runs small, order a size up; colour as in the picture.",
        "Arrived two days late, box dented, but the lamp works.",
        "My wife loves it. Would buy again for my mom.",
        "Stopped charging after 3 weeks, 2 stars.",
    ]
    docs = [make_document(text) for text in reviews]
    batch = Batch([doc.text for doc in docs])
    assert len(list(standard().screen(docs, batch))) <= 1
