"""What machines saw, on the wire."""

from __future__ import annotations

from moderation.api.schemas.shape import Out, Span
from moderation.findings import Kind


class Finding(Out):
    """What a text itself does, by clause; `span` is null where the evidence has no place."""

    label: str
    kind: Kind | None
    span: Span | None
    confidence: float
    because: str
    detector: str


class Allegation(Out):
    """What a text says that somebody else did."""

    label: str
    span: Span | None
    confidence: float
    because: str
    detector: str


class Cause(Out):
    """One reason why a customer is unhappy."""

    subtype: str
    confidence: float
    span: Span | None


class Causes(Out):
    """The causes of a negative review, strongest first."""

    primary: Cause
    assigned: tuple[Cause, ...]


class Assessment(Out):
    """All that the machines saw in one revision."""

    item_id: str
    revision: int
    lang: str
    findings: tuple[Finding, ...]
    allegations: tuple[Allegation, ...]
    causes: Causes | None
    unread_media: int
    fingerprint: str
