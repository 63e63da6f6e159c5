"""How sure it is that digits are a telephone number: a ladder by plan, by words, and by dress.

Rows are how well the digits fit a numbering plan (`numbering`), columns what is said around them
(`calling`). `phone` walks the text; nothing here does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from moderation.detect.pii.calling import (
    AGAINST,
    ANOTHER,
    AREA,
    BEHIND,
    CALLING,
    CONTACT,
    DOUBTS,
    HOTLINE,
    LABEL,
    NAMED_AS,
    OWNING,
    PARTS,
    TRICK,
)
from moderation.detect.pii.phones.disguised import Dress, dress
from moderation.detect.pii.phones.numbering import EVERYWHERE, Fit, Standing, standing
from moderation.detect.pii.phones.runs import Piece, falling, possible
from moderation.detect.pii.recognizer import AFTER, BEFORE
from moderation.text import Text, View

ALTERED: Final = len(Fit)
"""The rank of digits that the words around say to change before dialling: above every fit."""

_LETTERED: Final = re.compile(r"(?<!\w)(?:[a-z][ .\-]){2,}$")
"""The letters of a code, one at a time, as its digits may follow."""
_NEAR: Final = 30
_FAR: Final = 110
_AREA_BEFORE: Final = 60
_AREA_AFTER: Final = 40
_SHORTEST: Final = 7
_LONG: Final = 9
"""Digits from which on a number that no plan knows may still be one."""
_LOCAL: Final = 9
"""Digits that a number without its area code has at most."""


class Said(IntEnum):
    """What the words around a number say, the surer the higher."""

    NOTHING = 0
    REACHED = 1
    CALLED = 2
    LABELLED = 3


_LADDER: Final = {
    Fit.INTERNATIONAL: (0.93, 0.96, 0.98, 0.98),
    Fit.GROUPED: (0.90, 0.94, 0.97, 0.97),
    Fit.PARTED: (0.70, 0.88, 0.95, 0.96),
    Fit.DIALLED: (0.58, 0.82, 0.94, 0.95),
    Fit.EXISTS: (0.0, 0.45, 0.92, 0.94),
    Fit.NONE: (0.0, 0.0, 0.66, 0.90),
}
_MOBILE_AT_HOME: Final = 0.64
"""A mobile number of the country of the language, in two to five groups, where somebody is to be reached."""
_ABROAD: Final = (0.0, 0.0, 0.72, 0.90)
"""Digits without a trunk zero that exist in some plan, but in none where the language is spoken."""
_DOUBTED: Final = {Fit.INTERNATIONAL: 0.75, Fit.GROUPED: 0.45, Fit.PARTED: 0.35, Fit.DIALLED: 0.3}
_HIDDEN: Final = {Fit.NONE: (0.62, 0.85), Fit.EXISTS: (0.76, 0.86)}
"""Of digits that hide, alone and with a word about reaching somebody."""
_HIDDEN_OTHER: Final = 0.52
"""Of digits that hide behind the name of another number: hidden all the same, but of which kind?"""
_PUBLIC: Final = 0.4
_TRICKED: Final = 0.92


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """Confidence and evidence; `rank` orders readings of the same digits, `hidden` tells a disguise."""

    confidence: float
    because: str
    rank: int
    hidden: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Around:
    """The words around a piece, and what they say."""

    before: str
    after: str
    said: Said

    @classmethod
    def of(cls, string: str, piece: Piece) -> _Around:
        before = string[max(0, piece.start - BEFORE) : piece.start]
        after = string[piece.end : piece.end + AFTER]
        return cls(before=before, after=after, said=_said(before, after))

    @property
    def near(self) -> bool:
        """Whether a word about calling is close by, with nothing but words between."""
        close = self.before[-_NEAR:]
        return CALLING.search(close) is not None and not re.search(r"\d", close)


def ruled_out(view: View, start: int) -> bool:
    """Whether the label of another number, or the letters of a code, stand directly before these digits."""
    before = view.string[max(0, start - BEFORE) : start]
    if _LETTERED.search(before):
        return True
    against = AGAINST.search(before)
    if against is None or AREA.search(before) is not None:
        return False
    return OWNING.search(before[: against.start()]) is None


def weigh(text: Text, view: View, piece: Piece, home: tuple[str, ...]) -> Weight | None:
    """Return confidence and evidence for digits as one number, None for a look-alike."""
    if not possible(piece.written) or _of_goods(view.string, piece):
        return None
    around = _Around.of(view.string, piece)
    clothes = dress(text, view, piece)
    doubtful = around.said < Said.CALLED and DOUBTS.search(around.before + around.after) is not None
    if _altered(view.string, piece) or _area(view.string, piece):
        return Weight(confidence=_TRICKED, because="altered+context", rank=ALTERED, hidden=True)
    if len(piece.digits) < _SHORTEST:
        return None
    found, abroad = _standing(piece, home, wide=bool(around.said or clothes))
    if falling(piece.digits) and not around.said and found.fit < Fit.PARTED:
        return None
    confidence = _confidence(found, piece, around, abroad=abroad)
    if clothes is Dress.HIDING and len(piece.digits) >= _LONG:
        confidence = max(confidence, _of_hidden(found, around))
    elif doubtful or ("," in piece.written and around.said < Said.CALLED):
        confidence = min(confidence, _DOUBTED.get(found.fit, 0.0))
    shops = HOTLINE.search(around.before) is not None and clothes is not Dress.HIDING
    if (found.public or shops) and around.said < Said.LABELLED:
        confidence = min(confidence, _PUBLIC)
    if not confidence:
        return None
    hiding = clothes is Dress.HIDING
    names = (found.fit.name.lower(), "context" if around.said else "", "spoken" if hiding else "")
    return Weight(confidence=confidence, because="+".join(filter(None, names)), rank=found.fit, hidden=hiding)


def _standing(piece: Piece, home: tuple[str, ...], *, wide: bool) -> tuple[Standing, bool]:
    """Say how digits fit the plans of home, and of everywhere where that is worth it; and which it was."""
    found = standing(piece.written, home)
    if found.fit < Fit.DIALLED and wide and home is not EVERYWHERE and len(piece.digits) >= _LONG:
        other = standing(piece.written, EVERYWHERE)
        if other.fit > found.fit:
            return other, True
    return found, False


def _confidence(found: Standing, piece: Piece, around: _Around, *, abroad: bool) -> float:
    fit, said = found.fit, around.said
    groups = len(re.findall(r"\d+", piece.written))
    unknown = fit is Fit.NONE or (fit is Fit.EXISTS and (len(piece.digits) < _LONG or "," in piece.written))
    if unknown:
        loose = len(piece.digits) < _LONG and groups > 2
        if said is Said.CALLED and (not around.near or loose):
            return 0.0
        return _LADDER[Fit.NONE][said]
    if fit is Fit.EXISTS and abroad:
        return _ABROAD[said]
    if fit is Fit.EXISTS and said is Said.REACHED and found.mobile and 1 < groups < 6:
        return _MOBILE_AT_HOME
    return _LADDER[fit][said]


def _of_hidden(found: Standing, around: _Around) -> float:
    if around.said < Said.CALLED and ANOTHER.search(around.before):
        return _HIDDEN_OTHER
    return _HIDDEN[min(found.fit, Fit.EXISTS)][around.said > Said.NOTHING]


def _said(before: str, after: str) -> Said:
    if LABEL.search(before):
        return Said.LABELLED
    if CALLING.search(before) or CALLING.search(after[: AFTER - 4]):
        return Said.CALLED
    return Said.REACHED if CONTACT.search(before) or BEHIND.match(after) else Said.NOTHING


def _of_goods(string: str, piece: Piece) -> bool:
    """Whether a number without a plus is said to be one of goods: a part before it, or a noun behind it."""
    if piece.written.startswith("+"):
        return False
    before = string[max(0, piece.start - _NEAR) : piece.start]
    return PARTS.search(before) is not None or NAMED_AS.match(string, piece.end) is not None


def _altered(string: str, piece: Piece) -> bool:
    """Whether the words around say how to change the digits before dialling."""
    if len(piece.digits) < _SHORTEST:
        return False
    before, after = string[max(0, piece.start - _FAR) : piece.start], string[piece.end : piece.end + _FAR]
    return TRICK.search(before) is not None or TRICK.search(after) is not None


def _area(string: str, piece: Piece) -> bool:
    """Whether the words around name the area code that is missing."""
    before = string[max(0, piece.start - _AREA_BEFORE) : piece.start]
    after = string[piece.end : piece.end + _AREA_AFTER]
    short = len(piece.digits) <= _LOCAL
    return short and (AREA.search(before) is not None or AREA.search(after) is not None)
