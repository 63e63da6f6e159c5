"""The recognizers of addresses, one a family of languages: their forms and their screens.

How they read is `address`; the forms are data in `streets`, `streets_romance`, `streets_asia`, `posted`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Final

from moderation.detect.pii.gazette import any_of, listed
from moderation.detect.pii.places.address import CAPPED, DOUBTED, AddressSeeker
from moderation.detect.pii.places.localities import NUMBER_WORD, grow
from moderation.detect.pii.places.posted import posted
from moderation.detect.pii.places.premises import homely, pretended, public
from moderation.detect.pii.places.reading import MISREAD, WORDED, WORDED_CLOSE, Reading, readings
from moderation.detect.pii.places.streets import ENGLISH, GERMAN
from moderation.detect.pii.places.streets_asia import ASIAN
from moderation.detect.pii.places.streets_romance import ROMANCE
from moderation.detect.pii.recognizer import Hit, Screen, Seeker, folded
from moderation.findings import Kind
from moderation.text import Text

_NAMED: Final = r"(?:[a-z\s.'-]|\d(?:st|nd|rd|th)|\d\d(?:st|nd|rd|th)|\d\d\d(?:st|nd|rd|th))"
"""What may stand between a house number and its street word; a loop, because counted gaps are slow."""
_STREETS_EN: Final = any_of([*listed("streets", "en", "sure"), *listed("streets", "en", "rare")])
_TYPES: Final = tuple(
    dict.fromkeys(
        word
        for language, headings in (("es", ("sure", "rare")), ("pt", ("sure", "rare")), ("it", ("sure",)))
        for heading in headings
        for word in listed("streets", language, heading)
    )
)
_SHORT: Final = any_of([word for word in _TYPES if len(word) <= 3])
_LONG: Final = any_of([word for word in _TYPES if len(word) > 3])
_OPEN: Final = rf"(?:{_LONG}|{any_of(['rua', 'rue', 'via', 'av', 'avd', *CAPPED])})"
_FRENCH: Final = any_of([*listed("streets", "fr", "sure"), *listed("streets", "fr", "rare")])
_FRENCH_SURE: Final = any_of([word for word in listed("streets", "fr", "sure") if len(word) > 3])


class EnglishAddresses(AddressSeeker):
    """United States, United Kingdom, Ireland, Canada, Australia, India, Philippines; boxes anywhere."""

    forms = ENGLISH
    numeric = True
    screen: ClassVar[Screen] = (
        rf"\d(?:[a-z]|[\s-][a-h])?,?\s(?:{_NAMED}*\s)?{_STREETS_EN}(?:\W|$)",
        (
            rf"(?:^|\W){NUMBER_WORD}\s",
            r"\s(?:street|avenue|road|lane|boulevard|crescent|terrace|drive|court)(?:\W|$)",
        ),
        r"(?:blk|block|\Wb|^b)\W{0,2}\d{1,3}\W{1,3}l",
        r"(?:purok|sitio|brgy|barangay|bgy)\W",
        (
            r"(?:h\.?\s?no|door\sno|d\.?\s?no|qtr|h\s?#|house\s#|sco|(?:house|room|villa)\sno|flat"
            r"|plot)\W{0,3}(?:no\W{0,3})?(?:[a-z]{0,2}[-/]?\d|"
            rf"{NUMBER_WORD}\W)"
        ),
        r"\d[a-z]?,?\s(?:sector|phase|gali|ward)\W",
        (
            r"(?:box|bag|apartado|apdo|postfach|postal|postale|pos|thu|postbus"
            r"|b\.?p)\.?(?:\spostal)?\s?(?:n[o°º]?\.?\s?)?#?\d|ปณ"
        ),
        MISREAD,
        WORDED,
        WORDED_CLOSE,
    )


class PostedAddresses(Seeker):
    """`ADDRESS` known by its end, a postcode with its state or town, whatever the street is called."""

    entities = (Kind.ADDRESS.value,)
    numeric = True
    screen: ClassVar[Screen] = (
        r"\d{5}|\d\s?\d{3}(?:\W|$)",
        r"(?:^|[\s,)])[a-z]{1,2}\d[a-z\d]?\s?\d[a-z](?:[a-z]|\d)(?:\W|$)",
        r"[\s,][a-z]\d[\dw]\s?[a-z\d]{4}(?:\W|$)",
        r"\d{4}-\d{3}",
        MISREAD,
        WORDED,
        WORDED_CLOSE,
    )

    def seek(self, text: Text) -> Iterator[Hit]:
        """Yield addresses in every reading."""
        for reading in readings(text):
            yield from self._posted(reading)

    def _posted(self, reading: Reading) -> Iterator[Hit]:
        string = reading.string
        for start, end, ending, small, commas in posted(reading):
            tail = grow(reading, end, lower=small)
            if pretended(string, start, end):
                continue
            cued = homely(string, start, tail.end)
            confidence = ending.small if small else ending.alone
            if small and not commas and not cued:
                confidence -= 0.25
            if cued:
                confidence = min(0.96, confidence + 0.12)
            if public(string, start, tail.end):
                confidence = min(confidence, DOUBTED)
            because = f"{ending.name}+context" if cued else ending.name
            yield Hit(
                entity=self.entities[0],
                span=reading.span(start, tail.end),
                confidence=round(confidence - reading.doubt, 3),
                because=because,
            )


class GermanAddresses(AddressSeeker):
    """Germany, Austria, Switzerland, Low Countries: the street word grows onto the name, then the number."""

    forms = GERMAN
    counted = True
    numeric = True
    screen: ClassVar[Screen] = (
        (
            rf"{any_of([*listed('streets', 'de', 'glued'), *listed('streets', 'de', 'apart')])}\.?,?"
            rf"\s{{0,2}}(?:nr\.?\s?|hausnummer\s|nummer\s)?(?:\d|{NUMBER_WORD}(?:\W|$))"
        ),
        r"(?:^|\W)(?:ul\.?|ulica|ulicy|al\.|aleja|alei|os\.|osiedle|osiedlu)\s",
        r"(?:packstation|postfiliale|paketbox)\s\d{3}",
        r"(?:\d|[^\W\d_]{3})\s?[a-h]?,?\s+(?:in\s+)?(?:[a-z]{1,2}-)?\d{4,5}\s+[^\W\d_]{3}",
        MISREAD,
        WORDED,
        WORDED_CLOSE,
    )


class RomanceAddresses(AddressSeeker):
    """Spain, Latin America, France, Belgium, Italy, Brazil, Portugal: the street word comes first."""

    forms = ROMANCE
    counted = True
    numeric = True
    screen: ClassVar[Screen] = (
        (
            rf"(?:^|\W)(?:{_OPEN}(?:\.|\s)|(?:ak|ac|tv|kr|cl|cr)\.?\s?\d|{_SHORT}[./]|c/|{_FRENCH_SURE}[.\s]|rue\s)",
            rf"\d|s/n|lote|(?:^|\W){NUMBER_WORD}(?:\W|$)",
        ),
        (
            rf"(?:\d\S{{0,8}}(?:\s?(?:bis|ter|quater|[a-h]))?|{NUMBER_WORD}(?:\s(?:bis"
            rf"|ter))?),?\s+{_FRENCH}[.\s]"
        ),
        (
            r"(?:sqn|sqs|shis|shin|qnm|qnl|qnd|qna|sqsw|sqnw|quadra|qd|q\.)\.?\s?\d|(?:manzana|mza"
            r"|mz)\.?\s?[a-z]?\d{0,3},?\sl"
        ),
        MISREAD,
        WORDED,
        WORDED_CLOSE,
    )


class AsianAddresses(AddressSeeker):
    """Indonesia, Vietnam, Thailand, China."""

    forms = ASIAN
    numeric = True
    screen: ClassVar[Screen] = (
        (
            rf"(?:^|\W){any_of([*listed('streets', 'id', 'sure'), *listed('streets', 'id', 'rare')])}"
            r"(?:\.\s?|\s)(?:\S+\s+){0,6}\S*?(?:no|nomor|nomer|nmr|nr|blok|blk|kav|kavling|km|rt"
            r"|unit|kamar|lantai|lt)(?:[.:\s]|\d)"
        ),
        r"(?:^|\W)(?:jalan|jln|jl|gang|gg)(?:\.\s?|\s)(?:\S+\s+){1,6}\d",
        r"(?:^|\W)rt\.?\s?\d{1,3}\s?[/,]?\s?rw",
        r"(?:^|\W)(?:hem|ngo|ngach|kiet|thon|ap|xom|khu\spho|buon|duong|pho)\s|(?:^|\W)(?:to|lo)\s[a-z]?\d",
        (
            (
                r"(?:^|\W)(?:phuong|quan|huyen|thi\stran|thi\sxa|thanh\spho|tp|tinh|xa|tx|tt|kdc|kdt"
                r"|khu\sdo\sthi|hcm|ha\snoi|da\snang|sai\sgon|p|q|h)(?:\W|$)"
            ),
            r"\d",
        ),
        r"(?:^|\W)(?:so\snha|nha\sso|sn)\W",
        (r"(?:can\sho|phong|can|p)\.?\s?[a-z]{0,2}\d", r"toa|chung\scu|cc|block|khu|lo"),
        (
            folded(
                r"เลขที่|หมู่|ม\.|ซอย|ซ\.|ถนน|ถ\.|ตำบล|ต\.|แขวง|อำเภอ|อ\.|เขต|จังหวัด|จ\.|คอนโด|หอ|อาคาร"
                r"|ตึก|แฟลต|ห้อง|ตรอก|แยก|ชั้น|ยูนิต|เมือง|รหัสไปรษณีย์|มบ\.|[ก-์][\s,]{0,3}\d{5}"
            ),
            r"\d|ทับ",
        ),
        (any_of(listed("regions", "th")), r"\d"),
        r"(?:路|街|巷|大道)\d",
        MISREAD,
        WORDED,
        WORDED_CLOSE,
    )
