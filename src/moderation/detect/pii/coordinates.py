"""Exact places: coordinates in every notation, plus codes, three words, pins on maps."""

from __future__ import annotations

import re
from typing import ClassVar, Final

from moderation.detect.pii.localities import NUMBER_WORD
from moderation.detect.pii.recognizer import Screen, ShapeSeeker, shape, words
from moderation.findings import Kind

_LATITUDE: Final = 90
_LONGITUDE: Final = 180
_POINT: Final = (
    r"(?:[.,]|\s?(?:punto|ponto|point|punkt|komma|virgule|virgula|coma|comma|titik|koma|cham"
    r"|phay|dot|จุด)\s?)"
)
_SIGN: Final = r"(?:-|minus\s|menos\s|moins\s|am\s|negative\s)?"
_NORTH: Final = (
    r"(?:n|s|north|south|norte|sur|sul|nord|sud|nordlich|sudlich|bac|nam|utara|selatan|lu|ls|เหนือ|ใต้)"
)
_EAST: Final = r"(?:e|w|o|east|west|este|oeste|est|ouest|ost|dong|tay|timur|barat|bt|bb|ตะวันออก|ตะวันตก)"
_WORDED: Final = (
    rf"(?:{NUMBER_WORD}|oh|o|one|un|uno|dos|tres|ba|hai|nam|sau|bay|tam|chin|khong|mot|sei|sete|seis)"
)
_NUMBER: Final = rf"(?:\d{{1,3}}|{_WORDED}(?:\s(?:and\s|y\s|e\s|et\s)?{_WORDED}){{0,4}})"
_DECIMALS: Final = rf"(?:\d{{2,8}}|{_WORDED}(?:\s(?:and\s|y\s|e\s|et\s)?{_WORDED}){{0,7}})"
_DEGREES: Final = r"\s?(?:°|˚|º|o|grados?|graus?|degres?|degrees?|grad|gradi|derajat|do|องศา)\s?"
_MINUTES: Final = r"\s?(?:'|′|m|min|minutes?|minutos?|minuten|phut|menit|ลิปดา)\s?"
_SECONDS: Final = r"\s?(?:\"|''|″|s|sec|seconds?|segundos?|sekunden|secondes?|giay|detik|ฟิลิปดา)?\s?"
_GAP: Final = r"[\s,;/|]{1,4}(?:and\s|y\s|et\s|und\s|e\s|dan\s|va\s)?"


def _coordinates(value: str) -> bool:
    """Whether two decimal numbers lie on the globe."""
    numbers = [float(n.replace(",", ".")) for n in re.findall(r"-?\d{1,3}[.,]\d+", value)]
    return len(numbers) == 2 and abs(numbers[0]) <= _LATITUDE and abs(numbers[1]) <= _LONGITUDE


def _degrees(value: str) -> bool:
    numbers = [int(n) for n in re.findall(r"\d+", value)]
    return bool(numbers) and numbers[0] <= _LONGITUDE


def _code(value: str) -> bool:
    return any(c.isdecimal() for c in value) and any(c.isalpha() for c in value)


class ExactPlaces(ShapeSeeker):
    """`GEO`: exact coordinates, plus codes and map pins."""

    entities = (Kind.GEO.value,)
    numeric = True
    screen: ClassVar[Screen] = (
        r"\d[.,]\d{3,}\s?[nseow°]?[^\w\n]{1,5}[a-z]{0,5}[^\w\n]{0,2}\d{1,3}[.,]\d{3}",
        r"\d\s?(?:°|˚|o|grad\w*|graus?|degr\w+|derajat|do|องศา)\s?\d{1,2}\s?(?:['′m,.]|min|phut|ลิปดา)",
        (
            r"(?:(?:^|\W)(?:lat|latitude|latitud|lintang|vi\sdo|breite|breitengrad|lng|lon|long"
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
        r"///\s?[^\W\d]|w3w|what3words|what\s3\swords|what\sthree\swords|three\swords",
    )
    cues = re.compile(
        words(
            (
                "left|dropped|lives|live|house|home|location|lokasi|gps|pin|coordinates|coords|coordinate"
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
                "|gravado|grabado|kalung|gelang|ratio|scale|price|version|firmware"
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
            check=_coordinates,
        ),
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
                rf"}}(?:[.,]\d+)?{_SECONDS})?\s?{_NORTH}(?!\w)[\s,;/]{{0,3}}\d{{1,3}}{_DEGREES}\d{{1,2}}("
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
                "lat|latitude|latitud|lintang|vi do|breite|breitengrad|lng|lon|long|longitude|longitud"
                "|bujur|kinh do|lange|langengrad|latitudine|longitudine|ละติจูด|ลองจิจูด"
            )
            + r"(?:\s(?:is|ist|est|es|la|e|adalah|คือ))?[\s:=]{0,3}$",
        ),
        shape(
            "worded",
            (
                rf"(?<![\w.])(?P<value>{_SIGN}{_NUMBER}{_POINT}{_DECIMALS}(?:\s?{_NORTH}(?!\w))?[\s,;]{{1"
                rf",3}}(?:(?:y|and|et|und|e|dan|va|comma)\s)?{_SIGN}{_NUMBER}{_POINT}{_DECIMALS}(?:\s?"
                rf"{_EAST}(?!\w))?)(?!\w)"
            ),
            cued=0.74,
            check=lambda value: not re.fullmatch(r"[\d.,\s;-]+", value),
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
            alone=0.75,
            cued=0.9,
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
                "|trois mots|drei worter"
            )
            + r"[^\n]{0,20}$",
        ),
    )
