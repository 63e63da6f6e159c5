"""`PERSON`: names of two words and more that the evidence around them makes a breach."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Final

from moderation.detect.pii.persons.candidates import Candidate
from moderation.detect.pii.persons.evidence import features
from moderation.detect.pii.persons.likelihood import chance, public, singled_out
from moderation.detect.pii.persons.names import (
    CONDITION_BEHIND,
    OTHER_PERSON,
    SENSITIVE_NAMED,
    NameSeeker,
    glance,
    reading,
)
from moderation.detect.pii.recognizer import Hit, Screen
from moderation.findings import Kind
from moderation.text import Text, View

_LEAST: Final = 0.3
_BECAUSE: Final = (
    ("courier", ("before:courier", "further:courier")),
    ("third_role", ("before:staff", "before:neighbour", "after:role")),
    ("relation", ("before:relation")),
    ("buyer_role", ("before:customer")),
    ("greeted_full_name", ("before:greet")),
    ("introduced", ("before:named", "before:says", "before:copula")),
    ("handed_to", ("before:handed", "before:ask", "before:person")),
    ("name+address", ("after:number",)),
    ("name+possession", ("after:possessive",)),
    ("name+deed", ("after:deed", "after~:deed")),
)
"""The evidence that names a finding: the first that is there."""
_PLACES: Final = frozenset({"before:place_name", "before:sign", "after:mark"})
_SURELY: Final = frozenset(
    f"before:{name}"
    for name in ("title", "named", "says", "handed", "courier", "staff", "neighbour", "relation", "customer")
)
"""What makes a name even of words that are all everyday ones."""
_THIRD: Final = frozenset({"courier", "third_role", "relation"})


class FullNames(NameSeeker):
    """A full name, in any case or disguise, weighed by what stands around it."""

    entities: ClassVar[tuple[str, ...]] = (Kind.PERSON.value, OTHER_PERSON, SENSITIVE_NAMED)
    screen: ClassVar[Screen] = ()

    def seek(self, text: Text) -> Iterator[Hit]:
        """Yield the names that may be a breach, with one confidence for buyers and one for sellers."""
        if not glance(text):
            return
        read = reading(text.original)
        view, words = read.view, read.words
        for found in read.runs:
            named = features(view.string, words, found)
            if (public(found) or _of_place(found, named)) and not singled_out(named):
                continue
            if "common:all" in named and named.isdisjoint(_SURELY):
                continue
            buyer, seller = chance(named, seller=False), chance(named, seller=True)
            if max(buyer, seller) < _LEAST:
                continue
            because = why(named)
            yield Hit(
                entity=OTHER_PERSON if because in _THIRD else Kind.PERSON.value,
                span=view.span(found.start, found.end),
                confidence=round(buyer, 3),
                because=because,
                from_seller=round(seller, 3),
            )
            yield from _condition(view, found)


def _of_place(found: Candidate, named: frozenset[str]) -> bool:
    """Whether a name is a place's or a brand's; Vietnamese words for places are others' without tones."""
    return not found.vietnamese and not named.isdisjoint(_PLACES)


def why(named: frozenset[str]) -> str:
    """Return the evidence key of a full name: the strongest cue beside it."""
    return next((key for key, any_of in _BECAUSE if not named.isdisjoint(any_of)), "full_name")


def _condition(view: View, found: Candidate) -> Iterator[Hit]:
    behind = CONDITION_BEHIND.match(view.string, found.end, found.end + 80)
    if behind:
        place = view.span(found.start, behind.end())
        yield Hit(entity=SENSITIVE_NAMED, span=place, confidence=0.74, because="name+condition")
