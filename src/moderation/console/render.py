"""Templates and the small filters that they use. Autoescape is on for every template."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

from moderation.console import words


def when(at: datetime | None) -> str:
    """Return a moment as a person reads it, in UTC."""
    return "–" if at is None else f"{at:%-d %b %Y, %H:%M} UTC"


def clock(at: datetime) -> str:
    """Return the time of a moment to the second, in UTC."""
    return f"{at:%H:%M:%S} UTC"


def lasting(span: timedelta) -> str:
    """Return a length of time in its two largest units, such as `2 h 5 min`."""
    seconds = max(int(span.total_seconds()), 0)
    units = (("d", 86_400), ("h", 3_600), ("min", 60), ("s", 1))
    given = []
    for unit, size in units:
        count, seconds = divmod(seconds, size)
        if count:
            given.append(f"{count} {unit}")
    return " ".join(given[:2]) or "0 s"


def roughly(span: timedelta) -> str:
    """Return a length of time in its largest unit, such as `2 h`."""
    first, unit, *_ = lasting(span).split(" ")
    return f"{first} {unit}"


def percent(share: float | None, digits: int = 0) -> str:
    """Return a share of 0..1 as a percentage; a dash where it is undefined."""
    return "–" if share is None else f"{share * 100:.{digits}f} %"


def person(actor: str) -> str:
    """Return the name in `moderator:ana` with its role, such as `ana, moderator`."""
    kind, _, who = actor.partition(":")
    if kind == "system":
        return "a machine" if who == "judge" else "the system"
    return f"{who}, {words.name(kind)}" if who else kind


def short(identity: str) -> str:
    """Return an id short enough for a table: kind and last six characters."""
    kind, _, rest = identity.rpartition("_")
    return f"{kind} …{rest[-6:]}" if kind and len(rest) > 8 else identity


def stars(rating: int | None) -> str:
    """Return a rating as filled and empty stars."""
    return "" if rating is None else "★" * rating + "☆" * (5 - rating)


def readable(key: str) -> str:
    """Return a stable evidence key such as `gift_card+if+review` as words."""
    return key.replace("_", " ").replace("+", " + ")


_TEMPLATES: Final = Environment(
    loader=PackageLoader("moderation.console"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_TEMPLATES.filters |= {
    "when": when,
    "clock": clock,
    "lasting": lasting,
    "percent": percent,
    "roughly": roughly,
    "person": person,
    "short": short,
    "stars": stars,
    "readable": readable,
    "name": words.name,
}
_TEMPLATES.globals |= {
    "ABOUT": words.ABOUT,
    "ACTION_KEYS": words.ACTION_KEYS,
    "ACTION_MEANS": words.ACTION_MEANS,
    "APPEAL_STATUS": words.APPEAL_STATUS,
    "EVENTS": words.EVENTS,
    "PARTS": words.PARTS,
    "RELEASE": words.RELEASE,
    "REPORT_STATUS": words.REPORT_STATUS,
    "VISIBILITY_TONE": words.VISIBILITY_TONE,
}


def page(template: str, context: Mapping[str, object], *, status: int = 200) -> HTMLResponse:
    """Return a page. Lone surrogates, which UTF-8 cannot carry, go out as character references."""
    html = _TEMPLATES.get_template(template).render(context)
    return HTMLResponse(html.encode("utf-8", "xmlcharrefreplace"), status)


def templates() -> Iterable[str]:
    """Return the names of all templates."""
    return _TEMPLATES.list_templates()
