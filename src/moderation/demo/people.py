"""The demo's sign-ins. They exist only with demo data; the door lets them in only on loopback."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from moderation.decisions import Actor, ActorKind
from moderation.demo.files import read_yaml
from moderation.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class SignIn:
    """Somebody who can sign in. `shop` is the id of a seller's shop, else None."""

    name: str
    role: ActorKind
    shop: str | None
    password: str = field(repr=False)

    @property
    def actor(self) -> Actor:
        """Who acts when this person does."""
        return Actor(self.role, self.name, self.shop)


@cache
def sign_ins() -> tuple[SignIn, ...]:
    """Return the demo's sign-ins with their passwords, in the order to print them."""
    return tuple(
        SignIn(name=row["name"], role=ActorKind(row["role"]), shop=row.get("shop"), password=row["password"])
        for row in read_yaml("shops.yaml")["people"]
    )


def welcome(desk: Desk) -> int:
    """Store the sign-ins that are missing; answers how many."""
    missing = [person for person in sign_ins() if desk.people.actor(person.name) is None]
    for person in missing:
        desk.people.add(person.name, role=person.role, password=person.password, shop_id=person.shop)
    return len(missing)
