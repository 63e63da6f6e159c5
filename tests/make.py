"""Makers of test values: plain functions with keyword defaults."""

from __future__ import annotations

from moderation.content import DEFAULT_AUTHOR, Author, Item, Surface
from moderation.detect import Document
from moderation.features import Batch
from moderation.findings import Allegation, Finding
from moderation.text import Text


def make_item(text: str = "Works as described.", *, surface: str = "review", **values) -> Item:
    where = Surface(surface)
    author = Author(values.pop("author", DEFAULT_AUTHOR[where]))
    return Item(id=values.pop("id", "item-1"), text=text, surface=where, author=author, **values)


def make_document(
    text: str, *, surface: str = "review", author: str | None = None, lang: str = "en", **values
):
    where = Surface(surface)
    speaker = Author(author) if author else DEFAULT_AUTHOR[where]
    return Document(text=Text.of(text), lang=lang, surface=where, speaker=speaker, **values)


def look(detector, doc: Document) -> list[Finding | Allegation]:
    """What the detector says of one document, by way of its screen."""
    batch = Batch([doc.text])
    return [found for i in detector.screen([doc], batch) for found in detector.look(doc, batch, i)]
