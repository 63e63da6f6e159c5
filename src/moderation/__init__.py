"""Review moderation: the front door, with the names that a program embedding it needs."""

from moderation.assess import Scope, assess
from moderation.content import Author, Item, Surface
from moderation.decide import decide, redacted_text
from moderation.decisions import Action, Decision
from moderation.errors import ModerationError
from moderation.findings import Allegation, Assessment, Cause, Finding, Kind, Span
from moderation.judge import Judge
from moderation.policy import Catalogue, load

__all__ = [
    "Action",
    "Allegation",
    "Assessment",
    "Author",
    "Catalogue",
    "Cause",
    "Decision",
    "Finding",
    "Item",
    "Judge",
    "Kind",
    "ModerationError",
    "Scope",
    "Span",
    "Surface",
    "assess",
    "decide",
    "load",
    "redacted_text",
]
