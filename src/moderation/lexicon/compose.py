"""Concepts put together: near each other, in one sentence, in order, unless something excuses them.

Pure functions over mentions. A `Frame` is a combination as data; what it means, which clause it
breaks and how sure that is, is for the detectors to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

from moderation.lexicon.entries import ANY
from moderation.lexicon.search import Mention, belongs

_MOST_EACH: Final = 24
"""Mentions considered a part: a bound on work, far above what any honest text holds."""

_SENTENCE_END: Final = re.compile(r"[.!?。]+[\"')\]]*\s+\S|\n\s*\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A combination of concepts: each part once, all within `within` characters.

    A part is one concept or several joined by `|`; `benefit.*` stands for all of that stem.
    `ordered` asks for the parts in the order written, `one_sentence` for no sentence end between
    them. `unless` names concepts that excuse the combination when they stand inside its range or
    within `reach` characters of it. Parts must share a language (`any` goes with all).
    """

    parts: tuple[str, ...]
    within: int = 160
    ordered: bool = False
    one_sentence: bool = False
    unless: tuple[str, ...] = ()
    reach: int = 80


@dataclass(frozen=True, slots=True)
class Match:
    """Where a frame holds: one mention a part, in the parts' order."""

    mentions: tuple[Mention, ...]

    @property
    def start(self) -> int:
        """Start of the smallest range that covers all parts, in the folded view."""
        return min(mention.start for mention in self.mentions)

    @property
    def end(self) -> int:
        """End of the smallest range that covers all parts, in the folded view."""
        return max(mention.end for mention in self.mentions)

    @property
    def because(self) -> str:
        """The concepts in text order, joined by `+`: the stable key of a finding."""
        ordered = sorted(self.mentions)
        return "+".join(dict.fromkeys(mention.concept for mention in ordered))


def named(mentions: Iterable[Mention], part: str) -> tuple[Mention, ...]:
    """Return the mentions of a part such as `benefit.*|link.proof`."""
    return tuple(mention for mention in mentions if belongs(mention.concept, part))


def occurs(concepts: Iterable[str], part: str) -> bool:
    """Say whether any of the concepts belongs to the part; for screens."""
    return any(belongs(concept, part) for concept in concepts)


def matches(frame: Frame, mentions: Sequence[Mention], string: str) -> Iterator[Match]:
    """Yield where the frame holds, smallest range first, overlapping ones left out.

    `string` is the folded view the mentions point into. Mentions inside one another cannot fill
    two parts: one place is one piece of evidence.
    """
    pools = [named(mentions, part)[:_MOST_EACH] for part in frame.parts]
    if not all(pools):
        return
    excuses = [m for part in frame.unless for m in named(mentions, part)]
    candidates = sorted(
        (Match(chosen) for chosen in _choices(pools, frame, string)),
        key=lambda match: (match.end - match.start, match.start),
    )
    taken: list[Match] = []
    for match in candidates:
        if any(match.start < other.end and other.start < match.end for other in taken):
            continue
        if not excused(match, excuses, frame.reach):
            taken.append(match)
            yield match


def first(frame: Frame, mentions: Sequence[Mention], string: str) -> Match | None:
    """Return the tightest place where the frame holds, if any."""
    return next(matches(frame, mentions, string), None)


def excused(match: Match, excuses: Iterable[Mention], reach: int) -> bool:
    """Say whether an excuse stands in the match or within `reach` characters of it."""
    return any(e.start < match.end + reach and match.start - reach < e.end for e in excuses)


def same_sentence(string: str, start: int, end: int) -> bool:
    """Say whether no sentence ends strictly between the two offsets; broken lines do not end one."""
    return _SENTENCE_END.search(string[start:end]) is None


def outside(mentions: Iterable[Mention], covers: Iterable[Mention]) -> tuple[Mention, ...]:
    """Return the mentions that do not lie in one of `covers` ("thanks for your review")."""
    ranges = [(c.start, c.end) for c in covers]
    return tuple(m for m in mentions if not any(s <= m.start and m.end <= e for s, e in ranges))


def _choices(pools: Sequence[Sequence[Mention]], frame: Frame, string: str) -> Iterator[tuple[Mention, ...]]:
    partial: list[tuple[Mention, ...]] = [()]
    for pool in pools:
        partial = [
            (*chosen, mention) for chosen, mention in product(partial, pool) if _fits(chosen, mention, frame)
        ][: _MOST_EACH * _MOST_EACH]
    for chosen in partial:
        start, end = min(m.start for m in chosen), max(m.end for m in chosen)
        if not frame.one_sentence or same_sentence(string, start, end):
            yield chosen


def _fits(chosen: Sequence[Mention], mention: Mention, frame: Frame) -> bool:
    if not chosen:
        return True
    start = min(mention.start, *(m.start for m in chosen))
    end = max(mention.end, *(m.end for m in chosen))
    if end - start > frame.within or (frame.ordered and mention.start < chosen[-1].end):
        return False
    if any(_within(mention, m) or _within(m, mention) for m in chosen):
        return False
    spoken = {m.lang for m in (*chosen, mention)} - {ANY}
    return len(spoken) <= 1


def _within(inner: Mention, outer: Mention) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
