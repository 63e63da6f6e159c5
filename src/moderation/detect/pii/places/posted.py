"""Addresses recognised by their end: a postcode with its state or town, read leftwards to the house.

What begins with a street word is found by `streets`; here is the rest ("49 Hall Rapid, Newton, S5A 4WX",
"B-404, Sai Darshan, Malad West, Mumbai 400064").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from moderation.detect.pii.gazette import any_of, listed
from moderation.detect.pii.places.localities import CANADIAN, IRISH, PARTICLES, SENTENCE, UK, WORD
from moderation.detect.pii.places.reading import Reading

_STATES: Final = any_of([*listed("regions", "us"), *listed("regions", "us_names"), "d.c."])
_PROVINCES: Final = any_of(listed("regions", "ca"))
_MEXICAN: Final = any_of(listed("regions", "mx"))
_AUSTRALIAN: Final = any_of([*listed("regions", "au"), *listed("regions", "au_short")])
_UF: Final = any_of(listed("regions", "br"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """A way to end an address.

    `after`: the number follows the street. `named`: a house may have a name only.
    """

    name: str
    regex: re.Pattern[str]
    after: bool = False
    named: bool = False
    alone: float = 0.85
    small: float = 0.7


ENDINGS: Final = (
    Ending(name="post_us", regex=re.compile(rf"(?<=[\s,]){_STATES}\.?,?\s+\d{{5}}(?:-\d{{4}})?(?![\w-])")),
    Ending(
        name="post_military", regex=re.compile(r"(?<!\w)[afd]po,?\s(?:aa|ae|ap)\s\d{5}(?!\w)"), named=True
    ),
    Ending(name="post_ca", regex=re.compile(rf"(?<=[\s,)]){_PROVINCES}?\)?,?\s?{CANADIAN}(?!\w)")),
    Ending(name="post_uk", regex=re.compile(rf"(?<=[\s,])(?<!\w){UK}(?!\w)"), named=True, small=0.66),
    Ending(name="post_ie", regex=re.compile(rf"(?<=[\s,]){IRISH}(?!\w)"), named=True, alone=0.72, small=0.5),
    Ending(name="post_au", regex=re.compile(rf"(?<=[\s,]){_AUSTRALIAN}\.?,?\s+\d{{4}}(?![\w-])")),
    Ending(
        name="post_in",
        regex=re.compile(
            r"(?<=[^\W\d_])\)?\s?[-–,.]?\s?(?:pin\s?(?:code)?\s?[:-]?\s?)?[1-9]\d{2}(?:\s?\d{3}|\s\d\s\d\d)(?![\w-])"
        ),
        small=0.62,
    ),
    Ending(
        name="post_br",
        regex=re.compile(
            rf"(?<=[\s,-])(?:cep:?\s?)?\d{{2}}\.?\d{{3}}-\d{{3}}(?!\w)(?:\s(?:{WORD}\s){{1,5}}/\s"
            rf"{_UF}(?!\w))?|(?<=,\s)\d{{8}}\s(?:{WORD}\s){{1,5}}/\s{_UF}(?!\w)"
        ),
        after=True,
        named=True,
    ),
    Ending(
        name="post_mx",
        regex=re.compile(rf"(?<=[\s,]){_MEXICAN}\.?,?\s(?:c\.?p\.?\s)?\d{{5}}(?:-\d{{4}})?(?!\w)"),
        after=True,
    ),
    Ending(
        name="post_pt",
        regex=re.compile(rf"(?<=[\s,])\d{{4}}-\d{{3}}\s{WORD}"),
        after=True,
        alone=0.8,
        small=0.62,
    ),
    Ending(
        name="post_eu",
        regex=re.compile(rf"(?<=[\s,])(?:[a-z]{{1,2}}-)?\d{{5}}\s(?=[^\W\d_]{{3}}){WORD}"),
        after=True,
        alone=0.62,
        small=0.35,
    ),
    Ending(
        name="post_es",
        regex=re.compile(r"(?<=[^\W\d_],\s)\d{5}(?![\w-])"),
        after=True,
        alone=0.62,
        small=0.35,
    ),
    Ending(
        name="post_id", regex=re.compile(r"(?<=[^\W\d_]\s)\d{5}(?![\w-])"), after=True, alone=0.56, small=0.35
    ),
)
_BACK: Final = 110
_TOKEN: Final = re.compile(r"[^\W_]+(?:['/.-][^\W_]+)*\.?|[^\w\s]|\n")
_NUMBER: Final = re.compile(r"[a-z]{0,3}-?\d[\w/-]{0,9}|#\d+|\d+(?:st|nd|rd|th)")
_HOUSEY: Final = frozenset(listed("settings", "house_words"))
_JOINTS: Final = frozenset(",-/\n#()°º&")


def posted(reading: Reading) -> Iterator[tuple[int, int, Ending, bool, int]]:
    """Yield start, end, ending, whether it is in small letters, and how many commas and numbers it has."""
    string = reading.string
    for ending in ENDINGS:
        for found in ending.regex.finditer(string):
            start = _leftmost(reading, found.start(), ending)
            if start is None:
                continue
            body = string[start : found.start()]
            heads = [m.start() + start for m in re.finditer(r"(?<!\w)[^\W\d_]{3}", body)]
            small = sum(map(reading.capital, heads)) * 2 < len(heads) or not heads
            yield start, found.end(), ending, small, body.count(",") + body.count("\n")


def leftwards(reading: Reading, end: int) -> list[re.Match[str]]:
    """Walk left over the tokens that may belong to an address."""
    string = reading.string
    first = max(0, end - _BACK)
    tokens = list(_TOKEN.finditer(string, first, end))
    if first and tokens:
        tokens = tokens[1:]
    capitals = any(reading.capital(t.start()) for t in tokens[-8:] if t[0][:1].isalpha())
    kept: list[re.Match[str]] = []
    for token in reversed(tokens):
        if not _belongs(reading, token, capitals):
            break
        kept.append(token)
    kept.reverse()
    return _opened(kept)


def _opened(kept: list[re.Match[str]]) -> list[re.Match[str]]:
    while kept and (kept[0][0] in _JOINTS or kept[0][0].strip(".") in PARTICLES):
        kept.pop(0)
    return kept


def _leftmost(reading: Reading, end: int, ending: Ending) -> int | None:
    """Find where an address that ends so begins; None where no house is met."""
    kept = leftwards(reading, end)
    if not kept:
        return None
    segments: list[list[re.Match[str]]] = [[]]
    for token in kept:
        if token[0] in {",", "\n"}:
            segments.append([])
        else:
            segments[-1].append(token)
    return _house(segments, ending)


def _belongs(reading: Reading, token: re.Match[str], capitals: bool) -> bool:
    text = token[0]
    bare = text.strip(".")
    if text in _JOINTS or _NUMBER.fullmatch(bare) or bare in _HOUSEY:
        return True
    if not text[:1].isalnum():
        return False
    if text.endswith(".") and len(bare) > 5 and reading.string[token.end() : token.end() + 1] != ",":
        return False
    if bare in PARTICLES:
        return True
    if bare in SENTENCE:
        return False
    return not capitals or reading.capital(token.start())


def _house(segments: list[list[re.Match[str]]], ending: Ending) -> int | None:
    """Find where the address begins: at the house number, or the street before it."""
    for place, segment in enumerate(segments):
        numbers = [
            i
            for i, t in enumerate(segment)
            if _NUMBER.fullmatch(t[0].strip(".")) and not re.fullmatch(r"\d+(?:st|nd|rd|th)", t[0])
        ]
        if not numbers:
            continue
        letters = [t for t in segment if t[0][:1].isalpha() and not _NUMBER.fullmatch(t[0])]
        if ending.after:
            if letters and letters[0].start() < segment[numbers[0]].start():
                return letters[0].start()
            if place and segments[place - 1]:
                return _trimmed(segments[place - 1])
            return segment[numbers[0]].start() if letters else None
        at = numbers[0]
        while at and (segment[at - 1][0].strip(".") in _HOUSEY or segment[at - 1][0] in "#-"):
            at -= 1
        behind = sum(1 for one in segments[place:] for t in one if t[0][:1].isalpha() and len(t[0]) > 2)
        return segment[at].start() if behind else None
    if ending.named and sum(map(bool, segments)) >= 2 and len(segments) <= 6:
        held = [segment for segment in segments if segment]
        fewest = 3 if ending.name in {"post_ie", "post_uk"} else 4
        return held[0][0].start() if sum(map(len, held)) >= fewest else None
    return None


def _trimmed(segment: list[re.Match[str]]) -> int:
    words = [token for token in segment if token[0][:1].isalnum()]
    return (words or segment)[0].start()
