"""Order, return and tracking identifiers: by the words before them, or by a carrier's check digit."""

from __future__ import annotations

import re
from typing import ClassVar, Final

from moderation.detect.pii.checkdigits import bare, s10, ups
from moderation.detect.pii.recognizer import Screen, ShapeSeeker, shape, words
from moderation.findings import Kind

_ORDER: Final = words(
    (
        "order|orders|ord|return|rma|purchase|tracking|track|shipment|consignment|waybill|awb|parcel"
        "|package|packet"
    ),
    (
        "resi|no resi|nomor resi|pesanan|no pesanan|nomor pesanan|pedido|orden|compra|guia"
        "|seguimiento|envio|rastreio|rastreamento"
    ),
    (
        "devolucion|devolucao|commande|colis|suivi|retour|bestellung|bestellnummer|bestellnr|sendung"
        "|sendungsnummer|paket"
    ),
    (
        "sendungsverfolgung|auftrag|auftragsnummer|ordine|spedizione|tracciamento|don hang|ma don|ma"
        " don hang|ma van don|don"
    ),
    "订单号|订单|快递单号|运单号|单号|物流单号|หมายเลขคำสั่งซื้อ|เลขพัสดุ|คำสั่งซื้อ|รหัสพัสดุ|เลขที่คำสั่งซื้อ",
)
_STRICT: Final = words(
    "case|ticket|claim|dispute|complaint|reference|ref|invoice|rechnung|factura|facture|reclamo"
)
_CARRIER: Final = words(
    "royal mail|parcelforce|usps|postnl|deutsche post|dhl|hermes|evri|colissimo|la poste|correos|correios|ctt"
    "|poste italiane|china post|ems|an post|australia post|canada post|pos indonesia|vnpost|thailand post"
)
_NUMBERED: Final = (
    r"(?:\s*(?:(?:id|ids|no|nr|num|number|numero|numbers|nomor|nummer|n|code|codigo|ref"
    r"|reference|is|was|es|est|ist|del|de|da)"
    r"(?!\w)|[°:#.=\"'(\-])){0,4}\s*"
)
_LABEL: Final = (
    r"\s*(?:(?:id|no|nr|num|number|numero|nomor|nummer|code|ref)(?!\w)[\s:#.\-]{0,3}(?:is\s+)?|#\s?|:\s?)"
)
_VALUE: Final = r"(?<![\w-])(?P<value>(?=[a-z\-]{0,12}\d)[a-z0-9][a-z0-9\-]{3,34}[a-z0-9])(?![\w-]|[.,]\d)"
_DATE: Final = re.compile(r"\d{1,4}-\d{1,2}-\d{1,4}|(?:19|20)\d\d-(?:19|20)\d\d")
_MIXED: Final = 4
_PURE: Final = 6
_SEPARATE: Final = 5


def _identifier(value: str) -> bool:
    digits = sum(c.isdecimal() for c in value)
    if _DATE.fullmatch(value) or (digits < len(bare(value)) // 2 and digits < _PURE):
        return False
    if value.isdecimal():
        return digits >= _SEPARATE and not re.fullmatch(r"\d0{3,}|\d\d0{3,}", value)
    return (
        digits >= _MIXED and re.search(r"\d{3}", value) is not None and not re.fullmatch(r"\d+[a-z]+", value)
    )


class OrderNumbers(ShapeSeeker):
    """`ORDER_ID`: an identifier that an order, return or parcel word introduces, or a carrier's own form."""

    entities = (Kind.ORDER_ID.value,)
    numeric = True
    screen: ClassVar[Screen] = (
        r"\d{3}[a-z0-9\-]*\d|\d[a-z0-9\-]*\d{3}",
        r"[a-z]{2}[\s-]?\d{3}[\s-]?\d{3}[\s-]?\d{3}[\s-]?[a-z]{2}",
        r"1z\s?[0-9a-z]",
        r"9[1-5]\d\d(?:\s?\d{4}){4}",
        r"57\d{16}",
        r"\d{3}-\d{7}-\d{7}",
        r"(?:jt|jp|spx|tba|jd|lp|sf|ny|njv|lex|id)[a-z]{0,2}\d{9}",
    )
    cues = re.compile(_ORDER)
    against = re.compile(
        words("isbn|ean|upc|gtin|barcode|codigo de barras|model|modelo|serial|lot|batch|imei|sku|asin")
        + r"[\s:#.\-]{0,4}$"
    )
    shapes = (
        shape("order_number", _VALUE, cued=0.92, check=_identifier, before=_ORDER + _NUMBERED + "$"),
        shape("case_number", _VALUE, cued=0.78, check=_identifier, before=_STRICT + _LABEL + "$"),
        shape(
            "s10",
            r"(?<!\w)(?P<value>[a-z]{2}[\s-]?\d{3}[\s-]?\d{3}[\s-]?\d{3}[\s-]?[a-z]{2})(?!\w)",
            alone=0.9,
            cued=0.98,
            check=s10,
        ),
        shape("ups", r"(?<!\w)(?P<value>1z(?:\s?[0-9a-z]){16})(?!\w)", alone=0.95, cued=0.98, check=ups),
        shape(
            "s10_form",
            r"(?<!\w)(?P<value>[a-z]{2}\s?\d{3}\s?\d{3}\s?\d{3}\s?[a-z]{2})(?!\w)",
            cued=0.85,
            before=f"(?:{_ORDER}|{_CARRIER})",
        ),
        shape("ups_form", r"(?<!\w)(?P<value>1z(?:\s?[0-9a-z]){6}(?:\s?\d){10})(?!\w)", alone=0.8, cued=0.93),
        shape(
            "usps", r"(?<![\w-])(?P<value>9[1-5]\d\d(?:\s?\d{4}){4}\d{0,2})(?![\w-])", alone=0.85, cued=0.95
        ),
        shape("platform_order", r"(?<![\w-])(?P<value>57\d{16})(?![\w-])", alone=0.75, cued=0.96),
        shape("dashed_order", r"(?<![\w-])(?P<value>\d{3}-\d{7}-\d{7})(?![\w-])", alone=0.9, cued=0.97),
        shape(
            "carrier",
            (
                r"(?<!\w)(?P<value>(?:jt|jp|spx[a-z]{2}|tba|jd|lp|sf|ny|njv[a-z]{0,2}|lex[a-z]{2}"
                r"|id)\d{9,15}[a-z]?)(?!\w)"
            ),
            alone=0.7,
            cued=0.95,
        ),
    )
