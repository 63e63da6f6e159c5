"""Handles on networks and messengers: what somebody can be found by.

A handle is weakly shaped, so it is weighed: how it looks against what stands around it (a network's
name, an account, "follow me", a person pointed at, or goods seen at somebody's).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import ClassVar, Final

import re2

from moderation.detect.pii import grounds as g
from moderation.detect.pii.grounds import Ground, Look
from moderation.detect.pii.handle_looks import TOKEN, branch, desk, look_of
from moderation.detect.pii.letters import UPPER
from moderation.detect.pii.networks import (
    ANY_NETWORK,
    NAMED,
    NAMED_NETWORK,
    STRONG,
    STRONG_NETWORK,
    WEAK,
)
from moderation.detect.pii.recognizer import Hit, Screen, Seeker, stretches
from moderation.detect.pii.signs import DOT, signs
from moderation.detect.pii.wording import ORDINARY, any_of, gate, listed, unended
from moderation.findings import Kind, Span
from moderation.text import Text, View

_GLUE: Final = (
    r"(?:[\s:=,;>~→➡➜«»\-–('\"“/|!👉👇👆🔥✨❤💕😍😊😉🙏♥💖🥰😘"
    + "".join(listed("pictures"))
    + rf"]|\.\.+|{any_of('glue')}|号码|号|是|账号|我的)*"
)
_LINK: Final = (
    r"(?:[\s:=,\"'“(>\-–👉]|\b(?:is|es|est|ist|e|la|the|a|o|el|le|si|der|die|nya|ten|name|nama|called"
    r"|named|now|me|at|on|here"
    r"|aqui|ici|hier|di sini|dort|da|que|personal|privado|privada|prive|pribadi|ca nhan|our|we have|user"
    r"|usuario|ban|chi|anh|kak)\b"
    r"|คือ|ว่า|ชื่อ|คุณ)*$"
)
_LABEL: Final = re2.compile(rf"(?:^|[^a-z0-9.@_])(?:{NAMED}){_GLUE}$")
_LOOSE_LABEL: Final = re2.compile(rf"(?:^|[^a-z0-9.@_])(?:{STRONG}|{WEAK}){_GLUE}$")
_FIRM: Final = re2.compile(
    r"(?:[:=→👉(\"]|\b(?:id|is|es|est|ist|e|eh|heisst|heisse|soy|sou|je suis|i'm|im|i am|bin ich|ich bin"
    r"|username|user|handle|pseudo"
    r"|nick|nickname|usuario|nutzername|benutzername|nama|namanya|namaku|akun|ten|la|ko|as|como|als|unter"
    r"|under|called|named"
    r"|arroba|user name|sono)\b|เรา|ชื่อ|ไอดี|คือ|号|是)[\s:=\"'(]*$"
)
_BEHIND: Final = re2.compile(
    r"^\s*(?:,\s*)?(?:(?:on|en|auf|no|na|nas|di|sur|su|in|via|tren|ben|qua|o|bei|over|at|my|mi|meu|mon"
    r"|mein|meinem|the|that|that's|l'|le"
    r"|do|pe|par|sa|ako|naman|ku|aku|is|es|c'est|ist|e|itu|juga|both|same|'s|akun|ที่|ใน|\(|-|="
    r"|,)\s*){0,4}\s*"
    rf"(?:(?P<named>{NAMED})|{STRONG}|{WEAK})"
)
_IDENTITY: Final = re2.compile(any_of("identity", "account", "role") + _LINK)
_ACCOUNT: Final = re2.compile(any_of("account") + _LINK)
_ROLE: Final = re2.compile(any_of("role") + _LINK)
_RELATION: Final = re2.compile(any_of("relation") + r"[\s:,\"'(\-–]*(?:\w+\s+){0,2}$")
_INVITE: Final = re2.compile(any_of("invite"))
_MINE: Final = re2.compile(any_of("mine"))
_SEEN: Final = re2.compile(any_of("seen"))
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
_FULL_NAME: Final = re.compile(rf"[{UPPER}][\w'’-]+(?: [{UPPER}][\w'’-]+){{1,3}}(?: \d{{1,4}})?(?!\w)")
"""A person's name as some networks show it, of which the token is the first word."""
_BREAK: Final = re.compile(r"[.!?…](?=\s|$)|\n")
_REDDITOR: Final = re.compile(r"(?<![\w/.])/?u/(?P<value>[a-z0-9][a-z0-9_\-]{2,22}[a-z0-9])(?![\w/])")
_SPREAD: Final = r"(?:^|\s)[a-z0-9@_](?: [a-z0-9@._/\-]){4}"
_TELLING: Final = (
    rf"@|[a-z0-9]_|_[a-z0-9]|[a-z]{{3}}[.\-]?\d|[a-z]\d[a-z]+\d|[(\[{{<*]\s?(?:[._]|{DOT})|#\d{{4}}"
    rf"|{_SPREAD}"
)
_SHAPE: Final = rf"{_TELLING}|\d[a-z]{{3}}|[a-z0-9]\.[a-z]|[a-z]{{2}}\d"
_SPOT: Final = re2.compile(
    rf"(?:^|[^a-z0-9.@_])(?:{STRONG}|{WEAK})|@|{any_of('account', 'relation', 'role')}|{unended('score')}"
    r"|#\d{4}"
)
"""Handles stand within reach of one of these; only there are words looked at."""
_SPREAD_OUT: Final = re2.compile(_SPREAD)
_BEFORE: Final = 96
_AFTER: Final = 56
_NEARBY: Final = 44
_HIDDEN_AT: Final = 1.7
"""A handle that takes so many times its length in the original is spread out on purpose."""
_LONGEST: Final = 32
_LEAST: Final = 0.3
_FIRM_GROUNDS: Final = frozenset({g.LABELLED_FIRM, g.CALLED, g.ACCOUNT})
_WEAK_GROUNDS: Final = frozenset({g.ALONE, g.NEAR, g.IN_SENTENCE, g.BEHIND, g.FOLLOW_ME, g.RELATED})
_UNREPORTED: Final = 0.45


