from __future__ import annotations

import re

import pytest

from moderation.policy import load
from tests.policy.folders import PACKAGED, copy_catalogue, edit

FILES = sorted(str(path.relative_to(PACKAGED)) for path in PACKAGED.rglob("*.yaml"))


def test_digest_is_the_same_for_the_same_folder(tmp_path, catalogue):
    assert load(copy_catalogue(tmp_path)).digest == catalogue.digest
    assert re.fullmatch(r"[0-9a-f]{64}", catalogue.digest)
    assert catalogue.version == catalogue.digest[:12]


def test_digest_ignores_comments_and_the_order_of_keys(tmp_path, catalogue):
    folder = copy_catalogue(tmp_path)
    edit(folder, "clauses/pii/phone.yaml", "id: pii.phone\ntitle:", "# numbers\nid: pii.phone\n\ntitle:")
    edit(
        folder,
        "clauses/pii/email.yaml",
        "  report_at: 0.50\n  act_at: 0.90\n",
        "  act_at: 0.9\n  report_at: 0.5\n",
    )
    assert load(folder).digest == catalogue.digest


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("clauses/pii/phone.yaml", "act_at: 0.90", "act_at: 0.91"),
        ("clauses/abuse/hate.yaml", "Hate", "Hatred"),
        ("clauses/abuse/hate.yaml", "severity: critical", "severity: high"),
        ("profiles/sea.yaml", "undo_seconds: 10", "undo_seconds: 20"),
        ("taxonomy/product.yaml", "tier: B", "tier: C"),
        ("nrr.yaml", "target: 0.012", "target: 0.011"),
        ("references.yaml", "kind: official", "kind: press"),
        ("vocabulary.yaml", "public response", "public answer"),
    ],
)
def test_digest_changes_with_every_edit(tmp_path, catalogue, file, old, new):
    folder = copy_catalogue(tmp_path)
    edit(folder, file, old, new)
    assert load(folder).digest != catalogue.digest


def test_digest_covers_every_file(tmp_path, catalogue):
    assert len(FILES) == len(catalogue.clauses) + 5 + 3 + 8
    folder = copy_catalogue(tmp_path)
    (folder / "profiles/moon.yaml").write_text(
        (folder / "profiles/us.yaml").read_text(encoding="utf-8").replace("name: us", "name: moon"),
        encoding="utf-8",
    )
    assert load(folder).digest != catalogue.digest
