"""Orders: what the marketplace tells of purchases, deliveries and refunds."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends

from moderation.access import Capability
from moderation.api.asking import AtDesk, may
from moderation.api.parameters import Id
from moderation.api.schemas import shops as schemas
from moderation.decisions import Actor

router = APIRouter(tags=["orders"])

MayState = Annotated[Actor, Depends(may(Capability.STATE_ORDERS))]


@router.post("/v1/orders", operation_id="stateOrders", response_model=schemas.Taken)
def take(body: schemas.Orders, actor: MayState, desk: AtDesk) -> dict[str, int]:
    """State order lines, up to 1,000. Stating one again changes nothing, or adds what has happened since."""
    return {"taken": desk.orders.take([line.line() for line in body.lines], by=actor)}


@router.post(
    "/v1/orders/{order_id}/products/{product_id}/refund", operation_id="stateRefund", status_code=204
)
def refund(order_id: Id, product_id: Id, actor: MayState, desk: AtDesk) -> None:
    """State a refund. It changes nothing about the review: a refunded buyer keeps the word."""
    desk.orders.refund(order_id, product_id, by=actor)
