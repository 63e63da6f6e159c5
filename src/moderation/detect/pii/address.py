"""Postal addresses: number and street word, with unit, postcode and city where they follow.

Read with capitals (`spelling`), because a capital is what tells "48 Larkspur Lane" from "a 2 lane road".
Streets in small letters need an unmistakable street word and a word about deliveries or homes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar, Final

from moderation.detect.pii.letters import either
from moderation.detect.pii.recognizer import AFTER, BEFORE, Hit, Screen, Seeker, folded
from moderation.detect.pii.spelling import cased
from moderation.detect.pii.streets import ASIAN, ENGLISH, GERMAN, ROMANCE, Form
from moderation.findings import Kind
from moderation.text import Text

_CUES: Final = re.compile(
    either(
        "address|deliver|delivered|delivery|live|lives|living|house|home|door|neighbou?r|sent to"
        "|send to|shipped to|ship to|posted to|moved|resid|porch|apt|apartment|mailed"
        "|dirección|domicilio|entregamos|entregado|entregar|vivo|casa|vive|adresse|livr|habite"
        "|domicile|wohn|liefer|zugestellt|anschrift|geliefert|indirizzo|consegna|abito|endereço"
        "|entreg|moro|mora|alamat|rumah|kirim|tinggal|giao|nhà|địa chỉ|ส่ง|บ้าน|ที่อยู่|地址|寄"
    )
)
_PRODUCT: Final = re.compile(
    r"\s*(?i:sign|poster|print|mug|tee|shirt|t-shirt|monopoly|lyrics|movie|film|album|cologne"
    r"|perfume|candle|wallet|bag|jeans)(?!\w)"
)
_NOT_STREETS: Final = re.compile(
    r"(?i)\b(?:star|stars|days?|weeks?|minutes?|mins?|hours?|pairs?|pieces?|pack|times|years?"
    r"|months?|inch|inches|mile|miles|lane lane|way street|one|two|in the|on the|off|along|per"
    r"|every"
    r"|usb|hdmi|gb|tb|mb|mp|mah|hz|pcs|xl|xxl|size|sizes|percent|dollars?|bucks|good|great|best|of)\b"
)


_WHOLE: Final = re.compile(
    r"(?:\s|-)(?:\d{5,6}(?:-\d{3,4})?|\d{3}\s\d{3}|[A-Z]\d[A-Z]\s?\d[A-Z]\d|[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}"
    r"|[A-Z]{2,3}\s\d{4})(?!\d)"
)
"""A postcode: a street and number that one of them follows is an address, whatever the words around."""
_CERTAIN: Final = 0.93

_WORDS: Final = r"(?:[^\s]+\s+)"
"""One word and the space behind it, for counting words in screens."""


class AddressSeeker(Seeker):
    """`ADDRESS`: the full contiguous address, from street or house number to city, in given `forms`."""

    entities = (Kind.ADDRESS.value,)
    forms: ClassVar[Sequence[Form]]

    def seek(self, text: Text) -> Iterator[Hit]:
        """Yield addresses; the words around decide between strong and weak ones."""
        view = cased(text)
        string = view.string
        for form in self.forms:
            for match in form.regex.finditer(string):
                start, end = match.span()
                if _PRODUCT.match(string, end) or _NOT_STREETS.search(match[0]):
                    continue
                cued = _CUES.search(string, max(0, start - BEFORE), start) or _CUES.search(
                    string, end, end + AFTER
                )
                confidence = form.cued if cued else form.alone
                if confidence and _WHOLE.search(match[0]):
                    confidence = max(confidence, _CERTAIN)
                if confidence:
                    because = f"{form.name}+context" if cued else form.name
                    place = view.span(start, start + len(match[0].rstrip(" ,.;-\n")))
                    yield Hit(entity=self.entities[0], span=place, confidence=confidence, because=because)


class EnglishAddresses(AddressSeeker):
    """United States, United Kingdom, Canada, Australia, India; units and boxes anywhere."""

    forms = ENGLISH
    screen: ClassVar[Screen] = (
        (
            rf"\d[a-z]?\S{{0,5}}\s+{_WORDS}{{1,6}}(?:street|str|st|avenue|ave|av|road|rd|lane|ln"
            r"|drive|dr|close|court|ct|way|place|pl|boulevard|blvd|crescent|cres|terrace|gardens"
            r"|grove|parkway|pkwy|circle|cir|square|sq|highway|hwy|trail|trl|mews|row|hill|walk|green"
            r"|rise|view|nagar|marg|colony|layout|parade|esplanade|loop)(?:\W|$)"
        ),
        rf"\d[a-z]?\s{_WORDS}{{1,6}}(?:apt|suite|unit|flat)\W",
        r"p\.?\s?o\.?\s?box|apartado|postfach|caixa postal",
        r"\d{3}\s?\d{3}",
        r"(?:^|\W)[a-z]{1,2}\d[a-z\d]?\s\d[abd-hjlnp-uw-z]{2}(?:\W|$)",
    )


class GermanAddresses(AddressSeeker):
    """Germany and Austria: the street word grows onto the name, the number follows."""

    forms = GERMAN
    screen: ClassVar[Screen] = (
        r"(?:strasse|str\.|weg|gasse|platz|allee|ring|damm|ufer|steig|hof)\s\d",
        r"\d\s?[a-h]?,?\s+(?:[da]-)?\d{5}\s",
    )


class RomanceAddresses(AddressSeeker):
    """Spain, Mexico, France, Italy, Brazil, Portugal: the street word comes first."""

    forms = ROMANCE
    screen: ClassVar[Screen] = (
        (
            r"(?:^|\W)(?:calle|c/|c\.|avda\.?|avenida|av\.|paseo|plaza|carrera|cra\.?|camino|ronda"
            r"|travesia|calzada|privada|blvd\.?|jiron|via|viale|piazza|corso|vicolo|largo|rua|r\."
            rf"|travessa|alameda|praca|estrada|rodovia)\s?{_WORDS}{{1,7}}\S{{0,4}}\d"
        ),
        (
            r"\d\S{0,4}(?:\s(?:bis|ter))?,?\s+(?:rue|avenue|av\.|boulevard|bd|place|chemin|impasse"
            r"|allee|route|quai|cours|square|passage)\s"
        ),
    )


class AsianAddresses(AddressSeeker):
    """Indonesia, Vietnam, Thailand, China."""

    forms = ASIAN
    screen: ClassVar[Screen] = (
        rf"(?:^|\W)(?:jalan|jln|jl|gang|gg|perum|perumahan|komplek)\.?\s{_WORDS}{{1,6}}(?:no|nomor|blok)",
        folded(r"\d\S{0,20},?\s(?:hẻm|ngõ|ngách|đường|phố|kiệt|khu)\s"),
        r"เลขที่",
        r"(?:路|街|巷|大道)\d",
    )
