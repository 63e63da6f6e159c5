"""Claims: of all that a code could be a number of, what the words around it and its own arithmetic say it is.

Orders, cards, accounts and papers are weighed together, because one cue decides for one and against the
others: the nearest word that names a number owns it, and behind a word about calling or goods a number
is none of ours unless its form leaves no doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from moderation.detect.pii.gazette import listed, whole
from moderation.detect.pii.numbers.codes import Code, codes, numeric, spelt
from moderation.detect.pii.numbers.designations import BESIDE, COUPON, FAR, NEAR, Named, Naming, rivals
from moderation.detect.pii.numbers.forms import Form
from moderation.detect.pii.numbers.government import GOVERNMENT
from moderation.detect.pii.numbers.orders import ORDERS
from moderation.detect.pii.numbers.payment import ACCOUNTS, CARDS
from moderation.findings import Kind
from moderation.text import Text

FORMS: Final[Sequence[Form]] = (*CARDS, *ACCOUNTS, *GOVERNMENT, *ORDERS)

_SLICED: Final = 0.08
"""What a form is the less sure of where the code had to be cut to fit it."""
_SPOKEN: Final = 16
"""Letters of some digits in words."""
_UNOWNED: Final = 0.58
"""Of a number without check digits that another word, nearer, calls something else."""
_GROUP: Final = 4
"""Digits of a group that is no loose end: without a check digit, what is left over would be a guess."""
_COUNTABLE: Final = 8
"""Digits of the longest number that counts something."""
_RUNG: Final = 5
_HALF_RUNG: Final = 0.25
_NO_OTHER: Final = frozenset({"goods", COUPON})
_LETTER: Final = re.compile(r"(?<=\d)[OQILSZB]+(?=\d)|(?<=\d\d)[OIL]$")
_LETTERS: Final = str.maketrans("OQILSZB", "0011528")
_REACH: Final = 6
_MONEY_BEFORE: Final = re.compile(
    r"(?:[$\u20ac\u00a3\u20b9\u00a5\u20b1\u0e3f]|\b(?:rp|rs|usd|eur|inr|mxn|brl|r\$|idr|vnd|php|thb))\.?\s?$"
)
_MONEY_AFTER: Final = re.compile(
    r"\s?(?:%|[$\u20ac\u00a3\u20b9\u20ab\u0e3f]|(?:usd|eur|euros?|dollars?|bucks|pesos?|soles|reais|rupees?|rupiah|rb"
    r"|ribu|juta|vnd|dong|nghin|trieu|baht|php|inr|mah|kg|grams?|ml|mm|cm|km|lbs?|watts?|pieces|pcs|stuck|piezas"
    r"|pecas|buah|lumens?|hours|mal|times|reviews|followers|stars?|days|minutes|miles|steps|psi|rpm|btu|hz|volts?)\b"
    r"|\u0e1a\u0e32\u0e17)"
)
_PLAYED: Final = 64
_BLANK: Final = re.compile(r"0{6}")
"""How numbers of forms and toys begin."""
PRETENDED: Final = re.compile(whole(listed("pretended", "numbers")))
_MASK: Final = r"(?:[*\u2022\u2026\u2588\u25cf\u00b7]{2,}|\.{3,}|x{3,})"
_MASK_BEFORE: Final = re.compile(rf"{_MASK}[\s.\-]?$")
_MASK_AFTER: Final = re.compile(rf"[\s.\-]?{_MASK}")
"""What hides the rest of a number: of one that is masked nothing is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A number with its kind, its range in the digits view, how sure, and the name of the evidence."""

    kind: Kind
    start: int
    end: int
    confidence: float
    because: str


class _Weighing:
    """One code against the forms that its words or its own look allow."""

    def __init__(self, string: str, named: Sequence[Named]) -> None:
        self.string = string
        self.named = named
        concepts = frozenset(concept for name in named for concept in name.concepts)
        self.forms = _worth(concepts)
        self.coupon = COUPON in concepts
        self.owned = any(name.owns and name.level >= NEAR for name in named)
        self.rivals = rivals(named)

    def claims(self, code: Code) -> Iterator[Claim]:
        """Yield all that the code, whole or without loose ends, can be."""
        for first, last in _slices(code):
            part = Code(parts=code.parts[first:last], spoken=code.spoken)
            if self._about(part, _MASK_BEFORE, _MASK_AFTER) or _BLANK.match(part.bare):
                continue
            if PRETENDED.search(self.string, max(0, part.start - _PLAYED), part.start):
                continue
            counted = len(part.bare) <= _COUNTABLE and self._about(part, _MONEY_BEFORE, _MONEY_AFTER)
            cut = (*code.parts[:first], *code.parts[last:])
            less = _SLICED if cut else 0.0
            grave = any(len(gone.reads) >= _GROUP and gone.reads.isdecimal() for gone in cut)
            for found, because, confidence in self._fitting(part, counted=counted):
                if confidence > less and (found.check or not grave):
                    yield Claim(
                        kind=found.kind,
                        start=part.start,
                        end=part.end,
                        confidence=confidence - less,
                        because=because,
                    )

    def _about(self, part: Code, before: re.Pattern[str], after: re.Pattern[str]) -> bool:
        start = max(0, part.start - _REACH)
        return bool(before.search(self.string, start, part.start) or after.match(self.string, part.end))

    def _fitting(self, part: Code, *, counted: bool) -> Iterator[tuple[Form, str, float]]:
        written = self.string[part.start : part.end]
        layout = part.layout
        for bare in _readings(part):
            voucher = self.coupon and not bare.isdecimal()
            for found in self.forms:
                if not found.pattern.fullmatch(bare) or (found.check and not found.check(bare)):
                    continue
                if (found.written and (counted or not found.written(written))) or (
                    voucher and not found.check
                ):
                    continue
                confidence, because = self._ladder(found, layout)
                if self.rivals and not found.certain:
                    confidence = 0.0 if self.rivals & _NO_OTHER else min(confidence, found.alone)
                yield found, because, confidence

    def _ladder(self, found: Form, layout: str) -> tuple[float, str]:
        """Return how sure a form is at its best cue, and the evidence."""
        official = found.layout is None or found.layout.fullmatch(layout) is not None
        if not official and found.check is None:
            return 0.0, found.name
        best, because = (found.alone if official else 0.0), found.name
        for name in self.named:
            if not name.concepts & found.cues:
                continue
            if not name.owns or name.level == FAR:
                confidence = found.far if official else 0.0
                if self.owned and not name.owns and found.check is None:
                    confidence = min(confidence, _UNOWNED)
            else:
                confidence = found.beside if name.level == BESIDE else found.near
            if confidence > best:
                best, because = confidence, f"{found.name}+context"
        return best, because


@lru_cache(maxsize=512)
def _worth(concepts: frozenset[str]) -> tuple[Form, ...]:
    """Return the forms that these words name or that stand alone."""
    return tuple(found for found in FORMS if found.alone or found.cues & concepts)


def _readings(code: Code) -> tuple[str, ...]:
    """Return a number as it stands and with letters among its digits read as digits."""
    bare = code.bare
    if bare.isdecimal():
        return (bare,)
    inner = _LETTER.sub(lambda m: m[0].translate(_LETTERS), bare)
    return tuple(dict.fromkeys((bare, numeric(code), inner)))


def _slices(code: Code) -> Iterator[tuple[int, int]]:
    """Yield the whole code, and the code without loose ends at either side."""
    count = len(code.parts)
    yield 0, count
    for first, last in ((0, count - 1), (1, count), (0, count - 2), (2, count), (1, count - 1)):
        cut = [code.parts[at] for at in (first, last) if 0 < at < count]
        if first < last and not any(part.tight for part in cut):
            yield first, last


def _strength(claim: Claim) -> tuple[int, int, float]:
    return int(claim.confidence * _RUNG + _HALF_RUNG), claim.end - claim.start, claim.confidence


def _dictated(text: Text, code: Code) -> bool:
    """Whether a code is written in words, so that letters may be spelt by name beside it."""
    span = text.digits.span(code.start, code.end)
    written = text.original[span.start : span.end]
    return sum(map(str.isalpha, written)) > sum(map(str.isalpha, code.bare)) + _SPOKEN


@lru_cache(maxsize=4)
def claims(text: Text) -> tuple[Claim, ...]:
    """Return the claims on the codes of a text, at most one a code, in order.

    Several recognizers ask for the claims of one text after another, so the latest are remembered.
    """
    found = codes(text)
    naming = Naming(text, found)
    best: list[Claim] = []
    for index, code in enumerate(found):
        weighing = _Weighing(naming.string, naming.named(index))
        offered = list(weighing.claims(code))
        if _dictated(text, code):
            longer = spelt(text, code)
            if len(longer.parts) > len(code.parts):
                offered.extend(weighing.claims(longer))
        if offered:
            best.append(max(offered, key=_strength))
    return tuple(best)
