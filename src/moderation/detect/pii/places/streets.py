"""How street and number are written, language by language: patterns over the folded text.

Each form finds the hard part of an address, a street with its number or what stands for them. What
follows is `localities`' knowledge, how sure all of it is `address`'.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from moderation.detect.pii.gazette import any_of, listed
from moderation.detect.pii.places.localities import LETTERS, NUMBER_WORDS, WORD
from moderation.detect.pii.recognizer import folded

ORDINAL: Final = r"\d{1,3}(?:st|nd|rd|th)"
PART: Final = rf"(?:{WORD}|{ORDINAL})"
NOT_MEASURES: Final = (
    r"(?!\s?(?:%|€|\$|£|°|\"|''|x\d|stars?|days?|hours?|hrs?|min|mins|minutes?|minutos?"
    r"|minuten|menit|phut|gio|weeks?|months?|years?|times"
    r"|dias?|horas?|jours?|heures?|tage|stunden|wochen|hari|jam|ngay|pcs|pack|inch|cm|mm|km"
    r"|kg|gr?|ml|gb|tb|mah|w|v|watt|euros?|eur|pesos|reais|rb|ribu|rupiah|dong|baht|usd"
    r"|dollars?|bucks|mal|uhr|anos|ans|jahre|tahun|estrellas|estrelas|etoiles|sterne|bintang"
    r"|personas|pessoas|pieces|piezas)(?!\w))"
)
HOUSE: Final = (
    r"(?!\d{5}-\d{3})\d{1,5}(?:\s?[a-h](?!\w)"
    r"|[a-z](?!\w))?(?:\s?[-/+]\s?\d{1,4}[a-z]?(?!\w)|-[a-z](?!\w)){0,3}(?![\w]|[.,]\d"
    rf"|\s?%){NOT_MEASURES}"
)
FREE: Final = r"(?<![\w.,$€£/#+-])(?<!\d\s)"
NUMBERED: Final = r"(?:n\s?[o°º]?\s?[.°º]\s?[oº°]?|nro\.?|no\.?|num\.?|numero|nr\.?|nomor|nomer|#)"
_SAID: Final = rf"(?:{HOUSE}|{NUMBER_WORDS}(?!\w))"

_SURE: Final = any_of(listed("streets", "en", "sure"))
_RARE: Final = any_of(listed("streets", "en", "rare"))
_EN_PART: Final = rf"(?:[a-z]+(?:['-][a-z]+){{0,5}}(?!\w)\.?|{ORDINAL})"
_EN_NAME: Final = rf"{_EN_PART}(?:[\s-]{_EN_PART}){{0,3}}?"
_COMPASS: Final = r"(?:[nsew]|ne|nw|se|sw|north|south|east|west)\.?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One way of writing street and number.

    `alone` is the confidence of a form with capitals and no more, `small` without capitals; `tail` says
    that it needs a postcode, town or unit behind it. `nouns` where every noun has a capital. Groups:
    `name` is what must not be made of words of a sentence and shows the capitals.
    """

    name: str
    regex: re.Pattern[str]
    alone: float = 0.8
    small: float = 0.5
    tail: bool = False
    nouns: bool = False


def form(
    name: str,
    pattern: str,
    *,
    alone: float = 0.8,
    small: float = 0.5,
    tail: bool = False,
    nouns: bool = False,
) -> Form:
    """Compile a form; non-ASCII letters of its pattern are folded."""
    return Form(
        name=name, regex=re.compile(folded(pattern)), alone=alone, small=small, tail=tail, nouns=nouns
    )


