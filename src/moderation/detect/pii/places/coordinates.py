"""Exact places: coordinates in every notation, plus codes, three words, pins on maps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar, Final

from moderation.detect.pii.places.localities import NUMBER_WORD
from moderation.detect.pii.recognizer import Hit, Screen, ShapeSeeker, shape, words
from moderation.findings import Kind
from moderation.text import Text
from moderation.text.number_words import UNSPACED, VALUES

_SHORTEST: Final = 2

_MORE: Final = "|".join(
    sorted(
        (word for word in VALUES if word.isascii() and len(word) > _SHORTEST),
        key=lambda word: (-len(word), word),
    )
)
_THAI: Final = "(?:" + "|".join(sorted([*UNSPACED, "สิบ", "ร้อย"], key=len, reverse=True)) + "){1,9}"
_LATITUDE: Final = 90
_LONGITUDE: Final = 180
_POINT: Final = (
    r"(?:[.,]|\s?(?:punto|ponto|point|punkt|komma|virgule|virgula|coma|comma|titik|koma|cham"
    r"|phay|dot|จุด)\s?)"
)
_SIGN: Final = r"(?:-|minus\s|menos\s|moins\s|am\s|negative\s)?"
_NORTH: Final = (
    r"(?:n|s|north|south|norte|sur|sul|nord|sud|nordlich|norden|suden|sudlich|bac|nam|utara|selatan|lu|ls"
    r"|เหนือ|ใต้)"
)
_EAST: Final = r"(?:e|w|o|east|west|este|oeste|est|ouest|ost|osten|dong|tay|timur|barat|bt|bb|ตะวันออก|ตะวันตก)"
_WORDED: Final = (
    rf"(?:{_MORE}|{NUMBER_WORD}|oh|o|one|un|uno|dos|tres|ba|hai|nam|sau|bay|tam|chin|khong|mot|sei|sete|seis)"
)
_NUMBER: Final = rf"(?:\d{{1,3}}|{_WORDED}(?:\s(?:and\s|y\s|e\s|et\s)?{_WORDED}){{0,4}})"
_DECIMALS: Final = rf"(?:\d{{2,8}}|{_WORDED}(?:\s(?:and\s|y\s|e\s|et\s)?{_WORDED}){{0,7}})"
_DEGREES: Final = r"\s?(?:°|˚|º|o|grados?|graus?|degres?|degrees?|deg|grad|gradi|derajat|do|องศา)\s?"
_MINUTES: Final = r"\s?(?:'|′|m|min|minutes?|minutos?|minuten|phut|menit|ลิปดา)\s?"
_SECONDS: Final = r"\s?(?:\"|''|″|s|sec|seconds?|segundos?|sekunden|secondes?|giay|detik|ฟิลิปดา)?\s?"
_JOIN: Final = (
    r"(?:and|then|y|et|und|e|dan|va|voi|con|mit|by|comma|coma|virgule|virgula|komma|koma|phay|กับ|และ|ตามด้วย)"
)
_GAP: Final = rf"[\s,;/|]{{1,4}}(?:{_JOIN}\s)?"
_DEEP: Final = (
    r"(?:\s?[.,·]\s?|\s(?:punto|ponto|point|punkt|komma|virgule|virgula|coma|titik|koma|cham|phay|dot|จุด)\s)"
)
_SAID: Final = 3
"""Decimals told in words that make a number exact."""


def _coordinates(value: str) -> bool:
    """Whether two decimal numbers lie on the globe."""
    numbers = [float(n.replace(",", ".")) for n in re.findall(r"-?\d{1,3}[.,]\d+", value)]
    return len(numbers) == 2 and abs(numbers[0]) <= _LATITUDE and abs(numbers[1]) <= _LONGITUDE


def _exact(value: str) -> bool:
    """The same, with five decimals at least in one of them."""
    return _coordinates(value) and re.search(r"[.,]\d{5}", value) is not None


def _spread(value: str) -> bool:
    """The same, of numbers whose points are spaced or told."""
    numbers = re.findall(r"\d+", value)
    return len(numbers) == 4 and int(numbers[0]) <= _LATITUDE and int(numbers[2]) <= _LONGITUDE


def _told(value: str) -> bool:
    """Whether both of two numbers in words have three decimals and more."""
    parts = re.split(rf"(?<!\w){_POINT}(?!\w)", value)
    said = [re.findall(r"\w+", part) for part in parts]
    return len(said) == 3 and len(said[1]) > _SAID and len(said[2]) >= _SAID


def _degrees(value: str) -> bool:
    numbers = [int(n) for n in re.findall(r"\d+", value)]
    return bool(numbers) and numbers[0] <= _LONGITUDE


def _code(value: str) -> bool:
    return any(c.isdecimal() for c in value) and any(c.isalpha() for c in value)


_PAIR: Final = re.compile(
    r"(?<![\w.,])(?P<north>-?\d{1,2}\.\d{4,8})(?![\w.])(?=[^\n]{0,24}[^\W\d])[^\d\n]{4,40}?(?<![\w.])"
    r"(?P<east>-?\d{1,3}\.\d{4,8})(?![\w.]*\d)"
)
_AROUND: Final = 48


class ExactPlaces(ShapeSeeker):
    """`GEO`: exact coordinates, plus codes and map pins."""

    entities = (Kind.GEO.value,)
    numeric = True
    screen: ClassVar[Screen] = (
        r"\d[.,]\d{3,}\s?[nseow°]?[^\w\n]{1,5}[a-z]{0,5}[^\w\n]{0,2}\d{1,3}[.,]\d{3}",
        r"\d\s?(?:°|˚|o|deg|grad\w*|graus?|degr\w+|derajat|do|องศา)\s?\d{1,2}\s?(?:['′m,.]|min|phut|ลิปดา)",
        (
            r"(?:(?:^|\W)(?:lat|latt|lattitude|longtitude|longditude|latitude|latitud|lintang|vi\sdo|breite|breitengrad|lng|lon|long"
            r"|longitude|longitud|bujur|kinh\sdo|lange|langengrad|latitudine|longitudine)|ละติจูด"
            r"|ลองจิจูด)(?:\s(?:is|ist|est|es|la|e|adalah|คือ))?[\s:=]{0,3}(?:[-\d]|minus|menos"
            rf"|moins|{NUMBER_WORD}\W)"
        ),
        (
            rf"(?:\d|{_WORDED})\s?(?:punto|ponto|point|punkt|komma|virgule|virgula|coma|comma|titik|koma"
            rf"|cham|phay|dot)\s?(?:\d|{_WORDED})|จุด"
        ),
        rf"(?:^|[^\w.,]){_NORTH}\s?\d{{1,2}}[.,]\d\d|\d[.,]\d{{2,}}\s?°?\s?{_NORTH}(?:\W|$)",
        r"[2-9cfghjmpqrvwx]{4}\s?\+\s?[2-9cfghjmpqrvwx]{2}",
        (
            r"maps\.app\.goo\.gl|goo\.gl/maps|google\.[a-z.]{2,6}/maps|maps\.google|maps\.apple"
            r"|waze\.com|openstreetmap|geo:|maps\.me"
        ),
        (
            r"///\s?[^\W\d]|w3w|what3words|what\s3\swords|what\sthree\swords|(?:three|3)\swords"
            r"|tres\s(?:palabras|palavras)|trois\smots|drei\sworte|tiga\skata|ba\stu|tre\sparole"
        ),
        rf"(?:^|\W){_NORTH}\s?\d{{1,2}}\s\d{{1,2}}[.,]\d|\d[c-x]\s\d{{6}}\s\d{{7}}",
        r"\d\s?[.,·]\s?\d{4,7}.{1,24}\d\s?[.,·]\s?\d{4}",
    )
    doubts = re.compile(
        words("lot|stock|ph|mesh|weight|inch|mm|cm|ml|kg|mg|usd|eur|percent|ratio|measured|g")
    )
    cues = re.compile(
        words(
            (
                "puerta|porta|door|paquete|put them|number"
                "|left|dropped|lives|live|house|home|location|lokasi|gps|pin|coordinates|coords|coordinate"
                "|address|deliver|delivered|delivery|garage|koordinat|titik|sharelok|maps|map|plus code"
                "|geotag|located|tracker|lat|long|latitude|longitude|drop"
            ),
            (
                "ubicacion|coordenadas|casa|vivo|entregar|chofer|latitud|longitud|localizacion|mapa"
                "|standort|koordinaten|breite|lange|haus|wohne|wohnt|navi|position|karte|liefer|abgelegt"
            ),
            (
                "coordonnees|emplacement|maison|habite|livrer|livraison|carte|localizacao|moro|endereco"
                "|entrega|posicao|coordinate|posizione|rumah|alamat|kirim|antar|lintang|bujur|share loc"
                "|shareloc"
            ),
            (
                "toa do|vi tri|dinh vi|nha|kinh do|vi do|ban do|พิกัด|โลเคชั่น|ตำแหน่ง|บ้าน|ละติจูด"
                "|ลองจิจูด|แผนที่|ปักหมุด|หมุด|ส่ง"
            ),
        )
    )
    against = re.compile(
        words(
            (
                "necklace|bracelet|engraved|engraving|poster|print|mug|map print|ring|pendant|collier"
                "|bracelet|grave|gravee|gravur|graviert|kette|armband|pulsera|collar|colar|pulseira"
                "|gravado|grabado|kalung|gelang|ratio|scale|price|version|firmware|star map"
                "|sternenkarte|sternkarte"
                "|carte du ciel|carte des etoiles|mapa estelar|mapa de estrellas|mapa das estrelas"
                "|peta bintang"
                "|default|mesh|lot|stock|ph|torque|calibration|reading|readings|weights|weight|tolerance"
            ),
            "vong co|vong tay|สร้อย|กำไล",
        )
        + r"[^.!?\n]{0,24}$"
    )
    shapes = (
        shape(
            "coordinates",
            (
                rf"(?<![\w.,])(?P<value>\(?{_SIGN}\d{{1,2}}[.,]\d{{4,}}\s?°?\s?{_NORTH}?{_GAP}{_SIGN}\d{{"
                rf"1,3}}[.,]\d{{4,}}(?:\s?°?\s?{_EAST})?(?!\w))(?![\w.]*\d)"
            ),
            alone=0.85,
            cued=0.95,
            check=_exact,
        ),
        shape(
            "coordinates_short",
            (
                rf"(?<![\w.,])(?P<value>\(?{_SIGN}\d{{1,2}}[.,]\d{{4}}\s?°?\s?{_NORTH}?{_GAP}{_SIGN}\d{{"
                rf"1,3}}[.,]\d{{4,}}(?:\s?°?\s?{_EAST})?(?!\w))(?![\w.]*\d)"
            ),
            alone=0.64,
            cued=0.95,
            check=_coordinates,
            doubted=0.4,
        ),
        shape(
            "coordinates_apart",
            (
                rf"(?<![\w.,])(?P<value>{_SIGN}\d{{1,2}}{_DEEP}\d{{4,7}}(?:\s?,\s?|\s?;\s?|\s{_JOIN}\s|\s)"
                rf"{_SIGN}\d{{1,3}}{_DEEP}\d{{4,7}})(?![\w.]*\d)"
            ),
            alone=0.8,
            cued=0.92,
            check=_spread,
        ),
        shape(
            "degrees_bare",
            (
                rf"(?<![\w.])(?P<value>{_NORTH}\s?\d{{1,2}}\s\d{{1,2}}[.,]\d{{2,4}}[\s,;/]{{1,3}}{_EAST}\s?\d{{1,3}}\s"
                r"\d{1,2}[.,]\d{2,4})(?!\w)"
            ),
            alone=0.82,
            cued=0.92,
        ),
        shape(
            "worded_thai",
            rf"(?P<value>{_THAI}\s?จุด\s?{_THAI}\s?[, ]?\s?(?:กับ|และ)?\s?{_THAI}\s?จุด\s?{_THAI})",
            cued=0.8,
        ),
        shape("grid", r"(?<!\w)(?P<value>[1-6]?\d\s?[c-x]\s\d{6}\s\d{7})(?!\w)", alone=0.75, cued=0.88),
        shape(
            "coordinates_lettered",
            (
                rf"(?<![\w.,])(?P<value>{_NORTH}\s?\d{{1,2}}[.,]\d{{2,}}\s?°?{_GAP}{_EAST}\s?\d{{1,3}}[.,"
                rf"]\d{{2,}}\s?°?|\d{{1,2}}[.,]\d{{2,}}\s?°?\s?{_NORTH}(?!\w){_GAP}\d{{1,3}}[.,]\d{{2,}}"
                rf"\s?°?\s?{_EAST}(?!\w))(?![\w.]*\d)"
            ),
            alone=0.8,
            cued=0.92,
            check=_coordinates,
        ),
        shape(
            "coordinates_named",
            (
                rf"(?<!\w)(?:lat(?:itude|itud|itudine)?|lintang)\W{{0,3}}(?P<value>{_SIGN}\d{{1,2}}[.,]\d"
                r"{2,}[^\n\d]{1,24}?-?\d{1,3}[.,]\d{2,})(?![\w.]*\d)"
            ),
            alone=0.85,
            cued=0.92,
            check=_coordinates,
        ),
        shape(
            "coordinates_coarse",
            r"(?<![\w.])(?P<value>-?\d{1,2}\.\d{3}\d?,\s?-?\d{1,3}\.\d{3}\d?)(?!\d)",
            cued=0.75,
            check=_coordinates,
        ),
        shape(
            "degrees",
            (
                rf"(?<![\w.])(?P<value>\d{{1,2}}{_DEGREES}\d{{1,2}}(?:[.,]\d+)?(?:{_MINUTES})?(?:\d{{1,2"
                rf"}}(?:[.,]\d+)?{_SECONDS})?\s?{_NORTH}(?!\w)[\s,;/]{{0,3}}(?:{_JOIN}\s)?\d{{1,3}}{_DEGREES}\d{{1,2}}("
                rf"?:[.,]\d+)?(?:{_MINUTES})?(?:\d{{1,2}}(?:[.,]\d+)?{_SECONDS})?\s?{_EAST})(?!\w)"
            ),
            alone=0.9,
            cued=0.95,
            check=_degrees,
        ),
        shape(
            "degrees_first",
            (
                rf"(?<![\w.])(?P<value>{_NORTH}\s?\d{{1,2}}{_DEGREES}\d{{1,2}}(?:[.,]\d+)?(?:{_MINUTES})?"
                rf"(?:\d{{1,2}}(?:[.,]\d+)?{_SECONDS})?[\s,;/]{{0,3}}{_EAST}\s?\d{{1,3}}{_DEGREES}\d{{1,2"
                rf"}}(?:[.,]\d+)?(?:{_MINUTES})?(?:\d{{1,2}}(?:[.,]\d+)?[\"']{{0,2}})?)(?!\w)"
            ),
            alone=0.9,
            cued=0.95,
            check=_degrees,
        ),
        shape(
            "half_a_place",
            (
                rf"(?<![\w.])(?P<value>{_SIGN}\d{{1,3}}{_POINT}\d{{2,}}(?:\s?°?\s?(?:{_NORTH}"
                rf"|{_EAST})(?!\w))?)(?![\w.]*\d)"
            ),
            cued=0.8,
            before=words(
                "lat|latt|lattitude|longtitude|longditude|latitude|latitud|lintang|vi do"
                "|breite|breitengrad|lng|lon|long|longitude|longitud|bujur|kinh do"
                "|lange|langengrad|latitudine|longitudine|ละติจูด|ลองจิจูด"
            )
            + r"(?:\s(?:is|ist|est|es|la|e|adalah|คือ))?[\s:=]{0,3}$",
        ),
        shape(
            "worded",
            (
                rf"(?<![\w.])(?P<value>{_SIGN}{_NUMBER}{_POINT}{_DECIMALS}(?:\s?{_NORTH}(?!\w))?[\s,;]{{1"
                rf",3}}(?:{_JOIN}\s)?{_SIGN}{_NUMBER}{_POINT}{_DECIMALS}(?:\s?"
                rf"{_EAST}(?!\w))?)(?!\w)"
            ),
            cued=0.74,
            check=lambda value: not re.fullmatch(r"[\d.,\s;-]+", value),
        ),
        shape(
            "worded_exactly",
            (
                rf"(?<![\w.])(?P<value>{_SIGN}{_NUMBER}{_POINT}{_DECIMALS}(?:\s?{_NORTH}(?!\w))?[\s,;]{{1,3}}"
                rf"(?:{_JOIN}\s)?{_SIGN}{_NUMBER}{_POINT}{_DECIMALS}(?:\s?{_EAST}(?!\w))?)(?!\w)"
            ),
            alone=0.68,
            cued=0.78,
            check=_told,
        ),
        shape(
            "worded_lettered",
            (
                rf"(?<![\w.])(?P<value>{_SIGN}{_NUMBER}{_POINT}{_DECIMALS}\s{_NORTH}(?!\w)[\s,;]{{1,3}}(?"
                rf":(?:y|and|et|und|e|dan|va)\s)?{_SIGN}{_NUMBER}{_POINT}{_DECIMALS}\s{_EAST})(?!\w)"
            ),
            alone=0.8,
            cued=0.86,
        ),
        shape(
            "plus_code",
            r"(?<![\w+])(?P<value>(?:[2-9cfghjmpqrvwx]{4}){1,2}\s?\+\s?[2-9cfghjmpqrvwx]{2,3})(?!\w)",
            alone=0.62,
            cued=0.86,
            check=_code,
        ),
        shape(
            "map_pin",
            (
                r"(?<!\w)(?P<value>(?:https?://)?(?:maps\.app\.goo\.gl|goo\.gl/maps"
                r"|(?:www\.)?google\.[a-z.]{2,6}/maps|maps\.google\.[a-z.]{2,6}|maps\.apple\.com"
                r"|(?:www\.)?waze\.com|(?:www\.)?openstreetmap\.org)/[\w@,.\-+?=&/%!#:]{4,120}[\w/]"
                r"|geo:-?\d{1,2}\.\d+,-?\d{1,3}\.\d+)"
            ),
            alone=0.92,
            cued=0.97,
        ),
        shape(
            "three_words",
            r"(?<![\w/:])(?P<value>///\s?[^\W\d_]+[.\s・]{1,2}[^\W\d_]+[.\s・]{1,2}[^\W\d_]+)(?!\w)",
            alone=0.85,
            cued=0.9,
        ),
        shape(
            "three_words_named",
            (
                r"(?<![\w/])(?P<value>[^\W\d_]{3,}(?:\.|\s?(?:dot|punto|point|ponto|punkt|titik"
                r"|cham)\s)[^\W\d_]{3,}(?:\.|\s?(?:dot|punto|point|ponto|punkt|titik"
                r"|cham)\s)[^\W\d_]{3,})(?!\w)"
            ),
            cued=0.8,
            before=words(
                "w3w|what3words|what 3 words|what three words|3 words|three words|tres palabras"
                "|tres palavras|tiga kata"
                "|trois mots|drei worter"
            )
            + r"[^\n]{0,20}$",
        ),
    )

    def seek(self, text: Text) -> Iterator[Hit]:
        """Yield places, and the two numbers of one that words keep apart."""
        yield from super().seek(text)
        for view in (text.folded, text.digits) if text.digits is not text.folded else (text.folded,):
            for pair in _PAIR.finditer(view.string):
                around = view.string[max(0, pair.start() - _AROUND) : pair.end() + _AROUND]
                if float(pair["north"].lstrip("-")) <= _LATITUDE and self.cues.search(around):
                    for name in ("north", "east"):
                        yield Hit(
                            entity=Kind.GEO.value,
                            span=view.span(*pair.span(name)),
                            confidence=0.74,
                            because="coordinates_in_parts+context",
                            hidden=True,
                        )
