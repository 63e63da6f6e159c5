"""x"""
from __future__ import annotations
from moderation.text.view import View
def spell_letters(folded: View) -> View:
    """x"""
    return folded
