"""Personal data: values (phone, card, address, name …) and statements that expose a person.

Presidio is the frame (recognizers, context, registry); what it runs on is our folded views, and
only on candidates. A user adds a recognizer as Presidio documents it and makes a detector of the
registry; an entity that is new gets a clause by `entities`:

    registry = make_registry()
    registry.add_recognizer(PatternRecognizer(supported_entity="LOYALTY_ID", patterns=[...]))
    detector = pii_detector(registry, {"LOYALTY_ID": Entity(label="pii.order_tracking", kind=Kind.ORDER_ID)})

or writes both in a file in Presidio's YAML format (`configured`), for `configured_detector(path)`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from moderation.detect.detector import Detector, Document
from moderation.detect.pii.entities import ENTITIES, Entity, UnknownEntity
from moderation.features import Batch
from moderation.findings import Finding

if TYPE_CHECKING:
    from presidio_analyzer import RecognizerRegistry

    from moderation.detect.pii.seeking import Seeking

NAME: Final = "pii"
VERSION: Final = 2


def make_registry(conf: Path | None = None) -> RecognizerRegistry:
    """Return a fresh Presidio registry with all our recognizers, and those of a file, to be extended.

    The file has Presidio's YAML format. Raises RecognizersInvalid, and OSError where it is not there.
    """
    from moderation.detect.pii.configured import read_recognizers  # noqa: PLC0415 - Presidio takes a second
    from moderation.detect.pii.registry import make_registry as make  # noqa: PLC0415

    return make() if conf is None else read_recognizers(conf).registry


def pii_detector(
    registry: RecognizerRegistry, entities: Mapping[str, Entity] | None = None, *, variant: str = ""
) -> Detector:
    """Make a detector of a registry; `entities` names the clauses of entities that we do not know.

    `variant` tells it from the standard one in the id that findings carry. Raises UnknownEntity for
    a recognizer whose entity has no clause.
    """
    from moderation.detect.pii.seeking import Seeking  # noqa: PLC0415 - Presidio takes a second to import

    own = dict(entities or {})
    bare = Detector(
        name=NAME,
        version=VERSION,
        labels=_labels({**ENTITIES, **own}),
        screen=_screen,
        look=_look,
        variant=variant,
    )
    seeking = Seeking(registry, own, bare.id)
    return replace(bare, screen=seeking.screen, look=seeking.look)


def configured_detector(path: Path) -> Detector:
    """Make a detector of a file of recognizers. Raises as `make_registry` and `pii_detector` do."""
    from moderation.detect.pii.configured import read_recognizers  # noqa: PLC0415 - Presidio takes a second

    told = read_recognizers(path)
    return pii_detector(told.registry, told.entities, variant=told.digest)


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

__all__ = ["DETECTOR", "Entity", "UnknownEntity", "configured_detector", "make_registry", "pii_detector"]
