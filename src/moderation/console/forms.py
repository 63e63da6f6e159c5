"""What people filled in → drafts for the desk. Checks shape only; the desk checks everything else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Final, TypeVar

from starlette.datastructures import FormData

from moderation.cases.status import ReportStatus
from moderation.console.refusals import FormIncomplete, QuoteNotFound
from moderation.decisions import Action
from moderation.findings import Assessment, Span

E = TypeVar("E", bound=StrEnum)

LONGEST: Final = 10_000
"""Most characters that one field may hold."""


@dataclass(frozen=True, slots=True)
class Filled:
    """The fields of a form, each with all its values, in order."""

    fields: Mapping[str, tuple[str, ...]] = field(repr=False)

    @classmethod
    def of(cls, form: FormData) -> Filled:
        """Return a form's text fields."""
        given: dict[str, tuple[str, ...]] = {}
        for name, value in form.multi_items():
            if isinstance(value, str):
                given[name] = (*given.get(name, ()), value[:LONGEST].replace("\r\n", "\n"))
        return cls(MappingProxyType(given))

    def all(self, name: str) -> tuple[str, ...]:
        """Return every value of a field."""
        return self.fields.get(name, ())

    def text(self, name: str) -> str:
        """Return the stripped value of a field, empty where it is missing."""
        return next(iter(self.all(name)), "").strip()

    def lines(self, name: str) -> tuple[str, ...]:
        """Return the lines of a field that hold something."""
        return tuple(line.strip() for line in self.text(name).splitlines() if line.strip())

    def number(self, name: str) -> int:
        """Return a whole number; raise `FormIncomplete`."""
        value = self.text(name)
        if not (value.isascii() and value.isdigit() and len(value) < 10):
            raise FormIncomplete(name)
        return int(value)

    def choice(self, name: str, kind: type[E]) -> E:
        """Return the member that was chosen; raise `FormIncomplete`."""
        try:
            return kind(self.text(name))
        except ValueError:
            raise FormIncomplete(name) from None


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What a moderator has put into a decision form so far; shown again when it does not go through."""

    action: Action | None = None
    clauses: tuple[str, ...] = ()
    reason: str = field(default="", repr=False)
    mask: str = field(default="", repr=False)
    outcomes: Mapping[str, ReportStatus] = field(default_factory=dict)

    @classmethod
    def of(cls, form: Filled) -> Typed:
        """Read a decision form; an action that was not chosen stays None."""
        chosen = form.text("action")
        invalid = {
            name.removeprefix("report-"): ReportStatus.INVALID
            for name, values in form.fields.items()
            if name.startswith("report-") and values == ("invalid",)
        }
        return cls(
            action=Action(chosen) if chosen in set(Action) else None,
            clauses=tuple(dict.fromkeys(c for c in form.all("clause") if c)),
            reason=form.text("reason"),
            mask=form.text("mask"),
            outcomes=MappingProxyType(invalid),
        )

    @property
    def required_action(self) -> Action:
        """The action; raises `FormIncomplete` where none was chosen."""
        if self.action is None:
            raise FormIncomplete("action")
        return self.action


def masks(item_id: str, text: str | None, typed: Typed, assessment: Assessment | None) -> tuple[Span, ...]:
    """Return the spans to mask: what was found for the chosen clauses, and the words that were typed.

    Empty unless the action is `redact`; every place where typed words stand counts. Raises `QuoteNotFound`.
    """
    if typed.action is not Action.REDACT:
        return ()
    findings = assessment.findings if assessment is not None else ()
    spans = {f.span for f in findings if f.span is not None and f.label in typed.clauses}
    for line in typed.mask.splitlines():
        if line.strip():
            spans.update(every_place(item_id, text or "", line.strip()))
    return tuple(sorted(spans))


def every_place(item_id: str, text: str, quote: str) -> Iterable[Span]:
    """Return where a quote stands in a text, without overlaps; raise `QuoteNotFound` where it does not."""
    places, at = [], text.find(quote)
    while at >= 0:
        places.append(Span(at, at + len(quote)))
        at = text.find(quote, at + len(quote))
    if not places:
        raise QuoteNotFound(item_id)
    return places
