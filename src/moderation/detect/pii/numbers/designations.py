"""Naming: what the words around each code call it, and how near they stand.

The words themselves are `cues`; what a code then is, `claims` decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from moderation.detect.pii.numbers.codes import Code
from moderation.detect.pii.numbers.cues import Cue, read_words, vocabulary
from moderation.text import Text

BEFORE: Final = 80
AFTER: Final = 44
"""How far cues reach, in characters of the view."""

BESIDE: Final = 3
NEAR: Final = 2
FAR: Final = 1
"""How near a cue is: nothing of weight between, a handful of words, more."""

COUPON: Final = "coupon"
STATUS: Final = "status"
RIVALS: Final = frozenset({"phone", "goods", COUPON, "plate", "birth", "wallet"})
"""Concepts whose numbers are none of ours."""

_KINDS: Final = {
    "order": "order_number order carrier case status",
    "card": "card expiry",
    "account": "account bank iban routing sort_code ifsc clabe cbu alias pix blz upi crypto",
}
_FAMILY: Final = {concept: kind for kind, concepts in _KINDS.items() for concept in concepts.split()}
"""Concepts whose words strengthen each other; all others that are no rivals speak of papers."""

_BELONGING: Final = frozenset({"order", "case"})
_CALLED: Final = frozenset({"phone"})
_OF: Final = re.compile(
    r"\s(?:number\s)?(?:on|of|for|in|from|with|to|auf|zu|bei|fur|in|de|del|da|do|della|sur|pour|para|per|untuk|di|pada"
    r"|cua|cho|trong)\s(?:(?:the|your|my|this|that|ihrer|der|dieser|meiner|la|el|su|tu|mi|votre|ma|sua|seu|o|a)\s)?"
)
_LONG: Final = 12
"""Digits of a number that is no telephone number."""
_HANDFUL: Final = 4
_THAI_WORD: Final = 7
"""Letters after which a run of Thai is more than a filler."""
_END: Final = re.compile(r"[.!?\u2026][\"')]?\s+(?!\d)|\n\s*\n|\u3002")
_THAI: Final = re.compile("[\u0e00-\u0e7f]+")
_WORD: Final = re.compile(r"[^\W\d_]+")
_CHAIN: Final = re.compile(r"\s*(?:[,;/&+|]|and|und|y|e|et|dan|va|i|at|or|oder|ou|o|\s)*\s*")
_COPULA: Final = re.compile(
    r"\s*[(\[]?\s*(?:(?:is|was|being|es|era|ist|war|est|etait|c'est|e|era|foi|hai|la|de|of|do|adalah|itu|ini|ang"
    r"|yung|=|as|como|als|comme|sebagai|lam)\b|[(\[]|\u0e04\u0e37\u0e2d|\u0e40\u0e1b\u0e47\u0e19)"
)
"""What stands between a number and what it is said to be."""
FILLERS: Final = read_words("number_fillers")
"""Words between a cue and its number that say nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """How near a cue is to a code; `owns` where no cue of another family is nearer."""

    concepts: frozenset[str]
    level: int
    owns: bool


def families(concepts: frozenset[str]) -> frozenset[str]:
    """Return the kinds that these concepts speak of."""
    return frozenset(_FAMILY.get(concept, concept if concept in RIVALS else "paper") for concept in concepts)


