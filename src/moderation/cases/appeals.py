"""Who may contest a decision, until when, and what the verdict does to it. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final

from moderation.cases.refusals import AlreadyAppealed, AppealNotOpen, AppealTooLate, VerdictContradicts
from moderation.cases.status import AppealStatus, Standing, Verdict
from moderation.content import Author
from moderation.decisions import About, Action, Actor, ActorKind
from moderation.policy.profile import AppealTerms
from moderation.policy.vocabulary import Audience

_AUDIENCE: Final[Mapping[Standing, Audience]] = MappingProxyType(
    {
        Standing.AUTHOR: Audience.AUTHOR,
        Standing.SELLER: Audience.SELLER,
        Standing.REPORTER: Audience.REPORTER,
    }
)

OUTCOME: Final[Mapping[Verdict, AppealStatus]] = MappingProxyType(
    {
        Verdict.UPHELD: AppealStatus.UPHELD,
        Verdict.OVERTURNED: AppealStatus.OVERTURNED,
        Verdict.MODIFIED: AppealStatus.MODIFIED,
    }
)


def deadline(terms: AppealTerms, told_at: datetime, *, earlier: int = 0) -> datetime:
    """Return until when a decision can be appealed, counted from the day its party is told.

    `earlier` is how many appeals its party has lost on the same matter; from the first on the
    shorter second window counts. The result is stored with the decision and never computed again.
    """
    days = terms.window_days if earlier == 0 else terms.second_window_days
    return told_at + timedelta(days=days)


def standing(  # all facts that the right of appeal rests on, each by name
    *,
    actor: Actor,
    action: Action,
    about: About,
    clauses: tuple[str, ...],
    author: Author,
    author_id: str | None,
    shop_id: str | None,
    lost_reporters: frozenset[str],
) -> Standing | None:
    """Return in what role `actor` may contest a decision, or None.

    The author of a restricted item; the shop, where a decision on its conduct named a clause; a
    reporter whose report was not upheld (`lost_reporters`, as `str(actor)`).
    """
    ours = actor.kind is ActorKind.SELLER and actor.shop_id is not None and actor.shop_id == shop_id
    if about is About.SHOP:
        if ours and clauses:
            return Standing.SELLER
    elif action.restrictive:
        wrote = actor.kind is ActorKind.AUTHOR and author_id is not None and actor.id == author_id
        if wrote or (ours and author is Author.SELLER):
            return Standing.AUTHOR
    return Standing.REPORTER if str(actor) in lost_reporters else None


def admit(  # all facts that admission rests on, each by name
    decision_id: str,
    *,
    found: Standing | None,
    seller: bool,
    terms: AppealTerms,
    until: datetime | None,
    now: datetime,
    pending: bool,
    filed: int,
) -> Standing:
    """Return the standing if the appeal is admissible; else raise the refusal.

    `filed` counts the party's earlier appeals on the same case, `pending` says one is undecided. A
    `seller` whose report was not upheld counts as a seller where the region hears no other reporters.
    """
    heard = found is not None and (_AUDIENCE[found] in terms.who or (seller and Audience.SELLER in terms.who))
    if found is None or not heard:
        raise AppealNotOpen(decision_id)
    if pending or filed >= terms.max_appeals:
        raise AlreadyAppealed(decision_id)
    if until is None or until <= now:
        raise AppealTooLate(decision_id)
    return found


def ruled(
    appeal_id: str, verdict: Verdict, *, standing: Standing, first: Action, named: Action | None
) -> Action:
    """Return the action that a verdict leads to; raise `VerdictContradicts` where it cannot.

    Upheld keeps the first action. Overturned on a restriction allows. For a reporter, and for a
    modification, the new action is named and differs from the first.
    """
    action = named
    if action is None and verdict is Verdict.UPHELD:
        action = first
    if action is None and verdict is Verdict.OVERTURNED and standing is not Standing.REPORTER:
        action = Action.ALLOW
    fits = {
        Verdict.UPHELD: action is first,
        Verdict.OVERTURNED: action is not None and _reverses(standing, first, action),
        Verdict.MODIFIED: action is not None
        and action is not first
        and not _reverses(standing, first, action),
    }[verdict]
    if action is None or not fits:
        raise VerdictContradicts(appeal_id, verdict=verdict, action=str(action))
    return action


def settled(standing: Standing, first: Action, new: Action) -> Verdict:
    """Return what a superseding decision means for an appeal that it settles along the way."""
    if standing is Standing.REPORTER:
        return Verdict.OVERTURNED if new.rank > first.rank else Verdict.UPHELD
    if new is Action.ALLOW or (new is Action.LABEL and first.restrictive):
        return Verdict.OVERTURNED
    return Verdict.MODIFIED if new.rank < first.rank else Verdict.UPHELD


def _reverses(standing: Standing, first: Action, new: Action) -> bool:
    match standing:
        case Standing.AUTHOR:
            return first.restrictive and not new.restrictive
        case Standing.SELLER:
            return new is Action.ALLOW
        case Standing.REPORTER:
            return not first.restrictive and new.restrictive
