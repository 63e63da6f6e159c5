"""People and keys at the desk: who signs in, and which programs may call. Only hashes are stored."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from typing import Final

from moderation.decisions import Actor, ActorKind
from moderation.desk.refusals import PasswordTooShort
from moderation.desk.room import Room
from moderation.store.records import KeyRecord, PersonRecord, ShopRecord

SCRYPT: Final = {"n": 2**14, "r": 8, "p": 1}
"""Cost of one password check: 16 MiB and some tens of milliseconds (OWASP's minimum has p=5 at this n)."""

SHORTEST: Final = 8
KEY_PREFIX: Final = "mod_"


class People:
    """Use cases on sign-ins and API keys."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def add(self, name: str, *, role: ActorKind, password: str, shop_id: str | None = None) -> Actor:
        """Store a sign-in, new or with a new password. Raises `PasswordTooShort`."""
        if len(password) < SHORTEST:
            raise PasswordTooShort(name)
        person = PersonRecord(
            name=name,
            role=role,
            shop_id=shop_id,
            password=_hashed(password, secrets.token_bytes(16)),
            created_at=self._room.clock(),
        )
        with self._room.store.write() as tx:
            if shop_id is not None:
                tx.parties.put_shop(ShopRecord(id=shop_id))
            tx.parties.put_person(person)
        return Actor(role, name, shop_id)

    def sign_in(self, name: str, password: str) -> Actor | None:
        """Return who signs in, or None. Takes as long for an unknown name as for a wrong password."""
        with self._room.store.read() as tx:
            person = tx.parties.person(name)
        known = person.password if person is not None else _NOBODY
        salt = base64.b64decode(known.partition("$")[0])
        right = hmac.compare_digest(_hashed(password, salt), known)
        return Actor(person.role, person.name, person.shop_id) if person is not None and right else None

    def actor(self, name: str) -> Actor | None:
        """Return somebody who has signed in before, or None."""
        with self._room.store.read() as tx:
            person = tx.parties.person(name)
        return Actor(person.role, person.name, person.shop_id) if person is not None else None

    def list(self) -> tuple[Actor, ...]:
        """Return everybody who can sign in."""
        with self._room.store.read() as tx:
            return tuple(Actor(p.role, p.name, p.shop_id) for p in tx.parties.people())

    def create_key(self, name: str, *, role: ActorKind, shop_id: str | None = None) -> str:
        """Return a new API key; it cannot be read again."""
        token = KEY_PREFIX + secrets.token_urlsafe(32)
        record = KeyRecord(
            hash=_key_hash(token), name=name, role=role, shop_id=shop_id, created_at=self._room.clock()
        )
        with self._room.store.write() as tx:
            if shop_id is not None:
                tx.parties.put_shop(ShopRecord(id=shop_id))
            tx.parties.add_key(record)
        return token

    def key(self, token: str) -> Actor | None:
        """Return on whose behalf a key calls, or None."""
        with self._room.store.read() as tx:
            key = tx.parties.key(_key_hash(token))
        return Actor(key.role, key.name, key.shop_id) if key is not None else None


def _hashed(password: str, salt: bytes) -> str:
    digest = hashlib.scrypt(password.encode("utf-8", "surrogatepass"), salt=salt, **SCRYPT)
    return f"{base64.b64encode(salt).decode()}${base64.b64encode(digest).decode()}"


def _key_hash(token: str) -> str:
    # Keys are 256 random bits, so that one round of SHA-256 is enough.
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


_NOBODY: Final = f"{base64.b64encode(bytes(16)).decode()}$"
