"""Numbering plans: whether a number can exist, and how countries group its digits. Knows no words.

Plausibility comes from `phonenumbers`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

import phonenumbers

REGIONS: Final = (
    "US",
    "GB",
    "FR",
    "DE",
    "ES",
    "IT",
    "BR",
    "MX",
    "ID",
    "VN",
    "TH",
    "PH",
    "IN",
    "AU",
    "MY",
    "PT",
)
CERTAIN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "FR": r"0[1-79](?:[ .\-]\d\d){4}",
        "GB": (
            r"\(?0(?:2\d\)?[ \-]\d{4}[ \-]\d{4}|1\d1\)?[ \-]\d{3}[ \-]\d{4}"
            r"|(?:1\d{3}\)?|7\d{3})[ \-](?:\d{6}|\d{3}[ \-]\d{3}))"
        ),
        "DE": r"\(?0(?:1[567]\d{1,2}|30|40|69|89|[2-9]\d1)\)?(?: ?/ ?| - |-| )\d{3,4}[ \-]?\d{3,5}",
        "BR": r"\(\d\d\) ?9?\d{4}[ \-]\d{4}",
        "AU": r"04\d\d \d{3} \d{3}|\(?0[2378]\)? \d{4} \d{4}",
        "ID": r"08\d{2}[ \-]\d{3,4}[ \-]\d{3,5}",
        "TH": r"0[689]\d[ \-]\d{3}[ \-]\d{4}",
        "VN": r"0[35789]\d{2}[ .\-]\d{3}[ .\-]\d{3}",
        "PH": r"09\d{2}[ \-]\d{3}[ \-]\d{4}",
    }
)
"""Groupings by region that hardly anything but a telephone number has; patterns without groups."""

LIKELY: Final[Mapping[str, str]] = MappingProxyType({"ES": r"[679]\d\d(?: \d\d){3}"})
"""Groupings that other numbers share now and then."""

CALLED: Final[Mapping[str, str]] = MappingProxyType(
    {
        "ES": r"[67]\d\d[ .\-]\d{3}[ .\-]\d{3}",
        "IT": r"3[2-9]\d[ ./\-]\d{6,7}|3[2-9]\d[ .]\d{3}[ .]\d{4}",
        "IN": r"[6-9]\d{4}[ \-]\d{5}",
        "BR": r"\d\d 9\d{4}[ \-]\d{4}",
    }
)
"""Groupings that many numbers share: a word about calling must be near."""


@lru_cache(maxsize=4096)
def valid(digits: str, region: str) -> bool:
    """Whether this number exists in the plan of one region, as it is dialled there."""
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(digits, region))
    except phonenumbers.NumberParseException:
        return False


@lru_cache(maxsize=4096)
def plausible(digits: str, *, international: bool = False) -> bool:
    """Whether some numbering plan (of `REGIONS`, or the one its country code names) has this number."""
    for region in (None,) if international else REGIONS:
        try:
            number = phonenumbers.parse(f"+{digits}" if international else digits, region)
        except phonenumbers.NumberParseException:
            continue
        # A country code is evidence enough that a possible length will do; fictional ranges are not "valid".
        if phonenumbers.is_valid_number(number) or (
            international and phonenumbers.is_possible_number(number)
        ):
            return True
    return False
