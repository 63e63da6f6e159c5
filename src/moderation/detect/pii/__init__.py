"""Personal data: values (phone, card, address, name …) and statements that expose a person.

Presidio is the frame (recognizers, context, registry); what it runs on is our folded views, and
only on candidates. A user adds a recognizer as Presidio documents it and makes a detector of the
registry; an entity that is new gets a clause by `entities`:

    registry = make_registry()
    registry.add_recognizer(PatternRecognizer(supported_entity="LOYALTY_ID", patterns=[...]))
    detector = pii_detector(registry, {"LOYALTY_ID": Entity(label="pii.order_tracking", kind=Kind.ORDER_ID)})
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Final

from moderation.detect.detector import Detector, Document
from moderation.detect.pii.entities import ENTITIES, Entity, UnknownEntity
from moderation.features import Batch
from moderation.findings import Finding

if TYPE_CHECKING:
    from presidio_analyzer import RecognizerRegistry

    from moderation.detect.pii.seeking import Seeking

NAME: Final = "pii"
VERSION: Final = 1


def make_registry() -> RecognizerRegistry:
    """Return a fresh Presidio registry with all our recognizers, to be extended."""
    from moderation.detect.pii.registry import make_registry as make  # noqa: PLC0415 - Presidio takes a second to import

    return make()


def pii_detector(registry: RecognizerRegistry, entities: Mapping[str, Entity] | None = None) -> Detector:
    """Make a detector of a registry; `entities` names the clauses of entities that we do not know.

    Raises UnknownEntity for a recognizer whose entity has no clause.
    """
    from moderation.detect.pii.seeking import Seeking  # noqa: PLC0415 - Presidio takes a second to import

    own = dict(entities or {})
    seeking = Seeking(registry, own, f"{NAME}@{VERSION}")
    labels = _labels({**ENTITIES, **own})
    return Detector(name=NAME, version=VERSION, labels=labels, screen=seeking.screen, look=seeking.look)


@cache
def standard() -> Seeking:
    """Return the recognizers of this room, built on first use."""
    from moderation.detect.pii.seeking import Seeking  # noqa: PLC0415 - Presidio takes a second to import

    return Seeking(make_registry(), {}, f"{NAME}@{VERSION}")


def _screen(docs: Sequence[Document], batch: Batch) -> Iterable[int]:
    return standard().screen(docs, batch)


def _look(doc: Document, batch: Batch, index: int) -> Iterable[Finding]:
    return standard().look(doc, batch, index)


def _labels(entities: Mapping[str, Entity]) -> frozenset[str]:
    named = ((e.label, e.seller_label, e.also) for e in entities.values())
    return frozenset(label for labels in named for label in labels if label)


DETECTOR: Final = Detector(name=NAME, version=VERSION, labels=_labels(ENTITIES), screen=_screen, look=_look)

__all__ = ["DETECTOR", "Entity", "UnknownEntity", "make_registry", "pii_detector"]
