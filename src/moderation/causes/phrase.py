"""The notation of a cue phrase, and what it becomes: a pattern and the literals that announce it.

Words in order; `a|b` either of them, `_` a space inside one, `*` any ending, `word?` may be absent,
`..` up to two words between, `...` up to six. In scripts without spaces words join directly and a
gap counts characters. No phrase reaches over the end of a sentence.
"""

from __future__ import annotations

import re
from typing import Final

from moderation.text import Text

_GAPS: Final = {"..": 2, "...": 6}
_CHARACTERS_A_WORD: Final = 4
_BETWEEN: Final = r"[^\w.!?]{1,3}"
_DIGITS: Final = ("\\d*", "\\d+")


def expression(phrase: str, *, spaced: bool) -> str:
    """Return the RE2 pattern of a phrase, to be matched in the folded view."""
    pieces: list[str] = []
    words = phrase.split()
    join = _BETWEEN if spaced else ""
    for position, word in enumerate(words):
        last = position == len(words) - 1
        if word in _GAPS:
            gap = _GAPS[word]
            many = f"{{0,{gap}}}" if spaced else f"{{0,{gap * _CHARACTERS_A_WORD}}}"
            pieces.append(rf"(?:[^\s.!?]+{_BETWEEN}){many}" if spaced else f"[^.!?\\n]{many}")
        elif word.endswith("?"):
            pieces.append(f"(?:{_either(word[:-1], spaced=spaced)}{join})?")
        else:
            pieces.append(_either(word, spaced=spaced) + ("" if last else join))
    body = "".join(pieces)
    return rf"\b{body}\b" if spaced else body


def anchors(phrase: str, *, spaced: bool) -> tuple[str, ...]:
    """Return literals of which a text must hold at least one for the phrase to occur in it.

    They come from the one word of the phrase whose shortest alternative is longest.
    """
    choices = [
        tuple(_literal(alternative, spaced=spaced) for alternative in word.split("|"))
        for word in phrase.split()
        if word not in _GAPS and not word.endswith("?")
    ]
    return max(choices, key=lambda literals: min(map(len, literals)))


def _folded(literal: str) -> str:
    return Text.of(literal).folded.string


def _either(word: str, *, spaced: bool) -> str:
    return f"(?:{'|'.join(_alternative(part, spaced=spaced) for part in word.split('|'))})"


def _alternative(part: str, *, spaced: bool) -> str:
    if part in _DIGITS:
        return r"\d+"
    ending = r"\w*" if part.endswith("*") and spaced else ""
    words = [re.escape(_folded(word)).replace("'", "'?") for word in part.rstrip("*").split("_")]
    return _BETWEEN.join(words) + ending


def _literal(part: str, *, spaced: bool) -> str:
    if part in _DIGITS:
        return ""
    pieces = re.split("['_-]" if spaced else "_", _folded(part.rstrip("*")))
    return max(pieces, key=len)
