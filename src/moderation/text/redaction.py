"""Putting masks over spans of a text, and taking them off again.

Which spans, and what a mask says, is the caller's business.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import ClassVar

from moderation.errors import ModerationError
from moderation.findings import Span


class SpanOutside(ModerationError):
    """A span reaches past the end of its text: it was found in another revision."""

    code: ClassVar[str] = "span_outside"

    def __init__(self, span: Span, length: int) -> None:
        super().__init__(f"span {span.start}..{span.end} reaches past a text of {length} code points")
        self.span = span
        self.length = length


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden:
    """What a mask hides: the mask's place in the masked text, half-open, and the words under it."""

    start: int
    end: int
    words: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Redacted:
    """A masked text, which anybody may read, and the table of what its masks hide, which nobody may."""

    text: str
    hidden: tuple[Hidden, ...]


def _settled(masks: Iterable[tuple[Span, str]]) -> list[tuple[int, int, str]]:
    """Merge overlapping spans. The longest of them names the mask; of equals the first, then by mask."""
    settled: list[tuple[int, int, str]] = []
    longest = 0
    for span, mask in sorted(masks, key=lambda pair: (pair[0].start, -pair[0].end, pair[1])):
        length = span.end - span.start
        if settled and span.start < settled[-1][1]:
            start, end, kept = settled[-1]
            settled[-1] = (start, max(end, span.end), mask if length > longest else kept)
            longest = max(length, longest)
        else:
            settled.append((span.start, span.end, mask))
            longest = length
    return settled


def redact(original: str, masks: Iterable[tuple[Span, str]]) -> str:
    """Replace every span by its mask and leave every other character as it was.

    Spans that overlap become one, those that only touch stay two; the order of `masks` does not
    matter. Raises SpanOutside if a span does not lie in the text.
    """
    return redacted(original, masks).text


def redacted(original: str, masks: Iterable[tuple[Span, str]]) -> Redacted:
    """Redact, and keep what is hidden, so that `restore` gives the original back. Raises as `redact`."""
    pieces: list[str] = []
    hidden: list[Hidden] = []
    copied = length = 0
    for start, end, mask in _settled(masks):
        if end > len(original):
            raise SpanOutside(Span(start, end), len(original))
        pieces += (original[copied:start], mask)
        length += start - copied + len(mask)
        hidden.append(Hidden(start=length - len(mask), end=length, words=original[start:end]))
        copied = end
    pieces.append(original[copied:])
    return Redacted(text="".join(pieces), hidden=tuple(hidden))


def restore(masked: Redacted) -> str:
    """Return the original of a redacted text."""
    pieces: list[str] = []
    copied = 0
    for one in masked.hidden:
        pieces += (masked.text[copied : one.start], one.words)
        copied = one.end
    pieces.append(masked.text[copied:])
    return "".join(pieces)
