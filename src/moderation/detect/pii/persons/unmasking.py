"""What a text with spread-out or leet-written words says, capitals kept: what names are read from.

Builds on `spelling.cased`. Words with digits are read as letters only where that gives a name, so that
model numbers and amounts stay. What a name is, is the gazetteer's knowledge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from typing import Final

import re2

from moderation.detect.pii.letters import LOWER, UPPER
from moderation.detect.pii.persons.gazetteer import fold, kin
from moderation.detect.pii.persons.likeness import likeness
from moderation.detect.pii.persons.vietnamese import syllables
from moderation.detect.pii.spelling import cased
from moderation.text import Text, View
from moderation.text.view import Edit, rewrite

_JOINT: Final = r"(?P<joint>[ .\-_*·|/~])"
SPREAD: Final = re.compile(
    rf"(?<![^\W_])(?<![.\-'’])(?:[^\W\d_]|[\u0e01-\u0e4e]){_JOINT}[^\W_]?[\u0e31-\u0e4e]?(?P=joint)(?:[^\s\w]|\w)"
)
"""Where single letters with the same joint between them begin."""
_LETTER: Final = r"(?:[^\W_]|[\u0e30-\u0e4e]|[@$¡!](?=\S?\w))"
LEET: Final = re.compile(
    r"(?<![\w@#/.:+-])(?=[^\W\d_]*[0-9@$!¡|])(?=[\d@$!¡|]*[^\W\d_])"
    r"[0134578@$!¡|]?(?:[^\W_]|[@$!¡|](?=\w)|[-'’](?=\w)){1,22}[^\W_](?![\w@#%/:+]|[.-]\d)"
)
"""A word that mixes letters with the digits and signs that look like letters."""
_ODD: Final = re2.compile(
    r"(?:^|[\s\"'(,:])\w[ .\-_*|/~][\w@$][ .\-_*|/~][\w@$](?:[^\w]|$)"
    r"|[A-Za-z][0134578@$!|][A-Za-z0-9@$!|]|[0134578@$!|][A-Za-z][\w@$!|]"
    r"|[a-z]{2}[A-Z]\s[a-z]{2,}[A-Z]|[A-Z]{3}\s[A-Z]{3,}"
)
"""What may be spread out, leet or backwards in plain letters; the exact patterns follow."""
_UNSEEN: Final = "[\u00ad\u034f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
_UNSEEN_IN_THAI: Final = re.compile(
    f"(?<=[\u0e01-\u0e4e]){_UNSEEN}++|(?<!{_UNSEEN}){_UNSEEN}++(?=[\u0e01-\u0e4e])"
)
BACKWARDS: Final = re.compile(
    rf"(?<!\w)(?:[{LOWER}]{{2,}}[{UPPER}]\s[{LOWER}]{{2,}}[{UPPER}]|[{UPPER}]{{3,}}\s[{UPPER}]{{3,}})(?!\w)"
)
_READINGS: Final = {
    "l": "i",
    "0": "o", "1": "il", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "@": "a", "$": "s", "!": "i",
    "¡": "i", "|": "l",
}  # fmt: skip
_MOST_READINGS: Final = 16
_AMOUNT: Final = re.compile(
    r"\d+[^\W\d_]{1,3}|[^\W\d_]{1,3}\d+|\d+|[^\W\d_]+[0-9]{1,4}!*|\d{4,}\w*", re.ASCII
)
_NUMBER: Final = re.compile(r"\d{3}")
_APART: Final = re.compile(r"(?<![^\W_])[^\W\d_]( )\.( )(?= )")
_SMALL_TONED: Final = re.compile(
    r"(?<!\w)[^\W\d_A-Z]*[\u0103\u0111\u01a1\u01b0\u1ea1-\u1ef9][^\W\d_A-Z]*(?!\w)"
)
_BESIDE: Final = 8
_LONGEST_RUN: Final = 200
_LEAST_LETTERS: Final = 3
_LEAST_LIKENESS: Final = 0.3


def unmasked(text: Text) -> View:
    """Return the view with capitals in which spread-out words are joined and leet names are letters."""
    view = cased(text)
    if view.string.isascii() and _ODD.search(view.string) is None:
        return view
    if _UNSEEN_IN_THAI.search(view.string):
        view = rewrite(view, [(*match.span(), "") for match in _UNSEEN_IN_THAI.finditer(view.string)])
    if SPREAD.search(view.string):
        view = rewrite(view, _gathered(view.string))
        gaps = (place for match in _APART.finditer(view.string) for place in (match.span(1), match.span(2)))
        view = rewrite(view, [(start, end, "") for start, end in gaps])
    if LEET.search(view.string):
        view = rewrite(view, _lettered(view.string))
    if BACKWARDS.search(view.string):
        view = rewrite(view, _turned(view.string))
    return view


def _turned(string: str) -> Iterator[Edit]:
    """Read two words backwards where that gives a name and reading them forwards does not."""
    for match in BACKWARDS.finditer(string):
        turned = match[0][::-1]
        words = [fold(word) for word in turned.split()]
        likely = any(map(kin, words)) or turned.istitle()
        if likely and all(map(_possible, words)) and not any(kin(w[::-1]) for w in words):
            yield match.start(), match.end(), turned.title() if turned.isupper() else turned


def _possible(word: str) -> bool:
    return bool(kin(word)) or likeness(word) > -1.0


def _gathered(string: str) -> Iterator[Edit]:
    done = 0
    for start in SPREAD.finditer(string):
        if start.start() < done:
            continue
        joint = re.escape(start["joint"])
        full = "" if start["joint"] == "." else r"|\."
        piece = rf"(?:{_LETTER}{full})(?:{joint}(?:{_LETTER}{full}))*"
        run = re.compile(rf"{piece}(?: {{1,2}}(?=(?:{_LETTER}{full}){joint}){piece})*(?![^\W_])").match(
            string, start.start()
        )
        if not run or not _spread(run[0], start["joint"]):
            # A long run is no name from any of its letters on; reading it from each would not be linear.
            done = run.end() if run and len(run[0]) > _LONGEST_RUN else done
            continue
        done = run.end() - _spoken_on(run[0])
        yield from _joins(string, run.start(), done, start["joint"])


def _spoken_on(run: str) -> int:
    """Return how much of a run's end is a word of one letter that follows the name: "H ạ n h ạ"."""
    last = re.split(r"\s{2,}", run)[-1]
    letters = "".join(char for char in last if char.isalnum())
    if run[-2:-1] != " " or len(letters) < _LEAST_LETTERS:
        return 0
    name, longer = fold(letters[:-1]), fold(letters)
    return 2 if _known(name) and not _known(longer) else 0


