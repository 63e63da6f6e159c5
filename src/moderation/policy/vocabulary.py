"""The closed sets of words that policy files may use; `vocabulary.yaml` says what each means to people.

Surfaces and authors are nouns of `moderation.content`, not of this room.
"""

from __future__ import annotations

from enum import StrEnum


class Severity(StrEnum):
    """How much harm a breach of a clause does, from least to most."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    CRITICAL = "critical"

    @property
    def rank(self) -> int:
        """Position in the order of harm, 0 for `low`."""
        return tuple(Severity).index(self)


class AutoAction(StrEnum):
    """What a machine may do alone at `act_at`; everything beyond it waits for a person."""

    NO = "no"
    REDACT_SPAN_ONLY = "redact_span_only"
    CONDITIONAL = "conditional"
    YES = "yes"


class Measure(StrEnum):
    """What a clause provides for once somebody has looked, in the words of the catalogue."""

    LABEL = "label"
    REDACT = "redact"
    HIDE_PENDING = "hide_pending"
    WARN_AUTHOR = "warn_author"
    CASE = "flag_for_human"
    ESCALATE = "escalate"


class Audience(StrEnum):
    """To whom a statement of reasons speaks."""

    AUTHOR = "author"
    """Who wrote the text."""
    SELLER = "seller"
    """The shop that the text is about or that it speaks for."""
    REPORTER = "reporter"
    """Who reported it."""


class Risk(StrEnum):
    """How dangerous a published personal value is, whatever its context."""

    MODERATE = "moderate"
    HIGH = "high"
    CRITICAL = "critical"


class Need(StrEnum):
    """What a clause needs beside the text of one item before anything can see a breach."""

    HISTORY = "history"
    MEDIA = "media"


class View(StrEnum):
    """A way of sorting cause subtypes into categories; each profile uses one."""

    US = "us"
    SEA = "sea"
