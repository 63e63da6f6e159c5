"""Asking a customer for personal data in public, or for secrets, documents and accounts anywhere.

The wording is data (`meanings/solicitation.yaml`). Steering away ("please don't post your number"),
private channels and the parcel counter's look at a document are no such asking.
"""

from __future__ import annotations

from typing import ClassVar, Final

from moderation.detect.pii.meanings import MeaningSeeker, scheme
from moderation.lexicon.reading import Sign

SOLICITED: Final = "SOLICITATION"
SOLICITED_IN_PUBLIC: Final = "SOLICITATION_IN_PUBLIC"
SOLICITED_IN_REPLY: Final = "SOLICITATION_IN_REPLY"
"""Asked without a word of where: only a reply is public by itself."""

SOLICITED_ID: Final = "SOLICITATION_GOVERNMENT_ID"
SOLICITED_PAYMENT: Final = "SOLICITATION_PAYMENT"

_GIVE: Final = "ask.give"
_DATA: Final = "ask.data"
_PRIVATE: Final = ("ask.private",)
_HARMLESS: Final = ("ask.legit",)
_EITHER: Final = ("ask.private", "ask.legit")
_UPKEEP: Final = ("ask.upkeep",)


class Solicitations(MeaningSeeker):
    """`SOLICITATION…`: a request to write, send or show data that the sale does not need."""

    entities = (SOLICITED, SOLICITED_IN_PUBLIC, SOLICITED_IN_REPLY, SOLICITED_ID, SOLICITED_PAYMENT)
    files = ("solicitation",)
    steers = "ask.deny"
    schemes: ClassVar[tuple[Sign, ...]] = (
        scheme(SOLICITED_IN_PUBLIC, 0.84, _GIVE, _DATA, "ask.place", within=110, unless=_PRIVATE, reach=24),
        scheme(
            SOLICITED_IN_PUBLIC, 0.8, "ask.reply", _DATA, within=70, unless=_PRIVATE, reach=24, ordered=True
        ),
        scheme(SOLICITED_IN_PUBLIC, 0.7, "ask.reply", "ask.bare", within=30, unless=_PRIVATE, ordered=True),
        scheme(
            SOLICITED_IN_PUBLIC, 0.68, _GIVE, "ask.bare", "ask.place", within=60, unless=_EITHER, reach=24
        ),
        scheme(
            SOLICITED_IN_PUBLIC, 0.62, _GIVE, "ask.order", "ask.place", within=70, unless=_PRIVATE, reach=24
        ),
        scheme(SOLICITED_IN_REPLY, 0.62, _GIVE, _DATA, within=50, unless=_EITHER, reach=60, ordered=True),
        scheme(SOLICITED, 0.88, _GIVE, "ask.secret", within=80, unless=_UPKEEP, reach=12, ordered=True),
        scheme(
            SOLICITED, 0.86, "ask.secret", "ask.hand", within=80, unless=_UPKEEP, ordered=True, anywhere=True
        ),
        scheme(SOLICITED_ID, 0.8, _GIVE, "ask.document", within=80, unless=_HARMLESS, reach=30, ordered=True),
        scheme(
            SOLICITED_PAYMENT, 0.78, _GIVE, "ask.bank", within=80, unless=_HARMLESS, reach=12, ordered=True
        ),
    )
