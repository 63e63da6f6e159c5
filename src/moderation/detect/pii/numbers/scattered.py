"""Numbers of cards, accounts, papers and orders that are given in parts with words between them.

"they want my PESEL: 880314 here and after lunch 19727": one word names the number, and its kind holds
for all parts. Each part is a value. Telephone numbers in parts are `fragments`' knowledge, pieces that are
right together by their check digits `transfers`'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import ClassVar, Final

from moderation.detect.pii.calling import BEGIN, CALLING, END, LINKING, MIDDLE
from moderation.detect.pii.numbers.checkdigits import card
from moderation.detect.pii.numbers.cues import Cue, vocabulary
from moderation.detect.pii.numbers.forms import personal
from moderation.detect.pii.numbers.government import GOVERNMENT
from moderation.detect.pii.recognizer import Hit, Screen, Seeker
from moderation.findings import Kind
from moderation.text import Text

_PART: Final = re.compile(
    r"(?<![\w$€£¥#+\-/,])(?<!\d\.)(?<!\d·)\d{1,12}(?:[ .·\-]{1,2}\d{1,12}){0,5}"
    r"(?![a-z%°€£$¥]|[.,:/\-]\w|\s?(?:cm|mm|kg|ml|gb|rb|ribu|euros?|pesos|reais|baht|dong|lbs?)\b)"
)
_ACCOUNTS: Final = frozenset({"account", "bank"})
_BANKS: Final = frozenset({"bank"})
_CARDS: Final = frozenset({"card"})
_ORDERS: Final = frozenset({"order_number", "order"})
_WEAK: Final = frozenset({"order", "case", "status"})
"""Words that are said of all sorts of numbers: between a name and its number they change nothing."""
_GOODS: Final = frozenset({"goods"})
_COUNTED: Final = re.compile(
    r"(?:first|second|third|last|other|next|1st|2nd|3rd|ur|primera|segunda|ultima|otra)\s$"
)
_OTHERS: Final = frozenset({"phone", "goods", "coupon", "plate", "birth", "wallet"})
_SILENT: Final = frozenset({"status", "expiry", "carrier", "routing", "sort_code", "blz"})
_PAPERS: Final = frozenset(cue for form in GOVERNMENT for cue in form.cues) - {"pix", "wallet"}
_TOLD: Final = 100
"""Characters from the word that names a number to its first part, at most."""
_GAP: Final = 72
_TOLD_AFTER: Final = 30
_MOST_PARTS: Final = 5
_MOST: Final = 40
_CARD_DIGITS: Final = 16
_ACCOUNT_DIGITS: Final = range(8, 25)
_ORDER_DIGITS: Final = range(9, 27)
_SHORTEST: Final = 2
_FEWEST: Final = 8
"""Digits of the shortest number that is worth telling in parts."""
_MARKED: Final = 3
"""Digits of a part that is a value by itself."""
_ORDER_PART: Final = 4
_SURE: Final = 0.93
_COUNTRY: Final = re.compile(r"(?<![^\W_])[a-z]{2}[ \-]?\d\d,?\s$")
"""The head of an IBAN, whose parts are no numbers of their own."""
_DOTS: Final = re.compile(r"[^\w.…\n]*(?:\.{2,}|…|\n|;|/{1,2}|\||[–—]| - )[^\w]*")
_ROUND: Final = re.compile(r"(?:19|20)\d\d|\d+00")

_Part = tuple[int, int, str]


class ScatteredNumbers(Seeker):
    """`PAYMENT_CARD`, `BANK_ACCOUNT`, `GOVERNMENT_ID`, `ORDER_ID` in parts, each a value."""

    entities = (
        Kind.PAYMENT_CARD.value,
        Kind.BANK_ACCOUNT.value,
        Kind.GOVERNMENT_ID.value,
        Kind.ORDER_ID.value,
    )
    numeric = True
    screen: ClassVar[Screen] = (
        r"(?s)\d\d.*[^0-9]\d\d.*\d\d",
        r"(?s)\d\d\d.*[^0-9]\d\d",
    )

    def seek(self, text: Text) -> Iterator[Hit]:
        """Yield the parts of the first number in parts behind each word that names one."""
        string = text.digits.string
        parts = [(m.start(), m.end(), re.sub(r"\D", "", m[0])) for m in _PART.finditer(string)]
        if not _SHORTEST <= len(parts) <= _MOST or sum(len(part[2]) for part in parts) < _FEWEST:
            return
        cues = [cue for cue in vocabulary().find(text, 0, len(string)) if _telling(string, cue)]
        behind = 0
        for index, cue in enumerate(cues):
            following = cues[index + 1 :]
            row = _behind(parts, cue, following, behind)
            found = _kind(string, cue.concepts, row) if cue.concepts != _BANKS else None
            if found is None and index == len(cues) - 1 and cue.concepts & _ACCOUNTS:
                row = [p for p in parts if p[1] <= cue.start and p[0] >= behind]
                row = _close(row, cue.start)
                dialled = row and CALLING.search(string, max(0, row[0][0] - _TOLD), cue.end + _TOLD_AFTER)
                found = None if dialled or _named(cues[:index], row) else _kind(string, cue.concepts, row)
            if found is None:
                continue
            kind, row = found
            behind = row[-1][1]
            for start, end, digits in row:
                if len(digits) >= _MARKED:
                    yield Hit(
                        entity=kind.value,
                        span=text.digits.span(start, end),
                        confidence=_SURE,
                        because="in_parts+context",
                        hidden=True,
                    )


def _telling(string: str, cue: Cue) -> bool:
    """Whether a cue says what a number is of: no carrier or status, and no "part" in "the first part"."""
    counted = cue.concepts <= _GOODS and _COUNTED.search(string, max(0, cue.start - 12), cue.start)
    return not (cue.concepts <= _SILENT or counted)


def _behind(parts: Sequence[_Part], cue: Cue, following: Sequence[Cue], behind: int) -> list[_Part]:
    """Give the parts that stand behind a cue, up to a cue of another kind."""
    first = next((part[0] for part in parts if part[0] >= max(cue.end, behind)), 0)
    stop = next(
        (
            other.start
            for other in following
            if not _akin(other.concepts, cue.concepts)
            and not (other.end <= first and other.concepts <= _WEAK and not cue.concepts & _WEAK)
        ),
        cue.end + 10_000,
    )
    row: list[_Part] = []
    last, reach = cue.end, _TOLD
    for part in parts:
        if part[0] < max(cue.end, behind):
            continue
        if part[0] - last > reach or part[1] > stop or len(row) == _MOST_PARTS:
            break
        row.append(part)
        last, reach = part[1], _GAP
    return row


def _close(row: list[_Part], end: int) -> list[_Part]:
    """Give the last parts that stand together before a cue."""
    kept: list[_Part] = []
    reach = _TOLD_AFTER
    for part in reversed(row):
        if end - part[1] > reach or len(kept) == _MOST_PARTS:
            break
        kept.insert(0, part)
        end, reach = part[0], _GAP
    return kept


def _named(cues: Sequence[Cue], row: Sequence[_Part]) -> bool:
    """Whether another word before these parts names them."""
    return bool(row) and any(row[0][0] - cue.end < _TOLD and cue.concepts & _OTHERS for cue in cues)


def _akin(one: frozenset[str], other: frozenset[str]) -> bool:
    return any(one & family and other & family for family in (_ACCOUNTS, _CARDS, _ORDERS, _PAPERS)) or bool(
        one & other
    )


def _kind(string: str, concepts: frozenset[str], row: list[_Part]) -> tuple[Kind, list[_Part]] | None:
    """Say of which kind the parts are together, and which of them; None where they are no one number."""
    if concepts & _OTHERS:
        return None
    for last in range(len(row), 1, -1):
        taken = row[:last]
        if any(len(digits) < _SHORTEST for _, _, digits in taken):
            continue
        gaps = [string[a[1] : b[0]] for a, b in pairwise(taken)]
        linked = any(_links(gap) for gap in gaps) or _links(string[max(0, row[0][0] - 16) : row[0][0]])
        apart = all(_DOTS.fullmatch(gap) for gap in gaps)
        kind = _fits(string, concepts, taken, linked=linked, apart=apart)
        if kind is not None:
            return kind, taken
    return None


def _fits(
    string: str, concepts: frozenset[str], row: Sequence[_Part], *, linked: bool, apart: bool
) -> Kind | None:
    whole = "".join(digits for _, _, digits in row)
    first = row[0][2]
    tied = linked or apart
    if concepts & _CARDS and (card(whole) or (len(whole) == _CARD_DIGITS and tied)):
        return Kind.PAYMENT_CARD
    if concepts & _PAPERS and all(personal(string[a:b]) or len(d) < 4 for a, b, d in row):
        forms = _patterns(concepts & _PAPERS)
        if any(exact.fullmatch(whole) and not exact.fullmatch(first) for exact in forms[0]) or (
            tied and any(loose.fullmatch(whole) for loose in forms[1])
        ):
            return Kind.GOVERNMENT_ID
    if not linked or any(_ROUND.fullmatch(digits) and len(digits) > 2 for _, _, digits in row):
        return None
    if concepts & _ACCOUNTS and len(whole) in _ACCOUNT_DIGITS and not _COUNTRY.search(string, 0, row[0][0]):
        return Kind.BANK_ACCOUNT
    if (
        concepts & _ORDERS
        and len(whole) in _ORDER_DIGITS
        and all(len(digits) >= _ORDER_PART for _, _, digits in row)
    ):
        return Kind.ORDER_ID
    return None


def _links(gap: str) -> bool:
    """Whether words between two parts say that they are parts."""
    return any(words.search(gap) for words in (MIDDLE, END, BEGIN, LINKING))


@cache
def _patterns(concepts: frozenset[str]) -> tuple[tuple[re.Pattern[str], ...], tuple[re.Pattern[str], ...]]:
    """Return the patterns of the papers that these words name: of one length alone, and all."""
    every: list[re.Pattern[str]] = []
    exact: list[re.Pattern[str]] = []
    for form in GOVERNMENT:
        if form.cues & concepts:
            every.append(form.pattern)
            exact.extend(
                re.compile(one)
                for one in form.pattern.pattern.split("|")
                if re.fullmatch(r"(?:\[[^\]]*\]|\d)*\\d\{(?:9|1\d)\}", one)
            )
    return tuple(exact), tuple(every)
