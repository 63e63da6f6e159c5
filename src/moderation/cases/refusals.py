"""What the cases room refuses, one exception for each broken rule; messages carry ids only."""

from __future__ import annotations

from typing import ClassVar

from moderation.errors import ModerationError


class IllegalMove(ModerationError):
    """The transition table has no row for this event in this status."""

    code: ClassVar[str] = "illegal_move"

    def __init__(self, case_id: str, *, status: str, event: str) -> None:
        super().__init__(f"case {case_id} is {status}; {event} is not possible")
        self.case_id = case_id
        self.status = status
        self.event = event


class StaleCase(ModerationError):
    """The case has changed since the caller read it; `version` and `revision` are the current ones."""

    code: ClassVar[str] = "stale_case"

    def __init__(self, case_id: str, *, version: int, revision: int | None = None) -> None:
        super().__init__(f"case {case_id} is now at version {version}, revision {revision}")
        self.case_id = case_id
        self.version = version
        self.revision = revision


class CaseHeld(ModerationError):
    """Somebody else holds a live lease on the case."""

    code: ClassVar[str] = "case_held"

    def __init__(self, case_id: str, *, holder: str) -> None:
        super().__init__(f"case {case_id} is held by {holder}")
        self.case_id = case_id
        self.holder = holder


class NotClaimed(ModerationError):
    """The move needs a live lease of the person who makes it."""

    code: ClassVar[str] = "not_claimed"

    def __init__(self, case_id: str) -> None:
        super().__init__(f"case {case_id} is not claimed by this person")
        self.case_id = case_id


class NotPermitted(ModerationError):
    """This person may not make this move, or see this thing."""

    code: ClassVar[str] = "not_permitted"

    def __init__(self, what: str, *, kind: str) -> None:
        super().__init__(f"{kind} may not: {what}")
        self.what = what


class SameModerator(ModerationError):
    """Whoever touched the first decision may not handle an appeal on it."""

    code: ClassVar[str] = "same_moderator"

    def __init__(self, case_id: str) -> None:
        super().__init__(f"case {case_id} must be decided by somebody who had no part in the first decision")
        self.case_id = case_id


class PendingAppeal(ModerationError):
    """A case with a pending appeal cannot close or be voided."""

    code: ClassVar[str] = "pending_appeal"

    def __init__(self, case_id: str) -> None:
        super().__init__(f"case {case_id} has a pending appeal")
        self.case_id = case_id


class UndoTooLate(ModerationError):
    """The decision has taken effect; only an appeal or a new decision changes it."""

    code: ClassVar[str] = "undo_too_late"

    def __init__(self, case_id: str) -> None:
        super().__init__(f"the decision on case {case_id} has taken effect")
        self.case_id = case_id


class AppealTooLate(ModerationError):
    """The window for an appeal has passed."""

    code: ClassVar[str] = "appeal_too_late"

    def __init__(self, decision_id: str) -> None:
        super().__init__(f"decision {decision_id} can no longer be appealed")
        self.decision_id = decision_id


class AppealNotOpen(ModerationError):
    """This party has no right of appeal against this decision."""

    code: ClassVar[str] = "appeal_not_open"

    def __init__(self, decision_id: str) -> None:
        super().__init__(f"decision {decision_id} did not go against this party")
        self.decision_id = decision_id


class AlreadyAppealed(ModerationError):
    """The same party has an appeal pending on this decision, or has used up its appeals."""

    code: ClassVar[str] = "already_appealed"

    def __init__(self, decision_id: str) -> None:
        super().__init__(f"decision {decision_id} has been appealed by this party")
        self.decision_id = decision_id


class NotBlind(ModerationError):
    """A final verdict needs a provisional one by the same reader first."""

    code: ClassVar[str] = "provisional_missing"

    def __init__(self, appeal_id: str) -> None:
        super().__init__(f"appeal {appeal_id} has no provisional verdict by this reader")
        self.appeal_id = appeal_id


class VerdictContradicts(ModerationError):
    """The verdict's word and the action that it names do not fit together."""

    code: ClassVar[str] = "verdict_contradicts"

    def __init__(self, appeal_id: str, *, verdict: str, action: str) -> None:
        super().__init__(f"appeal {appeal_id}: {verdict} cannot lead to {action}")
        self.appeal_id = appeal_id


class IllegalStep(ModerationError):
    """A report or an appeal cannot go from where it stands to there."""

    code: ClassVar[str] = "illegal_step"

    def __init__(self, what: str, *, here: str, there: str) -> None:
        super().__init__(f"{what} cannot go from {here} to {there}")
        self.what = what
