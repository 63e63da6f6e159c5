"""Places, vehicles and machines: coordinates, number plates, network and device identifiers."""

from __future__ import annotations

import ipaddress
import re
from typing import ClassVar, Final

from moderation.detect.pii.checkdigits import imei
from moderation.detect.pii.recognizer import Screen, ShapeSeeker, shape, words
from moderation.findings import Kind

DEVICE_ID: Final = "DEVICE_ID"
"""Entity of an IMEI or MAC address; it has a clause, but no kind of its own."""

_LATITUDE: Final = 90
_LONGITUDE: Final = 180


def public_address(value: str) -> bool:
    """Whether this is an IP address outside private, loopback and other set-up ranges.

    Documentation ranges count as public, because people quote them as real.
    """
    try:
        address = ipaddress.ip_address(value)
    except ValueError:
        return False
    if address.is_loopback or address.is_link_local or address.is_multicast or address.is_unspecified:
        return False
    private = ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "0.0.0.0/8", "255.0.0.0/8", "fc00::/7")
    return not any(
        address in ipaddress.ip_network(net) for net in private if (":" in net) == (address.version == 6)
    )


def _coordinates(value: str) -> bool:
    numbers = [float(n) for n in re.findall(r"-?\d{1,3}\.\d+", value)]
    return len(numbers) == 2 and abs(numbers[0]) <= _LATITUDE and abs(numbers[1]) <= _LONGITUDE


def _plate(value: str) -> bool:
    return any(c.isdecimal() for c in value) and any(c.isalpha() for c in value)


class NetworkAddresses(ShapeSeeker):
    """`IP_ADDRESS`: public addresses that a word about networks or log-ins introduces."""

    entities = (Kind.IP_ADDRESS.value,)
    screen: ClassVar[Screen] = (
        r"\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}",
        r"[0-9a-f]{1,4}:[0-9a-f]{0,4}:[0-9a-f]{0,4}:",
    )
    cues = re.compile(
        words(
            "ip|ips|ip address|login|logged|log in|connected|connection|adresse ip|direccion ip"
            "|traced|device|from|address|server|geoip|alamat ip|endereco ip"
        )
    )
    against = re.compile(
        words("version|firmware|v|ver|software|app|update|updated to|bluetooth|release|build|ios|android")
        + r"[\s:]{0,3}$|v$"
    )
    shapes = (
        shape(
            "ipv4",
            r"(?<![\w.])(?P<value>\d{1,3}(?:\.\d{1,3}){3})(?![\w.]*\d)",
            cued=0.9,
            check=public_address,
        ),
        shape(
            "ipv6",
            r"(?<![\w:])(?P<value>[0-9a-f]{1,4}(?::[0-9a-f]{0,4}){3,7})(?![\w:])",
            cued=0.9,
            check=public_address,
        ),
    )


class ExactPlaces(ShapeSeeker):
    """`GEO`: exact coordinates, plus codes and map pins."""

    entities = (Kind.GEO.value,)
    screen: ClassVar[Screen] = (
        (r"\d\.\d{3,}", r"\d\.\d{3,}\s?[ns°]?[\s,;/]{1,3}-?\d{1,3}\.\d{3}"),
        r"[2-9cfghjmpqrvwx]{4}\+[2-9cfghjmpqrvwx]{2}",
        r"maps\.app\.goo\.gl|goo\.gl/maps|google\.[a-z.]{2,6}/maps|maps\.google",
        r"///[a-z]",
    )
    cues = re.compile(
        words(
            "left|dropped|lives|house|home|location|lokasi|gps|pin|coordinates|address|deliver"
            "|delivered|garage|koordinat|ubicacion|standort|maps|plus code"
        )
    )
    against = re.compile(
        words("necklace|bracelet|engraved|engraving|poster|print|mug|map print|ring|pendant")
        + r"[^.!?]{0,24}$"
    )
    shapes = (
        shape(
            "coordinates",
            (
                r"(?<![\w.])(?P<value>-?\d{1,2}\.\d{4,}\s?[ns°]?[\s,;/]{1,3}-?\d{1,3}\.\d{4,}(?:\s?[e"
                r"w°])?)(?![\w.]*\d)"
            ),
            alone=0.85,
            cued=0.95,
            check=_coordinates,
        ),
        shape(
            "coordinates_coarse",
            r"(?<![\w.])(?P<value>-?\d{1,2}\.\d{3},\s?-?\d{1,3}\.\d{3})(?!\d)",
            cued=0.7,
            check=_coordinates,
        ),
        shape(
            "plus_code",
            r"(?<![\w+])(?P<value>(?:[2-9cfghjmpqrvwx]{4}){1,2}\+[2-9cfghjmpqrvwx]{2,3})(?!\w)",
            cued=0.8,
            check=_plate,
        ),
        shape(
            "map_pin",
            (
                r"(?<!\w)(?P<value>(?:https?://)?(?:maps\.app\.goo\.gl|goo\.gl/maps"
                r"|(?:www\.)?google\.[a-z.]{2,6}/maps|maps\.google\.[a-z.]{2,6})/[\w@,.\-+?=&/%!]{4,1"
                r"20}[\w/])"
            ),
            alone=0.75,
            cued=0.9,
        ),
        shape("three_words", r"(?<!\w)(?P<value>///[a-z]+\.[a-z]+\.[a-z]+)(?!\w)", alone=0.85, cued=0.9),
    )


