"""How addresses are written, country by country: patterns over the original. Data for `address`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from moderation.detect.pii.letters import CAPITALISED, UPPER, either

_STREET: Final = (
    "(?:"
    + either(
        "street|avenue|ave|road|rd|lane|boulevard|blvd|crescent|parkway|pkwy|nagar|esplanade"
        "|terrace|highway|hwy"
    )
    + "|(?:STR|STREET|DR|DRIVE|ST|CT|COURT|PL|Str|St|Av|Ln|LN|Drive|Dr|Close|Court|Ct|Way|WAY"
    "|Place|Pl|Cres|Gardens|Grove|Circle|Cir|Square|Sq|Trail|Trl|Mews|Row|Hill|Walk|Green|Rise"
    "|View"
    "|Marg|Colony|Layout|Parade|Loop))"
)
"""Plain street words in any case; those that are also ordinary words need their capital."""

_PLAIN_STREET: Final = "street|avenue|ave|road|rd|lane|boulevard|blvd|crescent|parkway"
_WORD: Final = rf"(?:{CAPITALISED}|[{UPPER}]{{2,}}|[{UPPER}]\.?|\d{{1,3}}(?:st|nd|rd|th))"
_NAME: Final = rf"{_WORD}(?:\s{_WORD}){{0,3}}"
_CITY: Final = rf"{CAPITALISED}(?:[ \-](?:(?:upon|under|sur|de|del|di|do|da)[ \-])?{CAPITALISED}){{0,2}}"
_UNIT: Final = (
    r"(?:,?\s*(?i:apt|apartment|unit|suite|ste|flat|floor|fl|room|rm|lot|bldg|building"
    r"|#)\.?\s*#?\s?[A-Za-z]?\d*[A-Za-z]?(?!\w))"
)
_UK: Final = r"[A-Z]{1,2}\d[A-Z\d]?(?:\s?\d[A-Z]{2})?"
_EN_TAIL: Final = (
    rf"{_UNIT}{{0,2}}(?:,?\s+{_CITY}(?=,?\s+(?:[A-Z]{{2,3}}(?!\w)|\d|{_UK})|[.,;!?)\s]|$))?"
    rf"(?:,?\s+(?:[A-Z]{{2,3}}\.?)(?!\w))?(?:,?\s+(?:\d{{5}}(?:-\d{{4}})?|\d{{4}}|\d{{6}}"
    rf"|[A-Z]\d[A-Z]\s?\d[A-Z]\d|{_UK}))?(?![\w])"
)
_POST: Final = r"\d{4,5}(?:-\d{3})?"
_DE_CITY: Final = rf"(?:,?\s+(?:[DA]-)?\d{{4,5}}\s+{_CITY})?"
_NO: Final = (
    r"(?:,?\s*(?:(?i:n|no|nº|n°|num|número|núm|nr|nomor)\.?\s*[º°]?\s*)?\d{1,5}[A-Ha-h]?(?![\w%€$]"
    r"|\s?(?i:days?|d[ií]as|jours|euros?|pesos|km|hari|menit|min)))"
)


@dataclass(frozen=True, slots=True)
class Form:
    """One country's way of writing an address; confidence alone (0 = needs context) and with context."""

    name: str
    regex: re.Pattern[str]
    alone: float
    cued: float


def _form(name: str, pattern: str, alone: float, cued: float) -> Form:
    return Form(name, re.compile(pattern), alone, cued)


