"""Cases on the wire: the whole file that a moderator decides on, and the bodies of the moves."""

from __future__ import annotations

from collections.abc import Mapping

from moderation.api.schemas.appeals import Appeal
from moderation.api.schemas.assessments import Assessment
from moderation.api.schemas.decisions import Decision
from moderation.api.schemas.items import Item, Revision
from moderation.api.schemas.reports import Report
from moderation.api.schemas.shape import In, Moment, MomentIn, Name, Out, Words
from moderation.api.schemas.summaries import CaseSummary
from moderation.cases.status import Move, ReleaseReason
from moderation.decisions import Lane


class TimelineEntry(Out):
    """One event of a case; `text` is a note or question, if any."""

    seq: int
    at: Moment
    by: str
    kind: str
    facts: Mapping[str, str]
    text: str | None


class Case(Out):
    """A case with its file. `allowed` is what the asking person may do now; the rest is refused.

    `parts` sum to `summary.priority`. In the appeals lane `decisions` stays empty until the reader has given
    a provisional verdict.
    """

    summary: CaseSummary
    item: Item
    text: str | None
    parent_text: str | None
    revisions: tuple[Revision, ...]
    assessment: Assessment | None
    parts: Mapping[str, float]
    reports: tuple[Report, ...]
    appeals: tuple[Appeal, ...]
    decisions: tuple[Decision, ...]
    timeline: tuple[TimelineEntry, ...]
    allowed: frozenset[Move]
    parent_case_id: str | None
    undo_until: Moment | None
    snoozed_until: Moment | None
    waiting_until: Moment | None


class Next(In):
    """Which cases to choose from; everything absent leaves the choice open."""

    queue: Name | None = None
    lanes: frozenset[Lane] | None = None


class Release(In):
    """Why a case is given back; `unclear_policy`, `language`, `conflict_of_interest` skip it for good."""

    reason: ReleaseReason = ReleaseReason.GIVEN_BACK


class Note(In):
    """A note, or an answer."""

    text: Words


class Question(In):
    """A question to a party, and how long to wait for the answer."""

    text: Words
    until: MomentIn | None = None


class Snooze(In):
    """Until when a case is put aside."""

    until: MomentIn
