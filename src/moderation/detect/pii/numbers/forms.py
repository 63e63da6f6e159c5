"""Forms: what the numbers of one scheme look like, what they are called, and how sure each makes us.

A form knows the bare characters of a number; where numbers are and which cue is nearest, `claims` knows.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from moderation.findings import Kind

Check = Callable[[str], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One scheme of numbers.

    `pattern` must fit the bare number in capitals, `check` accept it, `written` accept it as it stands.
    `cues` are the concepts that name it. The ladder: `beside` a cue (but for words like "number is"), `near`
    one (a few words between), `far` from one (in the same lines), `alone` without; `alone` and `far` need
    the official `layout` (lengths of the parts) where one is given, and without a `check` all need it.
    `certain` forms are believed even where the words speak of something else.
    """

    kind: Kind
    name: str
    pattern: re.Pattern[str]
    cues: frozenset[str]
    beside: float
    near: float
    far: float
    alone: float
    check: Check | None
    written: Check | None
    layout: re.Pattern[str] | None
    certain: bool


def form(
    kind: Kind,
    name: str,
    pattern: str,
    cues: str,
    *,
    beside: float = 0.95,
    near: float | None = None,
    far: float = 0.0,
    alone: float = 0.0,
    check: Check | None = None,
    written: Check | None = None,
    layout: str = "",
    certain: bool = False,
) -> Form:
    """Compile a form; `cues` are parted by spaces, `near` is a little less than `beside` unless said."""
    return Form(
        kind=kind,
        name=name,
        pattern=re.compile(pattern),
        cues=frozenset(cues.split()),
        beside=beside,
        near=max(beside - 0.05, 0.0) if near is None else near,
        far=far,
        alone=alone,
        check=check,
        written=written,
        layout=re.compile(layout) if layout else None,
        certain=certain,
    )


_DATE: Final = re.compile(
    r"[0-3]?\d[./-][01]?\d[./-](?:19|20)?\d\d|(?:19|20|25)\d\d[./-][01]?\d[./-][0-3]?\d"
    r"|[01]?\d[./-](?:19|20|25)\d\d|[01]?\d[./-][0-3]?\d[./-](?:19|20)\d\d"
    r"|(?:[a-z]{2,4} )?[0-3]\d[01]\d(?:19|20)\d\d|(?:19|20)\d\d[01]\d[0-3]\d"
)
_YEARS: Final = re.compile(r"(?:(?:19|20|25)\d\d\D*)+")
_ROUND: Final = re.compile(
    r"(?:\d{1,3}0{2,}\W+)+\d{1,3}0{2,}|\d{1,3}0{3,}"
    r"|\d{1,3}(?:[.,]\d{3})+(?:[.,]\d\d?)?(?:d|k|rb|tr)?|\d{1,3}(?: \d{3})* 000|\d+[.,]\d{1,2}"
)
_SIZES: Final = re.compile(
    r"\d{1,4}(?:\s?[x*]\s?\d{1,4})+|\d{1,3}(?:[./-]\d{1,3}){1,3}|(?:\d{1,2}/\d{1,2}\W*)+"
)
_UNEVEN: Final = re.compile(r"\d+-\d+ \d+")
"""Parted now by a hyphen, now by a space: no shop or carrier writes so."""
_TIME: Final = re.compile(r"\d{4}[ -]+\d{1,2}[.:]\d\d")
_FEW: Final = 3


def _climbs(value: str) -> bool:
    """Whether these are three or more small numbers, each greater than the one before: sizes, not groups."""
    numbers = [int(number) for number in re.findall(r"\d+", value)]
    return len(numbers) >= _FEW and max(numbers) < 1000 and numbers == sorted(set(numbers)) and " " in value


def ordinary(value: str) -> bool:
    """Whether a number as written is a date, years, a sum of money or a size rather than an identifier."""
    plain = value.strip()
    return _climbs(plain) or any(odd.fullmatch(plain) for odd in (_DATE, _YEARS, _ROUND, _SIZES, _TIME))


def personal(value: str) -> bool:
    """Whether a number as written may be a paper's, which may be pointed like thousands."""
    plain = value.strip()
    return len({c for c in value if c.isdecimal()}) > 1 and not (
        _DATE.fullmatch(plain) or _YEARS.fullmatch(plain)
    )


def identifier(value: str) -> bool:
    """Whether a number as written is no ordinary number, and holds more than one digit over and over."""
    digits = {c for c in value if c.isdecimal()}
    return len(digits) > 1 and not ordinary(value) and not _UNEVEN.fullmatch(value)
