"""What is moderated: everything said around reviews, as one frozen `Item` with a surface.

A *review* is what a buyer wrote. Replies, messages, transcripts, inserts and listings are items
of another surface. What machines saw lives in `findings`, what was ruled in `decisions`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Surface(StrEnum):
    """Where a text stands. The values are the wire contract's."""

    REVIEW = "review"
    SELLER_REPLY = "seller_reply"
    BUYER_MESSAGE = "buyer_message"
    """A message between a seller and a buyer, whoever wrote it."""
    SHORT_VIDEO = "short_video"
    LIVE = "live"
    PACKAGE_INSERT = "package_insert"
    PRODUCT_LISTING = "product_listing"

    @property
    def public(self) -> bool:
        """Whether strangers can read it; a machine never acts on what is not public."""
        return self not in PRIVATE_SURFACES


PRIVATE_SURFACES: Final = frozenset({Surface.BUYER_MESSAGE, Surface.PACKAGE_INSERT})


class Author(StrEnum):
    """Who is speaking, as a role; the person's id is a separate field that detectors never see."""

    BUYER = "buyer"
    SELLER = "seller"
    CREATOR = "creator"
    THIRD_PARTY = "third_party"


DEFAULT_AUTHOR: Final[Mapping[Surface, Author]] = MappingProxyType(
    {
        Surface.REVIEW: Author.BUYER,
        Surface.SELLER_REPLY: Author.SELLER,
        Surface.BUYER_MESSAGE: Author.SELLER,
        Surface.SHORT_VIDEO: Author.CREATOR,
        Surface.LIVE: Author.CREATOR,
        Surface.PACKAGE_INSERT: Author.SELLER,
        Surface.PRODUCT_LISTING: Author.SELLER,
    }
)
"""The author assumed where a row names none (contract.md, input row)."""

NATIVE_SOURCE: Final = "platform"
NEGATIVE_RATINGS: Final = frozenset({1, 2})


@dataclass(frozen=True, slots=True, kw_only=True)
class Media:
    """An image or caption that hangs on an item."""

    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One revision of one text, with who said it, where, and what it hangs on.

    `text` may be empty. Offsets anywhere in the system count code points of `text`.
    `rating` is set on reviews only (1–5). Texts stay out of `repr`, because reprs reach logs.
    """

    id: str
    text: str = field(repr=False)
    surface: Surface = Surface.REVIEW
    author: Author = Author.BUYER
    rating: int | None = None
    lang: str | None = None
    created_at: datetime | None = None
    delivered_at: datetime | None = None
    author_id: str | None = field(default=None, repr=False)
    shop_id: str | None = None
    product_id: str | None = None
    order_id: str | None = field(default=None, repr=False)
    parent_id: str | None = None
    parent_text: str | None = field(default=None, repr=False)
    thread_id: str | None = None
    product_title: str | None = field(default=None, repr=False)
    shop_name: str | None = field(default=None, repr=False)
    shop_contacts: tuple[str, ...] = field(default=(), repr=False)
    source: str = NATIVE_SOURCE
    incentivised: bool | None = None
    media: tuple[Media, ...] = field(default=(), repr=False)
    revision: int = 1

    @property
    def negative(self) -> bool:
        """Whether this is a review of one or two stars."""
        return self.surface is Surface.REVIEW and self.rating in NEGATIVE_RATINGS

    @property
    def imported(self) -> bool:
        """Whether it came from another site; such reviews never touch rating or rate."""
        return self.source != NATIVE_SOURCE
