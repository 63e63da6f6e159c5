"""Machines on the net: network addresses, hardware addresses, device numbers."""

from __future__ import annotations

import ipaddress
import re
from typing import ClassVar, Final

from moderation.detect.pii.numbers.checkdigits import imei
from moderation.detect.pii.places.localities import NUMBER_WORD
from moderation.detect.pii.recognizer import Screen, ShapeSeeker, folded, shape, words
from moderation.findings import Kind
from moderation.text.number_words import UNSPACED

DEVICE_ID: Final = "DEVICE_ID"
"""Entity of an IMEI or MAC address; it has a clause, but no kind of its own."""

_PRIVATE: Final = tuple(
    map(
        ipaddress.ip_network,
        ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "0.0.0.0/8", "255.0.0.0/8", "fc00::/7"),
    )
)
_DOT: Final = (
    r"(?:\s?[.·。,]\s?|\s?[\[({]\.[\])}]\s?|\s?[\[({]?(?:dot|punto|point|ponto|punkt|titik"
    r"|cham|puntik|tuldok|จุด|ดอท)[\])}]?\s?|\s-\s)"
)
_WORDED: Final = (
    rf"(?:{NUMBER_WORD}|one|un|uno|dos|tres|ba|hai|nam|sau|bay|tam|chin|mot|cent|cents"
    r"|hundred|ciento|cento|ratus|tram|muoi|puluh|belas|zero|oh)"
)
_THAI: Final = "(?:" + "|".join(sorted([*UNSPACED, "สิบ", "ร้อย"], key=len, reverse=True)) + "){1,7}"
_PART: Final = rf"(?:\d{{1,3}}|{_THAI}|{_WORDED}(?:[\s-](?:(?:and|y|e|et|und)\s)?{_WORDED}){{0,5}})"
_SPOKEN: Final = r"(?:dot|punto|point|ponto|punkt|titik|cham|tuldok|จุด|ดอท)"


def public_address(value: str) -> bool:
    """Whether this is an IP address outside private, loopback and other set-up ranges.

    Documentation and multicast ranges count as public, because people quote them as real.
    """
    try:
        address = ipaddress.ip_address(value)
    except ValueError:
        return False
    if address.is_loopback or address.is_link_local or address.is_unspecified:
        return False
    return not any(address in net for net in _PRIVATE if net.version == address.version)


def _parts(value: str) -> list[int]:
    return [int(part) for part in re.findall(r"\d+", value)]


def _dotted(value: str) -> bool:
    """Whether a disguised address is a public one; words count as any number."""
    if re.search(r"[^\W\d_]", re.sub(_SPOKEN, "", value)):
        return all(part < 256 for part in _parts(value))
    return public_address(".".join(map(str, _parts(value))))


def likely(value: str) -> bool:
    """Whether four numbers are no version: all of two digits and more, one of them large."""
    parts = _parts(value)
    return (public_address(value) and min(parts) >= 10 and max(parts) >= 60) or (
        public_address(value) and parts[0] >= 20 and max(parts[1:]) >= 100
    )


