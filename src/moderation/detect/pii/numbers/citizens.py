"""Check digits of numbers that states give to people, by country; general schemes are in `checkdigits`.

Every function takes the number with or without separators, in any case, and says whether it passes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from moderation.detect.pii.numbers.checkdigits import bare, ean, luhn, weighted

_DNI_LETTERS: Final = "TRWAGMYFPDXBNJZSQVHLCKE"
_FISCAL_DIGITS: Final = (1, 0, 5, 7, 9, 13, 15, 17, 19, 21)
_FISCAL_LETTERS: Final = (*_FISCAL_DIGITS, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23)
_FISCAL_ODD: Final = dict(
    zip("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", (*_FISCAL_DIGITS, *_FISCAL_LETTERS), strict=True)
)
_CURP_ORDER: Final = "0123456789ABCDEFGHIJKLMN\u00d1OPQRSTUVWXYZ"
_PPS_LETTERS: Final = "WABCDEFGHIJKLMNOPQRSTUV"


def _digits(value: str, *lengths: int) -> str:
    """Return the digits of a number that has one of the lengths and is not one digit repeated; else empty."""
    digits = bare(value)
    fits = digits.isdecimal() and len(digits) in lengths and len(set(digits)) > 1
    return digits if fits else ""


def _born(month: str, day: str) -> bool:
    return 1 <= int(month) <= 12 and 1 <= int(day) <= 31


def _modulo_11(digits: str, weights: Iterable[int], *, ten: str = "0") -> bool:
    """Whether the last digit is 11 minus the weighted sum modulo 11; eleven is 0, ten is `ten`."""
    check = -weighted(digits[:-1], weights) % 11
    return (ten if check == 10 else str(check)) == digits[-1]


def ssn(value: str) -> bool:
    """United States social security or individual taxpayer number: the ranges that are issued."""
    digits = bare(value)
    if len(digits) != 9 or not digits.isdecimal() or digits[3:5] == "00" or digits[5:] == "0000":
        return False
    if digits[0] == "9":
        return 50 <= int(digits[3:5]) <= 99
    return digits[:3] not in {"000", "666"}


def sin(value: str) -> bool:
    """Canadian social insurance number: nine digits with Luhn."""
    return luhn(_digits(value, 9))


def nino(value: str) -> bool:
    """British national insurance number: the prefixes that are issued."""
    prefix = r"(?!BG|GB|KN|NK|NT|TN|ZZ)[ABCEGHJ-PRSTW-Z][ABCEGHJ-NPRSTW-Z]"
    return re.fullmatch(prefix + r"\d{6}[A-D]", bare(value)) is not None


def nhs(value: str) -> bool:
    """British health service number: ten digits, weights 10 down to 2, modulo 11; ten is not issued."""
    digits = _digits(value, 10)
    return bool(digits) and _modulo_11(digits, range(10, 1, -1), ten="x")


def pps(value: str) -> bool:
    """Irish personal public service number: seven digits, a letter modulo 23, perhaps a second letter."""
    code = bare(value)
    if not re.fullmatch(r"\d{7}[A-W][A-IW]?", code):
        return False
    second = _PPS_LETTERS.find(code[8:9] or "W")
    return _PPS_LETTERS[(weighted(code[:7], range(8, 1, -1)) + 9 * second) % 23] == code[7]


def nir(value: str) -> bool:
    """French social security number: thirteen characters and, where it stands, a key modulo 97."""
    code = bare(value)
    if not re.fullmatch(r"[1-478]\d{4}(?:\d\d|2[AB])\d{6}(?:\d\d)?", code):
        return False
    if len(code) < 15:
        return 1 <= int(code[3:5]) <= 12
    body = code[:13].replace("2A", "19").replace("2B", "18") if code[5:7] in {"2A", "2B"} else code[:13]
    return 97 - int(body) % 97 == int(code[13:])


def steuer_id(value: str) -> bool:
    """German tax identification number: eleven digits, ISO 7064 modulo 11, 10."""
    digits = _digits(value, 11)
    if not digits or digits[0] == "0":
        return False
    product = 10
    for digit in digits[:10]:
        total = (int(digit) + product) % 10 or 10
        product = total * 2 % 11
    return (11 - product) % 10 == int(digits[10])


def svnr_at(value: str) -> bool:
    """Austrian social insurance number: ten digits, the fourth checks, the last six are a birth date."""
    digits = _digits(value, 10)
    if not digits or not 1 <= int(digits[4:6]) <= 31:
        return False
    return weighted(digits[:3] + digits[4:], (3, 7, 9, 5, 8, 4, 2, 1, 6)) % 11 == int(digits[3])


def ahv(value: str) -> bool:
    """Swiss insurance number: thirteen digits from 756 with the check digit of a GTIN-13."""
    digits = bare(value)
    return digits.startswith("756") and ean(digits)


def dni(value: str) -> bool:
    """Spanish DNI or NIE: eight digits (or X, Y, Z and seven) and a letter modulo 23."""
    code = bare(value)
    if not re.fullmatch(r"[XYZ\d]\d{7}[A-Z]", code):
        return False
    return _DNI_LETTERS[int(code[:8].translate(str.maketrans("XYZ", "012"))) % 23] == code[8]


def nuss(value: str) -> bool:
    """Spanish social security number: twelve digits, the last two the rest modulo 97 of the others."""
    digits = _digits(value, 12)
    return bool(digits) and int(digits[:2] + digits[2:10].lstrip("0")) % 97 == int(digits[10:])


def nif_pt(value: str) -> bool:
    """Portuguese taxpayer number of a person: nine digits from 1, 2, 3 or 45, weights 9 to 2, modulo 11."""
    digits = _digits(value, 9)
    return bool(re.match(r"[123]|45", digits)) and _modulo_11(digits, range(9, 1, -1))


def codice_fiscale(value: str) -> bool:
    """Italian tax code: sixteen characters, odd and even places valued apart, modulo 26."""
    code = bare(value)
    if not re.fullmatch(
        r"[A-Z]{6}[\dLMNPQRSTUV]{2}[A-EHLMPRST][\dLMNPQRSTUV]{2}[A-Z][\dLMNPQRSTUV]{3}[A-Z]", code
    ):
        return False
    odd = sum(_FISCAL_ODD[c] for c in code[0:15:2])
    even = sum(int(c) if c.isdecimal() else ord(c) - 65 for c in code[1:15:2])
    return (odd + even) % 26 == ord(code[15]) - 65


def pesel(value: str) -> bool:
    """Polish number: eleven digits, a birth date first, weights 1, 3, 7, 9."""
    digits = _digits(value, 11)
    if not digits or not _born(str(int(digits[2:4]) % 20), digits[4:6]):
        return False
    return -weighted(digits[:10], (1, 3, 7, 9) * 3) % 10 == int(digits[10])


def bsn(value: str) -> bool:
    """Dutch citizen number: nine digits, weights 9 down to 2 and -1, a multiple of 11."""
    digits = _digits(value, 9)
    return bool(digits) and weighted(digits, (9, 8, 7, 6, 5, 4, 3, 2, -1)) % 11 == 0


def cpf(value: str) -> bool:
    """Brazilian taxpayer number: eleven digits, two check digits modulo 11."""
    digits = _digits(value, 11)
    return bool(digits) and all(
        weighted(digits[:n], range(n + 1, 1, -1)) * 10 % 11 % 10 == int(digits[n]) for n in (9, 10)
    )


def curp(value: str) -> bool:
    """Mexican population code: eighteen characters with a birth date; the check digit is often mistyped."""
    code = bare(value)
    fits = re.fullmatch(r"[A-Z]{4}\d{6}[HMX][A-Z]{5}[0-9A-Z]\d", code) is not None
    return fits and _born(code[6:8], code[8:10])


def curp_checked(value: str) -> bool:
    """Mexican population code whose check digit fits, too."""
    code = bare(value)
    total = sum(_CURP_ORDER.index(c) * (18 - i) for i, c in enumerate(code[:17])) if curp(code) else -1
    return total >= 0 and -total % 10 == int(code[17])


def rfc(value: str) -> bool:
    """Mexican taxpayer code of a person: four letters, a birth date, three characters."""
    code = bare(value)
    return re.fullmatch(r"[A-Z]{4}\d{6}[0-9A-Z]{3}", code) is not None and _born(code[6:8], code[8:10])


def rut(value: str) -> bool:
    """Chilean number: seven or eight digits and a digit or K modulo 11."""
    code = bare(value)
    if not re.fullmatch(r"\d{7,8}[\dK]", code) or len(set(code)) == 1:
        return False
    return "0123456789K"[-weighted(code[-2::-1], (2, 3, 4, 5, 6, 7, 2, 3)) % 11] == code[-1]


def cuil(value: str) -> bool:
    """Argentinian number of a person: eleven digits from 20, 23, 24 or 27, modulo 11."""
    digits = _digits(value, 11)
    return digits[:2] in {"20", "23", "24", "27"} and _modulo_11(
        digits, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2), ten="9"
    )


def nik(value: str) -> bool:
    """Indonesian NIK: sixteen digits: province 11–94, then day (plus 40 for women) and month."""
    digits = _digits(value, 16)
    if not digits or not 11 <= int(digits[:2]) <= 94:
        return False
    day = int(digits[6:8])
    return _born(digits[8:10], str(day - 40 if day > 40 else day))


def cccd(value: str) -> bool:
    """Vietnamese citizen number: twelve digits: province 001–096, then century and sex."""
    digits = _digits(value, 12)
    return bool(digits) and 1 <= int(digits[:3]) <= 96 and digits[3] in "0123"


def thai_id(value: str) -> bool:
    """Thai citizen number: thirteen digits, weights 13 down to 2, modulo 11."""
    digits = _digits(value, 13)
    if not digits or digits[0] in "09":
        return False
    return (11 - weighted(digits[:12], range(13, 1, -1)) % 11) % 10 == int(digits[12])


def tfn(value: str) -> bool:
    """Australian tax file number: nine digits, a multiple of 11."""
    digits = _digits(value, 9)
    return bool(digits) and weighted(digits, (1, 4, 3, 7, 5, 8, 6, 9, 10)) % 11 == 0


def medicare(value: str) -> bool:
    """Australian health card: ten or eleven digits, the ninth checks the first eight modulo 10."""
    digits = _digits(value, 10, 11)
    return digits[:1] in {"2", "3", "4", "5", "6"} and weighted(digits[:8], (1, 3, 7, 9) * 2) % 10 == int(
        digits[8]
    )
