"""Overlaps: of values that share ground, one stays. Pure."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from moderation.findings import Finding, Kind, Span

_RUNGS: Final = 5
_VALUES: Final = "values"
_CLOSER: Final = frozenset({"pii.minor"})
"""Clauses that say of a name what the clauses of names say, and more: within a rung they come first."""


def settle(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Keep the strongest of the values that overlap, and of findings that say the same in one place.

    Strength is compared by rungs of a fifth, so that within a rung a child's name wins over anybody's,
    a value with a form of its own over a name that reaches into it, and the longer value; then
    confidence, then place. Findings without a kind do not compete with values, only with findings of
    their own label. Order of the answer: by place, then strength.
    """
    kept: list[Finding] = []
    taken: dict[str, list[Span]] = defaultdict(list)
    for finding in sorted(findings, key=_strength, reverse=True):
        grounds = [finding.label] if finding.kind is None else [finding.label, _VALUES]
        span = finding.span
        if span is not None:
            if any(_occupied(taken[ground], span) for ground in grounds):
                continue
            for ground in grounds:
                insort(taken[ground], span)
        elif any(other.label == finding.label and other.span is None for other in kept):
            continue
        kept.append(finding)
    return tuple(sorted(kept, key=lambda f: (f.span.start if f.span else -1, -f.confidence, f.label)))


def _strength(finding: Finding) -> tuple[int, bool, bool, int, float, int, str]:
    start, length = (finding.span.start, finding.span.end - finding.span.start) if finding.span else (0, 0)
    rung = min(int(finding.confidence * _RUNGS), _RUNGS - 1)
    formed = finding.kind is not Kind.PERSON
    return rung, finding.label in _CLOSER, formed, length, finding.confidence, -start, finding.label


def _occupied(taken: list[Span], span: Span) -> bool:
    """Whether a span meets one of these, which are sorted and do not meet each other."""
    place = bisect_left(taken, span)
    return any(other.overlaps(span) for other in taken[max(0, place - 1) : place + 1])
