"""`POST /v1/assess`: the scan's rows over HTTP; stores nothing."""

from __future__ import annotations

from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from moderation.api.asking import may_assess, models_ready
from moderation.api.bodies import limited_body
from moderation.api.rows import EXAMPLES, RESPONSES, ROW_OR_ROWS
from moderation.decisions import Actor
from moderation.errors import BadRow
from moderation.scan import ScanOptions, scan_rows
from moderation.wire import decode_json
from moderation.wire.batches import Numbered

MAX_ITEMS: Final = 1_000

router = APIRouter(tags=["assess"])


@router.post(
    "/v1/assess",
    operation_id="assessItems",
    dependencies=[Depends(models_ready)],
    summary="Assess one row or up to 1,000; stores nothing",
    responses=RESPONSES,
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": ROW_OR_ROWS, "examples": EXAMPLES}},
        }
    },
)
async def assess(
    request: Request,
    body: Annotated[bytes, Depends(limited_body)],
    _: Annotated[Actor | None, Depends(may_assess)],
    profile: Annotated[
        str | None, Query(max_length=100, description="regional profile; default: the server's")
    ] = None,
    show_all: Annotated[bool, Query(alias="all", description="also findings below report_at")] = False,
    causes_for_unrated: Annotated[bool, Query()] = False,
) -> Any:  # noqa: ANN401 - rows are plain JSON, described in `responses`
    """Answer the result row of one item, or `{"items": [...]}` in the order asked.

    One bad item alone is 422; inside `items` it is its error row, and the others are answered.
    """
    profile = profile or request.app.state.desk.room.profile.name
    options = ScanOptions(
        profile=profile,
        show_all=show_all,
        causes_for_unrated=causes_for_unrated,
        recognizers=request.app.state.recognizers,
    )
    raw = decode_json(body)
    if not (isinstance(raw, dict) and "items" in raw):
        (row,) = await run_in_threadpool(scan_rows, [Numbered(1, raw)], options)
        if "error" in row:
            error = row["error"]
            raise BadRow(error["code"], error["detail"], item_id=row["id"])
        return row
    items = raw["items"]
    if not isinstance(items, list):
        raise BadRow("bad_type", "items must be a list")
    if len(items) > MAX_ITEMS:
        raise HTTPException(413, f"at most {MAX_ITEMS} items")
    numbered = [Numbered(line, row) for line, row in enumerate(items, start=1)]
    return {"items": await run_in_threadpool(scan_rows, numbered, options)}
