"""A text with its findings marked → HTML. Pure; every piece of text is escaped before it is joined.

Marks carry their numbers in attributes and the style sheet prints them, so that taking the tags
away gives back the text, character by character.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape

from moderation.findings import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One range of a text to show: its number in the list beside it, what it is, and how it is drawn.

    `tone` is a class of the style sheet (`finding`, `told`, `report`); `title` is shown on hover.
    """

    number: str
    span: Span
    title: str
    tone: str = "finding"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same marks throughout. `first` are the marks that begin with it."""

    text: str
    marks: tuple[Mark, ...]
    first: tuple[Mark, ...]


def pieces(text: str, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    """Cut a text at every beginning and end of a mark; what reaches past the text is cut off."""
    bounds = {0, len(text)}
    for mark in marks:
        bounds |= {min(mark.span.start, len(text)), min(mark.span.end, len(text))}
    cut = []
    for start, end in pairwise(sorted(bounds)):
        over = tuple(m for m in marks if m.span.start < end and start < m.span.end)
        cut.append(Piece(text[start:end], over, tuple(m for m in over if m.span.start == start)))
    return tuple(cut)


def highlight(text: str, marks: Sequence[Mark]) -> Markup:
    """Return the text as HTML with its marks as `<mark>` elements that never nest."""
    return Markup("").join(_drawn(piece) for piece in pieces(text, marks))


def _drawn(piece: Piece) -> Markup:
    if not piece.marks:
        return escape(piece.text)
    tones = " ".join(dict.fromkeys(m.tone for m in piece.marks))
    numbers = " ".join(m.number for m in piece.marks)
    title = "; ".join(dict.fromkeys(f"{m.number}: {m.title}" for m in piece.marks))
    return Markup('<mark class="{}" data-of="{}" data-n="{}" title="{}"{}>{}</mark>').format(
        tones,
        numbers,
        " ".join(m.number for m in piece.first),
        title,
        Markup(' tabindex="0"') if piece.first else Markup(""),
        piece.text,
    )
