"""Fits how much each piece of evidence weighs for a name to be a breach, and writes it as plain numbers.

    python -m training.pii.train_naming

Positives are the marked names of the read writers' frames, drawn several times, and the frames of
`lists/name_frames.txt`; negatives every other candidate there, in our conduct and cause corpora and in
real reviews (where present). Listed names are unlisted at random, so that the weights do not lean on
lists that invented names come from. Writes `words/naming.json`; prints figures by writer left out.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np
from scipy.sparse import csr_array
from sklearn.linear_model import LogisticRegression

from moderation.content import Author
from moderation.detect.pii.entities import SELLER_SIDE
from moderation.detect.pii.persons.candidates import Candidate, runs
from moderation.detect.pii.persons.evidence import features
from moderation.detect.pii.persons.gazetteer import Kin
from moderation.detect.pii.persons.likelihood import spoken
from moderation.detect.pii.persons.phrases import read
from moderation.detect.pii.persons.quality import Quality
from moderation.detect.pii.persons.unmasking import unmasked
from moderation.findings import Kind
from moderation.text import Text
from training.folders import CORPORA, public_data
from training.pii.disguises import disguise
from training.pii.frames import UNREAD, compose
from training.pii.values import Inventor

WEIGHTS: Final = Path(__file__).parents[2] / "src" / "moderation" / "detect" / "pii" / "words" / "naming.json"
LISTS: Final = Path(__file__).parent / "lists"
WRITERS: Final = (
    frozenset(
        [
            "nan_hutch",
            "arjun_desk",
            "nuria_es",
            "caio_pt",
            "solene_fr",
            "uwe_de",
            "wulan_id",
            "minh_vi",
            "ploi_th",
            "slipstream",
            "hoa_vi",
            "ines_pt",
            "anke_de",
            "foxglove",
            "polyglot",
            "gareth_gb",
            "mechas_es",
            "yann_fr",
            "bayu_id",
            "tong_th",
        ]
    )
    - UNREAD
)
"""Writers whose frames are learnt from."""
_DRAWS: Final = 5
_UNLISTED: Final = 0.4
_UNLISTED_FIRST: Final = 0.15
_INSTEAD: Final = (Quality.LIKELY, Quality.LIKELY, Quality.ODD, Quality.BOTH)
_REAL: Final = {
    "womens_clothing": 6304, "cesamard_aspect": 3805, "amazon_finefood_1k": 927, "prdect_id": 5345,
}  # fmt: skip
_HELD_OUT: Final = 6000
"""Real reviews that are kept for measuring (the first of the shuffled ones, as acceptance draws them)."""
_STRENGTH: Final = 0.35


@dataclass(frozen=True, slots=True)
class Row:
    """A candidate's features, whether it is a breach, its weight, and the group that is left out together."""

    features: frozenset[str]
    breach: bool
    weight: float
    group: str


def candidates(string: str, rng: random.Random | None) -> Iterator[tuple[Candidate, frozenset[str]]]:
    """Yield a text's candidates with their features, some of their words unlisted."""
    words = read(string)
    for found in runs(string, words):
        chosen = found
        if rng is not None and not found.vietnamese:
            gone = [
                rng.random() < (_UNLISTED_FIRST if at == 0 else _UNLISTED) for at in range(len(found.names))
            ]
            qualities = tuple(
                min(own, rng.choice(_INSTEAD)) if out else own
                for own, out in zip(found.qualities, gone, strict=True)
            )
            kins = tuple(Kin.NONE if out else own for own, out in zip(found.kins, gone, strict=True))
            chosen = replace(found, qualities=qualities, kins=kins)
        yield chosen, features(string, words, chosen)


def frames() -> Iterator[Row]:
    """Yield the rows of the read writers' frames."""
    for path in sorted((CORPORA / "pii").glob("*.jsonl")):
        if path.stem not in WRITERS:
            continue
        for line in path.read_text(encoding="utf-8").splitlines():
            frame = json.loads(line)
            seen: set[str] = set()
            for draw in range(_DRAWS):
                for text in compose(frame, path.stem, draw=draw):
                    if text.text in seen:
                        continue
                    seen.add(text.text)
                    view = unmasked(Text.of(text.text))
                    for found, named in candidates(view.string, random.Random(f"{text.id}{draw}")):
                        span = view.span(found.start, found.end)
                        hit = any(
                            2 * (min(span.end, v.span.end) - max(span.start, v.span.start))
                            >= max(span.end - span.start, v.span.end - v.span.start)
                            for v in (*text.values, *text.optional)
                            if v.kind is Kind.PERSON
                        )
                        other = any(v.span.start < span.end and span.start < v.span.end for v in text.values)
                        if hit or not other:
                            weight = 1.0 / _DRAWS * (3.0 if hit else 1.5)
                            yield Row(
                                spoken(named, seller=text.author in SELLER_SIDE), hit, weight, path.stem
                            )


