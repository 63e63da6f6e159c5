"""`Idempotency-Key`: the same POST, sent again, gets the same answer and happens once."""

from __future__ import annotations

import hashlib
from threading import Lock
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from moderation.access import RequestUnderWay
from moderation.api.asking import actor_of, desk_of

KEY: Final = "idempotency-key"
REPLAYED: Final = "idempotent-replayed"
MOST_KEY: Final = 200
UNKEPT: Final = frozenset({"/v1/assess"})
"""Endpoints that store nothing, not even their answer."""


class Replaying:
    """Keeps the answers of successful POSTs that carry a key, for a day, by actor and key.

    A refused request changed nothing and is simply tried again. Two at once with one key: the second is
    refused with `request_under_way`.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._under_way: set[tuple[str, str]] = set()
        self._lock = Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer from what was kept, or keep the answer."""
        if scope["type"] != "http" or not _replayable(scope):
            await self._app(scope, receive, send)
            return
        request = Request(scope, receive)
        key = request.headers.get(KEY)
        if key is None:
            await self._app(scope, receive, send)
            return
        if not key or len(key) > MOST_KEY or not key.isprintable():
            raise HTTPException(400, f"{KEY} must be 1 to {MOST_KEY} printable characters")
        actor = await run_in_threadpool(actor_of, request)
        body = await request.body()
        slot = (str(actor), key)
        with self._lock:
            if slot in self._under_way:
                raise RequestUnderWay
            self._under_way.add(slot)
        try:
            await self._answer(request, body, key, send)
        finally:
            with self._lock:
                self._under_way.discard(slot)

    async def _answer(self, request: Request, body: bytes, key: str, send: Send) -> None:
        replays, actor = desk_of(request).replays, actor_of(request)
        digest = _digest(request, body)
        kept = await run_in_threadpool(replays.find, key, by=actor, digest=digest)
        if kept is not None:
            await _replay(send, *kept)
            return
        answer = _Answer()
        await self._app(request.scope, _again(body, request.receive), answer.take)
        if 200 <= answer.status < 300:
            await run_in_threadpool(
                replays.keep, key, by=actor, digest=digest, status=answer.status, body=answer.body.decode()
            )
        for message in answer.messages:
            await send(message)


class _Answer:
    """Holds an answer back until it has been kept: whoever was answered can rely on the replay."""

    def __init__(self) -> None:
        self.messages: list[Message] = []
        self.status = 0
        self.body = b""

    async def take(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
        elif message["type"] == "http.response.body":
            self.body += message.get("body", b"")
        self.messages.append(message)


def _replayable(scope: Scope) -> bool:
    path = scope["path"]
    return scope["method"] == "POST" and path.startswith("/v1/") and path not in UNKEPT


def _digest(request: Request, body: bytes) -> str:
    whole = hashlib.sha256()
    for part in (request.url.path.encode(), request.url.query.encode(), body):
        whole.update(len(part).to_bytes(8) + part)
    return whole.hexdigest()


def _again(body: bytes, receive: Receive) -> Receive:
    sent = False

    async def receive_again() -> Message:
        nonlocal sent
        if sent:
            return await receive()
        sent = True
        return {"type": "http.request", "body": body, "more_body": False}

    return receive_again


async def _replay(send: Send, status: int, body: str) -> None:
    start: Message = {"type": "http.response.start", "status": status, "headers": []}
    headers = MutableHeaders(scope=start)
    headers[REPLAYED] = "true"
    raw = body.encode()
    if raw:
        headers["content-type"] = "application/json"
    if status != 204:
        headers["content-length"] = str(len(raw))
    await send(start)
    await send({"type": "http.response.body", "body": raw})
