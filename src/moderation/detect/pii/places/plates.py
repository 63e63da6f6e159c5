"""Number plates: the form of some country's plates beside a word about plates or vehicles.

A word for plates directly before takes any mixture of letters and digits, spelt out ones too; a word for
vehicles needs a form that is like nothing else. Lists of words are data (`words/vehicles.yaml`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar, Final

from moderation.detect.pii.gazette import any_of, listed, whole
from moderation.detect.pii.places.localities import NUMBER_WORD, SENTENCE
from moderation.detect.pii.recognizer import BEFORE, Hit, Screen, ShapeSeeker, shape
from moderation.findings import Kind
from moderation.text import Text
from moderation.text.number_words import UNSPACED, VALUES
from moderation.text.view import Edit, rewrite

_LONGEST: Final = 10
_FEWEST: Final = 4
_SPELLING: Final = any_of(listed("vehicles", "spelling"))
_NAMES: Final = any_of(listed("vehicles", "letter_names"))
_DASH: Final = any_of(listed("vehicles", "dashes"))
_DIGIT_WORD: Final = any_of(
    [word for word, worth in VALUES.items() if worth < 100 and len(word) > 1]
    + ["cent", "hundred", "muoi", "puluh", "belas"]
)
_NO_PLATES: Final = frozenset(listed("vehicles", "no_plates"))
_NO_WORD: Final = (
    rf"(?!(?:{'|'.join(sorted({word for word in SENTENCE | _NO_PLATES if len(word) <= 4}))})(?![^\W\d_]))"
)
_TOKEN: Final = (
    rf"(?:\d{{1,4}}|(?:{_SPELLING}|{_NAMES}|{_DASH})(?!\w)|{_DIGIT_WORD}(?![^\W\d_])"
    rf"|{_NO_WORD}[a-z]{{2,3}}|[a-z](?![a-z]))"
)
_DIGIT: Final = re.compile(rf"\d|(?<![^\W\d_]){_DIGIT_WORD}(?![^\W\d_])")
_THAI: Final = any_of([word for word in UNSPACED if "\u0e00" <= word[0] <= "\u0e7f"])
_LETTER: Final = re.compile(rf"(?<![^\W\d_])[a-z]{{1,4}}(?![^\W\d_])|(?<!\w)(?:{_SPELLING}|{_NAMES})(?!\w)")
_WORDY: Final = re.compile(r"(?<![a-z])(?:[a-z]{2,4})(?![a-z])")
SHAPES: Final = {
    "gb": r"[a-z]{2}[\s-]?\d\d[\s-]?[a-z]{3}",
    "fr": r"[a-z]{2}[-\s]\d{3}[-\s][a-z]{2}",
    "de": r"[a-z]{1,3}-\s?[a-z]{1,2}[\s-]?\d{1,4}\s?[eh]?",
    "de_spaced": r"[a-z]{1,3}\s[a-z]{1,2}\s\d{1,4}",
    "at": r"[a-z]{1,2}[-\s]\d{1,5}\s?[a-z]{1,3}",
    "es": r"\d{4}[\s-]?[bcdfghj-np-tv-z]{3}",
    "it": r"[a-z]{2}\s?\d{3}\s?[a-z]{2}",
    "br": r"[a-z]{3}[\s-]?\d[a-z0-9]\d\d",
    "pt": r"\d\d[-\s][a-z]{2}[-\s]\d\d|[a-z]{2}[-\s]\d\d[-\s](?:[a-z]{2}|\d\d)|\d\d[-\s]\d\d[-\s][a-z]{2}",
    "in": r"[a-z]{2}[\s-]?\d{1,2}[\s-]?[a-z]{1,3}[\s-]?\d{4}",
    "id": r"[a-z]{1,2}\s?\d{1,4}\s?[a-z]{2,3}",
    "vn": r"\d\d[a-z][a-z\d]?[-\s.]{0,3}\d{3}[.\s]?\d\d|\d\d[a-z][a-z\d]?[-\s]\d{4}",
    "th": "\\d?[\u0e01-\u0e2e]{2}\\s?-?\\s?\\d{1,4}(?!\\d)",
    "mx": r"[a-z]{3}[-\s]\d{2}[-\s]\d{2}|[a-z]{3}[-\s]\d{3}[-\s][a-z]|[a-z]\d{2}[-\s][a-z]{3}",
    "ar": r"[a-z]{2}\s?\d{3}\s?[a-z]{2}",
    "ng": r"[a-z]{3}[\s-]{1,3}\d{3}[\s-]{0,3}[a-z]{2}",
    "co": r"[a-z]{3}\s?\d{2}[a-z]",
    "us": r"\d[a-z]{3}\d{3}|[a-z]{3}[\s-]?\d{3,4}|\d{3}[\s-][a-z]{3}",
    "be": r"\d-[a-z]{3}-\d{3}",
    "ie": r"\d{2,3}[-\s][a-z]{1,2}[-\s]\d{1,6}",
    "ca": r"[a-z]{4}[\s-]\d{3}|[a-z]\d{2}[\s-][a-z]\d[a-z]",
}
"""Forms of plates, by country, in the folded text."""

_ALL: Final = "|".join(SHAPES.values())
_DISTINCT: Final = "|".join(
    SHAPES[name] for name in ("fr", "de", "pt", "in", "vn", "th", "be", "mx", "ng")
) + (
    r"|[a-z]{2}\d\d\s?[a-z]{3}|[bdefghklmnprstwz][a-z]?\s\d{3,4}\s[a-z]{2,3}"
    r"|\d{4}\s?[bcdfghj-np-tv-z]{3}|[a-z]{2}\s\d{3}\s[a-z]{2}|[a-z]{3}\d[a-j]\d\d"
    r"|[a-z]{3}-\d{4}"
)
_FILLER: Final = (
    r"(?:[\s:#.,\-\"'«»“„(=/]|(?:no|nr|num|number|numero|nomor|nomer|is|was|were|are|reads"
    r"|said|says|es|est|ist|war|era|son|lautet|e|do|da|de|del|della|la|el|carro|moto|mobil"
    r"|motor|nya|xe|so|la|ending|begins|starting|with|mit|su|tu|terminada|em|kendaraan|saya"
    r"|dia|body|der|das)(?!\w)|ต|คือ|เลข|รถ){0,5}"
)

_ROW: Final = rf"(?:\d|(?:^|\W){_DIGIT_WORD})[\s,.\-]{{1,3}}(?:\d|{_DIGIT_WORD}(?:\W|$))"
"""Two figures or number words beside each other."""
_IN_ROW: Final = re.compile(_ROW)
_VEHICLES: Final = (
    r"(?:^|\W)"
    + any_of([word for word in listed("vehicles", "vehicle") if not re.search("[\u0e00-\u9fff]", word)])
    + r"(?:\W|$)|"
    + any_of([word for word in listed("vehicles", "vehicle") if re.search("[\u0e00-\u9fff]", word)])
)
"""Pattern of a screen."""


_NAMED: Final = re.compile(whole([*listed("vehicles", "plate"), *listed("vehicles", "vehicle")]))


_DRAWN: Final = re.compile(r"(?<![^\W_])[^\W_](?:(?P<gap>[ .\-_/*·|~]{1,3})[^\W_](?![^\W_])){4,11}")
_SIGN: Final = r"(?:[_*/·|~.]| [\-–_*/·|.] )"
_SIGNED: Final = re.compile(rf"(?<=[^\W\d_]){_SIGN}(?=\d)|(?<=\d){_SIGN}(?=[^\W\d_])")
_MISREAD: Final = re.compile(
    r"(?<![^\W_])(?=[oil]*\d)[\doil]{3,5}(?![^\W_])|(?<=[a-z])(?<![^\W\d_]{5})\d[\doil]{1,4}(?![^\W_])"
)
_CLOSED: Final = (
    r"(?:[^\W_][ .\-_/*·|~]{1,3}){4}[^\W_]|[a-z\d](?:[_*/·|~.]| [\-_*/·|.] )[a-z\d]|\d[oil]|[oil]\d"
)
"""For a screen: what one of the closed readings changes."""


def _apart(string: str) -> Iterator[Edit]:
    """Join letters and figures that are drawn apart ("k x 1 9 z r t")."""
    for drawn in _DRAWN.finditer(string):
        if sum(map(str.isdecimal, drawn[0])) >= 2 and any(map(str.isalpha, drawn[0])):
            for gap in re.finditer(r"[\W_]+", drawn[0]):
                yield drawn.start() + gap.start(), drawn.start() + gap.end(), ""


def _signed(string: str) -> Iterator[Edit]:
    """Read signs between letters and figures as spaces ("kx19*zrt", "ab_123_cd")."""
    for sign in _SIGNED.finditer(string):
        yield sign.start(), sign.end(), " "


def _digits(string: str) -> Iterator[Edit]:
    """Read o, i and l in a short number as figures ("52o6")."""
    for number in _MISREAD.finditer(string):
        if sum(map(str.isdecimal, number[0])) * 2 < len(number[0]):
            continue
        for place, char in enumerate(number[0], number.start()):
            if char in "oil":
                yield place, place + 1, "0" if char == "o" else "1"


def _mixed(value: str) -> bool:
    """Whether letters and digits are both there, few enough for a plate, and no word of a sentence."""
    letters = sum(char.isalpha() for char in value)
    digits = sum(char.isdecimal() for char in value)
    if (
        not digits
        or not value.strip("0 -")
        or re.fullmatch(r"[a-z]{0,3}[\s-]?x{2,}[\sx0-]*|0+[\sx0-]*", value)
        or not letters
        or letters + digits > _LONGEST
        or letters + digits < _FEWEST
    ):
        return False
    return not any(word in _NO_PLATES for word in _WORDY.findall(value))


def _distinct(value: str) -> bool:
    return _mixed(value) and not any(char in value for char in "€$")


def _spelt(value: str) -> bool:
    """Whether a row of spelt letters and digits can be a plate."""
    digits = len(_DIGIT.findall(value))
    letters = [word for word in _LETTER.findall(value) if word not in VALUES]
    return digits >= 2 and 1 <= len(letters) <= 6


def _lettered(value: str) -> bool:
    return _spelt(value) and value.count(" ") + value.count("-") + value.count(".") >= 2


def _rowed(value: str) -> bool:
    return _lettered(value) and _IN_ROW.search(value) is not None


_LIKE: Final = r"(?:wie|comme|as\sin|like|for|de|come|di|como|untuk|seperti|nhu)"
_NAMED_LETTER: Final = rf"(?:{_SPELLING}(?!\w)|(?:[a-z]|{_NAMES})\s{_LIKE}\s[^\W\d_]{{3,12}})"
_SAID: Final = rf"(?:{_NAMED_LETTER}|{_DIGIT_WORD}(?![^\W\d_])|\d{{1,4}}(?!\w)|[a-z](?![^\W_]))"
_SPELT_LETTER: Final = re.compile(rf"(?<!\w){_NAMED_LETTER}")
_THAI_LETTERS: Final = any_of(listed("vehicles", "thai_letters"))
_TOYS: Final = re.compile(whole(listed("vehicles", "toys")))
_OWNED: Final = re.compile(whole(listed("vehicles", "owned")))
_TOY_REACH: Final = 70
_TONES: Final = re.compile("[\u1ea0-\u1ef9\u0111\u0110\u01a1\u01b0\u0103]")


def _dictated(value: str) -> bool:
    """Whether letters of a spelling alphabet and digits make a plate."""
    letters = len(_SPELT_LETTER.findall(value))
    if not letters:
        return False
    rest = _SPELT_LETTER.sub(" ", value)
    digits = sum(map(str.isdecimal, rest)) or len(_DIGIT.findall(rest))
    single = len(re.findall(r"(?<![^\W_])[a-z](?![^\W_])", rest))
    return letters + single <= 6 and 1 <= digits <= 7 and letters + single + digits >= 4


def _misread(value: str) -> bool:
    """Whether a plate with letters for some of its figures has figures enough."""
    return sum(map(str.isdecimal, value)) >= 4


class NumberPlates(ShapeSeeker):
    """`VEHICLE_PLATE`: the form of some country's plates beside a word about plates or vehicles."""

    entities = (Kind.VEHICLE_PLATE.value,)
    numeric = True
    screen: ClassVar[Screen] = (
        (
            r"(?:^|\W)"
            + any_of([word for word in listed("vehicles", "plate") if not re.search("[\u0e00-\u9fff]", word)])
            + r"\W|ทะเบียน|ป้าย|หมวด|车牌",
            rf"\d|(?:^|\W){NUMBER_WORD}(?:\W|$)",
        ),
        (_VEHICLES, _ROW),
        (_VEHICLES, rf"(?:^|\W)(?:[a-z]|{_NAMES})\s{_LIKE}\s[a-z]"),
        (_VEHICLES, rf"(?:^|\W){_SPELLING}\W"),
        (_VEHICLES, r"[\x{0e01}-\x{0e2e}]อ"),
        (_VEHICLES, _CLOSED),
        (
            r"(?:^|[^\w-])(?:" + _DISTINCT.replace(r"(?!\d)", "") + r")(?:[^\w-]|$)",
            _VEHICLES,
        ),
    )
    cues = re.compile(whole(listed("vehicles", "plate")))
    against = re.compile(
        whole(listed("vehicles", "against")) + r"[\s:.#\"'«„]{0,3}(?:no|nr|n|number)?[\s:.#\"'«„]{0,3}$"
    )
    against_reach = 26
    shapes = (
        shape(
            "plate",
            rf"(?<![\w-])(?P<value>{_ALL})(?![\w-])",
            cued=0.9,
            check=_mixed,
            before=whole(listed("vehicles", "plate")) + rf"[^\n]{{0,22}}?{_FILLER}$",
        ),
        shape(
            "plate_any",
            (
                r"(?<![\w-])(?P<value>[a-z0-9]{1,4}(?:[\s\-.·|_/]{1,2}[a-z0-9]{1,4}){1,4}"
                r"|[a-z]{1,4}\d{1,4}[a-z]{0,3}|\d{1,4}[a-z]{1,4}\d{0,4}"
                r"|[a-z](?:\s?[a-z]){0,3}(?:\s?\d){3,4}(?:\s?[a-z]){0,3})(?![\w-])"
            ),
            cued=0.84,
            check=_mixed,
            before=any_of(
                [
                    w
                    for w in listed("vehicles", "plate")
                    if w
                    not in {
                        "plate",
                        "plates",
                        "plaque",
                        "plaques",
                        "tags",
                        "reg",
                        "bien",
                        "bs",
                        "matricula",
                        "dominio",
                        "plat",
                        "registration",
                        "chapa",
                        "kz",
                        "หมวด",
                        "ป้าย",
                    }
                ]
            ).join(("(?<!\\w)", "(?!\\w)"))
            + rf"{_FILLER}$",
        ),
        shape(
            "plate_spelt",
            (
                rf"(?<![\w-])(?P<value>{_TOKEN}(?:(?:[\s,.\-]{{1,3}}|(?<=[a-z])(?=\d)"
                rf"|(?<=\d)(?=[a-z])){_TOKEN}){{3,16}})(?!\w)"
            ),
            cued=0.8,
            check=_lettered,
            before=whole(listed("vehicles", "plate"))
            + r"(?:\s(?:do|da|de|du|del|della|des|der|vom|of|of the|the)\s[^\W\d_]{3,12}(?!\w))?"
            + rf"{_FILLER}$",
        ),
        shape(
            "plate_spelt",
            rf"(?<![\w-])(?P<value>(?:{_NO_WORD}[a-z]{{1,2}}|\d\d)\s{_TOKEN}(?:[\s,.\-]{{1,3}}{_TOKEN}){{3,10}})(?!\w)",
            cued=0.68,
            check=_rowed,
            before=whole(listed("vehicles", "vehicle")) + rf"{_FILLER}$",
        ),
        shape(
            "plate_thai",
            (
                rf"(?:ทะเบียน|ป้าย)(?:รถ)?[\s:]{{0,3}}(?P<value>(?:{_THAI}"
                rf"|\d)?\s?[\u0e01-\u0e2e]{{2}}\s?(?:{_THAI}|\d)(?:\s?(?:{_THAI}|\d)){{0,3}})"
            ),
            alone=0.8,
            cued=0.8,
        ),
        shape(
            "plate_dictated",
            rf"(?<![\w-])(?P<value>{_SAID}(?:[\s,.\-]{{1,3}}(?:(?:y|and|et|und|e|then|dann|puis|luego|depois)\s)?{_SAID})"
            r"{3,12})(?!\w)",
            alone=0.0,
            cued=0.9,
            check=_dictated,
            before=_NAMED.pattern + r"[^\n]{0,47}$",
        ),
        shape(
            "plate_dictated",
            rf"(?<![\w-])(?P<value>{_SAID}(?:[\s,.\-]{{1,3}}(?:(?:y|and|et|und|e|then|dann|puis|luego|depois)\s)?{_SAID})"
            rf"{{3,12}})(?!\w)(?=[^\n]{{0,28}}{_NAMED.pattern})",
            alone=0.88,
            cued=0.9,
            check=_dictated,
        ),
        shape(
            "plate_thai_said",
            rf"(?P<value>(?:(?:{_THAI}|\d)\s?)?(?:[\u0e01-\u0e2e]อ\s?{_THAI_LETTERS}\s?){{2}}"
            rf"(?:{_THAI}|\d)(?:\s?(?:{_THAI}|\d)){{0,3}})",
            alone=0.9,
            cued=0.92,
        ),
        shape(
            "plate_letters",
            (
                r"(?<!\w)(?P<value>[a-z]\s(?:de|for|like|as in|comme|wie|di|come|cho"
                r"|untuk)\s\w{3,12}(?:[\s,]{1,2}(?:y\s|and\s|et\s|und\s)?[a-z]\s(?:de|for|like|as in"
                r"|comme|wie|di|come)\s\w{3,12}){1,3})(?!\w)"
            ),
            cued=0.72,
            before=whole(listed("vehicles", "plate")) + r"[^\n]{0,48}$",
        ),
        shape(
            "vehicle+plate",
            rf"(?<![\w-])(?P<value>{_DISTINCT})(?![\w-])",
            cued=0.78,
            check=_distinct,
            before=whole(listed("vehicles", "vehicle")) + r"[^.!?\n]{0,44}$",
        ),
        shape(
            "plate_of_vehicle",
            rf"(?<![\w-])(?P<value>{SHAPES['fr']}|{SHAPES['de']}|{SHAPES['pt']}|{SHAPES['ng']}|{SHAPES['in']}"
            r"|[a-z]{2}\d\d\s[a-z]{3}|[a-z]{1,2}\s\d{3,4}\s[a-z]{2,3}|[a-z]{3}-\d{4}|[a-z]{3}\d[a-j]\d\d"
            r"|\d{4}\s?[bcdfghj-np-tv-z]{3})(?![\w-])",
            cued=0.92,
            check=_distinct,
            before=whole(listed("vehicles", "vehicle")) + r"[\s,:(\"'«„“]{1,4}$",
        ),
        shape(
            "plate_misread",
            r"(?<![\w-])(?P<value>[\dgosliabz]{2}[-\s]?[a-z][\dl]?[-\s][\dgosliabz]{3}[.\s]?[\dgosliabz]{2})(?![\w-])",
            cued=0.92,
            check=_misread,
            before=whole(("bien so", "bien", "bks", "bien kiem soat", "bien so xe", "bs")) + rf"{_FILLER}$",
        ),
        shape(
            "vehicle+plate",
            (
                rf"(?<![\w-])(?P<value>{SHAPES['fr']}|{SHAPES['in']}|\d\d[a-z]\d?-\d{{3}}\.\d\d"
                r"|[a-hj-y]{2}\d\d\s[a-hj-pr-z]{3})(?![\w-])(?=[^.!?\n]{0,20}"
                rf"{whole(listed('vehicles', 'vehicle'))})"
            ),
            alone=0.7,
            cued=0.8,
            check=_distinct,
        ),
    )

    def seek(self, text: Text) -> Iterator[Hit]:
        """Yield plates of a text that names plates or vehicles at all, drawn apart or not."""
        if not _NAMED.search(text.folded.string):
            return
        yield from (hit for hit in self._readings(text) if not (_toy(text, hit) or _well(text, hit)))

    def _readings(self, text: Text) -> Iterator[Hit]:
        yield from super().seek(text)
        for read in (_digits, _apart, _signed):
            closed = rewrite(text.folded, read(text.folded.string))
            if closed is not text.folded:
                yield from super().seek(Text(text.original, closed))


def _toy(text: Text, hit: Hit) -> bool:
    """Whether a plate is a toy's, a decoration's or a model's, and not made after somebody's own."""
    before = text.original[max(0, hit.span.start - _TOY_REACH) : hit.span.start]
    after = text.original[hit.span.end : hit.span.end + _TOY_REACH // 2]
    around = Text.of(f"{before} {after}").folded.string
    return _TOYS.search(around) is not None and _OWNED.search(around) is None


def _well(text: Text, hit: Hit) -> bool:
    """Whether the only word for a plate before this is "bien", in a text that is not Vietnamese."""
    if _TONES.search(text.original):
        return False
    before = Text.of(text.original[max(0, hit.span.start - BEFORE) : hit.span.start]).folded.string
    named = {match[0] for match in _NAMED.finditer(before)}
    return named == {"bien"}
