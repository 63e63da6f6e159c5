"""`moderation scan` end to end: formats, order, bad rows, exit statuses, engines, constant chunks."""

from __future__ import annotations

import csv
import io
import itertools
import json

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from moderation.cli import main
from moderation.wire import chunks
from moderation.wire.batches import Numbered
from moderation.wire.readers import read_csv, read_jsonl
from moderation.wire.writers import SCHEMA

ROWS = [
    {"id": "a", "text": "Write to me at anna.bell@example.com please", "rating": 5, "tag": "x"},
    {"id": "b", "text": "Never arrived. Tracking says delivered, but nothing came.", "rating": 1},
    {"id": "c", "surface": "package_insert", "text": "Leave us a 5-star review and get a $10 gift card!"},
    {"id": "d", "text": ""},
    {"id": "e", "text": "nice", "media": [{"path": "photo.jpg"}]},
]


def write_jsonl(path, rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return str(path)


def read(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def results(tmp_path):
    assert (
        main(["scan", write_jsonl(tmp_path / "in.jsonl", ROWS), "--output", str(tmp_path / "out.jsonl")]) == 0
    )
    return read(tmp_path / "out.jsonl")


def test_scan_keeps_order_and_extras(results):
    assert [row["id"] for row in results] == list("abcde")
    assert results[0]["extra"] == {"tag": "x"}
    assert results[4]["unread_media"] == 1


def test_scan_marks_the_address_and_redacts_it(results):
    (finding,) = results[0]["findings"]
    assert (finding["label"], finding["kind"]) == ("pii.email", "EMAIL")
    assert ROWS[0]["text"][finding["start"] : finding["end"]] == "anna.bell@example.com"
    assert results[0]["decision"]["redacted_text"] == "Write to me at [email] please"


def test_scan_reads_causes_of_negative_reviews_only(results):
    assert results[1]["cause"]["primary_subtype"] == "logistics.not_received"
    assert [row["cause"] is None for row in results] == [True, False, True, True, True]


def test_scan_opens_a_case_but_never_acts_on_an_insert(results):
    assert {"incentive.gift_card", "incentive.positive_only"} <= {f["label"] for f in results[2]["findings"]}
    assert results[2]["decision"]["action"] == "allow"
    assert results[2]["decision"]["case"]["about"] == "author"


def test_scan_puts_each_error_in_its_place(tmp_path, capsys):
    path = tmp_path / "in.jsonl"
    path.write_bytes(b'{"id": "a", "text": "ok"}\n\n{oops\n{"id": "b"}\n{"id": "c", "text": "fine"}\n')
    assert main(["scan", str(path)]) == 3
    out, err = capsys.readouterr()
    rows = [json.loads(line) for line in out.splitlines()]
    assert [row["id"] for row in rows] == ["a", None, "b", "c"]
    assert rows[1] == {
        "id": None,
        "line": 3,
        "error": {"code": "bad_json", "detail": rows[1]["error"]["detail"]},
    }
    assert (rows[2]["line"], rows[2]["error"]["code"]) == (4, "missing_field")
    assert "2 of 4 rows are bad" in err


def test_formats_agree(tmp_path, results):
    with (tmp_path / "in.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ["id", "surface", "text", "rating", "tag", "media"])
        writer.writeheader()
        writer.writerows({**row, "media": json.dumps(row["media"]) if "media" in row else ""} for row in ROWS)
    pq.write_table(
        pa.Table.from_pylist(
            [
                {name: row.get(name) for name in ("id", "surface", "text", "rating", "tag", "media")}
                for row in ROWS
            ]
        ),
        tmp_path / "in.parquet",
    )
    for name in ("in.csv", "in.parquet"):
        out = tmp_path / f"{name}.out.jsonl"
        assert main(["scan", str(tmp_path / name), "--output", str(out)]) == 0
        read_back = [{k: v for k, v in row.items() if k != "extra"} for row in read(out)]
        assert read_back == [{k: v for k, v in row.items() if k != "extra"} for row in results]


def test_parquet_results_hold_the_same(tmp_path, results):
    path = write_jsonl(tmp_path / "again.jsonl", [*ROWS, {"id": "bad"}])
    assert main(["scan", path, "--all", "--output", str(tmp_path / "out.parquet")]) == 3
    table = pq.read_table(tmp_path / "out.parquet")
    assert table.schema.equals(SCHEMA)
    rows = table.to_pylist()
    assert [row["decision"] and row["decision"]["action"] for row in rows][:5] == [
        row["decision"]["action"] for row in results
    ]
    assert rows[5]["error"]["code"] == "missing_field"


def test_pool_equals_serial(tmp_path):
    path = write_jsonl(
        tmp_path / "in.jsonl", [row | {"id": f"{row['id']}{i}"} for i in range(120) for row in ROWS]
    )
    for engine in ("serial", "pool"):
        assert main(["scan", path, "--engine", engine, "--output", str(tmp_path / f"{engine}.jsonl")]) == 0
    assert (tmp_path / "pool.jsonl").read_bytes() == (tmp_path / "serial.jsonl").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["scan", "in.txt"], 2),
        (["scan", "in.jsonl", "--output", "out.csv"], 2),
        (["scan", "in.jsonl", "--profile", "mars"], 2),
        (["scan", "in.jsonl", "--engine", "ray"], 2),
        (["scan", "missing.jsonl"], 1),
        (["scan", "broken.parquet"], 1),
        (["schema"], 0),
        (["policy", "check"], 0),
    ],
)
def test_exit_statuses(tmp_path, monkeypatch, capsys, arguments, status):
    monkeypatch.chdir(tmp_path)
    write_jsonl(tmp_path / "in.jsonl", ROWS)
    (tmp_path / "broken.parquet").write_bytes(b"PAR1 but no more")
    assert main(arguments) == status


