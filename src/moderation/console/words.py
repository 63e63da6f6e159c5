"""The console's words: what each code is called on a page. Tables only; policy's own words are in policy."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from moderation.cases.status import (
    AppealStatus,
    Origin,
    ReleaseReason,
    ReportStatus,
    Standing,
    Status,
    Verdict,
    Visibility,
)
from moderation.content import Author, Surface
from moderation.decisions import About, Action, ActorKind, Lane

NAMES: Final[Mapping[object, str]] = MappingProxyType(
    {
        **{status: status.value.capitalize() for status in Status},
        **{lane: lane.value.capitalize() for lane in Lane},
        Lane.QA: "Quality",
        Surface.REVIEW: "Review",
        Surface.SELLER_REPLY: "Reply",
        Surface.BUYER_MESSAGE: "Message",
        Surface.SHORT_VIDEO: "Short video",
        Surface.LIVE: "LIVE session",
        Surface.PACKAGE_INSERT: "Package insert",
        Surface.PRODUCT_LISTING: "Listing",
        **{a: a.value.replace("_", " ") for a in Author},
        **{o: o.value for o in Origin},
        **{k: k.value for k in ActorKind},
        **{s: s.value for s in Standing},
        **{v: v.value.replace("_", " ").capitalize() for v in Visibility},
        **{v: v.value.capitalize() for v in Verdict},
        Visibility.REDACTED: "Partly masked",
        Visibility.PRIVATE: "Not public",
        ActorKind.SENIOR: "senior moderator",
        Action.ALLOW: "Keep",
        Action.LABEL: "Label",
        Action.REDACT: "Mask",
        Action.HOLD: "Hold",
        Action.REMOVE: "Remove",
    }
)
"""Short names of enum members. They are equal to their words, so no word may stand for two things here."""

ABOUT: Final[Mapping[About, str]] = MappingProxyType(
    {About.AUTHOR: "about its author", About.SHOP: "about the shop"}
)

ACTION_MEANS: Final[Mapping[Action, str]] = MappingProxyType(
    {
        Action.ALLOW: "no breach, it stays as it is",
        Action.LABEL: "stays, with a label beside it",
        Action.REDACT: "the marked words only",
        Action.HOLD: "hidden for now",
        Action.REMOVE: "out of public view",
    }
)
ACTION_KEYS: Final[Mapping[Action, str]] = MappingProxyType(
    {Action.ALLOW: "a", Action.LABEL: "l", Action.REDACT: "r", Action.HOLD: "h", Action.REMOVE: "d"}
)

RELEASE: Final[Mapping[ReleaseReason, str]] = MappingProxyType(
    {
        ReleaseReason.GIVEN_BACK: "Give it back",
        ReleaseReason.UNCLEAR_POLICY: "Skip: policy is unclear",
        ReleaseReason.LANGUAGE: "Skip: a language I do not read",
        ReleaseReason.CONFLICT_OF_INTEREST: "Skip: conflict of interest",
        ReleaseReason.NEED_A_BREAK: "I need a break",
    }
)

REPORT_STATUS: Final[Mapping[ReportStatus, tuple[str, str]]] = MappingProxyType(
    {
        ReportStatus.RECEIVED: ("Received", "It waits for a moderator."),
        ReportStatus.UNDER_REVIEW: ("Being read", "A moderator is looking at it."),
        ReportStatus.NEEDS_INFO: ("Question for you", "We need something more from you."),
        ReportStatus.UPHELD: ("Upheld", "The text broke policy and something was done about it."),
        ReportStatus.NOT_UPHELD: (
            "Not upheld",
            "The text does not break the clause that you named. It stays.",
        ),
        ReportStatus.DUPLICATE: ("Joined to your earlier report", "Both get the same answer."),
        ReportStatus.INVALID: ("Not accepted", "Its reason has nothing to do with the text."),
        ReportStatus.VOID: ("Ended", "Its author took the text back, so nothing was left to decide."),
        ReportStatus.WITHDRAWN: ("Withdrawn by you", "You took it back."),
    }
)
APPEAL_STATUS: Final[Mapping[AppealStatus, tuple[str, str]]] = MappingProxyType(
    {
        AppealStatus.FILED: ("Filed", "It waits for somebody who had no part in the first decision."),
        AppealStatus.INADMISSIBLE: ("Not admitted", "It could not be read."),
        AppealStatus.ASSIGNED: (
            "Being read",
            "Somebody who had no part in the first decision is reading it.",
        ),
        AppealStatus.NEEDS_INFO: ("Question for you", "We need something more from you."),
        AppealStatus.UPHELD: ("The decision stands", "It was read again and confirmed."),
        AppealStatus.OVERTURNED: ("Decision overturned", "It was read again and reversed."),
        AppealStatus.MODIFIED: ("Decision changed", "It was read again and replaced by another one."),
        AppealStatus.NOTIFIED: ("Settled", "It was read again and you were told."),
        AppealStatus.WITHDRAWN: ("Withdrawn", "It was taken back."),
        AppealStatus.EXPIRED: ("Expired", "Its time has passed."),
    }
)

VISIBILITY_TONE: Final[Mapping[Visibility, str]] = MappingProxyType(
    {
        Visibility.PUBLISHED: "good",
        Visibility.LABELLED: "calm",
        Visibility.REDACTED: "warn",
        Visibility.HELD: "warn",
        Visibility.REMOVED: "bad",
    }
)

EVENTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "Opened": "Case opened",
        "Queued": "Put in a queue",
        "Moved": "Moved to another queue",
        "Claimed": "Claimed",
        "Renewed": "Claim prolonged",
        "Released": "Released",
        "Escalated": "Escalated",
        "Asked": "Question asked",
        "Answered": "Answer recorded",
        "Snoozed": "Put aside",
        "Resumed": "Back in the queue",
        "Decided": "Decided",
        "Undone": "Decision undone",
        "Closed": "Decision took effect",
        "Reopened": "Reopened",
        "Voided": "Ended: nothing left to decide",
        "Noted": "Note",
        "Reported": "A report joined",
        "Reassessed": "Assessed again",
        "Appealed": "Appeal filed",
        "AppealEnded": "Appeal ended",
        "Breached": "Past its time",
    }
)

DONE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "claimed": "The case is yours.",
        "renewed": "You hold the case for another while.",
        "released": "The case is back in its queue.",
        "escalated": "Passed on to a senior moderator.",
        "asked": "The case waits for the answer.",
        "answered": "The answer is recorded; the case is back in its queue.",
        "snoozed": "The case is put aside.",
        "resumed": "The case is back in its queue.",
        "noted": "Your note is on the timeline.",
        "decided": "Decided.",
        "undone": "The decision is taken back. Nobody was told of it.",
        "empty": "No case waits for you here. Well done.",
        "read": "Your verdict is recorded. Now compare it with the first decision.",
        "ruled": "The appeal is settled and its parties are told.",
        "reported": "Your report has arrived.",
        "appealed": "Your appeal has arrived.",
        "withdrawn": "Taken back.",
        "signed_out": "You are signed out.",
    }
)
"""What a page says after something was done, by the code in its address."""

PARTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "severity": "Severity of the gravest clause",
        "reports": "Reports, weighted by past accuracy",
        "confidence": "Confidence of the strongest finding",
        "appeals": "Appeals",
        "age": "Age against its due time",
    }
)


def name(value: object) -> str:
    """Return what something is called; a plain word where no table has it."""
    return NAMES.get(value, str(value).replace("_", " "))


def done(code: str | None) -> str | None:
    """Return the sentence for a code in an address; None for codes that we did not write."""
    return DONE.get(code or "")
