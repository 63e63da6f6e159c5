"""From a document to findings: screens, recognizers, setting, overlaps.

`Seeking` is built once from a registry. The screens name, for each text, the recognizers worth
running; `look` runs those and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from moderation.detect.detector import Document
from moderation.detect.pii.entities import ENTITIES, SELLER_SIDE, Entity, UnknownEntity
from moderation.detect.pii.guests import Guests
from moderation.detect.pii.recognizer import Hit, Seeker
from moderation.detect.pii.screens import screenings
from moderation.detect.pii.setting import stands
from moderation.detect.pii.settle import settle
from moderation.detect.pii.stock import IMPERSONAL
from moderation.features import Batch
from moderation.findings import Finding

if TYPE_CHECKING:
    from presidio_analyzer import RecognizerRegistry

LEAST: Final = 0.3
"""Weaker hits are not reported at all."""


class Seeking:
    """The recognizers of a registry with their screens and the clauses of their entities.

    Raises UnknownEntity for a recognizer whose entity has no clause. The registry is read once,
    at construction.
    """

    def __init__(
        self, registry: RecognizerRegistry, entities: Mapping[str, Entity], detector_id: str
    ) -> None:
        self.entities = {**ENTITIES, **entities}
        self.detector_id = detector_id
        self.seekers: list[Seeker] = [r for r in registry.recognizers if isinstance(r, Seeker)]
        self.guests = Guests([r for r in registry.recognizers if not isinstance(r, Seeker)])
        for recognizer in self.guests.recognizers:
            for entity in recognizer.supported_entities:
                if entity not in self.entities and entity not in IMPERSONAL:
                    raise UnknownEntity(entity)
        of_sellers = [seeker for seeker in self.seekers if self._needs_seller(seeker)]
        of_all = [seeker for seeker in self.seekers if seeker not in of_sellers]
        self._glancing: dict[object, list[Seeker]] = {}
        for seeker in of_all:
            if (glance := type(seeker).glance) is not Seeker.glance:
                self._glancing.setdefault(glance, []).append(seeker)
        self._of_all = screenings(of_all, "folded")
        self._of_sellers = screenings(of_sellers, "folded")
        self._numeric = screenings([seeker for seeker in of_all if seeker.numeric], "digits")

    def worth(self, doc: Document, batch: Batch, index: int) -> list[Seeker]:
        """Return those of our recognizers whose screen keeps this text and whose clauses fit its speaker."""
        owners: set[Seeker] = set()
        for screening in self._of_all:
            owners |= screening.owners(batch.matched(screening.patterns)[index])
        if doc.speaker in SELLER_SIDE:
            for screening in self._of_sellers:
                owners |= screening.owners(screening.patterns.match(doc.text))
        if doc.text.digits is not doc.text.folded:
            for screening in self._numeric:
                owners |= screening.owners(screening.patterns.match(doc.text))
        for alike in self._glancing.values():
            if alike[0].glance(doc.text):
                owners.update(alike)
        return [seeker for seeker in self.seekers if seeker in owners] if owners else []

    def screen(self, docs: Sequence[Document], batch: Batch) -> Iterable[int]:
        """Return the indices worth a look: all of them where a user's recognizer is registered."""
        if self.guests:
            return range(len(docs))
        return [i for i, doc in enumerate(docs) if self.worth(doc, batch, i)]

    def look(self, doc: Document, batch: Batch, index: int) -> Iterable[Finding]:
        """Return the settled findings of the recognizers whose screens keep this text."""
        return self.findings(doc, self.worth(doc, batch, index))

    def findings(self, doc: Document, seekers: Iterable[Seeker]) -> tuple[Finding, ...]:
        """Run these recognizers (and the user's) on a document, whatever the screens say."""
        return settle(self._findings(doc, self._hits(doc, seekers)))

    def _needs_seller(self, seeker: Seeker) -> bool:
        return all(self.entities[entity].speakers is not None for entity in seeker.entities)

    def _hits(self, doc: Document, seekers: Iterable[Seeker]) -> Iterator[Hit]:
        for seeker in seekers:
            yield from seeker.seek(doc.text)
            if doc.earlier:
                yield from seeker.follow(doc.text, doc.earlier)
        if self.guests:
            yield from self.guests.hits(doc.text.original)

    def _findings(self, doc: Document, hits: Iterable[Hit]) -> Iterator[Finding]:
        for hit in hits:
            entity = self.entities.get(hit.entity)
            if entity is None:
                continue
            confidence = hit.confidence
            if hit.from_seller and doc.speaker in SELLER_SIDE:
                confidence = hit.from_seller
            if confidence < LEAST or not stands(doc, hit, entity):
                continue
            found = Finding(
                label=entity.label_for(doc.speaker),
                span=hit.span,
                confidence=confidence,
                because=hit.because,
                detector=self.detector_id,
                kind=entity.kind,
            )
            yield found
            if entity.also:
                # The clause of the value that is asked for: nothing here is that value, so no place.
                yield Finding(
                    label=entity.also,
                    span=None,
                    confidence=confidence,
                    because=hit.because,
                    detector=self.detector_id,
                )
