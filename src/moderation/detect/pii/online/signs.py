"""A reading of a text in which the signs of addresses that are told in words are written as signs.

"name arroba house punto com" reads "name@house.com", "a (dot) b", "a guion bajo b" and "a . b" read
"a.b" and "a_b", "n a m e" reads "name". Ordinary sentences are changed too ("the point is made"), so
the reading serves only patterns that ask for a whole address, link or announced handle.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeAlias

import re2

from moderation.detect.pii.recognizer import folded
from moderation.detect.pii.wording import any_of, unended
from moderation.text import View
from moderation.text.view import Edit, rewrite

TLD: Final = (
    "com|net|org|edu|gov|info|biz|co|io|me|app|dev|page|site|online|shop|store|xyz|link|blog|bio|live|tv|cc"
    "|ai|gg|to|ly|eu|de|fr|es|it|br|pt|mx|ar|cl|pe|id|vn|th|ph|uk|ie|in|au|nz|ca|us|nl|be|ch|at|pl|se|dk"
    "|no|fi"
    "|ru|ua|cn|jp|kr|tw|hk|my|sg|za|ee|email|example|test|invalid"
)
"""Last labels that are believed where signs are read into the text."""
HOUSES: Final = (
    "gmail|googlemail|hotmail|yahoo|ymail|rocketmail|outlook|icloud|gmx|web|proton|protonmail|aol|msn"
    "|live|t-online"
    "|freenet|posteo|mailbox|tutanota|tuta|orange|wanadoo|laposte|free|sfr|neuf|bbox|uol|bol|terra|globo"
    "|sapo|libero"
    "|virgilio|tiscali|rediffmail|rediff|yandex|zoho|fastmail|hey|comcast|btinternet|sky|prodigy"
    "|telefonica|163|126|qq"
)
"""Houses where people have their mailboxes."""
SURE_HOUSES: Final = "gmail|googlemail|hotmail|yahoo|ymail|rocketmail|outlook|icloud|gmx|protonmail"
"|rediffmail|t-online|laposte"
"""Houses whose name is nothing else."""

AT: Final = unended("at")
DOT: Final = unended("dot")
_SIGNS: Final = {"dot": ".", "at": "@", "score": "_", "dash": "-", "slash": "/"}
_Edits: TypeAlias = Callable[[str], Iterable[Edit]]

_SPREAD: Final = re.compile(
    r"(?<![^\s\"'(:,;])[a-z0-9@_](?P<gap> |[*|~·,+=\-]| [\-*|·] )[a-z0-9@._](?:(?P=gap)[a-z0-9@._\-/]){3,}"
    r"(?=$|[\s,;:!?)\"'])"
)
_WWW: Final = re.compile(r"\bw\s?w\s?w(?=\s*\.)")
_TAIL: Final = re.compile(r"\.(?:com|net|org|de|fr|es|br|id|vn|th)(?P<more>[a-z])$")

_HOUSE_NAMES: Final = re.compile(
    r"(?P<gmail>\bg[\s\-]mail\b|\bgee ?mail\b|\bji ?mail\b|\bge ?mail\b|\bgimeil\b|\byimeil\b|\bgmeo\b"
    r"|\bgi meo\b|\bgo meo\b|\bji meo\b|\bgo meu\b|จีเมลล?์?|ジーメール)"
    r"|(?P<googlemail>(?:\bthe\s+)?\bgoogle(?:'s)?\s?mail\b)"
    r"|(?P<hotmail>\bhot mail\b|\bjotmail\b|\brotmail\b|\bhotmeil\b|ฮอตเมลล?์?)"
    r"|(?P<yahoo>\byahu\b|\bya hoo\b|ยาฮู)|(?P<outlook>\bout look\b|เอาท์ลุค|เอาต์ลุก)"
    r"|(?P<icloud>\bi cloud\b|ไอคลาวด์)",
    re.ASCII,
)
_COM: Final = re.compile(rf"(?<=[a-z0-9])\s*(?:{DOT})?\s*คอม|(?<=[a-z0-9])\s+(?:{DOT})\s+kom\b", re.ASCII)
_DASHED: Final = re.compile(rf"(?<=[a-z0-9])[\-~_*](?P<dot>{DOT})[\-~_*](?=[a-z0-9])", re.ASCII)
_BRACKETED: Final = re.compile(
    r"\s*[(\[{<«*|_~/\"]\s*(?:(?P<dot>\.|"
    + DOT
    + r"|d0t)|(?P<at>@|"
    + AT
    + r"|at|a|et|ad|ed|æ|c|bei|chez|presso|แอด)"
    r"|(?P<score>_|"
    + unended("score")
    + r")|(?P<dash>-|"
    + unended("dash")
    + r")|(?P<slash>/|"
    + unended("slash")
    + r"))\s*[)\]}>»*|_~/\"]\s*",
    re.ASCII,
)
_WORDED: Final = re.compile(
    rf"(?<=[a-z0-9])(?:\s+|(?=[^\x00-\x7f]))(?:dau\s+)?(?:(?P<score>{unended('score')})"
    rf"|(?P<dash>{unended('dash')})"
    rf"|(?P<slash>{unended('slash')})|(?P<dot>{DOT}))(?:\s+|(?<=[^\x00-\x7f]))(?=[a-z0-9])",
    re.ASCII,
)
_THAI_SCORE: Final = re.compile(
    r"\s*(?P<score>" + "|".join(w for w in unended("score")[3:-1].split("|") if w > "\x7f") + r")\s*"
)
_GLUED: Final = re.compile(
    r"(?<=[a-z0-9])\s*(?:dot|punto|ponto|point|punkt|titik)(?=(?:com|net|org|de|fr|es)\b)"
)
_GAPPED: Final = re.compile(
    r"(?<=[a-z0-9])(?:\s+(?P<sign>[._])\s+(?=[a-z0-9])|\s+(?P<before>\.)(?=[a-z0-9])"
    r"|\s*(?P<middle>[·・•])\s*(?=[a-z0-9])"
    r"|\s?(?P<after>\.)\s(?=(?:com|net|org|co)\b))"
)
_NUMBER_SIGN: Final = (
    r"(?:hash|hashtag|hash tag|pound|numeral|almohadilla|gato|raute|diese|cerquilha|jogo da velha|tagar"
    r"|pagar"
    r"|dau thang|thang|cancelletto|แฮช|แฮชแท็ก)"
)
_HASH: Final = re.compile(rf"(?<=[a-z0-9_])\s*[(\[]?\s*{_NUMBER_SIGN}\s*[)\]]?\s*(?=\d{{4}}(?!\d))", re.ASCII)
_SLASH_AT: Final = re.compile(rf"(?<=/)\s*(?:{AT})\s*(?=[a-z0-9])", re.ASCII)
_PATH: Final = re.compile(
    r"(?<=[.](?:com|net|org))\s+/\s*|(?<=\.(?:me|ee|gg))\s+/\s*|(?<=[a-z0-9]/)\s+(?=[a-z0-9@~+])"
    r"|(?<=[a-z0-9])\s+/(?=[a-z0-9])"
)
_ATS: Final = re.compile(
    rf"(?<=[a-z0-9_])(?:\s*[\-_~]?\s*(?:{AT}|แอด|@|©|®|\(c\)|\(r\))\s*[\-_~]?\s*|\s+(?:at|et|ad|ed|bei|en"
    rf"|chez|a|di|presso|tai|pada)\s+|[\-_~]at[\-_~])"
    rf"(?:the\s+)?(?=(?:{SURE_HOUSES})\b|[a-z0-9\-]+(?:\.[a-z0-9\-]+)*\.(?:{TLD})(?![a-z0-9]))",
    re.ASCII,
)
_HOUSE_COM: Final = re.compile(
    rf"(?<=[a-z0-9_])(?P<at>@|\s+)(?P<house>{SURE_HOUSES})(?P<gap>\s+)(?:com|kom|net|de|fr|es|it"
    rf"|co(?=\s+(?:id|uk|in|th)\b)|at|ch)\b"
    rf"|(?<=[0-9_])(?P<loose>\s+)(?=(?:{SURE_HOUSES})\.(?:com|de|fr|net|co|es)\b)"
    rf"|(?<=[a-z0-9][._][a-z0-9])(?P<loose2>\s+)(?=(?:{SURE_HOUSES})\.(?:com|de|fr|net|co|es)\b)",
    re.ASCII,
)


SIGN_PICTURE: Final = "[\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff\u25a0-\u25ff\U0001f000-\U0001faff\ufe0f]"
_MORE_HOUSES: Final = rf"(?:{HOUSES}|naver|daum|wp|o2|interia|onet|poczta|seznam|mail|abv|ukr|sapo|clix|iol)"
_PICTURED_DOT: Final = re.compile(
    rf"(?<![a-z0-9])(?P<house>{_MORE_HOUSES})(?P<gap>\s*(?:{SIGN_PICTURE}){{1,3}}\s*)(?=(?:{TLD})(?![a-z0-9]))"
)
_PICTURED_AT: Final = re.compile(
    rf"(?<=[a-z0-9_])(?P<gap>\s*(?:{SIGN_PICTURE}){{1,3}}\s*)(?=(?:{_MORE_HOUSES})\.(?:{TLD})(?![a-z0-9]))"
)
_NAMELESS_AT: Final = re.compile(
    rf"(?<=[a-z0-9])(?P<gap>\s[^\s@.,;:!?]{{2,24}}(?:\s[^\s@.,;:!?]{{1,12}}){{0,2}}\s)"
    rf"(?=(?:{HOUSES})\.(?:{TLD})(?![a-z0-9]))"
)
"""A word of the writer's own for the at sign: between a telling name and a house."""
_TELLING_NAME: Final = re.compile(r"(?:^|[\s:,(])[a-z0-9]+(?:[._][a-z0-9]+)+$|(?:^|[\s:,(])[a-z][a-z_.]*\d+$")
_FOLLOWED: Final = re2.compile(any_of("followed"))
_NAME_REACH: Final = 48
_AT_WORD_BEFORE: Final = re.compile(rf"(?:{AT}|\b(?:at|et|ad|bei|en|chez|a|di|presso|tai))$")
_NETWORK_NAMES: Final = re.compile(
    folded(
        r"(?P<facebook>\bface book|\bphay buc|\bfay buc|\bphay\b|\bfeisbuk|\bfesbuk|\bpesbuk"
        r"|เฟซบุ๊ก|เฟสบุ๊ค|เฟซบุค|เฟสบุค|เฟซบุ๊ค)"
        r"|(?P<instagram>\binsta gram|\bin xo ta gram|อินสตาแกรม|อินสตราแกรม)"
        r"|(?P<tiktok>\btik tok|\btop top|ติ๊กต็อก|ติ๊กตอก)|(?P<youtube>\byou tube|ยูทูบ|ยูทูป)"
        r"|(?P<twitter>\btui ter|ทวิตเตอร์)"
    )
)
_NETWORK_COM: Final = re.compile(rf"^\s*(?:\.|[(\[]?(?:{DOT})[)\]]?)\s*(?:com|คอม)")


