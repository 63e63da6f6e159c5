"""Reading disguised text: folded views with exact alignment, language, sentences, redaction."""

from __future__ import annotations

from moderation.text.language import identify
from moderation.text.redaction import Hidden, Redacted, SpanOutside, redact, redacted, restore
from moderation.text.sentence import sentences
from moderation.text.text import Text
from moderation.text.view import View

__all__ = [
    "Hidden",
    "Redacted",
    "SpanOutside",
    "Text",
    "View",
    "identify",
    "redact",
    "redacted",
    "restore",
    "sentences",
]
