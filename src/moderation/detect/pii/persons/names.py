"""What recognizers of names share: entities, the first glance at a text, and what is nobody's private name.

How a name is told: `candidates` finds runs of words that may be one, `evidence` and `likelihood` say
whether it is a breach (`persons.full`); single names need a title (`titled`) or something that singles the
person out (`singled`); `thai` reads names in Thai letters. First names in greetings and signatures,
brands, authors and characters stay out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import re2

from moderation.detect.pii.conditions import CONDITION
from moderation.detect.pii.known import KNOWN, NOT_NAMES
from moderation.detect.pii.letters import PARTICLE
from moderation.detect.pii.persons.candidates import Candidate, runs
from moderation.detect.pii.persons.eastern import eastern
from moderation.detect.pii.persons.gazetteer import korean, sure_names
from moderation.detect.pii.persons.phrases import Word, read, said, words_of
from moderation.detect.pii.persons.quality import Quality, taken
from moderation.detect.pii.persons.unmasking import unmasked
from moderation.detect.pii.recognizer import Seeker
from moderation.text import Text, View

OTHER_PERSON: Final = "OTHER_PERSON"
"""Entity of a name whose role says that it is neither the buyer nor the author."""

BUYER_NAME: Final = "BUYER_NAME"
"""Entity of a name that only the seller's records can have put beside what the buyer did."""

SENSITIVE: Final = "SENSITIVE_CATEGORY"
"""Entity of a buyer's condition, which the seller tells."""

SENSITIVE_NAMED: Final = "SENSITIVE_NAMED"
"""Entity of a named person's condition."""

CONDITION_BEHIND: Final = re.compile(
    rf"(?i)[^.!?\n]{{0,50}}?\b(?:her|his|their|has|have|had|with|for)\s(?:own\s)?{CONDITION}\b"
)
_JOINT: Final = r"[ .\-_*|/~]"
_UPPER: Final = (
    "[A-Z\u00c0-\u00de\u0102\u0110\u0128\u0130\u0141\u0150-\u0152\u0160\u0168\u017d\u01a0\u01af\u1ea0-\u1ef8]"
)
# Written without Unicode classes, whose automata are large.
_PAIR: Final = re2.compile(rf"{_UPPER}\S*\s(?:[^\sA-Z]{{1,5}}\s){{0,2}}{_UPPER}")
_HIDDEN: Final = (
    re2.compile(rf"(?:^|[\s\"'(,:])\w{_JOINT}[\w@$]{_JOINT}[\w@$](?:[^\w]|$)"),
    re2.compile(r"[a-z][013457@$!|8][a-z]|[0134578@$][a-z]\w"),
)
_CAPITALS: Final = re.compile(rf"{_UPPER}\S*(?:\s(?:[^\sA-Z]{{1,5}}\s){{0,2}}{_UPPER}\S*)+")
_SEEN_BEYOND_ASCII: Final = re.compile(
    "[\u0e01-\u0e4e]{2}|[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff¡]"
    "|[\u0370-\u03ff\u0400-\u058f\u13a0-\u13ff\ua4d0-\ua4ff\uff01-\uff5e\U0001d400-\U0001d7ff]"
    r"|[^\W_][.\-_*·|/~ ][^\W_]?[^\s\w]?[.\-_*·|/~ ][^\W_]"
)
SURNAMES_TOO: Final = words_of("surnames_too")
"""Everyday words that are surnames behind a title."""
_LEADS: Final = frozenset({"title", "greet", "named", "customer"})
_ASCII_LETTERS: Final = re.compile("[a-z]{3,}")
_LETTERS: Final = re.compile(r"[^\W\d_]{3,}")
_PARTS: Final = re.compile(r"(?<![a-z-])[a-z]{2,6}[- ][a-z]{2,10}(?![a-z-])")
_PARTICLE: Final = re.compile(PARTICLE)


@dataclass(frozen=True, slots=True)
class NameReading:
    """A text as names are read from it: the view, its words, and its candidates of two words and more.

    `spots` are the words that may be a single name: with a capital, or listed and no ordinary word.
    """

    view: View
    words: tuple[Word, ...]
    runs: tuple[Candidate, ...]
    spots: tuple[int, ...]


class NameSeeker(Seeker):
    """What looks for names in a text: one glance at it says whether it can hold any, for all of them."""

    def glance(self, text: Text) -> bool:
        """Whether a text can hold a name at all."""
        return glance(text)


def glance(text: Text) -> bool:
    """Whether a text can hold a name at all: capitals that may be one, a listed name, Thai, a disguise."""
    return _glance(text.original, text.folded.string)


@lru_cache(maxsize=256)
def _glance(original: str, folded: str) -> bool:
    plain = original.isascii()
    if not plain:
        if _SEEN_BEYOND_ASCII.search(original):
            return True
        # A lone surrogate cannot be encoded for RE2.
        original = original.encode("utf-8", "replace").decode("utf-8")
    if any(pattern.search(original) for pattern in _HIDDEN):
        return True
    if any(map(eastern, _PARTS.findall(folded))):
        return True
    letters = _ASCII_LETTERS if plain else _LETTERS
    if not sure_names().isdisjoint(letters.findall(folded)):
        return True
    return _PAIR.search(original) is not None and any(
        _nameable(match[0]) for match in _CAPITALS.finditer(original)
    )


@lru_cache(maxsize=4096)
def _nameable(capitals: str) -> bool:
    """Whether words with capitals make a candidate, or a title or greeting and a word that may be a name."""
    words = read(capitals)
    if next(runs(capitals, words), None) is not None:
        return True
    return any(
        not said(words, at, at + 1).isdisjoint(_LEADS)
        and (words[at + 1].low in SURNAMES_TOO or taken(words, at + 1, begun=True) > Quality.WORD)
        for at in range(len(words) - 1)
    )


@lru_cache(maxsize=4)
def reading(original: str) -> NameReading:
    """Return what names are read from; recognizers of one text ask for the same one after each other."""
    view = unmasked(Text.of(original))
    words = tuple(read(view.string))
    sure = sure_names()
    spots = tuple(
        at for at, word in enumerate(words) if word.text[0].isupper() or word.low in sure or korean(word.low)
    )
    return NameReading(view, words, tuple(runs(view.string, words)), spots)


def private(name: str) -> bool:
    """Whether a captured name may be a private person's: no brand, public person or ordinary word in it."""
    tokens = [re.sub(r"['’]s$", "", token.lower()).strip(".'’") for token in name.split()]
    if any(token in NOT_NAMES for token in tokens if not _PARTICLE.fullmatch(token)):
        return False
    return not any(
        " ".join(tokens[at : at + size]) in KNOWN for size in (2, 3, 4) for at in range(len(tokens))
    )


def trim(name: str) -> str:
    """Cut words that are no part of a name off its end (a name runs into the next capital)."""
    tokens = name.split(" ")
    while len(tokens) > 1 and tokens[-1].lower().strip(".'’") in NOT_NAMES | {"i", "de", "e", "y"}:
        tokens.pop()
    kept = " ".join(tokens)
    return re.sub(r"['’]s$", "", kept)