def _linked_networks(string: str) -> Iterator[Edit]:
    """Write the name of a network as its host has it, where "dot com" follows."""
    for found in _NETWORK_NAMES.finditer(string):
        if _NETWORK_COM.search(string[found.end() : found.end() + _NAME_REACH]):
            yield found.start(), found.end(), str(found.lastgroup)


def _pictured(string: str) -> Iterator[Edit]:
    """Write a picture between a house and its ending as a dot."""
    return ((found.start("gap"), found.end("gap"), ".") for found in _PICTURED_DOT.finditer(string))


def _pictured_at(string: str) -> Iterator[Edit]:
    return ((found.start("gap"), found.end("gap"), "@") for found in _PICTURED_AT.finditer(string))


def _nameless(string: str) -> Iterator[Edit]:
    for found in _NAMELESS_AT.finditer(string):
        named = _TELLING_NAME.search(string, max(0, found.start() - _NAME_REACH), found.start())
        if named and not _FOLLOWED.search(found["gap"]):
            yield found.start("gap"), found.end("gap"), "@"


def _joined(string: str) -> Iterator[Edit]:
    """Join five and more single characters that the same gap keeps apart."""
    edits: list[Edit] = [
        (m.start(), m.end(), "www") for m in _WWW.finditer(string) if m.end() - m.start() > 3
    ]
    for spread in _SPREAD.finditer(string):
        width = len(spread["gap"])
        chars = spread[0][:: width + 1]
        if sum(map(str.isalpha, chars)) < 3 or chars.startswith("www."):
            continue
        first = 1 if chars[1] == "@" and not re.search(r"\.[a-z]{2,}$", chars) else 0
        last = len(chars) - (1 if _TAIL.search(chars) and "@" in chars else 0)
        for number in range(first, last - 1):
            place = spread.start() + number * (width + 1) + 1
            edits.append((place, place + width, ""))
    yield from sorted(edits)


