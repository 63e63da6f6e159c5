"""What statements of this room are made of: concepts by language as data, and a recognizer that reads them.

The notation and the composition are the lexicon's (`moderation.lexicon`); the data lie beside this
file, because they serve no other room. What a combination amounts to is a table in `records`,
`sensitive` and `solicitation`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import ClassVar, Final

from moderation.detect.pii.recognizer import Hit, Screen, Seeker
from moderation.lexicon import Lexicon
from moderation.lexicon.compose import Frame, Match
from moderation.lexicon.entries import ANY, compile_entries, parse
from moderation.lexicon.reading import Reading, Sign
from moderation.text import Text

ANYTHING: Final = "(?s)."
"""The screen of a recognizer that needs none: it runs for sellers alone, whose texts are few, and the
lexicon's own filter goes first."""

_STEERED_FROM: Final = 30
_SHARE: Final = 0.5
"""A language whose words cover less than this share of what the best one's cover is not spoken here."""


@cache
def meanings(*names: str) -> Lexicon:
    """Return the concepts of the data files of these names, compiled together."""
    folder = files("moderation.detect.pii.meanings")
    listed = {f"{name}.yaml": (folder / f"{name}.yaml").read_text(encoding="utf-8") for name in names}
    return Lexicon(compile_entries({name: parse(source, file=name) for name, source in listed.items()}))


def scheme(
    entity: str,
    confidence: float,
    *parts: str,
    within: int = 80,
    ordered: bool = False,
    anywhere: bool = False,
    unless: tuple[str, ...] = (),
    reach: int = 0,
) -> Sign:
    """Make one row of a table: concepts within so many characters of one sentence show an entity.

    `anywhere` lets a sentence end between them; `unless` names what excuses them, inside or in reach.
    """
    frame = Frame(
        parts=parts, within=within, ordered=ordered, one_sentence=not anywhere, unless=unless, reach=reach
    )
    return Sign(label=entity, frame=frame, confidence=confidence)


def read(text: Text, lexicon: Lexicon) -> Reading:
    """Read a text in the languages that it seems to be in: those whose words cover the most of it.

    Short folded words look alike in many languages, long ones do not, so letters count, not places.
    """
    found = lexicon.find(text)
    covered: dict[str, set[int]] = {}
    for mention in found:
        covered.setdefault(mention.lang, set()).update(range(mention.start, mention.end))
    most = max((len(letters) for lang, letters in covered.items() if lang != ANY), default=0)
    kept = {lang for lang, letters in covered.items() if lang == ANY or len(letters) >= _SHARE * most}
    return Reading(text.folded.string, tuple(mention for mention in found if mention.lang in kept))


class MeaningSeeker(Seeker):
    """A recognizer of statements: the surest place of each entity, named by the concepts that show it.

    `steers` names a concept that turns a statement into its opposite where it stands, in the same
    language, shortly before it or inside ("never send …").
    """

    screen: ClassVar[Screen] = (ANYTHING,)
    files: ClassVar[tuple[str, ...]]
    schemes: ClassVar[Sequence[Sign]]
    steers: ClassVar[str] = ""

    def seek(self, text: Text) -> Iterator[Hit]:
        """Yield at most one statement an entity."""
        lexicon = meanings(*self.files)
        if not lexicon.screen(text):
            return
        reading = read(text, lexicon)
        told: set[str] = set()
        for sign in sorted(self.schemes, key=lambda sign: -sign.confidence):
            if sign.label in told:
                continue
            match = next((m for m in reading.matches(sign.frame) if not self._steered(reading, m)), None)
            if match is not None:
                told.add(sign.label)
                yield Hit(
                    entity=sign.label,
                    span=text.folded.span(match.start, match.end),
                    confidence=sign.confidence,
                    because=match.because,
                )

    def _steered(self, reading: Reading, match: Match) -> bool:
        spoken = {mention.lang for mention in match.mentions}
        return bool(self.steers) and any(
            match.start - _STEERED_FROM < steer.end and steer.start < match.end
            for steer in reading.named(self.steers)
            if steer.lang in spoken
        )
