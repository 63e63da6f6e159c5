"""Whether a request comes from this machine itself. Knows addresses, not people."""

from __future__ import annotations

from ipaddress import ip_address
from typing import Final

from starlette.requests import HTTPConnection

_NAMES: Final = frozenset({"localhost", "127.0.0.1", "::1"})
_FORWARDED: Final = ("forwarded", "x-forwarded-for", "x-real-ip")


def is_local(connection: HTTPConnection) -> bool:
    """Whether the peer is on loopback, asked for a loopback name, and no proxy stands between.

    The name is checked because a page elsewhere can point its own name at 127.0.0.1.
    """
    if any(name in connection.headers for name in _FORWARDED):
        return False
    peer = connection.client.host if connection.client else ""
    return loopback(peer) and connection.url.hostname in _NAMES


def loopback(address: str) -> bool:
    """Whether an address or name stands for this machine."""
    if address == "localhost":
        return True
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False
