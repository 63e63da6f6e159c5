"""Putting masks over spans of a text. Which spans, and what a mask says, is the caller's business."""

from __future__ import annotations

from collections.abc import Iterable
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
    pieces: list[str] = []
    copied = 0
    for start, end, mask in _settled(masks):
        if end > len(original):
            raise SpanOutside(Span(start, end), len(original))
        pieces += (original[copied:start], mask)
        copied = end
    pieces.append(original[copied:])
    return "".join(pieces)
