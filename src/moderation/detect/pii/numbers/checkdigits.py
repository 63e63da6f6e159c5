"""Check digits and number ranges that tell a real number from a look-alike. Pure arithmetic.

Every function takes the bare characters (no separators, any case) and says whether they pass.
What surrounds a number is judged by the recognizers, not here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

_VERHOEFF_D: Final = (
    (0, 1, 2, 3, 4, 5, 6, 7, 8, 9),
    (1, 2, 3, 4, 0, 6, 7, 8, 9, 5),
    (2, 3, 4, 0, 1, 7, 8, 9, 5, 6),
    (3, 4, 0, 1, 2, 8, 9, 5, 6, 7),
    (4, 0, 1, 2, 3, 9, 5, 6, 7, 8),
    (5, 9, 8, 7, 6, 0, 4, 3, 2, 1),
    (6, 5, 9, 8, 7, 1, 0, 4, 3, 2),
    (7, 6, 5, 9, 8, 2, 1, 0, 4, 3),
    (8, 7, 6, 5, 9, 3, 2, 1, 0, 4),
    (9, 8, 7, 6, 5, 4, 3, 2, 1, 0),
)
_VERHOEFF_P: Final = (
    (0, 1, 2, 3, 4, 5, 6, 7, 8, 9),
    (1, 5, 7, 6, 2, 8, 3, 0, 9, 4),
    (5, 8, 0, 3, 7, 9, 6, 1, 4, 2),
    (8, 9, 1, 6, 0, 4, 3, 5, 2, 7),
    (9, 4, 5, 3, 1, 2, 6, 8, 7, 0),
    (4, 2, 8, 6, 5, 7, 3, 9, 0, 1),
    (2, 7, 9, 3, 8, 0, 6, 4, 1, 5),
    (7, 0, 4, 6, 9, 1, 3, 2, 5, 8),
)
_IBAN_COUNTRIES: Final = {
    15: "NO", 16: "BE", 18: "DK FI FO GL NL SD", 19: "MK SI",
    20: "AT BA EE KZ LT LU MN XK", 21: "CH HR LI LV",
    22: "BG BH CR DE GB GE IE ME RS VA", 23: "AE GI IL IQ OM SO TL",
    24: "AD CZ ES MD PK RO SA SE SK TN VG",
    25: "LY PT ST", 26: "IS TR", 27: "BI DJ FR GR IT MC MR SM", 28: "AL AZ BY CY DO GT HU LB NI PL SV",
    29: "BR EG PS QA UA", 30: "JO KW MU YE", 31: "MT SC", 32: "LC", 33: "RU",
}  # fmt: skip
_IBAN_LENGTHS: Final = {
    country: length for length, countries in _IBAN_COUNTRIES.items() for country in countries.split()
}
"""ISO 13616, IBAN registry: country → length."""
_S10_WEIGHTS: Final = (8, 6, 4, 2, 3, 5, 9, 7)


def bare(value: str) -> str:
    """Return only the letters and digits of a value, in upper case."""
    return re.sub(r"[^0-9A-Za-z]", "", value).upper()


def luhn(digits: str) -> bool:
    """ISO/IEC 7812-1 annex B; a run of one repeated digit is refused."""
    if not digits.isdecimal() or len(set(digits)) == 1:
        return False
    doubled = (int(d) * 2 for d in digits[-2::-2])
    total = sum(map(int, digits[-1::-2])) + sum(d - 9 if d > 9 else d for d in doubled)
    return total % 10 == 0


def card(value: str) -> bool:
    """A payment card: Luhn, and a length that the issuer named by the first digits uses."""
    digits = bare(value)
    lengths = {"3": (14, 15, 16), "4": (13, 16, 19), "5": (16,), "6": (16, 17, 18, 19), "2": (16,)}
    return len(digits) in lengths.get(digits[:1], ()) and luhn(digits)


def iban_length(country: str) -> int:
    """Return how long a country's IBAN is (two capitals); 0 where it has none."""
    return _IBAN_LENGTHS.get(country, 0)


def iban(value: str) -> bool:
    """ISO 13616: length by country and remainder 1 modulo 97."""
    code = bare(value)
    if not code or len(code) != iban_length(code[:2]):
        return False
    return int("".join(str(int(c, 36)) for c in code[4:] + code[:4])) % 97 == 1