ENGLISH: Final = (
    form(
        "street_en",
        (
            rf"{FREE}(?:no\.?\s)?(?:{HOUSE}|[nsew]\d{{3,5}})(?:\s1/2)?,?\s+(?:{_COMPASS}\s+)?(?P<name"
            rf">{_EN_NAME})\s{_SURE}(?!\w)\.?(?:\s{_COMPASS}(?![\w']))?"
        ),
    ),
    form(
        "street_en_rare",
        (
            rf"{FREE}(?:no\.?\s)?{HOUSE},?\s+(?:{_COMPASS}\s+)?(?P<name>{_EN_NAME})\s(?P<type>{_RARE}"
            rf")(?!\w)\.?(?:\s{_COMPASS}(?![\w']))?"
        ),
        alone=0.74,
        small=0.3,
    ),
    form(
        "highway",
        (
            rf"{FREE}[nsew]?\d{{1,5}}\s(?P<name>(?:(?:old|us|u\.s\.|state|county|rural)\s)?(?:highway"
            r"|hwy|county road|county rd|co\.? rd|state road|route|rte|fm))\s(?:[a-z]{1,2}"
            r"|\d{1,4})(?!\w)"
        ),
        small=0.45,
    ),
    form("avenue_letter", rf"{FREE}{HOUSE}\s(?P<name>avenue|ave)\s(?:[a-z]|of\s{WORD}(?:\s{WORD})?)(?!\w)"),
    form("broadway", rf"{FREE}\d{{2,5}}\s(?:{_COMPASS}\s)?(?P<name>broadway)(?!\w)", alone=0.7, small=0.4),
    form(
        "street_said",
        (
            rf"(?<![\w-])(?:number\s)?{NUMBER_WORDS}\s(?:{_COMPASS}\s)?(?P<name>{_EN_NAME})\s(?:stree"
            r"t|avenue|road|lane|boulevard|crescent|terrace|drive|court)(?!\w)"
        ),
        alone=0.7,
        small=0.45,
    ),
    form(
        "lot_ph",
        r"(?<!\w)(?P<name>blk|block|b)\W{0,2}\d{1,3}\W{1,3}(?:lot|lt|l)\W{0,2}\d{1,3}[a-z]?(?!\w)",
        alone=0.72,
        small=0.62,
    ),
    form(
        "purok",
        rf"(?<!\w)(?:purok|sitio)\s(?:\d{{1,2}}[a-z]?|{WORD})(?=\W{{1,3}}(?P<name>brgy|barangay|bgy))",
        small=0.7,
    ),
    form(
        "barangay",
        rf"(?<!\w)(?:brgy|barangay|bgy)\.?\s(?P<name>{WORD}(?:\s{WORD})?)",
        alone=0.6,
        small=0.4,
        tail=True,
    ),
    form(
        "house_in",
        r"(?<!\w)(?P<name>h\.?\s?no|house\sno|door\sno|d\.?\s?no|flat\sno|flat|plot\sno|plot"
        r"|qtr\s?no|room\sno|h\s?#|house\s#|sco|villa\sno)\W{0,3}"
        rf"(?:[a-z]{{0,2}}[-/]?\d[\w/-]{{0,8}}|{NUMBER_WORDS})(?!\w)(?=,?\s)",
        alone=0.5,
        small=0.4,
        tail=True,
    ),
    form(
        "sector_in",
        (
            rf"{FREE}[a-z]{{0,2}}-?\d{{1,5}}(?:/\d{{1,3}})?[a-z]?,?\s(?P<name>sector|phase|gali"
            r"|gali\sno|ward)\W{0,3}\d{1,3}[a-z]?(?!\w)"
        ),
        alone=0.66,
        small=0.56,
    ),
    form(
        "po_box",
        r"(?<!\w)(?P<name>p\.?\s?o\.?\s?box|post\soffice\sbox|private\sbag|locked\sbag|gpo\sbox"
        r"|apartado(?:\s(?:de\scorreos|postal))?|apdo\.?(?:\spostal)?|postfach|caixa\spostal"
        r"|apartado\spostal|casella\spostale|boite\spostale|kotak\spos|hom\sthu|postbus"
        r"|b\.?p\.?(?=\s\d))"
        r"\s?(?:n[o°º]?\.?\s?)?#?\d[\d ]{1,5}\d(?!\w)|(?<!\w)(?P<name2>ตู้\s?ปณ\.?)\s?\d{1,5}",
        alone=0.66,
        small=0.62,
    ),
)

_GLUED: Final = any_of(listed("streets", "de", "glued"))
_NOT_STREETS: Final = any_of(listed("streets", "not_streets"))
_APART: Final = any_of(listed("streets", "de", "apart"))
_BEFORE: Final = any_of(listed("streets", "de", "before"))
_DE_HOUSE: Final = (
    r"(?:nr\.?\s?)?\d{1,4}(?:\s?[a-h](?!\w))?(?:\s?[-/+]\s?\d{1,4}[a-z]?(?!\w)){0,3}(?"
    rf"![\w]|[.,]\d){NOT_MEASURES}"
)
_DE_SAID: Final = rf"(?:{_DE_HOUSE}|(?:hausnummer\s|nummer\s)?{NUMBER_WORDS}(?!\w))"
_DE_CLEAR: Final = (
    r"(?:strasse|str|gasse|allee|damm|ufer|chaussee|promenade|straat|laan|gracht|twiete|stieg|steig|pfad)"
)
_PLZ: Final = (
    r"(?:(?:,?\s+|,?\s+in\s+)(?:(?:[a-z]{1,2}-)?\d{5}|[a-z]{1,2}-\d{4})|,\s(?!19|20)\d{4})\s+[^\W\d_]{3}"
)

GERMAN: Final = (
    form(
        "street_de", rf"(?<!\w)(?P<name>{LETTERS}{_DE_CLEAR})\.?,?\s{{0,2}}{_DE_SAID}", small=0.6, nouns=True
    ),
    form(
        "street_pl",
        rf"(?<!\w)(?:ul\.?|ulica|ulicy|al\.|aleja|alei|os\.|osiedle|osiedlu)\s(?P<name>{LETTERS}(?:\s{LETTERS}){{0,2}}?)\s"
        r"\d{1,4}[a-z]?(?:\s?(?:/|m\.?|lok\.?|lamane przez)\s?\d{1,4})?(?![\w]|[.,]\d)",
        alone=0.8,
        small=0.5,
    ),
    form(
        "packstation_de",
        r"(?<!\w)(?P<name>packstation|postfiliale|paketbox)\s\d{3}(?=,?\s(?:in\s)?\d{5}\s)",
        alone=0.78,
        small=0.7,
    ),
    form(
        "street_de_rare",
        rf"(?<!\w)(?P<name>(?!{_NOT_STREETS}(?!\w)){LETTERS}{_GLUED})\.?,?\s{_DE_SAID}",
        alone=0.55,
        small=0.35,
        nouns=True,
    ),
    form(
        "street_de_apart",
        rf"(?<!\w)(?P<name>{LETTERS}(?:[\s-]{LETTERS}){{0,2}}?)[\s-]{_APART}\.?,?\s{_DE_SAID}",
        alone=0.72,
        small=0.45,
        nouns=True,
    ),
    form(
        "place_de",
        (
            rf"(?<!\w)(?:{_BEFORE}\s)?(?P<name>(?!(?:an|nach|zu|bei|fur|von|aus|anschrift|adresse|alle|lieferadresse|hausnummer|nummer)(?!\w))"
            rf"{LETTERS}(?:[\s-]{LETTERS})?)\s(?:{_DE_HOUSE}"
            rf"|{NUMBER_WORDS}(?!\w))(?={_PLZ})"
        ),
        alone=0.72,
        small=0.6,
        tail=True,
        nouns=True,
    ),
)
