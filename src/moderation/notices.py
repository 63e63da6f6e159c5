"""Decision × catalogue → statement of reasons for each audience. Pure; sends nothing.

A notice says what was done, under which clause and in whose words, on what facts (by kind and
place, never the value), whether a machine was involved, and how to contest it and until when
(DSA Art. 16, 17 and 20). The moderator's own sentence is kept apart, because it can be erased.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from moderation.content import Surface
from moderation.findings import Finding, Kind
from moderation.policy.clause import Clause
from moderation.policy.vocabulary import Audience


class Outcome(StrEnum):
    """What a notice tells."""

    LABELLED = "labelled"
    REDACTED = "redacted"
    HELD = "held"
    REMOVED = "removed"
    RESTORED = "restored"
    KEPT = "kept"
    CONFIRMED = "confirmed"
    REPORT_UPHELD = "report_upheld"
    REPORT_NOT_UPHELD = "report_not_upheld"
    REPORT_INVALID = "report_invalid"
    APPEAL_UPHELD = "appeal_upheld"
    APPEAL_OVERTURNED = "appeal_overturned"
    APPEAL_MODIFIED = "appeal_modified"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseCited:
    """A clause as a notice cites it: id, title and the wording for that audience."""

    id: str
    title: str
    wording: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One statement to one audience. Every field is a sentence or a name; none holds anyone's text."""

    reference: str
    audience: Audience
    outcome: Outcome
    subject: str
    what: str
    clauses: tuple[ClauseCited, ...]
    facts: tuple[str, ...]
    automated: str
    contest: str
    contest_until: datetime | None

    def body(self, reason: str | None = None) -> str:
        """Return the notice as plain text, with the moderator's own sentence where there is one."""
        lines = [self.subject, "", self.what]
        lines += [f"Clause {c.id}, {c.title}: {c.wording}" for c in self.clauses]
        lines += [f"Facts: {fact}" for fact in self.facts]
        if reason:
            lines.append(f"Reason given: {reason}")
        lines += [self.automated, self.contest, f"Reference: {self.reference}"]
        return "\n".join(lines)


_YOURS: Final[Mapping[Surface, str]] = MappingProxyType(
    {
        Surface.REVIEW: "review",
        Surface.SELLER_REPLY: "reply",
        Surface.BUYER_MESSAGE: "message",
        Surface.SHORT_VIDEO: "video",
        Surface.LIVE: "LIVE session",
        Surface.PACKAGE_INSERT: "package insert",
        Surface.PRODUCT_LISTING: "listing",
    }
)
_WHOSE: Final[Mapping[Audience, str]] = MappingProxyType(
    {
        Audience.AUTHOR: "your {thing}",
        Audience.SELLER: "the {thing} that concerns your shop",
        Audience.REPORTER: "the {thing} that you reported",
    }
)
_SUBJECT: Final[Mapping[Outcome, str]] = MappingProxyType(
    {
        Outcome.LABELLED: "A label was added",
        Outcome.REDACTED: "Part of a text was masked",
        Outcome.HELD: "A text is hidden until a person has read it",
        Outcome.REMOVED: "A text was removed",
        Outcome.RESTORED: "A text is shown again",
        Outcome.KEPT: "A text stays as it is",
        Outcome.CONFIRMED: "A breach of policy was confirmed",
        Outcome.REPORT_UPHELD: "A report was upheld",
        Outcome.REPORT_NOT_UPHELD: "A report was not upheld",
        Outcome.REPORT_INVALID: "A report was not accepted",
        Outcome.APPEAL_UPHELD: "After an appeal the decision stands",
        Outcome.APPEAL_OVERTURNED: "After an appeal the decision was overturned",
        Outcome.APPEAL_MODIFIED: "After an appeal the decision was changed",
    }
)
_WHAT: Final[Mapping[Outcome, str]] = MappingProxyType(
    {
        Outcome.LABELLED: "We added a label to {whose}. Its words are unchanged.",
        Outcome.REDACTED: "We masked part of {whose}. The rest, and its rating, stay public.",
        Outcome.HELD: "We have hidden {whose} until a person has read it. This can be reversed.",
        Outcome.REMOVED: "We removed {whose} from public view everywhere, without an end date.",
        Outcome.RESTORED: "A person read {whose} and lifted the earlier restriction.",
        Outcome.KEPT: "A person read {whose} and found no breach of policy. It stays as it is.",
        Outcome.CONFIRMED: "A person read {whose} and found that policy was breached.",
        Outcome.REPORT_UPHELD: "A report about {whose} was read by a person and upheld.",
        Outcome.REPORT_NOT_UPHELD: (
            "A report about {whose} was read by a person. It did not breach the clause that was reported."
        ),
        Outcome.REPORT_INVALID: (
            "A report about {whose} was not accepted: its reason has nothing to do with the text."
        ),
        Outcome.APPEAL_UPHELD: (
            "Somebody who had no part in the first decision read {whose} again. The decision stands."
        ),
        Outcome.APPEAL_OVERTURNED: (
            "Somebody who had no part in the first decision read {whose} again. "
            "The decision was overturned and its effects were reversed."
        ),
        Outcome.APPEAL_MODIFIED: (
            "Somebody who had no part in the first decision read {whose} again. "
            "The decision was replaced by another one."
        ),
    }
)

