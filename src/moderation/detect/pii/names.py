"""What recognizers of names share: what a name looks like, and when it is nobody's private name.

Read with capitals, because they count, and without disguise (`spelling`). Strong cues stand alone;
weak ones need the NER pipeline's agreement (`ner`). Never by gazetteer: a name is a breach by its
context. First names in greetings and signatures, brands, authors and characters stay out. The cues
live in `people`, `placed` and `openings`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import ClassVar, Final

from moderation.detect.pii import ner
from moderation.detect.pii.conditions import CONDITION
from moderation.detect.pii.known import KNOWN, NOT_NAMES, TITLED
from moderation.detect.pii.letters import CAPITALISED, LOWER, PARTICLE, UPPER
from moderation.detect.pii.recognizer import Hit, Screen, Seeker, folded, stretches
from moderation.detect.pii.spelling import cased
from moderation.findings import Kind
from moderation.text import Text

OTHER_PERSON: Final = "OTHER_PERSON"
"""Entity of a name whose role says that it is neither the buyer nor the author."""

BUYER_NAME: Final = "BUYER_NAME"
"""Entity of a name that only the seller's records can have put beside what the buyer did."""

SENSITIVE: Final = "SENSITIVE_CATEGORY"
"""Entity of a buyer's condition, which the seller tells."""

SENSITIVE_NAMED: Final = "SENSITIVE_NAMED"
"""Entity of a named person's condition."""

CAP: Final = rf"(?:{CAPITALISED}|[{UPPER}]{{3,}})"
FULL_NAME: Final = (
    rf"(?P<name>{CAP}(?:\s(?:[{UPPER}]\.|{PARTICLE}))*(?:\s{CAP})(?:\s(?:{PARTICLE}\s)?{CAP}){{0,2}})(?![\w])"
)
FIRST_NAME: Final = rf"(?P<name>{CAPITALISED})(?![\w])"
SURNAME: Final = (
    rf"(?P<name>(?:[{UPPER}]\.\s?)*(?:{PARTICLE}\s)?{CAP}(?:\s(?:{PARTICLE}\s)?{CAP}){{0,3}})(?![\w])"
)


_CONDITION: Final = re.compile(
    rf"(?i)[^.!?\n]{{0,50}}?\b(?:her|his|their|has|have|had|with|for)\s(?:own\s)?{CONDITION}\b"
)
_PAIR: Final = rf"[{UPPER}][\w'’.\-]*\s(?:\w{{1,3}}\.?\s){{0,2}}[{UPPER}]"
PAIRS: Final = re.compile(_PAIR)
"""Two words with capitals, side by side or around particles: what a full name looks like from afar."""

CAPITALS: Final = re.compile(rf"{_PAIR}|[^.!?\s]\s[{UPPER}][{LOWER}]|(?<!\w)[Mm]rs?\.?\s|นา[งย]|คุณ")
"""The same, or a capital inside a sentence, or a title: where single names may be."""

_BEFORE: Final = 100
_AFTER: Final = 120
_PARTICLE: Final = re.compile(PARTICLE)


_SCENE: Final = re.compile(
    r"(?i)\b(?:books?|author|novel|chapters?|masterpiece|paperback|film|movie|album|song|actor"
    r"|actress|character|subconscious|poem|autobiography|libro|livre|buch|livro|buku)\b"
)
_BRANDED: Final = re.compile(
    r"(?i)\b(?:brand|model|series|show|game|colou?r|shade|product|toy|doll|character|perfume"
    r"|flavou?r|recipe|line|style|marque|marca|marke|merk)\b[^.!?]{0,60}$"
)
_SCENE_REACH: Final = 1500
_WORDS_AROUND: Final = 6
_TITLE_CASE: Final = 0.6


def _shouted(string: str, start: int, end: int) -> bool:
    """Whether capitals mean nothing here, because the words around carry them too."""
    around = (
        string[max(0, start - 60) : start].split()[-_WORDS_AROUND:]
        + string[end : end + 60].split()[:_WORDS_AROUND]
    )
    letters = [word for word in (w.strip(".,!?;:()[]\"'") for w in around) if word and word[0].isalpha()]
    capital = sum(word[0].isupper() for word in letters)
    if string[start:end].isupper() and sum(word.isupper() and len(word) > 1 for word in letters) >= 2:
        return True
    return len(letters) >= 4 and capital > _TITLE_CASE * len(letters)


