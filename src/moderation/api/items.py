"""Items: submit, read as strangers see them, edit, withdraw; the whole file for moderators."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Response
from starlette.exceptions import HTTPException

from moderation.access import Capability
from moderation.api.asking import AtDesk, may, models_ready
from moderation.api.assess import MAX_ITEMS
from moderation.api.bodies import limited_body
from moderation.api.parameters import Cursor, Id, Limit, Narrow
from moderation.api.rows import NEW_ITEMS, ROW_OR_ROWS
from moderation.api.schemas import items as schemas
from moderation.api.storable import storable
from moderation.content import Item, Surface
from moderation.decisions import Actor, ActorKind
from moderation.desk import Desk
from moderation.desk.views import ItemFile, ItemView, Page, Submitted
from moderation.errors import BadRow
from moderation.wire import decode_json, parse_row

router = APIRouter(tags=["items"])

MaySubmit = Annotated[Actor, Depends(may(Capability.SUBMIT_ITEMS))]
MayRead = Annotated[Actor, Depends(may(Capability.READ_ITEMS))]


@router.post(
    "/v1/items",
    operation_id="submitItems",
    summary="Submit one item, or up to 1,000",
    status_code=201,
    dependencies=[Depends(models_ready)],
    response_model=schemas.Submitted | schemas.SubmittedBatch,
    responses={
        200: {"model": schemas.Submitted | schemas.SubmittedBatch, "description": "Known already, or a batch"}
    },
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": ROW_OR_ROWS, "examples": NEW_ITEMS}},
        }
    },
)
def submit(
    body: Annotated[bytes, Depends(limited_body)], response: Response, actor: MaySubmit, desk: AtDesk
) -> Submitted | dict[str, Any]:
    """Take in one item (201; 200 where the same content had arrived before), or `{"items": [...]}` (200).

    In a batch, an item that is refused has its error in its place, and the others are taken. A native review
    needs its order: `order_id`, `product_id`, `shop_id` and, unless `/v1/orders` told of it, `delivered_at`.
    """
    raw = decode_json(body)
    if isinstance(raw, dict) and "items" in raw:
        response.status_code = 200
        return {"items": _take(raw["items"], actor, desk)}
    submitted = desk.items.submit(_item(raw), by=actor)
    response.status_code = 201 if submitted.created else 200
    return submitted


@router.get("/v1/items", operation_id="listItems", response_model=schemas.ItemPage)
def listing(
    *,
    actor: MayRead,
    desk: AtDesk,
    product_id: Narrow = None,
    shop_id: Narrow = None,
    parent_id: Narrow = None,
    surface: Surface | None = None,
    own: Annotated[bool, Query(description="an author's own items, hidden ones too")] = False,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> Page[ItemView]:
    """List what is public, newest first. A page may be short or empty and still have a `cursor`."""
    author_id = actor.id if own and actor.kind is ActorKind.AUTHOR else None
    return desk.items.listing(
        product_id=product_id,
        shop_id=shop_id,
        parent_id=parent_id,
        surface=surface,
        author_id=author_id,
        cursor=cursor,
        limit=limit,
    )


@router.get("/v1/items/{item_id}", operation_id="getItem", response_model=schemas.Item)
def public(item_id: Id, _: MayRead, desk: AtDesk) -> ItemView:
    """Read an item as strangers see it: its visibility and its public text, masks in place."""
    return desk.items.public(item_id)


@router.get("/v1/items/{item_id}/file", operation_id="getItemFile", response_model=schemas.ItemFile)
def file(
    item_id: Id, actor: Annotated[Actor, Depends(may(Capability.READ_ITEM_FILES))], desk: AtDesk
) -> ItemFile:
    """Read everything about an item: revisions, assessment, decisions, cases."""
    return desk.items.file(item_id, by=actor)


@router.patch(
    "/v1/items/{item_id}",
    operation_id="editItem",
    response_model=schemas.Submitted,
    dependencies=[Depends(models_ready)],
)
def edit(item_id: Id, body: schemas.Edit, actor: MaySubmit, desk: AtDesk) -> Submitted:
    """Store a new revision and assess it; unchanged content changes nothing."""
    return desk.items.edit(item_id, text=body.text, rating=body.rating, by=actor)


@router.post("/v1/items/{item_id}/withdrawal", operation_id="withdrawItem", response_model=schemas.Item)
def withdraw(item_id: Id, actor: MaySubmit, desk: AtDesk) -> ItemView:
    """Take an item back for its author: gone at once, erased after the retention period."""
    return desk.items.withdraw(item_id, by=actor)


def _take(rows: object, actor: Actor, desk: Desk) -> list[object]:
    if not isinstance(rows, list):
        raise BadRow("bad_type", "items must be a list")
    if len(rows) > MAX_ITEMS:
        raise HTTPException(413, f"at most {MAX_ITEMS} items")
    read = [_read(row) for row in rows]
    answers = iter(desk.items.submit_many([item for item in read if isinstance(item, Item)], by=actor))
    return [
        _not_taken(item, line) if isinstance(item, BadRow) else _answer(next(answers), line)
        for line, item in enumerate(read, start=1)
    ]


def _read(raw: object) -> Item | BadRow:
    try:
        return _item(raw)
    except BadRow as bad:
        return bad


def _item(raw: object) -> Item:
    return storable(parse_row(raw).item)


def _not_taken(bad: BadRow, line: int) -> dict[str, object]:
    return {"id": bad.item_id, "line": line, "error": {"code": bad.row_code, "detail": bad.detail}}


def _answer(answer: object, line: int) -> object:
    if isinstance(answer, Submitted):
        return answer
    refused = schemas.Refusal.model_validate(answer)
    return {"id": getattr(answer, "item_id", None), "line": line, "error": refused}
