"""One text as concepts: what was found in it, asked by part, place and combination.

Signs are combinations with a label and a confidence; what a label obliges is not known here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from moderation.lexicon.compose import Frame, Match, first, matches, named, outside
from moderation.lexicon.entries import ANY
from moderation.lexicon.search import Lexicon, Mention
from moderation.text import Text

_SHARE: Final = 0.5
"""A language that names less than this share of the places the best one names is not spoken here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """A combination that shows a label, with the share of such places in which it is right."""

    label: str
    frame: Frame
    confidence: float


@dataclass(frozen=True, slots=True)
class Reading:
    """The mentions of one text, in text order, beside its folded view."""

    string: str = field(repr=False)
    mentions: tuple[Mention, ...]

    @classmethod
    def of(cls, text: Text, lexicon: Lexicon, *, mute: str = "") -> Reading:
        """Read a text; mentions that lie inside a mention of `mute` are left out."""
        found = spoken(lexicon.find(text))
        if mute:
            covers = named(found, mute)
            found = tuple(sorted({*outside(found, covers), *covers}))
        return cls(text.folded.string, found)

    def named(self, part: str) -> tuple[Mention, ...]:
        """Return the mentions of a part such as `benefit.*|link.proof`."""
        return named(self.mentions, part)

    def has(self, part: str) -> bool:
        """Say whether the part is mentioned anywhere."""
        return bool(self.named(part))

    def near(self, part: str, start: int, end: int, *, reach: int) -> tuple[Mention, ...]:
        """Return the mentions of a part that touch `start - reach .. end + reach`."""
        return tuple(m for m in self.named(part) if m.start < end + reach and start - reach < m.end)

    def first(self, frame: Frame) -> Match | None:
        """Return the tightest place where the frame holds, if any."""
        return first(frame, self.mentions, self.string)

    def matches(self, frame: Frame) -> Iterator[Match]:
        """Yield the places where the frame holds, tightest first."""
        return matches(frame, self.mentions, self.string)

    def strongest(self, signs: Iterable[Sign]) -> Mapping[str, tuple[Match, float]]:
        """Return for each label the place of its surest sign."""
        found: dict[str, tuple[Match, float]] = {}
        for sign in signs:
            known = found.get(sign.label)
            if known is not None and known[1] >= sign.confidence:
                continue
            match = self.first(sign.frame)
            if match is not None:
                found[sign.label] = (match, sign.confidence)
        return found


def spoken(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Leave out languages that the text is not in: chance look-alikes of short folded words.

    Every language names so many small words (if, get, please) that the one which recognises
    most places of a text is the one it is written in; a mixed text keeps each that holds its own.
    """
    places: dict[str, set[int]] = {}
    for mention in mentions:
        places.setdefault(mention.lang, set()).add(mention.start)
    most = max((len(starts) for lang, starts in places.items() if lang != ANY), default=0)
    kept = {lang for lang, starts in places.items() if lang == ANY or len(starts) >= _SHARE * most}
    return tuple(mention for mention in mentions if mention.lang in kept)
