"""Items on the wire: what strangers see, what moderators see, and what an intake answers."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from moderation.api.schemas.assessments import Assessment
from moderation.api.schemas.decisions import Decision
from moderation.api.schemas.shape import In, Moment, Out
from moderation.api.schemas.summaries import CaseSummary
from moderation.cases.status import Visibility
from moderation.content import Author, Surface


class Item(Out):
    """An item as strangers see it; `public_text` is null where nothing is shown."""

    id: str
    surface: Surface
    author: Author
    author_name: str | None
    source: str
    provenance: str | None
    revision: int
    visibility: Visibility
    public_text: str | None
    rating: int | None
    labels: tuple[str, ...]
    lang: str | None
    shop_id: str | None
    product_id: str | None
    parent_id: str | None
    incentivised: bool | None
    created_at: Moment


class ItemPage(Out):
    """One page of items; `cursor` is null on the last."""

    items: tuple[Item, ...]
    cursor: str | None


class Revision(Out):
    """One revision of an item; `text` is null once erased."""

    revision: int
    text: str | None
    rating: int | None
    lang: str | None
    created_at: Moment


class ItemFile(Out):
    """All about an item, for moderators."""

    item: Item
    text: str | None
    author_id: str | None
    order_id: str | None
    rating: int | None
    first_rating: int | None
    delivered_at: Moment | None
    refunded_at: Moment | None
    withdrawn_at: Moment | None
    product_title: str | None
    revisions: tuple[Revision, ...]
    assessment: Assessment | None
    decisions: tuple[Decision, ...]
    cases: tuple[CaseSummary, ...]


class Submitted(Out):
    """The answer to an intake; `created` is false where the same content had arrived before."""

    item: Item
    created: bool
    decision: Decision
    case_ids: tuple[str, ...]


class Refusal(Out):
    """Why one item of a batch was not taken."""

    code: str
    detail: str


class NotTaken(Out):
    """One item of a batch that was not taken; `line` counts from 1."""

    id: str | None
    line: int
    error: Refusal


class SubmittedBatch(Out):
    """The answers to a batch, in the order asked."""

    items: tuple[Submitted | NotTaken, ...]


class Edit(In):
    """New words, and a new rating where it changed."""

    text: Annotated[str, Field(max_length=1 << 20)]
    rating: Annotated[int | None, Field(ge=1, le=5)] = None
