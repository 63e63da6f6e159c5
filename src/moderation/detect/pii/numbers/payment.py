"""Forms of payment cards and bank accounts. IBANs, handles and links of wallets: `transfers`."""

from __future__ import annotations

from typing import Final

from moderation.detect.pii.numbers.checkdigits import card, cbu, clabe, luhn, rib, routing
from moderation.detect.pii.numbers.forms import Form, form, identifier, personal
from moderation.findings import Kind

_C: Final = Kind.PAYMENT_CARD
_B: Final = Kind.BANK_ACCOUNT
_CARD: Final = "card expiry"
_ACCOUNT: Final = "account iban"


def _branch(value: str) -> bool:
    return "/" not in value and personal(value)


CARDS: Final[tuple[Form, ...]] = (
    form(_C, "luhn", r"[2-6]\d{12,18}", _CARD, beside=0.98, near=0.98, far=0.97, alone=0.72, check=card),
    form(
        _C,
        "luhn_grouped",
        r"[2-6]\d{12,18}",
        _CARD,
        beside=0.98,
        far=0.98,
        alone=0.95,
        check=card,
        certain=True,
        layout=r"4-4-4-4(?:-\d)?|4-6-[45]|(?:1-){12,18}1|4-4-4-1|(?:2-){7}2",
    ),
    form(
        _C,
        "luhn_parted",
        r"[2-6]\d{12,18}",
        _CARD,
        beside=0.98,
        far=0.97,
        alone=0.5,
        check=card,
        layout=r"\d+-.*",
    ),
    form(_C, "card_luhn", r"\d{13,19}", "card", beside=0.93, near=0.9, far=0.8, check=luhn),
    form(_C, "card_number", r"[2-6]\d{15}|3[47]\d{13}|6\d{15,18}", "card", beside=0.9, near=0.86, far=0.65),
    form(
        _C,
        "card_number_grouped",
        r"[2-6]\d{15}|3[47]\d{13}",
        _CARD,
        beside=0.93,
        near=0.9,
        far=0.8,
        layout=r"4-4-4-4|4-6-5|(?:1-){14,15}1",
    ),
)

ACCOUNTS: Final[tuple[Form, ...]] = (
    form(_B, "clabe", r"\d{18}", "clabe account bank", beside=0.97, near=0.96, far=0.9, check=clabe),
    form(_B, "clabe_named", r"\d{18}", "clabe", beside=0.95, near=0.9, far=0.7),
    form(_B, "cbu", r"\d{22}", "cbu account bank alias", beside=0.97, far=0.95, alone=0.8, check=cbu),
    form(_B, "cbu_named", r"\d{22}", "cbu", beside=0.95, near=0.9, far=0.7),
    form(_B, "cci", r"\d{20}", "account", beside=0.96, near=0.9, written=identifier),
    form(
        _B, "rib", r"\d{10}[0-9A-Z]{11}\d\d", "iban account bank", beside=0.97, far=0.95, alone=0.8, check=rib
    ),
    form(_B, "rib_named", r"\d{10}[0-9A-Z]{11}\d\d", "iban account", beside=0.93, near=0.88),
    form(_B, "routing", r"\d{9}", "routing", beside=0.95, near=0.85, far=0.8, check=routing),
    form(_B, "transit", r"\d{8,9}|\d{5}", "routing", beside=0.8, near=0.0, written=identifier),
    form(_B, "bsb", r"\d{6}", "routing", beside=0.93, near=0.8, layout=r"3-3|6|(?:1-){5}1", written=_branch),
    form(
        _B,
        "sort_code",
        r"\d{6}",
        "sort_code",
        beside=0.95,
        near=0.85,
        far=0.8,
        layout=r"2-2-2|6|(?:1-){5}1",
        written=personal,
    ),
    form(_B, "blz", r"\d{8}", "blz", beside=0.95, near=0.8),
    form(_B, "ifsc", r"[A-Z]{4}0[A-Z0-9]{6}", "ifsc", beside=0.97, far=0.93),
    form(_B, "ifsc_digits", r"[A-Z]{4}0\d{6}", "ifsc account bank upi", beside=0.97, far=0.9, alone=0.7),
    form(
        _B,
        "account",
        r"\d{6,24}",
        "account",
        beside=0.93,
        near=0.83,
        far=0.0,
        written=identifier,
    ),
    form(_B, "account_long", r"\d{8,20}", "account", beside=0.94, near=0.86, written=identifier),
    form(
        _B,
        "account_code",
        r"(?=(?:[A-Z]*\d){5})[A-Z\d]{7,24}",
        "account",
        beside=0.82,
        near=0.6,
        written=identifier,
    ),
    form(
        _B,
        "account_digit",
        r"\d{4,12}[\dX]",
        "account",
        beside=0.8,
        near=0.0,
        layout=r"\d+-1",
        written=identifier,
    ),
    form(_B, "at_bank", r"\d{7,19}", "bank", beside=0.9, near=0.66, written=identifier),
    form(_B, "stated_iban", r"\d{14,24}", "iban", beside=0.9, near=0.8),
    form(
        _B,
        "pix_key",
        r"[0-9A-F]{32}",
        "pix",
        beside=0.97,
        near=0.96,
        far=0.95,
        alone=0.0,
        layout=r"8-4-4-4-12|32|(?:\d+-)+\d+",
    ),
)
