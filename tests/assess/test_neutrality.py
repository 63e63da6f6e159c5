"""Stars change nothing: the same text under each rating gives identical findings and decisions."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

from moderation.content import Item
from moderation.detect import Document
from moderation.policy import load

GOLDEN = Path(__file__).parents[1] / "golden" / "detect"
WANTED = 2_000


def texts() -> list[str]:
    """Texts of the golden files and of the policy's examples, joined in pairs until there are 2,000."""
    found = [
        json.loads(line)["text"]
        for path in sorted(GOLDEN.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    for clause in load().clauses.values():
        found += [example.text for example in (*clause.violating, *clause.allowed)]
    found = list(dict.fromkeys(found))
    step = 7
    while len(found) < WANTED:
        found += [f"{a} {b}" for a, b in zip(found, found[step:], strict=False)]
        step += 4
    return found[:WANTED]


def test_documents_have_no_rating_author_or_shop():
    names = {field.name for field in dataclasses.fields(Document)}
    assert not names & {"rating", "author_id", "shop_id", "order_id", "id"}


def test_findings_and_decisions_are_identical_under_every_star(judge):
    every = texts()
    assert len(every) == WANTED

    def judged(rating):
        return [
            (assessment.findings, assessment.allegations, decision)
            for assessment, decision in judge(
                [Item(id=str(i), text=text, rating=rating) for i, text in enumerate(every)]
            )
        ]

    unrated = judged(None)
    for rating in (1, 2, 3, 4, 5):
        assert judged(rating) == unrated
