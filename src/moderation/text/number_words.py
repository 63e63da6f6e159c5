"""Number words of eleven languages in folded spelling (no accents), with what they are worth.

How a row of them is read lives in `digits`. To add a language, add a line to each table.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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
    "tl": "sero isa dalawa tatlo apat lima anim pito walo siyam",
    "tl_es": "sero uno dos tres kwatro singko sais siyete otso nwebe",
    "hi": "shunya ek do teen char paanch chhe saat aath nau",
}
_MORE_DIGITS: Final = {
    # spoken and misspelt forms
    "nought": 0, "naught": 0, "niner": 9, "ate": 8, "fife": 5, "tree": 3, "fo": 4, "fower": 4,
    "una": 1, "une": 1, "uma": 1, "duas": 2, "meia": 6, "zwo": 2, "ein": 1, "eine": 1, "fuenf": 5,
    "kosong": 0, "nul": 0, "dlapan": 8, "lapan": 8, "sifar": 0, "ampat": 4, "anem": 6, "tuju": 7,
    "tu": 4, "lam": 5, "le": 0, "linh": 0, "bẩy": 7, "hong": 0, "hok": 0,
    "chaar": 4, "panch": 5, "paach": 5, "che": 6, "chah": 6, "chhah": 6, "sat": 7, "ath": 8,
    "siete": 7, "nuwebe": 9, "kuwatro": 4, "syete": 7,
    # in place of a zero
    "oh": 0, "o": 0, "ow": 0,
}  # fmt: skip
_TEENS: Final = {
    "en": "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
    "es": "diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve",
    "fr": "dix onze douze treize quatorze quinze seize - - -",
    "de": "zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn",
    "pt": "dez onze doze treze catorze quinze dezesseis dezessete dezoito dezenove",
    "pt_eu": "- - - - quatorze - dezasseis dezassete - dezanove",
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
    "other": "- - fourty - - - octante -",
}
_HUNDREDS: Final = {
    "es": "cien doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos "
    "novecientos",
    "pt": "cem duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos",
    "it": "cento duecento trecento quattrocento cinquecento seicento settecento ottocento novecento",
    "id": "seratus - - - - - - - -",
    "es_too": "ciento - - - - - - - -",
}


def _german(tens: list[str], units: list[str]) -> Iterator[tuple[str, int]]:
    """Give the German numbers that are one word: 21–99, and whole hundreds with what follows."""
    small = dict(enumerate(_DIGITS["de"].split()[1:], start=1))
    small |= dict(enumerate(_TEENS["de"].split(), start=10))
    for place, ten in enumerate(tens, start=2):
        small[10 * place] = ten
        for value, unit in enumerate(units, start=1):
            for one in ("ein", "eins") if value == 1 else ("zwo", unit) if value == 2 else (unit,):
                small[10 * place + value] = f"{one}und{ten}"
                yield f"{one}und{ten}", 10 * place + value
    for hundreds, unit in enumerate(["", "zwei", *units[2:]], start=1):
        for start in (f"{unit}hundert", "einhundert") if hundreds == 1 else (f"{unit}hundert",):
            yield start, 100 * hundreds
            for value, word in small.items():
                yield f"{start}{word}", 100 * hundreds + value


def _joined(tens: list[str], units: list[str]) -> Iterator[tuple[str, int]]:
    """Give tens from twenty on with their units in one word: "veintidos", "cuarentayuno"."""
    for place, ten in enumerate(tens, start=2):
        for value, unit in enumerate(units, start=1):
            yield f"{ten}{unit}", 10 * place + value


def _values() -> dict[str, int]:
    values: dict[str, int] = {}
    tables = ((_HUNDREDS, 100, 100), (_TENS, 20, 10), (_TEENS, 10, 1), (_DIGITS, 0, 1))
    for table, first, step in tables:
        for words in table.values():
            for place, word in enumerate(words.split()):
                values[word] = first + place * step
                if word.endswith(("cientos", "centos", "zentos")):
                    values[f"{word[:-2]}as"] = values[word]
    values.update(_MORE_DIGITS)
    del values["-"]
    units = {language: words.split()[1:] for language, words in _DIGITS.items()}
    values.update(_german(_TENS["de"].split(), units["de"]))
    for place, ten in enumerate(_TENS["it"].split(), start=2):
        for value, unit in enumerate(units["it"], start=1):
            values[f"{ten[:-1] if unit[0] in 'uo' else ten}{unit}"] = 10 * place + value
    values.update(_joined(["veinti", "treinti", "cuarenti", "cincuenti"], units["es"]))
    values.update(_joined([f"{ten}y" for ten in _TENS["es"].split()], units["es"]))
    values.update(_joined([f"{ten}e" for ten in _TENS["pt"].split()], units["pt"]))
    return values


VALUES: Final[Mapping[str, int]] = MappingProxyType(_values())
"""Folded word → its value, 0–999."""

_UNSPACED: Final = {
    "th": "ศูนย์ หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า",
    "th_too": "ศูนย นึง - ซาม - - - เจด แปต เก้",
    "th_heard": "สูน เอ็ด ยี่ - - - - - - -",
    "hi": "शून्य एक दो तीन चार पांच छह सात आठ नौ",
    "zh": "零 一 二 三 四 五 六 七 八 九",
    "zh_too": "〇 幺 两 - - - - - - -",
    "zh_high": "- 壹 贰 叁 肆 伍 陆 柒 捌 玖",
}
UNSPACED: Final[Mapping[str, int]] = MappingProxyType(
    {word: value for words in _UNSPACED.values() for value, word in enumerate(words.split()) if word != "-"}
)
"""Words of scripts without gaps (or whose gaps folding loses), looked for inside runs of letters."""

TIMES_TEN: Final = frozenset({"puluh", "muoi", "chuc", "สิบ"})
"""After a digit: so many tens ("tiga puluh", "ba mươi"); alone, ten."""
TIMES_HUNDRED: Final = frozenset({"hundred", "cent", "cents", "ratus", "tram", "ร้อย"})
"""After a digit: so many hundreds ("quatre cent", "dua ratus")."""
PLUS_TEN: Final = frozenset({"belas"})
"""After a digit: that many above ten ("dua belas")."""
AND: Final = frozenset({"y", "e", "et", "und", "and"})
"""Between tens and a unit ("treinta y uno")."""
DASHES: Final = frozenset(
    {
        "dash",
        "hyphen",
        "minus",
        "guion",
        "traco",
        "hifen",
        "tiret",
        "strich",
        "bindestrich",
        "strip",
        "gach",
        "trattino",
        "ขีด",
        "ขีดกลาง",
    }
)
"""Spoken separators inside a number."""
PLUS: Final = frozenset({"plus", "mas", "mais", "cong", "tambah", "piu", "บวก"})
"""A spoken plus before a number."""
_UNTIL: Final = """
    das as las les before after until till by at vor nach ab bis um gegen vers apres avant jusqu'a
    jam sebelum setelah truoc sau luc khoang alle
