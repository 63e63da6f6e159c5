"""x"""
from __future__ import annotations
from moderation.text.text import Text
def identify(text: Text | str, hint: str | None = None) -> str:
    """x"""
    return hint or "en"
