"""Notices on the wire: the statement of reasons as its recipient reads it."""

from __future__ import annotations

from moderation.api.schemas.shape import Moment, Out


class ClauseCited(Out):
    """A clause as a notice cites it, in the words for its audience."""

    id: str
    title: str
    wording: str


class Notice(Out):
    """What was decided, under which clause, on which facts, by whom, and how to contest it."""

    id: str
    reference: str
    audience: str
    recipient: str
    item_id: str
    decision_id: str | None
    outcome: str
    subject: str
    what: str
    clauses: tuple[ClauseCited, ...]
    facts: tuple[str, ...]
    reason: str | None
    automated: str
    contest: str
    contest_until: Moment | None
    sent_at: Moment
    body: str


class NoticePage(Out):
    """One page of notices, newest first; `cursor` is null on the last."""

    items: tuple[Notice, ...]
    cursor: str | None
