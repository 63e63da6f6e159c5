"""What speaks for and against a candidate being a private person's name that should not stand there.

Features of a candidate: how it is built, which words stand right before and behind it, and what the
text around is about. `likelihood` adds them up; nothing here decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from moderation.detect.pii.persons.candidates import PARTICLES, Candidate
from moderation.detect.pii.persons.everyday import written
from moderation.detect.pii.persons.gazetteer import Kin
from moderation.detect.pii.persons.phrases import (
    Word,
    beginning_at,
    ending_at,
    said,
    thai_set,
    words_of,
)
from moderation.detect.pii.persons.quality import Quality, capital, quality

_FILLERS: Final = words_of("fillers")
_ADVERBS: Final = words_of("adverbs")
_STREETS: Final = words_of("streets")
_STREETS_TONED: Final = frozenset(thai_set("streets_toned"))
_ARTICLES: Final = frozenset(
    {
        *(
            "der",
            "die",
            "den",
            "dem",
            "ein",
            "eine",
            "einem",
            "einer",
            "einen",
            "a",
            "o",
            "la",
            "el",
            "un",
            "una",
        ),
        *("une", "le", "il", "al", "ao", "à", "da", "do"),
    }
)
"""Articles that everyday speech puts before first names, as written."""
_PEOPLE: Final = ("courier", "staff", "neighbour", "relation", "person", "customer")
_CUES: Final = frozenset(
    f"before:{name}" for name in (*_PEOPLE, "named", "says", "handed", "title", "greet", "ask")
)
_NOTHING: Final[frozenset[str]] = frozenset()
_TOLD: Final = frozenset({"named", "says", "title", "copula"})
"""What articles and forms of "to be" may say before a name."""
_ROLES: Final = frozenset({"courier", "staff", "neighbour", "relation", "customer"})
_BEHIND_COMMA: Final = frozenset({"you", "place", "deed"})
_ABOUT: Final = ("art", "goods", "brand", "label_near")
_REACH_LEFT: Final = 14
_REACH_RIGHT: Final = 10
_REACH_ABOUT: Final = 60
_SKIPPED: Final = 3
_SHORT: Final = 5
_HOUSE: Final = re.compile(r"\d{1,4}")
_BREAK: Final = re.compile(r"[.!?\n]")
_HEAD: Final = re.compile(r"(?:^|[.!?…\n]\s*[\"'«“(]?|[\U0001f300-\U0001faff]\s*)$")
_TAIL: Final = re.compile(r"\s*(?:$|[.!?…\n])")
_ADDRESS: Final = re.compile(r"[,:;]?\s*[^.!?\n]{0,34}?\b\d{1,5}\b")
_CLOSED: Final = re.compile(r"\s?(?:[,.!?]|$)")
_BEFORE: Final = (
    ("colon", re.compile(r"[:：]\s*[\"'«“]?$")),
    ("quote", re.compile(r"[\"«“„]\s?$")),
    ("dash", re.compile(r"(?:^|\s)[-–—~]\s?$")),
    ("comma", re.compile(r",\s$")),
    ("open", re.compile(r"\($")),
    ("sign", re.compile(r"[@#/]$")),
)
_BEHIND: Final = (
    ("comma", re.compile(r"\s?,")),
    ("colon", re.compile(r"\s?:")),
    ("close", re.compile(r"\s?[\"»”)]")),
    ("open", re.compile(r"\s?\(")),
    ("dash", re.compile(r"\s[-–—]\s")),
    ("bang", re.compile(r"\s?!")),
    ("possessive", re.compile(r"['’]s?\s")),
    ("mark", re.compile(r"\s?[™®©]")),
    ("number", _ADDRESS),
)


def features(string: str, words: Sequence[Word], found: Candidate) -> frozenset[str]:
    """Return the names of the features that a candidate has."""
    named = frozenset(
        (
            *_build(found),
            *_ordinary(found),
            *_case(words, found),
            *_run_on(string, words, found),
            *_marks(string, found),
            *_lead(string, words, found),
            *_places(words, found),
            *_follow(string, words, found),
            *_around(words, found),
        )
    )
    cued = "cued" if named & _CUES else "uncued"
    return named | {f"{cued}+{_listing(found)}", *({f"{cued}+lower"} if found.lower else ())}


def _listing(found: Candidate) -> str:
    """Say how much of a name is listed."""
    if found.vietnamese:
        return "vietnamese"
    given, family = found.kins[0] & Kin.GIVEN, found.kins[-1] & Kin.FAMILY
    if found.initials and len(found.names) == 1:
        return "surname" if found.kins[0] else "nothing"
    if given:
        return "both" if family else "given"
    return "surname" if family else "nothing"


def _build(found: Candidate) -> Iterator[str]:
    size = len(found.names)
    yield f"size:{min(size, 4)}"
    yield f"first:{found.qualities[0].name.lower()}"
    if size > 1:
        yield f"last:{found.qualities[-1].name.lower()}"
        yield f"worst:{min(found.qualities).name.lower()}"
        if sum(own is Quality.LISTED for own in found.qualities) > 1:
            yield "listed_twice"
        yield from _parts(found)
    if found.initials:
        yield "initial"
    if found.particles:
        yield "particle"
    if found.vietnamese:
        yield "vietnamese"
        yield f"vietnamese:{min(size, 4)}"


def _parts(found: Candidate) -> Iterator[str]:
    first_listed = found.qualities[0] is Quality.LISTED
    if found.kins[0] & Kin.GIVEN and found.kins[-1] & Kin.FAMILY:
        yield "given+family"
        if first_listed or found.qualities[-1] is Quality.LISTED:
            yield "given+family+listed"
    elif found.kins[0] & Kin.GIVEN:
        yield "given_first"
        if first_listed:
            yield "given_first+listed"
    elif not any(found.kins):
        yield "unlisted"
    elif not any(listed & Kin.GIVEN for listed in found.kins):
        yield "no_given"


def _ordinary(found: Candidate) -> Iterator[str]:
    """Yield which words of a name are everyday words of the text's language."""
    ordinary = [word.common for word in found.names]
    if ordinary[0]:
        yield "common:first"
    if len(ordinary) > 1 and ordinary[-1]:
        yield "common:last"
    if all(ordinary):
        yield "common:all"


