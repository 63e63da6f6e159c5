"""Accounts that are no plain number: IBANs, addresses of wallets, payment links, and numbers sent in pieces.

Forms of numbers are in `payment`; here is what is read character by character, or by its own punctuation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import ClassVar, Final

from moderation.detect.pii.numbers.checkdigits import bare, card, iban, iban_length
from moderation.detect.pii.numbers.cues import vocabulary
from moderation.detect.pii.recognizer import Hit, Screen, Seeker, ShapeSeeker, shape, words
from moderation.findings import Kind
from moderation.text import Text, View

_S: Final = r"[\s.,\-_/*|:]{0,3}"
IBAN_START: Final = rf"[a-z]{_S}[a-z]{_S}(?:[0-9]{_S}[0-9olisb]|[olisb]{_S}[0-9]){_S}[a-z0-9]"
IBAN_DIGITS: Final = rf"\d(?:{_S}[a-z]{{0,4}}{_S}\d){{5}}"
_START: Final = re.compile(rf"(?<![a-z0-9]){IBAN_START}")
_DIGITS_IN: Final = re.compile(IBAN_DIGITS)
_CHAR: Final = re.compile(r"[\s.,\-_/*|]{0,3}([a-z0-9])")
_DIGITS: Final = str.maketrans("OQILSB", "001158")
_ACCOUNT: Final = frozenset({"iban", "account", "bank"})
_CARD: Final = "card"
_MOST_LETTERS: Final = 6
_GAP: Final = 64
"""Characters between two pieces of one number, at most."""
_CARD_DIGITS: Final = 16
_SHORT: Final = 2


def _iban_at(string: str, start: int) -> tuple[int, str] | None:
    """Read as many characters as the country's IBAN has; give where they end and what they say."""
    code = ""
    end = start
    wanted = 2
    while len(code) < wanted:
        match = _CHAR.match(string, end)
        if match is None:
            return None
        code += match[1].upper()
        end = match.end()
        if len(code) == 2:
            wanted = iban_length(code)
            if not wanted:
                return None
    follows = string[end : end + 1]
    return None if follows.isalnum() and follows.isascii() else (end, code)


def _repaired(code: str) -> str:
    """Read letters as digits where the country has only digits there, and in the check digits anyway."""
    head, rest = code[:2] + code[2:4].translate(_DIGITS), code[4:]
    if code[:2] in {"GB", "IE", "NL"}:
        return head + rest[:4] + rest[4:].translate(_DIGITS)
    letters = sum(map(str.isalpha, rest))
    return head + (rest.translate(_DIGITS) if letters <= _MOST_LETTERS else rest)


class InternationalAccounts(Seeker):
    """`BANK_ACCOUNT`: IBANs, however they are spaced."""

    entities = (Kind.BANK_ACCOUNT.value,)
    numeric = True
    screen: ClassVar[Screen] = ((rf"(?:^|[^a-z0-9]){IBAN_START}", IBAN_DIGITS),)

    def seek(self, text: Text) -> Iterator[Hit]:
        """Yield IBANs that are right modulo 97, or of the right length and well grouped or named."""
        views = [text.folded] if text.digits is text.folded else [text.folded, text.digits]
        for view in views:
            behind = 0
            for match in _START.finditer(view.string):
                if match.start() < behind:
                    continue
                read = _iban_at(view.string, match.start())
                if read is None:
                    continue
                end, code = read
                confidence = self._sure(text, view, match.start(), end, code)
                if confidence:
                    behind = end
                    yield self._hit(view, match.start(), end, *confidence)

    def _sure(self, text: Text, view: View, start: int, end: int, code: str) -> tuple[float, str] | None:
        written = view.string[start:end]
        digits = sum(map(str.isdigit, code))
        if digits * 2 < len(code) or not _DIGITS_IN.search(written):
            return None
        if not re.fullmatch(r"[A-Z]{2}\d\d[A-Z0-9]+", _repaired(code)):
            return None
        if iban(code) or iban(_repaired(code)):
            return 0.98, "iban_mod97"
        if re.fullmatch(r"[a-z]{2}\d\d(?: [a-z0-9]{4})+(?: [a-z0-9]{1,3})?", written):
            return 0.86, "iban_grouped"
        before = vocabulary().find(text, max(0, start - _GAP), start) if view is text.digits else ()
        return (
            (0.9, "iban+context") if any(cue.concepts & _ACCOUNT for cue in before) else (0.62, "iban_length")
        )

    def _hit(self, view: View, start: int, end: int, confidence: float, because: str) -> Hit:
        return Hit(
            entity=self.entities[0], span=view.span(start, end), confidence=confidence, because=because
        )


