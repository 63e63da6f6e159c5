"""Refusals in plain words: which page, status and advice answers each error code. No logic of cases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import ClassVar, Final

from moderation.errors import ModerationError


class QuoteNotFound(ModerationError):
    """The words that somebody typed do not stand in the text."""

    code: ClassVar[str] = "quote_not_found"

    def __init__(self, item_id: str) -> None:
        super().__init__(f"the quoted words do not stand in {item_id}")
        self.item_id = item_id


class FormIncomplete(ModerationError):
    """A form lacks a field, or holds something that is no choice of it."""

    code: ClassVar[str] = "form_incomplete"

    def __init__(self, field: str) -> None:
        super().__init__(f"field {field} is missing or not one of the choices")
        self.field = field


@dataclass(frozen=True, slots=True)
class Answer:
    """How a refusal is shown: HTTP status, headline, and what to do now."""

    status: int
    title: str
    advice: str


UNKNOWN: Final = Answer(422, "That did not work", "Go back and try again. Nothing was changed.")

BROKEN: Final = Answer(
    500, "Something broke here", "Nothing was changed. Try again; if it stays, tell your operator."
)

ANSWERS: Final[Mapping[str, Answer]] = MappingProxyType(
    {
        "not_found": Answer(
            404, "There is nothing here", "It may have been erased, or it is not yours to see."
        ),
        "not_permitted": Answer(403, "Not with your role", "Ask somebody whose role covers this."),
        "not_yours": Answer(
            404, "There is nothing here", "It may have been erased, or it is not yours to see."
        ),
        "wrong_sign_in": Answer(401, "Name or password is wrong", "Check both and try again."),
        "too_many_attempts": Answer(429, "Too many attempts", "Wait a few minutes, then try again."),
        "local_only": Answer(403, "Demo sign-ins work on this machine only", "Use a sign-in of your own."),
        "form_expired": Answer(
            403,
            "This form is out of date",
            "Open the page again and send it from there. Nothing was changed.",
        ),
        "stale_case": Answer(
            409,
            "This case changed while you were reading",
            "Nothing was decided. Read it as it is now; what you had typed is still in the form.",
        ),
        "case_held": Answer(
            409, "Somebody else has this case", "Nothing was changed. Take the next one, or wait for them."
        ),
        "not_claimed": Answer(409, "Your hold on this case has ended", "Claim it again and go on."),
        "same_moderator": Answer(
            403,
            "You had a part in the first decision",
            "An appeal is read by somebody who had none. Take the next one.",
        ),
        "illegal_move": Answer(
            409, "That is not possible any more", "The case has moved on; read it as it is now."
        ),
        "illegal_step": Answer(
            409, "That is not possible any more", "It has moved on; read it as it is now."
        ),
        "undo_too_late": Answer(
            409, "Too late to undo", "The decision has taken effect. A new decision or an appeal changes it."
        ),
        "clause_missing": Answer(422, "Choose a clause", "A restriction names at least one clause."),
        "reason_missing": Answer(422, "Say why", "A sentence in your own words is needed here."),
        "nothing_to_redact": Answer(
            422,
            "There is nothing to mask",
            "Choose a clause that has a marked place, or type the words to mask.",
        ),
        "quote_not_found": Answer(
            422, "These words are not in the text", "Copy them from the text exactly as they stand there."
        ),
        "form_incomplete": Answer(
            422, "Something is missing", "Fill in what is asked for, then send it again."
        ),
        "acknowledgement_missing": Answer(
            422, "Tick the statement", "A report needs your word that you report in good faith."
        ),
        "unknown_reason": Answer(422, "Choose a reason", "Pick the one that fits best."),
        "report_too_late": Answer(
            422, "Too late to report", "The time for reporting this review has passed."
        ),
        "item_withdrawn": Answer(
            410, "Its author took it back", "There is nothing left to decide or report."
        ),
        "appeal_too_late": Answer(422, "Too late to appeal", "The time for an appeal has passed."),
        "appeal_not_open": Answer(422, "No appeal here", "This decision did not go against you."),
        "already_appealed": Answer(409, "You have appealed already", "Follow the appeal under My appeals."),
        "verdict_contradicts": Answer(
            422,
            "Verdict and action do not fit",
            "Upheld keeps the first action; overturned reverses it; modified needs another action.",
        ),
        "wrong_target": Answer(
            422, "This case is about the shop", "The text that tells of it cannot be restricted here."
        ),
        "provisional_missing": Answer(
            409, "Read it blind first", "Give your own verdict before you see the first."
        ),
    }
)


def answer_to(refusal: ModerationError) -> Answer:
    """Return how to show a refusal."""
    return ANSWERS.get(refusal.code, UNKNOWN)


def answer_to_status(status: int) -> Answer:
    """Return how to show a refusal that has nothing but an HTTP status."""
    if status == 404:  # what the address book calls a missing page
        return ANSWERS["not_found"]
    return Answer(status, UNKNOWN.title, UNKNOWN.advice)
