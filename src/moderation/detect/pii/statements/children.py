"""Children: a full name, or a first name with school, team or birth date, where words say it is a child's.

Names are told as adults' are (`candidates`), in any case or disguise; what makes one a child's is in
`schooling`. Unnamed children, first names alone, dolls and teachers stay out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import ClassVar, Final

from moderation.detect.pii.persons.names import NameReading, private, reading
from moderation.detect.pii.persons.quality import Quality, capital, taken
from moderation.detect.pii.recognizer import Hit, Screen, Seeker
from moderation.detect.pii.statements.schooling import CHILD, DATE, SCREENS, listed
from moderation.lexicon.notation import compiled
from moderation.text import Text, View

MINOR: Final = "MINOR"
"""Entity of a child's name."""

_BEFORE: Final = 60
_AFTER: Final = 80
_NEAR: Final = 42
_SHORTEST: Final = 2
_ROLE: Final = 24
_AUTHOR: Final = 16
_CHILD: Final = re.compile(
    rf"{CHILD}(?:['’]s)?(?:,?\s(?:{listed('called')}|\d{{1,2}}))?\s?[,:(]?\s?[\"'“„«]?\s?$"
)
_OUR: Final = re.compile(rf"(?:^|\W){listed('our')}\s[\"'“„«]?$")
_CLASS: Final = re.compile(listed("class"))
_IN_CLASS: Final = re.compile(rf"^[\s,;:(–—-]*(?:[^\s.!?]+\s)?{listed('class')}")
_SCHOOL: Final = re.compile(listed("class", "school"))
_AGE: Final = re.compile(listed("age"))
_ADULT: Final = re.compile(listed("adult"))
_ADULT_BEHIND: Final = re.compile(
    rf"^[,(]?\s(?:is |was |the |our |his |her |la |le |die |der |a |el |o |yang )?(?:\w+ )?{listed('adult')}"
)
_THAI_CHILD: Final = re.compile(
    rf"(?P<who>{listed('child_alone')})\s?(?:ชื่อ)?\s?(?P<name>(?!ค้า|วัย|น้อง|รัก|หมา|แมว|หมี|สาว|ชาย|เรียน|อยู่|อายุ|ใส่|ชอบ|ไป|เข้า|กำลัง|ขึ้น|ใช้|คน|แฝด|ชั้น|เล่น)[\u0e01-\u0e4e]{{2,16}}?)"
    rf"(?=\s|เรียน|อยู่|อายุ|ใส่|ชั้น|,|\(|$|{listed('class')})(?P<more>\s[\u0e01-\u0e4e]{{3,}})?"
)
_THAI_TITLES: Final = ("เด็กหญิง", "เด็กชาย", "ด.ญ.", "ด.ช.", "ดญ.", "ดช.")
_THAI: Final = re.compile("[\u0e01-\u0e4e]")
_ENGRAVED: Final = re.compile(listed("engraved"))
_DATED: Final = re.compile(
    rf"^[\"'”“»]?[\s,.:;(*–—-]*(?:{listed('born')}[\s,.:;]*)?(?:(?:on|am|le|el|em|il|ngay|วันที่)\s)?{DATE}"
)
_BORN: Final = re.compile(rf"^\s{listed('born_on')}")
_ANY_DATE: Final = re.compile(DATE)
_ATTENDS: Final = re.compile(
    rf"^,?\s?\(?(?:{listed('who')}['’]?s?\s)?(?:\S+\s){{0,3}}?{listed('class', 'attends')}"
)
_BIRTHDAY: Final = re.compile(rf"{listed('birthday')}\s?(?:la |el )?$")
_SENTENCE: Final = re.compile(
    r"[!?]\s|(?<!geb)(?<!\bnr)(?<!\bkl)(?<!\bst)(?<!\bmr)(?<!\bmrs)(?<!\bms)\.\s|\n"
)
_GOODS: Final = re.compile(listed("goods"))
_WRITTEN: Final = re.compile(r"\b(?:i|we|book|author|brand)\b")
"""What stands right before a name that is an author's or no name at all."""
_SIGNS: Final[tuple[tuple[Callable[[str, str, str], bool], float, str], ...]] = (
    (lambda _, lead, tail: _schooled(lead, tail), 0.88, "child+first_name+school"),
    (lambda _, lead, tail: _member(lead, tail), 0.84, "first_name+attends+school"),
    (lambda low, _, tail: _inscribed(low, tail), 0.82, "personalised_name+birth_date"),
    (
        lambda _, lead, tail: bool(_BIRTHDAY.search(lead) and _ANY_DATE.search(tail)),
        0.8,
        "birthday+first_name+date",
    ),
)
"""What singles a first name out as a child's: a test of the text, what leads up and what follows."""