"""
UNTIL: Final = frozenset(_UNTIL.split())
"""Before a time of day, which is no part of a number that a comma parts from it."""
_REPEATS: Final = {
    2: "double doble doppel doppelt duplo dupla doppio doppia dobel ganda doubled zweimal ดับเบิ้ล เบิ้ล",
    3: "triple tripple trible treble tripel triplo tripla trippel tripple dreimal",
    4: "quadruple",
}
REPEATS: Final[Mapping[str, int]] = MappingProxyType(
    {word: times for times, words in _REPEATS.items() for word in words.split()}
)
"""Before a digit: write it so many times."""

_WEAK: Final = """
    o oh ow tree fo fife due sei um un una une uma ein eine tu lam le linh mot hai ba bon nam sau bay tam chin
    khong hong hok once six acht dix meia sete tre null nul elf venti vier one nove sat do che char ek ath nau
    isa chah teen ate cem cento cien pito anim
"""
WEAK: Final = frozenset(_WEAK.split())
"""Words that also mean something else once accents are gone; a row of numbers needs more than these."""

MISSPELT: Final[Mapping[str, str]] = MappingProxyType(
    {"sive": "five", "for": "four", "too": "two", "ate": "eight"}
)
"""What undoing leetspeak makes of "5ive", "f0r", "t00"; only for words with digits in them."""

STARTED: Final[Mapping[str, str]] = MappingProxyType(
    {
        f"{worth}{word[gone:]}": word
        for word, worth in VALUES.items()
        for gone in (1, 2)
        if worth < 10 and len(word) - gone >= 2 and len(word) > 2
    }
)
"""Words that their own figure begins: "6ix", "8ight", "3res"."""