class SocialHandles(Seeker):
    """`SOCIAL_HANDLE`: the name under which somebody is found on a network, weighed by look and ground."""

    entities = (Kind.SOCIAL_HANDLE.value,)
    screen: ClassVar[Screen] = (
        rf"(?:^|[^a-z0-9.@_])(?:{STRONG})",
        r"@\s?[a-z0-9_]",
        unended("score"),
        (WEAK, _SHAPE),
        (any_of("account", "relation", "role"), _TELLING),
        r"[a-z][\w.\-]+#\d{4}|(?:^|[\s(])/?u/[a-z0-9]",
    )
    _worth: ClassVar = staticmethod(gate(screen))

    def seek(self, text: Text) -> Iterator[Hit]:
        """Yield handles of the folded reading and of the one with its signs written."""
        if not self._worth(text.folded.string):
            return
        yield from self._handles(text, text.folded)
        written = signs(text.folded)
        if written is not text.folded:
            yield from self._handles(text, written)
        for found in _REDDITOR.finditer(text.folded.string):
            span = text.folded.span(*found.span("value"))
            yield Hit(entity=Kind.SOCIAL_HANDLE.value, span=span, confidence=0.82, because="redditor")

    def _handles(self, text: Text, view: View) -> Iterator[Hit]:
        string = view.string
        places = [(0, len(string))]
        if view is text.folded or not _SPREAD_OUT.search(text.folded.string):
            places = list(stretches(_SPOT, string, _AFTER + _LONGEST, _BEFORE + _LONGEST))
        networks = [found.start() for found in STRONG_NETWORK.finditer(string)]
        for token in chain.from_iterable(TOKEN.finditer(string, *place) for place in places):
            if token[0] in ORDINARY:
                continue
            start, end = token.span()
            span = view.span(start, end)
            look = look_of(token[0], text.original[span.start : span.end])
            if look is None:
                continue
            if look <= Look.ODD and not any(start - _BEFORE <= place <= end + _AFTER for place in networks):
                continue
            hidden = span.end - span.start > _HIDDEN_AT * (end - start)
            ground = _ground(string, start, end, look, hidden=hidden)
            if ground is None:
                continue
            worth, seller = ground.at(look)
            if look is Look.SIGNED and (
                (ground not in _FIRM_GROUNDS and desk(token[0]))
                or (ground in _WEAK_GROUNDS and branch(token[0]))
            ):
                worth, seller = min(worth, _UNREPORTED), min(seller, _UNREPORTED)
            if look <= Look.ODD and (more := _FULL_NAME.match(text.original, span.start)):
                span = Span(span.start, more.end())
            if max(worth, seller) >= _LEAST:
                yield Hit(
                    entity=Kind.SOCIAL_HANDLE.value,
                    span=span,
                    confidence=worth,
                    because=ground.name,
                    from_seller=seller if seller > worth else 0.0,
                    hidden=hidden,
                )


def _ground(string: str, start: int, end: int, look: Look, *, hidden: bool) -> Ground | None:
    """Return the best ground for a handle at this place."""
    before = _MENTION.sub(" ", string[max(0, start - _BEFORE) : start])
    if _WALLET.search(before):
        return None
    after = string[end : end + _AFTER]
    stops = [stop.end() for stop in _BREAK.finditer(before)]
    sentence = before[stops[-1] :] if stops else before
    stop = _BREAK.search(after)
    rest = after[: stop.start()] if stop else after
    if look <= Look.LOOSE and not hidden:
        network = ANY_NETWORK if look is Look.LOOSE else STRONG_NETWORK
        if not (network.search(before) or network.search(rest) or _BACK.search(before)):
            return None
    found = [*_named(before, sentence, rest, look, dotted="." in string[start:end]), *_spoken(sentence, rest)]
    if hidden:
        found.append(g.HIDDEN)
    if look is Look.SIGNED and before.strip():
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
    named = network.search(sentence) is not None or network.search(rest) is not None
    invited = _INVITE.search(sentence) is not None
    cued = invited or _MINE.search(sentence) is not None or _INVITE.search(rest) is not None
    if _LABEL.search(before) or ((look >= Look.LOOSE or dotted) and _LOOSE_LABEL.search(before)):
        if _FIRM.search(before):
            yield g.LABELLED_FIRM
        yield g.LABELLED_CUED if invited or (cued and look > Look.ODD) else g.LABELLED
    if (_BACK.search(before[-_NEARBY:]) or _BACK.search(rest[:_NEARBY])) and (
        cued or network.search(before) or network.search(rest)
    ):
        yield g.BACKWARDS
    if not named:
        return
    identity = _IDENTITY.search(sentence) is not None
    behind = _BEHIND.search(rest)
    if behind and (behind["named"] or look >= Look.LOOSE):
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


def _spoken(sentence: str, rest: str) -> Iterator[Ground]:
    """Yield the grounds that need no network."""
    near = sentence[-_NEARBY:]
    if _ACCOUNT.search(sentence):
        yield g.ACCOUNT
    if _INVITE.search(near) and _TO_ME.search(near):
        yield g.FOLLOW_ME
    if _RELATION.search(near):
        yield g.RELATED
    if _ROLE.search(near):
        yield g.POINTED
    if _SELF.search(rest):
        yield g.SELF
