"""Contact values in a trader's text: addresses, links, handles and numbers that leave the platform.

Only shapes are known here; whether giving one is a breach is for `redirect` to say, and whose
personal data it is for `pii`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import re2

from moderation.detect.detector import Document
from moderation.findings import Span
from moderation.text import Text

_DOMAINS: Final = (
    r"com|net|org|shop|store|co|me|io|info|biz|online|site|xyz|link|page|app|de|fr|es|it|pt|br|id|vn|th|uk|us"
    r"|example"
)
_FOLDED: Final = (
    (
        "email",
        re2.compile(
            r"[a-z0-9][a-z0-9._%+\-]*(?:@|\s?[\[(]\s?at\s?[\])]\s?)[a-z0-9\-]+"
            r"(?:\.[a-z0-9\-]+|\s?[\[(]\s?dot\s?[\])]\s?[a-z]+)+"
        ),
    ),
    ("handle", re2.compile(r"[^\w.@](@[a-z0-9][a-z0-9._]{2,})")),
    (
        "link",
        re2.compile(
            rf"\b(?:https?://)?(?:www\.)?[a-z0-9][a-z0-9\-]{{2,}}(?:\.[a-z0-9\-]{{2,}})*"
            rf"(?:\.| dot |\s?[\[(]dot[\])]\s?| \. )(?:{_DOMAINS})\b(?:/[^\s]*)?"
        ),
    ),
)
_NUMBER: Final = re2.compile(r"\+?\(?\d[\d\s().\-/]{6,20}\d")
_NO_PHONE: Final = re.compile(
    r"(?:order|tracking|parcel|pedido|commande|bestell\w*|sendungs\w*|ordine|pesanan|resi|invoice|sku|item|ref\w*|case|"
    r"ticket|#|no|nr|isbn|ean|[$€£])\W{0,3}(?:n\w{0,6}|id|is)?\W{0,4}$"
)
_LOOK_BEHIND: Final = 26
_UNLIKE_A_WORD: Final = re2.compile(
    r"/|www\.|https?:|(?:\.|dot\)?|\]) ?(?:com|net|org|shop|store|io|biz|xyz|example)$|@\w*[a-z]"
)
_WELL_KNOWN: Final = re2.compile(
    r"(?:amazon|google|youtube|ebay|walmart|flipkart|wikipedia|facebook|instagram|tiktok|shopee|lazada|tokopedia)"
    r" ?\. ?\w+(?:\.\w+)?$"
)
_LOCAL: Final = re.compile(r"\d{3}[ .\-]\d{4}")
"""A North American number without its area; a number alone never counts, only one that is called for."""

_DIGITS: Final = (8, 15)
_TAIL: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One value: its shape (`email`, `link`, `handle`, `number`) and where it stands in the original."""

    shape: str
    span: Span
    plain: bool = True
    """Whether it is surely an address of somebody's own: no missing space, no famous site."""


def holds_address(doc: Document) -> bool:
    """Whether an email, a link or a handle stands in the text at all; for screens."""
    string = doc.text.folded.string
    return ("." in string or "@" in string or "dot" in string) and any(
        pattern.search(string) for _, pattern in _FOLDED
    )


def contacts(doc: Document) -> tuple[Contact, ...]:
    """Return the contact values of a text that the shop has not published, in text order.

    A handle that opens the text addresses somebody and is no contact.
    """
    known = tuple(_plain(Text.of(value).folded.string) for value in doc.shop_contacts)
    found: list[Contact] = []  # kept apart and in text order
    for shape, span, value in _values(doc.text):
        at = bisect_left(found, span, key=lambda contact: contact.span)
        if any(span.overlaps(other.span) for other in found[max(0, at - 1) : at + 1]):
            continue
        if _published(value, known):
            continue
        plain = _UNLIKE_A_WORD.search(value) is not None and _WELL_KNOWN.search(value) is None
        found.insert(at, Contact(shape=shape, span=span, plain=plain))
    return tuple(found)


def _values(text: Text) -> Iterator[tuple[str, Span, str]]:
    string = text.folded.string
    for shape, pattern in _FOLDED:
        for match in pattern.finditer(string):
            group = 1 if shape == "handle" else 0
            yield shape, text.folded.span(match.start(group), match.end(group)), match.group(group)
    string = text.digits.string
    for match in _NUMBER.finditer(string):
        count = sum(letter.isdigit() for letter in match.group())
        before = string[max(0, match.start() - _LOOK_BEHIND) : match.start()]
        long_enough = _DIGITS[0] <= count <= _DIGITS[1] or _LOCAL.fullmatch(match.group())
        if long_enough and not _NO_PHONE.search(before):
            yield "number", text.digits.span(match.start(), match.end()), match.group()


def _plain(value: str) -> str:
    return "".join(
        letter for letter in value.removeprefix("https://").removeprefix("www.") if letter.isalnum()
    )


def _published(value: str, known: Sequence[str]) -> bool:
    plain = _plain(value)
    return any(
        plain in own or own in plain or (plain.isdigit() and own.isdigit() and plain[-_TAIL:] == own[-_TAIL:])
        for own in known
        if own
    )
