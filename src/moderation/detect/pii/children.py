"""Children: a full name, or a first name with school, class, team or date, behind a word for a child."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar, Final

from moderation.detect.pii import ner
from moderation.detect.pii.letters import CAPITALISED, PARTICLE, either, joined
from moderation.detect.pii.names import private, trim
from moderation.detect.pii.recognizer import Hit, Screen, Seeker, folded
from moderation.detect.pii.spelling import cased
from moderation.text import Text, View

MINOR: Final = "MINOR"
"""Entity of a child's name."""

_CHILD: Final = (
    "son|daughter|boy|girl|kid|child|toddler|grandson|granddaughter|niece|nephew|godson"
    "|goddaughter|hij[oa]|niñ[oa]|niet[oa]|sobrin[oa]|fils|fille|neveu|nièce|petit-fils"
    "|petite-fille"
    "|filh[oa]|menin[oa]|net[oa]|sobrinh[oa]|sohn|tochter|kind|enkel|enkelin|neffe|nichte|anak"
    "|anakku|putra|putri|keponakan|cucu|figli[oa]|nipote|con trai|con gái|bé"
)
_OWNER: Final = (
    "my|our|your|his|her|their|mi|su|tu|ma|mon|notre|votre|sa|son|meu|minha|seu|sua|mein|meine"
    "|meinem|meinen|meiner|unser|unsere|ihr|ihre|ihrem|mio|mia|nostro|para"
)
_SCHOOL_WORDS: Final = (
    r"school|primary|elementary|preschool|pre-school|kindergarten|nursery|daycare|academy|grade"
    r"|year\s\d|class|plays\sfor|team|league|scouts?|u\d{1,2}|room\s\d+|colegio|escuela"
    r"|guardería|curso"
    r"|école|ecole|classe|maternelle|collège|club|schule|grundschule|kita|klasse|verein|escola"
    r"|creche|turma|sekolah|kelas|tk|sdn?|scuola|asilo|trường|lớp|mầm non"
)
_SCHOOL: Final = re.compile(rf"(?i)\b(?:{_SCHOOL_WORDS})\b|\d{{1,2}}[./-]\d{{1,2}}[./-](?:19|20)\d\d")
_FULL: Final = rf"(?P<name>{CAPITALISED}(?:\s(?:{PARTICLE}\s)?{CAPITALISED}){{1,3}})(?!\w)"
_ONE: Final = rf"(?P<name>{CAPITALISED})(?![\w])"
_LEAD: Final = (
    rf"(?<!\w){either(_OWNER)}\s(?:(?i:little|youngest|oldest|eldest|sweet|baby|lovely|dear"
    rf"|\d+\s?(?:yr|year|yo)[\w\s-]{{0,8}}|kleine[rn]?|petite?)\s)?{either(_CHILD)},?\s(?:(?i:named"
    rf"|called|name is|is|llamada?|nommée?|namens|bernama|chamada?)\s)?"
)
_FULL_NAME: Final = joined(_LEAD, _FULL)
_FIRST_NAME: Final = joined(_LEAD, _ONE)
_ATTENDS: Final = joined(
    _ONE,
    (
        r"(?=,?\s(?i:she|he|who)?\s?(?i:goes to|attends|is in|plays for|is a pupil at|is a student"
        r" at|va à|va al|geht (?:in|auf)|estuda na|sekolah di)\s[^.!?\n]{0,40})"
    ),
)
_PERSONALISED: Final = joined(
    rf"[\"“„«'](?P<name>{CAPITALISED}(?:\s{CAPITALISED}){{0,2}})(?=,?\s(?:born\s)?\d{{1,2}}[./-]"
    rf"\d{{1,2}}[./-]20[0-2]\d)"
)
_DATED: Final = joined(
    rf"(?<!\d)\d{{1,2}}[./-]\d{{1,2}}[./-]20[0-2]\d,?\s(?P<name>{CAPITALISED}(?:\s{CAPITALISED})?"
    rf")(?=[,.!\"”])"
)
_ENGRAVED: Final = re.compile(
    r"(?i)engrav|printed|steht|gravier|bestick|grav|bordad|grabad|personali[sz]|ukir|name plaque"
    r"|poster|asked for"
)
_REACH: Final = 90
_SINGLED_OUT: Final = (
    (_FIRST_NAME, 0.8, "child+first_name+school"),
    (_ATTENDS, 0.72, "first_name+attends+school"),
)
_ON_GOODS: Final = (_PERSONALISED, _DATED)


class ChildNames(Seeker):
    """`MINOR`: the name of a child who can be singled out."""

    entities = (MINOR,)
    screen: ClassVar[Screen] = (
        folded(rf"(?:^|\W)(?:{_OWNER})\s(?:\S+\s){{0,3}}(?:{_CHILD}),?\s\S"),
        (
            (
                r"goes to|attends|is in|plays for|is a pupil at|is a student at|va a|va al|geht in"
                r"|geht auf|estuda na|sekolah di"
            ),
            folded(_SCHOOL_WORDS),
        ),
        (
            r"\d\W\d\d?\W20[0-2]\d",
            r"engrav|printed|steht|gravier|bestick|grav|bordad|grabad|personali|ukir|plaque|poster|asked for",
        ),
    )

    def seek(self, text: Text) -> Iterator[Hit]:
        """Yield children's names; product names behind "my daughter" need the NER pipeline's no."""
        view = cased(text)
        string = view.string
        for match in _FULL_NAME.finditer(string):
            name = trim(match["name"])
            start, end = match.start("name"), match.start("name") + len(name)
            school = _at_school(string, match.end())
            if " " in name and private(name) and (school or ner.is_person(string, start, end)):
                yield self._hit(view, match, name, 0.88 if school else 0.76, "child+full_name")
        for pattern, confidence, because in _SINGLED_OUT:
            for match in pattern.finditer(string):
                if private(match["name"]) and _at_school(string, match.end()):
                    yield self._hit(view, match, match["name"], confidence, because)
        for pattern in _ON_GOODS if _ENGRAVED.search(string) else ():
            for match in pattern.finditer(string):
                if private(match["name"]):
                    yield self._hit(view, match, match["name"], 0.68, "personalised_name+birth_date")

    @staticmethod
    def _hit(view: View, match: re.Match[str], name: str, confidence: float, because: str) -> Hit:
        start = match.start("name")
        place = view.span(start, start + len(name))
        return Hit(entity=MINOR, span=place, confidence=confidence, because=because)


def _at_school(string: str, end: int) -> bool:
    """Whether a school, class, team or birth date follows in the same sentence."""
    stop = re.search(r"[.!?\n]", string[end : end + _REACH])
    return _SCHOOL.search(string, end, end + (stop.start() if stop else _REACH)) is not None
