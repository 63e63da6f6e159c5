"""Telephone numbers: international, national, spelled out, and behind a messenger's name.

Plausibility comes from `phonenumbers`; other long numbers (orders, codes of goods, dates, prices)
are ruled out by shape and by the words before them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import ClassVar, Final

import phonenumbers

from moderation.detect.pii.checkdigits import bare, ean
from moderation.detect.pii.recognizer import Screen, ShapeSeeker, folded, shape, words
from moderation.findings import Kind

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
MIN_DIGITS: Final = 7
MAX_DIGITS: Final = 15

_SEP: Final = r"[\s().\-_~*|/]{0,3}"
_DATE: Final = re.compile(
    r"(?<!\d)(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d|(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2})(?!\d)"
)
_YEARS: Final = re.compile(r"(?:(?:19|20)\d\d[\s\-/]*)+")
_PRICES: Final = re.compile(r"(?<!\d)\d{1,4}\.\d\d(?!\d)[\s\-/|]+\d{1,4}\.\d\d(?!\d)|^\d{1,3}(?:\.\d{3})+$")
_ALIKE: Final = re.compile(r"(\d)\1{6,}")
_LADDER: Final = re.compile(r"0?1234567|^123456|9876543")

_CALLING: Final = words(
    (
        "call|calls|called|calling|phone|phones|telephone|tel|mobile|cell|txt|text|texted|sms|ring"
        "|rang|dial|fax|whatsapp|whats app|whatsap|wa|viber|hotline|helpline|hmu|tried you on|ph|mob"
    ),
    (
        "telefon|handy|handynummer|rufen|ruf|anrufen|telefonnummer|telefono|movil|celular|llama"
        "|llamar|llameme|llamame|marcar|cel|wsp|wasap|portable|appelez|appeler|appelle|joindre"
        "|chiama|chiamare|chiamami"
    ),
    (
        "ligar|ligue|liga|telefone|zap|fone|telp|telpon|telepon|tlp|hp|no hp|nope|hubungi|wa aku|sdt"
        "|so dien thoai|goi|zalo|dien thoai|โทร|เบอร์|电话|手机|微信|tawag|cp no|phone no|contact no"
    ),
)
CUES: Final = words(
    (
        "call|calls|called|calling|phone|phones|phoned|telephone|tel|mobile|cell|cellphone|txt|text"
        "|texted|sms|ring|rang|dial"
    ),
    (
        "fax|reach|reached|number|numbers|whatsapp|whats app|whatsap|wa|wa.me|w.a|viber|imo|hotline"
        "|helpline|hmu|green app"
    ),
    (
        "tried you on|contact|answering|answer|messages to|message|registered|ph|mob|signal|tele"
        "|telegram|telefon|handy|handynummer|rufen|ruf|anrufen|nummer|telefonnummer"
    ),
    (
        "telefono|movil|celular|llama|llamar|llameme|llamame|llamenos|marcar|numero|cel|wsp|wasap"
        "|guasap|portable|numero de tel"
    ),
    (
        "appelez|appeler|appelle|joindre|rappeler|cellulare|chiama|chiamare|chiamami|ligar|ligue"
        "|liga|telefone|zap|zapzap|fone"
    ),
    (
        "telp|telpon|telepon|tlp|hp|nomor|nomer|no hp|nope|hubungi|wa aku|kontak|sdt|dt|so dien"
        " thoai|goi|lien he|zalo|dien thoai"
    ),
    "โทร|เบอร์|ไลน์|电话|手机|联系|微信|号码",
    "tawag|itawag|cp no|cp|cellphone no|number ko|phone no|contact no|line",
)
_AGAINST: Final = re.compile(
    words(
        (
            "ticket|ticket number|inquiry|inquiry number|enquiry number|case|case number|complaint"
            "|complaint number|style|style number|style numbers|a/c|meter|isbn|ean|upc|gtin|asin|sku"
            "|barcode|bar code|codigo de barras|code barre|strichcode|barcode number|model|models"
            "|modelo"
        ),
        (
            "modele|modell|part|part no|part number|item no|serial|serial no|serial number|s n|lot"
            "|lot number|batch|batch no|art nr"
        ),
        (
            "artikelnummer|order|order no|order number|pedido|commande|bestellung|bestellnummer"
            "|pesanan|tracking|tracking number"
        ),
        (
            "tracking no|resi|no resi|awb|parcel|imei|version|firmware|ref|reference|invoice|rma|vat"
            "|nik|ktp|cpf|cnpj|cuit|iban"
        ),
        (
            "dni|konto|account|kontonummer|rekening|no rek|norek|ssn|nino|card|license|licence|usd"
            "|rs|rp|inr|isbn 13|isbn13"
        ),
        (
            "patent|patent no|pat|pin code|pincode|zip|zipcode|postcode|订单号|快递单号|单号|mã đơn|mã vận"
            " đơn|đơn hàng|aadhaar|aadhar"
        ),
    )
    + r"[\s:#.\-]{0,4}(?:(?:is|was|no|nr|number|num|of|es|est|ist)[\s:.#]{1,3}){0,2}$|[$€£₹¥]\s?$"
)


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


def _number(value: str) -> bool:
    digits = bare(value)
    if not MIN_DIGITS <= len(digits) <= MAX_DIGITS or _ALIKE.search(digits):
        return False
    if _DATE.search(value) or _PRICES.search(value) or _YEARS.fullmatch(value):
        return False
    return not (len(digits) == 13 and ean(digits))


def _international(value: str) -> bool:
    return _number(value) and plausible(bare(value).removeprefix("00"), international=True)


def _national(value: str) -> bool:
    return _number(value) and not _LADDER.search(bare(value)) and plausible(bare(value))


def _north_american(value: str) -> bool:
    digits = bare(re.split(r"\s?(?:x|ext)", value)[0])[-10:]
    return _number(digits) and digits[0] in "23456789" and digits[3] in "23456789"


def _loose(value: str) -> bool:
    digits = bare(value)
    if not _number(value) or re.search(r"\d[./]\d\D{1,3}\d[./]\d(?!\d)", value):
        return False
    return len(re.findall(r"\d{9,}", value)) <= 1 and not re.fullmatch(r"0*\d{1,3}0{4,}", digits)


class PhoneNumbers(ShapeSeeker):
    """`PHONE`: seven to fifteen digits that a numbering plan or a word nearby makes a number to call."""

    entities = (Kind.PHONE.value,)
    numeric = True
    screen: ClassVar[Screen] = (
        r"\d(?:[\s().\-_~*|/]{0,3}\d){6}",
        r"end(?:s|ing)?\s(?:in\s|with\s)?\s*\d{3}",
    )
    cues = re.compile(CUES)
    against = _AGAINST
    shapes = (
        shape(
            "international",
            rf"(?<![\w+])(?P<value>(?:\+|00)\s?\(?[1-9](?:{_SEP}\d){{7,13}})(?!\d)",
            alone=0.9,
            cued=0.98,
            check=_international,
        ),
        shape(
            "north_american",
            (
                r"(?<![\w.\-/$#+])(?<!\d\s)(?P<value>(?:\+?1[\s.-]?)?(?:\(\d{3}\)\s?"
                r"|\d{3}[-.\s])\d{3}[-.\s]\d{4}(?:\s?(?:x|ext\.?)\s?\d{1,6})?)(?![\w/-]|\.\d)"
            ),
            alone=0.82,
            cued=0.97,
            check=_north_american,
        ),
        shape(
            "national",
            (
                r"(?<![\w.\-/$#+,])(?<!\d\s)(?P<value>\(?0[1-9]\d{0,4}\)?(?:[\s.\-/]{1,2}\d{2,5}){2,5"
                r"})(?![\w/-]|[.,]\d)"
            ),
            alone=0.7,
            cued=0.95,
            check=_national,
        ),
        shape(
            "national_bare",
            r"(?<![\w.\-/$#+,])(?P<value>0[1-9]\d{8,10})(?![\w/-]|[.,]\d)",
            alone=0.55,
            cued=0.93,
            check=_national,
        ),
        shape(
            "digit_by_digit",
            r"(?<![\w.])(?P<value>\d(?:[\s.\-~*|]{1,3}\d){8,13})(?!\d)",
            alone=0.6,
            cued=0.92,
            check=_loose,
        ),
        shape(
            "digits",
            rf"(?<![\w#$€£+])(?<!\d[.,])(?P<value>\+?\(?\d(?:{_SEP}\d){{6,14}})(?![\w%-]|[.,]\d)",
            cued=0.78,
            check=_loose,
            before=_CALLING + r"[\s\w:.,'’\-@#(\"]{0,28}$",
        ),
        shape(
            "long_number",
            rf"(?<![\w#$€£+])(?<!\d[.,])(?P<value>\+?\(?\d(?:{_SEP}\d){{8,14}})(?![\w%-]|[.,]\d)",
            cued=0.72,
            check=_loose,
            before=CUES + r"[\s\w:.,'’\-@#(\"]{0,28}$",
        ),
        shape(
            "messenger_link",
            r"(?:wa\.me/|api\.whatsapp\.com/send\?phone=|tel:|sms:)\s?(?P<value>\+?\d[\d\s().\-]{5,16}\d)",
            alone=0.97,
            cued=0.97,
        ),
        shape(
            "last_digits",
            folded(
                r"(?:phone|number|mobile|cell|tel)\b[^.!?\n]{0,24}\b(?:ends? (?:in|with)"
                r"|ending(?: in| with)?)\s+(?P<value>\d{3,4})(?!\d)"
            ),
            alone=0.6,
            cued=0.6,
        ),
    )
