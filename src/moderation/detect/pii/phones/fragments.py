"""Telephone numbers given in parts: "starts 0866, middle 203, last 719", over sentences or messages.

Each part is a value of its own. Whole numbers are `phone`'s; which parts belong together is said by words
of place (`words/calling.yaml`: begin, middle, end), by messages that hold hardly anything but digits, or by
an invitation to dial what prices, sizes, scores or hashtags make when put together (`puzzle`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import pairwise
from typing import ClassVar, Final

from moderation.detect.pii.calling import (
    AREA,
    BEGIN,
    CALLING,
    CONTACT,
    END,
    LABEL,
    LINKING,
    MIDDLE,
    PUZZLE,
)
from moderation.detect.pii.numbers.cues import vocabulary
from moderation.detect.pii.phones.numbering import EVERYWHERE, HOME, Fit, bare, standing
from moderation.detect.pii.recognizer import Hit, Screen, Seeker
from moderation.findings import Kind
from moderation.text import Text, View, identify

_PART: Final = re.compile(
    r"(?<![\w$€£¥#+\-/.,])\+?\d{1,8}(?:[ .\-]\d{1,4}){0,3}"
    r"(?![a-z%°€£$¥]|[.,:/\-]\w|\s?(?:cm|mm|kg|ml|gb|rb|k|w|v|g|lbs?|pounds|pages?)\b)"
)
_ALONE: Final = re.compile(r"\D{0,40}?(\+?\d[\d .\-()]{1,11}\d)\D{0,16}")
_REACH: Final = 28
_BEHIND: Final = 16
_TOGETHER: Final = 260
_WHOLE: Final = range(7, 14)
_LONGEST_PART: Final = 8
_MESSAGES: Final = 5
_MOST: Final = 40
"""Groups of digits in a text that may hold a number in parts: one with more is about numbers."""
_SURE: Final = 0.9
_LIKELY: Final = 0.75
_UNKNOWN: Final = 0.62
_CALLED_BEFORE: Final = 80
_CALLED_AFTER: Final = 60
_SHORTEST_PART: Final = 2
_ROUND: Final = re.compile(r"(?:19|20)\d\d|\d+00")
"""Years and amounts, which are no part of a number to dial."""


_TOKEN: Final = re.compile(
    r"(?<![\w.,:/])(?!\d{1,2}\.\s+\w)[#$€£¥]?\+?"
    r"(?P<digits>\d{1,7}(?:[ .,\-]\d{1,4}(?![\w.])|\.\d\d(?!\d)){0,4})"
    r"(?![\w:/]|[.,]\d)"
)
"""A group of digits, whatever it pretends to count."""
_DECOYED: Final = re.compile(
    r"(?<![a-z0-9+])\+?\d{1,4}(?P<decoy>[a-z*#]{1,3}|\s[a-z*#]{1,3}\s)\d{1,4}(?:(?P=decoy)\d{1,4}){1,12}(?!\d)"
)
"""Digits with the same letters between them each time."""
_SPREAD: Final = r"(?s)\d\d.*\d\d.*\d\d"
_PAIRS: Final = re.compile(_SPREAD)
_SINGLES: Final = re.compile(r"(?:\d\D)+\d")
_NATIONAL: Final = range(8, 13)
_GROUP_DIGITS: Final = 6
_FEWEST_GROUPS: Final = 2
_MOST_GROUPS: Final = 6
_APART: Final = 90
_LONG: Final = 9
_PUZZLED_AFTER: Final = 130
_PLACED: Final = 16
_PLAIN_ROWS: Final = frozenset({"0123456789", "1234567890", "123456789"})
_BANKS: Final = frozenset({"bank"})
"""Names of banks, some of which are words ("caixa")."""
_NOT_PHONES: Final = frozenset(
    {"phone", "wallet", "status", "order", "case", "goods", "carrier", "birth", "coupon"}
)


class _Place(IntEnum):
    BEGIN = 0
    MIDDLE = 1
    END = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    start: int
    end: int
    digits: str
    place: _Place | None = None


class PhoneFragments(Seeker):
    """`PHONE` in parts, each a value."""

    entities = (Kind.PHONE.value,)
    numeric = True
    screen: ClassVar[Screen] = (
        _SPREAD,
        r"\d\s?[a-z*#]{1,3}\s?\d{1,4}\s?[a-z*#]{1,3}\s?\d",
        r"^[^a-z0-9]{0,8}(?:[a-z]{1,12}[^a-z0-9]{1,3}){0,4}\+?\d[0-9 .()\-]{1,12}[^0-9]{0,16}$",
    )

    def seek(self, text: Text) -> Iterator[Hit]:
        """Yield the parts that words of place join to a number, of the view that has most of them."""
        views = [text.folded] if text.digits.string == text.folded.string else [text.digits, text.folded]
        for view in views:
            paired = _PAIRS.search(view.string) is not None
            for chain in _chains(_placed(view.string)) if paired else ():
                confidence = _joined(text, view, chain)
                if confidence:
                    for part in chain:
                        yield self._hit(view, part, confidence)
                    return
            decoyed = _decoyed(text, view)
            if decoyed:
                yield self._hit(view, decoyed, _SURE)
                return
            row = _puzzled(text, view) if paired else ()
            if row:
                for part in row:
                    if len(part.digits) > _SHORTEST_PART:
                        yield self._hit(view, part, _SURE)
                return

    def follow(self, text: Text, earlier: Sequence[str]) -> Iterator[Hit]:
        """Yield the digits of a message that go on with those of the messages before it."""
        match = _ALONE.fullmatch(text.digits.string)
        if match is None or len(bare(match[1])) > _LONGEST_PART:
            return
        digits = bare(match[1])
        home = HOME.get(identify(Text.of(" ".join([*earlier[-_MESSAGES:], text.original]))), EVERYWHERE)
        for before in reversed(earlier[-_MESSAGES:]):
            said = _ALONE.fullmatch(Text.of(before).digits.string)
            if said is None or len(bare(said[1])) > _LONGEST_PART:
                continue
            digits = bare(said[1]) + digits
            if len(digits) > _WHOLE[-1]:
                return
            found = standing(digits, home)
            if found.fit >= Fit.DIALLED or (found.fit is Fit.EXISTS and len(digits) >= 10):
                place = match.span(1)
                yield self._hit(text.digits, _Part(start=place[0], end=place[1], digits=digits), _LIKELY)
                return

    def _hit(self, view: View, part: _Part, confidence: float) -> Hit:
        return Hit(
            entity=self.entities[0],
            span=view.span(part.start, part.end),
            confidence=confidence,
            because="in_parts+context",
            hidden=True,
        )


def _placed(string: str) -> list[_Part]:
    """Give the digit groups of a view with the place that the words beside them name."""
    found = [
        _Part(start=match.start(), end=match.end(), digits=bare(match[0]))
        for match in _PART.finditer(string)
        if len(bare(match[0])) <= _LONGEST_PART
    ]
    if len(found) > _MOST:
        return []
    parts: list[_Part] = []
    last = 0
    for index, part in enumerate(found):
        following = found[index + 1].start if index + 1 < len(found) else len(string)
        before = string[max(last, part.start - _REACH) : part.start]
        after = re.split(r"[,.;!?\n]", string[part.end : min(part.end + _BEHIND, following)])[0]
        if part.end + len(after) == following:
            after = ""
        parts.append(replace(part, place=_place(before, after)))
        last = part.end
    return parts


def _place(before: str, after: str) -> _Place | None:
    """Name the place by the nearest word before, or by one right behind ("55 ở giữa")."""
    nearest = [
        (max((match.end() for match in words.finditer(before)), default=-1), place)
        for words, place in ((BEGIN, _Place.BEGIN), (MIDDLE, _Place.MIDDLE), (END, _Place.END))
    ]
    reach, place = max(nearest)
    for words, behind in ((END, _Place.END), (MIDDLE, _Place.MIDDLE), (BEGIN, _Place.BEGIN)):
        if re.match(r"\s*(?:\w+\s+){0,2}" + words.pattern, after) and reach < len(before) - 12:
            return behind
    return place if reach >= 0 else None


def _chains(parts: list[_Part]) -> Iterator[tuple[_Part, ...]]:
    """Yield the parts that belong together, in the order in which they are dialled."""
    named = [part for part in parts if part.place is not None]
    begun = any(part.place is _Place.BEGIN for part in named)
    for first, second in () if begun else pairwise(parts):
        if (
            first.place is None
            and second.place in (_Place.MIDDLE, _Place.END)
            and second.start - first.end <= _REACH
        ):
            named.append(replace(first, place=_Place.BEGIN))
    named.sort(key=lambda part: part.start)
    for start in range(len(named)):
        for end in range(len(named), start + 1, -1):
            chain = named[start:end]
            if chain[-1].end - chain[0].start > _TOGETHER or len({part.place for part in chain}) < 2:
                continue
            ordered = sorted(chain, key=lambda part: (part.place or 0, part.start))
            if sum(len(part.digits) for part in ordered) in _WHOLE:
                yield tuple(ordered)


def _decoyed(text: Text, view: View) -> _Part | None:
    """Find digits with decoys between them that a plan makes a number, where a word speaks of calling."""
    for match in _DECOYED.finditer(view.string):
        digits = re.sub(r"\D", "", match[0])
        if len(digits) in _NATIONAL and _invited(view.string, *match.span()):
            found = standing(digits, HOME.get(identify(text), EVERYWHERE))
            if found.fit >= Fit.DIALLED:
                return _Part(start=match.start(), end=match.end(), digits=digits)
    return None


def _invited(string: str, first: int, last: int) -> bool:
    """Whether words around speak of calling or of a contact."""
    around = string[max(0, first - _CALLED_BEFORE) : last + _CALLED_AFTER]
    return any(words.search(around) for words in (CALLING, LABEL, CONTACT))


def _puzzled(text: Text, view: View) -> tuple[_Part, ...]:
    """Find groups that pretend to be prices, sizes or scores and make a number when read in order."""
    string = view.string
    groups = [
        _Part(start=match.start("digits"), end=match.end("digits"), digits=bare(match["digits"]))
        for match in _TOKEN.finditer(string)
    ]
    groups = [part for part in groups if not _SINGLES.fullmatch(string, part.start, part.end)]
    if not _FEWEST_GROUPS <= len(groups) <= _MOST:
        return ()
    home = HOME.get(identify(text), EVERYWHERE)
    best: tuple[int, tuple[_Part, ...]] = (0, ())
    for first in range(len(groups)):
        digits = groups[first].digits
        for last in range(first + 1, min(first + _MOST_GROUPS, len(groups))):
            one, other = groups[last - 1], groups[last]
            digits += other.digits
            if other.start - one.end > _APART or len(digits) > _NATIONAL[-1]:
                break
            row = tuple(groups[first : last + 1])
            if (
                len(digits) in _NATIONAL
                and len(digits) > best[0]
                and _dialled(text, string, row, digits, home)
            ):
                best = len(digits), row
    return best[1]


def _dialled(text: Text, string: str, row: tuple[_Part, ...], digits: str, home: tuple[str, ...]) -> bool:
    """Whether a plan has these groups as one number and the words around ask to dial them."""
    start, end = row[0].start, row[-1].end
    spread = [string[one.end : other.start] for one, other in pairwise(row)]
    if not any(re.search(r"[^\W\d_]{2}|#", gap) for gap in spread) or digits in _PLAIN_ROWS:
        return False
    if _named(text, start) or any(len(part.digits) > _GROUP_DIGITS + 2 for part in row):
        return False
    around = string[max(0, start - _CALLED_BEFORE) : end + _PUZZLED_AFTER]
    puzzled = PUZZLE.search(around) is not None
    inside = string[max(0, start - _PLACED) : start] + " ".join(spread)
    tied = puzzled or any(words.search(inside) for words in (BEGIN, MIDDLE, END, LINKING, AREA))
    called = CALLING.search(around) is not None or LABEL.search(string[max(0, start - _REACH) : start])
    found = standing(digits, home)
    long = sum(len(part.digits) > _SHORTEST_PART for part in row[1:])
    if row[0].digits[0] == "0" and len(row[0].digits) > 1 and found.fit >= Fit.DIALLED:
        return puzzled or (tied and long > 0 and found.mobile) or bool(called and long == len(row) - 1)
    fits = found.fit or (standing(digits, EVERYWHERE).fit if puzzled else Fit.NONE)
    known = len(digits) >= _LONG and fits >= Fit.EXISTS and all(len(part.digits) > 1 for part in row)
    return known and tied and bool(called) and len(row) > _FEWEST_GROUPS and not _counting(row)


def _counting(row: tuple[_Part, ...]) -> bool:
    """Whether groups look like what they pretend to be: years, round amounts, short counts."""
    return any(_ROUND.fullmatch(part.digits) for part in row) or sum(len(p.digits) < 3 for p in row) > 1


def _named(text: Text, start: int) -> bool:
    """Whether the nearest word before names an account, a card or a paper."""
    last = None
    for cue in vocabulary().find(text, max(0, start - _CALLED_BEFORE), start):
        last = None if cue.concepts == _BANKS else cue
    return last is not None and not last.concepts & _NOT_PHONES


def _joined(text: Text, view: View, chain: tuple[_Part, ...]) -> float:
    """Return how sure it is that these parts make a number: 0 where no plan and no word supports it."""
    digits = "".join(part.digits for part in chain)
    if any(len(part.digits) < _SHORTEST_PART or _ROUND.fullmatch(part.digits) for part in chain):
        return 0.0
    first, last = min(part.start for part in chain), max(part.end for part in chain)
    if view is text.digits and _named(text, first):
        return 0.0
    around = view.string[max(0, first - _CALLED_BEFORE) : last + _CALLED_AFTER]
    called = CALLING.search(around) is not None
    found = standing(digits, HOME.get(identify(text), EVERYWHERE))
    places = {part.place for part in chain}
    whole = len(chain) > 2 or {_Place.BEGIN, _Place.END} <= places
    if found.fit >= Fit.DIALLED:
        return _SURE if called or whole else _LIKELY
    if not called or not whole:
        return 0.0
    return _SURE if found.fit else _UNKNOWN
