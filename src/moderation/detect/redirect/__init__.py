"""Redirection: opinions, talk and purchases led off the platform, and reviews that advertise a channel.

The platform's own chat, order page and help, carriers and published contacts are no redirection.
The wording is data (`lexicon/data`); the shapes of contact values are in `contacts`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from moderation.content import Author, Surface
from moderation.detect.deeds import Deeds, read, sign
from moderation.detect.detector import Detector, Document
from moderation.detect.redirect.contacts import Contact, contacts, holds_address
from moderation.detect.speech import own_deed, show
from moderation.features import Batch
from moderation.findings import Allegation, Finding, Span
from moderation.lexicon import Mention
from moderation.lexicon.reading import Reading

FEEDBACK: Final = "redirect.other_feedback_channel"
CONTACT: Final = "redirect.off_platform_contact"
PURCHASE: Final = "redirect.off_platform_purchase"
PROMOTES: Final = "redirect.review_promotes_channel"

_ID: Final = "redirect@1"
_NO_CONTACT: Final = ("contact.helpline", "contact.never")
_OPINION: Final = "elsewhere.opinion|review.*"

_DEEDS: Final = Deeds(
    detector=_ID,
    trader=(
        sign(
            FEEDBACK,
            0.9,
            _OPINION,
            "elsewhere.channel",
            "elsewhere.instead",
            within=130,
            unless=("elsewhere.extra",),
        ),
        sign(FEEDBACK, 0.9, "elsewhere.said"),
        sign(
            FEEDBACK,
            0.85,
            "elsewhere.happy",
            _OPINION,
            "elsewhere.unhappy",
            "elsewhere.channel|contact.move",
            within=220,
        ),
        sign(
            FEEDBACK,
            0.82,
            "satisfaction.happy",
            "review.act|review.noun|review.positive",
            "satisfaction.unhappy",
            "satisfaction.elsewhere",
            within=240,
            ordered=True,
        ),
        sign(CONTACT, 0.93, "contact.move", "contact.channel", within=70, unless=_NO_CONTACT),
        sign(CONTACT, 0.9, "contact.ask", unless=_NO_CONTACT),
        sign(CONTACT, 0.85, "contact.channel", "contact.secret|contact.bio", within=90, unless=_NO_CONTACT),
        sign(CONTACT, 0.75, "contact.move", "contact.secret|contact.bio", within=90, unless=_NO_CONTACT),
        sign(PURCHASE, 0.93, "purchase.elsewhere"),
        sign(PURCHASE, 0.82, "purchase.own_shop"),
    ),
    buyer=(sign(PROMOTES, 0.85, "promo.own"),),
    reported=(
        sign(FEEDBACK, 0.8, "reported.feedback"),
        sign(CONTACT, 0.82, "reported.contact"),
        sign(PURCHASE, 0.82, "reported.purchase"),
    ),
)

_NEAR_CALL: Final = 60
_ALONE: Final = {"email": 0.75, "link": 0.0, "handle": 0.0, "number": 0.0}
_CALLED: Final = 0.95
_SELLING: Final = frozenset({"link", "handle", "email"})


def _screen(docs: Sequence[Document], batch: Batch) -> Iterator[int]:
    worth = set(_DEEDS.screen(docs, batch))
    for index, doc in enumerate(docs):
        if index in worth or (holds_address(doc) if doc.speaker is Author.BUYER else _may_hold_value(doc)):
            yield index


def _may_hold_value(doc: Document) -> bool:
    string = doc.text.digits.string
    return (
        "@" in string or "." in string or " at " in string or "dot" in string or any(map(str.isdigit, string))
    )


def _look(doc: Document, batch: Batch, index: int) -> Iterator[Finding | Allegation]:
    if doc.speaker is Author.BUYER:
        told = tuple(_DEEDS.look(doc, batch, index))
        yield from told
        if own_deed(PROMOTES, doc) and all(found.label != PROMOTES for found in told):
            yield from _called(doc, PROMOTES, "promo.call|promo.own")
        return
    sold = tuple(_called(doc, PURCHASE, "purchase.price")) if own_deed(PURCHASE, doc) else ()
    if not own_deed(CONTACT, doc):
        yield from _once(_DEEDS.look(doc, batch, index), sold)
        return
    given = tuple(_given(doc))
    for found in _once(_DEEDS.look(doc, batch, index), sold):
        if found.label != CONTACT or not any(_touch(found, other) for other in given):
            yield found
    yield from given


def _once(
    found: Iterable[Finding | Allegation], sold: Sequence[Finding | Allegation]
) -> Iterator[Finding | Allegation]:
    """Yield all of both, with one purchase at most."""
    told = tuple(found)
    yield from told
    if all(one.label != PURCHASE for one in told):
        yield from sold


def _called(doc: Document, label: str, call: str) -> Iterator[Finding | Allegation]:
    """Yield the first address or handle that stands near words of selling."""
    values = [contact for contact in contacts(doc) if contact.shape in _SELLING and contact.plain]
    if not values:
        return
    calls = [(m.concept, doc.text.folded.span(m.start, m.end)) for m in read(doc).named(call)]
    near = [
        (_gap(span, value.span), concept, span, value)
        for value in values
        for concept, span in calls
        if _gap(span, value.span) <= _NEAR_CALL
    ]
    if near:
        _, concept, span, value = min(near, key=lambda one: one[0])
        because = f"{concept}+value.{value.shape}"
        yield show(label, _joined(value.span, span), confidence=0.82, because=because, detector=_ID)


def _touch(found: Finding | Allegation, other: Finding | Allegation) -> bool:
    return found.span is not None and other.span is not None and found.span.overlaps(other.span)


def _given(doc: Document) -> Iterator[Finding | Allegation]:
    """Contact values that a trader gives, each with the call to use it where one stands near."""
    reading = read(doc)
    taken: list[Span] = []
    for contact in contacts(doc):
        if any(contact.span.overlaps(span) for span in taken):
            continue
        call = _call(doc, reading, contact)
        if _excused(doc, reading, contact.span):
            continue
        confidence = _CALLED if call else _ALONE[contact.shape]
        if doc.surface is Surface.PRODUCT_LISTING and not call:
            continue
        if confidence:
            span = _joined(contact.span, call[1]) if call else contact.span
            taken.append(span)
            because = f"{call[0]}+value.{contact.shape}" if call else f"value.{contact.shape}"
            yield show(CONTACT, span, confidence=confidence, because=because, detector=_ID)


def _call(doc: Document, reading: Reading, contact: Contact) -> tuple[str, Span] | None:
    wanted = (
        "contact.move|contact.channel|contact.ask"
        if contact.shape != "link"
        else "contact.move|contact.channel"
    )
    calls = [(m.concept, doc.text.folded.span(m.start, m.end)) for m in reading.named(wanted)]
    near = [(_gap(span, contact.span), concept, span) for concept, span in calls]
    closest = min(near, default=None)
    return None if closest is None or closest[0] > _NEAR_CALL else closest[1:]


def _excused(doc: Document, reading: Reading, span: Span) -> bool:
    excuses: tuple[Mention, ...] = reading.named("|".join(_NO_CONTACT))
    return any(_gap(doc.text.folded.span(m.start, m.end), span) <= _NEAR_CALL for m in excuses)


def _gap(one: Span, other: Span) -> int:
    return max(0, one.start - other.end, other.start - one.end)


def _joined(one: Span, other: Span) -> Span:
    return Span(min(one.start, other.start), max(one.end, other.end))


DETECTOR: Final = Detector(name="redirect", version=1, labels=_DEEDS.labels, screen=_screen, look=_look)
