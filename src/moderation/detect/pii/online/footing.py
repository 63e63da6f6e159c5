"""On what a word stands that may be a handle: networks, accounts, invitations, people around it.

How a ground weighs by the word's look is `grounds`'; words and descriptions of networks are data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import re2

from moderation.detect.pii.online import grounds as g
from moderation.detect.pii.online.grounds import Ground, Look
from moderation.detect.pii.online.networks import ANY_NETWORK, NAMED_NETWORK, STRONG_NETWORK
from moderation.detect.pii.wording import any_of, listed

BEFORE: Final = 96
AFTER: Final = 56
"""How far the words reach that say what a word is, before and behind it."""
_NEARBY: Final = 44
_GLUE: Final = (
    r"(?:[\s:=,;>~→➡➜«»\-–('\"“/|!👉👇👆🔥✨❤💕😍😊😉🙏♥💖🥰😘"
    + "".join(listed("pictures"))
    + rf"]|\.\.+|{any_of('glue')}|号码|号|是|账号|我的)*"
)
_LINK: Final = (
    r"(?:[\s:=,\"'“(>\-–👉]|\b(?:is|es|est|ist|e|la|the|a|o|el|le|si|der|die|nya|ten|name|nama|called"
    r"|named|now|me|at|on|here"
    r"|aqui|ici|hier|di sini|dort|da|que|personal|privado|privada|prive|pribadi|ca nhan|our|we have|user|sy"
    r"|ya|yaa|yg|sih|nih|et|at"
    r"|usuario|ban|chi|anh|kak)\b"
    r"|คือ|ว่า|ชื่อ|คุณ)*$"
)
_GLUED: Final = re2.compile(_GLUE)
_FIRM: Final = re2.compile(
    r"(?:[:=→👉(\"]|\b(?:id|is|es|est|ist|e|eh|heisst|heisse|soy|sou|je suis|i'm|im|i am|bin ich|ich bin"
    r"|username|user|handle|pseudo"
    r"|nick|nickname|usuario|nutzername|benutzername|nama|namanya|namaku|akun|ten|la|ko|as|como|als|unter"
    r"|under|called|named"
    r"|arroba|user name|sono)\b|เรา|ชื่อ|ไอดี|คือ|号|是)[\s:=\"'(]*$"
)
_LINKED: Final = re2.compile(
    r"\s*(?:,\s*)?(?:(?:on|en|auf|no|na|nas|di|sur|su|in|via|tren|ben|qua|o|bei|over|at|my|mi|meu|mon"
    r"|mein|meinem|the|that|that's|l'|le|vom|von der|of|del|de la|do|da|dans|la|lo|pelo|nel|sulla|aus"
    r"|pe|par|sa|ako|naman|ku|aku|is|es|c'est|ist|e|itu|juga|both|same|'s|akun|bang|ที่|ใน|จาก|\(|-|="
    r"|,)\s*){0,4}\s*[^a-z0-9]?"
)
_IDENTITY: Final = re2.compile(any_of("identity", "account", "role") + _LINK)
_ACCOUNT: Final = re2.compile(any_of("account") + _LINK)
ACCOUNT_WORD: Final = re2.compile(any_of("account"))
_ROLE: Final = re2.compile(any_of("role") + _LINK)
_RELATION: Final = re2.compile(any_of("relation") + r"[\s:,\"'(\-–]*(?:\w+\s+){0,2}$")
_INVITE: Final = re2.compile(any_of("invite"))
_INVITING: Final = re2.compile(any_of("invite") + r"\s(?:[ao]|the|la|el|le|die|der|den|si)?\s?$")
_MINE: Final = re2.compile(any_of("mine"))
_SEEN: Final = re2.compile(any_of("seen"))
_POSTED: Final = re2.compile(any_of("posting") + r"[\s:,\"'(@\-–]*$")
_POSTS: Final = re2.compile(rf"^\s*{any_of('posting_behind')}")
_BACK: Final = re2.compile(any_of("backwards"))
_TO_ME: Final = re2.compile(
    r"\b(?:me|my|mich|mir|moi|mi|meu|minha|ku|aku|saya|minh|tui|ako|here|seguidme|dm|pm|direct|inbox|ib"
    r"|inb|md|mp|pn|japri|privado|prive|direkt)\b"
    r"|me\b|m[ei]-|เรา|ผม|หนู"
)
_SELF: Final = re2.compile(
    r"^\s?[,:\-–]?\s?(?:is where (?:i|my)|is me\b|that's me|thats me|here is me|it's me|soy yo|es mi\b"
    r"|ese soy yo|esa soy yo"
    r"|c'est moi|cest moi|bin ich|das bin ich|heisse ich|sou eu|eh eu|e o meu|aqui sou eu|itu (?:aku"
    r"|saya)|ini (?:aku|saya)|aku itu"
    r"|la minh|la em|la tui|nick minh|คือเรา|เราเอง|ชื่อเรา|ผมเอง|sono io|ako\b|mera hai|where i post"
    r"|i post there)"
)
_MENTION: Final = re.compile(r"(?<![a-z0-9])@[\w.]+")
_WALLET: Final = re2.compile(
    r"\b(?:venmo|cash ?app|cashtag|paypal|zelle|revolut|monzo|bizum|pix|gcash|momo|promptpay|ovo|dana"
    r"|gopay)\b[\s:=(,]*"
    r"(?:(?:is|tag|id|user|username|handle|account|me|my|es|ist|on|at|to)\b[\s:=(]*)*$"
)
"""A name on a wallet is an account (`BANK_ACCOUNT`), found by others."""
_COLON: Final = re.compile(r"[:=→>]\s*$")
_LONG: Final = 9
_CLOSED: Final = re.compile(r"\s*(?:[.,;!?)\n]|$)")
_APART: Final = re.compile(r"[,:\-–=(]\s*$")
_INFLECTED: Final = re.compile(
    r"(?:ly|ing|ings|ed|ness|tions?|sions?|able|ible|ments?|mente|cion|ciones|cao|coes|ung|ungen|lich|keit|heit|isch"
    r"|ische|ous|ful|less|ity|ties|ive|ally|ando|endo|ados?|adas?|idos?|idas?|ment|eur|euse|age|ages|ique|iques"
    r"|nya|kan|ers?|ies|ants?|ents?|ism|ist|ists|ity|ical|ship|ward|wards|wise|like)$"
)
"""Endings of words of our languages that are in no list."""
_BREAK: Final = re.compile(r"[.!?…](?=\s|$)|\n")


def ground_of(string: str, start: int, end: int, look: Look, *, hidden: bool, told: bool) -> Ground | None:
    """Return the best ground for a handle at this place."""
    before = _MENTION.sub(" ", string[max(0, start - BEFORE) : start])
    if _WALLET.search(before):
        return None
    after = string[end : end + AFTER]
    stops = [stop.end() for stop in _BREAK.finditer(before)]
    sentence = before[stops[-1] :] if stops else before
    stop = _BREAK.search(after)
    rest = after[: stop.start()] if stop else after
    posted = look >= Look.LOOSE and (_POSTED.search(sentence) or _POSTS.search(rest))
    told = told and ACCOUNT_WORD.search(sentence) is not None
    if look <= Look.NAMED and not (hidden or posted or told):
        network = ANY_NETWORK if look >= Look.LOOSE else STRONG_NETWORK
        if not (network.search(before) or network.search(rest) or _BACK.search(before)):
            return None
    if look <= Look.ODD and _enclosed(before, rest, string[start:end]):
        return g.LABELLED_ALONE
    found = [*_named(before, sentence, rest, look, dotted="." in string[start:end]), *_spoken(sentence, rest)]
    if hidden:
        found.append(g.HIDDEN)
    if look is Look.SIGNED:
        found.append(g.ALONE)
    if found and not g.OWN.issuperset(found) and _public(sentence):
        found = [ground for ground in found if ground in g.OWN]
    return max(found, key=lambda ground: max(ground.at(look)), default=None)


def _public(sentence: str) -> bool:
    """Whether the handle is a public one: goods were seen there, it is thanked or tagged, not somebody's."""
    near = sentence[-_NEARBY:]
    last = max((m.end() for m in _SEEN.finditer(near)), default=-1)
    return last >= 0 and max((m.end() for m in _MINE.finditer(near)), default=-1) < last