class NetworkAddresses(ShapeSeeker):
    """`IP_ADDRESS`: public addresses, with a word about networks or log-ins or unlike any version."""

    entities = (Kind.IP_ADDRESS.value,)
    numeric = True
    screen: ClassVar[Screen] = (
        folded(rf"\d(?:{_DOT}\d{{1,3}}){{2}}{_DOT}\d"),
        r"\d\s?[\[({<]\s?(?:\.|[^\W\d]{2,6})\s?[\])}>]\s?\d",
        (r"\b(?:ip|ipv4|ips)\b|ไอพี", r"\d[,\-_ ]\d{1,3}[,\-_ ]\d{1,3}[,\-_ ]\d"),
        (r"จุด", r"\d|[\x{0e00}-\x{0e7f}]"),
        (
            rf"\d\s?{_SPOKEN}\s?\d{{1,3}}\s?{_SPOKEN}\s?\d{{1,3}}\s?{_SPOKEN}|(?:\d"
            rf"|[^\W\d_])\s{_SPOKEN}\s(?:\d{{1,3}}|[a-z -]{{3,40}})\s{_SPOKEN}\s(?:\d{{1,3}}"
            rf"|[a-z -]{{3,40}})\s{_SPOKEN}\s"
        ),
        r"[0-9a-f]{1,4}:[0-9a-f]{0,4}:[0-9a-f]{0,4}:",
        r"[0-9a-f]{1,4}::[0-9a-f]",
    )
    cues = re.compile(
        words(
            (
                "ip|ips|ip address|ipv4|ipv6|ip adresse|ip-adresse|login|logins|logged|log in|log-in"
                "|signed in|sign in|connected|connection|network|isp|traced|trace|device|address|server"
                "|geoip|located|port|hacked|hacker|hack|internet|online|account|session|wifi|vpn|host"
                "|camera|router shows|came from|posted from|ordered from"
            ),
            (
                "direccion ip|conexion|acceso|accesos|inicio de sesion|servidor|puerto|rastreado"
                "|rastreamos|red|desde|adresse ip|connexion|connecte|serveur|depuis|trace|leitung"
                "|anschluss|verbindung|angemeldet|eingeloggt|zugriff|netz|hinter"
            ),
            (
                "endereco ip|conexao|acesso|rede|servidor|logado|porta|indirizzo ip|connessione|accesso"
                "|alamat ip|koneksi|masuk dari|jaringan|akses|dia chi ip|dang nhap|ket noi|truy cap"
                "|may chu|ไอพี|เข้าจาก|ล็อกอิน|เชื่อมต่อ|เซิร์ฟ|เน็ต|พอร์ต"
            ),
        )
    )
    against = re.compile(
        words(
            "version|versions|versao|versione|versi|versie|firmware|fw|v|ver|vers|software|app|update"
            "|updated to|upgrade|upgraded to|bluetooth|release|build|ios|android|os|bios|kernel"
            "|driver version|patch|section|chapter|clause|paragraph|abschnitt|kapitel|seccion"
            "|capitulo|cap|bab|pasal|muc|chuong|model|serial|phien ban|ban cu|ban moi|ban nay"
            "|cap nhat|nang cap"
            "|rilis|pembaruan|actualizacion|actualizado a|atualizacao|atualizado para|mise a jour"
            "|aktualisiert auf|auf die|เวอร์ชัน|เวอร์ชั่น|เฟิร์มแวร์|อัปเดต|อัพเดท|รุ่น|ระบบ"
        )
        + (
            r"(?:\s(?:to|de|la|le|a|auf|ke|len|es|is|ist|est|number|no|nr|die|der|el|l|zu"
            r"|para))*[\s:.]{0,3}$|v$"
        )
    )
    against_reach = 30
    shapes = (
        shape(
            "ipv4",
            r"(?<![\w.])(?P<value>\d{1,3}(?:\.\d{1,3}){3})(?!\.?\d|\w)",
            alone=0.7,
            cued=0.9,
            check=likely,
        ),
        shape(
            "ipv4",
            r"(?<![\w.])(?P<value>\d{1,3}(?:\.\d{1,3}){3})(?!\.?\d|\w)",
            cued=0.88,
            check=public_address,
        ),
        shape(
            "ipv4_disguised",
            rf"(?<![\w.])(?P<value>\d{{1,3}}(?:{_DOT}\d{{1,3}}){{3}})(?!\.?\d|\w)",
            cued=0.84,
            check=_dotted,
        ),
        shape(
            "ipv4_bracketed",
            rf"(?<![\w.])(?P<value>\d{{1,3}}(?:\s?[\[({{<]\s?(?:\.|{_SPOKEN})\s?[\])}}>]\s?\d{{1,3}}){{3}})(?!\.?\d|\w)",
            alone=0.8,
            cued=0.9,
            check=_dotted,
        ),
        shape(
            "ipv4_apart",
            r"(?<![\w.])(?P<value>\d{1,3}(?:[,\-_ ]\d{1,3}){3})(?![.,\-]?\d|\w)",
            cued=0.8,
            check=lambda value: public_address(".".join(re.findall(r"\d+", value))),
            before=r"(?:(?<!\w)(?:ip|ipv4|ips)(?!\w)|ไอพี)(?:[\s:=]|address|adresse|adress|la|is|es|ist|est|e|adalah|คือ){0,4}$",
        ),
        shape(
            "ipv4_said",
            rf"(?<![\w.])(?P<value>\d{{1,3}}(?:\s?{_SPOKEN}\s?\d{{1,3}}){{3}})(?!\.?\d|\w)",
            alone=0.7,
            cued=0.86,
            check=_dotted,
        ),
        shape(
            "ipv4_said",
            rf"(?<![\w.])(?P<value>{_PART}(?:\s{_SPOKEN}\s{_PART}){{3}})(?!\.?\d|\w)",
            alone=0.66,
            cued=0.86,
            check=_dotted,
        ),
        shape(
            "ipv6",
            r"(?<![\w:])(?P<value>[0-9a-f]{1,4}(?::[0-9a-f]{0,4}){3,7})(?![\w:])",
            alone=0.66,
            cued=0.9,
            check=public_address,
        ),
        shape(
            "ipv6_short",
            (
                r"(?<![\w:])(?P<value>[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,5}::[0-9a-f]{1,4}(?::[0-9a-f]{1,4"
                r"}){0,4})(?![\w:])"
            ),
            cued=0.88,
            check=public_address,
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
