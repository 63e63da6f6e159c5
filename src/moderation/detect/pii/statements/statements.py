"""What recognizers of statements share: breaches that are said rather than quoted.

Patterns in the folded view, a table a clause (`records`, `sensitive`, `solicitation`). Whose voice a
statement needs is said in `entities`. The span is the statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from moderation.detect.pii.recognizer import Hit, Seeker, folded
from moderation.text import Text


@dataclass(frozen=True, slots=True)
class Statement:
    """One way of saying it: the entity, a pattern in the folded view, confidence and evidence key."""

    entity: str
    regex: re.Pattern[str]
    confidence: float
    because: str


def statement(entity: str, pattern: str, confidence: float, because: str) -> Statement:
    """Compile a statement; non-ASCII letters of its pattern are folded."""
    return Statement(entity, re.compile(folded(pattern)), confidence, because)


class StatementSeeker(Seeker):
    """A recognizer made of statements.

    `steers` before a statement, or `denials` inside it, turn it into its opposite.
    """

    statements: ClassVar[Sequence[Statement]]
    steers: ClassVar[re.Pattern[str] | None] = None
    denials: ClassVar[re.Pattern[str] | None] = None

    def seek(self, text: Text) -> Iterator[Hit]:
        """Yield the statements of the table, except those that are steered away ("don't post …")."""
        view = text.folded
        for said in self.statements:
            for match in said.regex.finditer(view.string):
                start, end = match.span()
                denied = self.denials is not None and self.denials.search(view.string, start, end)
                if not denied and not self._steered(view.string, start):
                    yield Hit(
                        entity=said.entity,
                        span=view.span(start, end),
                        confidence=said.confidence,
                        because=said.because,
                    )

    def _steered(self, string: str, start: int) -> bool:
        return self.steers is not None and self.steers.search(string, max(0, start - 30), start) is not None