class ChildNames(Seeker):
    """`MINOR`: the name of a child who can be singled out."""

    entities = (MINOR,)
    screen: ClassVar[Screen] = SCREENS

    def seek(self, text: Text) -> Iterator[Hit]:
        """Yield children's names, whatever else they are: `settle` prefers them to names of anybody."""
        if not _worth(text.folded.string):
            return
        read = reading(text.original)
        view = read.view
        low = _lowered(view.string)
        if _THAI.search(low):
            # Either view takes off disguises that the other leaves.
            yield from _thai(text.folded, text.folded.string)
            yield from _thai(view, low)
        for start, end, full in _names(read):
            verdict = _verdict(low, start, end, full=full)
            if verdict is not None and private(view.string[start:end]):
                confidence, because = verdict
                yield Hit(entity=MINOR, span=view.span(start, end), confidence=confidence, because=because)


def _thai(view: View, string: str) -> Iterator[Hit]:
    """Yield children's names in Thai letters, which know neither capitals nor spaces between words."""
    for match in _THAI_CHILD.finditer(string):
        tail = string[match.end("name") : match.end("name") + _AFTER]
        titled = match["who"] in _THAI_TITLES
        if titled or _SCHOOL.search(tail) or _DATED.match(tail):
            end = match.end("more") if titled and match["more"] else match.end("name")
            because = "child+full_name" if titled else "child+first_name+school"
            yield Hit(
                entity=MINOR,
                span=view.span(match.start("name"), end),
                confidence=0.86,
                because=because,
            )


def _worth(string: str) -> bool:
    """Whether one of the screens finds something: what they keep and what is sought are one and the same."""
    return any(
        all(
            compiled(part).search(string) is not None
            for part in ((entry,) if isinstance(entry, str) else entry)
        )
        for entry in SCREENS
    )


def _lowered(string: str) -> str:
    """Fold letter by letter, so that places stay: the words around names are listed folded."""
    return "".join(_plain(char) for char in string)


def _plain(char: str) -> str:
    if char.isascii():
        return char.lower()
    made = Text.of(char).folded.string
    return made if len(made) == 1 else char.lower()[:1]


def _names(read: NameReading) -> Iterator[tuple[int, int, bool]]:
    """Yield where names may stand, and whether each is a full one."""
    inside: set[int] = set()
    for found in read.runs:
        inside.update(range(found.first, found.last))
        if not found.lower or min(found.qualities) >= Quality.LIKELY:
            yield found.start, found.end, True
    for at, word in enumerate(read.words):
        if at in inside or len(word.low) < _SHORTEST or word.text.isupper():
            continue
        if not _THAI.match(word.text) and taken(read.words, at) >= (
            Quality.ODD if capital(word) else Quality.BOTH
        ):
            yield word.start, word.end, False


def _verdict(low: str, start: int, end: int, *, full: bool) -> tuple[float, str] | None:
    """Weigh what stands around a name."""
    lead = low[max(0, start - _BEFORE) : start]
    tail = low[end : end + _AFTER]
    stop = _SENTENCE.search(tail)
    tail = tail[: stop.start()] if stop else tail
    if _ADULT.search(lead[-_ROLE:]) or _ADULT_BEHIND.match(tail) or _GOODS.search(lead):
        return None
    if full:
        return _full(low, lead, tail)
    return next(((sure, because) for holds, sure, because in _SIGNS if holds(low, lead, tail)), None)


def _full(low: str, lead: str, tail: str) -> tuple[float, str] | None:
    in_class = _IN_CLASS.match(tail) is not None
    if _CHILD.search(lead):
        taught = in_class or _SCHOOL.search(tail) is not None
        return (0.94, "child+full_name+school") if taught else (0.86, "child+full_name")
    if in_class and not _WRITTEN.search(lead[-_AUTHOR:]):
        return 0.86, "full_name+class"
    return (0.84, "personalised_name+birth_date") if _inscribed(low, tail) else None


def _schooled(lead: str, tail: str) -> bool:
    return bool(_CHILD.search(lead) and (_SCHOOL.search(tail) or _DATED.match(tail)))


def _member(lead: str, tail: str) -> bool:
    aged = _AGE.search(tail[:_NEAR]) and _SCHOOL.search(tail)
    return bool(_OUR.search(lead) and (aged or _ATTENDS.match(tail)))


def _inscribed(low: str, tail: str) -> bool:
    return bool((_DATED.match(tail) or _BORN.match(tail)) and _ENGRAVED.search(low))
