"""Canaries: values of every kind go down every path, and nothing that was written gives one back.

Looked through: every log record of every library at DEBUG, standard error, error rows, problem
documents, metrics, addresses of answers, what the server prints, and every file beside the database.
What a text's own audience is shown (the item, its redacted text, a case's page) may hold it, of course.
"""

from __future__ import annotations

import csv
import json
import logging
import os
import re
import subprocess
import sys
import warnings
from pathlib import Path

import httpx
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from api.test_flow import REASON, decision, take_case

from moderation.app import build_desk
from moderation.config import Config
from moderation.decisions import ActorKind

ROOT = Path(__file__).parents[2]
CANARIES = {
    "PERSON": "Quillon Featherstonehaugh",
    "PHONE": "+44 7700 900417",
    "EMAIL": "quillon.f@canary.example.org",
    "ADDRESS": "417 Canarybird Lane, Springfield, IL 62704",
    "ORDER_ID": "RMA-7741902",
    "PAYMENT_CARD": "4539 1488 0343 6467",
    "BANK_ACCOUNT": "GB29NWBK60161331926819",
    "GOVERNMENT_ID": "536-90-4399",
    "SOCIAL_HANDLE": "@quillcanary_77",
    "URL_PERSONAL": "https://www.facebook.com/quill.canary.77",
    "BIRTH_DATE": "17/04/1961",
    "VEHICLE_PLATE": "QC61 FTH",
    "IP_ADDRESS": "81.2.69.160",
    "GEO": "51.50072, -0.12462",
}
TEXT = (
    "Courier {PERSON} shouted. Call me on {PHONE} or write to {EMAIL}, I live at {ADDRESS}. "
    "My order number is {ORDER_ID}, paid with card {PAYMENT_CARD}, refund to IBAN {BANK_ACCOUNT}. "
    "My SSN is {GOVERNMENT_ID}, insta {SOCIAL_HANDLE}, {URL_PERSONAL}. I was born on {BIRTH_DATE}. "
    "His van, plate {VEHICLE_PLATE}, stood at {GEO}; IP address {IP_ADDRESS}."
).format(**CANARIES)
TRACES = re.compile(
    "|".join(re.escape(part) for value in CANARIES.values() for part in (value, value.lower()))
)


def clean(written: str, where: str) -> None:
    found = TRACES.search(written)
    assert found is None, (
        f"{where} gives away {next(k for k, v in CANARIES.items() if v.lower() == found[0].lower())}"
    )


def row(number: int = 1, **values) -> dict:
    return {
        "id": f"canary-{number}",
        "text": TEXT,
        "rating": 1,
        "author_id": f"buyer-{number}",
        "shop_id": "bright-mugs",
        "product_id": "mug-1",
        "order_id": f"order-{number}",
        "delivered_at": "2026-03-04T15:00:00Z",
        "created_at": "2026-03-06T08:30:00Z",
        **values,
    }


BAD_ROWS = [
    {"text": TEXT},
    {"id": "canary", "text": [TEXT]},
    row(surface=TEXT),
    row(author=TEXT),
    row(rating=TEXT),
    row(created_at=TEXT),
    row(shop_contacts=TEXT),
    row(media=[TEXT]),
    row(incentivised=TEXT),
    row(text=TEXT * 4000),
]


@pytest.fixture
def heard(caplog):
    """Every record of every logger from DEBUG up, formatted with its traceback."""
    caplog.set_level(logging.DEBUG)
    for name in list(logging.root.manager.loggerDict):
        caplog.set_level(logging.DEBUG, logger=name)
    return lambda: "\n".join(
        logging.Formatter("%(name)s %(message)s").format(record)
        for record in caplog.records
        if record.name.partition(".")[0] not in {"httpx", "httpcore"}  # the test's own client
    )


def scan(folder: Path, source: Path, *options: str) -> tuple[subprocess.CompletedProcess, list[dict]]:
    target = folder / "out.jsonl"
    done = subprocess.run(
        [
            sys.executable,
            "-X",
            "dev",
            "-m",
            "moderation",
            "scan",
            str(source),
            "--output",
            str(target),
            "--progress",
            *options,
        ],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONWARNINGS": "ignore"},
        check=False,
    )
    return done, [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]


def write(path: Path, rows: list[dict], broken: str = "") -> Path:
    match path.suffix:
        case ".jsonl":
            path.write_text("\n".join([*map(json.dumps, rows), broken]), encoding="utf-8")
        case ".csv":
            with path.open("w", encoding="utf-8", newline="") as out:
                sheet = csv.DictWriter(out, ["id", "text", "rating", "surface"], extrasaction="ignore")
                sheet.writeheader()
                sheet.writerows(rows)
        case ".parquet":
            pq.write_table(pa.Table.from_pylist([{k: str(r[k]) for k in ("id", "text")} for r in rows]), path)
    return path


def test_the_canaries_are_found(door):
    (result,) = [door("service").post("/v1/assess", row()).json()]
    assert {one["kind"] for one in result["findings"]} >= set(CANARIES)
    clean(json.dumps({k: v for k, v in result.items() if k != "decision"}), "a result row")


@pytest.mark.parametrize("ending", ["jsonl", "csv", "parquet"])
def test_scan_says_nothing_of_the_text(tmp_path, ending):
    rows = [row(1), row(2, surface="seller_reply", author="seller")]
    rows += BAD_ROWS[1:5] if ending == "csv" else []
    source = write(tmp_path / f"in.{ending}", rows)
    done, results = scan(tmp_path, source, "--engine", "pool" if ending == "jsonl" else "serial")
    assert done.returncode in {0, 3}
    clean(done.stderr + done.stdout, "standard error")
    assert any(result.get("findings") for result in results)
    clean(json.dumps([result for result in results if "error" in result]), "an error row")