def _case(words: Sequence[Word], found: Candidate) -> Iterator[str]:
    if found.lower:
        yield "lower"
        if min(found.qualities) >= Quality.BOTH:
            yield "lower:listed"
        if min(found.qualities) is Quality.LISTED:
            yield "lower:sure"
    around = [*words[max(0, found.first - 5) : found.first], *words[found.last : found.last + 5]]
    around = [word for word in around if word.text[0].isalpha() and not "\u0e00" <= word.text[0] <= "\u0e7f"]
    capitals = sum(word.text[0].isupper() for word in around)
    if found.upper:
        yield "upper"
        if sum(word.text.isupper() and len(word.text) > 1 for word in around) > 1:
            yield "upper:shouted"
    elif len(around) > _SKIPPED and capitals > 0.6 * len(around):
        yield "title_case"


def _run_on(string: str, words: Sequence[Word], found: Candidate) -> Iterator[str]:
    """Yield whether further capitals touch a name."""
    if (
        found.last < len(words)
        and string[found.end : words[found.last].start] == " "
        and capital(words[found.last])
    ):
        yield "runs_on"
    if found.first and string[words[found.first - 1].end : found.start] == " ":
        before = words[found.first - 1]
        known = said(words, found.first - 1, found.first)
        if capital(before) and quality(before.low) > Quality.WORD and not known:
            yield "run_before"


def _marks(string: str, found: Candidate) -> Iterator[str]:
    """Yield what the marks right before and behind say."""
    lead = string[max(0, found.start - 6) : found.start]
    rest = string[found.end : found.end + 48]
    if _HEAD.search(lead):
        yield "head"
    if _TAIL.match(rest):
        yield "tail"
    if lead.endswith(", ") and _CLOSED.match(rest):
        yield "apposition"
    yield from (f"before:{name}" for name, pattern in _BEFORE if pattern.search(lead))
    yield from (f"after:{name}" for name, pattern in _BEHIND if pattern.match(rest))


