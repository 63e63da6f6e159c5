"""Sign-ins, keys and kept answers."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from moderation.decisions import Actor, ActorKind
from moderation.desk.refusals import KeyReused, PasswordTooShort
from moderation.store import schema
from tests.desk.world import MARKET, OPS, World


def test_sign_in_knows_the_right_password_only(world: World) -> None:
    who = world.desk.people.add("sela", role=ActorKind.SELLER, password="correct horse", shop_id="shop-1")
    assert who == Actor(ActorKind.SELLER, "sela", "shop-1")
    assert world.desk.people.sign_in("sela", "correct horse") == who
    assert world.desk.people.sign_in("sela", "wrong horse") is None
    assert world.desk.people.sign_in("nobody", "correct horse") is None
    assert world.desk.people.actor("sela") == who
    world.desk.people.add("sela", role=ActorKind.SELLER, password="battery staple", shop_id="shop-1")
    assert world.desk.people.sign_in("sela", "correct horse") is None
    with pytest.raises(PasswordTooShort):
        world.desk.people.add("x", role=ActorKind.MODERATOR, password="short")


def test_key_is_stored_as_a_hash(world: World) -> None:
    token = world.desk.people.create_key("market", role=ActorKind.SERVICE)
    assert world.desk.people.key(token) == MARKET
    assert world.desk.people.key(token + "x") is None
    with world.store.engine.connect() as conn:
        assert token not in str(conn.execute(select(schema.api_keys)).all())


def test_kept_answer_is_given_again_for_a_day(world: World) -> None:
    world.desk.replays.keep("k1", by=MARKET, digest="d1", status=201, body="{}")
    assert world.desk.replays.find("k1", by=MARKET, digest="d1") == (201, "{}")
    assert world.desk.replays.find("k1", by=OPS, digest="d1") is None
    with pytest.raises(KeyReused):
        world.desk.replays.find("k1", by=MARKET, digest="d2")
    world.later(hours=24)
    assert world.desk.replays.find("k1", by=MARKET, digest="d1") is None
    world.desk.replays.keep("k1", by=MARKET, digest="d2", status=200, body="[]")
    assert world.desk.replays.find("k1", by=MARKET, digest="d2") == (200, "[]")