def _public(string: str, start: int, end: int) -> bool:
    """Whether the surroundings make this an author, a character or a brand rather than a neighbour."""
    if _BRANDED.search(string, max(0, start - 80), start):
        return True
    return _SCENE.search(string, max(0, start - _SCENE_REACH), end + _SCENE_REACH) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One way in which a text introduces a name; `regex` has a group `name`.

    `titled` cues may name a single surname, `single` ones a first name. With `confirm` the NER
    pipeline must agree; without it, `confirmed` is the confidence where it does (0: not asked).
    `from_seller` is the confidence where the seller's side speaks (0: the same). `famous` cues are the
    ones that books and brands use as well, so that words of books and brands nearby rule the name out.
    """

    name: str
    regex: re.Pattern[str]
    confidence: float
    entity: str = Kind.PERSON.value
    confirm: bool = False
    confirmed: float = 0.0
    from_seller: float = 0.0
    titled: bool = False
    single: bool = False
    famous: bool = False


def name_screen(*patterns: str) -> Screen:
    """Make patterns with capitals fit for RE2 over the folded view: case and accents are gone there."""
    return tuple(folded(pattern.replace("(?i:", "(?:")) for pattern in patterns)


class NameSeeker(Seeker):
    """A recognizer made of cues, which are tried only around what `anchor` finds in the text."""

    entities: ClassVar[tuple[str, ...]] = (Kind.PERSON.value, OTHER_PERSON, SENSITIVE_NAMED)
    cues: ClassVar[Sequence[Cue]]
    anchor: ClassVar[re.Pattern[str]] = CAPITALS

    def seek(self, text: Text) -> Iterator[Hit]:
        """Yield names by cue; where the cue is weak, only those that the NER pipeline confirms."""
        view = cased(text)
        string = view.string
        windows = list(stretches(self.anchor, string, _BEFORE, _AFTER))
        for cue in self.cues:
            for match in chain.from_iterable(cue.regex.finditer(string, *window) for window in windows):
                start = match.start("name")
                name = trim(match["name"])
                end = start + len(name)
                if _breach(string, cue, start, end):
                    sure = cue.confirmed and ner.is_person(string, start, end)
                    yield Hit(
                        entity=cue.entity,
                        span=view.span(start, end),
                        confidence=cue.confirmed if sure else cue.confidence,
                        because=cue.name,
                        from_seller=max(cue.from_seller, cue.confirmed if sure else 0.0),
                    )
                    condition = _CONDITION.match(string, end, end + 80)
                    if condition:
                        place = view.span(start, condition.end())
                        told = SENSITIVE if cue.entity == BUYER_NAME else SENSITIVE_NAMED
                        yield Hit(entity=told, span=place, confidence=0.74, because="name+condition")


def _breach(string: str, cue: Cue, start: int, end: int) -> bool:
    name = string[start:end]
    if " " not in name and not (cue.titled or cue.single):
        return False
    if not private(name) or (cue.titled and _of_title(name)):
        return False
    if _shouted(string, start, end) or (cue.famous and _public(string, start, end)):
        return False
    return not cue.confirm or ner.is_person(string, start, end)


def _of_title(name: str) -> bool:
    return re.sub(r"['’]s$|[.'’]", "", name.split(maxsplit=1)[0].lower()) in TITLED


def private(name: str) -> bool:
    """Whether a captured name may be a private person's: no brand, public person or ordinary word in it."""
    tokens = [re.sub(r"['’]s$", "", token.lower()).strip(".'’") for token in name.split()]
    if any(token in NOT_NAMES for token in tokens if not _PARTICLE.fullmatch(token)):
        return False
    plain = " ".join(tokens).replace("’", "'")
    return not any(known in plain for known in KNOWN)


def trim(name: str) -> str:
    """Cut words that are no part of a name off its end (a name runs into the next capital)."""
    tokens = name.split(" ")
    while len(tokens) > 1 and tokens[-1].lower().strip(".'’") in NOT_NAMES | {"i", "de", "e", "y"}:
        tokens.pop()
    kept = " ".join(tokens)
    return re.sub(r"['’]s$", "", kept)
