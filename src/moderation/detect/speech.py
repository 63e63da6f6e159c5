"""Whose deed a text shows: the speaker's own (a finding) or somebody else's (an allegation).

Shared by the detectors of conduct. It knows no wording; it asks the catalogue whom a clause binds.
"""

from __future__ import annotations

from collections.abc import Iterator

from moderation.content import Author
from moderation.detect.detector import Document
from moderation.findings import Allegation, Finding
from moderation.policy import load


def own_deed(label: str, doc: Document) -> bool:
    """Say whether the clause binds this speaker on this surface."""
    return load().clauses[label].covers(doc.surface, doc.speaker)


def told(
    label: str,
    doc: Document,
    place: tuple[int, int],
    *,
    confidence: float,
    because: str,
    detector: str,
) -> Iterator[Finding | Allegation]:
    """Yield what the words at `place` (folded view) amount to in this speaker's mouth, if anything.

    A buyer's words about what a seller did are an allegation; a speaker whom the clause binds gives
    a finding; anybody else gives nothing. The one place through which a learned head's probability
    would be combined with the confidence of a pattern.
    """
    span = doc.text.folded.span(*place)
    if own_deed(label, doc):
        yield Finding(label=label, span=span, confidence=confidence, because=because, detector=detector)
    elif doc.speaker is Author.BUYER:
        yield Allegation(label=label, span=span, confidence=confidence, because=because, detector=detector)