_PLATE_WORDS: Final = words(
    (
        "plate|plates|number plate|license plate|licence plate|licence plate number|plate number"
        "|plate no|van plate|car reg|reg plate|vehicle reg"
    ),
    (
        "car registration|vehicle|kennzeichen|nummernschild|immatricule|immatriculee|immatriculation"
        "|plaque|plaque d'immatriculation|matricula"
    ),
    (
        "placa|placas|patente|plat nomor|plat|nopol|no pol|nomor polisi|pelat|motor|mobil|bien so"
        "|bien so xe|xe|targa|rego|placa do carro|van|car|truck|ทะเบียน|车牌|车牌号"
    ),
)
_PLATE_SHAPES: Final = (
    r"[a-z]{2}\s?\d\d[\s-]?[a-z]{3}|[a-z]{2}-\d{3}-[a-z]{2}"
    r"|[a-z]{1,3}[-\s][a-z]{1,2}[-\s]?\d{1,4}|[a-z]{1,2}\s\d{1,4}\s[a-z]{1,3}"
    r"|[a-z]{1,2}\d{4}[a-z]{2,3}|[a-z]{2}[\s-]?\d{1,2}[\s-]?[a-z]{1,3}[\s-]?\d{4}"
    r"|\d\d[a-z]\d?[-\s]?\d{3}\.?\d\d|\d{4}[\s-]?[bcdfghjklmnpqrstvwxyz]{3}"
    r"|[a-z]{3}[\s-]?\d[a-z0-9]\d\d|[a-z]{3}[\s-]\d\d[\s-]\d\d|\d[a-z]{3}\d{3}"
    r"|[a-z]{3}[\s-]\d{3,4}(?:[\s-]?[a-z])?"
)


class NumberPlates(ShapeSeeker):
    """`VEHICLE_PLATE`: the form of some country's plates behind a word about vehicles."""

    entities = (Kind.VEHICLE_PLATE.value,)
    screen: ClassVar[Screen] = (
        (
            (
                r"(?:^|\W)(?:(?:van |number |license |licence |reg )?plates?|reg|vehicle|car"
                r" registration|kennzeichen|nummernschild"
                r"|immatriculee?|immatriculation|plaque|matricula|placas?|plat|nopol|no pol|polisi"
                r"|pelat|bien so|targa|rego)\W|ทะเบียน|车牌"
            ),
            r"[a-z][\s-]?\d|\d[\s-]?[a-z]",
        ),
        (
            (
                r"(?:van|car|truck|vehicle|motor|mobil|xe|camion|coche|carro|auto|wagen|bike|scooter"
                r"|driver|kurir)"
            ),
            (
                r"(?:^|[^\w-])(?:[a-z]{2}\d\d\s[a-z]{3}|[a-z]{2}-\d{3}-[a-z]{2}"
                r"|[a-z]{1,2}\s\d{3,4}\s[a-z]{2,3}|\d\d[a-z]\d?-\d{3}\.\d\d)(?:[^\w-]|$)"
            ),
        ),
    )
    cues = re.compile(_PLATE_WORDS)
    against = re.compile(
        words("model|size|part|sku|frame for|fits|bmw|audi|tesla|ford|honda|toyota|for my|camry|my")
        + r"\s{0,2}$"
    )
    shapes = (
        shape(
            "plate",
            rf"(?<![\w-])(?P<value>{_PLATE_SHAPES})(?![\w-])",
            cued=0.88,
            check=_plate,
            before=words(
                (
                    "plate|plates|number plate|license plate|licence plate|plate number|plate no|reg"
                    "|car reg|reg plate|vehicle reg|car registration"
                ),
                (
                    "kennzeichen|nummernschild|immatricule|immatriculee|immatriculation|plaque"
                    "|matricula|placa|placas|plat nomor|plat|nopol|no pol"
                ),
                "nomor polisi|pelat|bien so|bien so xe|targa|rego|ทะเบียน|车牌|车牌号",
            )
            + (
                r"(?:\s*(?:(?:no|number|is|was|es|est|ist|lautet|do|del|carro|mobil|motor|ต)(?!\w)"
                r"|[:#.\-\"'(]))*\s*$"
            ),
        ),
        shape(
            "vehicle+plate",
            (
                r"(?<![\w-])(?P<value>[a-z]{2}\d\d\s[a-z]{3}|[a-z]{2}-\d{3}-[a-z]{2}"
                r"|[a-z]{1,2}\s\d{3,4}\s[a-z]{2,3}|\d\d[a-z]\d?-\d{3}\.\d\d)(?![\w-])"
            ),
            cued=0.75,
            check=_plate,
            before=words(
                "van|car|truck|vehicle|motor|motornya|mobil|mobilnya|xe|camion|camionnette|coche"
                "|carro|auto|wagen|lieferwagen|bike|scooter|driver|kurir"
            )
            + r"[^.!?\n]{0,16}$",
        ),
    )


class DeviceNumbers(ShapeSeeker):
    """`DEVICE_ID`: IMEI and hardware addresses."""

    entities = (DEVICE_ID,)
    numeric = True
    screen: ClassVar[Screen] = ((r"imei", r"\d{15}|\d\d-\d{6}"), r"[0-9a-f]{2}(?:[:\-][0-9a-f]{2}){5}")
    cues = re.compile(words("imei|mac|mac address|device|your|activated|registered|account|hwid"))
    against = None
    shapes = (
        shape(
            "imei_luhn",
            r"(?<!\d)(?P<value>\d{15}|\d{2}-\d{6}-\d{6}-\d)(?!\d)",
            cued=0.95,
            check=imei,
            before="imei",
        ),
        shape(
            "hardware_address",
            r"(?<![\w:\-])(?P<value>[0-9a-f]{2}(?:([:\-]))[0-9a-f]{2}(?:\2[0-9a-f]{2}){4})(?![\w:\-])",
            cued=0.85,
        ),
    )
