"""Dates of birth: a full date that a birth word introduces. Dates of purchase and expiry are none."""

from __future__ import annotations

import re
from typing import ClassVar, Final

from moderation.detect.pii.recognizer import Screen, ShapeSeeker, folded, shape, words
from moderation.findings import Kind

_MONTH: Final = folded(
    r"(?:jan(?:uary|uar|vier|eiro|uari)?|ene(?:ro)?|feb(?:ruary|ruar|rero|ruari)?|fev(?:rier"
    r"|ereiro)?|mar(?:ch|z|s|zo|co|et)?|maerz|apr(?:il|ile)?|avr(?:il)?|abr(?:il)?"
    r"|may|mai|mayo|maio|mei|maggio|jun(?:e|i|ho|io)?|juin|giugno|jul(?:y|i|ho|io)?|juillet"
    r"|luglio|aug(?:ust)?|aout|agosto|ago|agustus|sep(?:t|tember|tiembre|tembre)?|set(?:embro)?"
    r"|oct(?:ober|ubre|obre)?|okt(?:ober)?|out(?:ubro)?|nov(?:ember|iembre|embro|embre)?"
    r"|dec(?:ember|embre)?|dez(?:ember|embro)?|dic(?:iembre|embre)?|des(?:ember)?)"
)
_YEAR: Final = r"(?:19[2-9]\d|20[0-2]\d)"
DATE: Final = (
    rf"(?:\d{{1,2}}\s?[./\-]\s?\d{{1,2}}\s?[./\-]\s?(?:{_YEAR}|\d\d)"
    rf"|{_YEAR}\s?[./\-]\s?\d{{1,2}}\s?[./\-]\s?\d{{1,2}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th|er|º|\.)?\s+(?:of\s+|de\s+|del\s+)?{_MONTH}\.?,?\s+(?:de\s+|del\s+)?{_YEAR}"
    rf"|{_MONTH}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+{_YEAR}|{_YEAR}\s?年\s?\d{{1,2}}\s?月\s?\d{{1,2}}\s?日)"
)
"""A full date with a year, in the folded view."""

_BORN: Final = words(
    (
        "dob|d o b|d.o.b|date of birth|born|born on|birth date|birthdate|birthday is|birthday was"
        "|bday is|birthday on file|birthday|geboren|geboren am|geb"
    ),
    (
        "geburtsdatum|geburtstag|ne le|nee le|ne|nee|date de naissance|naissance|nacio|naci|nacida"
        "|nacido|fecha de nacimiento|nacimiento|nascida|nascido|nasci"
    ),
    (
        "nascimento|data de nascimento|nato|nata|data di nascita|lahir|tanggal lahir|tgl lahir"
        "|tempat tanggal lahir|ttl|sinh|sinh ngay|ngay sinh|เกิด|วันเกิด|出生|生日"
    ),
)
_PERSONALISED: Final = words(
    "engraved|engrave|engraving|personalised|personalized|printed|asked for|spelled|spelt|steht"
    "|graviert|gravur|grave|gravado|grabado|name plaque|birth poster|ukiran"
)


class BirthDates(ShapeSeeker):
    """`BIRTH_DATE`: a date with a birth word, or a name and date that goods were personalised with."""

    entities = (Kind.BIRTH_DATE.value,)
    screen: ClassVar[Screen] = (
        (
            (
                r"(?:^|\W)(?:dob|d\.? ?o\.? ?b|born|birth|bday|geb|nee?\W|naiss|date de naiss|nac"
                r"|nasc|nat[oa]\W|data di nasc|lahir|ttl|ngay sinh|sinh)|เกิด|出生|生日"
                r"|engrav|personali|print|asked for|spel|steht|grav|grab|plaque|poster|ukiran"
            ),
            (
                rf"\d\s?[./\-]\s?\d|\d(?:st|nd|rd|th|er|\.)?\s+(?:of\s+|de\s+|del\s+)?{_MONTH}"
                rf"|{_MONTH}\.?\s+\d|年|born in"
            ),
        ),
    )
    cues = re.compile(_BORN)
    against = re.compile(
        words(
            (
                "bought|ordered|arrived|delivered|purchased|received|expires|expiry|exp|best before"
                "|made|mfg|since|shipped|gift on|party on|present"
            ),
            "llego|comprado|gekauft|bestellt|achete|commande|recu|comprei|beli|sampai",
        )
        + r"[^.!?]{0,16}$"
    )
    shapes = (
        shape(
            "birth_date",
            rf"(?<![\w./\-])(?P<value>{DATE})(?![\w/\-])",
            cued=0.92,
            before=_BORN + r"[^.!?\n]{0,30}$",
        ),
        shape(
            "birth_date",
            rf"(?<![\w./\-])(?P<value>{DATE})"
            r"(?=,?\s\(?(?:geboren|born|dob|geb\.|nacid[oa]|nascid[oa]|lahir|date of birth))",
            alone=0.88,
            cued=0.92,
        ),
        shape(
            "born_in",
            r"(?<!\w)(?P<value>(?:19[2-9]\d|200\d))(?!\w)",
            cued=0.55,
            before=words("she was born in|he was born in|you were born in|born in") + r"\s*$",
        ),
        shape(
            "personalised_date",
            rf"(?<![\w./\-])(?P<value>{DATE})(?![\w/\-])",
            cued=0.66,
            before=_PERSONALISED + r"[^.!?\n]{0,40}$",
        ),
    )