def weighted(digits: str, weights: Iterable[int]) -> int:
    """Return the sum of the digits times their weights; the shorter of both decides how many."""
    return sum(int(d) * w for d, w in zip(digits, weights, strict=False))


def cbu(value: str) -> bool:
    """Argentinian bank account (CBU, CVU): 22 digits with two check digits, of bank and account."""
    digits = bare(value)
    if len(digits) != 22 or not digits.isdecimal() or len(set(digits)) == 1:
        return False
    bank = -weighted(digits[:7], (7, 1, 3, 9, 7, 1, 3)) % 10 == int(digits[7])
    return bank and -weighted(digits[8:21], (3, 9, 7, 1) * 4) % 10 == int(digits[21])


def rib(value: str) -> bool:
    """French bank account: 23 characters, letters read as digits, and a key modulo 97."""
    code = bare(value)
    if not re.fullmatch(r"\d{10}[0-9A-Z]{11}\d\d", code):
        return False
    read = code.translate(str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "12345678912345678923456789"))
    total = 89 * int(read[:5]) + 15 * int(read[5:10]) + 3 * int(read[10:21])
    return 97 - total % 97 == int(read[21:])


def usps(value: str) -> bool:
    """United States postal tracking number: 20 or 22 digits, weights 3 and 1 from the right."""
    digits = bare(value)
    if not re.fullmatch(r"9[1-5]\d{18}(?:\d\d)?", digits):
        return False
    return -weighted(digits[-2::-1], (3, 1) * 11) % 10 == int(digits[-1])


def clabe(value: str) -> bool:
    """Mexican bank account: 18 digits with weights 3, 7, 1."""
    digits = bare(value)
    if len(digits) != 18 or not digits.isdecimal():
        return False
    total = sum(int(d) * w % 10 for d, w in zip(digits[:17], (3, 7, 1) * 6, strict=False))
    return -total % 10 == int(digits[17])


def routing(value: str) -> bool:
    """United States bank routing number: nine digits with weights 3, 7, 1."""
    digits = bare(value)
    if len(digits) != 9 or not digits.isdecimal() or digits == "0" * 9:
        return False
    return sum(int(d) * w for d, w in zip(digits, (3, 7, 1) * 3, strict=True)) % 10 == 0


def verhoeff(digits: str) -> bool:
    """Verhoeff's scheme, used by Aadhaar."""
    if not digits.isdecimal():
        return False
    check = 0
    for i, d in enumerate(reversed(digits)):
        check = _VERHOEFF_D[check][_VERHOEFF_P[i % 8][int(d)]]
    return check == 0


def aadhaar(value: str) -> bool:
    """Twelve digits, the first 2–9, Verhoeff."""
    digits = bare(value)
    return len(digits) == 12 and digits[0] in "23456789" and verhoeff(digits)


def s10(value: str) -> bool:
    """Universal Postal Union S10 item number: two letters, nine digits, two letters."""
    code = bare(value)
    if not re.fullmatch(r"[A-Z]{2}\d{9}[A-Z]{2}", code):
        return False
    total = sum(int(d) * w for d, w in zip(code[2:10], _S10_WEIGHTS, strict=True))
    check = 11 - total % 11
    return {10: 0, 11: 5}.get(check, check) == int(code[10])


def ups(value: str) -> bool:
    """United Parcel Service 1Z number: letters count as (code - 63) modulo 10."""
    code = bare(value)
    if not re.fullmatch(r"1Z[0-9A-Z]{15}\d", code):
        return False
    values = [int(c) if c.isdecimal() else (ord(c) - 63) % 10 for c in code[2:17]]
    return -(sum(values[::2]) + 2 * sum(values[1::2])) % 10 == int(code[17])


def imei(value: str) -> bool:
    """Fifteen digits with Luhn."""
    digits = bare(value)
    return len(digits) == 15 and luhn(digits)


def ean(value: str) -> bool:
    """GTIN-13 (with ISBN-13): thirteen digits with weights 1, 3; such numbers are goods, not people."""
    digits = bare(value)
    if len(digits) != 13 or not digits.isdecimal():
        return False
    return sum(int(d) * w for d, w in zip(digits, (1, 3) * 6 + (1,), strict=True)) % 10 == 0