def level(gap: str) -> int:
    """Judge what stands between a cue and a number: BESIDE, NEAR or FAR."""
    gap = re.sub(r"^\s*[.:#]\s*", " ", gap)
    words = sum(word not in FILLERS and not _THAI.fullmatch(word) for word in _WORD.findall(gap))
    runs = sum(len(run) // _THAI_WORD for run in _THAI.findall(gap))
    strange = words + runs + len(re.findall(r"\d+", gap)) // 2
    ended = _END.search(gap) is not None
    if not strange and not ended:
        return BESIDE
    if gap.rstrip().endswith(":"):
        return NEAR
    return NEAR if strange <= _HANDFUL and not ended else FAR


def rivals(named: Sequence[Named]) -> frozenset[str]:
    """Return the concepts, none of ours, that have the better right to a number; empty where none has."""
    nearest = next((n for n in named if n.level == BESIDE), None)
    if nearest is not None and nearest.concepts <= RIVALS:
        return nearest.concepts
    if named and named[0].level == NEAR and named[0].concepts <= RIVALS:
        owner = next((n for n in named if n.owns), None)
        if owner is None or owner.level == FAR:
            return named[0].concepts
    return frozenset()


def _belongs(string: str, cue: Cue, cues: Sequence[Cue]) -> bool:
    """Whether an order is only what a telephone belongs to: "the mobile on your order is"."""
    before = next((one for one in reversed(cues) if one.end <= cue.start), None)
    return (
        before is not None
        and before.concepts == _CALLED
        and _OF.fullmatch(string, before.end, cue.start) is not None
    )


class Naming:
    """The codes of one text in order, and what each is called. Ask for them in order."""

    def __init__(self, text: Text, found: Sequence[Code]) -> None:
        self.text = text
        self.string = text.digits.string
        self.codes = found
        self._before: list[tuple[Named, ...]] = []

    def named(self, index: int) -> tuple[Named, ...]:
        """Return what the words around a code call it, the nearest first."""
        code = self.codes[index]
        previous = self.codes[index - 1] if index else None
        if previous is not None and _CHAIN.fullmatch(self.string, previous.end, code.start):
            before = self._before[index - 1]
        else:
            before = tuple(self._named_before(code, previous))
        self._before.append(before)
        owned = any(n.owns and n.level >= NEAR for n in before)
        return (*before, *self._named_after(index, owned=owned))

    def _named_before(self, code: Code, previous: Code | None) -> Iterator[Named]:
        cues = list(vocabulary().find(self.text, max(0, code.start - BEFORE), code.start))
        owner: frozenset[str] = frozenset()
        told = False
        for cue in reversed(cues):
            if cue.concepts <= _BELONGING and _belongs(self.string, cue, cues):
                continue
            if cue.concepts == {STATUS} or ("expiry" in cue.concepts and told):
                continue
            told = True
            reached = self._reached(cue, cues, code.start)
            if previous is not None and cue.end <= previous.start:
                reached = min(reached, FAR)
            owns = not owner or (reached >= NEAR and bool(owner & families(cue.concepts)))
            owns = owns and not (cue.concepts <= RIVALS and reached != BESIDE)
            if owns and not owner:
                owner = families(cue.concepts)
            yield Named(concepts=cue.concepts, level=reached, owns=owns)

    def _reached(self, cue: Cue, cues: Sequence[Cue], start: int) -> int:
        """Judge how near a cue is; words of its own family between it and the number do not part them."""
        gap = ""
        at = cue.end
        for other in cues:
            if other.start >= at and families(other.concepts) & families(cue.concepts):
                gap += self.string[at : other.start]
                at = other.end
        return level(gap + self.string[at:start])

    def _named_after(self, index: int, *, owned: bool) -> Iterator[Named]:
        code = self.codes[index]
        follower = self.codes[index + 1].start if index + 1 < len(self.codes) else len(self.string) + AFTER
        for cue in vocabulary().find(self.text, code.end, min(code.end + AFTER, len(self.string))):
            gap = self.string[code.end : cue.start]
            if cue.end > follower or _END.search(gap) or "\n" in gap:
                return
            if cue.concepts & RIVALS:
                continue
            introduces = follower - cue.end < AFTER and level(self.string[cue.end : follower]) == BESIDE
            stated = STATUS in cue.concepts
            said = level(gap) == BESIDE and (stated or (_COPULA.match(gap) and not introduces))
            if said:
                yield Named(concepts=cue.concepts, level=NEAR, owns=not owned and not introduces)
            elif not stated and len(code.bare) >= _LONG:
                yield Named(concepts=cue.concepts, level=FAR, owns=not owned and not introduces)