def test_bad_rows_are_answered_without_their_text(tmp_path):
    source = write(
        tmp_path / "in.jsonl", [*BAD_ROWS[:1], *BAD_ROWS[2:]], broken='{"id": "x", "text": "' + TEXT
    )
    done, results = scan(tmp_path, source)
    assert done.returncode == 3
    assert all("error" in result for result in results)
    clean(json.dumps(results), "an error row")
    clean(done.stderr, "standard error")


def test_every_door_keeps_quiet(door, heard, tmp_path):
    service, seller = door("service"), door("seller")
    service.post("/v1/items", row(text=TEXT, rating=2))
    service.post(
        "/v1/items", row(2, surface="seller_reply", author="seller", parent_id="canary-1", author_id="s")
    )
    service("PATCH", "/v1/items/canary-1", json={"text": TEXT + " Again."})
    seller.post(
        "/v1/reports", {"item_id": "canary-1", "reason": REASON, "acknowledged": True, "comment": TEXT}
    )
    case = take_case(door, "moderator")
    path = f"/v1/cases/{case['summary']['id']}"
    door("moderator").post(f"{path}/notes", {"text": TEXT})
    door("moderator").post(
        f"{path}/decisions", decision(case, action="remove", clauses=["pii.phone"], reason=TEXT)
    )
    door.clock.turn(minutes=1)
    author = door("service", **{"on-behalf-of": "author:buyer-1"})
    notices = author.get("/v1/notices", params={"audience": "author"}).json()["items"]
    for notice in notices:
        author.post(f"/v1/decisions/{notice['decision_id']}/appeals", {"statement": TEXT})
    for answer in (
        door(role).get(page) for role in ("moderator", "senior") for page in ("/v1/cases", "/v1/appeals")
    ):
        clean(str(answer.url), "an address")
    clean(door("operator").get("/metrics").text, "metrics")
    clean(heard(), "a log")


@pytest.mark.parametrize("number", range(len(BAD_ROWS)))
@pytest.mark.parametrize("path", ["/v1/assess", "/v1/items"])
def test_refusals_hold_no_text(door, heard, path, number):
    for body in (BAD_ROWS[number], {"items": [BAD_ROWS[number]]}):
        answer = door("service").post(path, body)
        clean(answer.text, "a refusal")
    clean(heard(), "a log")


def test_words_in_addresses_and_queries_are_not_repeated(door, heard):
    for path in (f"/v1/items/{TEXT}", f"/v1/notices?audience={TEXT}", f"/v1/{TEXT}", f"/cases?queue={TEXT}"):
        answer = door("service").get(path)
        clean(answer.text.replace("%20", " "), "a refusal")
    clean(door("operator").get("/metrics").text, "metrics")
    clean(heard(), "a log")


@pytest.mark.parametrize("place", ["moderation.detect.pii.standard", "moderation.judge.decide"])
def test_failures_inside_hold_no_text(door, heard, monkeypatch, place):
    """A detector or a decision that breaks, with the text in its exception."""
    module, _, name = place.rpartition(".")

    def broken(*_args, **_values):
        raise ValueError(f"cannot read {TEXT}")

    assert door("service").post("/v1/assess", row()).status_code == 200  # everything is loaded
    monkeypatch.setattr(sys.modules[module], name, broken)
    answer = door("service").post("/v1/items", row())
    assert answer.status_code == 500
    clean(answer.text, "a refusal")
    clean(heard(), "a log")


@pytest.mark.server
def test_a_real_server_prints_nothing_and_leaves_no_files(tmp_path):
    folder = tmp_path / "data"
    desk = build_desk(Config.from_env({}, folder=str(folder)))
    key = desk.people.create_key("market", role=ActorKind.SERVICE)
    desk.room.store.close()
    environ = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUNBUFFERED": "1"}
    environ.pop("MODERATION_DATABASE_URL", None)
    log = tmp_path / "server.log"
    with log.open("wb") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", "moderation", "serve", "--port", "0", "--data", str(folder)],
            env=environ,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )
        try:
            address = next(m[0] for line in process.stdout if (m := re.search(r"http://[\d.]+:\d+", line)))
            with httpx.Client(
                base_url=address, headers={"authorization": f"Bearer {key}"}, timeout=60
            ) as client:
                for body in (row(), {"items": BAD_ROWS}, *BAD_ROWS):
                    clean(
                        "" if (a := client.post("/v1/items", json=body)).is_success else a.text, "a refusal"
                    )
                client.get(f"/v1/items/{TEXT[:200]}")
                client.get("/v1/items", params={"q": TEXT})
                clean(client.get("/metrics").text, "metrics")
        finally:
            process.terminate()
            rest = process.communicate(timeout=30)[0]
    clean(log.read_text(encoding="utf-8") + (rest or ""), "the server's output")
    for path in tmp_path.rglob("*"):
        if path.is_file() and ".db" not in path.name and "sqlite" not in path.name:
            clean(path.read_text(encoding="utf-8", errors="replace"), path.name)


def test_findings_cases_and_errors_do_not_show_text_when_printed(judge):
    """What a debugger or a log prints of our own types."""
    from moderation.scan import ScanOptions, scan_rows
    from moderation.text import Text
    from moderation.wire.batches import Numbered
    from moderation.wire.rows import parse_row

    del judge
    item = parse_row(row())
    printed = [repr(item), str(item), repr(Text.of(TEXT))]
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        list(scan_rows([Numbered(1, row())], ScanOptions()))
    printed += [str(one.message) for one in caught]
    for one in printed:
        clean(one, "a repr")
