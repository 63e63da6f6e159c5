"""The README's example runs, and says what the product really answers."""

from __future__ import annotations

import json
import re
from pathlib import Path

from moderation.cli import main

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


def test_the_example_says_what_the_product_answers(tmp_path, capsys):
    row = re.search(r"^(\{\"id\": \"r1\".*\})$", README, re.MULTILINE)
    shown = re.search(r"<!-- example:.*?-->\n```json\n(.*?)```", README, re.DOTALL)
    assert row
    assert shown
    (tmp_path / "review.jsonl").write_text(row.group(1), encoding="utf-8")
    assert main(["scan", str(tmp_path / "review.jsonl")]) == 0
    said = json.loads(capsys.readouterr().out)
    for label in said["cause"]["labels"]:  # probabilities move when the model is trained anew
        label["confidence"] = round(label["confidence"], 1)
    told = json.loads(shown.group(1))
    for label in told["cause"]["labels"]:
        label["confidence"] = round(label["confidence"], 1)
    assert said == told


def test_links_lead_somewhere():
    root = Path(__file__).parents[2]
    pages = [root / "README.md", *(root / "docs").rglob("*.md"), root / "tests" / "README.md"]
    broken = [
        f"{page.relative_to(root)}: {link}"
        for page in pages
        for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
        if not (page.parent / link).exists()
    ]
    assert not broken
