"""Numbers counted as other languages count, or with digits said to repeat: read as digits, in one more view.

"gong-il-gong, sa-gu-il-chil" and "linh cửu thất tam nhị nhất" are rows of one language's words; "two eights",
"hai con tám" and "ตองห้า" say a digit so many times. What the digits are is judged elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Final

import yaml

from moderation.detect.pii.gazette import any_of
from moderation.text import Text, View
from moderation.text.digits import spell_digits
from moderation.text.number_words import UNSPACED, VALUES
from moderation.text.view import Edit, rewrite

_FEWEST: Final = 6
_LONGEST: Final = 20
"""Words read as one number; more are a list."""
_DISTINCT: Final = 4


def _tables() -> tuple[Mapping[str, int], ...]:
    listed: dict[str, str] = yaml.safe_load(
        files("moderation.detect.pii").joinpath("words", "counting.yaml").read_text(encoding="utf-8")
    )
    return tuple(
        {
            Text.of(word).folded.string: worth
            for worth, ways in enumerate(line.split())
            for word in ways.split("/")
        }
        for line in listed.values()
    )


_TABLES: Final = _tables()
_ANY: Final = frozenset(word for table in _TABLES for word in table)
_COUNTED: Final = any_of([word for table in _TABLES for word in table])
_GAP: Final = r"[\s,.\-–—/·]{1,3}"
_TOKEN: Final = re.compile(r"[a-z]+(?:'[a-z]*)?|\d{1,4}")
_NEXT: Final = re.compile(_GAP)
_CLOSE: Final = frozenset({" ", "-", ".", "·"})
COUNTED: Final = rf"(?:^|[^a-z0-9])(?:{_COUNTED}{_GAP}){{5}}{_COUNTED}(?:[^a-z0-9]|$)"
"""For a screen: a row of such words."""

_WORDS: Final = {word: worth for word, worth in VALUES.items() if worth < 10}
_DIGIT: Final = any_of([word for word in _WORDS if len(word) > 1 and word.isascii()])
_THAI: Final = any_of([word for word in UNSPACED if "\u0e00" <= word[0] <= "\u0e7f"])
_PLURALS: Final = {
    word: worth
    for line in (
        "zeros ones twos threes fours fives sixes sevens eights nines",
        "zeroes - - - - - - - - -",
        "ceros unos doses treses cuatros cincos seises sietes ochos nueves",
        "- uns - - quatros - - setes oitos noves",
        "- - - tres - cincos seis - - -",
        "nullen einsen zweien dreien vieren funfen sechsen siebenen achten neunen",
        "- einser zweier dreier vierer funfer sechser siebener achter neuner",
        "zeri uni dui tri quattri cinqui sei setti otti novi",
    )
    for worth, word in enumerate(line.split())
    if word != "-"
}
_TIMES: Final = {
    word: times
    for times, words in {
        2: "two dos dois duas deux zwei due dua hai twice zweimal dalawang do double",
        3: "three tres trois drei tre tiga ba thrice dreimal tatlong teen triple",
        4: "four cuatro quatro quatre vier quattro empat bon viermal apat char",
    }.items()
    for word in words.split()
}
_MANY: Final = any_of(list(_TIMES))
_REPEATED: Final = re.compile(
    rf"(?<![^\W_])(?:(?P<times>{_MANY})\s(?:(?P<plural>{any_of(list(_PLURALS))})"
    r"|(?:con(?:\sso)?|chu|so|times|fois(?:\sle)?|mal(?:\sdie)?|veces(?:\sel)?|vezes(?:\so)?|volte(?:\sil)?"
    rf"|kali|beses(?:\sna)?)\s(?P<said>{_DIGIT}|\d))"
    rf"|(?P<many>zweimal|dreimal|viermal|twice|thrice)\s(?:die\s|the\s)?(?P<told>{_DIGIT}|\d)"
    rf"|(?P<four>tu\squy|tứ\squy)\s(?P<fourth>{_DIGIT}|\d)|(?P<three>tam\shoa|ba\scon)\s(?P<third>{_DIGIT}|\d)"
    rf"|(?P<two>cap|doi)\s(?P<second>{_DIGIT}|\d)(?=[\s,]{{1,2}}(?:{_DIGIT}|\d)))(?![^\W_])"
    rf"|(?P<tong>ตอง|คู่|เบิ้ล)\s?(?P<thai>{_THAI}|\d)|(?P<thaied>{_THAI}|\d)\s?(?P<bodies>สอง|สาม|สี่)\s?ตัว"
)
REPEATED: Final = (
    rf"(?:{_MANY})\s(?:(?:{any_of(list(_PLURALS))})|(?:con|chu|so|times|fois|mal|veces|vezes|volte|kali|beses)\s)"
    r"|(?:zweimal|dreimal|viermal|twice|thrice|tu quy|tam hoa|cap|doi)\s|ตอง|คู่|เบิ้ล|ตัว"
)
"""For a screen: a digit said to repeat."""
_FILLER: Final = re.compile(
    r"\d(?P<filler>[\s,]{1,3}(?:duoi|dau|giua|roi|tiep|and|then|y|e|et|und|dann|puis|luego|depois|lalu|terus"
    r"|end in|ending|final|al final|am ende|akhir|ท้าย|ตามด้วย|แล้ว)\s)\d"
)
_BODIES: Final = {"สอง": 2, "สาม": 3, "สี่": 4}
_TONG: Final = {"ตอง": 3, "คู่": 2, "เบิ้ล": 2}
_NOT: Final = frozenset({"tres", "sei", "uni"})
"""Plurals that are the digit's own name: "dos tres" is 2, 3."""


