"""Where names may stand: runs of words that the gazetteer, a capital or their neighbours make names.

A candidate says nothing about whether it is a breach: `evidence` weighs what stands around it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from moderation.detect.pii.persons.eastern import FAMILIES as EASTERN
from moderation.detect.pii.persons.eastern import name_end as eastern_end
from moderation.detect.pii.persons.everyday import TONES
from moderation.detect.pii.persons.gazetteer import Kin, kin, sure_names
from moderation.detect.pii.persons.phrases import Word, adjoining, said, words_of
from moderation.detect.pii.persons.quality import SHORTEST, Quality, capital, quality, taken
from moderation.detect.pii.persons.vietnamese import name_end, syllables

PARTICLES: Final = words_of("particles")
"""Small words inside family names."""

MOST_TOKENS: Final = 6
_ARTICLES: Final = frozenset("IAOEYÀÉ")
"""Words of one letter that may begin a sentence."""
_SHORTEST_ACRONYM: Final = 3
_LONGEST_ACRONYM: Final = 4
_SIGNS: Final = frozenset("@#/_")
_AND: Final = frozenset({"e", "y"})
_MARIAN: Final = words_of("behind_del")
"""What follows "del" in names, where it otherwise leads to a place."""
_PLACING: Final = frozenset({"de", "da", "do", "di", "du"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words `first..last` (half-open) of a text as a name.

    `names` are its words without particles and initials; `qualities` and `kins` go with them.
    """

    first: int
    last: int
    start: int
    end: int
    names: tuple[Word, ...]
    qualities: tuple[Quality, ...]
    kins: tuple[Kin, ...]
    initials: int
    particles: int
    lower: bool
    upper: bool
    vietnamese: bool = False


def _initial(words: Sequence[Word], at: int, string: str) -> bool:
    word = words[at]
    dotted = string[word.end : word.end + 1] == "."
    if len(word.text) != 1 or not word.text.isalpha() or "\u0e00" <= word.text <= "\u0e7f":
        return False
    if at and len(words[at - 1].text) == 1 and words[at - 1].text.islower() and word.text.isupper():
        # "i. A.", "z. H.": on behalf of somebody.
        return False
    behind = words[at + 1].text if at + 1 < len(words) else ""
    if dotted:
        # "ạ. Bạn": a small letter that ends a sentence.
        return word.text.isupper() or not behind[:1].isupper()
    article = word.text in _ARTICLES and not (at and capital(words[at - 1]))
    return word.text.isupper() and behind[:1].isupper() and not article and not _acronym(words, at + 1)


def runs(string: str, words: Sequence[Word]) -> Iterator[Candidate]:
    """Yield the candidates of two words and more, initials counted, without overlap."""
    end = 0
    for at in _beginnings(words):
        if at < end:
            continue
        found: Candidate | None
        until = name_end(string, words, at)
        east = 0 if until else eastern_end(string, words, at)
        if until or east:
            found = _made(
                words, at, until or east, range(at, until or east), vietnamese=until > 0, eastern=east > 0
            )
        else:
            found = _run(string, words, at)
        if found is not None:
            yield found
            end = found.last


def _beginnings(words: Sequence[Word]) -> Iterator[int]:
    """Yield where a name may begin: at a capital, at or before a listed name, at a Vietnamese family."""
    sure, (families, names) = sure_names(), syllables()
    for at, word in enumerate(words):
        following = words[at + 1].low if at + 1 < len(words) else ""
        if (
            word.text[0].isupper()
            or word.low in sure
            or following in sure
            or (word.low in families and following in names)
            or len(word.text) == 1
            or word.low in EASTERN
        ):
            yield at


def _run(string: str, words: Sequence[Word], at: int) -> Candidate | None:
    if string[words[at].start - 1 : words[at].start] in _SIGNS or _acronym(words, at):
        return None
    names: list[int] = []
    initials: list[int] = []
    particles: list[int] = []
    place = at
    while place < len(words) and place - at < MOST_TOKENS + 2:
        if place > at and not adjoining(string, words, place):
            break
        word = words[place]
        if _initial(words, place, string):
            initials.append(place)
        elif (names or initials) and word.text.lower() in PARTICLES and _leads_on(words, place, len(names)):
            particles.append(place)
        elif (
            len(names) < MOST_TOKENS
            and _cased(words, names, place)
            and (
                taken(words, place, begun=bool(names or initials)) > Quality.WORD
                or (not names and _before_listed(string, words, place))
            )
        ):
            names.append(place)
        else:
            break
        place += 1
    if not names:
        return None
    last = names[-1] + 1
    first, names = _beheaded(words, at, names)
    initials = [place for place in initials if first <= place < last]
    particles = [place for place in particles if first <= place < last]
    if len({words[place].low for place in names}) + len(initials) < 2 or _syllables(words, names):
        return None
    return _made(words, first, last, names, initials=len(initials), particles=len(particles))


