"""Who is asking: API keys, sign-ins and sessions become an `Actor`; what each role may do at all."""

from __future__ import annotations

from moderation.access.access import Access, Session
from moderation.access.capabilities import GRANTED, ROLES, Capability, granted, own_shop
from moderation.access.cookies import COOKIE, end_session, same_site, set_session
from moderation.access.local import is_local
from moderation.access.refusals import (
    FormExpired,
    LocalOnly,
    NotReady,
    NotSignedIn,
    RequestUnderWay,
    TooManyAttempts,
    WrongSignIn,
)
from moderation.access.secret import read_secret

__all__ = [
    "COOKIE",
    "GRANTED",
    "ROLES",
    "Access",
    "Capability",
    "FormExpired",
    "LocalOnly",
    "NotReady",
    "NotSignedIn",
    "RequestUnderWay",
    "Session",
    "TooManyAttempts",
    "WrongSignIn",
    "end_session",
    "granted",
    "is_local",
    "own_shop",
    "read_secret",
    "same_site",
    "set_session",
]