def _signed(pattern: re.Pattern[str], string: str) -> Iterator[Edit]:
    for found in pattern.finditer(string):
        group = str(found.lastgroup)
        sign = _SIGNS.get(group) or (found[group] if group != "middle" else ".")
        yield found.start(), found.end(), sign


def _mailed(string: str) -> Iterator[Edit]:
    """Write "house com" as "house.com", and put the sign before a house that follows a telling name."""
    for found in _HOUSE_COM.finditer(string):
        if found["house"]:
            before = string[max(0, found.start() - _NAME_REACH) : found.start()]
            if found["at"] == "@" or _TELLING_NAME.search(before):
                yield found.start("at"), found.end("at"), "@"
            elif not _AT_WORD_BEFORE.search(before):
                continue
            yield found.start("gap"), found.end("gap"), "."
        else:
            yield found.start(), found.end(), "@"


def _constant(pattern: re.Pattern[str], sign: str) -> _Edits:
    return lambda string: (
        (found.start(), found.end(), sign) for found in pattern.finditer(string) if found[0] != sign
    )


def _grouped(pattern: re.Pattern[str]) -> _Edits:
    return lambda string: _signed(pattern, string)


_GAP: Final = r"(?: |[*|~·,+=\-]| [\-*|·] )"
_AT_HOST: Final = (
    rf"(?:{AT}|แอด|[@©®]|\([cr]\)|[\s\-_~](?:at|et|ad|ed|bei|en|chez|a|di|presso|tai|pada)[\s\-_~])\s*[\-_~]?\s*(?:the\s+)?"
    rf"(?:(?:{SURE_HOUSES})\b|[a-z0-9\-]+(?:\.[a-z0-9\-]+)*\.(?:{TLD}))"
)
_STEPS: Final[tuple[tuple[str, _Edits], ...]] = (
    (rf"\S{_GAP}\S{_GAP}\S{_GAP}\S|w\s?w\s?w", _joined),
    (_NETWORK_NAMES.pattern, _linked_networks),
    (
        r"mail|meil|meo|meu|yahu|ya hoo|out look|i cloud|เมล|ยาฮู|ลุ|ไอค|ジ",
        lambda string: ((m.start(), m.end(), str(m.lastgroup)) for m in _HOUSE_NAMES.finditer(string)),
    ),
    (r"คอม|\bkom\b", _constant(_COM, ".com")),
    (_BRACKETED.pattern, _grouped(_BRACKETED)),
    (SIGN_PICTURE, _pictured),
    (any_of("score", "dash", "slash", "dot"), _grouped(_WORDED)),
    (rf"[\-~_*](?:{DOT})[\-~_*]", _grouped(_DASHED)),
    (r"\s[._]|[·・•]|\.\s(?:com|net|org|co)\b", _grouped(_GAPPED)),
    (_THAI_SCORE.pattern, _grouped(_THAI_SCORE)),
    (r"(?:dot|punto|ponto|point|punkt|titik)(?:com|net|org|de|fr|es)\b", _constant(_GLUED, ".")),
    (
        r"\s/|/\s",
        lambda string: ((m.start(), m.end(), m[0].strip()) for m in _PATH.finditer(string)),
    ),
    (rf"{_NUMBER_SIGN}\s*[)\]]?\s*\d{{4}}", _constant(_HASH, "#")),
    (rf"/\s*(?:{AT})", _constant(_SLASH_AT, "@")),
    (SURE_HOUSES, _mailed),
    (SIGN_PICTURE, _pictured_at),
    (_AT_HOST, _constant(_ATS, "@")),
    (rf"\s(?:{HOUSES})\.(?:{TLD})", _nameless),
)
"""What is read in turn: a pattern for RE2 without which nothing is there to read, and the edits."""
_GATED: Final = tuple((re2.compile(gate), edits) for gate, edits in _STEPS)


def signs(folded: View) -> View:
    """Give the reading; the folded view itself where there is nothing to change."""
    view = folded
    for gate, edits in _GATED:
        if gate.search(view.string):
            view = rewrite(view, edits(view.string))
    return view
