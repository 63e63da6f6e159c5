"""Invented values by kind and country: what a frame's slots are filled with. Nobody's, but well formed.

Telephone numbers fit the country's numbering plan, identifiers carry their check digits, names and
addresses come from Faker's word lists. Every value hangs on the random source alone.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from functools import cache
from typing import Final

import phonenumbers
from faker import Faker

from moderation.findings import Kind

LOCALES: Final[Mapping[str, str]] = {
    "us": "en_US", "gb": "en_GB", "ca": "en_CA", "au": "en_AU", "in": "en_IN", "ph": "en_PH", "de": "de_DE",
    "fr": "fr_FR", "es": "es_ES", "it": "it_IT", "br": "pt_BR", "mx": "es_MX", "id": "id_ID", "vn": "vi_VN",
    "th": "th_TH",
}  # fmt: skip
"""Countries that a slot may name, with Faker's locale."""

COUNTRY_OF: Final[Mapping[str, str]] = {"en": "us", "vi": "vn", "pt": "br"}
"""Languages whose code is no country's."""

_DATE_ORDER: Final = ("{d:02}/{m:02}/{y}", "{d}.{m}.{y}", "{y}-{m:02}-{d:02}", "{d:02}-{m:02}-{y}")
_HOSTS: Final = (
    "gmail.com",
    "hotmail.com",
    "yahoo.com",
    "outlook.com",
    "mail.example",
    "proton.me",
    "gmx.net",
)
_LOCAL_HOSTS: Final[Mapping[str, str]] = {
    "de": "web.de", "fr": "orange.fr", "es": "telefonica.net", "br": "uol.com.br", "it": "libero.it",
    "gb": "btinternet.com", "mx": "prodigy.net.mx", "id": "yahoo.co.id",
}  # fmt: skip
_NETWORKS: Final = ("instagram.com/", "facebook.com/", "t.me/", "tiktok.com/@", "linkedin.com/in/", "vk.com/")
_LETTERS: Final = "ABCDEFGHJKLMNPRSTUVWXYZ"
_CPF_WIDTH: Final = 11


class UnknownSlot(Exception):
    """A slot names a kind or country for which no value is known."""


@cache
def _faker(locale: str) -> Faker:
    return Faker(locale)