def _lead(string: str, words: Sequence[Word], found: Candidate) -> Iterator[str]:
    """Yield the classes of the phrase before a name, over articles and titles, and of the one before that."""
    seen: set[str] = set()
    end = found.first
    while end > 0 and found.first - end < _SKIPPED:
        between = string[words[end - 1].end : found.start if end == found.first else words[end].start]
        if len(words[end - 1].text) < _SHORT:
            between = between.replace(". ", " ", 1)
        if _BREAK.search(between):
            return
        start, classes = next(ending_at(words, end), (end, _NOTHING))
        alone = words[end - 1].low in _FILLERS and end - start <= 1
        fresh = (classes & _TOLD if alone else classes) - seen
        seen |= fresh
        yield from (f"before:{name}" for name in fresh)
        if not alone:
            _, further = next(ending_at(words, start), (start, _NOTHING)) if start < end else (0, _NOTHING)
            yield from (f"further:{name}" for name in further & (_ROLES | {"label_near"}))
            return
        end -= 1


def _places(words: Sequence[Word], found: Candidate) -> Iterator[str]:
    """Yield what makes a name a place's: an institution up to three words before, or in it."""
    if found.first and words[found.first - 1].text in _ARTICLES:
        yield "before:article"
    start = found.first
    while (
        start > max(0, found.first - _REACH_LEFT)
        and capital(words[start - 1])
        and words[start].start - words[start - 1].end == 1
    ):
        start -= 1
    if start and _HOUSE.fullmatch(words[start - 1].text) and words[start].start - words[start - 1].end == 1:
        yield "before:digits"
    if "institution" in said(words, found.first, found.first + 1):
        yield "first:institution"
    if "institution" in said(words, found.last - 1, found.last):
        yield "last:institution"
    for at in range(found.first - 1, max(-1, found.first - 1 - _SKIPPED), -1):
        between = words[at + 1]
        if at + 1 < found.first and between.low not in PARTICLES and not capital(between):
            return
        if "institution" in said(words, at, at + 1):
            yield "before:institution_near"
            toned = not words[at].text.isascii()
            if capital(words[at]) or (
                written(words[at].text) in _STREETS_TONED if toned else words[at].low in _STREETS
            ):
                yield "before:place_name"
            return


def _follow(string: str, words: Sequence[Word], found: Candidate) -> Iterator[str]:
    """Yield the classes of the phrase behind a name, over adverbs and articles."""
    at = found.last
    if at >= len(words):
        return
    between = string[found.end : words[at].start]
    if _BREAK.search(between):
        return
    comma = "," in between
    for skipped in range(min(_SKIPPED, len(words) - at)):
        _, classes = next(beginning_at(words, at + skipped), (at, _NOTHING))
        far = "~" if skipped else ""
        yield from (
            f"after{far}:{'comma+' if comma and name in _BEHIND_COMMA else ''}{name}" for name in classes
        )
        if comma and classes & _ROLES:
            yield "after:role"
        if "place" in classes and any(map(capital, words[at + skipped + 1 : at + skipped + 3])):
            yield "after:place+capital"
        if words[at + skipped].low not in _ADVERBS and words[at + skipped].low not in _FILLERS:
            return


def _around(words: Sequence[Word], found: Candidate) -> Iterator[str]:
    left = range(max(0, found.first - _REACH_LEFT), found.first)
    right = range(found.last, min(len(words), found.last + _REACH_RIGHT))
    for side, places in (("left", left), ("right", right)):
        seen = _NOTHING.union(*(said(words, at, at + 1) for at in places))
        yield from (f"{side}:{name}" for name in _ABOUT if name in seen)
        if seen & _ROLES:
            yield f"{side}:role"
    if about(words, found.first, found.last, "art", reach=_REACH_ABOUT):
        yield "about:art"
    if any(len(words[at].text) >= _SHORT and words[at].text[0].isdigit() for at in (*left, *right)):
        yield "near:number"


def about(words: Sequence[Word], first: int, last: int, name: str, *, reach: int = _REACH_LEFT) -> bool:
    """Whether a word of this class stands within reach of the words `first..last`."""
    near = (*range(max(0, first - reach), first), *range(last, min(len(words), last + reach)))
    return any(name in said(words, at, at + 1) for at in near)


def shouted(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether capitals mean nothing here, because the words around are written in them too."""
    around = [*words[max(0, first - 6) : first], *words[last : last + 6]]
    own = "".join(word.text for word in words[first:last])
    return own.isupper() and sum(word.text.isupper() and len(word.text) > 1 for word in around) > 1