class PiecedNumbers(Seeker):
    """`PAYMENT_CARD`, `BANK_ACCOUNT`: a number sent in pieces with words between; each piece is marked."""

    entities = (Kind.PAYMENT_CARD.value, Kind.BANK_ACCOUNT.value)
    numeric = True
    screen: ClassVar[Screen] = (
        r"\d{4}[\s.\-]?\d{4}[^\d]+\d[\d\s.\-]+\d",
        r"\d{4}[^\d]+\d{4}[^\d]+\d{4}",
    )

    def seek(self, text: Text) -> Iterator[Hit]:
        """Yield the pieces of cards that are Luhn numbers together, and of IBANs of the right length."""
        string = text.digits.string
        if not any(re.search(pattern, string) for pattern in self.screen if isinstance(pattern, str)):
            return
        pieces = tuple(_pieces(text))
        for first in range(len(pieces)):
            for last in range(first + 1, min(first + 5, len(pieces))):
                row = pieces[first : last + 1]
                if any(right[0] - left[1] > _GAP for left, right in pairwise(row)):
                    break
                found = self._joined(text, row)
                if found:
                    for start, end, _ in row:
                        yield Hit(
                            entity=found[0].value,
                            span=text.digits.span(start, end),
                            confidence=found[1],
                            because=found[2],
                        )
                    return

    def _joined(self, text: Text, row: Sequence[tuple[int, int, str]]) -> tuple[Kind, float, str] | None:
        whole = "".join(code for _, _, code in row)
        if iban_length(whole[:2]) == len(whole) and whole[2:4].isdecimal():
            return Kind.BANK_ACCOUNT, 0.95 if iban(whole) else 0.86, "iban_in_pieces"
        quartered = len(whole) == _CARD_DIGITS and all(len(code) % 4 == 0 for _, _, code in row)
        long_enough = whole.isdecimal() and all(len(code) > _SHORT for _, _, code in row)
        if not long_enough or not (quartered or card(whole)) or not self._of_card(text, row):
            return None
        return Kind.PAYMENT_CARD, 0.95 if card(whole) else 0.85, "card_in_pieces"

    def _of_card(self, text: Text, row: Sequence[tuple[int, int, str]]) -> bool:
        around = vocabulary().find(text, max(0, row[0][0] - _GAP), row[-1][1] + _GAP)
        return any(_CARD in cue.concepts for cue in around)


_PIECE: Final = re.compile(
    r"(?<![\w])(?:[a-z]{2}\d\d(?:[\s.\-]?[a-z0-9]{4}){0,6}|\d{2,}(?:[\s.\-]{1,2}\d+)*)(?!\w)"
)


def _pieces(text: Text) -> Iterator[tuple[int, int, str]]:
    for match in _PIECE.finditer(text.digits.string):
        yield match.start(), match.end(), bare(match[0])


_HOSTS: Final = (
    r"paypal\.me|paypal\.com/paypalme|venmo\.com(?:/u)?|cash\.app|revolut\.me|monzo\.me|wise\.com/pay(?:/me)?|ko-fi\.com|buymeacoffee\.com"
    r"|picpay\.me|link\.mercadopago\.[a-z.]{2,6}|mpago\.la|nubank\.com\.br/(?:cobrar|pagar)|lydia-app\.com/collect|lydia\.me|bunq\.me|tikkie\.me"
    r"|settleup\.me|gcash\.com|maya\.ph|saweria\.co|trakteer\.id|link\.dana\.id|gopay\.co\.id|me\.momo\.vn|nhantien\.momo\.vn|paytm\.me|rzp\.io"
    r"|razorpay\.me|pay\.google\.com|promptpay\.io|donate\.stripe\.com|buy\.stripe\.com|sumup\.(?:me|link)|pay\.sumup\.com|bizum\.[a-z]{2,3}"
)
_UPI_BANKS: Final = (
    r"ok\s?(?:hdfc\s?bank|icici|sbi|s\sb\si|axis)(?:\s(?:bank))?|ybl|ibl|axl|apl|yapl|rapl|paytm|ptsbi|ptyes|pthdfc|ptaxis|upi|sbi|icici|hdfcbank|hdfc|axisbank|axisb|kotak"
    r"|kotakbank|barodampay|pnb|cnrb|unionbank|idfcbank|indus|federal|rbl|yesbank|yesbankltd|jupiteraxis|fam|fampay|slice|waicici|wahdfcbank"
    r"|waaxis|wasbi|freecharge|ikwik|airtel|jio|postbank|dbs|citi|hsbc|abfspay|timecosmos|naviaxis|superyes|freoicici|axisgo|boi|idbi|uco|kbl"
    r"|aubank|sib|equitas|trans|shriramhdfcbank|tapicici|goaxb|pingpay|yescred|bpunity|mahb|dlb|nsdl|allbank|obc|cboi|centralbank|kvb"
)
_AT: Final = r"\s?(?:@|[(\[]\s?(?:at|@)\s?[)\]]|\sat\s|\saet\s|\sarroba\s)\s?"
_WALLETS: Final = (
    r"venmo|cash ?app|cash ?tag|pay ?pal|zelle|revolut|monzo|bizum|wise|payoneer|skrill|lydia|paylib|wero"
)


