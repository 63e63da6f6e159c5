"""Vietnamese names: families, given names and the syllables they are made of, with their tones and without.

Small letters ask for the very tones of names, for a folded syllable is always some everyday word as well.
The lists are data (`words/syllables.txt`): families and given names folded, then both as written.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Final

from moderation.detect.pii.persons.everyday import TONES, written
from moderation.detect.pii.persons.gazetteer import Kin, fold, kin
from moderation.detect.pii.persons.phrases import Word, adjoining, ending_at
from moderation.detect.pii.persons.quality import capital

_SYLLABLE: Final = re.compile(
    r"(?:ngh?|gh|gi|kh|nh|ph|qu|th|tr|ch|[bcdghklmnprstvxy])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?"
)
_INTRODUCING: Final = frozenset(
    {
        *("title", "courier", "staff", "neighbour", "relation", "person", "customer"),
        *("named", "says", "handed", "greet", "ask", "copula"),
    }
)
_MOST: Final = 4
_NEAR: Final = 6
_MIDDLE: Final = frozenset({"thi", "van"})
"""The commonest middle names: what follows with a capital is a given name."""


@cache
def _lists() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    path = files("moderation.detect.pii").joinpath("words", "syllables.txt")
    family, given, toned_family, toned_given = (
        frozenset(line.split()) for line in path.read_text(encoding="utf-8").strip().splitlines()
    )
    return family, given | {fold(name) for name in toned_given}, toned_family, toned_given


def syllables() -> tuple[frozenset[str], frozenset[str]]:
    """Return family names and given names, folded: three or four of them make a name."""
    return _lists()[:2]


def family(word: Word) -> bool:
    """Whether a word is a family name; one that is written with tones needs the right ones."""
    if word.text.isascii():
        return word.low in _lists()[0]
    return written(word.text) in _lists()[2]


def given(words: Sequence[Word], first: int, at: int) -> bool:
    """Whether word `at` may be a given name of the name that begins at `first`."""
    word = words[at]
    behind = at - first > 1 and words[first + 1].low in _MIDDLE and not word.common
    if behind and _SYLLABLE.fullmatch(word.low) and (word.text[0].isupper() or not word.text.isascii()):
        return True
    if word.text[0].isupper() or word.text.isascii():
        return word.low in _lists()[1]
    return written(word.text) in _lists()[3]


def alone(word: Word) -> bool:
    """Whether a word with a capital is a given name by itself, by its tones."""
    return word.toned and word.text[0].isupper() and written(word.text) in _lists()[3]


def in_tones(words: Sequence[Word]) -> bool:
    """Whether some of these words show Vietnamese tones."""
    return any(not word.text.isascii() and TONES.search(written(word.text)) for word in words)


def name_end(string: str, words: Sequence[Word], at: int) -> int:
    """Return where a name that begins at word `at` ends, 0 where none does.

    Three or four syllables, the family's first; two where they carry capitals.
    """
    if not family(words[at]):
        return 0
    end = at + 1
    while end < len(words) and end - at < _MOST and given(words, at, end) and adjoining(string, words, end):
        if capital(words[end]) != capital(words[at]) or words[end].text.isupper() != words[at].text.isupper():
            break
        end += 1
    large = capital(words[at])
    if end - at < 2 or (end - at < 3 and not large):
        return _foreign(string, words, at) if large and end - at == 1 else 0
    if large:
        on = end < len(words) and capital(words[end]) and adjoining(string, words, end)
        return 0 if on else end
    return _small(string, words, at, end)


def _foreign(string: str, words: Sequence[Word], at: int) -> int:
    """Return where a Vietnamese family name and a foreign given name end, 0 where they do not."""
    end = at + 2
    if end > len(words) or not adjoining(string, words, at + 1) or not capital(words[at + 1]):
        return 0
    known = kin(words[at + 1].low) & Kin.GIVEN and not words[at + 1].common
    return end if known and in_tones(words[max(0, at - _NEAR) : end + _NEAR]) else 0


def _small(string: str, words: Sequence[Word], at: int, end: int) -> int:
    """Return where a name in small letters ends, 0 where nothing introduces it or its tones are no name's."""
    _, classes = next(ending_at(words, at), (at, frozenset()))
    if classes.isdisjoint(_INTRODUCING):
        return 0
    # Syllables run on into the sentence: three are a name, four before a mark.
    closed = end == len(words) or string[words[end - 1].end : words[end].start] != " "
    end = end if closed else at + 3
    plain = not in_tones(words[at:end])
    return 0 if plain and in_tones(words[max(0, at - _NEAR) : end + _NEAR]) else end
