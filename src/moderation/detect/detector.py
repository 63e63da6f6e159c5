"""The detector contract: what a detector is given, and what it gives back.

A detector is a frozen value with a cheap `screen` over a whole batch and a careful `look` at one
document. The screen must keep every document in which `look` would find something: a contract
test compares both. What a detector is given has no rating, no author id and no shop id, so its
verdict cannot depend on them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from moderation.content import Author, Surface
from moderation.features import Batch
from moderation.findings import Allegation, Finding
from moderation.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One text as a detector sees it: the words, their language, who speaks, and the setting.

    `shop_contacts` are contacts that the shop has published; they are no personal data.
    `earlier` holds the texts of the same thread directly before this one, oldest first.
    """

    text: Text
    lang: str
    surface: Surface
    speaker: Author
    product_title: str = field(default="", repr=False)
    shop_name: str = field(default="", repr=False)
    shop_contacts: tuple[str, ...] = field(default=(), repr=False)
    parent_text: str = field(default="", repr=False)
    earlier: tuple[str, ...] = field(default=(), repr=False)


Screen = Callable[[Sequence[Document], Batch], Iterable[int]]
Look = Callable[[Document, Batch, int], Iterable[Finding | Allegation]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Detector:
    """One family of clauses: its name, version, labels, screen and careful look.

    `screen(docs, batch)` returns the indices worth a look, in any order. `look(doc, batch, index)`
    returns what it found in `docs[index]`; spans are in the original text. Both are pure.
    `variant` tells a detector that was configured on this installation from the one that is shipped.
    """

    name: str
    version: int
    labels: frozenset[str]
    screen: Screen
    look: Look
    variant: str = ""

    @property
    def id(self) -> str:
        """The `name@version`, or `name@version+variant`, that findings carry."""
        return f"{self.name}@{self.version}" + (f"+{self.variant}" if self.variant else "")
