"""What follows street and number in an address: unit, district, postcode, city, region, country.

`grow` walks forward from a street to the end of the address. Which streets there are lives in
`streets`, whether the whole is somebody's home in `premises`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from moderation.detect.pii.gazette import any_of, listed
from moderation.detect.pii.places.reading import Reading
from moderation.text.number_words import VALUES, WEAK

LETTERS: Final = r"[^\W\d_]+(?:['-][^\W\d_]+){0,5}"
WORD: Final = rf"{LETTERS}(?![\w])\.?"
PARTICLES: Final = frozenset(listed("settings", "particles"))
SENTENCE: Final = frozenset(listed("settings", "sentence")) - PARTICLES
_DONE: Final = SENTENCE | frozenset(listed("settings", "done"))
"""Words that follow an address in small letters: what was done there."""
_SMALL: Final = frozenset({"in", "on", "at", "a", "an", "am", "im", "y", "e", "en", "the", "of", "al"})
"""Particles that as often go on with the sentence: inside a name only before a capital."""
_PREFIXES: Final = frozenset(listed("settings", "prefixes"))
_SECONDS: Final = frozenset(listed("settings", "seconds"))
_NEXT: Final = re.compile(r"[ \t]([^\W\d_]+)")
_JOINED: Final = re.compile(rf"[ -]({LETTERS})")
_STARTERS: Final = frozenset(listed("settings", "starters"))
"""Words that open a new sentence, capital or not."""
NUMBER_WORD: Final = any_of(
    [w for w, worth in VALUES.items() if len(w) > 2 and worth < 100 and w not in WEAK]
)
NUMBER_WORDS: Final = (
    rf"{NUMBER_WORD}(?:[\s-]{{1,2}}(?:{NUMBER_WORD}|and|y|e|et|und|cent|cents|hundred|cien"
    r"|ciento|cento|oh|o|a|b|c|un|eins)){0,4}"
)
UK: Final = rf"{any_of(listed('regions', 'uk_areas'))}\d[a-z\d]?\s?\d[abd-hjlnp-uw-z]{{2}}"
CANADIAN: Final = r"[abceghjklmnprstvxy]\d[a-z][\s-]?\d[a-z]\d"
IRISH: Final = r"[acdefhknprtvwxy]\d[\dw]\s?(?=\d*[a-z])(?=[a-z]*\d)[acdefhknprtvwxy\d]{4}"
_NOT_MONEY: Final = (
    r"(?![\w%€$£]|[.,:/]\d|\s?(?:€|eur|euros?|usd|dollars?|reais|pesos|rb|ribu|rupiah|dong"
    r"|vnd|baht|rs|cm|mm|kg|km|gr?|ml|mg|w|h|uhr|min|minutos|minutes|menit|dias|days"
    r"|pcs)(?!\w))"
)
POSTCODE: Final = (
    r"(?:(?:cep|c\.?\s?p\.?|plz|pin(?:\s?code)?|zip(?:\s?code)?|kode\s?pos|post\s?code"
    r"|postal\s?code|codigo postal|code postal|eircode|cap|รหัสไปรษณีย์)\s?[:.]?\s?)?"
    r"(?:(?:[a-z]{1,2}-)?\d{4,6}(?:-\d{3,4})?|\d{2}\.?\d{3}[-\s]\d{3}"
    rf"|\d{{3}}\s\d{{2,3}}|\d{{2}}-\d{{3}}|[a-z]\d{{4}}[a-z]{{3}}|\d{{8}}|{CANADIAN}|{UK}|{IRISH}){_NOT_MONEY}"
)
_VALUE: Final = (
    r"(?:[a-z]{0,2}[-\s/]?\d{1,5}(?:\s?[a-z](?!\w))?(?:[/-]\w{1,4})?|[a-z](?!\w)"
    rf"|[ivx]{{1,4}}(?!\w)|{NUMBER_WORD}(?!\w))"
)
_UNIT_WORDS: Final = any_of(listed("settings", "unit"))
_UNIT: Final = re.compile(
    rf"(?:{_UNIT_WORDS}(?:\.|(?![a-z]))\s?(?:no\.?|num\.?|nr\.?|n[o°º]?\.|#|-|:)?\s?{_VALUE}"
    r"|#\s?[a-z]?\d{1,5}[a-z]?|(?:p|q|phuong|quan|f)\.?\s?\d{1,2}"
    r"|\d{1,2}\s?(?:\.?\s?[oa°]\.?|\.|st|nd|rd|th|er|re|e|eme)?\s?(?:floor|flr|piso|izq|izda"
    r"|izqda|izquierda|dcha|dha|drcha|derecha|dta|dto|direito|esq|esquerdo|frente|fte|og"
    r"|stock|etage|andar|planta|apto|lantai|puerta|pta)(?!\w)\.?(?:\s?[a-d](?!\w))?"
    r"|\d{1,2}\s?\.?[oa°]\.?\s?[a-g](?!\w)|\d{1,2}\s?\.?[oa°](?!\w)|\d{1,2}[a-g](?!\w)|\d{1,3}/\d{1,3}(?!\w)"
    r"|s/n|fundos|frente|rdc|r/c(?:\s?(?:dto|dt|esq|frt))?\.?|(?:dcha|izda|izq|dto|esq)\.?"
    r"|(?:hinterhaus|vorderhaus|seitenflugel|gartenhaus|quergebaude|hofgebaude|hh|vh|sf|gh|eg|dg|erdgeschoss"
    r"|dachgeschoss|souterrain|hochparterre|parterre)(?:\s(?:links|rechts|mitte|li|re))?"
    r"|(?:erstes|zweites|drittes|viertes|funftes|erster|zweiter|dritter|vierter|funfter|[1-9]\.)\s(?:og|stock|etage|obergeschoss)"
    r"(?:\s(?:links|rechts|mitte))?|upstairs|downstairs|front|rear|terreo"
    r"|(?:ground|first|second|third|fourth|fifth|top) floor|(?:primero|segundo|tercero|cuarto"
    r"|quinto|primer|tercer)(?:\s(?:piso|[a-d]|be|ce|de|izquierda|derecha))?"
    r"|rt\.?\s?\d{1,3}\s?/?\s?(?:rw\.?)?\s?\d{0,3}|[a-z]?\d{1,4}[a-z]?(?=,\s[a-z])"
    r")(?!\w)"
)
_DISTRICT_WORDS: Final = any_of(listed("settings", "district"))
_DISTRICT: Final = re.compile(rf"{_DISTRICT_WORDS}(?:\.\s?|\s)(?=[\w])")
_NAMES: Final = any_of(
    [
        name
        for heading in ("us_names", "ca", "au", "in", "countries", "mx", "vn")
        for name in listed("regions", heading)
    ]
)
_CODES: Final = any_of(
    [
        *listed("regions", "us"),
        *listed("regions", "br"),
        *listed("regions", "au_short"),
        *listed("regions", "it"),
    ]
)
_REGION: Final = re.compile(rf"\(?(?:(?P<name>{_NAMES})|(?P<code>{_CODES}))(?!\w)\.?\)?")
_POST: Final = re.compile(POSTCODE)
_FOUR: Final = re.compile(r"\d{4}(?!\d)")
_STATED: Final = re.compile(
    rf"\s*,?\s*(?:{POSTCODE}|(?:{_NAMES}|{_CODES})\.?,?\s+(?:\d{{4,6}}|{CANADIAN}|{UK})(?!\w))"
)
_SEP: Final = re.compile(
    r"(?:\.(?=\s*(?:cep|cp|c\.p|pin|plz)(?!\w)))?[ \t]*(?:[,;|/·(\-]|,?[ \t]*\r?\n"
    r"|\. ?,)?[ \t]*(?:\r?\n)?[ \t]*"
)
_WORD: Final = re.compile(WORD)
_SMALL_END: Final = re.compile(
    rf"(?:\s(?!y |and |und |et )[^\W\d_]{{1,12}}){{1,3}}(?=,\s?{_NAMES}\.?,?\s+\d{{5}})"
)
_EDGE: Final = re.compile(r"[ \t]*(?:[,.;:!?)\n\"'»”-]|$|\d)")


class Manner(NamedTuple):
    """How an address is written: where every noun has a capital, and where nothing has."""

    nouns: bool
    lower: bool


@dataclass(frozen=True, slots=True)
class Tail:
    """How far an address reaches, and what was met on the way."""

    end: int
    unit: bool = False
    district: int = 0
    post: bool = False
    city: bool = False
    region: bool = False


def grow(
    reading: Reading, at: int, *, nouns: bool = False, lower: bool = False, opened: bool = False
) -> Tail:
    """Walk from the end of street and number to the end of the address.

    `nouns` where every noun has a capital (German): a capital alone makes no city. `lower` where the
    address is written in small letters, `opened` where a house may be followed by its street without a comma.
    """
    string = reading.string
    while at and string[at - 1] in " ,":
        at -= 1
    tail = Tail(at)
    for step in range(14):
        gap = _SEP.match(string, tail.end)
        here = gap.end() if gap else tail.end
        if here == tail.end or here >= len(string):
            break
        comma = string[tail.end : here].strip(" \t") != "" or (opened and not step)
        following = _step(reading, tail, here, comma, Manner(nouns, lower))
        if following is None or following.end <= tail.end:
            break
        tail = following
    return tail


def _step(reading: Reading, tail: Tail, here: int, comma: bool, manner: Manner) -> Tail | None:
    string, lower = reading.string, manner.lower
    if not tail.post and (post := _POST.match(string, here)) and _fits(reading, tail, post, comma):
        behind = _after_post(reading, post.end(), lower)
        return replace(tail, end=behind or post.end(), post=True, city=tail.city or behind is not None)
    if (region := _REGION.match(string, here)) and _regional(reading, tail, region, comma, lower):
        return replace(tail, end=region.end(), region=True)
    unit = _UNIT.match(string, here)
    if unit and (not tail.post or (comma and not unit[0].isdecimal())):
        return replace(tail, end=unit.end(), unit=True)
    if (prefix := _DISTRICT.match(string, here)) and (end := _named(reading, prefix.end(), lower, comma)):
        return replace(tail, end=end, district=tail.district + 1)
    if tail.post and ((tail.city and not comma) or (lower and reading.capital(here))):
        return None
    town = city(reading, here, comma=comma, nouns=manner.nouns, lower=lower)
    return replace(tail, end=town, city=True) if town else None


def _fits(reading: Reading, tail: Tail, post: re.Match[str], comma: bool) -> bool:
    """Whether a number is a postcode here: four digits need a town or region beside them."""
    digits = post[0].strip()
    if re.fullmatch(r"\d{4}", digits):
        if tail.region or (tail.city and (comma or tail.district or not re.match("(?:19|20)", digits))):
            return True
        after = _WORD.match(reading.string, post.end() + 1)
        return (
            after is not None
            and (reading.capital(after.start()) or not tail.city)
            and after[0] not in SENTENCE
        )
    return True


def _regional(reading: Reading, tail: Tail, region: re.Match[str], comma: bool, lower: bool) -> bool:
    """Whether a state's letters are meant: short ones need capitals, a comma or a postcode behind."""
    if region["name"] and len(region["name"]) > 3:
        return reading.capital(region.start("name")) or lower
    start = region.start("name") if region["name"] else region.start("code")
    shouted = reading.capital(start) and reading.capital(region.end(region.lastgroup or 0) - 1)
    if shouted:
        return True
    rest = re.compile(rf",?\s+(?:\d{{4,6}}|{CANADIAN}|{UK})(?!\w)").match(reading.string, region.end())
    return rest is not None or (
        lower and tail.post and comma and _EDGE.match(reading.string, region.end()) is not None
    )