def _named(before: str, sentence: str, rest: str, look: Look, *, dotted: bool) -> Iterator[Ground]:
    """Yield the grounds that a network's name gives."""
    network = ANY_NETWORK if look >= Look.TELLING else STRONG_NETWORK if look >= Look.ODD else NAMED_NETWORK
    named = (network if look < Look.NAMED else ANY_NETWORK).search(sentence) is not None
    named = (
        named
        or network.search(rest) is not None
        or (look >= Look.NAMED and network.search(before) is not None)
    )
    invited = _INVITE.search(sentence) is not None
    cued = invited or _MINE.search(sentence) is not None or _INVITE.search(rest) is not None
    if _labelled(before, ANY_NETWORK if look >= Look.LOOSE or dotted else NAMED_NETWORK):
        if _FIRM.search(before):
            yield g.LABELLED_FIRM
        yield g.LABELLED_CUED if invited or (cued and look > Look.ODD) else g.LABELLED
    if (_BACK.search(before[-_NEARBY:]) or _BACK.search(rest[:_NEARBY])) and (
        cued
        or network.search(before)
        or network.search(rest)
        or _INVITE.search(before)
        or (ACCOUNT_WORD.search(before) and look >= Look.LOOSE)
    ):
        yield g.BACKWARDS
    if not named:
        return
    identity = _IDENTITY.search(sentence) is not None
    if _followed(rest, ANY_NETWORK if look >= Look.LOOSE else NAMED_NETWORK):
        yield g.CALLED_BEHIND if identity else g.BEHIND_CUED if cued else g.BEHIND
    if identity:
        yield g.CALLED
    if _SELF.search(rest):
        yield g.SELF_NAMED
    if _COLON.search(before):
        yield g.AFTER_COLON
    if _INVITE.search(sentence[-_NEARBY:]):
        yield g.INVITED
    yield g.NEAR if cued else g.IN_SENTENCE