def _acronym(words: Sequence[Word], at: int) -> bool:
    """Whether a word is in capitals where the next one is not: NIF, UPI, CHS."""
    text = words[at].text
    behind = words[at + 1].text if at + 1 < len(words) else ""
    return _SHORTEST_ACRONYM <= len(text) <= _LONGEST_ACRONYM and text.isupper() and not behind.isupper()


def _cased(words: Sequence[Word], names: Sequence[int], place: int) -> bool:
    """Whether a word has the case of the name that has begun; a listed name may drop its capital."""
    if not names or capital(words[place]):
        return True
    return not capital(words[names[0]]) or taken(words, place) is Quality.LISTED


def _leads_on(words: Sequence[Word], place: int, names: int) -> bool:
    """Whether a particle leads on within a name rather than to a place."""
    if place + 1 >= len(words):
        return False
    particle, following = words[place].text.lower(), words[place + 1]
    if particle in _AND:
        return names > 1
    if following.text.lower() in PARTICLES:
        return True
    if particle == "del" and capital(words[place - 1]):
        return following.low in _MARIAN
    if "institution" in said(words, place + 1, place + 2):
        return False
    own = taken(words, place + 1, begun=True)
    return own >= Quality.BOTH or (own >= Quality.LIKELY and (names > 1 or particle not in _PLACING))


def _before_listed(string: str, words: Sequence[Word], place: int) -> bool:
    """Whether a small word begins a name because a listed one follows it."""
    if place + 1 >= len(words) or capital(words[place]) or len(words[place].low) <= SHORTEST:
        return False
    following = place + 1
    if (
        following + 1 < len(words)
        and _initial(words, following, string)
        and adjoining(string, words, following)
    ):
        following += 1
    own = quality(words[place].low)
    return (
        own in {Quality.BOTH, Quality.LIKELY}
        and adjoining(string, words, following)
        and not capital(words[following])
        and taken(words, following) is Quality.LISTED
    )


def _beheaded(words: Sequence[Word], first: int, names: list[int]) -> tuple[int, list[int]]:
    """Leave out what stands with a capital before a name because a sentence begins there."""
    while len(names) > 2 and names[0] == first and taken(words, first) is Quality.ODD:
        if taken(words, names[1]) < Quality.BOTH:
            break
        names = names[1:]
        first = names[0]
    return first, names


def _made(
    words: Sequence[Word],
    first: int,
    last: int,
    names: Sequence[int],
    *,
    initials: int = 0,
    particles: int = 0,
    vietnamese: bool = False,
    eastern: bool = False,
) -> Candidate:
    chosen = tuple(words[place] for place in names)
    return Candidate(
        first=first,
        last=last,
        start=words[first].start,
        end=words[last - 1].end,
        names=chosen,
        qualities=tuple(
            max(
                taken(words, place, begun=True),
                Quality.BOTH
                if vietnamese or eastern
                else Quality.ODD
                if capital(words[place])
                else Quality.LIKELY,
            )
            for place in names
        ),
        kins=tuple(Kin.GIVEN | Kin.FAMILY if eastern else kin(word.low) for word in chosen),
        initials=initials,
        particles=particles,
        lower=any(word.text[0].islower() for word in chosen),
        upper=all(word.text.isupper() for word in chosen),
        vietnamese=vietnamese,
    )


def _syllables(words: Sequence[Word], names: Sequence[int]) -> bool:
    """Whether small words are Vietnamese syllables, which are all listed names and ordinary words as well."""
    small = [words[place] for place in names if not capital(words[place])]
    families, given = syllables()
    return bool(small) and (
        any(TONES.search(word.text) for word in small)
        or all(word.low in families or word.low in given for word in small)
    )
