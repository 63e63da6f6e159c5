"""Whose deed a text shows: the speaker's own (a finding) or somebody else's (an allegation).

Shared by the detectors of conduct. It knows no wording; it asks the catalogue whom a clause binds.
"""

from __future__ import annotations

from collections.abc import Iterator

from moderation.content import Author
from moderation.detect.detector import Document
from moderation.findings import Allegation, Finding, Span
from moderation.policy import load


def own_deed(label: str, doc: Document) -> bool:
    """Say whether the clause binds this speaker on this surface."""
    return load().clauses[label].covers(doc.surface, doc.speaker)


def show(
    label: str, span: Span, *, confidence: float, because: str, detector: str, alleged: bool = False
) -> Finding | Allegation:
    """Make what a detector of conduct says of a place in the original text.

    Everything that these detectors report is made here: the one place through which a learned
    head's probability would be combined with the confidence of a pattern.
    """
    made = Allegation if alleged else Finding
    return made(label=label, span=span, confidence=confidence, because=because, detector=detector)


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
    a finding; anybody else gives nothing.
    """
    own = own_deed(label, doc)
    if own or doc.speaker is Author.BUYER:
        span = doc.text.folded.span(*place)
        yield show(label, span, confidence=confidence, because=because, detector=detector, alleged=not own)
