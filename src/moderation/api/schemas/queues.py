"""Queues and routes on the wire."""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, Field

from moderation.api.schemas.shape import In, Moment, Name, Out
from moderation.cases import queue as waiting
from moderation.content import Surface
from moderation.decisions import About, Lane

Names = Annotated[tuple[Name, ...], Field(max_length=500)]


class Queue(Out):
    """A queue with its counts now."""

    id: str
    name: str
    lane: Lane | None
    pending: int
    held: int
    overdue: int
    oldest_at: Moment | None


class Queues(Out):
    """Every queue."""

    items: tuple[Queue, ...]


class Route(Out):
    """Cases that fit every condition go to `queue`; an empty condition fits all."""

    queue: str
    lanes: tuple[Lane, ...]
    about: About | None
    labels: tuple[str, ...]
    surfaces: tuple[Surface, ...]
    langs: tuple[str, ...]
    shops: tuple[str, ...]


class Routes(Out):
    """The routes in their order; the first that fits a case takes it."""

    routes: tuple[Route, ...]


class NewRoute(In):
    """A route; what is absent fits all. `labels` are clause ids or families such as `pii.*`."""

    queue: Name
    lanes: tuple[Lane, ...] = ()
    about: About | None = None
    labels: Names = ()
    surfaces: tuple[Surface, ...] = ()
    langs: Names = ()
    shops: Names = ()

    def route(self) -> waiting.Route:
        """Return what the desk takes."""
        return waiting.Route(**dict(self))


class NewRoutes(In):
    """All routes, in their order, in place of those before."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"routes": [{"queue": "unmatched"}]}]})

    routes: Annotated[tuple[NewRoute, ...], Field(max_length=500)]

    def values(self) -> tuple[waiting.Route, ...]:
        """Return what the desk takes."""
        return tuple(route.route() for route in self.routes)


class Moved(Out):
    """A waiting case that other routes move."""

    case_id: str
    from_queue: str
    to_queue: str


class Moves(Out):
    """Every waiting case that other routes move."""

    items: tuple[Moved, ...]