class Inventor:
    """Values from one random source."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng

    def value(self, kind: Kind, country: str = "us") -> str:
        """Return a value of the kind as it is written in a country (or a language's). Raises UnknownSlot."""
        country = COUNTRY_OF.get(country, country)
        if country not in LOCALES:
            raise UnknownSlot(f"no country {country!r}")
        return _MAKERS[kind](self, country)

    def faker(self, country: str) -> Faker:
        """Return the word lists of a country, set to a place that this source draws."""
        made = _faker(LOCALES[country])
        made.seed_instance(self.rng.getrandbits(32))
        return made

    def digits(self, count: int) -> str:
        """Return so many random digits, the first not zero."""
        return str(self.rng.randrange(10 ** (count - 1), 10**count))

    def pick(self, *choices: str) -> str:
        """Return one of the choices."""
        return self.rng.choice(choices)


def _person(make: Inventor, country: str) -> str:
    fake = make.faker(country)
    given, family = str(fake.first_name()), str(fake.last_name())
    return f"{family} {given}" if country == "vn" else f"{given} {family}"


def _phone(make: Inventor, country: str) -> str:
    region = country.upper()
    kind = make.rng.choice((phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE))
    example = phonenumbers.example_number_for_type(region, kind)
    if example is None:
        raise UnknownSlot(f"no telephone numbers of {country!r}")
    national = phonenumbers.national_significant_number(example)
    number = example
    for _ in range(40):
        drawn = phonenumbers.parse(f"+{example.country_code}{national[:3]}{make.digits(len(national) - 3)}")
        if phonenumbers.is_valid_number(drawn):
            number = drawn
            break
    style = phonenumbers.PhoneNumberFormat
    written = phonenumbers.format_number(
        number, make.rng.choice((style.NATIONAL, style.NATIONAL, style.INTERNATIONAL, style.E164))
    )
    return written.replace(" ", make.pick(" ", " ", "-", "."))


def _email(make: Inventor, country: str) -> str:
    words = make.faker("us")
    given, family = str(words.first_name()).lower(), str(words.last_name()).lower()
    local = make.pick(
        f"{given}.{family}",
        f"{given}{make.digits(2)}",
        f"{given[0]}{family}",
        f"{family}_{given}{make.digits(3)}",
    )
    return f"{local}@{make.pick(*_HOSTS, _LOCAL_HOSTS.get(country, 'icloud.com'))}"


def _address(make: Inventor, country: str) -> str:
    written = str(make.faker(country).address())
    return ", ".join(part.strip(" ,") for part in written.splitlines())


def _order(make: Inventor, country: str) -> str:
    del country
    return make.pick(
        make.digits(18),
        f"57{make.digits(16)}",
        f"{make.digits(3)}-{make.digits(7)}-{make.digits(7)}",
        s10(make),
        ups(make),
        make.digits(make.rng.choice((8, 10, 12))),
        f"{make.pick('SO', 'OR', 'RMA', 'KD')}-{make.digits(6)}",
        f"{make.pick('JT', 'SPXID', 'JNE', 'TBA')}{make.digits(12)}",
    )


def s10(make: Inventor) -> str:
    """Return a postal item number with its check digit (UPU S10)."""
    body = make.digits(8)
    total = 11 - sum(int(d) * w for d, w in zip(body, (8, 6, 4, 2, 3, 5, 9, 7), strict=True)) % 11
    check = {10: 0, 11: 5}.get(total, total)
    return f"{make.pick('RR', 'LX', 'EE', 'CP')}{body}{check}{make.pick('GB', 'CN', 'DE', 'FR')}"


def ups(make: Inventor) -> str:
    """Return a UPS tracking number with its check digit."""
    body = "".join(make.rng.choice(_LETTERS + "0123456789") for _ in range(6)) + make.digits(9)
    values = [int(c) if c.isdigit() else (ord(c) - 63) % 10 for c in body]
    total = sum(values[0::2]) + 2 * sum(values[1::2])
    return f"1Z{body}{-total % 10}"


def _card(make: Inventor, country: str) -> str:
    del country
    body = make.pick("4", "51", "55", "37")
    length = 15 if body == "37" else 16
    body += make.digits(length - len(body) - 1)
    doubled = [int(d) * (2 - i % 2) for i, d in enumerate(reversed(body))]
    number = body + str(-sum(v - 9 * (v > 9) for v in doubled) % 10)
    if length == 15:
        return make.pick(number, f"{number[:4]} {number[4:10]} {number[10:]}")
    joint = make.pick("", " ", "-")
    return joint.join(number[i : i + 4] for i in range(0, 16, 4))


def _bank(make: Inventor, country: str) -> str:
    if country in {"de", "fr", "es", "it", "gb"}:
        number = str(make.faker(country).iban())
        return make.pick(number, " ".join(number[i : i + 4] for i in range(0, len(number), 4)))
    if country == "mx":
        body = "012" + make.digits(14)
        total = sum(int(d) * w % 10 for d, w in zip(body, (3, 7, 1) * 6, strict=False))
        return body + str(-total % 10)
    return make.digits({"br": 8, "us": 10, "in": 12, "th": 10, "vn": 13}.get(country, 10))


def _government(make: Inventor, country: str) -> str:
    makers: Mapping[str, Callable[[], str]] = {
        "us": lambda: f"{make.rng.randint(100, 665)}-{make.rng.randint(10, 99)}-{make.digits(4)}",
        "gb": lambda: (
            f"{make.pick('AB', 'CE', 'JG', 'PX')} {make.digits(2)} {make.digits(2)} {make.digits(2)} C"
        ),
        "in": lambda: aadhaar(make),
        "br": lambda: cpf(make),
        "es": lambda: dni(make),
        "it": lambda: str(make.faker("it").ssn()),
        "fr": lambda: french(make),
        "id": lambda: (
            f"3{make.rng.randint(1, 6)}7{make.rng.randint(1, 9)}0{make.rng.randint(1, 9)}"
            f"{make.rng.randint(1, 28):02}{make.rng.randint(1, 12):02}{make.rng.randint(60, 99)}"
            f"000{make.rng.randint(1, 9)}"
        ),
        "th": lambda: str(make.faker("th").ssn()),
        "vn": lambda: (
            f"0{make.pick('01', '79', '48')}{make.rng.randint(0, 3)}{make.digits(2)}{make.digits(6)}"
        ),
        "mx": lambda: curp(make),
        "ph": lambda: str(make.faker("ph").ssn()),
        "ca": lambda: str(make.faker("ca").ssn()),
        "de": lambda: f"{make.pick('L', 'C', 'T')}{make.digits(8)}",
        "au": lambda: f"{make.pick('P', 'N')}{make.pick('A', 'E')}{make.digits(7)}",
    }
    return makers[country]()


def cpf(make: Inventor) -> str:
    """Return a Brazilian CPF with both check digits."""
    body = make.digits(9)
    while len(body) < _CPF_WIDTH:
        total = sum(int(d) * w for d, w in zip(body, range(len(body) + 1, 1, -1), strict=True))
        body += str((total * 10) % 11 % 10)
    return make.pick(body, f"{body[:3]}.{body[3:6]}.{body[6:9]}-{body[9:]}")


def dni(make: Inventor) -> str:
    """Return a Spanish DNI with its letter."""
    number = int(make.digits(8))
    return f"{number}{make.pick('', '-')}{'TRWAGMYFPDXBNJZSQVHLCKE'[number % 23]}"


def french(make: Inventor) -> str:
    """Return a French NIR with its key, the complement to 97."""
    born = f"{make.rng.randint(50, 99)}{make.rng.randint(1, 12):02}"
    body = f"{make.pick('1', '2')}{born}75{make.digits(6)}"
    return f"{body}{97 - int(body) % 97:02}"


def curp(make: Inventor) -> str:
    """Return the shape of a Mexican CURP."""
    letters = "".join(make.rng.choice("BCDFGHJKLMNPQRSTVWXZ") for _ in range(5))
    day = f"{make.rng.randint(60, 99)}{make.rng.randint(1, 12):02}{make.rng.randint(1, 28):02}"
    sex, check = make.pick("H", "M"), make.rng.randint(0, 9)
    return f"G{make.pick('A', 'O', 'E')}{letters[:2]}{day}{sex}DF{letters[2:]}0{check}"


def aadhaar(make: Inventor) -> str:
    """Return an Aadhaar number; the Verhoeff check digit is found by trying all ten."""
    from moderation.detect.pii.numbers.checkdigits import aadhaar as fits

    body = make.digits(11).replace("1", "7", 1)
    body = "4" + body[1:]
    number = next(f"{body}{check}" for check in range(10) if fits(f"{body}{check}"))
    return make.pick(number, f"{number[:4]} {number[4:8]} {number[8:]}")


def _birth(make: Inventor, country: str) -> str:
    del country
    day, month, year = make.rng.randint(1, 28), make.rng.randint(1, 12), make.rng.randint(1945, 2006)
    return make.rng.choice(_DATE_ORDER).format(d=day, m=month, y=year)


def _plate(make: Inventor, country: str) -> str:
    def letters(count: int) -> str:
        return "".join(make.rng.choice(_LETTERS) for _ in range(count))

    shapes = {
        "gb": f"{letters(2)}{make.rng.randint(10, 74)} {letters(3)}",
        "de": f"{make.pick('B', 'HH', 'M', 'K')}-{letters(2)} {make.digits(4)}",
        "fr": f"{letters(2)}-{make.digits(3)}-{letters(2)}",
        "es": f"{make.digits(4)} {make.pick('BCD', 'FGH', 'JKL', 'MNP')}",
        "it": f"{letters(2)} {make.digits(3)} {letters(2)}",
        "br": f"{letters(3)}{make.rng.randint(0, 9)}{letters(1)}{make.digits(2)}",
        "in": f"{make.pick('MH', 'KA', 'DL')}{make.digits(2)} {letters(2)} {make.digits(4)}",
        "id": f"{make.pick('B', 'D', 'L')} {make.digits(4)} {letters(3)}",
        "vn": f"{make.rng.randint(29, 99)}{make.pick('A', 'C', 'H')}-{make.digits(3)}.{make.digits(2)}",
        "th": f"{make.pick('กข', 'ฆฎ', '1กย')} {make.digits(4)}",
        "ph": f"{letters(3)} {make.digits(4)}",
    }
    return shapes.get(country, f"{letters(3)}-{make.digits(4)}")


def _ip(make: Inventor, country: str) -> str:
    del country
    return ".".join(str(make.rng.randint(11, 250)) for _ in range(4))


def _geo(make: Inventor, country: str) -> str:
    del country
    north, east = make.rng.uniform(-60, 65), make.rng.uniform(-150, 150)
    return f"{north:.5f}, {east:.5f}"


def _handle(make: Inventor, country: str) -> str:
    name = _email(make, country).partition("@")[0].replace(".", make.pick("_", "."))
    return make.pick(name, f"@{name}")


def _link(make: Inventor, country: str) -> str:
    return make.pick("", "https://", "www.") + make.pick(*_NETWORKS) + _handle(make, country).lstrip("@")


_MAKERS: Final[Mapping[Kind, Callable[[Inventor, str], str]]] = {
    Kind.PERSON: _person,
    Kind.PHONE: _phone,
    Kind.EMAIL: _email,
    Kind.ADDRESS: _address,
    Kind.ORDER_ID: _order,
    Kind.PAYMENT_CARD: _card,
    Kind.BANK_ACCOUNT: _bank,
    Kind.GOVERNMENT_ID: _government,
    Kind.SOCIAL_HANDLE: _handle,
    Kind.URL_PERSONAL: _link,
    Kind.BIRTH_DATE: _birth,
    Kind.VEHICLE_PLATE: _plate,
    Kind.IP_ADDRESS: _ip,
    Kind.GEO: _geo,
}
