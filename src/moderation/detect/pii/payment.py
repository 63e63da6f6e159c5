"""Payment data: cards, bank accounts, wallets and crypto addresses. Amounts are none of it."""

from __future__ import annotations

import re
from typing import ClassVar, Final

from moderation.detect.pii.checkdigits import bare, card, clabe, iban, luhn, routing
from moderation.detect.pii.recognizer import Screen, ShapeSeeker, shape, words
from moderation.findings import Kind

_CARD_WORDS: Final = words(
    (
        "card|cards|card number|credit card|debit card|visa|mastercard|amex|cc|kreditkarte|karte"
        "|tarjeta|carte|cartao|carta"
    ),
    "kartu|kartu kredit|exp|expiry|cvv|cvc|cvv2|charge|charged|refund it to|refund to|卡号|บัตร",
)
_CARD: Final = words(
    "card|card number|credit card|debit card|visa|mastercard|tarjeta|kreditkarte|cartao|carte"
)
_ORDER_WORDS: Final = words(
    "order|order no|order number|tracking|tracking number|tracking no|resi|parcel|imei|isbn|ean"
    "|gtin|barcode|pedido|commande|订单号"
)
_ACCOUNT_WORDS: Final = words(
    (
        "account|acct|a c|account no|account number|bank account|konto|kontonummer|cuenta|compte"
        "|conta|conto|rekening|rek|no rek"
    ),
    (
        "norek|nomor rekening|clabe|routing|sort code|bsb|ifsc|iban|swift|bank|banco|banque|bca|bri"
        "|bni|mandiri|vietcombank"
    ),
    (
        "techcombank|so tai khoan|stk|tai khoan|账号|银行卡|เลขบัญชี|บัญชี|gcash|dana|ovo|gopay|momo"
        "|transfer|zelle|pix|chave pix"
    ),
)
_LABEL: Final = (
    r"(?:\s*(?:(?:no|nr|num|number|numero|nummer|nomor|n|is|to|es|est|ist|ke|a)(?!\w)|[:#.\-])){0,4}\s*"
)
_LONGEST_ACCOUNT: Final = 17


def _account(value: str) -> bool:
    digits = bare(value)
    return 6 <= len(digits) <= _LONGEST_ACCOUNT and len(set(digits)) > 1


class PaymentCards(ShapeSeeker):
    """`PAYMENT_CARD`: a Luhn number of an issuer's length, in the groups that cards are printed in."""

    entities = (Kind.PAYMENT_CARD.value,)
    numeric = True
    screen: ClassVar[Screen] = (r"\d(?:[\s.\-_/*]{0,3}\d){11}",)
    cues = re.compile(_CARD_WORDS)
    against = re.compile(_ORDER_WORDS + r"[\s:#.\-]{0,4}(?:is|was|no|number)?[\s:#.]{0,3}$")
    shapes = (
        shape(
            "luhn_grouped",
            r"(?<![\w-])(?P<value>[2-6]\d{3}([\s.\-_/]{1,3})\d{4}\2\d{4}\2\d{1,4}(?:\2\d{1,3})?)(?![\w-])",
            alone=0.95,
            cued=0.98,
            check=card,
        ),
        shape(
            "luhn_amex",
            r"(?<![\w-])(?P<value>3[47]\d\d([\s.\-]{1,2})\d{6}\2\d{5})(?![\w-])",
            alone=0.95,
            cued=0.98,
            check=card,
        ),
        shape("luhn", r"(?<![\w=/-])(?P<value>[2-6]\d{12,18})(?![\w-])", alone=0.72, cued=0.97, check=card),
        shape(
            "luhn_scattered",
            r"(?<![\w=/.\-])(?P<value>[2-6](?:[\s.\-_/*]{0,3}\d){12,18})(?![\w-])",
            alone=0.5,
            cued=0.95,
            check=card,
        ),
        shape(
            "card_luhn",
            r"(?<![\w-])(?P<value>\d{12,19})(?![\w-])",
            cued=0.85,
            check=luhn,
            before=_CARD + r"\W{0,3}(?:\w+\W{1,3}){0,3}$",
        ),
        shape(
            "card_number",
            r"(?<![\w-])(?P<value>[2-6]\d{3}([\s.\-]?)\d{4}\2\d{4}\2\d{4})(?![\w-])",
            cued=0.7,
            before=_CARD + r"\W{0,3}(?:\w+\W{1,3}){0,3}$",
        ),
    )


