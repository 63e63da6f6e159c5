"""A changed reading of a text that still knows where each of its characters came from.

What is changed, and why, lives in `fold`, `digits` and `letters`; here is only the bookkeeping.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

from moderation.findings import Span

Edit: TypeAlias = tuple[int, int, str]
"""Characters `start..end` of the source read as this string instead (possibly the empty one)."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Where a view departs from its source: four columns of offsets, one row an edit, ascending.

    View characters `at..until` of a row stand for source characters `start..end` as one block.
    Between rows the two strings run in step, so that a text with two curly accents costs two rows.
    """

    at: array[int]
    until: array[int]
    start: array[int]
    end: array[int]

    def begin(self, position: int) -> int:
        """Source offset at which the view character at `position` begins."""
        row = bisect_right(self.at, position) - 1
        if row < 0:
            return position
        until = self.until[row]
        return self.start[row] if position < until else self.end[row] + position - until

    def finish(self, position: int) -> int:
        """Source offset just behind the view character at `position`."""
        row = bisect_right(self.at, position) - 1
        if row < 0:
            return position + 1
        until = self.until[row]
        return self.end[row] if position < until else self.end[row] + position - until + 1


@dataclass(frozen=True, slots=True)
class View:
    """One reading of a text. `string` is what patterns are matched against.

    `alignment` is None where the view runs in step with its source. The source is the view
    `under` this one, or the original text where that is None. Texts stay out of `repr`.
    """

    string: str = field(repr=False)
    alignment: Alignment | None = field(default=None, repr=False)
    under: View | None = field(default=None, repr=False)

    def span(self, start: int, end: int) -> Span:
        """Map a half-open range of the view to the smallest range of the original that covers it.

        Raises ValueError if the range is empty, reversed or outside the view.
        """
        if not 0 <= start < end <= len(self.string):
            raise ValueError(f"range {start}..{end} is empty or outside a view of {len(self.string)}")
        view: View | None = self
        while view is not None:
            if view.alignment is not None:
                start, end = view.alignment.begin(start), view.alignment.finish(end - 1)
            view = view.under
        return Span(start, end)


def splice(source: str, edits: Iterable[Edit]) -> tuple[str, Alignment]:
    """Apply ascending, disjoint edits to `source`; give the new string and its alignment."""
    at, until, starts, ends = array("Q"), array("Q"), array("Q"), array("Q")
    pieces: list[str] = []
    copied = length = 0
    for start, end, replacement in edits:
        if start > copied:
            pieces.append(source[copied:start])
            length += start - copied
        at.append(length)
        length += len(replacement)
        until.append(length)
        starts.append(start)
        ends.append(end)
        pieces.append(replacement)
        copied = end
    pieces.append(source[copied:])
    return "".join(pieces), Alignment(at, until, starts, ends)


def rewrite(view: View, edits: Iterable[Edit]) -> View:
    """Give a view over `view` with the edits applied; the same view if there are none."""
    pending = tuple(edits)
    if not pending:
        return view
    string, alignment = splice(view.string, pending)
    return View(string, alignment, view)