def test_failed_scan_leaves_no_output(tmp_path):
    (tmp_path / "broken.parquet").write_bytes(b"PAR1 but no more")
    assert main(["scan", str(tmp_path / "broken.parquet"), "--output", str(tmp_path / "out.jsonl")]) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["broken.parquet"]


@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_chunks_never_cut_a_thread(size):
    rows = [Numbered(i, {"text": "x", "thread_id": f"t{i // 5}" if i % 11 else None}) for i in range(1, 60)]
    cut = list(chunks(iter(rows), size=size))
    assert [row for chunk in cut for row in chunk] == rows
    for before, after in itertools.pairwise(cut):
        thread = before[-1].raw["thread_id"]
        assert thread is None or thread != after[0].raw["thread_id"]


def test_chunks_cut_a_long_thread_at_its_window():
    rows = [Numbered(i, {"text": "x", "thread_id": "t"}) for i in range(100)]
    assert [len(chunk) for chunk in chunks(iter(rows), size=1)] == [20] * 5


def test_csv_reports_odd_records_and_goes_on():
    data = b'id,text,rating\na,"two\nlines",5\nb,x,5,9\nc,\xff,1\nd,,\n'
    read_rows = list(read_csv(io.BytesIO(data)))
    assert [type(row.raw).__name__ for row in read_rows] == ["dict", "BadRow", "BadRow", "dict"]
    assert read_rows[3].raw == {"id": "d", "text": ""}


def test_jsonl_skips_a_mark_and_a_monstrous_line(monkeypatch):
    monkeypatch.setattr("moderation.wire.readers.LINE_LIMIT", 64)
    data = (
        b'\xef\xbb\xbf{"id": "a", "text": ""}\n' + b'{"id": "' + b"x" * 500 + b'"}\n{"id": "b", "text": ""}\n'
    )
    read_rows = list(read_jsonl(io.BytesIO(data)))
    assert [type(row.raw).__name__ for row in read_rows] == ["dict", "BadRow", "dict"]
    assert [row.line for row in read_rows] == [1, 2, 3]


def test_scan_never_overwrites_its_input(tmp_path, capsys):
    path = write_jsonl(tmp_path / "in.jsonl", ROWS)
    assert main(["scan", path, "--output", path]) == 2
    assert len(read(tmp_path / "in.jsonl")) == len(ROWS)


def test_scan_refuses_what_json_does_not_know(tmp_path, capsys):
    (tmp_path / "in.jsonl").write_text('{"id": "a", "text": "ok", "weight": NaN}\n', encoding="utf-8")
    assert main(["scan", str(tmp_path / "in.jsonl")]) == 3
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "bad_json"
