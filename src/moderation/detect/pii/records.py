"""A customer's record in a seller's mouth: counts of returns, other purchases, private chats, spending."""

from __future__ import annotations

import re
from typing import ClassVar, Final

from moderation.detect.pii.recognizer import Screen
from moderation.detect.pii.statements import StatementSeeker, statement

RECORD: Final = "CUSTOMER_RECORD"
"""Entity of a statement from a seller's records."""

_COUNT: Final = (
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens of|several|many|multiple)"
)
_WHOSE: Final = r"the\s|our\s|your\s|her\s|his\s|this\s|all\s|a\s|you\s|private\s|whole\s|full\s"
_CHAT: Final = (
    r"(?:dms?|chats?|chat history|private messages?|messages?|conversations?|(?:what|everything|how) you"
    r" (?:wrote|said|sent|told)(?: us| me)?)\b"
)
_NTH: Final = r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:nd|rd|th))"
_OFTEN: Final = (
    r"(?:every (?:single )?(?:week|month|time|season|order|purchase|day)|each (?:week|month|time)"
    r"|all the time|(?:each|every) and every)"
)
_RETURN: Final = r"(?:return|returned|returns|refund|refunded|sent back|sends back|cancel|cancelled|cancels)"


class CustomerRecords(StatementSeeker):
    """`CUSTOMER_RECORD`: what only the seller's records or private chats can tell."""

    entities = (RECORD,)
    steers = re.compile(r"\b(?:mind|by|try|without|before|avoid|consider|from|instead of|not)\s$")
    screen: ClassVar[Screen] = (
        r"returned|refunded|sent back|cancelled|canceled|disputed|complained about",
        r"you(?:'ve| have)?\s(?:also|already|previously)",
        r"bought|ordered|purchased|spent",
        (
            r"posting|sharing|showing|publishing|here|attached|see",
            r"screen ?shots?|dms?|chat|messages?|conversation|you (?:wrote|said|sent|told)",
        ),
        (r"told|wrote|said to|messaged|admitted to", r"chat|dm|message|email|private"),
        r"our (?:records|system|logs?)",
        (_NTH, rf"{_RETURN}|complaint|claim|chargeback"),
        (_RETURN, _OFTEN),
        r"vous avez|ce client|cette cliente|client[ae]|comprador|senor|usted|sie haben",
        r"ja (?:devolveu|comprou|pediu|cancelou)|sudah|udah|pernah|picture of you|foto que mando",
    )
    statements = (
        statement(
            RECORD,
            (
                rf"\b(?:customer|buyer|client|person|lady|guy|she|he|you)\s(?:has\s|have\s"
                rf"|had\s)?(?:already\s)?(?:returned|refunded|sent back|cancelled|canceled|disputed"
                rf"|complained about)\s(?:us\s)?{_COUNT}\s(?:of|out of|orders?|items?|times|products?"
                rf"|packages?)"
            ),
            0.84,
            "returns_counted",
        ),
        statement(
            RECORD,
            (
                rf"\b(?:the|your|her|his) {_NTH} [^.!?\n]{{1,40}}?\b(?:you|she|he|this (?:customer|buyer))"
                rf"(?:'ve| have| has|'s)? (?:already )?{_RETURN}\b[^.!?\n]{{0,40}}"
                rf"|\b(?:your|her|his) {_NTH} (?:return|refund|complaint|claim|chargeback)s?\b"
            ),
            0.86,
            "returns_counted",
        ),
        statement(
            RECORD,
            (
                rf"\b(?:you|she|he|this (?:customer|buyer|lady|guy|woman|man))(?: \w+){{0,4}} {_RETURN}"
                rf"(?: \w+){{0,4}} {_OFTEN}"
            ),
            0.84,
            "returns_habit",
        ),
        statement(
            RECORD,
            (
                r"\byou(?:'ve| have)?\s(?:also|already|previously)\s(?:bought|ordered|purchased|got"
                r"|returned)\s(?!this|it|from us|with us)[^.!?\n]{3,60}"
            ),
            0.7,
            "other_purchases",
        ),
        statement(
            RECORD,
            (
                rf"\byou\s(?:bought|ordered|purchased|returned)\s(?:this\s|the same\s|from"
                rf" us\s)?{_COUNT}\s(?:times|of them|more|others?|boxes|units)\b"
            ),
            0.72,
            "purchases_counted",
        ),
        statement(
            RECORD,
            (
                rf"\b(?:you(?:'ve| have)?|she|he|customer|buyer|lady|guy)\b[^.!?\n]{{0,50}}\b(?:bought"
                rf"|ordered|spent|returned)\s{_COUNT}\s(?:boxes|packs|orders|items|dollars|times|of)"
            ),
            0.68,
            "purchases_counted",
        ),
        statement(
            RECORD,
            (
                rf"\b(?:posting|sharing|showing|publishing|here(?:'s| is| are)|attached|see)\s(?:{_WHOSE})*"
                rf"(?:(?:screenshots?|screen shots?)\s(?:of|from|with)\s(?:{_WHOSE})*)?{_CHAT}"
                r"(?:\s(?:of|from|with|below|history|logs?|you|he|she|where|that|in which)\b|\s?[.!,:])"
            ),
            0.82,
            "private_chat_shown",
        ),
        statement(
            RECORD,
            (
                r"\byou(?:r)?\s(?:told|wrote|said to|messaged|admitted to)\s(?:us|me|our (?:team"
                r"|agent))?\s?(?:in|via|over|by)\s(?:a\s|the\s|your\s|private\s)*(?:chat|dm|dms|message"
                r"|messages|email|private)\b"
            ),
            0.66,
            "private_chat_quoted",
        ),
        statement(
            RECORD,
            (
                r"\bour (?:records|system|logs?) (?:shows?|says?|indicates?) (?:that )?(?:you|she|he"
                r"|this (?:customer|buyer))\b[^.!?\n]{0,60}\b(?:returned|refund\w*|ordered|bought"
                r"|claimed|login|logged)\b"
            ),
            0.74,
            "records_quoted",
        ),
        statement(
            RECORD,
            (
                r"\b(?:vous avez|ce client a|cette cliente a)\s(?:deja\s)?(?:eu|recu|retourne"
                r"|renvoye|commande|achete|demande)\s[^.!?\n]{0,30}(?:\d+\s?(?:€|euros?|fois"
                r"|commandes|remboursements|articles|colis)|remboursements?)[^.!?\n]{0,30}"
            ),
            0.78,
            "record_fr",
        ),
        statement(
            RECORD,
            (
                r"\b(?:este|esta|el|la|ese|esa)\s(?:cliente|clienta|comprador|compradora"
                r"|senora?)\s(?:ya\s)?(?:gasto|devolvio|compro|pidio|ha devuelto|ha"
                r" comprado)\b[^.!?\n]{0,60}"
            ),
            0.78,
            "record_es",
        ),
        statement(
            RECORD,
            r"\busted (?:ya )?(?:ha )?(?:devolvio|devuelto|compro|comprado)\s[^.!?\n]{0,20}\d+[^.!?\n]{0,30}",
            0.72,
            "record_es",
        ),
        statement(
            RECORD,
            (
                r"\bsie haben (?:schon|bereits|auch|in diesem jahr)?\s?(?:\d+|mehrere|drei|vier|funf"
                r"|sechs)\s[^.!?\n]{0,40}(?:zuruckgeschickt|retourniert|zuruckgesendet|reklamiert"
                r"|bestellt|storniert)"
            ),
            0.8,
            "record_de",
        ),
        statement(
            RECORD,
            (
                r"\b(?:este|esta|voce|a) (?:cliente )?ja (?:devolveu|comprou|pediu"
                r"|cancelou)\s[^.!?\n]{0,40}\d+[^.!?\n]{0,20}"
            ),
            0.76,
            "record_pt",
        ),
        statement(
            RECORD,
            (
                r"\b(?:pembeli|customer|kakak?|anda) (?:ini )?(?:sudah|udah|pernah) (?:retur|refund"
                r"|komplain|beli|order)[^.!?\n]{0,12}\d+\s?(?:kali|x|pesanan)"
            ),
            0.76,
            "record_id",
        ),
        statement(
            RECORD, r"\bpicture of you (?:wearing|using)|(?:foto que mando la clienta)", 0.72, "private_photo"
        ),
    )
