"""Telephone numbers: international, national, spelled out, disguised, and behind a messenger's name.

`runs` finds the digits and says in which pieces they may be read, `weighing` how sure each piece is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import ClassVar, Final

from moderation.detect.pii.calling import screened
from moderation.detect.pii.phones.counting import COUNTED, REPEATED, counted
from moderation.detect.pii.phones.numbering import EVERYWHERE, HOME, Fit
from moderation.detect.pii.phones.runs import EXTENSION, Piece, pieces, runs
from moderation.detect.pii.phones.weighing import ALTERED, Weight, ruled_out, weigh
from moderation.detect.pii.recognizer import Hit, Screen, Seeker
from moderation.findings import Kind
from moderation.text import Text, View, identify

_MOST: Final = 200
"""Runs of digits read in one text: a text with more is a list of numbers already."""
_LAST_DIGITS: Final = re.compile(
    r"(?:phone|number|mobile|cell|tel)\b[^.!?\n]{0,24}\b(?:ends? (?:in|with)|ending(?: in| with)?)"
    r"\s+(?P<value>\d{3,4})(?!\d)"
)
_LINK: Final = re.compile(
    r"(?:wa\.me/|api\.whatsapp\.com/send\?phone=|tel:|sms:)\s?(?P<value>\+?\d[\d\s().\-]{5,16}\d)"
)


class PhoneNumbers(Seeker):
    """`PHONE`: seven to fifteen digits that a numbering plan or a word nearby makes a number to call."""

    entities = (Kind.PHONE.value,)
    numeric = True
    screen: ClassVar[Screen] = (
        r"\d(?:[^a-z0-9]{0,5}\d){6}",
        (r"\d(?:[^a-z0-9]{0,5}\d){5}", screened("area")),
        COUNTED,
        REPEATED,
        r"end(?:s|ing)?\s(?:in\s|with\s)?\s*\d{3}",
    )

    def seek(self, text: Text) -> Iterator[Hit]:
        """Yield numbers of the folded view, and of the digits view where that is another."""
        views = [text.folded]
        if text.digits.string != text.folded.string:
            views.append(text.digits)
        told = counted(text)
        if told is not None:
            views.append(told)
        home: tuple[str, ...] | None = None
        for view in views:
            yield from self._plain(view)
            for start, end in islice(runs(view.string), _MOST):
                ways = pieces(view.string, start, end)
                if ways:
                    home = home or HOME.get(identify(text), EVERYWHERE)
                    yield from self._of_run(text, view, start, ways, home)

    def _plain(self, view: View) -> Iterator[Hit]:
        for because, pattern, confidence in (
            ("messenger_link", _LINK, 0.97),
            ("last_digits", _LAST_DIGITS, 0.6),
        ):
            for match in pattern.finditer(view.string):
                yield Hit(
                    entity=self.entities[0],
                    span=view.span(*match.span("value")),
                    confidence=confidence,
                    because=because,
                )

    def _of_run(
        self, text: Text, view: View, start: int, ways: tuple[Piece, ...], home: tuple[str, ...]
    ) -> Iterator[Hit]:
        """Yield the best reading of a run: whole, or the numbers that lie in it."""
        if ruled_out(view, start):
            return
        taken: list[Piece] = []
        weighed = ((piece, weigh(text, view, piece, home)) for piece in ways)
        best = sorted(
            ((piece, found) for piece, found in weighed if found is not None and _serves(piece, found)),
            key=lambda pair: (-pair[1].rank, ways.index(pair[0])),
        )
        for piece, found in best:
            if any(piece.start < other.end and other.start < piece.end for other in taken):
                continue
            taken.append(piece)
            extension = EXTENSION.match(view.string, piece.end)
            yield Hit(
                entity=self.entities[0],
                span=view.span(piece.start, extension.end() if extension else piece.end),
                confidence=found.confidence,
                because=found.because,
                hidden=found.hidden,
            )


def _serves(piece: Piece, found: Weight) -> bool:
    """Whether a reading may stand for its run: one with a group left out must fit all the better."""
    return not piece.trimmed or Fit.PARTED <= found.rank < ALTERED
