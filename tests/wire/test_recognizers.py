"""`moderation scan --recognizers FILE`: an operator's own recognizers."""

from __future__ import annotations

import json
import pickle

import pytest

from moderation.cli import main
from moderation.scan import ScanChunk, ScanOptions

FILE = """
recognizers:
  - name: loyalty cards
    supported_entity: LOYALTY_ID
    patterns: [{name: card, regex: 'LOY-[0-9]{6}', score: 0.3}]
    context: [loyalty]
  - {name: DeviceNumbers, type: predefined, enabled: false}
entities:
  LOYALTY_ID: {label: pii.order_tracking, kind: ORDER_ID}
"""
ROWS = [
    {"id": "near", "text": "My loyalty card is LOY-443210."},
    {"id": "far", "text": "It says LOY-443210 on the box."},
    {"id": "ours", "text": "Write to anna.bell@example.com"},
]


@pytest.fixture
def scan(tmp_path, capsys):
    def act(file: str | None, *options: str) -> tuple[int, str, str]:
        rows = tmp_path / "in.jsonl"
        rows.write_text("".join(json.dumps(row) + "\n" for row in ROWS), encoding="utf-8")
        if file is not None:
            (tmp_path / "own.yaml").write_text(file, encoding="utf-8")
        status = main(["scan", str(rows), "--recognizers", str(tmp_path / "own.yaml"), *options])
        said = capsys.readouterr()
        return status, said.out, said.err

    return act


def test_own_recognizers_stand_beside_ours(scan):
    status, out, _ = scan(FILE)
    assert status == 0
    found = {
        row["id"]: [(f["label"], f["kind"], f["confidence"]) for f in row["findings"]]
        for row in map(json.loads, out.splitlines())
    }
    assert found["near"] == [("pii.order_tracking", "ORDER_ID", 0.65)]
    assert found["far"] == []
    assert [label for label, *_ in found["ours"]] == ["pii.email"]


def test_a_worker_process_is_told_of_the_file(tmp_path):
    work = ScanChunk(ScanOptions(recognizers=tmp_path / "own.yaml"))
    assert pickle.loads(pickle.dumps(work)) == work


@pytest.mark.parametrize(
    ("file", "status", "told"),
    [
        (None, 1, "own.yaml: No such file"),
        ("recognizers: 3", 2, "own.yaml: recognizers: holds no list"),
        (FILE.split("entities:")[0], 2, "LOYALTY_ID"),
        (FILE.replace("pii.order_tracking", "pii.loyalty"), 1, "pii.loyalty"),
    ],
)
def test_a_wrong_file_is_refused_before_a_row_is_read(scan, file, status, told):
    answered, out, err = scan(file)
    assert (answered, out) == (status, "")
    assert told in err
