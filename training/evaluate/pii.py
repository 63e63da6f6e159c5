"""The pii task: what `moderation scan` reports as personal data, on texts with marked values.

Two parts: writers whose texts the detectors' authors read, and writers whose texts they did not
(`training.pii.frames.UNREAD`). Figures by kind, language, surface and disguise; clean texts marked,
and per 10,000.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final

import numpy as np

from moderation.findings import Kind, Span
from moderation.scan import ScanOptions, scan_rows
from moderation.wire.batches import Numbered
from training.evaluate.marks import (
    Found,
    Rate,
    Read,
    clean_marked,
    marks,
    of_kind,
    of_label,
    right_kind,
    value_found,
)
from training.linear import SEED
from training.pii.frames import MACHINE, PiiText, read_pii

TITLE: Final = "Personal data: values found at their place"
PARTS: Final = (("unread writers", True), ("read writers", False))
MEANING: Final = ("pii.customer_record", "pii.sensitive_category", "pii.solicitation", "pii.minor")
_DRAWS: Final = 400


def read_all(texts: Sequence[PiiText]) -> list[Read]:
    """Scan the texts as the command line does and return what was reported."""
    results = scan_rows([Numbered(i, text.row()) for i, text in enumerate(texts, 1)], ScanOptions())
    reads = []
    for text, result in zip(texts, results, strict=True):
        found = result.get("findings") or []
        assert isinstance(found, list)
        reads.append(
            Read(
                text=text,
                found=marks(
                    text,
                    (
                        Found(
                            kind=Kind(f["kind"]),
                            span=Span(f["start"], f["end"]),
                            confidence=f["confidence"],
                        )
                        for f in found
                        if f["kind"]
                    ),
                ),
                labels=frozenset(one["label"] for one in found if one["label"] in MEANING),
            )
        )
    return reads


def lines() -> list[str]:
    """Measure both parts and return the tables."""
    return [line for name, unread in PARTS for line in tables(name, read_all(read_pii(unread=unread)))]


def tables(name: str, reads: Sequence[Read]) -> list[str]:
    """Return one part's tables."""
    writers = {read.text.writer for read in reads}
    marked, clean = clean_marked(reads)
    found, kinds = value_found(reads), right_kind(reads)
    hidden = [read for read in reads if read.text.disguise]
    low, high = interval(reads, lambda drawn: value_found(drawn).f1)
    return [
        f"## {name}: {len(reads)} texts, {found.wanted} values, {len(writers)} writers",
        "",
        "| measure | value |",
        "|---|---:|",
        f"| value found, F1 (95 % by writer) | {found.f1:.3f} ({low:.3f}–{high:.3f}) |",
        f"| precision, recall | {found.precision:.3f}, {found.recall:.3f} |",
        f"| right kind, micro-F1 | {kinds.f1:.3f} |",
        f"| recall of disguised values | {value_found(hidden).recall:.3f} |",
        f"| clean texts with a value marked | {marked} of {clean}: {_share(marked, clean)} |",
        "",
        *_groups("kind", [(kind.value, of_kind(kind)(reads)) for kind in Kind]),
        *_groups("clause", [(label, of_label(label)(reads)) for label in MEANING]),
        *_by("language", reads, lambda read: read.text.lang),
        *_by("surface", reads, lambda read: read.text.surface.value),
        *_by("writer", reads, lambda read: read.text.writer),
        *_by("disguise", hidden, _trick),
        *_by(
            "values",
            reads,
            lambda read: "invented" if any(v.invented for v in read.text.values) else "written",
        ),
    ]


def interval(reads: Sequence[Read], of: Callable[[Sequence[Read]], float]) -> tuple[float, float]:
    """Return a 95 % percentile interval, drawing whole writers (Efron & Tibshirani 1993)."""
    rng = np.random.default_rng(SEED)
    groups: dict[str, list[Read]] = {}
    for read in reads:
        groups.setdefault(read.text.writer, []).append(read)
    names = sorted(groups)
    drawn = [
        of([read for name in rng.choice(names, len(names)).tolist() for read in groups[name]])
        for _ in range(_DRAWS)
    ]
    low, high = np.nanpercentile(drawn, [2.5, 97.5])
    return float(low), float(high)


def _trick(read: Read) -> str:
    name = str(read.text.disguise)
    if name.startswith(MACHINE):
        return name if "+" not in name else f"{MACHINE}: several"
    return "by hand: " + re.split(r"[,+]", name, maxsplit=1)[0].strip()


def _by(title: str, reads: Iterable[Read], of: Callable[[Read], str]) -> list[str]:
    groups: dict[str, list[Read]] = {}
    for read in reads:
        groups.setdefault(of(read), []).append(read)
    head = f"| {title} | texts | values | value found F1 | precision | recall | kind F1 | clean marked |"
    body = [
        f"| {name} | {len(rows)} | {rate.wanted} | {_plain(rate)} | {right_kind(rows).f1:.3f} "
        f"| {_share(*clean_marked(rows))} |"
        for name, rows in sorted(groups.items())
        for rate in [value_found(rows)]
    ]
    return [head, "|---" + "|---:" * 7 + "|", *body, ""]


def _groups(title: str, rows: Iterable[tuple[str, Rate]]) -> list[str]:
    head = f"| {title} | wanted | found | F1 | precision | recall |"
    body = [f"| {name} | {rate.wanted} | {rate.found} | {_plain(rate)} |" for name, rate in rows]
    return [head, "|---" + "|---:" * 5 + "|", *body, ""]


def _plain(rate: Rate) -> str:
    return f"{rate.f1:.3f} | {rate.precision:.3f} | {rate.recall:.3f}"


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "–"
