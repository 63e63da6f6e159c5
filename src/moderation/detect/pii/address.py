"""Postal addresses: number and street word, with unit, postcode and city where they follow.

Read from the original, because a capital is what tells "48 Larkspur Lane" from "a 2 lane road".
Streets in small letters need an unmistakable street word and a word about deliveries or homes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Final

from moderation.detect.pii.letters import CAPITALISED, UPPER, either
from moderation.detect.pii.recognizer import AFTER, BEFORE, Hit, Screen, Seeker, folded
from moderation.findings import Kind, Span
from moderation.text import Text

_STREET: Final = (
    "(?:"
    + either(
        "street|avenue|ave|road|rd|lane|boulevard|blvd|crescent|parkway|pkwy|nagar|esplanade|terrace|highway|hwy"
    )
    + "|(?:STR|STREET|DR|DRIVE|ST|CT|COURT|PL|Str|St|Av|Ln|LN|Drive|Dr|Close|Court|Ct|Way|WAY|Place|Pl|Cres|Gardens|Grove|Circle|Cir|Square|Sq|Trail|Trl|Mews|Row|Hill|Walk|Green|Rise|View"
    "|Marg|Colony|Layout|Parade|Loop))"
)
"""Plain street words in any case; those that are also ordinary words need their capital."""

_PLAIN_STREET: Final = "street|avenue|ave|road|rd|lane|boulevard|blvd|crescent|parkway"
_WORD: Final = rf"(?:{CAPITALISED}|[{UPPER}]{{2,}}|[{UPPER}]\.?|\d{{1,3}}(?:st|nd|rd|th))"
_NAME: Final = rf"{_WORD}(?:\s{_WORD}){{0,3}}"
_CITY: Final = rf"{CAPITALISED}(?:[ \-]{CAPITALISED}){{0,2}}"
_UNIT: Final = r"(?:,?\s*(?i:apt|apartment|unit|suite|ste|flat|floor|fl|room|rm|lot|bldg|building|#)\.?\s*#?\s?[A-Za-z]?\d*[A-Za-z]?(?!\w))"
_UK: Final = r"[A-Z]{1,2}\d[A-Z\d]?(?:\s?\d[A-Z]{2})?"
_EN_TAIL: Final = (
    rf"{_UNIT}{{0,2}}(?:,?\s+{_CITY}(?=,?\s+(?:[A-Z]{{2,3}}(?!\w)|\d|{_UK})|[.,;!?)\s]|$))?"
    rf"(?:,?\s+(?:[A-Z]{{2,3}}\.?)(?!\w))?(?:,?\s+(?:\d{{5}}(?:-\d{{4}})?|\d{{4}}|\d{{6}}|[A-Z]\d[A-Z]\s?\d[A-Z]\d|{_UK}))?(?![\w])"
)
_POST: Final = r"\d{4,5}(?:-\d{3})?"
_DE_CITY: Final = rf"(?:,?\s+(?:[DA]-)?\d{{4,5}}\s+{_CITY})?"
_NO: Final = r"(?:,?\s*(?:(?i:n|no|nº|n°|num|número|núm|nr|nomor)\.?\s*[º°]?\s*)?\d{1,5}[A-Ha-h]?(?![\w%€$]|\s?(?i:days?|d[ií]as|jours|euros?|pesos|km|hari|menit|min)))"


@dataclass(frozen=True, slots=True)
class _Form:
    name: str
    regex: re.Pattern[str]
    alone: float
    cued: float


def _form(name: str, pattern: str, alone: float, cued: float) -> _Form:
    return _Form(name, re.compile(pattern), alone, cued)


_FORMS: Final = (
    _form(
        "street_en",
        rf"(?<![\w.$€£/#-])(?:(?i:flat|apt|unit|house|plot)\s?(?i:no\.?\s?)?[\w-]{{1,4}},\s?)?\d{{1,5}}[A-Za-z]?(?:[-/]\d{{1,4}})?,?\s+"
        rf"(?:(?:N|S|E|W|NE|NW|SE|SW|North|South|East|West)\.?\s+)?{_NAME}\s{_STREET}(?!\w)\.?{_EN_TAIL}",
        0.8,
        0.93,
    ),
    _form(
        "unit",
        rf"(?<![\w.$€£/#-])\d{{1,5}}[A-Za-z]?\s{_NAME}(?:\s\d{{1,5}})?[\s,]{{1,3}}(?:Apt|Suite|Unit|Flat)\.?\s#?\d{{1,5}}[A-Za-z]?(?:,?\s+{_CITY})?(?:,?\s+(?:[A-Z]{{2}}(?!\w)))?(?:,?\s+{_CITY})?(?:,?\s+\d{{3,6}}(?!\d))?",
        0.8,
        0.93,
    ),
    _form(
        "street_en_lower",
        rf"(?i:(?<![\w.$€£/#-])\d{{1,5}}[a-z]?\s+(?:[nsew]\s+)?[a-z]{{3,14}}(?:\s[a-z]{{3,14}})?\s(?:{_PLAIN_STREET})(?!\w))"
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
        "street_de",
        rf"(?<!\w)(?:{CAPITALISED}(?:straße|strasse|str\.|weg|gasse|platz|allee|ring|damm|ufer|steig|hof)"
        rf"|(?:{CAPITALISED}[\s-])?(?:Straße|Strasse|Str\.|Weg|Gasse|Platz|Allee|Ring|Damm))\s\d{{1,4}}\s?[a-h]?(?![\w.,]*\d\s?(?:€|EUR|cm|kg)){_DE_CITY}(?!\w)",
        0.82,
        0.94,
    ),
    _form(
        "street_es",
        rf"(?<!\w)(?i:calle|c/|c\.|avda\.?|avenida|av\.|paseo|plaza|carrera|cra\.?|camino|ronda|travesía|calzada|privada|blvd\.?|jir[oó]n)\s?"
        rf"(?:(?i:de la|de los|de las|del|de)\s)?{_NAME}{_NO}(?:,?\s*(?:\d{{1,2}}\s?[ºª°]\s?[A-Za-z]?|(?i:piso|int\.?|depto\.?|puerta)\s?\w{{1,4}}))?"
        rf"(?:,?\s+(?i:col\.|colonia)\s{_NAME})?(?:,?\s+(?:(?i:c\.?p\.?)\s)?{_POST}(?:\s+{_CITY})?)?(?:,\s{_CITY}(?=[\s.,;!?]|$))?(?!\w)",
        0.8,
        0.93,
    ),
    _form(
        "street_fr",
        rf"(?<![\w.,/])\d{{1,4}}(?:\s?(?:bis|ter|[A-D]))?,?\s+(?i:rue|avenue|av\.|boulevard|bd|place|chemin|impasse|allée|allee|route|quai|cours|square|passage)\s"
        rf"(?:(?i:de la|de l['’]|des|du|de|d['’]|la|le|les)\s?)?{CAPITALISED}(?:[\s-](?:(?i:de|la|du|des|le|et)\s)?{CAPITALISED}){{0,3}}(?:,?\s+\d{{5}}\s+{_CITY})?(?!\w)",
        0.85,
        0.94,
    ),
    _form(
        "street_it",
        rf"(?<!\w)(?:Via|via(?=[^\n]{3, 40},?\s\d{5}\s)|Viale|viale|Piazza|piazza|Corso|corso|Vicolo|Largo)\s(?:(?i:della|delle|dei|del|di|san|santa)\s)?{_NAME}{_NO}(?:,?\s+\d{{5}}\s+{_CITY}(?:\s\([A-Z]{{2}}\))?)?(?!\w)",
        0.8,
        0.93,
    ),
    _form(
        "street_pt",
        rf"(?<!\w)(?i:rua|r\.|av\.|avenida|travessa|alameda|praça|estrada|rodovia)\s(?:(?i:das|dos|da|do|de)\s)?{CAPITALISED}(?:\s(?:(?i:das|dos|da|do|de|e)\s)?{CAPITALISED}){{0,3}}{_NO}"
        rf"(?:,?\s(?i:apto?\.?|ap\.?|bloco|casa|fundos)\s?\w{{1,4}})?(?:\s?[-,–]\s?{_CITY}){{0,2}}(?:\s?[-/,]\s?[A-Z]{{2}}(?!\w))?(?:,?\s+(?:CEP:?\s)?\d{{5}}-?\d{{3}})?(?!\w)",
        0.82,
        0.94,
    ),
    _form(
        "street_id",
        rf"(?<!\w)(?i:jalan|jln|jl|gang|gg|perum|perumahan|komplek)\.?\s(?:[A-Za-z]{{3,15}}\s){{0,3}}[A-Za-z]{{3,15}}(?:\s(?i:raya|[IVX]+))?,?\s*(?i:(?:no|nomor|blok)\.?\s?)[A-Za-z]?\d{{0,4}}[A-Za-z]?(?:/\d{{1,3}})?"
        rf"(?:,?\s*(?i:rt)\.?\s?\d{{1,3}}\s?/?\s?(?i:rw)\.?\s?\d{{1,3}})?(?:,?\s(?i:kel|kec|kota|kab)\.?\s{_CITY})*(?:,\s{_CITY})?(?:\s\d{{5}})?(?!\w)",
        0.82,
        0.93,
    ),
    _form(
        "street_vn",
        rf"(?<!\w)(?:(?i:số\s?(?:nhà\s)?|sn\s))?\d{{1,4}}[A-Z]?(?:/\d{{1,4}}[A-Z]?)*,?\s(?i:hẻm|ngõ|ngách|đường|phố|kiệt|tổ|khu phố)\s{_NAME}(?:,?\s(?i:phường|p\.|quận|q\.|xã|huyện|tp\.?|thành phố)\s?(?:\d{{1,2}}|{_CITY}))*(?!\w)",
        0.82,
        0.93,
    ),
    _form(
        "house_th",
        r"(?:บ้านเลขที่|เลขที่)\s?\d{1,4}(?:/\d{1,4})?(?:\s?(?:หมู่บ้าน|หมู่|ม\.|ซอย|ซ\.|ถนน|ถ\.|ตำบล|ต\.|แขวง|อำเภอ|อ\.|เขต|จังหวัด|จ\.)\s?[\u0e01-\u0e4e0-9]{1,18}?(?=\s|$|แทน|[,.]|หมู่|ซอย|ถนน|ตำบล|แขวง|อำเภอ|เขต|จังหวัด)){0,6}(?:\s\d{5})?",
        0.82,
        0.93,
    ),
    _form(
        "street_cjk",
        r"(?:[\u4e00-\u9fff]{2,6}[省市区县]){0,3}[\u4e00-\u9fff]{2,6}(?:路|街|巷|大道)\d{1,5}号(?:[\u4e00-\u9fff\d]{0,10}[室楼栋])?",
        0.82,
        0.93,
    ),
    _form(
        "house_in",
        rf"(?<!\w)(?i:flat|house|plot|door|h\.?\s?no|d\.?\s?no)\.?\s?(?i:no\.?\s?)?[\w/-]{{1,7}},\s(?:[{UPPER}0-9][\w.'’ -]{{2,30}},\s?){{1,4}}{_CITY}\s?[-–,]?\s?\d{{3}}\s?\d{{3}}(?!\d)",
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

_CUES: Final = re.compile(
    either(
        "address|deliver|delivered|delivery|live|lives|living|house|home|door|neighbou?r|sent to|send to|shipped to|ship to|posted to|moved|resid|porch|apt|apartment|mailed"
        "|dirección|domicilio|entregamos|entregado|entregar|vivo|casa|vive|adresse|livr|habite|domicile|wohn|liefer|zugestellt|anschrift|geliefert|indirizzo|consegna|abito|endereço"
        "|entreg|moro|mora|alamat|rumah|kirim|tinggal|giao|nhà|địa chỉ|ส่ง|บ้าน|ที่อยู่|地址|寄"
    )
)
_PRODUCT: Final = re.compile(
    r"\s*(?i:sign|poster|print|mug|tee|shirt|t-shirt|monopoly|lyrics|movie|film|album|cologne|perfume|candle|wallet|bag|jeans)(?!\w)"
)
_NOT_STREETS: Final = re.compile(
    r"(?i)\b(?:star|stars|days?|weeks?|minutes?|mins?|hours?|pairs?|pieces?|pack|times|years?|months?|inch|inches|mile|miles|lane lane|way street|one|two|in the|on the|off|along|per|every"
    r"|usb|hdmi|gb|tb|mb|mp|mah|hz|pcs|xl|xxl|size|sizes|percent|dollars?|bucks|good|great|best|of)\b"
)


_WORDS: Final = r"(?:[^\s]+\s+)"
"""One word and the space behind it, for counting words in screens."""


class AddressRecognizer(Seeker):
    """`ADDRESS`: the full contiguous address, from house number or street to city."""

    entities = (Kind.ADDRESS.value,)
    screen: ClassVar[Screen] = (
        rf"\d[a-z]?\S{{0,5}}\s+{_WORDS}{{1,6}}(?:street|str|st|avenue|ave|av|road|rd|lane|ln|drive|dr|close|court|ct|way|place|pl|boulevard|blvd|crescent|cres|terrace|gardens|grove|parkway|pkwy"
        r"|circle|cir|square|sq|highway|hwy|trail|trl|mews|row|hill|walk|green|rise|view|nagar|marg|colony|layout|parade|esplanade|loop)(?:\W|$)",
        rf"\d[a-z]?\s{_WORDS}{{1,6}}(?:apt|suite|unit|flat)\W",
        r"p\.?\s?o\.?\s?box|apartado|postfach|caixa postal",
        r"(?:strasse|str\.|weg|gasse|platz|allee|ring|damm|ufer|steig|hof)\s\d",
        rf"(?:^|\W)(?:calle|c/|c\.|avda\.?|avenida|av\.|paseo|plaza|carrera|cra\.?|camino|ronda|travesia|calzada|privada|blvd\.?|jiron|via|viale|piazza|corso|vicolo|largo|rua|r\.|travessa"
        rf"|alameda|praca|estrada|rodovia)\s?{_WORDS}{{1,7}}\S{{0,4}}\d",
        r"\d\S{0,4}(?:\s(?:bis|ter))?,?\s+(?:rue|avenue|av\.|boulevard|bd|place|chemin|impasse|allee|route|quai|cours|square|passage)\s",
        rf"(?:^|\W)(?:jalan|jln|jl|gang|gg|perum|perumahan|komplek)\.?\s{_WORDS}{{1,6}}(?:no|nomor|blok)",
        folded(r"\d\S{0,20},?\s(?:hẻm|ngõ|ngách|đường|phố|kiệt|tổ|khu)\s"),
        r"เลขที่",
        r"(?:路|街|巷|大道)\d",
        (r"flat|house|plot|door|h\.?\s?no|d\.?\s?no", r"\d{3}\s?\d{3}"),
        r"(?:^|\W)[a-z]{1,2}\d[a-z\d]?\s\d[abd-hjlnp-uw-z]{2}(?:\W|$)",
    )

    def seek(self, text: Text) -> Iterator[Hit]:
        """Yield addresses; the words around decide between strong and weak ones."""
        string = text.original
        for form in _FORMS:
            for match in form.regex.finditer(string):
                start, end = match.span()
                if _PRODUCT.match(string, end) or _NOT_STREETS.search(match[0]):
                    continue
                cued = _CUES.search(string, max(0, start - BEFORE), start) or _CUES.search(
                    string, end, end + AFTER
                )
                confidence = form.cued if cued else form.alone
                if confidence:
                    because = f"{form.name}+context" if cued else form.name
                    trimmed = len(match[0].rstrip(" ,.;-\n"))
                    yield Hit(
                        entity=self.entities[0],
                        span=Span(start, start + trimmed),
                        confidence=confidence,
                        because=because,
                    )
