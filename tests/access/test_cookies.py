"""The session cookie's attributes, and which forms count as our own."""

from __future__ import annotations

import pytest
from starlette.requests import Request
from starlette.responses import Response

from moderation.access import COOKIE, end_session, same_site, set_session


def request(**headers: str) -> Request:
    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {
        "type": "http",
        "method": "POST",
        "path": "/",
        "query_string": b"",
        "headers": raw,
        "scheme": "http",
        "server": ("127.0.0.1", 8000),
    }
    return Request(scope)


@pytest.mark.parametrize(("headers", "secure"), [({}, False), ({"x_forwarded_proto": "https"}, True)])
def test_cookie_is_kept_from_scripts_and_other_sites(headers, secure):
    response = Response()
    set_session(request(**headers), response, "value")
    cookie = response.headers["set-cookie"]
    assert cookie.startswith(f"{COOKIE}=value")
    for part in ("HttpOnly", "SameSite=lax", "Path=/", "Max-Age="):
        assert part in cookie
    assert ("Secure" in cookie) is secure


def test_cookie_is_taken_back():
    response = Response()
    end_session(request(), response)
    assert "Max-Age=0" in response.headers["set-cookie"]


@pytest.mark.parametrize(
    ("headers", "ours"),
    [
        ({}, True),
        ({"sec_fetch_site": "same-origin"}, True),
        ({"sec_fetch_site": "none"}, True),
        ({"sec_fetch_site": "same-site"}, False),
        ({"sec_fetch_site": "cross-site"}, False),
        ({"origin": "http://127.0.0.1:8000", "host": "127.0.0.1:8000"}, True),
        ({"origin": "https://evil.example.com", "host": "127.0.0.1:8000"}, False),
        ({"origin": "null", "host": "127.0.0.1:8000"}, False),
    ],
)
def test_forms_of_other_sites_are_told_apart(headers, ours):
    assert same_site(request(**headers)) is ours
