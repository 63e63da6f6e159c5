"""Items to assessments: prepare the texts, screen, look closely, read the causes.

One path for one item and for a billion: the API passes one, a rescan passes batches, and both
call `assess`. Pure: no clock, no network, no database.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from moderation import causes
from moderation.content import Item, Surface
from moderation.detect import DETECTORS
from moderation.detect.detector import Detector, Document
from moderation.features import Batch
from moderation.findings import Allegation, Assessment, Causes, Finding
from moderation.policy import Taxonomy
from moderation.text import Text, identify

F = TypeVar("F", Finding, Allegation)

THREAD_WINDOW = 20
"""Rows of one thread that follow each other directly are read together, at most so many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What to assess beyond the default: causes of unrated reviews too, and which detectors."""

    causes_for_unrated: bool = False
    detectors: tuple[Detector, ...] = DETECTORS

    @property
    def fingerprint(self) -> str:
        """Name every detector and model that takes part, in twelve hexadecimal digits."""
        parts = sorted(detector.id for detector in self.detectors)
        parts += [causes.causes_id(), f"unrated={self.causes_for_unrated}"]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]


DEFAULT_SCOPE = Scope()


def assess(items: Sequence[Item], *, taxonomy: Taxonomy, scope: Scope = DEFAULT_SCOPE) -> list[Assessment]:
    """Return one assessment an item, in order.

    Items of one thread that follow each other directly see each other's texts (`Document.earlier`);
    callers that split a stream into batches keep such runs together (`thread_runs`).
    """
    docs = documents(items)
    batch = Batch([doc.text for doc in docs])
    found = _look(docs, batch, scope.detectors)
    caused = _causes(items, docs, batch, taxonomy, scope)
    fingerprint = scope.fingerprint
    return [
        Assessment(
            item_id=item.id,
            revision=item.revision,
            lang=docs[i].lang,
            findings=_ordered(f for f in found[i] if isinstance(f, Finding)),
            allegations=_ordered(f for f in found[i] if isinstance(f, Allegation)),
            causes=caused.get(i),
            unread_media=len(item.media),
            fingerprint=fingerprint,
        )
        for i, item in enumerate(items)
    ]


def documents(items: Sequence[Item]) -> list[Document]:
    """Return what detectors see of each item: no rating, no author, no shop."""
    earlier: tuple[str, ...] = ()
    thread: str | None = None
    docs = []
    for item in items:
        if item.thread_id is None or item.thread_id != thread or len(earlier) >= THREAD_WINDOW - 1:
            earlier, thread = (), item.thread_id
        text = Text.of(item.text)
        docs.append(
            Document(
                text=text,
                lang=item.lang or identify(text),
                surface=item.surface,
                speaker=item.author,
                product_title=item.product_title or "",
                shop_name=item.shop_name or "",
                shop_contacts=item.shop_contacts,
                parent_text=item.parent_text or "",
                earlier=earlier,
            )
        )
        if thread is not None:
            earlier = (*earlier, item.text)
    return docs


def _look(
    docs: Sequence[Document], batch: Batch, detectors: Iterable[Detector]
) -> dict[int, list[Finding | Allegation]]:
    found: dict[int, list[Finding | Allegation]] = defaultdict(list)
    for detector in detectors:
        for i in sorted(set(detector.screen(docs, batch))):
            found[i].extend(detector.look(docs[i], batch, i))
    return found


def _causes(
    items: Sequence[Item], docs: Sequence[Document], batch: Batch, taxonomy: Taxonomy, scope: Scope
) -> dict[int, Causes]:
    wanted = [
        i
        for i, item in enumerate(items)
        if item.negative
        or (scope.causes_for_unrated and item.surface is Surface.REVIEW and item.rating is None)
    ]
    if not wanted:
        return {}
    read = causes.predict(batch.texts, [doc.lang for doc in docs], batch, wanted, taxonomy)
    return dict(zip(wanted, read, strict=True))


def _ordered(found: Iterable[F]) -> tuple[F, ...]:
    def place(f: F) -> tuple[int, int, float, str]:
        start, end = (f.span.start, f.span.end) if f.span else (-1, -1)
        return (start, end, -f.confidence, f.label)

    return tuple(sorted(found, key=place))