def _after_post(reading: Reading, at: int, lower: bool) -> int | None:
    """Find the end of the town behind a postcode."""
    gap = re.compile(r",?[ \t]+|,?[ \t]*\n[ \t]*|\s?[-–]\s?").match(reading.string, at)
    if gap is None:
        return None
    first = _WORD.match(reading.string, gap.end())
    if first is None or first[0].strip(".") in SENTENCE:
        return None
    if reading.capital(first.start()):
        return _run(reading, first.start(), 4)
    return _small(reading, first.start(), 4) if lower else None


def city(reading: Reading, at: int, *, comma: bool, nouns: bool, lower: bool) -> int | None:
    """Find the end of a town's or district's name at `at`, None where the sentence goes on instead."""
    string = reading.string
    first = _WORD.match(string, at)
    if first is None:
        return None
    word = first[0].strip(".")
    if reading.capital(at) and word not in (_STARTERS if comma else SENTENCE):
        return _large(reading, at, comma, nouns)
    return _little(reading, at, comma) if lower and word not in SENTENCE else None


def _large(reading: Reading, at: int, comma: bool, nouns: bool) -> int | None:
    """Find the end of a name with capitals that a comma, a region or the sentence's end marks as a town."""
    string = reading.string
    end = _run(reading, at, 5)
    longer = _SMALL_END.match(string, end)
    end = longer.end() if longer else end
    stated = _STATED.match(string, end) is not None
    edge = _EDGE.match(string, end) is not None
    return end if stated or (comma and (edge or not nouns)) or (edge and not nouns) else None


