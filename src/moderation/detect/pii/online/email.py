"""E-mail addresses: plain, with their signs told in words, backwards, or told in two parts.

What is read as a sign says `signs`. Behind the at sign stands a host with a public suffix. A role's
mailbox (support@, info@) at a host of its own is hardly a person's, which lowers the confidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import ClassVar, Final

import re2
from tldextract import TLDExtract

from moderation.detect.pii.online.signs import HOUSES, SIGN_PICTURE, SURE_HOUSES, TLD, signs
from moderation.detect.pii.recognizer import Hit, Screen, Seeker
from moderation.detect.pii.wording import ORDINARY, any_of, gate, unended
from moderation.findings import Kind
from moderation.text import Text, View

_PLAIN: Final = re.compile(
    r"(?<![a-z0-9_.+\-*@])(?P<local>[a-z0-9][a-z0-9_.+\-]{0,63})@"
    r"(?P<host>(?:[a-z0-9](?:[a-z0-9\-]*[a-z0-9])?\.)+[a-z]{2,24})(?![a-z0-9_@])"
)
_BARE_HOUSE: Final = re.compile(
    rf"(?<![a-z0-9_.+\-*@])(?P<local>[a-z0-9][a-z0-9_.+\-]{{1,40}})@(?P<host>{SURE_HOUSES})(?![a-z0-9_@]"
    rf"|\.[a-z])"
)
_BACKWARDS: Final = re.compile(
    rf"(?<![a-z0-9_.@])(?:{'|'.join(tld[::-1] for tld in TLD.split('|'))}|elpmaxe)\.[a-z0-9.\-]{{2,40}}"
    r"@[a-z0-9][a-z0-9_.+\-]*(?![a-z0-9_@])"
)
_ROLES: Final = re.compile(
    r"(?:support|suporte|soporte|info|contact|contacto|contato|kontakt|sales|service|services|help|hello"
    r"|hola|ola|hi|care"
    r"|customer[._\-]?(?:care|service|support)s?|sav|kundenservice|kundendienst|atencion|atendimento|sac"
    r"|cs|admin|office"
    r"|no[._\-]?reply|do[._\-]?not[._\-]?reply|noreply|returns?|orders?|shop|store|press|privacy|feedback"
    r"|enquir(?:y|ies)|inquir(?:y|ies)|mail"
    r"|layanan|bantuan|hotro|cskh|warranty|garantie|garantia|complaints?|reclamos|team|hallo|bonjour"
    r"|ventas|vendas|marketing|hr|jobs|abuse"
    r"|postmaster|webmaster|billing|legal|dpo|datenschutz|ventes|clientes?|clients?|serviceclient"
    r"|retouren?|versand)"
)
_RESERVED: Final = re.compile(r"(?:[a-z0-9\-]+\.)*[a-z0-9\-]+\.(?:example|test|invalid)|example")
_PRIVATE_HOST: Final = re.compile(rf"(?:{HOUSES})\.[a-z.]+")
_SURE_AT: Final = re2.compile(rf"@|{unended('at')}|แอด|[(\[{{<*|]\s*(?:at|a|et|ad|c)\s*[)\]}}>*|]|©|®")
_CUES: Final = re2.compile(any_of("mail"))
_NOT_LOCAL: Final = frozenset(
    {
        "me",
        "mail",
        "email",
        "address",
        "account",
        "us",
        "you",
        "him",
        "her",
        "here",
        "is",
        "reach",
        "contact",
        "write",
        "my",
    }
)
_DOMAIN: Final = (
    r"(?:domain|domaine|dominio|anbieter|provider|fournisseur|proveedor|provedor|ten mien|โดเมน|google|"
    rf"{SURE_HOUSES}|proton|yandex|web punkt de|web\.de|orange|libero|uol|bol|terra|naver|daum|sapo"
    r"|wanadoo|free|sfr"
    r"|posteo|mail\.ru|wp|seznam|virgilio|tiscali|btinternet|mail|จีเมล)"
)
_REST: Final = re2.compile(any_of("followed") + rf"[^!?\n]{{0,44}}\b{_DOMAIN}\b")
_PART: Final = re.compile(r"(?<![a-z0-9_.@\-])[a-z0-9][a-z0-9_.\-]{2,40}[a-z0-9](?=\.?[\s,;:\"')])")
_PART_BEFORE: Final = 72
_NAMED_HOUSE: Final = re2.compile(
    rf"\b(?:{SURE_HOUSES})(?:\s(?:id|address|adresse|account|konto|cuenta|akun|is|es|ist|est|e|la|ya|name"
    rf"|adi))*\s?[:=]?\s?"
    r"(?P<value>[a-z0-9][a-z0-9_.\-]{2,40}[a-z0-9])(?:[^a-z0-9_.@]|\.\s|$|\.$)"
)
_BEFORE: Final = 48


@cache
def _suffixes() -> TLDExtract:
    return TLDExtract(suffix_list_urls=(), cache_dir=None)


def _exists(host: str) -> bool:
    """Whether a host ends in a public suffix (from the snapshot; no network) or a reserved one (RFC 6761)."""
    if _RESERVED.fullmatch(host):
        return True
    found = _suffixes()(host)
    return bool(found.suffix and found.domain) and not found.domain.isdecimal()


class Mailboxes(Seeker):
    """`EMAIL`: local part, at sign or its word, host; the local part alone where the rest is told apart."""

    entities = (Kind.EMAIL.value,)
    screen: ClassVar[Screen] = (
        r"[\w.+\-)\]]\s{0,3}[@©®]\s{0,3}[a-z0-9]",
        r"[(\[{<*|/~\"]\s{0,2}(?:@|at|a|et|ad|c|æ|bei|chez|presso|แอด)\s{0,2}[)\]}>*|/~\"]",
        rf"{SIGN_PICTURE}\s?(?:{HOUSES})",
        rf"(?:\s|\pS)(?:{HOUSES})\s?(?:\.|{unended('dot')})\s?(?:{TLD})\b",
        any_of("at"),
        rf"\b(?:{SURE_HOUSES})\b|google|gimeil|yimeil|jotmail|gmeo|จีเมล|ฮอตเมล|ยาฮู",
        r"\bg mail|gee mail|hot mail|g[oi] meo|domain|anbieter|dominio",
        (any_of("followed"), rf"\b{_DOMAIN}\b", r"[a-z][._]?[a-z]*[._\d]"),
        (r"[\s\-_](?:at|et|ad)[\s\-_]", rf"[\s\-_](?:{unended('dot')})[\s\-_](?:{TLD})\b|\.(?:{TLD})\b"),
    )
    _worth: ClassVar = staticmethod(gate(screen))

    def seek(self, text: Text) -> Iterator[Hit]:
        """Yield addresses of the folded reading and of the one with its signs written."""
        string = text.folded.string
        if not self._worth(string):
            return
        yield from self._plain(text, text.folded, "email")
        yield from self._backwards(text.folded)
        written = signs(text.folded)
        if written is not text.folded:
            yield from self._plain(text, written, "email_in_words")
            yield from self._in_parts(text.folded)
        yield from self._in_parts(written)

    def _plain(self, text: Text, view: View, name: str) -> Iterator[Hit]:
        for pattern, bare in ((_PLAIN, False), (_BARE_HOUSE, True)):
            for found in pattern.finditer(view.string):
                local, host = found["local"].strip(".-"), found["host"]
                if not bare and not _exists(host):
                    continue
                before = view.string[max(0, found.start() - _BEFORE) : found.start()]
                cued = _CUES.search(before) is not None
                span = view.span(*found.span())
                confidence = 0.75 if bare else 0.97
                if view is not text.folded:
                    as_written = Text.of(text.original[span.start : span.end]).folded.string
                    if as_written == found[0]:
                        continue
                    sure = _SURE_AT.search(as_written) is not None
                    confidence = self._worded(local, host, sure=sure, cued=cued)
                    if bare:
                        confidence = 0.2 if local in ORDINARY else min(confidence, 0.8)
                private = bare or _PRIVATE_HOST.fullmatch(host) is not None
                if _ROLES.fullmatch(local) and not private:
                    confidence = min(confidence, 0.62)
                yield Hit(
                    entity=Kind.EMAIL.value,
                    span=span,
                    confidence=min(0.98, confidence + 0.02 * cued),
                    because=name + ("+context" if cued else ""),
                    hidden=view is not text.folded,
                )

    def _worded(self, local: str, host: str, *, sure: bool, cued: bool) -> float:
        """Weigh an address whose signs were read into the text; a bare "at" is also an ordinary word."""
        if host.startswith("www."):
            return 0.0
        if sure:
            return 0.93
        house = _PRIVATE_HOST.fullmatch(host) is not None
        if local in _NOT_LOCAL or (local in ORDINARY and not (house and cued)):
            return 0.2
        return 0.92 if house else 0.88 if cued else 0.8 if re.search(r"\d|[._]", local) else 0.4

    def _backwards(self, folded: View) -> Iterator[Hit]:
        for found in _BACKWARDS.finditer(folded.string):
            forth = _PLAIN.fullmatch(found[0][::-1])
            if forth and _exists(forth["host"]) and not _exists(found[0].rpartition("@")[2]):
                yield Hit(
                    entity=Kind.EMAIL.value,
                    span=folded.span(*found.span()),
                    confidence=0.9,
                    because="email_backwards",
                )

    def _in_parts(self, view: View) -> Iterator[Hit]:
        string = view.string
        for rest in _REST.finditer(string):
            parts = _PART.finditer(string, max(0, rest.start() - _PART_BEFORE), rest.end())
            spans = [part.span() for part in parts if _mixed(part[0])]
            if spans:
                yield self._part(view, spans[-1], 0.78)
        for named in _NAMED_HOUSE.finditer(string):
            if _mixed(named.group(1)):
                yield self._part(view, named.span(1), 0.72)

    def _part(self, view: View, place: tuple[int, int], confidence: float) -> Hit:
        return Hit(
            entity=Kind.EMAIL.value,
            span=view.span(*place),
            confidence=confidence,
            because="email_in_parts",
        )


def _mixed(name: str) -> bool:
    """Whether a name has digits or signs among its letters and is no host."""
    return re.match(r"[a-z].*[\d._]", name) is not None and not re.search(rf"\.(?:{TLD})$", name)
