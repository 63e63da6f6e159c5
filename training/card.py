"""Cards: what a model was trained on, how well it does, and how to make it again; as JSON and as a page."""

from __future__ import annotations

import json
import platform
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path

import numpy as np

from moderation.features.hashed import FEATURES
from moderation.features.weights import Entry
from training.evaluate.measured import Measured
from training.evaluate.task import Section, Task, section
from training.folders import MODELS
from training.public import LICENCES, PublicSet
from training.written import Sample, corpus_digests

_LIBRARIES = ("joblib", "numpy", "scikit-learn", "scipy")


def write_card(
    task: Task,
    *,
    entry: Entry,
    purpose: str,
    samples: Sequence[Sample],
    public: Sequence[PublicSet],
    taught: Mapping[str, int],
    thresholds: Mapping[str, float],
    parts: Sequence[Measured],
) -> Path:
    """Write `models/<task>/card.json`, its pictures and `README.md`; return the folder.

    `taught` counts the texts that trained the head beside the corpus, by source.
    """
    from training.evaluate.pictures import draw

    folder = MODELS / task.name
    folder.mkdir(parents=True, exist_ok=True)
    card: Section = {
        "model": task.name,
        "purpose": purpose,
        "weights": asdict(entry),
        "features": FEATURES,
        "versions": {"python": platform.python_version(), **{name: version(name) for name in _LIBRARIES}},
        "data": {
            "written": {"texts": len(samples), "files": corpus_digests(task.name)},
            "public": {
                one.name: {"rows": len(one.rows), "sha256": one.sha256, "licence": LICENCES[one.name]}
                for one in public
            },
            "taught_beside": dict(sorted(taught.items())),
        },
        "thresholds": {label: round(float(value), 3) for label, value in thresholds.items()},
        "evaluation": section(task, parts),
        "pictures": draw(parts[0], folder),
        "reproduce": f"python -m training.train_all; python -m training.evaluate {task.name}",
    }
    (folder / "card.json").write_text(json.dumps(card, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    (folder / "README.md").write_text(page(card), encoding="utf-8")
    return folder


def page(card: Section) -> str:
    """Return the card as a page that a person can read."""
    data, weights = _table(card["data"]), _table(card["weights"])
    written = _table(data["written"])
    beside = "".join(f"; {count} texts from {name}" for name, count in _table(data["taught_beside"]).items())
    lines = [
        f"# {card['model']}",
        "",
        str(card["purpose"]),
        "",
        (
            f"Version {weights['version']}, {int(str(weights['bytes'])) / 2**20:.1f} MiB, features "
            f"`{card['features']}`, scikit-learn {weights['sklearn']}. Made by `make train`; card.json holds "
            "every figure and digest."
        ),
        "",
        (
            f"Trained on {written['texts']} texts in {len(_table(written['files']))} files, written for this "
            f"project{beside}."
        ),
        "",
        *report(_table(card["evaluation"])),
        *(f"![{name}]({name})" for name in _names(card["pictures"])),
    ]
    return "\n".join(lines).rstrip() + "\n"


def report(evaluation: Section) -> list[str]:
    """Return the lines that show a card's section: its metrics with intervals, languages and labels."""
    lines = []
    for part, body in _table(evaluation["parts"]).items():
        one = _table(body)
        lines += [
            f"## {part}: {one['texts']} texts, {one['writers']} writers",
            "",
            "| metric | value | 95 % |",
        ]
        lines += ["|---|---:|---:|"]
        lines += [
            f"| {name} | {_value(row)} | {_range(row)} |" for name, row in _table(one["metrics"]).items()
        ]
        for group in ("by_language", "by_surface"):
            lines += ["", *_group(group, _table(one[group]))]
        lines += [
            "",
            "| label | expected | found | precision | recall | F1 |",
            "|---|---:|---:|---:|---:|---:|",
        ]
        lines += [
            f"| `{name}` | "
            + " | ".join(
                _plain(_table(row)[key]) for key in ("expected", "found", "precision", "recall", "f1")
            )
            + " |"
            for name, row in _table(one["by_label"]).items()
        ]
        lines.append("")
    return lines


def thresholds_of(labels: Sequence[str], values: np.ndarray) -> dict[str, float]:
    """Return the thresholds by label."""
    return dict(zip(labels, values.tolist(), strict=True))


def _group(title: str, rows: Section) -> list[str]:
    if len(rows) < 2:
        return []
    names = [name for name in _table(next(iter(rows.values()))) if name != "texts"]
    head = f"| {title.removeprefix('by_')} | texts | " + " | ".join(names) + " |"
    body = [
        f"| {name} | {_table(row)['texts']} | " + " | ".join(_value(_table(row)[key]) for key in names) + " |"
        for name, row in rows.items()
    ]
    return [head, "|---" + "|---:" * (len(names) + 1) + "|", *body]


def _table(value: object) -> Section:
    assert isinstance(value, dict)
    return value


def _names(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, (list, tuple)) else ()


def _value(row: object) -> str:
    return _plain(row["value"] if isinstance(row, dict) else row)


def _range(row: object) -> str:
    return f"{_plain(_table(row)['low'])}–{_plain(_table(row)['high'])}"


def _plain(value: object) -> str:
    if value is None:
        return "–"
    if isinstance(value, float):
        return f"{value:.3f}" if abs(value) < 10 else f"{value:.0f}"
    return str(value)
