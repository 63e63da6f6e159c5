"""Signed sessions and the tokens of their forms. Nothing is stored: the signature is the proof."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from itsdangerous import BadData, Signer, URLSafeSerializer

LIFETIME: Final = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Signed:
    """What a cookie says: who signed in, in which session, until when."""

    name: str
    session_id: str
    expires_at: datetime


class Sessions:
    """Makes and reads session cookies; `secret` signs them."""

    def __init__(self, secret: bytes, clock: Callable[[], datetime]) -> None:
        self._cookies = URLSafeSerializer(secret, salt=b"moderation.session")
        self._tokens = Signer(secret, salt=b"moderation.form")
        self._clock = clock

    def issue(self, name: str) -> str:
        """Return the cookie of a new session."""
        expires_at = self._clock() + LIFETIME
        return str(self._cookies.dumps([name, secrets.token_hex(16), int(expires_at.timestamp())]))

    def read(self, cookie: str) -> Signed | None:
        """Return what a cookie says, or None where it is forged or its time has passed."""
        try:
            name, session_id, expires = self._cookies.loads(cookie)
        except BadData:
            return None
        expires_at = datetime.fromtimestamp(expires, UTC)
        return Signed(name, session_id, expires_at) if self._clock() < expires_at else None

    def form_token(self, session_id: str) -> str:
        """Return the token that every form of a session carries."""
        return self._tokens.get_signature(session_id).decode()

    def fits(self, session_id: str, token: str) -> bool:
        """Whether a form's token is that of the session."""
        return hmac.compare_digest(self.form_token(session_id).encode(), token.encode("utf-8", "replace"))
