"""A buyer's full name in a seller's mouth: beside what the buyer did, heading a reply, ending a parcel's way.

Full names that the NER pipeline confirms, and only where the seller's side speaks: the same words of
a buyer may be about an author. Greetings, titles and roles are in `people`.
"""

from __future__ import annotations

from typing import ClassVar, Final

from moderation.detect.pii.letters import CAPITALISED, either, joined
from moderation.detect.pii.names import BUYER_NAME, FULL_NAME, PAIRS, SENSITIVE, Cue, NameSeeker
from moderation.detect.pii.recognizer import Screen, folded

_DEEDS: Final = (
    "ordered|bought|purchased|returned|refunded|claimed|requested|signed|received|demanded|complained"
    "|threatened|cancelled|canceled|messaged|contacted|opened|left|wrote|posted|lives|paid|used|wore|lied|lies"
    "|hat|commandé|renvoyé|acheté|reçu|pidió|compró|devolvió|recibió|pediu|comprou|devolveu|recebeu"
    "|memesan|membeli|sudah|đã|ha ordinato|ha comprato|ha restituito"
)
_TO_BUYER: Final = "you|your|we|our|please|thank|thanks|stop|sorry|this|that|the|it"
_POSSESSIONS: Final = (
    "order|parcel|package|account|refund|return|address|purchase|review|complaint|payment|card"
)
_HANDED: Final = (
    "refund|refunded|parcel|package|order|delivered|shipped|sent|issued|signed|handed|addressed|paid"
)
_DONE_TO: Final = (
    "refunded|contacted|called|phoned|reached|told|informed|asked|paid|emailed|messaged|texted|wrote|spoke"
    "|blocked|reported|helped"
)
_HEAD: Final = r"(?:(?<=^)|(?<=[.!?]\s)|(?<=\n))"
_ADVERB: Final = r"(?i:has|had|have|already|also|only|never|just|then|even|always|a|ha)"


class NamedBuyers(NameSeeker):
    """A full name in the seller's account of a buyer."""

    entities = (BUYER_NAME, SENSITIVE)
    screen: ClassVar[Screen] = (
        folded(rf"\s(?:{_DEEDS})(?:\W|$)"),
        rf"['’]s\s(?:\S+\s)?(?:{_POSSESSIONS})",
        rf"(?:^|\W)(?:{_HANDED})\s(?:\S+\s)*(?:to|for|by)\s",
        rf"(?:^|\W)(?:we|i)\s(?:\S+\s)*(?:{_DONE_TO})\s",
        rf",\s(?:{_TO_BUYER})(?:\W|$)",
        r"\s(?:of|from|in)\s[^,.!?\n]+,",
        r"(?:^|\W)(?:you|your)\s[^.!?\n]*,\s\S+\s",
    )
    anchor = PAIRS
    cues = (
        Cue(
            name="name+deed",
            regex=joined(rf"(?<![\w@#]){FULL_NAME}(?=,?\s(?:{_ADVERB}\s){{0,2}}{either(_DEEDS)}(?!\w))"),
            confidence=0.92,
            entity=BUYER_NAME,
            confirm=True,
        ),
        Cue(
            name="name+town",
            regex=joined(
                rf"{_HEAD}{FULL_NAME}(?=,?\s(?i:of|from|in)\s{CAPITALISED}(?:\s{CAPITALISED}){{0,2}},)"
            ),
            confidence=0.92,
            entity=BUYER_NAME,
            confirm=True,
        ),
        Cue(
            name="name_at_head",
            regex=joined(rf"{_HEAD}{FULL_NAME}(?=\s?[,!:–—-]\s(?i:{_TO_BUYER})(?!\w))"),
            confidence=0.92,
            entity=BUYER_NAME,
            confirm=True,
        ),
        Cue(
            name="name+possession",
            regex=joined(rf"(?<![\w@#]){FULL_NAME}(?=['’]s\s(?:\w+\s)?{either(_POSSESSIONS)}(?!\w))"),
            confidence=0.9,
            entity=BUYER_NAME,
            confirm=True,
        ),
        Cue(
            name="handed_to",
            regex=joined(rf"(?<!\w){either(_HANDED)}\s(?:\S+\s){{0,4}}?(?i:to|for|by)\s", FULL_NAME),
            confidence=0.86,
            entity=BUYER_NAME,
            confirm=True,
        ),
        Cue(
            name="deed_to",
            regex=joined(
                rf"(?<!\w)(?i:we|i)\s(?:\w+\s){{0,2}}?{either(_DONE_TO)}\s(?:(?i:back|to|with)\s)?", FULL_NAME
            ),
            confidence=0.88,
            entity=BUYER_NAME,
            confirm=True,
        ),
        Cue(
            name="name_at_end",
            regex=joined(r"(?<!\w)(?i:you|your)\s[^.!?\n]{2,80},\s", FULL_NAME, r"(?=\s?[.!?]|$)"),
            confidence=0.8,
            entity=BUYER_NAME,
            confirm=True,
        ),
    )
