"""Children: a full name, or a first name with school, class, team or date, behind a word for a child."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar, Final

from moderation.detect.pii import ner
from moderation.detect.pii.letters import CAPITALISED, PARTICLE, either, joined
from moderation.detect.pii.names import private, trim
from moderation.detect.pii.recognizer import Hit, Screen, Seeker, folded
from moderation.findings import Span
from moderation.text import Text

MINOR: Final = "MINOR"
"""Entity of a child's name."""

_CHILD: Final = (
    "son|daughter|boy|girl|kid|child|toddler|grandson|granddaughter|niece|nephew|godson|goddaughter|hij[oa]|niñ[oa]|niet[oa]|sobrin[oa]|fils|fille|neveu|nièce|petit-fils|petite-fille"
    "|filh[oa]|menin[oa]|net[oa]|sobrinh[oa]|sohn|tochter|kind|enkel|enkelin|neffe|nichte|anak|anakku|putra|putri|keponakan|cucu|figli[oa]|nipote|con trai|con gái|bé"
)
_OWNER: Final = "my|our|your|his|her|their|mi|su|tu|ma|mon|notre|votre|sa|son|meu|minha|seu|sua|mein|meine|meinem|meinen|meiner|unser|unsere|ihr|ihre|ihrem|mio|mia|nostro|para"
_SCHOOL_WORDS: Final = (
    r"school|primary|elementary|preschool|pre-school|kindergarten|nursery|daycare|academy|grade|year\s\d|class|plays\sfor|team|league|scouts?|u\d{1,2}|room\s\d+|colegio|escuela|guardería|curso"
    r"|école|ecole|classe|maternelle|collège|club|schule|grundschule|kita|klasse|verein|escola|creche|turma|sekolah|kelas|tk|sdn?|scuola|asilo|trường|lớp|mầm non"
)
_SCHOOL: Final = re.compile(rf"(?i)\b(?:{_SCHOOL_WORDS})\b|\d{{1,2}}[./-]\d{{1,2}}[./-](?:19|20)\d\d")
_FULL: Final = rf"(?P<name>{CAPITALISED}(?:\s(?:{PARTICLE}\s)?{CAPITALISED}){{1,3}})(?!\w)"
_ONE: Final = rf"(?P<name>{CAPITALISED})(?![\w])"
_LEAD: Final = rf"(?<!\w){either(_OWNER)}\s(?:(?i:little|youngest|oldest|eldest|sweet|baby|lovely|dear|\d+\s?(?:yr|year|yo)[\w\s-]{{0,8}}|kleine[rn]?|petite?)\s)?{either(_CHILD)},?\s(?:(?i:named|called|name is|is|llamada?|nommée?|namens|bernama|chamada?)\s)?"
_FULL_NAME: Final = joined(_LEAD, _FULL)
_FIRST_NAME: Final = joined(_LEAD, _ONE)
_ATTENDS: Final = joined(
    _ONE,
    r"(?=,?\s(?i:she|he|who)?\s?(?i:goes to|attends|is in|plays for|is a pupil at|is a student at|va à|va al|geht (?:in|auf)|estuda na|sekolah di)\s[^.!?\n]{0,40})",
)
_PERSONALISED: Final = joined(
    rf"[\"“„«'](?P<name>{CAPITALISED}(?:\s{CAPITALISED}){{0,2}})(?=,?\s(?:born\s)?\d{{1,2}}[./-]\d{{1,2}}[./-]20[0-2]\d)"
)
_DATED: Final = joined(
    rf"(?<!\d)\d{{1,2}}[./-]\d{{1,2}}[./-]20[0-2]\d,?\s(?P<name>{CAPITALISED}(?:\s{CAPITALISED})?)(?=[,.!\"”])"
)
_ENGRAVED: Final = re.compile(
    r"(?i)engrav|printed|steht|gravier|bestick|grav|bordad|grabad|personali[sz]|ukir|name plaque|poster|asked for"
)
_REACH: Final = 90


class ChildRecognizer(Seeker):
    """`MINOR`: the name of a child who can be singled out."""

    entities = (MINOR,)
    screen: ClassVar[Screen] = (
        folded(rf"(?:^|\W)(?:{_OWNER})\s(?:\S+\s){{0,3}}(?:{_CHILD}),?\s\S"),
        (r"goes to|attends|is in|plays for|is a pupil at|is a student at|va a|va al|geht in|geht auf|estuda na|sekolah di", folded(_SCHOOL_WORDS)),
        (r"\d\W\d\d?\W20[0-2]\d", r"engrav|printed|steht|gravier|bestick|grav|bordad|grabad|personali|ukir|plaque|poster|asked for"),
    )

    def seek(self, text: Text) -> Iterator[Hit]:
        """Yield children's names; product names behind "my daughter" need the NER pipeline's no."""
        string = text.original
        for match in _FULL_NAME.finditer(string):
            name = trim(match["name"])
            school = self._school(string, match.end())
            if " " not in name or not private(name, titled=False):
                continue
            if school or ner.is_person(string, match.start("name"), match.start("name") + len(name)):
                yield self._hit(match, name, 0.88 if school else 0.76, "child+full_name")
        for match in _FIRST_NAME.finditer(string):
            if self._school(string, match.end()) and private(match["name"], titled=False):
                yield self._hit(match, match["name"], 0.8, "child+first_name+school")
        for match in _ATTENDS.finditer(string):
            if self._school(string, match.end()) and private(match["name"], titled=False):
                yield self._hit(match, match["name"], 0.72, "first_name+attends+school")
        if _ENGRAVED.search(string):
            for pattern in (_PERSONALISED, _DATED):
                for match in pattern.finditer(string):
                    if private(match["name"], titled=False):
                        yield self._hit(match, match["name"], 0.68, "personalised_name+birth_date")

    @staticmethod
    def _school(string: str, end: int) -> bool:
        stop = re.search(r"[.!?\n]", string[end : end + _REACH])
        return _SCHOOL.search(string, end, end + (stop.start() if stop else _REACH)) is not None

    @staticmethod
    def _hit(match: re.Match[str], name: str, confidence: float, because: str) -> Hit:
        start = match.start("name")
        return Hit(entity=MINOR, span=Span(start, start + len(name)), confidence=confidence, because=because)
