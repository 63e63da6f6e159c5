"""Telephone numbers given in parts: "starts 0866, middle 203, last 719", over sentences or messages.

Each part is a value of its own. Whole numbers are `phone`'s; which parts belong together is said by words
of place (`words/calling.yaml`: begin, middle, end) or by messages that hold hardly anything but digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import pairwise
from typing import ClassVar, Final

from moderation.detect.pii.calling import BEGIN, CALLING, END, MIDDLE, screened
from moderation.detect.pii.numbering import EVERYWHERE, HOME, Fit, bare, standing
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
        (r"(?s)\d\d.*\d\d.*\d\d", screened("begin", "middle", "end")),
        r"^[^a-z0-9]{0,8}(?:[a-z]{1,12}[^a-z0-9]{1,3}){0,4}\+?\d[0-9 .()\-]{1,12}[^0-9]{0,16}$",
    )

    def seek(self, text: Text) -> Iterator[Hit]:
        """Yield the parts that words of place join to a number, of the view that has most of them."""
        views = [text.folded] if text.digits.string == text.folded.string else [text.digits, text.folded]
        for view in views:
            for chain in _chains(_placed(view.string)):
                confidence = _joined(text, view, chain)
                if confidence:
                    for part in chain:
                        yield self._hit(view, part, confidence)
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


def _joined(text: Text, view: View, chain: tuple[_Part, ...]) -> float:
    """Return how sure it is that these parts make a number: 0 where no plan and no word supports it."""
    digits = "".join(part.digits for part in chain)
    if any(len(part.digits) < _SHORTEST_PART or _ROUND.fullmatch(part.digits) for part in chain):
        return 0.0
    first, last = min(part.start for part in chain), max(part.end for part in chain)
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