_KIND: Final[Mapping[Kind, str]] = MappingProxyType(
    {
        Kind.PERSON: "a person's name",
        Kind.PHONE: "a telephone number",
        Kind.EMAIL: "an e-mail address",
        Kind.ADDRESS: "a postal address",
        Kind.ORDER_ID: "an order number",
        Kind.PAYMENT_CARD: "a payment card number",
        Kind.BANK_ACCOUNT: "a bank account number",
        Kind.GOVERNMENT_ID: "a government identity number",
        Kind.SOCIAL_HANDLE: "a social media handle",
        Kind.URL_PERSONAL: "a link to a personal page",
        Kind.BIRTH_DATE: "a date of birth",
        Kind.VEHICLE_PLATE: "a vehicle plate",
        Kind.IP_ADDRESS: "an IP address",
        Kind.GEO: "a location",
    }
)

BY_MACHINE: Final = (
    "An automated system found this and acted by itself; no person was involved yet. "
    "If you contest it, a person decides."
)
BY_BOTH: Final = "An automated system pointed this out; a person read it and decided."
BY_PERSON: Final = "A person decided; no automated system took part."
FINAL: Final = "There is no further step against this outcome here. Your rights in court are unaffected."


def facts_of(findings: Iterable[Finding], *, reports: int, clauses: Mapping[str, Clause]) -> tuple[str, ...]:
    """Return the facts behind a decision by kind and place, never by value.

    Places count characters of the text from 1, first and last included.
    """
    seen = [_fact(finding, clauses) for finding in findings]
    if reports:
        seen.append(f"{reports} {'report' if reports == 1 else 'reports'} by users.")
    return tuple(dict.fromkeys(seen))


def statement(
    *,
    reference: str,
    audience: Audience,
    outcome: Outcome,
    surface: Surface,
    clauses: Sequence[Clause],
    facts: tuple[str, ...],
    found_by_machine: bool,
    decided_by_machine: bool,
    contest_until: datetime | None,
    lang: str = "en",
) -> Notice:
    """Return what one audience is told of one outcome.

    `contest_until` is the stored deadline where this audience may appeal, else None. Clauses are cited
    in `lang` where the catalogue has it.
    """
    whose = _WHOSE[audience].format(thing=_YOURS[surface])
    return Notice(
        reference=reference,
        audience=audience,
        outcome=outcome,
        subject=_SUBJECT[outcome],
        what=_WHAT[outcome].format(whose=whose),
        clauses=tuple(
            ClauseCited(id=c.id, title=c.title, wording=c.words_for(audience, lang)) for c in clauses
        ),
        facts=facts,
        automated=_automated(found_by_machine=found_by_machine, decided_by_machine=decided_by_machine),
        contest=_contest(reference, contest_until),
        contest_until=contest_until,
    )


def _fact(finding: Finding, clauses: Mapping[str, Clause]) -> str:
    title = clauses[finding.label].title if finding.label in clauses else finding.label
    what = _KIND[finding.kind] if finding.kind is not None else f"{title} ({finding.label})"
    if finding.span is None:
        return f"{what[0].upper()}{what[1:]}, in the text as a whole."
    return f"{what[0].upper()}{what[1:]}, at characters {finding.span.start + 1} to {finding.span.end}."


def _automated(*, found_by_machine: bool, decided_by_machine: bool) -> str:
    if decided_by_machine:
        return BY_MACHINE
    return BY_BOTH if found_by_machine else BY_PERSON


def _contest(reference: str, until: datetime | None) -> str:
    if until is None:
        return FINAL
    return (
        f"You can contest this free of charge until {until:%Y-%m-%d %H:%M} UTC, with reference {reference}: "
        "say why, add evidence, and say what was improved. Somebody with no part in it will read it."
    )
