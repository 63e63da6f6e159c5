"""What of a good row can also be kept: names that fit an address, whole characters, times within reason."""

from __future__ import annotations

import re
from dataclasses import fields
from datetime import datetime
from typing import Final

from moderation.api.parameters import ID_PATTERN, MOST_ID
from moderation.api.schemas.shape import EARLIEST, LATEST
from moderation.content import Item
from moderation.errors import BadRow

_NAME: Final = re.compile(ID_PATTERN)
_IN_PATHS: Final = ("id", "shop_id", "product_id", "order_id", "parent_id")
_ELSEWHERE: Final = ("author_id", "thread_id")
_WORDS: Final = frozenset({"text", "parent_text"})
"""Fields whose lone surrogates the store keeps; everything else must be whole."""


def storable(item: Item) -> Item:
    """Return the item; raises `BadRow` naming the field that cannot be kept."""
    for field in fields(item):
        value = getattr(item, field.name)
        if isinstance(value, str) and field.name not in _WORDS and not _whole(value):
            raise BadRow("bad_value", f"{field.name} has broken characters", item_id=_shown(item))
        if isinstance(value, datetime) and not EARLIEST <= value < LATEST:
            raise BadRow("bad_value", f"{field.name} is out of range", item_id=_shown(item))
    for name in (*_IN_PATHS, *_ELSEWHERE):
        value = getattr(item, name)
        fits = value is None or (_NAME.fullmatch(value) if name in _IN_PATHS else value.isprintable())
        if value is not None and (len(value) > MOST_ID or not fits):
            raise BadRow(
                "bad_value", f"{name} has unfit characters, or more than {MOST_ID}", item_id=_shown(item)
            )
    return item


def _whole(value: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in value)


def _shown(item: Item) -> str | None:
    return item.id if len(item.id) <= MOST_ID and _whole(item.id) else None