class BankAccounts(ShapeSeeker):
    """`BANK_ACCOUNT`: IBAN and national accounts, wallet handles with a payment word, crypto addresses."""

    entities = (Kind.BANK_ACCOUNT.value,)
    numeric = True
    screen: ClassVar[Screen] = (
        r"[a-z]{2}\d\d[\s.\-]?[a-z0-9]{4}[\s.\-]?[a-z0-9]{4}",
        r"\d(?:[\s-]?\d){5}|\d\d-\d\d-\d\d",
        (r"venmo|cash ?app|paypal|zelle|revolut|monzo|cashtag|cash tag", r"[@$][a-z0-9]"),
        (r"pix", r"@|\d[\d.\-\s()]{8}"),
        r"(?:paypal\.me|venmo\.com|cash\.app|revolut\.me|monzo\.me|ko-fi\.com)/",
        r"bc1[a-z0-9]{25}|0x[a-f0-9]{40}",
        (r"bitcoin|btc|usdt|crypto|wallet|trc20", r"[a-z0-9]{26}"),
    )
    cues = re.compile(_ACCOUNT_WORDS)
    against = re.compile(_ORDER_WORDS + r"[\s:#.\-]{0,4}$")
    shapes = (
        shape(
            "iban_mod97",
            r"(?<!\w)(?P<value>[a-z]{2}\d\d(?:[\s.\-]?[a-z0-9]{4}){2,7}(?:[\s.\-]?[a-z0-9]{1,3})?)(?!\w)",
            alone=0.97,
            cued=0.99,
            check=iban,
        ),
        shape(
            "clabe",
            r"(?<![\w-])(?P<value>\d{18})(?![\w-])",
            cued=0.95,
            check=clabe,
            before=words("clabe|cuenta|banco|spei"),
        ),
        shape(
            "routing",
            r"(?<![\w-])(?P<value>\d{9})(?![\w-])",
            cued=0.93,
            check=routing,
            before=words("routing|aba|rtn") + _LABEL + r"$",
        ),
        shape(
            "sort_code",
            r"(?<![\w-])(?P<value>\d\d-\d\d-\d\d)(?![\w-])",
            cued=0.85,
            before=words("sort code|sc") + _LABEL + "$",
        ),
        shape(
            "account_number",
            r"(?<![\w-])(?P<value>\d(?:[\s-]?\d){5,17})(?![\w%-]|[.,]\d)",
            cued=0.82,
            check=_account,
            before=words(
                (
                    "account|acct|account no|account number|bank account|konto|kontonummer|cuenta"
                    "|compte bancaire|conta|rekening|rek"
                ),
                (
                    "norek|no rek|nomor rekening|bca|bri|bni|mandiri|vietcombank|techcombank|stk|tai"
                    " khoan|gcash|zelle"
                ),
                "账号|银行卡|เลขบัญชี|บัญชี",
            )
            + _LABEL
            + "$",
        ),
        shape(
            "wallet_handle",
            r"(?:venmo|cash ?app|paypal|zelle|revolut|monzo|cashtag)(?:\s+(?:me|us|is|at|to|id"
            r"|handle|on|account|her|him|them))*"
            r"[\s:]{1,3}(?P<value>[@$][a-z0-9][\w.\-]{2,30}\w)",
            alone=0.93,
            cued=0.95,
        ),
        shape(
            "cashtag",
            r"(?<![\w$])(?P<value>\$[a-z][a-z0-9_]{2,20})(?!\w)",
            cued=0.9,
            before=words("cash app|cashapp|cashtag|cash tag"),
        ),
        shape(
            "payment_link",
            (
                r"(?<![\w.])(?P<value>(?:https?://)?(?:www\.)?(?:paypal\.me|venmo\.com|cash\.app"
                r"|revolut\.me|monzo\.me|ko-fi\.com)/[\w$@.\-/]{2,40}\w)"
            ),
            alone=0.93,
            cued=0.96,
        ),
        shape(
            "pix_key",
            (
                r"(?<!\w)(?:chave\s+)?pix(?:\s+(?:e|eh|do|meu|para|cpf|celular|telefone"
                r"|chave))*[\s:]{1,3}(?P<value>[\w.+\-]+@[\w.\-]+|\d[\d.\-\s()]{8,16}\d)"
            ),
            alone=0.9,
            cued=0.9,
        ),
        shape("crypto", r"(?<!\w)(?P<value>bc1[a-z0-9]{25,59}|0x[a-f0-9]{40})(?!\w)", alone=0.92, cued=0.97),
        shape(
            "crypto_legacy",
            r"(?<!\w)(?P<value>[13t][a-km-z0-9]{25,34})(?!\w)",
            cued=0.85,
            before=words("bitcoin|btc|crypto|wallet|usdt|trc20"),
        ),
    )
