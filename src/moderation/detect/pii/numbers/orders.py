"""Forms of order, return, tracking, ticket and invoice numbers: of shops, carriers, and in general."""

from __future__ import annotations

from typing import Final

from moderation.detect.pii.numbers.checkdigits import s10, ups, usps
from moderation.detect.pii.numbers.forms import Form, form, identifier
from moderation.findings import Kind

_ORDER: Final = "order_number order carrier case status"
_K: Final = Kind.ORDER_ID
_DAY: Final = r"2[0-9](?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"

ORDERS: Final[tuple[Form, ...]] = (
    # Shops.
    form(
        _K,
        "amazon",
        r"(?:\d{3}|D\d\d)\d{14}",
        _ORDER,
        beside=0.97,
        far=0.95,
        alone=0.9,
        layout=r"3-7-7|17|(?:1-){16}1",
        certain=True,
    ),
    form(_K, "tiktok_shop", r"57\d{16}", _ORDER, beside=0.97, far=0.95, alone=0.75),
    form(
        _K,
        "shopee",
        rf"{_DAY}(?=[A-Z\d]*[A-Z][A-Z\d]*[A-Z])[A-Z\d]{{8}}",
        _ORDER,
        beside=0.97,
        far=0.95,
        alone=0.75,
    ),
    form(_K, "tokopedia", r"INV\d{8}[A-Z]{2,4}(?:[IVX]{1,4}|\d{1,4})*\d{5,12}", _ORDER, far=0.95, alone=0.93),
    form(_K, "ebay", r"\d{12}", _ORDER, far=0.93, alone=0.8, layout=r"2-5-5"),
    form(_K, "flipkart", r"OD\d{15,20}", _ORDER, far=0.95, alone=0.93),
    form(_K, "myntra", r"\d{21}", _ORDER, far=0.93, alone=0.8, layout=r"7-7-7"),
    form(_K, "temu", r"PO\d{3,6}\d{14,20}", _ORDER, far=0.95, alone=0.93),
    form(_K, "shein", r"(?:GS[A-Z]|USA|CN[A-Z]?)[0-9A-Z]{10,16}", _ORDER, far=0.85),
    form(_K, "mercado_libre", r"20000\d{11}", _ORDER, far=0.93, alone=0.7),
    form(_K, "walmart", r"\d{15,16}", _ORDER, far=0.85, alone=0.7, layout=r"7-8|8-8"),
    # Carriers.
    form(
        _K,
        "s10",
        r"[A-Z]{2}\d{9}[A-Z]{2}",
        _ORDER,
        beside=0.98,
        far=0.97,
        alone=0.92,
        check=s10,
        certain=True,
    ),
    form(_K, "s10_form", r"[A-Z]{2}\d{9}[A-Z]{2}", _ORDER, beside=0.95, far=0.9, alone=0.7),
    form(_K, "ups", r"1Z[0-9A-Z]{16}", _ORDER, beside=0.98, far=0.98, alone=0.95, check=ups, certain=True),
    form(_K, "ups_form", r"1Z[0-9A-Z]{6}\d{8,10}", _ORDER, beside=0.96, far=0.93, alone=0.85),
    form(
        _K,
        "usps",
        r"9[1-5]\d{18}(?:\d\d)?",
        _ORDER,
        beside=0.97,
        far=0.96,
        alone=0.93,
        check=usps,
        certain=True,
    ),
    form(_K, "usps_form", r"9[1-5]\d{18}(?:\d\d)?", _ORDER, beside=0.96, far=0.94, alone=0.85),
    form(_K, "sscc", r"0?034\d{16,17}", _ORDER, far=0.94, alone=0.85),
    form(_K, "dhl", r"JJ?D\d{14,20}", _ORDER, far=0.95, alone=0.9),
    form(_K, "colissimo", r"\d[A-Z]\d{11}|[A-Z]{2}\d{10}[A-Z]", _ORDER, far=0.9, alone=0.65),
    form(_K, "correos", r"P[A-Z0-9]{6}\d{8,}[A-Z0-9]{0,8}", _ORDER, far=0.9),
    form(_K, "amazon_parcel", r"TB[ABCM]\d{10,13}", _ORDER, far=0.96, alone=0.9),
    form(
        _K,
        "carrier",
        r"(?:JT|JP|JX|JO|JD|SPX(?:[A-Z]{2})?|SF|YT|LP|NJV[A-Z]{0,4}|NV[A-Z]{2,6}|NLID[A-Z]{0,3}|LEX[A-Z]{0,2}|KEX|KER[A-Z]{0,3}"
        r"|FMP[A-Z]|GHN|GHTK|TLJ[A-Z])\d{9,16}[A-Z]?\d?",
        _ORDER,
        far=0.95,
        alone=0.72,
    ),
    form(
        _K,
        "carrier_short",
        r"(?:CM|BEST|VTP|VT|TH|ID|SG|MY|EV|H0|T0|JNE|SC|CGK|WB|PR|NX)[A-Z]{0,2}\d{8,16}[A-Z]?",
        _ORDER,
        far=0.88,
    ),
    form(_K, "flash", r"(?:TH|MY|PH|P)\d{2,4}[A-Z0-9]{8,12}", _ORDER, far=0.88),
    form(_K, "ghtk", r"S\d{6,9}[A-Z0-9]*\d{6,}", _ORDER, far=0.9),
    form(
        _K,
        "carrier_code",
        r"(?:GHN|GHTK|SPX|KEX|NLID)[A-Z0-9]{7,14}",
        _ORDER,
        far=0.88,
        alone=0.66,
        written=identifier,
    ),
    form(
        _K,
        "shop_prefix",
        r"(?:ORD|ORDER|RMA|TRK|TKT|RTN|CMD)\d{5,12}[A-Z]{0,3}",
        _ORDER,
        beside=0.96,
        far=0.9,
        alone=0.66,
    ),
    # In general: the weaker the word, the more there must be of a number.
    form(
        _K,
        "order_code",
        r"(?=(?:[A-Z]*\d){4})(?=[A-Z\d]*[A-Z])[A-Z\d]{5,34}",
        "order_number",
        beside=0.94,
        near=0.88,
        far=0.6,
        written=identifier,
    ),
    form(
        _K,
        "order_code_named",
        r"(?=(?:[A-Z]*\d){4})(?=[A-Z\d]*[A-Z])[A-Z\d]{6,34}",
        "order case",
        beside=0.92,
        near=0.8,
        written=identifier,
    ),
    form(_K, "order_digits", r"\d{5,26}", "order_number", beside=0.95, near=0.88, written=identifier),
    form(_K, "order_digits_named", r"\d{6,26}", "order", beside=0.92, near=0.72, written=identifier),
    form(_K, "order_five", r"\d{5}", "order", beside=0.8, near=0.0, written=identifier),
    form(_K, "case_digits", r"\d{5,13}|20\d{13,18}", "case", beside=0.88, near=0.72, written=identifier),
    form(_K, "code_stated", r"[A-Z]{2,4}\d{6,10}", "status", near=0.72, written=identifier),
    form(_K, "order_stated", r"\d{8,11}", "status", near=0.66, written=identifier),
    form(_K, "order_long", r"\d{8,26}", "order order_number", beside=0.95, near=0.86, written=identifier),
    form(
        _K,
        "order_longer",
        r"\d{12,26}",
        "order_number order carrier status",
        beside=0.95,
        near=0.9,
        far=0.82,
        written=identifier,
    ),
    form(_K, "carried_digits", r"\d{10,26}", "carrier", beside=0.9, near=0.85, far=0.7, written=identifier),
    form(_K, "carried_eight", r"\d{8,9}", "carrier", beside=0.8, near=0.65, written=identifier),
    form(
        _K,
        "carried_code",
        r"(?=(?:[A-Z]*\d){7})(?=[A-Z\d]*[A-Z])[A-Z\d]{9,34}",
        "carrier order order_number status",
        beside=0.92,
        near=0.85,
        far=0.7,
        written=identifier,
    ),
)
"""Order of the table decides nothing: the surest form that fits a number counts."""
