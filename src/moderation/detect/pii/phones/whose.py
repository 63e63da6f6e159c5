"""Cues that a contact in a seller's text is one person's, not the business's: an attempt to call that
failed, a possessive before it, a relative or a private line. The words are data (`words/whose.yaml`);
`setting` decides.
"""

from __future__ import annotations

import re
from importlib.resources import files
from typing import Final

import yaml

from moderation.detect.pii.recognizer import words
from moderation.loaders import SafeLoader

_LISTED: Final[dict[str, dict[str, str]]] = yaml.load(
    files("moderation.detect.pii").joinpath("words", "whose.yaml").read_text(encoding="utf-8"),
    Loader=SafeLoader,
)
_TRIED: Final = re.compile(words(*_LISTED["tried"].values()))
_UNANSWERED: Final = re.compile(words(*_LISTED["unanswered"].values()))
_PERSONAL: Final = re.compile(words(*_LISTED["personal"].values()))
_SHOWN: Final = re.compile(words(*_LISTED["shown"].values()))
_NEAR: Final = 32


def somebodys(before: str, after: str) -> bool:
    """Whether folded words around a contact say that it is a person's: tried in vain, private, or shown."""
    if _SHOWN.search(before[-_NEAR:]) or _SHOWN.search(after[: _NEAR // 2]):
        return True
    return bool(_TRIED.search(before) or _UNANSWERED.search(after) or _PERSONAL.search(before))
