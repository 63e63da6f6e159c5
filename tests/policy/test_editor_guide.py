from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from moderation.policy import AutoAction, Switches, check_folder
from tests.policy.folders import PACKAGED, copy_catalogue, edit

GUIDE = (Path(__file__).parents[2] / "docs" / "policy-editor.md").read_text(encoding="utf-8")
FILES = sorted(path.name for path in PACKAGED.rglob("*.yaml") if "clauses" not in path.parts)


@pytest.mark.parametrize("file", FILES)
def test_guide_names_every_file(file):
    assert file in GUIDE


@pytest.mark.parametrize("word", [*AutoAction, *(field.name for field in dataclasses.fields(Switches))])
def test_guide_explains_every_switch_and_auto_action(word):
    assert f"| `{word}` |" in GUIDE


def test_guide_shows_a_refusal_as_it_is_printed(tmp_path):
    folder = copy_catalogue(tmp_path)
    edit(folder, "clauses/pii/phone.yaml", "report_at: 0.50", "report_at: 0.95")
    [line] = check_folder(folder)
    assert line in GUIDE
