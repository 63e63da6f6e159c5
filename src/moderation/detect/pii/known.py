"""Names that are nobody's private name: brands, celebrities, authors, characters, and words that
stand with a capital beside names. The lists are data (`words/`); judging a name is `names`' job.
"""

from __future__ import annotations

from importlib.resources import files
from typing import Final


def _read(name: str) -> frozenset[str]:
    listed = files("moderation.detect.pii").joinpath("words", f"{name}.txt").read_text(encoding="utf-8")
    return frozenset(listed.splitlines())


KNOWN: Final = _read("public_people") | _read("places_named")
"""Full names of public people, characters and brands, and of places in two words, in lower case."""

TITLED: Final = _read("after_titles")
"""What follows a title in brands and characters (Dr. Martens, Mrs Meyers)."""

NOT_NAMES: Final = _read("not_names")
"""Words that may carry a capital and are no part of a private name."""
