"""Networks and messengers as texts name them: plainly, in slang, in disguise, by a picture, or described."""

from __future__ import annotations

import re
from typing import Final

from moderation.detect.pii.wording import any_of, ended, listed, roomy, unended

_LEET: Final = {"a": "[a4@]", "e": "[e3]", "i": "[i1!]", "o": "[o0]", "s": "[s5$]", "t": "[t7]", "l": "[l1]"}
_SPREAD_NAMES: Final = "insta|instagram|telegram|tele|facebook|whatsapp|wechat|tiktok|snapchat|snap"
"|discord|zalo|viber|twitter|threads|line|face|weixin"
_SHORT_NAMES: Final = "ig|fb|tg|tt|sc|vx|wx|yt|dc|qq"
_LEAST_LEET: Final = 5


def _leet(name: str) -> str:
    return "".join(_LEET.get(letter, re.escape(letter)) for letter in name).replace(r"\ ", r"\s?")


def _disguised() -> str:
    plain = [name for name in listed("networks") if name.isascii() and name.replace(" ", "").isalpha()]
    leet = [_leet(name) for name in plain if len(name) >= _LEAST_LEET]
    spread = [r"[.\-_*~|·\s]{1,2}".join(_LEET.get(c, c) for c in name) for name in _SPREAD_NAMES.split("|")]
    short = [r"[.\-_*~|·]".join(name) + r"\.?" for name in _SHORT_NAMES.split("|")]
    return "|".join([*leet, *spread, *short])


_ENDING: Final = r"(?:ku|nya|q|mu|gram|an)?"
_BEGIN: Final = r"(?:^|[^a-z0-9.@_])"
_REST: Final = ended(
    w for w in listed("networks") if not (w.isascii() and w.isalpha() and len(w) >= _LEAST_LEET)
)
_PICTURES: Final = "|".join(listed("pictures"))
_DESCRIBED: Final = (
    rf"(?:{any_of('described')}|{any_of('mark_first')}[\s\-]{any_of('app_last')}"
    rf"|{any_of('app_first')}\s?(?:{unended('app_links')}\s?)?(?:(?:el|la|le|o|a|il)\s)?{any_of('mark_last')})"
)

_SHORT_AT: Final = (
    r"(?:\b(?:on|en|sur|auf|no|na|nas|di|sa|in|im|tren|qua|ben|pe|via|au|o|ke|pake|at)\s+"
    r"(?:ig|fb|tg|tele|tt|sc|snap|yt|dc|gram|qq|ins|psn|xbox)"
    r"|\b(?:my|mi|mon|mein|meinem|meu|your|her|his)\s+(?:ig|fb|tg|tele|tt|sc|snap|yt|dc|gram|psn))\b"
)
NAMED: Final = rf"(?:(?:{_disguised()}){_ENDING}(?:\b|[^a-z0-9_]|$)|{_REST}|{_SHORT_AT})"
"""Names that mean a network wherever they stand; a boundary before them is for the pattern around."""
STRONG: Final = rf"(?:{NAMED}|{_DESCRIBED}|{_PICTURES})"
"""The same with descriptions and pictures."""
WEAK: Final = any_of("networks_weak")
"""Names that are also ordinary words."""

NAMED_NETWORK: Final = roomy(rf"{_BEGIN}({NAMED})")
STRONG_NETWORK: Final = roomy(rf"{_BEGIN}({STRONG})")
ANY_NETWORK: Final = roomy(rf"{_BEGIN}({STRONG}|{WEAK})")
NETWORK_WHOLE: Final = roomy(rf"@?(?:{STRONG}|{WEAK})")
