"""Everyday words of each language: what carries a capital or stands in a list of names and is no name.

The words are data (`words/everyday.txt`), built by `training.pii.everyday`. A word counts only in a text
of its own language, which the text's other words tell. German nouns, which all carry capitals, are
read as compounds and with their endings.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from functools import cache, lru_cache
from importlib.resources import files
from itertools import islice
from typing import Final

TONES: Final = re.compile("(?i)[\u0103\u0111\u01a1\u01b0\u1ea0-\u1ef9]")
"""Letters that only Vietnamese has."""
TONED: Final = frozenset({"vi"})
"""Languages whose words are listed as written: their accents tell words from names."""
_GERMAN: Final = "de"
_ENDINGS: Final = ("innen", "ern", "en", "er", "es", "em", "in", "e", "n", "s")
_NOUNS: Final = (
    *("ung", "ungen", "heit", "heiten", "keit", "keiten", "schaft", "schaften", "tion", "tionen"),
    *("ratin", "dienst", "stelle"),
)
"""Endings that make a long German word a noun."""
_JOINTS: Final = ("", "s", "es", "n", "en", "er", "e")
_SHORTEST_ROOT: Final = 4
_SHORTEST_PART: Final = 3
_SHORT_HEADS: Final = (
    "hof",
    "ort",
    "tag",
    "weg",
    "tor",
    "amt",
    "bad",
    "rad",
    "uhr",
    "hut",
    "bus",
    "tee",
    "rat",
    "zug",
)
_LONG_NOUN: Final = 6
_LONGEST: Final = 32
_OF_NAMES: Final = (
    *("mann", "berg", "stein", "bach", "hoff", "feld", "wald", "burg", "hausen", "haus", "bruck", "thal"),
    *("tal", "baum", "muller", "meier", "meyer", "maier", "mayer", "bauer", "schmidt", "huber", "hauser"),
    *("dorf", "horst", "kamp", "rath", "loh", "linger", "hofer", "berger", "bacher", "felder", "steiner"),
    *("hold", "hart", "hardt", "wig", "fried", "gard", "traut", "heim", "reich", "rich", "lich", "bert"),
)
"""Endings of German family and first names: such a word is no compound."""
_MOST_VOTES: Final = 60


@cache
def _listed() -> dict[str, frozenset[str]]:
    """Return the everyday words of each language."""
    path = files("moderation.detect.pii").joinpath("words", "everyday.txt")
    lines = (line.partition(":") for line in path.read_text(encoding="utf-8").splitlines())
    return {language: frozenset(words.split()) for language, _, words in lines}


@cache
def _languages() -> dict[str, tuple[str, ...]]:
    """Return the languages that each word is an everyday word of."""
    found: dict[str, tuple[str, ...]] = {}
    for language, words in _listed().items():
        for word in words:
            found[word] = (*found.get(word, ()), language)
    return found


def tongues(words: Iterable[tuple[str, str]]) -> frozenset[str]:
    """Return the languages that most of a text's words, each as written and folded, are everyday words of.

    Several where they tie.
    """
    languages = _languages()
    votes: dict[str, int] = {}
    for text, low in islice(words, _MOST_VOTES):
        for language in languages.get(low, ()):
            if language not in TONED:
                votes[language] = votes.get(language, 0) + 1
        for language in languages.get(low if text.isascii() else written(text), ()):
            if language in TONED:
                votes[language] = votes.get(language, 0) + 1
    most = max(votes.values(), default=0)
    return frozenset(language for language, count in votes.items() if count == most)


def written(text: str) -> str:
    """Return a word in small letters with its accents, composed."""
    return unicodedata.normalize("NFC", text.lower())


@lru_cache(maxsize=16384)
def everyday(text: str, low: str, language: str, *, listed: bool) -> bool:
    """Whether a word, as written and folded, is an everyday word of a language.

    Compounds and endings are read only where the word is not `listed` as a name.
    """
    words = _listed().get(language, frozenset())
    if language in TONED:
        return not text[0].isupper() and written(text) in words
    if low in words:
        return True
    german = language == _GERMAN and not listed and text[0].isupper()
    if not german or not _SHORTEST_ROOT < len(low) <= _LONGEST:
        return False
    if low.endswith(_NOUNS) and len(low) > _LONG_NOUN:
        return True
    return any(stem in words or compound(stem, words) for stem in stems(low))


def stems(low: str) -> Iterator[str]:
    """Yield a German word and what is left of it without an ending."""
    yield low
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= _SHORTEST_ROOT:
            yield low[: -len(ending)]


def compound(low: str, words: Collection[str]) -> bool:
    """Whether a German word is made of two or three listed ones; what ends as names do is not."""
    if low.endswith(_SHORT_HEADS) and _first(low[:-_SHORTEST_PART], words):
        return True
    if low.endswith(_OF_NAMES) or len(low) < 2 * _SHORTEST_ROOT:
        return False
    for cut in range(_SHORTEST_PART, len(low) - _SHORTEST_ROOT + 1):
        behind = low[cut:]
        if (behind in words or any(stem in words for stem in stems(behind))) and _first(low[:cut], words):
            return True
    return False


def _first(part: str, words: Collection[str]) -> bool:
    """Whether the first part of a compound is a word, with or without the letters that join it."""
    for joint in _JOINTS:
        if part.endswith(joint):
            root = part.removesuffix(joint) if joint else part
            if len(root) >= _SHORTEST_PART and root in words:
                return True
    return any(
        part[:cut] in words and part[cut:] in words
        for cut in range(_SHORTEST_ROOT, len(part) - _SHORTEST_PART)
    )
