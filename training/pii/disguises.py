"""Disguises that a machine can put on a value: what people do to slip past a filter, one at a time.

Tricks that need words around the value (split over sentences, spoken, same name as here) are written
by hand in the frames.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from typing import Final

from moderation.findings import Kind

_WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "en": ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    "es": ("cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"),
    "fr": ("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"),
    "de": ("null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"),
    "pt": ("zero", "um", "dois", "três", "quatro", "cinco", "seis", "sete", "oito", "nove"),
    "it": ("zero", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove"),
    "id": ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"),
    "vi": ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"),
    "th": ("ศูนย์", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า"),
}
_NATIVE: Final[Mapping[str, int]] = {"th": 0x0E50, "en": 0x0966, "id": 0x0660}
_LATIN: Final = "aceopxyABEHKMOPTX"
_CYRILLIC: Final = "асеорхуАВЕНКМОРТХ"
_LEET: Final = str.maketrans({"o": "0", "l": "1", "e": "3", "a": "4", "s": "5", "i": "1"})
_AT: Final[Mapping[str, tuple[str, str]]] = {
    "es": (" arroba ", " punto "), "fr": (" arobase ", " point "), "de": (" ät ", " punkt "),
    "pt": (" arroba ", " ponto "), "it": (" chiocciola ", " punto "), "id": (" at ", " titik "),
    "vi": (" a còng ", " chấm "), "th": (" แอท ", " ดอท "),
}  # fmt: skip

Disguise = Callable[[str, str, random.Random], str]


def _bare(value: str) -> str:
    return "".join(c for c in value if c.isdigit() or c == "+")


def _spaced(value: str, lang: str, rng: random.Random) -> str:
    del lang
    return rng.choice((" ", "-", ".", " - ")).join(_bare(value))


def _worded(value: str, lang: str, rng: random.Random) -> str:
    del rng
    names = _WORDS.get(lang, _WORDS["en"])
    return " ".join("plus" if c == "+" else names[int(c)] for c in _bare(value))


def _mixed(value: str, lang: str, rng: random.Random) -> str:
    names = _WORDS.get(lang, _WORDS["en"])
    return " ".join(names[int(c)] if c.isdigit() and rng.random() < 0.5 else c for c in _bare(value))


def _full_width(value: str, lang: str, rng: random.Random) -> str:
    del lang, rng
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in value)


def _native(value: str, lang: str, rng: random.Random) -> str:
    del rng
    first = _NATIVE.get(lang, 0x0660)
    return "".join(chr(first + int(c)) if c.isdigit() else c for c in value)


def _keycaps(value: str, lang: str, rng: random.Random) -> str:
    del lang, rng
    return "".join(f"{c}\ufe0f\u20e3" for c in value if c.isdigit())


def _unseen(value: str, lang: str, rng: random.Random) -> str:
    del lang
    return (
        "".join(c + (rng.choice("\u200b\u200c\u2060") if rng.random() < 0.4 else "") for c in value[:-1])
        + value[-1]
    )


def _look_alike(value: str, lang: str, rng: random.Random) -> str:
    del lang
    table = str.maketrans(_LATIN, _CYRILLIC)
    return "".join(c.translate(table) if rng.random() < 0.6 else c for c in value)


def _letter_digits(value: str, lang: str, rng: random.Random) -> str:
    del lang, rng
    return value.replace("0", "O").replace("1", "l")


def _at_dot(value: str, lang: str, rng: random.Random) -> str:
    at, dot = rng.choice(
        ((" at ", " dot "), ("(at)", "(dot)"), (" [at] ", " [dot] "), _AT.get(lang, (" AT ", " DOT ")))
    )
    local, _, host = value.rpartition("@")
    return f"{local}{at}{host.replace('.', dot)}"


def _gapped(value: str, lang: str, rng: random.Random) -> str:
    del lang, rng
    return value.replace("@", " @ ").replace(".", " . ")


def _lower(value: str, lang: str, rng: random.Random) -> str:
    del lang, rng
    return value.lower()


def _leet(value: str, lang: str, rng: random.Random) -> str:
    del lang, rng
    return value.lower().translate(_LEET)


def _letters(value: str, lang: str, rng: random.Random) -> str:
    del lang
    joint = rng.choice((" ", ".", "-"))
    return "  ".join(joint.join(word) for word in value.split())


_NUMBER: Final[Mapping[str, Disguise]] = {
    "spaced": _spaced, "words": _worded, "mixed": _mixed, "fullwidth": _full_width, "native-digits": _native,
    "keycap": _keycaps, "zero-width": _unseen, "letter-digits": _letter_digits,
}  # fmt: skip
_CODE: Final[Mapping[str, Disguise]] = {
    "fullwidth": _full_width, "zero-width": _unseen, "homoglyph": _look_alike, "native-digits": _native,
}  # fmt: skip
_NAMED: Final[Mapping[str, Disguise]] = {
    "lowercase": _lower, "zero-width": _unseen, "homoglyph": _look_alike, "fullwidth": _full_width,
}  # fmt: skip
DISGUISES: Final[Mapping[Kind, Mapping[str, Disguise]]] = {
    Kind.PHONE: _NUMBER,
    Kind.PAYMENT_CARD: _NUMBER,
    Kind.EMAIL: {"at-dot": _at_dot, "gapped": _gapped, **_CODE},
    Kind.URL_PERSONAL: {"gapped": _gapped, **_CODE},
    Kind.SOCIAL_HANDLE: _CODE,
    Kind.PERSON: {"letters": _letters, "leet": _leet, **_NAMED},
    Kind.ADDRESS: _NAMED,
    **dict.fromkeys(
        (Kind.ORDER_ID, Kind.BANK_ACCOUNT, Kind.GOVERNMENT_ID, Kind.IP_ADDRESS, Kind.GEO, Kind.BIRTH_DATE),
        _CODE,
    ),
    Kind.VEHICLE_PLATE: _CODE,
}
"""What a machine does to each kind: name → disguise(value, language, random source)."""


def disguise(kind: Kind, value: str, lang: str, rng: random.Random) -> tuple[str, str] | None:
    """Return a disguised value and the disguise's name, None where none changes it."""
    names = sorted(DISGUISES[kind])
    rng.shuffle(names)
    for name in names:
        changed = DISGUISES[kind][name](value, lang, rng)
        if changed != value and changed.strip():
            return changed, name
    return None
