"""Sign-ins, sessions, form tokens, the throttle, the secret, and what counts as this machine."""

from __future__ import annotations

import stat
from datetime import UTC, datetime, timedelta

import pytest
from starlette.requests import Request

from moderation.access import (
    Access,
    FormExpired,
    LocalOnly,
    TooManyAttempts,
    WrongSignIn,
    is_local,
    read_secret,
)
from moderation.access.local import loopback
from moderation.access.sessions import LIFETIME, Sessions
from moderation.access.throttle import MOST_BY_ADDRESS, MOST_BY_NAME, MOST_ENTRIES, WINDOW, Throttle
from moderation.app import build_desk
from moderation.config import Config
from moderation.decisions import Actor, ActorKind

HERE, PASSWORD = "192.0.2.1", "a long enough password"


class Clock:
    def __init__(self):
        self.now = datetime(2026, 3, 6, 12, tzinfo=UTC)

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def desk(tmp_path, clock):
    desk = build_desk(Config.from_env({}, folder=str(tmp_path)), clock=clock)
    desk.people.add("ana", role=ActorKind.MODERATOR, password=PASSWORD)
    desk.people.add("demo", role=ActorKind.OPERATOR, password=PASSWORD)
    yield desk
    desk.room.store.close()


@pytest.fixture
def access(desk, clock):
    return Access(people=desk.people, secret=b"s" * 32, clock=clock, local_only=frozenset({"demo"}))


def sign_in(access, name="ana", password=PASSWORD, *, address=HERE, local=False):
    return access.sign_in(name, password, address=address, local=local)


def test_sign_in_gives_a_session(access):
    session = access.session(sign_in(access), local=False)
    assert session.actor == Actor(ActorKind.MODERATOR, "ana")
    access.check_form(session, session.form_token)


def test_wrong_password_and_unknown_name_are_told_apart_by_nobody(access):
    with pytest.raises(WrongSignIn) as wrong:
        sign_in(access, password="not it at all")
    with pytest.raises(WrongSignIn) as unknown:
        sign_in(access, name="nobody")
    assert str(wrong.value) == str(unknown.value)


def test_session_ends_with_its_time(access, clock):
    cookie = sign_in(access)
    clock.now += LIFETIME - timedelta(seconds=1)
    assert access.session(cookie, local=False) is not None
    clock.now += timedelta(seconds=1)
    assert access.session(cookie, local=False) is None


def test_session_follows_the_role(access, desk):
    cookie = sign_in(access)
    desk.people.add("ana", role=ActorKind.SENIOR, password=PASSWORD)
    assert access.session(cookie, local=False).actor.kind is ActorKind.SENIOR


def test_forged_cookies_are_no_sessions(access, clock):
    cookie = sign_in(access)
    strange = Sessions(b"t" * 32, clock).issue("ana")
    for forged in (None, "", "x", cookie[:-2], cookie.swapcase(), strange):
        assert access.session(forged, local=True) is None


@pytest.mark.parametrize("token", ["", "x", "\ud800", "é"])
def test_form_needs_the_token_of_its_session(access, token):
    session = access.session(sign_in(access), local=False)
    other = access.session(sign_in(access), local=False)
    for wrong in (token, other.form_token):
        with pytest.raises(FormExpired):
            access.check_form(session, wrong)


def test_demo_sign_in_works_on_this_machine_only(access):
    with pytest.raises(LocalOnly):
        sign_in(access, "demo")
    cookie = sign_in(access, "demo", local=True)
    assert access.session(cookie, local=True) is not None
    assert access.session(cookie, local=False) is None


def test_throttle_stops_guessing_and_forgets(access, clock):
    for _ in range(MOST_BY_NAME):
        with pytest.raises(WrongSignIn):
            sign_in(access, password="not it at all")
    with pytest.raises(TooManyAttempts) as stopped:
        sign_in(access)
    assert 0 < stopped.value.retry_after <= WINDOW.total_seconds() + 1
    assert sign_in(access, address="192.0.2.2")
    clock.now += WINDOW
    assert sign_in(access)


def test_throttle_forgets_failures_after_a_success(access):
    for _ in range(3):
        for _ in range(MOST_BY_NAME - 1):
            with pytest.raises(WrongSignIn):
                sign_in(access, password="not it at all")
        sign_in(access)


def test_throttle_stops_one_address_with_many_names(clock):
    throttle = Throttle(clock)
    for n in range(MOST_BY_ADDRESS):
        throttle.check(f"name-{n}", HERE)
        throttle.failed(f"name-{n}", HERE)
    with pytest.raises(TooManyAttempts):
        throttle.check("another", HERE)


def test_throttle_is_bounded(clock):
    throttle = Throttle(clock)
    for n in range(MOST_ENTRIES + 500):
        throttle.failed(f"name-{n}", f"address-{n}")
    assert len(throttle) <= MOST_ENTRIES


def test_secret_is_made_once_and_is_the_owners(tmp_path):
    first = read_secret(tmp_path)
    assert (len(first), read_secret(tmp_path)) == (32, first)
    (file,) = tmp_path.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def request(peer: str, host: str, **headers: str) -> Request:
    raw = [
        (b"host", host.encode()),
        *((k.replace("_", "-").encode(), v.encode()) for k, v in headers.items()),
    ]
    return Request(
        {
            "type": "http",
            "method": "GET",
            "path": "/",
            "query_string": b"",
            "headers": raw,
            "scheme": "http",
            "client": (peer, 1),
            "server": ("127.0.0.1", 8000),
        }
    )


@pytest.mark.parametrize(
    ("peer", "host", "headers", "local"),
    [
        ("127.0.0.1", "127.0.0.1:8000", {}, True),
        ("127.0.0.1", "localhost:8000", {}, True),
        ("::1", "[::1]:8000", {}, True),
        ("192.0.2.1", "127.0.0.1:8000", {}, False),
        ("127.0.0.1", "evil.example.com", {}, False),
        ("127.0.0.1", "localhost", {"x_forwarded_for": "192.0.2.1"}, False),
        ("127.0.0.1", "localhost", {"forwarded": "for=192.0.2.1"}, False),
    ],
)
def test_local_means_peer_and_name_and_no_proxy(peer, host, headers, local):
    assert is_local(request(peer, host, **headers)) is local


@pytest.mark.parametrize(("address", "expected"), [("127.9.9.9", True), ("10.0.0.1", False), ("", False)])
def test_loopback_addresses(address, expected):
    assert loopback(address) is expected
