"""The letters view: words spread out, written with digits or stretched, set right.

Numbers are left to `digits`. What merely contains digits ("mp3", "covid19", "4k", "5V@2A", a price)
is no disguise and stays. Each step runs only where a cheap pattern says that it may apply.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from moderation.text.doubled import DOUBLED
from moderation.text.view import Edit, View, rewrite

_SPREAD: Final = re.compile(
    r"(?<![^\W_])(?<![^\W_][.\-_*/])[^\W_]"
    r"(?=(?P<gap>[ .\-_*·|/~,+=:;'^]{1,3}|[^\w\s]{1,2}))(?:(?P=gap)[^\W_](?![^\W_])){3,}"
)
_LEET: Final = re.compile(r"[a-z](?:[013457$!@]{1,2}[a-z]|[0$](?![\w]))|\$[a-z]{3}|\b5tar")
_WORDLIKE: Final = re.compile(r"[a-z0-9$!@]{4,}")
_SIGN: Final = re.compile(
    r"(?<=[a-z])[013457$!@]{1,2}(?=[a-z])|^\$(?=[a-z]{3})|^5(?=tars?$)|(?<=[a-z]{3})[0$]$"
)
_VOWEL: Final = re.compile("[aeiouy]")
_READING: Final = {"0": "o", "3": "e", "4": "a", "5": "s", "7": "t", "$": "s", "!": "i", "@": "a"}
_STRETCHED: Final = re.compile(r"([a-z])\1\1")
_WORD: Final = re.compile("[a-z]+")
_STRETCH: Final = re.compile(r"([a-z])\1{2,}")
_TRIPLE: Final = frozenset({"www", "iii", "viii", "xiii", "xviii"})
_LONGEST_WORD: Final = 40


def spell_letters(folded: View) -> View:
    """Give the letters view: the folded view itself where there is nothing to change."""
    view = rewrite(folded, _gathered(folded.string))
    if _LEET.search(view.string):
        view = rewrite(view, _unleeted(view.string))
    if _STRETCHED.search(view.string):
        view = rewrite(view, _shortened(view.string))
    return view


def _gathered(string: str) -> Iterator[Edit]:
    """Join four and more single letters that the same gap keeps apart: "r e v i e w", "r.e.v.i.e.w"."""
    for spread in _SPREAD.finditer(string):
        width = len(spread["gap"])
        letters = spread[0][:: width + 1]
        if sum(map(str.isalpha, letters)) * 2 <= len(letters):
            continue
        for place in range(spread.start() + 1, spread.end(), width + 1):
            yield place, place + width, ""


def _unleeted(string: str) -> Iterator[Edit]:
    """Read digits and signs inside of words as the letters they are drawn like."""
    for word in _WORDLIKE.finditer(string):
        text, start = word[0].rstrip("!"), word.start()
        if len(text) > _LONGEST_WORD:
            continue
        signs = list(_SIGN.finditer(text))
        swapped = sum(len(sign[0]) for sign in signs)
        if not signs or sum(map(str.isalpha, text)) != len(text) - swapped:
            continue
        if swapped * 2 > len(text) or not _writes_words(text, string[word.end() : word.end() + 2]):
            continue
        for sign in signs:
            for offset in range(len(sign[0])):
                place = sign.start() + offset
                yield start + place, start + place + 1, _letter(text, place)


def _writes_words(text: str, after: str) -> bool:
    """Whether the signs of a token can be letters: an e-mail address or a missing space is neither."""
    if "@" in text and after[:1] == "." and after[1:].isalnum():
        return False
    before, mark, behind = text.partition("!")
    if mark and _VOWEL.search(before) and not (len(behind) <= 2 and _VOWEL.match(behind)):
        return False
    return "!" not in behind


def _letter(text: str, place: int) -> str:
    char = text[place]
    if char != "1":
        return _READING[char]
    around = text[place - 1 : place] + text[place + 1 : place + 2]
    if "1" in around or (len(around) == 2 and all(letter in "aeo" for letter in around)):
        return "l"
    return "l" if around[:1] == "e" and around[1:] == "i" else "i"


def _shortened(string: str) -> Iterator[Edit]:
    """Write a letter that is repeated three times and more once, or twice where a known word asks for it."""
    for word in _WORD.finditer(string):
        if not _STRETCHED.search(word[0]) or word[0] in _TRIPLE:
            continue
        runs = list(_STRETCH.finditer(word[0]))
        kept = [1] * len(runs)
        if len(word[0]) <= 10 * _LONGEST_WORD:
            kept = _kept(word[0], runs)
        for run, length in zip(runs, kept, strict=True):
            yield word.start() + run.start(), word.start() + run.end(), run[1] * length


def _kept(word: str, runs: list[re.Match[str]]) -> list[int]:
    """Choose single or double for each stretched letter of a word, all of them alike."""
    if _STRETCH.sub(r"\1\1", word).startswith(DOUBLED):
        return [2] * len(runs)
    return [1] * len(runs)
