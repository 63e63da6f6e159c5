"""What the scan finds in real public texts: counts by clause, per 10,000, and how to read them.

    python benchmarks/real_texts.py [--sample 50]

Reviews of four public sets as reviews, a brand's real replies as seller replies. Nearly all of these
texts are clean, so most findings would be false alarms. `--sample N` prints N random findings with their
texts, to be read by eye; nothing is stored.
"""

from __future__ import annotations

import argparse
import json
import os
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

SETS = {
    "amazon_finefood_1k": "review",
    "womens_clothing": "review",
    "cesamard_aspect": "review",
    "prdect_id": "review",
    "ibm_twitter_care": "seller_reply",
}


def rows(folder: Path, name: str, surface: str) -> Iterator[dict[str, object]]:
    """Yield the set's texts as input rows; of conversations only what the brand's agents wrote."""
    for line in (folder / name / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        raw = json.loads(line)
        if raw.get("role", "agent") != "agent":
            continue
        row = {"id": raw["id"], "text": raw["text"], "surface": surface}
        if surface == "review" and raw.get("stars"):
            row["rating"] = int(raw["stars"])
        yield row


def main() -> None:
    """Scan every set and print what was found."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--sample", type=int, default=0)
    options = parser.parse_args()
    from moderation.scan import ScanOptions, scan_rows
    from moderation.wire.batches import Numbered

    folder = Path(os.environ.get("MODERATION_DATA", "../shared/data"))
    read: list[tuple[str, str, str]] = []
    for name, surface in SETS.items():
        source = list(rows(folder, name, surface))
        results = scan_rows([Numbered(i, row) for i, row in enumerate(source, 1)], ScanOptions())
        found: Counter[str] = Counter()
        told: Counter[str] = Counter()
        touched = 0
        for row, result in zip(source, results, strict=True):
            text = str(row["text"])
            touched += bool(result["findings"])
            for one in result["findings"]:
                found[one["label"]] += 1
                read.append((one["label"], text[one["start"] : one["end"]] if one["end"] else "", text))
            for one in result["reports_seller"]:
                told[one["label"]] += 1
                read.append(
                    (f"told: {one['label']}", text[one["start"] : one["end"]] if one["end"] else "", text)
                )
        per = 10_000 * touched / len(source)
        print(f"{name} as {surface}: {len(source)} texts, {touched} with a finding ({per:.1f} per 10,000)")
        for label, count in (found + Counter({f"told: {k}": v for k, v in told.items()})).most_common():
            print(f"    {count:4d}  {label}")
    for label, words, text in random.Random(0).sample(read, min(options.sample, len(read))):
        print(f"\n[{label}] «{words}»\n  {text}")


if __name__ == "__main__":
    main()
