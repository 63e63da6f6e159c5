"""Number words of nine languages in folded spelling (no accents), with what they are worth.

How a row of them is read lives in `digits`. To add a language, add a line to each table.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_DIGITS: Final = {
    "en": "zero one two three four five six seven eight nine",
    "es": "cero uno dos tres cuatro cinco seis siete ocho nueve",
    "fr": "zero un deux trois quatre cinq six sept huit neuf",
    "de": "null eins zwei drei vier funf sechs sieben acht neun",
    "pt": "zero um dois tres quatro cinco seis sete oito nove",
    "it": "zero uno due tre quattro cinque sei sette otto nove",
    "id": "nol satu dua tiga empat lima enam tujuh delapan sembilan",
    "vi": "khong mot hai ba bon nam sau bay tam chin",
}
_MORE_DIGITS: Final = {
    # spoken and misspelt forms
    "nought": 0, "naught": 0, "niner": 9, "fife": 5, "tree": 3, "fo": 4,
    "una": 1, "une": 1, "uma": 1, "duas": 2, "meia": 6, "zwo": 2, "ein": 1, "fuenf": 5,
    "kosong": 0, "dlapan": 8, "tu": 4, "lam": 5, "le": 0, "linh": 0, "bẩy": 7,
    # in place of a zero
    "oh": 0, "o": 0, "ow": 0,
}  # fmt: skip
_TEENS: Final = {
    "en": "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
    "es": "diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve",
    "fr": "dix onze douze treize quatorze quinze seize - - -",
    "de": "zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn",
    "pt": "dez onze doze treze quatorze quinze dezesseis dezessete dezoito dezenove",
    "it": "dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove",
    "id": "sepuluh sebelas - - - - - - - -",
}
_TENS: Final = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "es": "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "fr": "vingt trente quarante cinquante soixante septante huitante nonante",
    "de": "zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig",
    "pt": "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
    "it": "venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
}


def _values() -> dict[str, int]:
    values = dict(_MORE_DIGITS)
    for table, first, step in ((_DIGITS, 0, 1), (_TEENS, 10, 1), (_TENS, 20, 10)):
        for words in table.values():
            for place, word in enumerate(words.split()):
                values[word] = first + place * step
    del values["-"]
    units = {language: words.split()[1:] for language, words in _DIGITS.items()}
    for place, ten in enumerate(_TENS["de"].split(), start=2):
        for value, unit in enumerate(units["de"], start=1):
            values[f"{'ein' if value == 1 else unit}und{ten}"] = 10 * place + value
    for place, ten in enumerate(_TENS["it"].split(), start=2):
        for value, unit in enumerate(units["it"], start=1):
            values[f"{ten[:-1] if unit[0] in 'uo' else ten}{unit}"] = 10 * place + value
    for value, unit in enumerate(units["es"], start=1):
        values[f"veinti{unit}"] = 20 + value
    return values


VALUES: Final[Mapping[str, int]] = MappingProxyType(_values())
"""Folded word → its value, 0–99."""

_THAI: Final = "ศูนย์ หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า"
THAI: Final[Mapping[str, int]] = MappingProxyType({word: value for value, word in enumerate(_THAI.split())})
"""Thai writes no gaps between words, so these are looked for inside its runs of letters."""

TIMES_TEN: Final = frozenset({"puluh", "muoi"})
"""After a digit: so many tens ("tiga puluh", "ba mươi")."""
PLUS_TEN: Final = frozenset({"belas"})
"""After a digit: that many above ten ("dua belas")."""
AND: Final = frozenset({"y", "e", "et", "und", "and"})
"""Between tens and a unit ("treinta y uno")."""
REPEATS: Final[Mapping[str, int]] = MappingProxyType(
    {
        "double": 2,
        "triple": 3,
        "treble": 3,
        "doble": 2,
        "doppel": 2,
        "duplo": 2,
        "doppio": 2,
        "dobel": 2,
        "ganda": 2,
    }
)
"""Before a digit: write it so many times."""

_WEAK: Final = """
    o oh ow tree fo fife due sei um un una une uma ein tu lam le linh mot hai ba bon nam sau bay tam chin
    khong once six acht dix meia sete tre null elf venti vier one nove
"""
WEAK: Final = frozenset(_WEAK.split())
"""Words that also mean something else once accents are gone; a row of numbers needs more than these."""

MISSPELT: Final[Mapping[str, str]] = MappingProxyType(
    {"sive": "five", "for": "four", "too": "two", "ate": "eight"}
)
"""What undoing leetspeak makes of "5ive", "f0r", "t00"; only for words with digits in them."""
