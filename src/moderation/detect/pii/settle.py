"""Overlaps: of values that share ground, one stays. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from moderation.findings import Finding

_RUNGS: Final = 5


def settle(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Keep the strongest of the values that overlap, and one finding of a label where several say the same.

    Strength is compared by rungs of a fifth, so that within a rung the longer value wins (an
    address over a name in it); then confidence, then place. Findings without a kind do not compete
    with values, only with findings of their own label. Order of the answer: by place, then strength.
    """
    kept: list[Finding] = []
    ranked = sorted(findings, key=_strength, reverse=True)
    for finding in ranked:
        if not any(_rivals(finding, other) for other in kept):
            kept.append(finding)
    return tuple(sorted(kept, key=lambda f: (f.span.start if f.span else -1, -f.confidence, f.label)))


def _strength(finding: Finding) -> tuple[int, int, float, int, str]:
    start, length = (finding.span.start, finding.span.end - finding.span.start) if finding.span else (0, 0)
    return int(finding.confidence * _RUNGS), length, finding.confidence, -start, finding.label


def _rivals(one: Finding, other: Finding) -> bool:
    if one.span is None or other.span is None or not one.span.overlaps(other.span):
        return False
    return one.label == other.label or (one.kind is not None and other.kind is not None)
