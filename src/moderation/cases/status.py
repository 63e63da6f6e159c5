"""The words for where a case, a report, an appeal or an item stands; no transitions here."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Status(StrEnum):
    """Where a case stands. A claim is a lease on a queued or escalated case, not a status."""

    NEW = "new"
    QUEUED = "queued"
    WAITING = "waiting"
    SNOOZED = "snoozed"
    ESCALATED = "escalated"
    DECIDED = "decided"
    CLOSED = "closed"
    VOID = "void"


OPEN: Final = frozenset({Status.NEW, Status.QUEUED, Status.WAITING, Status.SNOOZED, Status.ESCALATED})
"""Statuses in which somebody still owes the item a decision."""


class Origin(StrEnum):
    """What opened a case."""

    FINDING = "finding"
    REPORT = "report"
    APPEAL = "appeal"
    BATCH = "batch"
    SAMPLE = "sample"


class Move(StrEnum):
    """What a person can do with a case; the console draws one button for each."""

    CLAIM = "claim"
    RENEW = "renew"
    RELEASE = "release"
    ESCALATE = "escalate"
    ASK = "ask"
    ANSWER = "answer"
    SNOOZE = "snooze"
    RESUME = "resume"
    DECIDE = "decide"
    UNDO = "undo"
    NOTE = "note"


class ReleaseReason(StrEnum):
    """Why a lease ended. Skips are data: a skipped case is not offered to that person again."""

    GIVEN_BACK = "given_back"
    EXPIRED = "expired"
    UNCLEAR_POLICY = "unclear_policy"
    LANGUAGE = "language"
    CONFLICT_OF_INTEREST = "conflict_of_interest"
    NEED_A_BREAK = "need_a_break"


SKIPS: Final = frozenset(
    {ReleaseReason.UNCLEAR_POLICY, ReleaseReason.LANGUAGE, ReleaseReason.CONFLICT_OF_INTEREST}
)
"""Reasons after which the case is not offered to the same person again."""


class ReportStatus(StrEnum):
    """Where a person's report stands."""

    RECEIVED = "received"
    UNDER_REVIEW = "under_review"
    NEEDS_INFO = "needs_info"
    UPHELD = "upheld"
    NOT_UPHELD = "not_upheld"
    DUPLICATE = "duplicate"
    INVALID = "invalid"
    VOID = "void"
    WITHDRAWN = "withdrawn"


class AppealStatus(StrEnum):
    """Where an appeal stands."""

    FILED = "filed"
    INADMISSIBLE = "inadmissible"
    ASSIGNED = "assigned"
    NEEDS_INFO = "needs_info"
    UPHELD = "upheld"
    OVERTURNED = "overturned"
    MODIFIED = "modified"
    NOTIFIED = "notified"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


class Verdict(StrEnum):
    """How an appeal ends; the words name what happened to the first decision."""

    UPHELD = "upheld"
    OVERTURNED = "overturned"
    MODIFIED = "modified"


class Standing(StrEnum):
    """In what role somebody appeals."""

    AUTHOR = "author"
    """The author of an item that was restricted."""
    SELLER = "seller"
    """The shop that a decision went against."""
    REPORTER = "reporter"
    """Somebody whose report was not upheld."""


class DecisionOrigin(StrEnum):
    """Who or what a decision came from."""

    HUMAN = "human"
    AUTOMATION = "automation"
    APPEAL = "appeal"
    BATCH = "batch"
    LEGAL = "legal"


class Visibility(StrEnum):
    """What strangers see of an item, strongest restriction first. Derived, never written."""

    WITHDRAWN = "withdrawn"
    PRODUCT_REMOVED = "product_removed"
    PRIVATE = "private"
    REMOVED = "removed"
    HELD = "held"
    REDACTED = "redacted"
    LABELLED = "labelled"
    PUBLISHED = "published"
