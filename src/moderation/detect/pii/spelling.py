"""A disguised text with its capitals: what names and addresses, which need them, are read from.

The folded view drops capitals. Here only what dresses Latin letters up is taken off (characters that
cannot be seen, look-alikes of other scripts, full-width and mathematical letters); all else stays as
it was written. What each stands for is the folded view's knowledge.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from moderation.text import Text, View
from moderation.text.view import Edit, rewrite

_UNSEEN: Final = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
_OTHER_SCRIPTS: Final = "\u0370-\u03ff\u0400-\u058f\u13a0-\u13ff\ua4d0-\ua4ff"
_DRESSED: Final = "\uff01-\uff5e\U0001d400-\U0001d7ff"
_LATIN: Final = "A-Za-z\u00c0-\u024f\u1e00-\u1eff"
_ODD: Final = re.compile(f"[{_UNSEEN}{_OTHER_SCRIPTS}{_DRESSED}]")
_DISGUISED: Final = re.compile(
    f"[{_LATIN}][{_UNSEEN}{_OTHER_SCRIPTS}]|[{_UNSEEN}{_OTHER_SCRIPTS}][{_LATIN}]|[{_DRESSED}]"
)


def cased(text: Text) -> View:
    """Return a view with capitals: the original itself, or what it says without its disguise."""
    original = View(text.original)
    if text.original.isascii() or not _DISGUISED.search(text.original):
        return original
    return rewrite(original, _undressed(text))


def _undressed(text: Text) -> Iterator[Edit]:
    """Yield edits of the original, read off the alignment of the folded view."""
    told = 0
    for start, end, reading in _blocks(text.folded):
        if start < told:
            continue
        hidden = text.original[told:start]
        if hidden and _ODD.search(hidden):
            yield told, start, ""
        written = text.original[start:end]
        if _ODD.search(written):
            capital = any(char.isupper() for char in unicodedata.normalize("NFKC", written))
            yield start, end, reading.upper() if capital else reading
        told = end
    if told < len(text.original) and _ODD.search(text.original[told:]):
        yield told, len(text.original), ""


def _blocks(view: View) -> Iterator[tuple[int, int, str]]:
    """Yield the places of the original that the view reads, each with its reading, in order."""
    start = end = first = 0
    for at in range(len(view.string)):
        place = view.span(at, at + 1)
        if (place.start, place.end) != (start, end):
            if end:
                yield start, end, view.string[first:at]
            start, end, first = place.start, place.end, at
    if end:
        yield start, end, view.string[first:]
