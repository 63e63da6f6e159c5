"""Numbering plans: how well digits, as they are written, fit a telephone number of some country.

Plans and groupings come from `phonenumbers`. Knows no words; what stands around a number is judged
by `phone`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from types import MappingProxyType
from typing import Final

import phonenumbers
from phonenumbers import Leniency, PhoneNumber, PhoneNumberMatcher, PhoneNumberType

HOME: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "en": (
            "US",
            "GB",
            "CA",
            "AU",
            "IE",
            "NZ",
            "IN",
            "PH",
            "SG",
            "MY",
            "ZA",
            "NG",
            "KE",
            "HK",
            "AE",
            "PK",
        ),
        "es": (
            "ES",
            "MX",
            "AR",
            "CO",
            "CL",
            "PE",
            "EC",
            "VE",
            "UY",
            "BO",
            "CR",
            "GT",
            "DO",
            "PA",
            "PY",
            "US",
        ),
        "fr": ("FR", "BE", "CH", "CA", "LU", "MA", "TN", "DZ", "SN", "CI"),
        "de": ("DE", "AT", "CH", "LI"),
        "pt": ("BR", "PT", "AO", "MZ"),
        "it": ("IT", "CH"),
        "id": ("ID", "MY", "SG"),
        "vi": ("VN",),
        "th": ("TH",),
    }
)
"""The countries whose numbers a text in this language is likely to hold."""

MORE: Final = (
    "NL", "PL", "SE", "NO", "DK", "FI", "CZ", "HU", "RO", "GR", "RU", "UA", "TR", "IL", "EG", "SA", "JP",
    "KR", "CN", "TW", "BD", "LK", "BG", "HR", "SK",
)  # fmt: skip
"""Countries whose language our word lists do not speak."""

EVERYWHERE: Final = tuple(dict.fromkeys([*(region for listed in HOME.values() for region in listed), *MORE]))

_PUBLIC: Final = frozenset(
    {
        PhoneNumberType.TOLL_FREE, PhoneNumberType.SHARED_COST, PhoneNumberType.PREMIUM_RATE,
        PhoneNumberType.UAN,
    }
)  # fmt: skip
_MOBILE: Final = frozenset({PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE})
_NORTH_AMERICAN: Final = re.compile(r"(?:\+?1\D{0,2})?\(?[2-9]\d\d\)?\D{1,2}[2-9]\d\d\D{1,2}\d{4}")
_PAIRS: Final = re.compile(r"\(?0[1-9]\)?(?:\D\d\d){4}|[679]\d\d(?:\D\d\d){3}")
_PREFIX: Final = re.compile(r"\+|00|011(?=\D{0,2}[2-9])")
_FULL: Final = 9
"""Digits that a number dialled from anywhere in its country has at least; shorter ones look like anything."""
_INNER_ZERO: Final = re.compile(r"(?<=\d)\D*\(0\)")


class Fit(IntEnum):
    """How well a written number fits a plan, the better the higher."""

    NONE = 0
    """No plan has it, as far as can be seen."""
    EXISTS = 1
    """A plan has it, but many other numbers look so."""
    DIALLED = 2
    """A plan has it, and it is written from the trunk zero on, unparted."""
    PARTED = 3
    """The same in parts, or in pairs as its country likes them."""
    GROUPED = 4
    """Grouped as its country does, which hardly anything else is."""
    INTERNATIONAL = 5
    """With a plus and a country code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A fit, whether the number is one of companies (toll-free and such), and whether a mobile one."""

    fit: Fit
    public: bool = False
    mobile: bool = False


_NOWHERE: Final = Standing(fit=Fit.NONE)


def bare(written: str) -> str:
    """Return only the digits."""
    return re.sub(r"\D", "", written)


@lru_cache(maxsize=4096)
def standing(written: str, regions: tuple[str, ...]) -> Standing:
    """Say how well a number, as written in ASCII digits, fits one of these countries' plans."""
    written = _INNER_ZERO.sub(" ", written)
    prefix = _PREFIX.match(written)
    digits = bare(written[prefix.end() :] if prefix else written)
    if prefix:
        abroad = _international(digits)
        if abroad.fit or prefix[0] == "+":
            return abroad
    best = max((_national(written, digits, region) for region in regions), key=_rank)
    if best.fit is Fit.NONE and len(digits) >= 10 and digits[0] != "0":
        number = _parsed(f"+{digits}", None)
        if number is not None and phonenumbers.is_valid_number(number) and _region(number) in EVERYWHERE:
            return Standing(fit=Fit.EXISTS, mobile=phonenumbers.number_type(number) in _MOBILE)
    return best


def _rank(found: Standing) -> tuple[int, bool, bool]:
    return found.fit, not found.public, found.mobile


def _region(number: PhoneNumber) -> str:
    return str(phonenumbers.region_code_for_number(number))


def _parsed(digits: str, region: str | None) -> PhoneNumber | None:
    try:
        return phonenumbers.parse(digits, region)
    except phonenumbers.NumberParseException:
        return None


def _international(digits: str) -> Standing:
    number = _parsed(f"+{digits}", None)
    # A country code is evidence enough that a possible length will do; fictional ranges are not "valid".
    if number is None or not (
        phonenumbers.is_valid_number(number) or phonenumbers.is_possible_number(number)
    ):
        return _NOWHERE
    kind = phonenumbers.number_type(number)
    return Standing(fit=Fit.INTERNATIONAL, public=kind in _PUBLIC, mobile=kind in _MOBILE)


def _national(written: str, digits: str, region: str) -> Standing:
    number = _parsed(digits, region)
    if number is None or not phonenumbers.is_valid_number_for_region(number, region):
        return _NOWHERE
    if str(number.country_code) == digits[: len(str(number.country_code))] and number.country_code != 1:
        national = phonenumbers.national_significant_number(number)
        if digits.endswith(national) and len(digits) - len(national) == len(str(number.country_code)):
            return Standing(fit=Fit.EXISTS)
    kind = phonenumbers.number_type(number)
    return Standing(
        fit=_fit(written, digits, region, mobile=kind in _MOBILE),
        public=kind in _PUBLIC,
        mobile=kind in _MOBILE,
    )


def _fit(written: str, digits: str, region: str, *, mobile: bool) -> Fit:
    groups = re.findall(r"\d+", written)
    trunk = digits[0] == "0" or written.startswith("(")
    if len(groups) == 1:
        return Fit.DIALLED if trunk and len(digits) >= (9 if mobile else 10) else Fit.EXISTS
    if len(groups) > 6:
        return Fit.DIALLED if trunk else Fit.EXISTS
    if len(digits) < _FULL:
        return Fit.EXISTS
    if _NORTH_AMERICAN.fullmatch(written) or (trunk and _strict(" ".join(groups), region)):
        return Fit.GROUPED
    return Fit.PARTED if trunk or _PAIRS.fullmatch(written) else Fit.EXISTS


def _strict(grouped: str, region: str) -> bool:
    """Whether the groups are those in which the country writes this number."""
    return PhoneNumberMatcher(grouped, region, leniency=Leniency.STRICT_GROUPING).has_next()
