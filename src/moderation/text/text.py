"""One text and its three readings: folded, for digits, for letters.

How each reading is made lives in `fold`, `digits` and `letters`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from moderation.text.digits import spell_digits
from moderation.text.fold import fold
from moderation.text.letters import spell_letters
from moderation.text.view import View


@dataclass(slots=True, eq=False)
class Text:
    """A text as written, with readings that map every range back to it.

    `folded` is there from the beginning; `digits` and `letters` are made when first asked for and
    are the folded view itself where there is nothing to change. Treat it as frozen.
    """

    original: str = field(repr=False)
    folded: View = field(repr=False)
    _digits: View | None = field(default=None, init=False, repr=False)
    _letters: View | None = field(default=None, init=False, repr=False)

    @classmethod
    def of(cls, original: str) -> Text:
        """Read a text. Never raises on any string, lone surrogates included."""
        return cls(original, fold(original))

    @property
    def digits(self) -> View:
        """The folded view with spoken and disguised numbers as digits, for finding numbers."""
        view = self._digits
        if view is None:
            view = self._digits = spell_digits(self.folded)
        return view

    @property
    def letters(self) -> View:
        """The folded view with leetspeak, spread and stretched words set right, for finding words."""
        view = self._letters
        if view is None:
            view = self._letters = spell_letters(self.folded)
        return view
