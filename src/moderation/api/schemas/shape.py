"""What all wire schemas have in common, and the small shapes that several of them use."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Final, Self, TypeAlias

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, model_validator

from moderation import findings


class In(BaseModel):
    """A body that a client sends; unknown fields are refused, so that a typing error is not silence."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Out(BaseModel):
    """A body that we answer, read from a frozen view of the desk."""

    model_config = ConfigDict(from_attributes=True, frozen=True)


EARLIEST: Final = datetime(1970, 1, 1, tzinfo=UTC)
LATEST: Final = datetime(2200, 1, 1, tzinfo=UTC)
"""Times outside are mistakes, and arithmetic near the ends of the calendar fails."""


def _in_range(moment: datetime) -> datetime:
    if not EARLIEST <= moment < LATEST:
        raise ValueError("out of range")
    return moment


Moment: TypeAlias = AwareDatetime
MomentIn: TypeAlias = Annotated[AwareDatetime, AfterValidator(_in_range)]
Words: TypeAlias = Annotated[str, Field(min_length=1, max_length=10_000)]
Name: TypeAlias = Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[^\x00-\x1f\x7f/\\?#]+$")]


class Span(Out):
    """A half-open range of code points in the original text."""

    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=1)]


class SpanIn(In):
    """A half-open, non-empty range of code points in the original text."""

    start: Annotated[int, Field(ge=0, le=1 << 20)]
    end: Annotated[int, Field(ge=1, le=1 << 20)]

    @model_validator(mode="after")
    def _not_empty(self) -> Self:
        if self.start >= self.end:
            raise ValueError("empty or reversed")
        return self

    def value(self) -> findings.Span:
        """Return the span."""
        return findings.Span(self.start, self.end)