ENGLISH: Final = (
    _form(
        "street_en",
        rf"(?<![\w.$€£/#-])(?:(?i:flat|apt|unit|house|plot)\s?(?i:no\.?\s?)?[\w-]{{1,4}},\s?)?\d"
        rf"{{1,5}}[A-Za-z]?(?:[-/]\d{{1,4}})?,?\s+"
        rf"(?:(?:N|S|E|W|NE|NW|SE|SW|North|South|East|West)\.?\s+)?{_NAME}\s{_STREET}(?!\w)\.?{_EN_TAIL}",
        0.8,
        0.93,
    ),
    _form(
        "unit",
        (
            rf"(?<![\w.$€£/#-])\d{{1,5}}[A-Za-z]?\s{_NAME}(?:\s\d{{1,5}})?[\s,]{{1,3}}(?:Apt|Suite"
            rf"|Unit|Flat)\.?\s#?\d{{1,5}}[A-Za-z]?(?:,?\s+{_CITY})?(?:,?\s+(?:[A-Z]{{2}}(?!\w)))?(?:"
            rf",?\s+{_CITY})?(?:,?\s+\d{{3,6}}(?!\d))?"
        ),
        0.8,
        0.93,
    ),
    _form(
        "street_en_lower",
        rf"(?i:(?<![\w.$€£/#-])\d{{1,5}}[a-z]?\s+(?:[nsew]\s+)?[a-z]{{3,14}}(?:\s[a-z]{{3,14}})?"
        rf"\s(?:{_PLAIN_STREET})(?!\w))"
        rf"{_UNIT}?(?:,\s?[a-z]{{3,14}}(?:\s\d{{5}})?(?![\w]))?",
        0.0,
        0.72,
    ),
    _form(
        "po_box",
        r"(?<!\w)(?i:p\.?\s?o\.?\s?box|apartado(?: de correos)?|postfach|caixa postal)\s#?\d{2,6}(?!\w)"
        + _DE_CITY,
        0.6,
        0.85,
    ),
    _form(
        "house_in",
        (
            rf"(?<!\w)(?i:flat|house|plot|door|h\.?\s?no|d\.?\s?no)\.?\s?(?i:no\.?\s?)?[\w/-]{{1,7}},"
            rf"\s(?:[{UPPER}0-9][\w.'’ -]{{2,30}},\s?){{1,4}}{_CITY}\s?[-–,]?\s?\d{{3}}\s?\d{{3}}(?!"
            rf"\d)"
        ),
        0.88,
        0.95,
    ),
    _form(
        "postcode_uk",
        r"(?<!\w)[A-Z]{1,2}\d[A-Z\d]?\s\d[ABD-HJLNP-UW-Z]{2}(?!\w)",
        0.0,
        0.7,
    ),
)

GERMAN: Final = (
    _form(
        "street_de",
        rf"(?<!\w)(?:{CAPITALISED}(?:straße|strasse|str\.|weg|gasse|platz|allee|ring|damm|ufer|steig|hof)"
        rf"|(?:{CAPITALISED}[\s-])?(?:Straße|Strasse|Str\.|Weg|Gasse|Platz|Allee|Ring"
        rf"|Damm))\s\d{{1,4}}\s?[a-h]?(?![\w.,]*\d\s?(?:€|EUR|cm|kg)){_DE_CITY}(?!\w)",
        0.82,
        0.94,
    ),
    _form(
        "place_de",
        rf"(?<!\w)(?:(?:Am|Im|Zum|Zur|(?:Auf|An|In|Unter|Hinter|Vor) (?:der|dem|den))\s)?"
        rf"{CAPITALISED}(?:[\s-]{CAPITALISED})?\s\d{{1,4}}\s?[a-h]?,?\s+(?:[DA]-)?\d{{5}}\s+{_CITY}(?!\w)",
        0.85,
        0.94,
    ),
)

