"""Shops: names, products, and how a shop stands."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends

from moderation.access import Capability, own_shop
from moderation.api.asking import AtDesk, may
from moderation.api.parameters import Id
from moderation.api.schemas import shops as schemas
from moderation.decisions import Actor, ActorKind
from moderation.desk.views import ProductView, ShopHealth, ShopView

router = APIRouter(tags=["shops"])

MayRead = Annotated[Actor, Depends(may(Capability.READ_SHOPS))]
MayKeep = Annotated[Actor, Depends(may(Capability.KEEP_SHOPS))]
MayList = Annotated[Actor, Depends(may(Capability.LIST_PRODUCTS))]


@router.get("/v1/shops", operation_id="listShops", response_model=schemas.Shops)
def listing(actor: MayRead, desk: AtDesk) -> dict[str, list[ShopView]]:
    """List the shops; a seller sees the own one."""
    seller = actor.kind is ActorKind.SELLER
    return {"items": [shop for shop in desk.shops.list() if not seller or shop.id == actor.shop_id]}


@router.post("/v1/shops", operation_id="putShop", response_model=schemas.Shop)
def add(body: schemas.NewShop, actor: MayKeep, desk: AtDesk) -> ShopView:
    """Store a shop, new or renamed."""
    return desk.shops.add(body.id, name=body.name, by=actor)


@router.get("/v1/shops/{shop_id}/health", operation_id="getShopHealth", response_model=schemas.ShopHealth)
def health(shop_id: Id, actor: MayRead, desk: AtDesk) -> ShopHealth:
    """Read a shop's negative review rate in its window; a seller may ask for the own shop only."""
    own_shop(actor, shop_id)
    return desk.shops.health(shop_id)


@router.get("/v1/shops/{shop_id}/products", operation_id="listProducts", response_model=schemas.Products)
def products(shop_id: Id, actor: MayRead, desk: AtDesk) -> dict[str, list[ProductView]]:
    """List a shop's products; a seller may ask for the own shop only."""
    own_shop(actor, shop_id)
    return {"items": list(desk.shops.products(shop_id))}


@router.post("/v1/shops/{shop_id}/products", operation_id="putProduct", response_model=schemas.Product)
def add_product(shop_id: Id, body: schemas.NewProduct, actor: MayKeep, desk: AtDesk) -> ProductView:
    """Store a product, new or with a new title."""
    return desk.shops.add_product(body.id, shop_id=shop_id, title=body.title, by=actor)


@router.post(
    "/v1/products/{product_id}/removal", operation_id="removeProduct", response_model=schemas.Product
)
def remove_product(product_id: Id, actor: MayList, desk: AtDesk) -> ProductView:
    """Take a product off the market: its reviews leave the public view for good."""
    return desk.shops.remove_product(product_id, by=actor)


@router.post(
    "/v1/products/{product_id}/relisting", operation_id="relistProduct", response_model=schemas.Product
)
def relist_product(product_id: Id, actor: MayList, desk: AtDesk) -> ProductView:
    """List a removed product again; it starts without reviews."""
    return desk.shops.relist_product(product_id, by=actor)
