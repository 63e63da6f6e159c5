"""Links to somebody's own page, chat, album or money box, and to private sites.

Links to posts, pictures and the pages of companies are none. The signs of a link may be told in
words (`signs`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar, Final

import re2

from moderation.detect.pii.online.signs import TLD, signs
from moderation.detect.pii.recognizer import Hit, Screen, Seeker
from moderation.detect.pii.wording import any_of, gate, patterns, unended
from moderation.findings import Kind
from moderation.text import Text, View

_NAME: Final = r"[@~$+\w.\-%=?&]{1,60}[\w=]"
_NOT_PAGES: Final = patterns("not_pages")
_HOME_NAMES: Final = patterns("homes")
_HOMES: Final = (
    rf"{_HOME_NAMES}(?:(?<=free\.fr)|(?<=home\.blog)"
    r"|(?:\.(?:com|io|me|co|fr|es|de|page|org|net|app|pt|blog|vn|id|dev|br|website|eu)){1,2})"
)
_SCHEME: Final = r"(?:h(?:tt|xx)ps?\s?:\s?/\s?/\s?)?(?:(?:www|m|web|mobile|[a-z]{2})\.)?"
_START: Final = r"(?<![a-z0-9_.@/\-])"
_PAGE: Final = re.compile(
    rf"{_START}(?P<value>{_SCHEME}(?:{patterns('people', 'chats', 'money', 'trees', 'files')})"
    rf"\s?/?@?(?<=[/@=])(?!{_NOT_PAGES}(?:/|\?|(?![\w.\-])))(?P<path>{_NAME}(?:/{_NAME})*))",
    re.ASCII,
)
_HOME: Final = re.compile(
    rf"{_START}(?P<value>(?:h(?:tt"
    rf"|xx)ps?://)?(?:www\.)?(?P<path>[a-z0-9][a-z0-9\-]{{1,60}}(?:\.[a-z0-9\-]+)?)\.{_HOMES}"
    r"(?![a-z0-9.\-]*[a-z0-9])(?:/[\w.\-/%~?=&]*[\w/])?)",
    re.ASCII,
)
_ANY: Final = re.compile(
    rf"{_START}(?P<value>(?:h(?:tt"
    rf"|xx)ps?://)?(?:www\.)?[a-z0-9][a-z0-9\-]{{1,60}}(?:\.[a-z0-9\-]+){{0,3}}\.(?:{TLD})(?![a-z0-9@\-])"
    rf"(?:/[\w.\-/%~?=&@+]*[\w/])?)",
    re.ASCII,
)
_COMPANIES: Final = re.compile(rf"(?:^|[./]){patterns('companies')}\.[a-z.]{{2,6}}(?:/|$)")
_OFFICIAL: Final = re.compile(patterns("official"))
_OWN: Final = re2.compile(any_of("page"))
_MINE: Final = re2.compile(any_of("mine"))
_SEEN: Final = re2.compile(any_of("seen"))
_BEFORE: Final = 64
_NUMBERED: Final = 0.78
"""A messenger's link with a telephone number, which is found as one where it can be."""


class PersonalLinks(Seeker):
    """`URL_PERSONAL`: a link to somebody's page, chat, album or money box, or to a site called somebody's."""

    entities = (Kind.URL_PERSONAL.value,)
    screen: ClassVar[Screen] = (
        r"[.・·•]\s?[a-z]{2,10}\s?/\s?\S",
        (rf"{unended('dot')}|[(\[{{<]\s?\.", rf"(?:{TLD})\)?\s?/"),
        (unended("slash"), rf"\b(?:{TLD})\b"),
        rf"[.\s)]\s?{_HOME_NAMES}[.\s(]",
        (any_of("page"), rf"(?:\.|{unended('dot')}|\))\s?(?:{TLD})\b"),
        r"(?:^|\s)[a-z0-9@_](?: [a-z0-9@._/\-]){5}",
    )
    _worth: ClassVar = staticmethod(gate(screen))

    def seek(self, text: Text) -> Iterator[Hit]:
        """Yield links of the folded reading and of the one with its signs written."""
        if not self._worth(text.folded.string):
            return
        written = signs(text.folded)
        yield from self._links(text, text.folded, "link")
        if written is not text.folded:
            yield from self._links(text, written, "link_in_words")

    def _links(self, text: Text, view: View, name: str) -> Iterator[Hit]:
        string = view.string
        for pattern, shape in ((_PAGE, "page"), (_HOME, "home"), (_ANY, "any")):
            for found in pattern.finditer(string):
                start, end = found.span("value")
                before = string[max(0, start - _BEFORE) : start]
                confidence = self._weigh(found, shape, before, in_words=name != "link")
                span = view.span(start, end)
                if view is not text.folded:
                    as_written = Text.of(text.original[span.start : span.end]).folded.string
                    if as_written == found["value"]:
                        continue
                if confidence:
                    yield Hit(
                        entity=Kind.URL_PERSONAL.value,
                        span=span,
                        confidence=confidence,
                        because=f"{name}_{shape}",
                        hidden=name != "link",
                    )

    def _weigh(self, found: re.Match[str], shape: str, before: str, *, in_words: bool) -> float:
        own = _OWN.search(before) is not None
        if shape == "any":
            if not own or _COMPANIES.search(found["value"]):
                return 0.0
            return 0.7 if in_words else 0.8
        if not in_words and found["path"].lstrip("+").isdecimal():
            return _NUMBERED
        sure = 0.85 if in_words else 0.9
        if own:
            return 0.92
        if _OFFICIAL.search(found["path"]) and not _MINE.search(before):
            return 0.45
        return sure
