"""Personal data in ordinary reviews: reviews a second on one core, beside stock Presidio, and who finds more.

    python -m benchmarks.pii_speed [--rows 2000] [--peer-rows N]

Real reviews come from the folder named by `MODERATION_DATA` (default `../shared/data`). Both sides
read the same texts in the same run on one core: ours with the text already folded (shared by all
detectors) and once with folding; the peer is `AnalyzerEngine` with its default recognizers and the
small English pipeline (on the first rows only, where `--peer-rows` says so). Ours: the median of three
rounds; the peer, which takes minutes: one.

Also printed: how many reviews the screen keeps, how many reach the NER pipeline, in how many each side
finds something at a confidence of 0.5, and how many of the marked values in the English texts of the
writers that the authors read (`training/corpora/pii`) each side finds at their place.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # where it is run as a file
ROUNDS = 3
CONFIDENT = 0.5
SETS = ("amazon_finefood_1k", "womens_clothing", "cesamard_aspect")


def reviews(folder: Path, rows: int) -> list[str]:
    """Return real reviews, taken in turn from each set."""
    listed = [
        [json.loads(line)["text"] for line in (folder / name / f"{name}.jsonl").open(encoding="utf-8")]
        for name in SETS
    ]
    turns = [text for together in zip(*listed, strict=False) for text in together]
    return turns[:rows]


def speed(count: int, act: Callable[[], object], *, rounds: int = ROUNDS) -> float:
    """Return the median rate of an act on `count` texts, in texts per CPU second."""
    rates = []
    for _ in range(rounds):
        started = time.process_time()
        act()
        rates.append(count / (time.process_time() - started))
    return statistics.median(rates)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=2000)
    parser.add_argument("--peer-rows", type=int, help="default: all")
    options = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    from benchmarks.pii_quality import KINDS, stock, stock_engine
    from moderation.content import Author, Surface
    from moderation.detect.detector import Document
    from moderation.detect.pii import DETECTOR, ner
    from moderation.features import Batch
    from moderation.findings import Kind
    from moderation.text import Text
    from training.evaluate.marks import value_found
    from training.evaluate.pii import read_all
    from training.pii.frames import read_pii

    logging.disable(logging.CRITICAL)
    written = reviews(Path(os.environ.get("MODERATION_DATA", "../shared/data")), options.rows)

    def document(text: Text) -> Document:
        return Document(text=text, lang="en", surface=Surface.REVIEW, speaker=Author.BUYER)

    def seek(docs: list[Document]) -> tuple[int, int]:
        batch = Batch([doc.text for doc in docs])
        kept = list(DETECTOR.screen(docs, batch))
        found = [list(DETECTOR.look(docs[i], batch, i)) for i in kept]
        return len(kept), sum(any(one.confidence >= CONFIDENT for one in some) for some in found)

    folded = [document(Text.of(text)) for text in written]
    asked = []
    second_opinion = ner.is_person
    ner.is_person = lambda *name: (asked.append(1), second_opinion(*name))[1]
    kept, found = seek(folded)
    ner.is_person = second_opinion
    ours = speed(len(folded), lambda: seek(folded))
    whole = speed(len(folded), lambda: seek([document(Text.of(text)) for text in written]))

    engine = stock_engine()
    few = written[: options.peer_rows]
    engine.analyze(few[0], language="en")
    results: list[object] = []
    peer = speed(
        len(few),
        lambda: results.extend(
            engine.analyze(text, language="en", score_threshold=CONFIDENT) for text in few
        ),
        rounds=1,
    )
    marked = sum(map(bool, results))
    texts = [text for text in read_pii(unread=False) if text.lang == "en"]
    right = value_found(read_all(texts))
    # A date of any kind counts as a birth date for the peer: only values found are counted here.
    peer_right = value_found(stock(texts, engine, {**KINDS, "DATE_TIME": Kind.BIRTH_DATE}))

    count = len(written)
    print(f"{count} reviews; the screen keeps {kept / count:.1%}, NER is asked {len(asked)} times")
    print(f"with a finding: ours {found} of {count}, stock Presidio {marked} of {len(few)}")
    print(f"ours, screen and look      {ours:10,.0f} reviews/s")
    print(f"ours, folding included     {whole:10,.0f} reviews/s")
    print(f"stock Presidio             {peer:10,.0f} reviews/s")
    print(f"marked values, {right.wanted} in {len(texts)} texts, found at their place:")
    print(f"  ours                     {right.right:10,} ({right.recall:.0%})")
    print(f"  stock Presidio           {peer_right.right:10,} ({peer_right.recall:.0%})")
    print(f"ratio                      {ours / peer:10,.0f} ({whole / peer:,.0f} with folding)")


if __name__ == "__main__":
    main()
