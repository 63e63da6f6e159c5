"""The one hashed matrix: words and word pairs beside character n-grams, stateless.

No vocabulary is fitted, so training and serving cannot drift: both call `hash_texts`.
Settings are part of every model's card; changing them changes `FEATURES`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

import numpy as np
import scipy.sparse as sp

FEATURES: Final = "hashed-words12-chars35@1"
"""Names the feature space; a model trained on another one is refused."""

WORD_BITS: Final = 17
CHAR_BITS: Final = 18


@cache
def _vectorizers() -> tuple[object, object]:
    from sklearn.feature_extraction.text import HashingVectorizer  # noqa: PLC0415 - slow import

    words = HashingVectorizer(
        n_features=2**WORD_BITS,
        ngram_range=(1, 2),
        token_pattern=r"(?u)\b\w+\b",  # noqa: S106 - a pattern of words
        lowercase=False,
        alternate_sign=False,
        norm="l2",
        dtype=np.float32,
    )
    chars = HashingVectorizer(
        n_features=2**CHAR_BITS,
        analyzer="char_wb",
        ngram_range=(3, 5),
        lowercase=False,
        alternate_sign=False,
        norm="l2",
        dtype=np.float32,
    )
    return words, chars


def hash_texts(folded: Sequence[str]) -> sp.csr_array:
    """Return one float32 row a text, of 2**17 word and 2**18 character columns.

    Takes folded strings (`Text.folded.string`), never originals, so that disguise does not
    change a row. Each half has unit length unless it is empty.
    """
    words, chars = _vectorizers()
    return sp.csr_array(
        sp.hstack([words.transform(folded), chars.transform(folded)], format="csr")  # type: ignore[attr-defined]
    )


def hash_words(folded: Sequence[str]) -> sp.csr_array:
    """Return rows as `hash_texts` does with the character half left empty: five times as fast.

    For comparing parts of one text with each other, where the letters inside words add little.
    """
    words, _ = _vectorizers()
    half = words.transform(folded)  # type: ignore[attr-defined]
    width = 2**WORD_BITS + 2**CHAR_BITS
    return sp.csr_array((half.data, half.indices, half.indptr), shape=(half.shape[0], width))
