"""The composition root: builds store, judge and desk once, and mounts the doors on one application."""

from __future__ import annotations

import logging
import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from threading import Event, Thread
from typing import Final

from fastapi import FastAPI

from moderation import console
from moderation.access import Access, read_secret
from moderation.api import ROUTERS, openapi, problems
from moderation.api.json import Json
from moderation.api.metrics import Metrics
from moderation.api.replaying import Replaying
from moderation.api.rim import Rim, frames
from moderation.config import Config
from moderation.content import Item, Surface
from moderation.demo import sign_ins
from moderation.desk import Desk
from moderation.scan import ScanOptions, judge_for
from moderation.store import Store

Clock = Callable[[], datetime]
LOG: Final = logging.getLogger("moderation.server")
TICK_SECONDS: Final = 1.0
STOP_SECONDS: Final = 10.0

_WARM_UP: Final = (
    Item(
        id="warm-up-1", text="Broke after a day. Call 202-555-0143 or write to warm.up@example.org.", rating=1
    ),
    Item(id="warm-up-2", text="Five stars and we send you a gift card.", surface=Surface.PACKAGE_INSERT),
)


def system_clock() -> datetime:
    """Return the time of this machine, in UTC."""
    return datetime.now(UTC)


def read_config(*, folder: str | None = None, profile: str | None = None) -> Config:
    """Return what the environment says, with folder and profile replaced where they are given."""
    config = Config.from_env(os.environ, folder=folder)
    return config if profile is None else replace(config, profile=profile)


def build_desk(config: Config, *, clock: Clock = system_clock) -> Desk:
    """Return a desk over a migrated database, with the queues that every database has.

    Raises `PolicyInvalid` where catalogue and detectors do not fit, `UnknownProfile`, and
    `RecognizersInvalid` or `UnknownEntity` where the configured recognizers are wrong.
    """
    config.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    judge = judge_for(ScanOptions(profile=config.profile, recognizers=config.recognizers))
    catalogue = judge.catalogue
    store = Store(config.database_url)
    store.migrate()
    desk = Desk(store=store, catalogue=catalogue, judge=judge, clock=clock, profile=config.profile)
    desk.queues.prepare()
    return desk


def create_app(
    config: Config,
    *,
    demo: bool = False,
    open_assess: bool = False,
    clock: Clock = system_clock,
    desk: Desk | None = None,
) -> FastAPI:
    """Return the application; entering its lifespan starts the ticking and loads the models.

    `demo` shows the demo's sign-ins on the sign-in page (they work on loopback only, in any case).
    `open_assess` lets anybody on this machine assess without a key. `desk` is one already built.
    """
    desk = desk or build_desk(config, clock=clock)
    metrics = Metrics(desk.queues.list)
    app = FastAPI(
        openapi_url="/openapi.json",
        docs_url=None,
        redoc_url=None,
        default_response_class=Json,
        lifespan=_lifespan,
    )
    app.state.desk = desk
    app.state.access = Access(
        people=desk.people, secret=read_secret(config.folder), clock=clock, local_only=demo_names()
    )
    app.state.clock = clock
    app.state.demo_sign_ins = sign_ins() if demo else ()
    app.state.open_assess = open_assess
    app.state.recognizers = config.recognizers
    app.state.metrics = metrics
    app.state.warm = Event()
    for router in ROUTERS:
        app.include_router(router)
    app.include_router(console.router)
    problems.install(app, page=console.refusal)
    openapi.install(app, version=_version())
    app.add_middleware(Replaying)
    app.add_middleware(Rim, metrics=metrics, page=console.refusal)
    return app


def demo_names() -> frozenset[str]:
    """Return the sign-ins whose passwords are published with the demo."""
    return frozenset(person.name for person in sign_ins())


class Ticker(Thread):
    """Calls `desk.tick` once a second; an error is logged and the next second tries again."""

    def __init__(self, desk: Desk, metrics: Metrics) -> None:
        super().__init__(name="ticker", daemon=True)
        self._desk = desk
        self._metrics = metrics
        self._over = Event()

    def run(self) -> None:
        """Tick until stopped."""
        while not self._over.wait(TICK_SECONDS):
            try:
                self._metrics.ticked(self._desk.tick())
            except Exception as error:  # whatever it was, time goes on
                self._metrics.fault("tick")
                LOG.error("%s in tick: %s", type(error).__name__, frames(error))  # noqa: TRY400 - no message

    def stop(self) -> None:
        """Let the running tick end, and wait for it."""
        self._over.set()
        self.join(STOP_SECONDS)


def warm_up(desk: Desk, warm: Event) -> None:
    """Load every model by judging two texts of our own; sets `warm` once they answer."""
    try:
        desk.room.judge(_WARM_UP)
        warm.set()
    except Exception as error:  # the server stays unready, and says why
        LOG.error("%s while loading models: %s", type(error).__name__, frames(error))  # noqa: TRY400 - no message


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    desk: Desk = app.state.desk
    ticker = Ticker(desk, app.state.metrics)
    warming = Thread(target=warm_up, args=(desk, app.state.warm), name="warm-up", daemon=True)
    ticker.start()
    warming.start()
    try:
        yield
    finally:
        ticker.stop()
        warming.join(STOP_SECONDS)
        desk.room.store.close()


def _version() -> str:
    try:
        return version("review-moderation")
    except PackageNotFoundError:
        return "0"
