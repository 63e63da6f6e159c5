"""Streets of the languages that put the street word first: French, Spanish, Portuguese, Italian.

Data like `streets`: patterns over the folded text.
"""

from __future__ import annotations

from typing import Final

from moderation.detect.pii.gazette import any_of, listed
from moderation.detect.pii.places.localities import NUMBER_WORDS
from moderation.detect.pii.places.streets import FREE, HOUSE, NUMBERED, PART, Form, form

_FR: Final = any_of(listed("streets", "fr", "sure"))
_FR_ALL: Final = any_of([*listed("streets", "fr", "sure"), *listed("streets", "fr", "rare")])
_ES: Final = any_of([*listed("streets", "es", "sure"), *listed("streets", "es", "rare")])
_PT: Final = any_of([*listed("streets", "pt", "sure"), *listed("streets", "pt", "rare")])
_IT: Final = any_of(listed("streets", "it", "sure"))
_FR_NAME: Final = rf"(?:{PART}|l'|d')(?:[\s'-]{{1,2}}{PART}){{0,6}}"
_LONG: Final = rf"(?:\d{{1,2}}\sde\s)?{PART}(?:[\s-]{{1,2}}{PART}){{0,7}}?"
_AFTER: Final = rf"(?:,?\s*{NUMBERED}\s*|,\s*|\s+(?:n\s)?)(?:{HOUSE}|s/n|{NUMBER_WORDS}(?!\w))"

ROMANCE: Final[tuple[Form, ...]] = (
    form(
        "street_fr",
        (
            rf"{FREE}(?:{HOUSE}(?:\s?(?:bis|ter|quater)(?!\w))?|{NUMBER_WORDS}(?:\s(?:bis"
            rf"|ter))?),?\s+(?P<type>{_FR_ALL})(?:\.|(?=\s))\s?(?P<name>{_FR_NAME})"
        ),
        alone=0.85,
        small=0.62,
    ),
    form(
        "street_fr_after",
        rf"(?<!\w)(?P<type>{_FR})(?:\.|(?=\s))\s?(?P<name>{_LONG}){_AFTER}",
        alone=0.72,
        small=0.5,
    ),
    form(
        "street_fr_post",
        rf"(?<!\w)(?P<type>{_FR})(?:\.|(?=\s))\s?(?P<name>{_LONG})(?=,?\s\d{{5}}\s[^\W\d_])",
        alone=0.6,
        small=0.5,
        tail=True,
    ),
    form("street_es", rf"(?<!\w)(?P<type>{_ES})(?:\.|(?<=/)|(?=\s))\s?(?P<name>{_LONG}){_AFTER}", small=0.62),
    form(
        "street_co",
        r"(?<!\w)(?P<name>calle|cll|cl|carrera|cra|kra|kr|cr|diagonal|diag|dg|transversal|transv"
        r"|tv|avenida|av|ak|ac)\.?\s?\d{1,3}\s?[a-z]?(?:\s?bis)?(?:\s(?:sur|norte|este|oeste))?"
        r"\s?(?:#|no\.?|n[o°º]\.?|num\.?|numeral|numero|nro\.?|con)\s?\d{1,3}\s?[a-z]?(?:\s?bis)?"
        r"(?:\s(?:sur|norte|este|oeste))?\s?(?:-"
        r"|–|\s)\s?\d{1,3}(?!\w)",
        alone=0.85,
        small=0.85,
    ),
    form(
        "street_pt",
        rf"(?<!\w)(?P<type>{_PT})(?:\.|(?=\s))\s?(?P<name>{_LONG})(?:,?\s*lote\s\w{{1,4}}|{_AFTER})",
        small=0.62,
    ),
    form("street_it", rf"(?<!\w)(?P<type>{_IT})(?:\.|(?=\s))\s?(?P<name>{_LONG}){_AFTER}", small=0.5),
    form(
        "block_br",
        (
            r"(?<!\w)(?P<name>sqn|sqs|shis|shin|qnm|qnl|qnd|qna|sqsw|sqnw|quadra|qd"
            r"|q\.)\.?\s?\d{1,4}[a-z]?,?\s(?:bloco|bl|conjunto|conj|cj|lote|lt"
            r"|casa)\.?\s?\w{1,3}(?!\w)"
        ),
        alone=0.75,
        small=0.66,
    ),
    form(
        "block_mx",
        r"(?<!\w)(?P<name>manzana|mza|mz)\.?\s?[a-z]?\d{0,3},?\s(?:lote|lt|lot)\.?\s?\d{1,3}(?!\w)",
        alone=0.75,
        small=0.66,
    ),
)
