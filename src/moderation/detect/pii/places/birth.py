"""Dates of birth: dates weighed by what stands around them. Other dates are none.

A date of birth follows a birth word, or a word that makes it one: a birthday in a year long past, a sign
of the zodiac, a check of somebody's age, a number of an identity paper. Words for births and for all
other dates (purchase, expiry, weddings), for famous people, shops and dolls are data
(`words/births.yaml`); what a date looks like is `dates`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Final

import re2

from moderation.detect.pii.gazette import listed
from moderation.detect.pii.places.dates import (
    MONTH,
    ORDINAL,
    THAI_MONTH,
    Dated,
    full_dates,
    parts_of_dates,
    worded_dates,
)
from moderation.detect.pii.recognizer import Hit, Screen, Seeker
from moderation.detect.pii.wording import any_of as net_words
from moderation.detect.pii.wording import ended, gate, roomy
from moderation.findings import Kind
from moderation.text import Text, View


def _words(*headings: str) -> str:
    return ended(word for heading in headings for word in listed("births", heading))


_BORN: Final = re2.compile(_words("born"))
_BIRTHDAY: Final = re2.compile(_words("birthday"))
_ENGRAVED: Final = re2.compile(_words("personalised"))
_ASTRO: Final = re2.compile(_words("astro"))
_AGES: Final = re2.compile(_words("ages"))
_HELD: Final = re2.compile(_words("held"))
_PAPERS: Final = re2.compile(_words("papers"))
_WARDS: Final = re2.compile(_words("wards"))
_GRAVES: Final = re2.compile(_words("memorials"))
_AGAINST: Final = re2.compile(_words("against"))
_FAMOUS: Final = re2.compile(_words("famous"))
_NOBODY: Final = re2.compile(_words("institutions"))
_DOLLS: Final = re2.compile(_words("dolls"))
_PEOPLE: Final = re2.compile(_words("people"))
_OF_ME: Final = re2.compile(_words("of_me") + r"\s(?:the\s|dem\s)?$")
_REVERSED: Final = re2.compile(net_words("backwards"))
_COUNT: Final = (
    r"(?:\d{1,3}|\w*zig|\w{0,12}und\w{1,8}zig|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|eighteen"
    r"|twenty-one|veinte|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|vinte|trinta|quarenta|cinquenta"
    r"|sessenta|oitenta|noventa|trente|quarante|cinquante|soixante|quinze|dezoito|dieciocho|dix-huit)"
)
_TURNS: Final = (
    r"(?:(?:turn(?:s|ed|ing)?|will be|ll be|becomes|reaches|hits|celebrates (?:her|his)|wird|wurde|werde"
    r"|cumple|cumplio|cumplo|cumplira"
    rf"|faz|fez|fara|faco|completo|completa|completou|compie|compira|genap|tron|ครบ)\s(?:{_COUNT})"
    rf"|(?:fete|aura|a fete)\s(?:ses|mes|les)?\s?{_COUNT}\sans|(?:les|ses)\s{_COUNT}\sans|zum\s{_COUNT}\."
    rf"|ke-?\s?{_COUNT}|{_COUNT}(?:st|nd|rd|th)\s(?:birthday|bday)|{_COUNT}\.\sgeburtstag"
    rf"|(?:seinen|ihren|meinen)\s{_COUNT}\.|{_COUNT}\s(?:anos|anni)"
    r"|faco\sanos|faz\sanos|cumple\sanos|cumplo\sanos|fait\sses)"
)
_TURNED: Final = re2.compile(rf"(?:^|\W){_TURNS}(?:\W|$)")
_BEHIND: Final = re2.compile(
    r"^,?\s\(?(?:is|was|es|est|ist|e|it's|comme|als|sebagai|adalah|la)?\s?(?:my|her|his|their|mi|su|mon|sa|son"
    rf"|mein|ihr|sein|meu|minha|dela|dele)?\s?{_words('born')}"
)
_BIRTH_NOUN: Final = re2.compile(
    r"birth|dob\b|geburt|zur welt|naissance|nacimiento|nascimento|lahir|ngay sinh|เกิด|nascita|anniversaire"
    r"|aniversario|cumple"
)
_SCENE: Final = roomy(
    _words(
        "born", "birthday", "personalised", "astro", "ages", "held", "papers", "wards", "memorials", "of_me"
    )
    + rf"|(?:^|\W){_TURNS}(?:\W|$)"
)
_FIGURES: Final = (
    r"\d\s?(?:[./\-·•_|\\,–]|\w{3,6})\s?\d|\d\s\d{1,2}\s\d|\d{6}|[xvi]\s?[./·•|\s-]\s?m|m[mcxlvi]+\s?[./·•|\s-]"
    r"|\d\D{0,3}[^\W\d]{3}|[^\W\d]{3}\W{0,3}\d|年|(?:19|20)\d\d|[xvi]\s?[./·•|-]\s?\d"
)
_STOP: Final = re.compile(r"[!?\n]|(?<!geb)(?<!nasc)(?<!\bnac)(?<!tgl)(?<!\bnr)(?<!\s\d\d)\.(?=\s[^\W\d]{3})")
_ROOM: Final = 96
_BEFORE: Final = 80
_AFTER: Final = 64
_NEAR: Final = 36
_CLOSE: Final = 16
_GROWN: Final = 2012
"""Who was born by then writes reviews; later dates are mostly those of purchases."""
_CHILD: Final = 2020
_OLDEST: Final = 1905
_DEAD: Final = re.compile(r"^\s?(?:[–\-—/†+]|bis|to|until|au|al|hasta|ate|sampai|den)\s?(?:†|✝)?\s?\d")
_DIED: Final = re.compile(r"\d\s?(?:[–\-—†+]|bis|to|until)\s?(?:†|✝)?\s?$")
_NAME_BEFORE: Final = re.compile(r"[^\W\d_]{2,}[\s,]{1,2}[^\W\d_]{2,},\s?$")


class BirthDates(Seeker):
    """`BIRTH_DATE`: a date with a birth word, or with another that makes it somebody's date of birth."""

    entities = (Kind.BIRTH_DATE.value,)
    numeric = True
    screen: ClassVar[Screen] = (
        (_SCENE.pattern, rf"{_FIGURES}|{THAI_MONTH}"),
        (_words("born", "birthday"), rf"(?:^|\W)(?:{MONTH}|{ORDINAL})(?:\W|$)|\b(?:de|do|del|thang)\b"),
    )
    _worth: ClassVar = staticmethod(gate(screen))

    def seek(self, text: Text) -> Iterator[Hit]:
        """Yield dates of a text that has a word for births or the like."""
        views = [text.folded] if text.digits.string == text.folded.string else [text.folded, text.digits]
        for view in views:
            if self._worth(view.string):
                yield from self._dates(view, worded=view is text.folded)

    def _dates(self, view: View, *, worded: bool) -> Iterator[Hit]:
        string = view.string
        dates = list(full_dates(string))
        if worded and (_BORN.search(string) or _BIRTHDAY.search(string)):
            taken = {date.start for date in dates}
            dates += [date for date in worded_dates(string) if date.start not in taken]
        for date in dates:
            if 0 < date.year < _OLDEST:
                continue
            verdict = _weigh(string, date)
            if verdict is not None:
                yield self._hit(view, date, *verdict)
        yield from self._parts(view, dates)

    def _parts(self, view: View, dates: list[Dated]) -> Iterator[Hit]:
        """Yield a day, and a year apart from it, that one birth word governs."""
        string = view.string
        parts = [
            part
            for part in parts_of_dates(string)
            if not any(
                date.start <= part.start < date.end or part.start <= date.start < part.end for date in dates
            )
        ]
        days = [part for part in parts if part.form == "day"]
        years = [part for part in parts if part.form == "year"]
        for day in days:
            scene = _scene(string, day)
            born = _last(_BORN, scene.before)
            if born < 0 or scene.disproved(born):
                continue
            near = [year for year in years if 0 < max(year.start - day.end, day.start - year.end) <= _BEFORE]
            near = [year for year in near if _last(_BORN, _scene(string, year).before) >= 0]
            if near:
                yield self._hit(view, day, 0.8, "birth_day+year")
                yield from (self._hit(view, year, 0.76, "birth_year+day") for year in near[:1])
            elif len(scene.before) - born <= _CLOSE and not re.match(
                r",?\s?(?:1[0-8]\d\d|\d\d\d\d)", scene.after
            ):
                yield self._hit(view, day, 0.62, "birth_day")

    def _hit(self, view: View, date: Dated, confidence: float, because: str) -> Hit:
        return Hit(
            entity=Kind.BIRTH_DATE.value,
            span=view.span(date.start, date.end),
            confidence=confidence,
            because=f"{because}+context",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scene:
    """What stands around a date in its sentence."""

    before: str
    after: str

    def disproved(self, cue: int) -> bool:
        """Whether the sentence speaks of famous people, shops or dolls, or behind the cue of other dates."""
        if _last(_AGAINST, self.before) > max(cue, len(self.before) - _NEAR):
            return True
        around = f"{self.before} {self.after}"
        if _DOLLS.search(around) or _FAMOUS.search(around) or _DIED.search(self.before):
            return True
        return _NOBODY.search(self.before) is not None and _PEOPLE.search(around) is None

    @property
    def other(self) -> bool:
        """Whether a word right beside the date speaks of another date."""
        return any(map(_AGAINST.search, (self.before[-_NEAR:], self.after[: _CLOSE + _CLOSE // 2])))


def _scene(string: str, date: Dated) -> _Scene:
    before = string[max(0, date.start - _ROOM) : date.start]
    stops = [stop.end() for stop in _STOP.finditer(before)]
    after = string[date.end : date.end + _AFTER]
    stop = _STOP.search(after)
    return _Scene(
        before=before[stops[-1] :] if stops else before, after=after[: stop.start()] if stop else after
    )


def _last(words: re.Pattern[str], string: str) -> int:
    return max((found.end() for found in words.finditer(string)), default=-1)


def _weigh(string: str, date: Dated) -> tuple[float, str] | None:
    """Return the confidence that this is a date of birth, and why; None: it is none."""
    scene = _scene(string, date)
    born = _last(_BORN, scene.before)
    gap = len(scene.before) - born
    if born >= 0 and gap <= _BEFORE:
        return None if scene.disproved(born) else _born(date, gap)
    if date.form in ("day", "compact"):
        return None
    if not scene.disproved(-1):
        if _BEHIND.search(scene.after):
            return (0.88 if date.form == "long" else 0.8), "date_born"
        if date.year <= _CHILD and not scene.other and _BIRTH_NOUN.search(scene.after):
            return 0.68, "date_born"
    return _otherwise(string, date, scene)


def _born(date: Dated, gap: int) -> tuple[float, str] | None:
    """Weigh a date so many characters behind a birth word."""
    near, far = _LADDER[date.form]
    worth = near if gap <= (_CLOSE if date.form in ("compact", "day") else _NEAR + _CLOSE) else far
    return (worth, f"birth_{date.form}") if worth else None


_LADDER: Final = {
    "long": (0.92, 0.72),
    "short": (0.9, 0.6),
    "spaced": (0.85, 0.6),
    "roman": (0.8, 0.66),
    "worded": (0.8, 0.64),
    "compact": (0.7, 0.0),
    "day": (0.62, 0.0),
}
"""Confidence near a birth word and farther from it, by how the date is written."""


def _otherwise(string: str, date: Dated, scene: _Scene) -> tuple[float, str] | None:
    """Weigh a date without a birth word by the strongest of the other grounds."""
    by = date.year or _GROWN
    grown = by <= _GROWN
    sure = 0.0 if date.form == "long" else 0.06
    around = scene.before + " " + scene.after
    wide = string[max(0, date.start - 2 * _ROOM) : date.end + 2 * _ROOM]
    alive = not scene.disproved(-1)
    found = [
        (0.8 - sure if grown else 0.64 if by <= _CHILD else 0.5, "birthday", _BIRTHDAY.search(scene.before)),
        (0.66 - sure, "turns_age", _TURNED.search(around)),
        (0.66, "personalised_date", date.form != "worded" and _ENGRAVED.search(scene.before)),
        (0.72 - sure if by <= _CHILD else 0.5, "zodiac", _ASTRO.search(around)),
        (0.66 - sure, "of_me", grown and _OF_ME.search(scene.before)),
        (0.7, "grave", _DEAD.search(scene.after) and _GRAVES.search(around)),
    ]
    if grown and not scene.other:
        plain = date.form in ("long", "spaced")
        found += [
            (0.7 - sure, "age_check", by and _AGES.search(wide)),
            (0.66, "on_record", plain and not _AGAINST.search(around) and _HELD.search(around)),
            (0.68, "identity_paper", plain and _PAPERS.search(wide)),
            (0.66, "name+date", plain and _WARDS.search(wide) and _NAME_BEFORE.search(scene.before)),
        ]
    elif by <= _CHILD - 5 and not scene.other:
        found.append((0.66, "age_check", _AGES.search(wide)))
    if not alive:
        found = found[6:] if not (_DOLLS.search(around) or _FAMOUS.search(around)) else []
    held = [(worth, because) for worth, because, ground in found if ground]
    return max(held, default=None)
