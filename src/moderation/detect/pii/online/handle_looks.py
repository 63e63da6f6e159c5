"""Where words that may be handles stand in a text, and how much each looks like one."""

from __future__ import annotations

import re
from typing import Final

from moderation.detect.pii.online.grounds import Look
from moderation.detect.pii.online.networks import NETWORK_WHOLE
from moderation.detect.pii.online.run_together import dotted, named, phrase
from moderation.detect.pii.online.signs import TLD
from moderation.detect.pii.wording import CUE_WORDS, ORDINARY, listed

TOKEN: Final = re.compile(
    r"(?<![a-z0-9_@./\\+#$€£\-])(?:(?<![a-z0-9_.])@\s?)?"
    r"(?:[a-z0-9_](?:[a-z0-9_\-]|\.(?=[a-z0-9_])){1,29}[a-z0-9_](?:#\d{4}(?!\d))?"
    r"|[\u0e01-\u0e4e]{2,16}(?:_[a-z0-9\u0e01-\u0e4e]{2,16}|\d{2,6}))"
    r"(?![@a-z0-9_])",
    re.ASCII,
)
"""A word that may be a handle, with its at sign; Thai ones need digits or an underscore."""

DRESSED: Final = re.compile(
    "[\u200b-\u200f\u2060-\u2064\ufeff\uff01-\uff5e\u0400-\u04ff\U0001d400-\U0001d7ff]"
)
"""Full-width, mathematical and invisible characters and those of a script that looks alike."""
_SHAPED: Final = re.compile(
    r"(?P<score>[a-z0-9\u0e01-\u0e4e]_+[a-z0-9]|^_+[a-z]|[a-z]_+$)|(?P<tag>#\d{4}$)"
    r"|(?P<leet>[a-z]\d[a-z]+\d)"
    r"|(?P<digits>^[a-z][a-z.\-]{2,}\d)"
    r"|(?P<loose>\d[a-z._\-]*[a-z]{3}|[a-z]{2}\d|[\u0e01-\u0e4e]\d{2}|[a-z0-9]{2}\.[a-z0-9]{2}"
    r"|[a-z]\.[a-z]{3}|[a-z]{3}\.[a-z]"
    r"|[a-z]{3}-[a-z]{2,}-?\d)"
)
_REDUPLICATED: Final = re.compile(r"[a-z]+2(?:nya|an)?")
"""Indonesian writes a doubled word with a 2: lucu2."""
_MISSING_SPACE: Final = re.compile(r"\.\s*[A-Z][a-z]")
_MODEL: Final = re.compile(r"[A-Z]{2,}.*\d")
_NEXT_SENTENCE: Final = re.compile(r"\.\s+[A-Z][a-z]")
_NOT_HANDLES: Final = re.compile(
    r"\d+(?:st|nd|rd|th|k|m|x|mb|gb|tb|am|pm|min|mins|hrs?|days?|stars?|ml|cm|mm|kg|inch|mah|fps|hz|px"
    r"|usd|eur)?"
    r"|v?\d+(?:[.\-_]\d+)+|[a-z]{1,3}-?\d{1,4}|\d+-\w+|\d{1,2}h\d{0,2}"
    r"|.*\.(?:jpe?g|png|gif|mp4|mov|pdf|docx?|xlsx?|zip|apk|exe|html?|php|txt)"
    r"|(?:iphone|ipad|galaxy|redmi|note|pixel|ps|usb|mp|covid|web|size|talla|taille|ukuran|gta|fifa"
    r"|windows|win|ios|android"
    r"|wifi|airpods|insta|top|img|dsc|order|version|ver|model|sku|item|type|id)[\-_]?\d+[a-z]*"
)
_HOSTED: Final = re.compile(rf"[^_]*\.(?:{TLD})(?:\.[a-z]{{2}})?")
_MASKED: Final = re.compile(
    r"@\s?(?:user(?:name)?|name|handle|me|us|everyone|everybody|all|here|channel|home|work|you|yourname"
    r"|usuario|todos|alle|semua"
    r"|admin|mod|seller|shop|store|reddit)\d?"
)
_DESK: Final = re.compile(
    r"(?:help|helps|support|cares?|services?|official|oficial|officiel|resmi|customer|store|shop|hq|team"
    r"|news|media|brand|sac"
    r"|atencion|ayuda|kundenservice|cskh)\d?$|^@(?:team|official|ask|real|the)"
)
_BRANCH: Final = re.compile(
    r"(?:indonesia|vietnam|thailand|deutschland|france|espana|brasil|brazil|india|usa?|uk|global)\d?$"
)
_COMPOUND: Final = frozenset(listed("compound"))
"""Words that follow a network's name and are no handles."""
_FEWEST_LETTERS: Final = 3
_SHORTEST: Final = 4
_BEGINNINGS: Final = frozenset(word[:3] for word in ORDINARY if len(word) > _SHORTEST)