def _little(reading: Reading, at: int, comma: bool) -> int | None:
    """Find the end of a name in small letters: before a postcode or region, or a few words behind a comma."""
    string = reading.string
    first = end = _word_end(string, at)
    for count in range(1, 4):
        if _STATED.match(string, end):
            return end
        following = _NEXT.match(string, end)
        if following is None or following[1] in _DONE:
            return end if comma and (_EDGE.match(string, end) or (count <= 2 and following)) else None
        end = _word_end(string, following.start(1))
    if _STATED.match(string, end):
        return end
    return first if comma else None


def _word_end(string: str, at: int) -> int:
    word = _WORD.match(string, at)
    return word.end() if word else at


def _named(reading: Reading, at: int, lower: bool, comma: bool) -> int | None:
    """Find the end of the name behind a district word: a number, or words."""
    string = reading.string
    number = re.compile(rf"(?:so\s)?(?:\d{{1,3}}[a-z]?|{NUMBER_WORDS})(?!\w)").match(string, at)
    if number:
        return number.end()
    first = _WORD.match(string, at)
    if first is None or first[0].strip(".") in SENTENCE - {"hai", "ba", "tu", "nam"}:
        return None
    if reading.capital(at):
        return _run(reading, at, 5)
    return _small(reading, at, 3) if lower or comma else None