def _enclosed(before: str, rest: str, word: str) -> bool:
    """Whether a long word that no list knows stands by itself behind a network's name."""
    if len(word) < _LONG or not word.isalpha() or _INFLECTED.search(word) or not _CLOSED.match(rest):
        return False
    return _APART.search(before) is not None and _labelled(before, ANY_NETWORK)


def _labelled(before: str, network: re.Pattern[str]) -> bool:
    """Whether a network's name stands before, with nothing but small words between."""
    return any(_GLUED.fullmatch(before, found.end(1)) for found in network.finditer(before))


def _followed(rest: str, network: re.Pattern[str]) -> bool:
    """Whether a network's name comes next, with nothing but small words before it."""
    found = network.search(rest[:_NEARBY])
    return found is not None and _LINKED.fullmatch(rest[: found.start(1)]) is not None


def _spoken(sentence: str, rest: str) -> Iterator[Ground]:
    """Yield the grounds that need no network."""
    near = sentence[-_NEARBY:]
    if _ACCOUNT.search(sentence):
        yield g.ACCOUNT
    if (_INVITE.search(near) and _TO_ME.search(near)) or _INVITING.search(sentence):
        yield g.FOLLOW_ME
    if _RELATION.search(near):
        yield g.RELATED
    if _ROLE.search(near):
        yield g.POINTED
    if _POSTED.search(sentence) or _POSTS.search(rest):
        yield g.POSTED
    if _SELF.search(rest):
        yield g.SELF