def desk(value: str) -> bool:
    """Whether a handle with its at sign is a company's desk or page."""
    return _DESK.search(value) is not None


def branch(value: str) -> bool:
    """Whether a handle ends as those of a company's branches in a country do."""
    return _BRANCH.search(value) is not None


def look_of(value: str, written: str) -> Look | None:
    """Judge a word by its folded form and as written.

    None: an everyday word, a number, a file, a host, a mask. Who dresses a word up, hides a handle more
    likely than not.
    """
    look = _look_of(value, written)
    if look is not None and look < Look.SIGNED and not written[:1].isupper() and DRESSED.search(written):
        return max(Look.LOOSE, min(Look.TELLING, Look(look + 1)))
    return look


def _look_of(value: str, written: str) -> Look | None:
    plain = value.lstrip("@ ")
    signed = value.startswith("@")
    if sum(map(str.isalpha, plain)) < _FEWEST_LETTERS - signed or _NOT_HANDLES.fullmatch(plain):
        return None
    if NETWORK_WHOLE.fullmatch(plain) or (_HOSTED.fullmatch(plain) and not signed):
        return None
    if signed:
        return None if _MASKED.fullmatch(value) or _NEXT_SENTENCE.search(written) else Look.SIGNED
    shaped = _SHAPED.search(plain)
    return _unshaped(plain, written) if shaped is None else _shaped(plain, written, str(shaped.lastgroup))


def _shaped(plain: str, written: str, shape: str) -> Look | None:
    parts = re.split(r"[.\-_]", plain)
    if shape == "loose":
        if _MISSING_SPACE.search(written) and not ORDINARY.isdisjoint(parts):
            return None
        if ORDINARY.issuperset(parts):
            return Look.WORD
        return Look.TELLING if dotted(plain) and not written[:1].isupper() else Look.LOOSE
    everyday = ORDINARY.issuperset(parts)
    if shape == "digits":
        everyday = (
            plain.rstrip("0123456789.-") in ORDINARY
            or _REDUPLICATED.fullmatch(plain) is not None
            or _MODEL.search(written) is not None
        )
    return Look.LOOSE if everyday else Look.TELLING


def _unshaped(plain: str, written: str) -> Look | None:
    if not (plain.isascii() and plain.replace("-", "").isalpha()) or len(plain) < _SHORTEST:
        return None
    if plain.count("-") > 1 and min(map(len, plain.split("-"))) > 1:
        return None if ORDINARY.issuperset(plain.split("-")) else Look.LOOSE
    if plain in ORDINARY or plain in CUE_WORDS or plain in _COMPOUND or "-" in plain:
        return None
    if not written[:1].isupper():
        if named(plain):
            return Look.NAMED
        if phrase(plain):
            return Look.LOOSE
    odd = plain[:3] not in _BEGINNINGS or re.search(r"[a-z][A-Z]", written)
    return Look.ODD if odd else Look.WORD