def written() -> Iterator[Row]:
    """Yield the rows of the short frames, each with several names, plain and disguised."""
    for line in (LISTS / "name_frames.txt").read_text(encoding="utf-8").splitlines():
        if line[:1] not in "+-":
            continue
        sign, country, side, text = line.split(" ", 3)
        rng = random.Random(line)
        for draw in range(8):
            name = Inventor(rng).value(Kind.PERSON, country)
            if draw % 4 == 3 and sign == "+":
                name = (disguise(Kind.PERSON, name, "en", rng) or (name, ""))[0]
            full = text.replace("{n}", name)
            view = unmasked(Text.of(full))
            start = full.index(name)
            for found, named in candidates(view.string, rng):
                span = view.span(found.start, found.end)
                meets = span.start < start + len(name) and start < span.end
                if not meets or span.end - span.start < 0.6 * len(name):
                    continue
                yield Row(spoken(named, seller=side == "s"), sign == "+", 0.25, "frames")


def plain() -> Iterator[Row]:
    """Yield the rows of texts that name nobody who is private: our other corpora and real reviews."""
    for path in sorted([*(CORPORA / "conduct").glob("*.jsonl"), *(CORPORA / "causes").glob("*.jsonl")]):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            text = re.sub(r"\[\[[A-Z_.a-z]*\|?|\]\]", "", str(row.get("text", "")))
            seller = row.get("author") in {
                Author.SELLER.value,
                Author.CREATOR.value,
                Author.THIRD_PARTY.value,
            }
            for _, named in candidates(unmasked(Text.of(text)).string, None):
                yield Row(spoken(named, seller=seller), False, 0.7, path.stem)
    data = public_data()
    if data is None:
        return
    rows = []
    for name in _REAL:
        path = data / name / f"{name}.jsonl"
        if path.exists():
            rows += [json.loads(line)["text"] for line in path.open(encoding="utf-8")]
    random.Random(1).shuffle(rows)
    for text in rows[_HELD_OUT:]:
        for _, named in candidates(unmasked(Text.of(text)).string, None):
            yield Row(spoken(named, seller=False), False, 1.0, "real")


def fit(rows: Sequence[Row], names: Sequence[str]) -> LogisticRegression:
    """Fit the weights on these rows."""
    model = LogisticRegression(C=_STRENGTH, solver="liblinear", max_iter=400, random_state=7)
    matrix, target, weight = table(rows, names)
    return model.fit(matrix, target, sample_weight=weight)


def table(rows: Sequence[Row], names: Sequence[str]) -> tuple[csr_array, np.ndarray, np.ndarray]:
    """Return rows as a matrix of zeros and ones, their targets and weights."""
    column = {name: at for at, name in enumerate(names)}
    spread = [[column[name] for name in sorted(row.features) if name in column] for row in rows]
    ends = np.cumsum([0, *map(len, spread)]).astype(np.int32)
    flat = np.array([at for one in spread for at in one], dtype=np.int32)
    matrix = csr_array((np.ones(len(flat)), flat, ends), shape=(len(rows), len(names)))
    return matrix, np.array([row.breach for row in rows]), np.array([row.weight for row in rows])


def main() -> None:
    """Fit, print and write."""
    rows = [*frames(), *written(), *plain()]
    counts: dict[str, int] = {}
    for row in rows:
        for name in row.features:
            counts[name] = counts.get(name, 0) + 1
    names = sorted(name for name, count in counts.items() if count >= 4)
    print(len(rows), "rows,", sum(row.breach for row in rows), "breaches,", len(names), "features")
    for group in sorted({row.group for row in rows if row.breach} | {"real"}):
        rest, held = [r for r in rows if r.group != group], [r for r in rows if r.group == group]
        matrix, target, _ = table(held, names)
        chance = fit(rest, names).predict_proba(matrix)[:, 1]
        marked = chance >= 0.5
        print(
            f"{group}: breaches {int(target.sum())}, found {int((marked & target).sum())},"
            f" wrong {int((marked & ~target).sum())} of {int((~target).sum())}"
        )
    model = fit(rows, names)
    weights = {
        name: round(float(w), 3) for name, w in zip(names, model.coef_[0], strict=True) if abs(w) >= 0.005
    }
    WEIGHTS.write_text(
        json.dumps({"intercept": round(float(model.intercept_[0]), 3), "weights": weights}, indent=0) + "\n",
        encoding="utf-8",
    )
    for name, weight in sorted(weights.items(), key=lambda item: -item[1]):
        print(f"{weight:+.2f} {name}")


if __name__ == "__main__":
    main()