ROMANCE: Final = (
    _form(
        "street_es",
        rf"(?<!\w)(?i:calle|c/|c\.|avda\.?|avenida|av\.|paseo|plaza|carrera|cra\.?|camino|ronda"
        rf"|travesía|calzada|privada|blvd\.?|jir[oó]n)\s?"
        rf"(?:(?i:de la|de los|de las|del|de)\s)?{_NAME}{_NO}(?:,?\s*(?:\d{{1,2}}\s?[ºª°]\s?[A-Za"
        rf"-z]?|(?i:piso|int\.?|depto\.?|puerta)\s?\w{{1,4}}))?"
        rf"(?:,?\s+(?i:col\.|colonia)\s{_NAME})?(?:,?\s+(?:(?i:c\.?p\.?)\s)?{_POST}(?:\s+{_CITY})"
        rf"?)?(?:,\s{_CITY}(?=[\s.,;!?]|$))?(?!\w)",
        0.8,
        0.93,
    ),
    _form(
        "street_fr",
        rf"(?<![\w.,/])\d{{1,4}}(?:\s?(?:bis|ter|[A-D]))?,?\s+(?i:rue|avenue|av\.|boulevard|bd"
        rf"|place|chemin|impasse|allée|allee|route|quai|cours|square|passage)\s"
        rf"(?:(?i:de la|de l['’]|des|du|de|d['’]|la|le|les)\s?)?{CAPITALISED}(?:[\s-](?:(?i:de"
        rf"|la|du|des|le|et)\s)?{CAPITALISED}){{0,3}}(?:,?\s+\d{{5}}\s+{_CITY}|,\s+{_CITY}(?:,?\s+\(?[A-Z]{{2}}\)?)?"
        rf",?\s+[A-Z]\d[A-Z]\s?\d[A-Z]\d)?(?!\w)",
        0.85,
        0.94,
    ),
    _form(
        "street_it",
        (
            rf"(?<!\w)(?:Via|via(?=[^\n]{3, 40},?\s\d{5}\s)|Viale|viale|Piazza|piazza|Corso|corso"
            rf"|Vicolo|Largo)\s(?:(?i:della|delle|dei|del|di|san"
            rf"|santa)\s)?{_NAME}{_NO}(?:,?\s+\d{{5}}\s+{_CITY}(?:\s\([A-Z]{{2}}\))?)?(?!\w)"
        ),
        0.8,
        0.93,
    ),
    _form(
        "street_pt",
        rf"(?<!\w)(?i:rua|r\.|av\.|avenida|travessa|alameda|praça|estrada|rodovia)\s(?:(?i:das"
        rf"|dos|da|do|de)\s)?{CAPITALISED}(?:\s(?:(?i:das|dos|da|do|de"
        rf"|e)\s)?{CAPITALISED}){{0,3}}{_NO}"
        rf"(?:,?\s(?i:apto?\.?|ap\.?|bloco|casa|fundos)\s?\w{{1,4}})?(?:\s?[-,–]\s?{_CITY}){{0,2"
        rf"}}(?:\s?[-/,]\s?[A-Z]{{2}}(?!\w))?(?:,?\s+(?:CEP:?\s)?\d{{5}}-?\d{{3}})?(?!\w)",
        0.82,
        0.94,
    ),
)

ASIAN: Final = (
    _form(
        "street_id",
        rf"(?<!\w)(?i:jalan|jln|jl|gang|gg|perum|perumahan"
        rf"|komplek)\.?\s(?:[A-Za-z]{{3,15}}\s){{0,3}}[A-Za-z]{{3,15}}(?:\s(?i:raya"
        rf"|[IVX]+))?,?\s*(?i:(?:no|nomor|blok)\.?\s?)[A-Za-z]?\d{{0,4}}[A-Za-z]?(?:/\d{{1,3}})?"
        rf"(?:,?\s*(?i:rt)\.?\s?\d{{1,3}}\s?/?\s?(?i:rw)\.?\s?\d{{1,3}})?(?:,?\s(?i:kel|kec|kota"
        rf"|kab)\.?\s{_CITY})*(?:,\s{_CITY})?(?:\s\d{{5}})?(?!\w)",
        0.82,
        0.93,
    ),
    _form(
        "street_vn",
        (
            rf"(?<!\w)(?:(?i:số\s?(?:nhà\s)?|sn\s))?\d{{1,4}}[A-Z]?(?:/\d{{1,4}}[A-Z]?)*,?\s(?i:hẻm"
            rf"|ngõ|ngách|đường|phố|kiệt|khu phố)\s{_NAME}(?:,?\s(?i:phường|p\.|quận|q\.|xã|huyện"
            rf"|tp\.?|thành phố)\s?(?:\d{{1,2}}|{_CITY}))*(?!\w)"
        ),
        0.82,
        0.93,
    ),
    _form(
        "house_th",
        (
            r"(?:บ้านเลขที่|เลขที่)\s?\d{1,4}(?:/\d{1,4})?(?:\s?(?:หมู่บ้าน|หมู่|ม\.|ซอย|ซ\.|ถนน|ถ\."
            r"|ตำบล|ต\.|แขวง|อำเภอ|อ\.|เขต|จังหวัด|จ\.)\s?[\u0e01-\u0e4e0-9]{1,18}?(?=\s|$|แทน|[,.]"
            r"|หมู่|ซอย|ถนน|ตำบล|แขวง|อำเภอ|เขต|จังหวัด)){0,6}(?:\s\d{5})?"
        ),
        0.82,
        0.93,
    ),
    _form(
        "street_cjk",
        (
            r"(?:[\u4e00-\u9fff]{2,6}[省市区县]){0,3}[\u4e00-\u9fff]{2,6}(?:路|街|巷"
            r"|大道)\d{1,5}号(?:[\u4e00-\u9fff\d]{0,10}[室楼栋])?"
        ),
        0.82,
        0.93,
    ),
)
