"""Postal addresses: street and number grown to the whole, or a postcode read back to the house.

Forms live in `streets`, what follows them in `localities`, addresses known by their end in `posted`,
whether it is anybody's home in `premises`; here they are weighed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar, Final

from moderation.detect.pii.places.localities import NUMBER_WORD, PARTICLES, SENTENCE, Tail, grow
from moderation.detect.pii.places.posted import leftwards
from moderation.detect.pii.places.premises import homely, pretended, public
from moderation.detect.pii.places.reading import Reading, readings
from moderation.detect.pii.places.streets import Form
from moderation.detect.pii.recognizer import Hit, Seeker
from moderation.findings import Kind
from moderation.text import Text
from moderation.text.number_words import VALUES

_WORDS: Final = re.compile(r"[^\W\d_]+")
DOUBTED: Final = 0.42
_LEADING: Final = re.compile(
    r"(?:(?:flat|apt|apartment|unit|suite|room|studio|level|lot|shop|plot|house|tower|block"
    r"|blk|door|penthouse|maisonette|basement flat|ground floor flat|bat|batiment|appt"
    r"|residence)(?!\w)\.?\s?(?:no\.?\s?)?"
    r"(?:[a-z]?\d{1,5}[a-z]?(?:[/-]\w{1,4})?|[a-z])|[a-z]{0,2}-?\d{1,5}[a-z]?|\d{1,3}/)(?:,\s?|\s?/\s?|\s)$"
)
_POST: Final = re.compile(r"(?<![\w.,-])(?:\d{5}(?:[-\s]\d{3})?|\d{4}-\d{3}|\d{2}-\d{3})(?![\w-])")
_NOWHERE: Final = re.compile(
    r"(?:[,\s](?:n[.\s]?[o°º]?\.?|nr\.?|no\.?|numero|nummer|number)?\s?)(?:0+|zero|cero|null)$"
)
_FRAGMENT_REACH: Final = 110


class AddressSeeker(Seeker):
    """`ADDRESS`: the full contiguous address, from street or house number to city, in given `forms`."""

    entities = (Kind.ADDRESS.value,)
    forms: ClassVar[Sequence[Form]]
    counted: ClassVar[bool] = False
    """Whether every form holds a number, in figures or words."""

    def seek(self, text: Text) -> Iterator[Hit]:
        """Yield addresses; the words around decide between strong and weak ones."""
        if self.counted and not _COUNTED.search(text.folded.string):
            return
        for reading in readings(text):
            for form in self.forms:
                for match in form.regex.finditer(reading.string):
                    yield from self._street(reading, form, match)

    def _street(self, reading: Reading, form: Form, match: re.Match[str]) -> Iterator[Hit]:
        string = reading.string
        start, end = match.span()
        groups = match.re.groupindex
        name = "name2" if "name2" in groups and match["name2"] else "name"
        first = match.start(name)
        if "type" in groups and form.name != "street_en_rare" and not _typed(reading, match):
            return
        if "_vn" in form.name and not _VIETNAMESE.search(reading.original):
            return
        if form.name not in _OWN_WORDS and (cut := _goes_on(reading, match, name)) is not None:
            if form.name != "street_fr" or cut == first:
                return
            end = cut
        lower = not reading.capital(first)
        if form.name == "street_fr":
            end = _name_end(reading, match.start(name), end)
            lower = not any(reading.capital(at.start()) for at in _WORDS.finditer(string, first, end))
        elif form.name not in _GROWN_ALREADY and lower:
            lower = not any(
                reading.capital(at.start()) for at in _WORDS.finditer(string, first, match.end(name))
            )
        opened = form.name in _OPENED
        if form.name == "street_de_apart":
            start = next(
                (w.start() for w in _WORDS.finditer(string, start, end) if reading.capital(w.start())), start
            )
        if form.name == "place_de" and not _postal(reading, match, lower):
            return
        tail = (
            Tail(end)
            if form.name in _GROWN_ALREADY
            else grow(reading, end, nouns=form.nouns, lower=lower, opened=opened)
        )
        before = _LEADING.search(string, max(0, start - 32), start)
        if before and form.name.startswith(("street_en", "highway", "street_said")):
            start = before.start()
        yield from self._weigh(reading, form, start, tail, lower)

    def _weigh(self, reading: Reading, form: Form, start: int, tail: Tail, lower: bool) -> Iterator[Hit]:
        string = reading.string
        end = tail.end
        while end > start and string[end - 1] in " ,;-\n(/":
            end -= 1
        if pretended(string, start, end) or _NOWHERE.search(string, start, end):
            return
        cued = homely(string, start, end)
        confidence = _confidence(form, tail, lower)
        if cued:
            confidence = min(0.97, confidence + 0.16)
        if public(string, start, end) and form.name != "packstation_de":
            confidence = min(confidence, DOUBTED)
        if confidence < 0.3 or end <= start:
            return
        because = f"{form.name}+context" if cued else form.name
        yield Hit(
            entity=self.entities[0],
            span=reading.span(start, end),
            confidence=round(confidence - reading.doubt, 3),
            because=because,
        )
        if not tail.post and confidence >= 0.6:
            yield from self._fragments(reading, end)

    def _fragments(self, reading: Reading, at: int) -> Iterator[Hit]:
        """Yield the postcode and town that other words keep apart from their street."""
        string = reading.string
        for post in _POST.finditer(string, at + 2, min(len(string), at + _FRAGMENT_REACH)):
            left = [token for token in leftwards(reading, post.start()) if token.start() > at + 1]
            start = (
                left[0].start() if left and any(reading.capital(t.start()) for t in left) else post.start()
            )
            town = grow(reading, post.start(), opened=True)
            if start == post.start() and not town.city:
                continue
            end = max(post.end(), town.end)
            yield Hit(
                entity=self.entities[0], span=reading.span(start, end), confidence=0.7, because="address_part"
            )
            return


_OWN_WORDS: Final = frozenset(
    {
        "house_th",
        "street_th",
        "place_th",
        "slash_th",
        "building_th",
        "said_th",
        "admin_th",
        "street_cjk",
        "street_co",
        "lot_ph",
        "po_box",
        "highway",
        "avenue_letter",
        "house_in",
        "sector_in",
        "rt_rw",
        "block_br",
        "block_mx",
        "purok",
        "street_vn",
        "alley_vn",
        "flat_vn",
    }
)
"""Forms whose `name` is a word of their own, which no sentence could hold."""
_OPENED: Final = frozenset({"lot_ph", "house_in", "sector_in", "rt_rw"})
_GROWN_ALREADY: Final = frozenset(
    {"house_th", "street_th", "place_th", "slash_th", "building_th", "said_th", "admin_th", "street_cjk"}
)


def _typed(reading: Reading, match: re.Match[str]) -> bool:
    """Whether a short street word is one: with a point or slash behind it, or a capital before a capital."""
    word = match["type"]
    after = match.string[match.end("type") : match.end("type") + 1]
    if len(word) > 4 and after == ".":
        return False
    if len(word) > 3 or word in CLEAR:
        return True
    if after in {".", "/"} or word.endswith("/"):
        return True
    return word in CAPPED and reading.capital(match.start("type")) and reading.capital(match.start("name"))


def _postal(reading: Reading, match: re.Match[str], lower: bool) -> bool:
    """Whether what follows house and number is a postcode and no further number of a row."""
    if any(word in VALUES for word in _WORDS.findall(match["name"])):
        return False
    return not lower or re.compile(r"\D{0,8}\d{5}(?!\d)").match(reading.string, match.end()) is not None


_COUNTED: Final = re.compile(rf"\d|s/n|lote|(?<!\w){NUMBER_WORD}(?!\w)")
CLEAR: Final = (
    "rua",
    "rue",
    "via",
    "av",
    "avd",
    "jln",
    "jl",
    "gg",
    "hem",
    "ngo",
    "pho",
    "thon",
    "ap",
    "xom",
    "to",
    "lo",
)
"""Short street words that need no dot behind them."""
CAPPED: Final = (
    "r",
    "cl",
    "cra",
    "kra",
    "kr",
    "cr",
    "ch",
    "bd",
    "dg",
    "jr",
    "jd",
    "pq",
    "qd",
    "imp",
    "rte",
    "urb",
    "pza",
    "dsn",
    "kp",
    "kmp",
    "lrg",
)
"""Short street words that need a capital, or a dot."""
_VIETNAMESE: Final = re.compile(
    "[đĐơƠưƯ\u1ea0-\u1ef9]|(?i:ph[uư][oờ]ng|qu[aậ]n|hcm|huy[eệ]n|ng[oõ] \\d|s[oố] nh[aà]|nh[aà] s[oố]"
    "|hem \\d|ngach \\d|sai gon|ha noi|da nang|go vap|binh thanh|tan binh|thu duc|phu nhuan)"
)


def _confidence(form: Form, tail: Tail, lower: bool) -> float:
    """Weigh a street by how it is written and by what follows it."""
    strength = tail.post + tail.region + tail.unit + min(tail.district, 2) + tail.city
    confidence = form.small if lower else form.alone
    if form.tail and not strength:
        return confidence - 0.2
    if tail.post and (tail.city or tail.region or tail.district):
        return max(confidence, 0.93)
    if strength >= 2:
        return max(confidence, 0.86)
    if strength:
        return max(confidence + (0.12 if tail.unit else 0.08), 0.5 if lower else 0.62)
    return confidence


def _goes_on(reading: Reading, match: re.Match[str], name: str) -> int | None:
    """Find where a sentence goes on inside a name: the end of what comes before, None where it does not."""
    end = last = match.start(name)
    for word in _WORDS.finditer(match.string, match.start(name), match.end(name)):
        gap = match.string[end : word.start()]
        if "." in gap and end - last > 4 and match.string[word.start() - 1].isspace():
            return end
        if len(word[0]) > 1 and word[0] in SENTENCE and not reading.capital(word.start()):
            return end
        last, end = word.start(), word.end()
    return None


def _name_end(reading: Reading, start: int, end: int) -> int:
    """Find the end of a name that no number closes: capitals and particles, or a few small words."""
    words = list(_WORDS.finditer(reading.string, start, end))
    capitals = any(reading.capital(word.start()) for word in words[:4])
    last, held = start, 0
    for word in words:
        gap = reading.string[last : word.start()]
        if held and ("." in gap or "," in gap):
            break
        particle = word[0] in PARTICLES or len(word[0]) == 1
        if capitals and held and not particle and not reading.capital(word.start()):
            break
        if not particle:
            held += 1
            last = word.end()
            if not capitals and held == 3:
                break
    return max(last, start + 1)
