"""Word lists for places and dates, read once from `words/*.yaml`: folded, ready for patterns.

What the words mean for an address lives in `streets`, `localities` and `premises`.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Final

import yaml

from moderation.loaders import SafeLoader
from moderation.text import Text

_UNSPACED: Final = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff]")


@cache
def _read(name: str) -> dict[str, object]:
    text = files("moderation.detect.pii").joinpath("words", f"{name}.yaml").read_text(encoding="utf-8")
    loaded = yaml.load(text, Loader=SafeLoader)
    return loaded if isinstance(loaded, dict) else {}


def listed(name: str, *headings: str) -> tuple[str, ...]:
    """Return the entries under a heading, folded, in their order. Raises KeyError for an unknown one."""
    found: object = _read(name)
    for heading in headings:
        if not isinstance(found, dict):
            raise KeyError(heading)
        found = found[heading]
    entries = (Text.of(entry.strip()).folded.string for entry in str(found).split("|"))
    return tuple(dict.fromkeys(entry for entry in entries if entry))


def any_of(entries: tuple[str, ...] | list[str]) -> str:
    """Return an alternation of entries, longest first, without edges; spaces match any white space."""
    ordered = sorted(set(entries), key=lambda entry: (-len(entry), entry))
    return "(?:" + "|".join(re.escape(entry).replace(r"\ ", r"[\s\-.]{1,2}") for entry in ordered) + ")"


def whole(entries: tuple[str, ...] | list[str]) -> str:
    """Return an alternation of entries that do not touch other letters, but for scripts without spaces."""
    spaced = [entry for entry in entries if not _UNSPACED.search(entry)]
    unspaced = [entry for entry in entries if _UNSPACED.search(entry)]
    parts = [rf"(?<!\w){any_of(spaced)}(?!\w)"] if spaced else []
    return "(?:" + "|".join([*parts, *([any_of(unspaced)] if unspaced else [])]) + ")"
