"""E-mail addresses, plain, spaced, bracketed or said in words; the last label must be a real suffix."""

from __future__ import annotations

import re
from functools import cache
from typing import ClassVar, Final

from tldextract import TLDExtract

from moderation.detect.pii.recognizer import Screen, Shape, ShapeSeeker, folded, shape, words
from moderation.findings import Kind

_AT_WORD: Final = folded(r"(?:at|arroba|chiocciola|klammeraffe|arobase|aroba|ät|et|a keong|a cong|собака)")
_DOT_WORD: Final = folded(r"(?:dot|punto|ponto|point|punkt|titik|cham|punt|точка)")
_DOT: Final = rf"(?:\s*[(\[{{<]\s*(?:\.|{_DOT_WORD})\s*[)\]}}>]\s*|\s+{_DOT_WORD}\s+|\s\.\s|\.)"
_NAME: Final = rf"[a-z0-9][\w+\-]*(?:(?:\.|\s{_DOT_WORD}\s)[\w+\-]+){{0,4}}"
_BRACKETED: Final = r"\s*[(\[{<]\s*(?:@|at|arroba|et|at sign)\s*[)\]}>]\s*"
_SPOKEN: Final = tuple(
    (
        folded(rf"(?:\s+(?:{at})\s+|\s*@\s*|{_BRACKETED})"),
        folded(rf"(?:\s+(?:{dot})\s+|\s*[(\[{{<]\s*(?:\.|dot|{dot})\s*[)\]}}>]\s*)"),
    )
    for at, dot in (
        ("at", "dot"),
        ("arroba", "punto|ponto"),
        ("chiocciola", "punto"),
        ("arobase|aroba", "point"),
        ("ät|klammeraffe|at", "punkt"),
        ("a keong|at", "titik"),
        ("a cong", "cham"),
        ("собака", "точка"),
    )
)
"""At sign and dot as each language says them; a pair must come from one language."""

_COMMON: Final = (
    "com|net|org|edu|co|io|me|info|biz|de|fr|es|it|br|mx|id|vn|th|ph|uk|in|au|ca|nl|pt|us|eu|ru|cn"
    "|jp|kr|my|sg|ch|at|pl|se"
)
_HOUSE: Final = re.compile(
    r"\W(?:gmail|googlemail|hotmail|yahoo|outlook|icloud|gmx|proton|protonmail|live|msn|aol|ymail|web|t-online"
    r"|orange|laposte|free|sfr|uol|bol|terra|libero|virgilio|rediffmail|qq|163|mail|me|mac|posteo|zoho)\W"
)
"""Houses where private people have their mailboxes."""
_AT_HOUSE: Final = 0.93


@cache
def _suffixes() -> TLDExtract:
    return TLDExtract(suffix_list_urls=(), cache_dir=None)


def _mailbox(value: str) -> bool:
    """Whether the part behind the at sign ends in a public suffix (from the snapshot; no network)."""
    plain = re.sub(rf"\s*[(\[{{<]\s*(?:\.|{_DOT_WORD})\s*[)\]}}>]\s*|\s+{_DOT_WORD}\s+|\s*\.\s*", ".", value)
    host = re.split(r"[\s@)\]}>]+", plain)[-1].strip(".")
    found = _suffixes()(host)
    return bool(found.suffix and found.domain) and not found.domain.isdecimal()


class Mailboxes(ShapeSeeker):
    """`EMAIL`: local part, at sign or its word, domain with a public suffix."""

    entities = (Kind.EMAIL.value,)
    screen: ClassVar[Screen] = (
        r"[\w.+\-]\s?@\s?[a-z0-9]",
        rf"[(\[{{<]\s*(?:@|at sign|{_AT_WORD})\s*[)\]}}>]",
        (rf"\s(?:{_AT_WORD})\s", rf"(?:\s|\(|\[|{{|<){_DOT_WORD}(?:\s|\)|\]|}}|>)"),
    )
    cues = re.compile(
        words(
            (
                "email|e mail|mail|mailed|mailing|write|contact|reach|inbox|gmail|address|adresse"
                "|correo|mande|manda|escribe|drop|line"
            ),
            "ecrivez|courriel|schreib|schreiben|surel|imel|kirim|pm|dm|email me|owner",
        )
    )
    shapes = (
        shape(
            "email",
            (
                r"(?<![\w.+\-*@])(?P<value>[a-z0-9][\w.+\-]{0,63}@(?:[a-z0-9](?:[a-z0-9\-]*[a-z0-9])?"
                r"\.)+[a-z]{2,24})(?![\w@])"
            ),
            alone=0.97,
            cued=0.98,
            check=_mailbox,
        ),
        shape(
            "email_spaced",
            (
                rf"(?<![\w.+\-*@])(?P<value>{_NAME}(?:\s@\s|@|\s*[(\[{{<]\s*(?:@|{_AT_WORD})\s*[)\]}}"
                rf">]\s*)[a-z0-9\-]+(?:{_DOT}[a-z0-9\-]+){{0,2}}{_DOT}(?:{_COMMON}))(?!\w)"
            ),
            alone=0.88,
            cued=0.95,
            check=_mailbox,
        ),
        shape(
            "email_worded",
            rf"(?<![\w.+\-*@])(?P<value>{_NAME}(?:"
            rf"{'|'.join(rf'(?:{at}[a-z0-9-]+(?:{dot}[a-z0-9-]+)?{dot})' for at, dot in _SPOKEN)}"
            rf")"
            rf"(?:{_COMMON})(?:(?:\.|\s{_DOT_WORD}\s)(?:{_COMMON}))?)(?!\w)",
            alone=0.85,
            cued=0.93,
            check=_mailbox,
        ),
        shape(
            "mailbox_without_suffix",
            (
                r"(?<![\w.+\-*@])(?P<value>[a-z0-9][\w.+\-]{1,40}@(?:gmail|hotmail|yahoo|outlook"
                r"|icloud|gmx|protonmail))(?![\w.@])"
            ),
            alone=0.75,
            cued=0.85,
        ),
    )

    def weigh(self, found: Shape, string: str, start: int, end: int) -> tuple[float, str] | None:
        """Weigh as every shape, but be sure of a mailbox in words at a house of mailboxes."""
        verdict = super().weigh(found, string, start, end)
        if verdict is None or found.name != "email_worded" or not _HOUSE.search(string, start, end):
            return verdict
        return max(verdict[0], _AT_HOUSE), verdict[1]
