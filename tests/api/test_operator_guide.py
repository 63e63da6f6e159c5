"""The operator's guide says what the code does: capabilities, endpoints, metrics, commands."""

from __future__ import annotations

import re
from pathlib import Path

from moderation.access import GRANTED, ROLES
from moderation.api.asking import capability_of
from moderation.api.openapi import operations
from moderation.cli import _parser
from moderation.decisions import ActorKind

GUIDE = (Path(__file__).parents[2] / "docs" / "operator.md").read_text(encoding="utf-8")


def rows(header: str) -> list[list[str]]:
    """The cells of the table that begins with this header cell."""
    lines = GUIDE.split(f"\n| {header} |", 1)[1].splitlines()
    table = []
    for line in lines[2:]:
        if not line.startswith("|"):
            break
        table.append([cell.strip() for cell in line.strip("|").split("|")])
    return table


def test_guide_has_the_capability_table():
    columns = re.search(r"\| capability \|(.*)\|\n", GUIDE)[1].split("|")
    kinds = [ActorKind(name.strip()) for name in columns]
    assert set(kinds) == {*ROLES, ActorKind.AUTHOR}
    told = {
        cells[0]: {kind for kind, cell in zip(kinds, cells[1:], strict=True) if cell}
        for cells in rows("capability")
    }
    assert told == {str(capability): set(granted) for capability, granted in GRANTED.items()}


def test_guide_has_every_endpoint():
    expected = {}
    for path, method, route in operations():
        found = [c for d in route.dependant.dependencies if d.call and (c := capability_of(d.call))]
        expected[f"`{method.upper()} {path}`"] = str(found[0]) if found else "nothing"
    assert dict(rows("endpoint")) == expected


def test_guide_names_every_metric(door):
    text = door("operator").get("/metrics").text
    families = set(re.findall(r"# TYPE (\w+)", text)) - {"moderation_http_seconds_created"}
    named = {cells[0].strip("`") for cells in rows("metric")}
    assert {name for name in families if not name.endswith("_created")} == named


def test_guides_commands_parse():
    for line in re.findall(r"^moderation (.+?)(?:\s+#.*)?$", GUIDE, re.MULTILINE):
        assert _parser().parse_args(line.split()).command