@lru_cache(maxsize=2)
def counted(text: Text) -> View | None:
    """Return the folded view with such numbers as digits; None where it has none."""
    view = text.folded
    if any(_TOKEN.finditer(view.string)):
        view = rewrite(view, _rows(view.string))
    view = rewrite(view, _repeats(view.string))
    if view is text.folded:
        return None
    view = spell_digits(view)
    return rewrite(view, _fillers(view.string))


def _fillers(string: str) -> Iterator[Edit]:
    """Take words out that only part the groups of a number."""
    at = 0
    while match := _FILLER.search(string, at):
        yield *match.span("filler"), " "
        at = match.end("filler")


def _rows(string: str) -> Iterator[Edit]:
    """Read rows of words of one language."""
    tokens = list(_TOKEN.finditer(string))
    at = 0
    while at < len(tokens):
        if tokens[at][0] not in _ANY:
            at += 1
            continue
        best = max((_length(string, tokens, at, table), place) for place, table in enumerate(_TABLES))
        length, table = best[0], _TABLES[best[1]]
        row = tokens[at : at + length]
        words = [token[0] for token in row if token[0] in table]
        if len(words) < _FEWEST or len({table[word] for word in words}) < _DISTINCT:
            at += 1
            continue
        behind = -1
        for token in row:
            if behind >= 0 and string[behind : token.start()] in _CLOSE:
                yield behind, token.start(), ""
            if token[0] in table:
                yield *token.span(), str(table[token[0]])
            behind = token.end()
        at += length


def _length(string: str, tokens: list[re.Match[str]], at: int, table: Mapping[str, int]) -> int:
    """Count the tokens from one on that are words of a language, or digits among them."""
    first = at
    while at < min(len(tokens), first + _LONGEST) and (
        tokens[at][0] in table or (at > first and tokens[at][0].isdecimal())
    ):
        if at > first and not _NEXT.fullmatch(string, tokens[at - 1].end(), tokens[at].start()):
            break
        at += 1
    return at - first


def _repeats(string: str) -> Iterator[Edit]:
    """Write digits that are said to repeat as often as they do."""
    for match in _REPEATED.finditer(string):
        times, said = _said(match)
        if said is not None:
            yield *match.span(), str(said) * times


def _said(match: re.Match[str]) -> tuple[int, int | None]:
    if match["tong"]:
        return _TONG[match["tong"]], _worth(match["thai"])
    if match["thaied"]:
        return _BODIES[match["bodies"]], _worth(match["thaied"])
    for name, digit, times in (("four", "fourth", 4), ("three", "third", 3), ("two", "second", 2)):
        if match[name]:
            return times, _worth(match[digit])
    if match["many"]:
        return _TIMES[match["many"]], _worth(match["told"])
    if match["plural"]:
        return _TIMES[match["times"]], None if match["plural"] in _NOT else _PLURALS[match["plural"]]
    return _TIMES[match["times"]], _worth(match["said"])


def _worth(word: str) -> int | None:
    return int(word) if word.isdecimal() else UNSPACED.get(word, _WORDS.get(word))