class WalletAccounts(ShapeSeeker):
    """`BANK_ACCOUNT`: payment links, UPI names, wallet names and aliases, addresses of crypto money."""

    entities = (Kind.BANK_ACCOUNT.value,)
    screen: ClassVar[Screen] = (
        rf"(?:{_HOSTS})\s?/",
        (rf"{_WALLETS}", r"[@$][a-z0-9]"),
        rf"[a-z0-9](?:@|\sat\s|[(\[]\s?(?:at|@)\s?[)\]]|\s@\s)\s?(?:{_UPI_BANKS})",
        r"bc1[a-z0-9]{25}|0x[a-f0-9]{40}|t[a-z1-9]{33}",
        (r"bitcoin|btc|usdt|crypto|wallet|trc|tron|eth|billetera|dompet|monedero|carteira", r"[a-z0-9]{26}"),
        (r"alias", r"[a-z0-9]\.[a-z0-9]"),
        (r"pix|chave|key|clave|llave|paynow|upi|vpa", r"@"),
    )
    cues = re.compile(
        words("wallet|address|bitcoin|btc|usdt|crypto|upi|vpa|gpay|phonepe|paytm|transfer|refund|pay")
    )
    shapes = (
        shape(
            "payment_link",
            rf"(?<![\w.])(?P<value>(?:https?://)?(?:www\.)?(?:{_HOSTS})\s?/\s?[\w$@.\-/=?]{{1,60}}[\w])",
            alone=0.93,
            cued=0.96,
        ),
        shape(
            "wallet_handle",
            rf"(?:{_WALLETS})(?:\s+(?:me|us|is|at|to|id|handle|on|account|her|him|them|it|sent|via|name|ist|es|an|a|lautet|c'est))*"
            r"[\s:(]{1,3}(?P<value>[@$][a-z0-9][\w.\-]{2,30}\w)",
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
            "upi",
            rf"(?<![\w.@])(?P<value>[a-z0-9][\w.\-]{{1,40}}{_AT}(?:{_UPI_BANKS}))(?![\w@-]|\.\w)",
            alone=0.9,
            cued=0.96,
        ),
        shape(
            "upi_said",
            r"(?<![\w.@])(?P<value>[a-z0-9][a-z0-9_\-]{1,24}(?:\s(?:dot|point|underscore|dash|hyphen)\s[a-z0-9]{1,20}){1,3}"
            rf"{_AT}(?:{_UPI_BANKS}))(?![\w@-]|\.\w)",
            alone=0.93,
            cued=0.97,
        ),
        shape(
            "pix_key",
            r"(?<![\w.])(?P<value>[a-z0-9][\w.+\-]{1,40}\s?@\s?[a-z0-9\-]{2,30}(?:\.[a-z]{2,10}){1,2})(?![\w@])",
            cued=0.99,
            before=words("pix|chave pix|chave do pix|chave|key|clave|llave|paynow|upi|upi id|vpa")
            + r"(?:\s(?:e|is|es|da|do|de|meu|minha|no|pelo|para o|para|email|e mail|mail|id|chave|key|o|pro"
            r"|pra)){0,4}"
            r"[\s:\"'(=-]{1,4}$",
        ),
        shape(
            "alias",
            r"(?<!\w)(?P<value>[a-z0-9]{2,}(?:\.[a-z0-9]{2,}){1,4})(?!\w|@)",
            cued=0.88,
            before=words("alias|alias cbu|alias mp|alias de mercado pago|cbu")
            + r"[\s:\"'(]{0,3}(?:es |mp |cbu |de mercado pago |para (?:transferir|la devolucion) )?"
            + r"[\s:\"']{0,3}$",
        ),
        shape("crypto", r"(?<!\w)(?P<value>bc1[a-z0-9]{25,59}|0x[a-f0-9]{40})(?!\w)", alone=0.92, cued=0.97),
        shape(
            "crypto_mixed",
            r"(?<!\w)(?P<value>(?=[a-z]*\d[a-z]*\d)(?:[13][a-km-z0-9]{25,34}|t[a-z1-9]{33}))(?!\w)",
            cued=0.88,
            before=words(
                "bitcoin|btc|crypto|wallet|usdt|trc20|trc|tron|billetera|dompet|monedero|carteira|usdt trc20"
            ),
        ),
    )