def _run(reading: Reading, at: int, most: int) -> int:
    """Walk over words with capitals, and particles between them."""
    string, end, here = reading.string, at, at
    for _ in range(most):
        word = _WORD.match(string, here)
        if word is None:
            break
        bare = word[0].strip(".")
        if reading.capital(here) and not (bare in _STARTERS and end > at):
            abbreviated = word[0].endswith(".") and len(bare) > 4
            end = word.end() - abbreviated
            if abbreviated:
                break
        elif bare not in PARTICLES:
            break
        gap = re.compile(r"[ \t-]|(?<=\.)").match(string, word.end() if end != word.end() - 1 else end)
        if gap is None:
            break
        here = gap.end()
    return end


def _small(reading: Reading, at: int, most: int) -> int:
    """Walk over a name in small letters: one word, more only where a known piece asks for it."""
    string = reading.string
    word = _WORD.match(string, at)
    if word is None:
        return at
    end = here = word.end() - word[0].endswith(".")
    bare = word[0].strip(".")
    for _ in range(most - 1):
        following = _JOINED.match(string, here)
        if following is None or following[1] in _DONE:
            break
        comes = following[1]
        particle = comes in PARTICLES
        glued = bare in _PREFIXES or bare in PARTICLES or comes in _SECONDS
        if not (glued or (particle and comes not in _SMALL)):
            if _EDGE.match(string, following.end()) and not particle:
                end = following.end()
            break
        here, bare = following.end(), comes
        if not particle:
            end = here
    return end
