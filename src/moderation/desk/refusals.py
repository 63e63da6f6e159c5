"""What the desk refuses, one exception for each broken rule; messages carry ids, never words."""

from __future__ import annotations

from typing import ClassVar

from moderation.errors import ModerationError


class NotFound(ModerationError):
    """There is no such thing, or none that this caller may know of."""

    code: ClassVar[str] = "not_found"

    def __init__(self, kind: str, name: str) -> None:
        super().__init__(f"no {kind} {name}")
        self.kind = kind
        self.name = name


class BadCursor(ModerationError):
    """A cursor that no page of this listing ever gave."""

    code: ClassVar[str] = "bad_cursor"

    def __init__(self) -> None:
        super().__init__("this cursor belongs to no page of this listing")


class ItemConflict(ModerationError):
    """An item with this id and other content exists; change it by an edit."""

    code: ClassVar[str] = "item_conflict"

    def __init__(self, item_id: str) -> None:
        super().__init__(f"item {item_id} exists with other content")
        self.item_id = item_id


class NoPurchase(ModerationError):
    """A native review needs an order of this product by its author."""

    code: ClassVar[str] = "no_purchase"

    def __init__(self, item_id: str) -> None:
        super().__init__(f"review {item_id}: no purchase of this product by its author is known")
        self.item_id = item_id


class NotDelivered(ModerationError):
    """A native review comes after delivery."""

    code: ClassVar[str] = "before_delivery"

    def __init__(self, item_id: str) -> None:
        super().__init__(f"review {item_id}: the product has not been delivered")
        self.item_id = item_id


class WindowClosed(ModerationError):
    """A native review comes within the window after delivery."""

    code: ClassVar[str] = "review_window_closed"

    def __init__(self, item_id: str, *, days: int) -> None:
        super().__init__(f"review {item_id}: more than {days} days after delivery")
        self.item_id = item_id
        self.days = days


class RatingMissing(ModerationError):
    """A native review has a rating."""

    code: ClassVar[str] = "rating_missing"

    def __init__(self, item_id: str) -> None:
        super().__init__(f"review {item_id} has no rating")
        self.item_id = item_id


class SecondReview(ModerationError):
    """One review for each product of an order."""

    code: ClassVar[str] = "second_review"

    def __init__(self, item_id: str, *, first: str) -> None:
        super().__init__(f"review {item_id}: this product of this order was reviewed in {first}")
        self.item_id = item_id
        self.first = first


class ItemWithdrawn(ModerationError):
    """The author withdrew the item; nothing more happens to it."""

    code: ClassVar[str] = "item_withdrawn"

    def __init__(self, item_id: str) -> None:
        super().__init__(f"item {item_id} was withdrawn")
        self.item_id = item_id


class LimitReached(ModerationError):
    """The region allows no more edits of a review, or replies to it."""

    code: ClassVar[str] = "limit_reached"

    def __init__(self, item_id: str, *, what: str, most: int) -> None:
        super().__init__(f"item {item_id}: at most {most} {what}")
        self.item_id = item_id
        self.what = what


class NotYours(ModerationError):
    """The thing belongs to another author or shop."""

    code: ClassVar[str] = "not_yours"

    def __init__(self, kind: str, name: str) -> None:
        super().__init__(f"{kind} {name} belongs to somebody else")
        self.kind = kind
        self.name = name


class UnknownReason(ModerationError):
    """The catalogue has no such reason for reporting."""

    code: ClassVar[str] = "unknown_reason"

    def __init__(self, reason: str) -> None:
        super().__init__(f"no report reason {reason!r}")
        self.reason = reason


class AcknowledgementMissing(ModerationError):
    """A report needs its good-faith statement."""

    code: ClassVar[str] = "acknowledgement_missing"

    def __init__(self, item_id: str) -> None:
        super().__init__(f"report on {item_id} lacks the acknowledgement")
        self.item_id = item_id


class ReportTooLate(ModerationError):
    """The region takes reports only for a time after the item was written."""

    code: ClassVar[str] = "report_too_late"

    def __init__(self, item_id: str, *, days: int) -> None:
        super().__init__(f"item {item_id} is older than {days} days")
        self.item_id = item_id


class SpanOutsideText(ModerationError):
    """A span reaches past the end of the text it was chosen in."""

    code: ClassVar[str] = "span_outside_text"

    def __init__(self, item_id: str) -> None:
        super().__init__(f"span reaches past the text of {item_id}")
        self.item_id = item_id


class ClauseMissing(ModerationError):
    """A restrictive decision names at least one clause."""

    code: ClassVar[str] = "clause_missing"

    def __init__(self, case_id: str) -> None:
        super().__init__(f"decision on {case_id} names no clause")
        self.case_id = case_id


class UnknownClause(ModerationError):
    """The catalogue has no such clause."""

    code: ClassVar[str] = "unknown_clause"

    def __init__(self, clause: str) -> None:
        super().__init__(f"no clause {clause!r}")
        self.clause = clause


class ReasonMissing(ModerationError):
    """A restrictive decision, an escalation, a question, a note, an appeal or a verdict gives its words."""

    code: ClassVar[str] = "reason_missing"

    def __init__(self, name: str) -> None:
        super().__init__(f"{name}: a reason in words is missing")
        self.name = name


class NothingToRedact(ModerationError):
    """A redaction needs a span, given or found."""

    code: ClassVar[str] = "nothing_to_redact"

    def __init__(self, item_id: str) -> None:
        super().__init__(f"no span to mask in {item_id}")
        self.item_id = item_id


class WrongTarget(ModerationError):
    """A case about a shop cannot restrict the text that tells of it."""

    code: ClassVar[str] = "wrong_target"

    def __init__(self, case_id: str) -> None:
        super().__init__(f"case {case_id} is about the shop; it cannot restrict the item")
        self.case_id = case_id


class WrongLane(ModerationError):
    """Appeals are decided by verdicts, other cases by decisions."""

    code: ClassVar[str] = "wrong_lane"

    def __init__(self, case_id: str) -> None:
        super().__init__(f"case {case_id} holds an appeal; give a verdict")
        self.case_id = case_id


class UnknownQueue(ModerationError):
    """A route names a queue that does not exist."""

    code: ClassVar[str] = "unknown_queue"

    def __init__(self, queue: str) -> None:
        super().__init__(f"no queue {queue!r}")
        self.queue = queue


class KeyReused(ModerationError):
    """An idempotency key came again with another request."""

    code: ClassVar[str] = "idempotency_key_reused"

    def __init__(self, key: str) -> None:
        super().__init__(f"idempotency key {key!r} was used for another request")
        self.key = key


class PasswordTooShort(ModerationError):
    """A password has at least eight characters."""

    code: ClassVar[str] = "password_too_short"

    def __init__(self, name: str) -> None:
        super().__init__(f"the password of {name} is too short")
        self.name = name
