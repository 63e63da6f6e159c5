"""Whose place an address is: words of homes and deliveries against words of public places and goods."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from moderation.detect.pii.gazette import any_of, listed, whole

_HOME: Final = re.compile(whole(listed("settings", "home")))
_PUBLIC: Final = re.compile(whole(listed("settings", "public")))
_PRODUCT: Final = re.compile(r"[\s\"'»”-]{0,3}(?:" + any_of(listed("settings", "product")) + r")(?!\w)")
_PRODUCT_BEFORE: Final = re.compile(whole(listed("settings", "product_before")) + r"[\s:,\"'«„“(-]{0,4}$")
_FAMOUS: Final = re.compile(whole(listed("settings", "famous")))
_SHOPS: Final = frozenset({"shop", "store", "toko", "tienda", "loja", "laden", "boutique", "magasin"})
_SPOKEN_TO: Final = re.compile(
    r",?\s(?:oi|gui|giao|doi|ship|chuyen|nha|nhe|ban|doa|cho|khong|da|dang|lai|sent|send|threatened|knows"
    r"|has my|kirim|ancam|tolong|mandou|mandaram|envio|amenazo|a envoye|menace|hat|schickt)(?!\w)"
)
_OWNER: Final = re.compile(
    r"(?:chu|owner of (?:the|this)|pemilik|dono da|dona da|dueno de la|duena de la|proprio du|patron du"
    r"|besitzer vom)\s$"
)
_BEFORE: Final = 64
_AFTER: Final = 34
_STOP: Final = re.compile(r"[.!?\n](?=\s|$)")


def pretended(string: str, start: int, end: int) -> bool:
    """Whether a street is the name of goods, an example, or known from books and films."""
    if _FAMOUS.search(string, max(0, start - 8), end + 8):
        return True
    return bool(_PRODUCT.match(string, end) or _PRODUCT_BEFORE.search(string, max(0, start - 24), start))


def homely(string: str, start: int, end: int) -> bool:
    """Whether words about homes or deliveries stand near."""
    return bool(
        _HOME.search(string, max(0, start - _BEFORE), start) or _HOME.search(string, end, end + _AFTER)
    )


def _shops(string: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield words of public places, but not a shop that is spoken to or of ("shop oi", "chu shop")."""
    for found in _PUBLIC.finditer(string, start, end):
        if not (found[0] in _SHOPS and _SPOKEN_TO.match(string, found.end())) and not (
            found[0] in _SHOPS and _OWNER.search(string, 0, found.start())
        ):
            yield found


def public(string: str, start: int, end: int) -> bool:
    """Whether the nearest word beside an address, in its sentence, says shop, office or sight."""
    first = max(0, start - _BEFORE)
    for earlier in _STOP.finditer(string, first, start):
        first = earlier.end()
    home = max((found.end() for found in _HOME.finditer(string, first, start)), default=-1)
    shop = max((found.end() for found in _shops(string, first, start)), default=-1)
    if shop >= 0:
        return shop >= home
    if home >= 0:
        return False
    stop = _STOP.search(string, end, end + _AFTER)
    last = stop.start() if stop else end + _AFTER
    return bool(_PUBLIC.search(string, end, last)) and not _HOME.search(string, end, last)
