"""Check digits and number ranges that tell a real number from a look-alike. Pure arithmetic.

Every function takes the bare characters (no separators, any case) and says whether they pass.
What surrounds a number is judged by the recognizers, not here.
"""

from __future__ import annotations

import re
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
_DNI_LETTERS: Final = "TRWAGMYFPDXBNJZSQVHLCKE"
_IBAN_LENGTHS: Final = {
    "NO": 15,
    "BE": 16,
    "DK": 18,
    "FI": 18,
    "NL": 18,
    "SI": 19,
    "AT": 20,
    "CH": 21,
    "LV": 21,
    "HR": 21,
    "LT": 20,
    "EE": 20,
    "LU": 20,
    "DE": 22,
    "GB": 22,
    "IE": 22,
    "BG": 22,
    "AE": 23,
    "ES": 24,
    "SE": 24,
    "SK": 24,
    "CZ": 24,
    "SA": 24,
    "RO": 24,
    "PK": 24,
    "PT": 25,
    "TR": 26,
    "FR": 27,
    "GR": 27,
    "IT": 27,
    "PL": 28,
    "HU": 28,
    "CY": 28,
    "BR": 29,
    "MT": 31,
    "UA": 29,
}
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


def iban(value: str) -> bool:
    """ISO 13616: length by country and remainder 1 modulo 97."""
    code = bare(value)
    if not code or len(code) != _IBAN_LENGTHS.get(code[:2]):
        return False
    return int("".join(str(int(c, 36)) for c in code[4:] + code[:4])) % 97 == 1


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


def cpf(value: str) -> bool:
    """Brazilian taxpayer number: eleven digits, two check digits modulo 11."""
    digits = bare(value)
    if len(digits) != 11 or not digits.isdecimal() or len(set(digits)) == 1:
        return False
    for n in (9, 10):
        rest = sum(int(d) * (n + 1 - i) for i, d in enumerate(digits[:n])) * 10 % 11 % 10
        if rest != int(digits[n]):
            return False
    return True


def dni(value: str) -> bool:
    """Spanish DNI or NIE: eight digits (or X, Y, Z and seven) and a letter modulo 23."""
    code = bare(value)
    if not re.fullmatch(r"[XYZ\d]\d{7}[A-Z]", code):
        return False
    return _DNI_LETTERS[int(code[:8].translate(str.maketrans("XYZ", "012"))) % 23] == code[8]


def nino(value: str) -> bool:
    """British national insurance number: the prefixes that are issued."""
    code = bare(value)
    prefix = r"(?!BG|GB|KN|NK|NT|TN|ZZ)[ABCEGHJ-PRSTW-Z][ABCEGHJ-NPRSTW-Z]"
    return re.fullmatch(prefix + r"\d{6}[A-D]", code) is not None


def ssn(value: str) -> bool:
    """United States social security or individual taxpayer number: the ranges that are issued."""
    digits = bare(value)
    if len(digits) != 9 or not digits.isdecimal() or digits[3:5] == "00" or digits[5:] == "0000":
        return False
    if digits[0] == "9":
        return 50 <= int(digits[3:5]) <= 99
    return digits[:3] not in {"000", "666"}


def nik(value: str) -> bool:
    """Indonesian NIK: sixteen digits: province 11–94, then day (plus 40 for women) and month."""
    digits = bare(value)
    if len(digits) != 16 or not digits.isdecimal():
        return False
    day = int(digits[6:8])
    return (
        11 <= int(digits[:2]) <= 94 and (1 <= day <= 31 or 41 <= day <= 71) and 1 <= int(digits[8:10]) <= 12
    )


def thai_id(value: str) -> bool:
    """Thai citizen number: thirteen digits, weights 13 down to 2, modulo 11."""
    digits = bare(value)
    if len(digits) != 13 or not digits.isdecimal() or digits[0] == "0":
        return False
    total = sum(int(d) * (13 - i) for i, d in enumerate(digits[:12]))
    return (11 - total % 11) % 10 == int(digits[12])


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
