"""Words and scripts that give a language away in one or two words, in folded spelling."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_WORDS: Final = {
    "en": (
        "the and this that with very thanks thank great awful terrible awesome broken good "
        "excellent nice love loved bad worst best perfect refund please amazing works waste cheap "
        "quality seller not is was it"
    ),
    "es": (
        "gracias bueno buena malo mala muy excelente perfecto perfecta calidad recomiendo vendedor "
        "llego roto producto horrible encanta bien feo pesimo el los las una"
    ),
    "fr": (
        "merci tres bien bon mauvais parfait parfaite recommande livraison vendeur produit qualite "
        "casse nul genial arnaque rapide le les une je"
    ),
    "de": (
        "danke sehr gut schlecht super toll schrott leider nicht kaputt empfehlenswert qualitat "
        "verkaufer lieferung schnell gerne und ist das der die ein eine"
    ),
    "pt": (
        "obrigado obrigada otimo otima muito bom boa ruim pessimo pessima recomendo vendedora "
        "qualidade chegou quebrado entrega gostei adorei amei nao"
    ),
    "it": (
        "grazie ottimo ottima molto buono buona pessimo consigliato venditore qualita rotto "
        "spedizione veloce bello bella perfetto bravo il gli"
    ),
    "id": (
        "terima kasih bagus banget mantap barang sesuai pesanan penjual cepat murah jelek rusak "
        "pengiriman kecewa suka bintang ulasan oke sudah tidak"
    ),
    "vi": ("cam on tot dep shop giao hang nhanh chat luong duoc khong rat hai long kem san pham"),
}
_SHARED: Final = frozenset(
    {"super", "shop", "on", "nul", "die", "das", "chat", "long", "excelente", "horrible", "hai"}
)


def _hints() -> dict[str, str]:
    hints: dict[str, str] = {}
    twice: set[str] = set(_SHARED)
    for language, words in _WORDS.items():
        for word in words.split():
            if word in hints and hints[word] != language:
                twice.add(word)
            hints[word] = language
    return {word: language for word, language in hints.items() if word not in twice}


HINTS: Final[Mapping[str, str]] = MappingProxyType(_hints())
"""Folded word → the one language it gives away; words that two languages share are left out."""

SCRIPTS: Final = (
    ("th", re.compile("[\u0e01-\u0e2e]"), True),
    ("ko", re.compile("[\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]"), True),
    ("ja", re.compile("[\u3040-\u30ff]"), True),
    ("zh", re.compile("[\u3400-\u9fff]"), False),
    ("el", re.compile("[\u0370-\u03ff]"), True),
    ("he", re.compile("[\u05d0-\u05ea]"), False),
    ("hi", re.compile("[\u0904-\u0939]"), False),
    ("ar", re.compile("[\u0620-\u06ff]"), False),
    ("ru", re.compile("[\u0400-\u04ff]"), False),
)
"""Language most often written in a script, its letters, and whether the script alone settles it."""