def _spread(run: str, joint: str) -> bool:
    """Whether a run of single letters is a hidden name rather than an abbreviation or a list."""
    letters = [char for char in run if char.isalnum() or "\u0e01" <= char <= "\u0e4e"]
    alphas = [char for char in letters if not char.isdigit()]
    if len(letters) < 4 or len(alphas) * 2 < len(letters):
        return len(letters) == 4 and joint != " " and len(alphas) >= 2
    if len(set(map(str.lower, alphas))) < 3:
        return False
    return joint != "." or not all(char.isupper() for char in alphas)


def _known(low: str) -> bool:
    families, given = syllables()
    return bool(kin(low)) or low in families or low in given


def _joins(string: str, start: int, end: int, joint: str) -> Iterator[Edit]:
    """Take the joints out; two spaces, or one before a new capital, are the gap between words."""
    at = start
    while at < end:
        char = string[at]
        if joint == " " and char == " ":
            if string[at : at + 2] == "  ":
                yield at, at + 2, " "
                at += 2
                continue
            before, behind = string[at - 1], string[at + 1 : at + 2]
            if not (behind.isupper() and before.islower()):
                yield at, at + 1, ""
        elif char == joint:
            yield at, at + 1, ""
        elif string[at : at + 2] == "  ":
            yield at, at + 2, " "
            at += 2
            continue
        at += 1


def _lettered(string: str) -> Iterator[Edit]:
    """Read leet words as letters: those that give a name, and those beside one."""
    found = list(LEET.finditer(string))
    readings = [_reading(match[0]) for match in found]
    for at, match in enumerate(found):
        word, sure = readings[at]
        if not word:
            continue
        beside = any(
            readings[other][1] and _touch(string, found[min(at, other)].end(), found[max(at, other)].start())
            for other in (at - 1, at + 1)
            if 0 <= other < len(found)
        )
        if sure or beside:
            if (match[0].islower() or not match[0][0].isalpha()) and not _SMALL_TONED.search(
                string[max(0, match.start() - _BESIDE) : match.end() + _BESIDE]
            ):
                word = "-".join(part[:1].upper() + part[1:] for part in word.split("-"))
            for offset, char in enumerate(word):
                if char != string[match.start() + offset]:
                    yield match.start() + offset, match.start() + offset + 1, char


def _touch(string: str, end: int, start: int) -> bool:
    return start - end <= 12 and not re.search(r"[.,;:!?\d\n]", string[end:start])


def _among_capitals(written: str) -> bool:
    """Whether every other letter is a capital, so that a small "l" is drawn for an "I"."""
    others = [char for char in written if char.isalpha() and char != "l"]
    return len(others) > 1 and all(map(str.isupper, others))


def _reading(written: str) -> tuple[str, bool]:
    """Return the likeliest word that a token is drawn like, and whether it is a name beyond doubt."""
    places = [at for at, char in enumerate(written) if char in _READINGS and char != "l"]
    places += [at for at, char in enumerate(written) if char == "l" and _among_capitals(written)]
    places.sort()
    if not places or any(c.isdigit() and c not in _READINGS for c in written):
        return "", False
    choices = [_READINGS[written[at]] for at in places]
    options = []
    for chosen in list(product(*choices))[:_MOST_READINGS]:
        letters = list(written)
        for at, char in zip(places, chosen, strict=True):
            letters[at] = char
        options.append("".join(letters))
    upper = sum(map(str.isupper, written)) > 1 and not any(char.islower() and char != "l" for char in written)
    if upper:
        options = [option.upper() for option in options]
    elif written[0].isdigit() and any(char.isupper() for char in written):
        options = [option[0].upper() + option[1:] for option in options]

    def rank(option: str) -> tuple[int, float]:
        parts = fold(option).split("-")
        return sum(map(_known, parts)), sum(map(likeness, parts))

    best = max(options, key=rank)
    listed, score = rank(best)
    if _NUMBER.search(written) and sum(map(str.isalpha, written)) < _LEAST_LETTERS and not listed:
        return "", False
    if _AMOUNT.fullmatch(written):
        # A number with its unit, or a model: only a neighbour that is leet too makes it a name.
        return (best if listed else ""), False
    inside = sum(1 for at in places if 0 < at < len(written) - 1)
    return best, len(best) > 2 and (listed > 0 or (score > _LEAST_LIKENESS and inside > 0 and len(best) > 4))
