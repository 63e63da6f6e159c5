"""Cue phrases spelt out as short texts, so that the hashed head learns their letters and words.

Each phrase is a small grammar; its expansions carry its words into typos, stems and neighbours that
the phrase itself would miss. They train the head at a small weight and never test anything.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from moderation.causes.cues import entries, phrase_files
from training.linear import SEED
from training.written import Sample

SOURCE: Final = "phrases"
EACH: Final = 20
WEIGHT: Final = 0.06


def expand_phrases(subtypes: frozenset[str]) -> tuple[Sample, ...]:
    """Return `EACH` random expansions of every phrase that speaks for a subtype; the same every time."""
    choose = np.random.default_rng(SEED)
    return tuple(
        Sample(
            id=f"{SOURCE}-{file}-{name}",
            text=text,
            lang=lang,
            surface="review",
            author="buyer",
            labels=frozenset({name}),
            writer=SOURCE,
            source=SOURCE,
            weight=WEIGHT,
        )
        for file, content in phrase_files().items()
        for name, lang, phrase, spaced in entries(content)
        if name in subtypes
        for text in sorted({_spell(phrase, choose, spaced=spaced) for _ in range(EACH)})
    )


def _spell(phrase: str, choose: np.random.Generator, *, spaced: bool) -> str:
    words = []
    for word in phrase.split():
        if not word.strip(".") or (word.endswith("?") and choose.random() < 0.5):
            continue
        chosen = str(choose.choice(word.rstrip("?").split("|")))
        plain = str(choose.integers(2, 10)) if chosen.startswith("\\d") else chosen.rstrip("*")
        words.append(plain.replace("_", " " if spaced else ""))
    return (" " if spaced else "").join(words)
