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

from moderation.detect.pii.letters import UPPER
from moderation.detect.pii.online import grounds as g
from moderation.detect.pii.online.footing import ACCOUNT_WORD, AFTER, BEFORE, ground_of
from moderation.detect.pii.online.grounds import Look
from moderation.detect.pii.online.handle_looks import DRESSED, TOKEN, branch, desk, look_of
from moderation.detect.pii.online.networks import ANY_NETWORK, STRONG, STRONG_NETWORK, WEAK
from moderation.detect.pii.online.signs import DOT, signs
from moderation.detect.pii.recognizer import Hit, Screen, Seeker, stretches
from moderation.detect.pii.wording import CUE_WORDS, ORDINARY, any_of, gate, roomy, unended
from moderation.findings import Kind, Span
from moderation.text import Text, View

_ONE_WORD: Final = re2.compile(any_of("one_word"))
_TWO_PARTS: Final = re.compile(
    rf"(?<![\w.])(?P<first>[a-z0-9_.]{{2,24}}),?\s(?P<joint>{unended('and_then')})"
    r"(?:\s(?:then|the word|das wort|la palabra|le mot|a palavra|kata|chu))?"
    rf"\s(?P<second>[a-z0-9_.]{{2,24}})(?=[^\n]{{0,26}}(?<!\w){unended('one_word')})",
    re.ASCII,
)
_TOLD: Final = re2.compile(any_of("dot", "score"))
_LETTERS_APART: Final = re.compile(r"(?<!\w)(?:\w[ .\-]){3}\w(?!\w)")
_HASHED: Final = re.compile(r"(?:hash|hashtag|raute|gato|almohadilla|diese|tagar|pagar)[)\]]?\s*\d{4}(?!\d)")
_FULL_NAME: Final = re.compile(rf"[{UPPER}][\w'’-]+(?: [{UPPER}][\w'’-]+){{1,3}}(?: \d{{1,4}})?(?!\w)")
"""A person's name as some networks show it, of which the token is the first word."""
_EVERYDAY: Final = ORDINARY | CUE_WORDS | {"a", "an", "the", "with", "and", "you", "where", "of", "in", "it"}
_REDDITOR: Final = re.compile(r"(?<![\w/.])/?u/(?P<value>[a-z0-9][a-z0-9_\-]{2,22}[a-z0-9])(?![\w/])")
_SPREAD: Final = r"(?:^|\s)[a-z0-9@_](?: [a-z0-9@._/\-]){4}"
_TELLING: Final = (
    rf"@|[a-z0-9]_|_[a-z0-9]|[a-z]{{3}}[.\-]?\d|[a-z]\d[a-z]+\d|[(\[{{<*]\s?(?:[._]|{DOT})|#\d{{4}}"
    rf"|{_SPREAD}"
)
_SHAPE: Final = rf"{_TELLING}|\d[a-z]{{3}}|[a-z0-9]\.[a-z]|[a-z]{{2}}\d"
_SPOT: Final = roomy(
    rf"(?:^|[^a-z0-9.@_])(?:{STRONG}|{WEAK})|@|{any_of('account', 'relation', 'role')}"
    rf"|{any_of('posting', 'posting_behind')}|{unended('score')}|#\d{{4}}|[a-z0-9]_[a-z0-9]"
    rf"|{any_of('backwards')}"
)
"""Handles stand within reach of one of these; only there are words looked at."""
_SPREAD_OUT: Final = re2.compile(_SPREAD)
_HIDDEN_AT: Final = 1.7
"""A handle that takes so many times its length in the original is spread out on purpose."""
_LONGEST: Final = 32
_THREE: Final = 3
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
        (r"\b(?:ig|fb|tg|tt|yt|snap)\b", r"[a-z]{6}"),
        (any_of("account"), any_of("dot")),
        (any_of("one_word"), rf"(?:^|[^a-z0-9.@_])(?:{STRONG}|{WEAK})|{any_of('account')}"),
        (any_of("account", "relation", "role"), _TELLING),
        r"[a-z][\w.\-]+#\d{4}|(?:^|[\s(])/?u/[a-z0-9]",
        any_of("posting", "posting_behind"),
        (any_of("invite", "backwards"), r"[a-z0-9]_[a-z0-9]|[a-z]\.[a-z]|[a-z]\d"),
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
        if text.digits is not text.folded and _HASHED.search(text.digits.string):
            yield from self._handles(text, signs(text.digits))
        yield from self._parts(text.folded)
        for found in _REDDITOR.finditer(text.folded.string):
            span = text.folded.span(*found.span("value"))
            yield Hit(entity=Kind.SOCIAL_HANDLE.value, span=span, confidence=0.82, because="redditor")

    def _handles(self, text: Text, view: View) -> Iterator[Hit]:
        string = view.string
        places = [(0, len(string))]
        if DRESSED.search(text.original):
            pass
        elif view is text.folded or not _SPREAD_OUT.search(text.folded.string):
            places = list(stretches(_SPOT, string, AFTER + _LONGEST, BEFORE + _LONGEST))
        networks = [found.start() for found in STRONG_NETWORK.finditer(string)]
        for token in chain.from_iterable(TOKEN.finditer(string, *place) for place in places):
            start, end = token.span()
            near = any(start - BEFORE <= place <= end + AFTER for place in networks)
            hit = (
                None
                if token[0] in ORDINARY
                else self._handle(text, view, token, named=near, any_named=bool(networks))
            )
            if hit is not None:
                yield hit

    def _handle(
        self, text: Text, view: View, token: re.Match[str], *, named: bool, any_named: bool
    ) -> Hit | None:
        """Weigh one word; `named` and `any_named`: whether a network is named near it, or at all."""
        span = view.span(*token.span())
        written = text.original[span.start : span.end]
        look = look_of(token[0], written)
        if look is None or (look <= Look.ODD and not named):
            return None
        told = " " in written and _TOLD.search(written.lower()) is not None
        if told and _sentence(token[0], written):
            return None
        hidden = _hidden(written, token[0])
        if (hidden or told) and Look.ODD < look < Look.TELLING and any_named:
            look = Look.TELLING
        ground = ground_of(view.string, *token.span(), look, hidden=hidden, told=told)
        if ground is None:
            return None
        if (hidden or told) and ground is g.ACCOUNT:
            look = max(look, Look.NAMED)
        worth, seller = ground.at(look)
        if look is Look.SIGNED and (
            (ground not in _FIRM_GROUNDS and desk(token[0])) or (ground in _WEAK_GROUNDS and branch(token[0]))
        ):
            worth, seller = min(worth, _UNREPORTED), min(seller, _UNREPORTED)
        if look <= Look.ODD and (more := _FULL_NAME.match(text.original, span.start)):
            span = Span(span.start, more.end())
        if max(worth, seller) < _LEAST:
            return None
        return Hit(
            entity=Kind.SOCIAL_HANDLE.value,
            span=span,
            confidence=worth,
            because=ground.name,
            from_seller=seller if seller > worth else 0.0,
            hidden=hidden,
        )

    def _parts(self, view: View) -> Iterator[Hit]:
        """Yield a handle in two parts that are to be written as one word."""
        string = view.string
        if not (_ONE_WORD.search(string) and (ANY_NETWORK.search(string) or ACCOUNT_WORD.search(string))):
            return
        for found in _TWO_PARTS.finditer(string):
            parts = [found.span("first"), found.span("second")]
            if all(string[start:end].strip("._") in ORDINARY for start, end in parts):
                continue
            if re.fullmatch(r"(?:and|und|y|e|et|dan|va|กับ|และ)", found["joint"]):
                parts = [(parts[0][0], parts[1][1])]
            for place in parts:
                yield Hit(
                    entity=Kind.SOCIAL_HANDLE.value,
                    span=view.span(*place),
                    confidence=g.SPLIT.at(Look.SIGNED)[0],
                    because=g.SPLIT.name,
                    hidden=True,
                )


def _hidden(written: str, token: str) -> bool:
    """Whether a handle is spread out, or written in characters that stand for others."""
    if len(written) > _HIDDEN_AT * len(token):
        return _TOLD.search(written.lower()) is None or _LETTERS_APART.search(written) is not None
    return not written[:1].isupper() and DRESSED.search(written) is not None


def _sentence(token: str, written: str) -> bool:
    """Whether words that look like a handle with its sign told in words are just words ("point of view")."""
    parts = re.split(r"[._\-]", token)
    return len(parts) < _THREE and not _LETTERS_APART.search(written) and _EVERYDAY.issuperset(parts)
