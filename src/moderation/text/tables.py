"""Characters whose plain reading Unicode's own decompositions do not give.

Look-alikes of other scripts live in `confusables`; here are punctuation, stars, and what is noise.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

STAR: Final = "⭐"


def _each(readings: Mapping[str, str]) -> dict[str, str]:
    return {char: plain for plain, chars in readings.items() for char in chars}


PLAIN: Final[Mapping[str, str]] = MappingProxyType(
    _each(
        {
            "'": "‘’‚‛′‵´`ʹʻʼʽˊˋ‹›＇",
            '"': "“”„‟″‶«»〝〞〟＂",
            "-": "‐‑‒–—―−﹘﹣－⁃﹣➖",
            "+": "➕",
            "*": "∗⁎✱✲✳✶",
            ".": "․。｡．",
            "·": "•∙⋅‧",
            "e": "əƏ",
            "a": "ɑⱭ",
            ",": "、，､﹐",
            "!": "！❗❕ǃ",
            "?": "？❓❔",
            "/": "⁄∕⧸",
            "\n": "\x85\u2028\u2029",
            " ": "\u2800¨¯¸˘˙˚˛˜˝",
            STAR: "🌟★✭✮✯✪✫✬⭑🟊",
            "☆": "✩✰⚝⭒",
            "ae": "æÆ",
            "oe": "œŒ",
            "ss": "ßẞ",
            "th": "þÞ",
            "i": "ıİ",
            "0": "⓿",
            # Kept as they are: the decomposition would grow letters onto the word before.
            "™": "™",
            "℠": "℠",
            "ำ": "ำ",
            "ຳ": "ຳ",
        }
    )
)
"""One character → what it is read as. A hollow star stays hollow."""

NOISE: Final = (
    (0x0300, 0x036F),  # combining diacritics, the grapheme joiner among them
    (0x0483, 0x0489),  # Cyrillic combining signs
    (0x0591, 0x05C7),  # Hebrew points
    (0x0610, 0x061A),  # Arabic marks
    (0x0640, 0x0640),  # tatweel, which only stretches
    (0x064B, 0x065F),  # Arabic harakat
    (0x0670, 0x0670),
    (0x115F, 0x1160),  # Hangul fillers
    (0x17B4, 0x17B5),  # Khmer inherent vowels, invisible
    (0x180B, 0x180F),  # Mongolian variation selectors
    (0x1AB0, 0x1AFF),  # combining diacritics extended
    (0x1DC0, 0x1DFF),  # combining diacritics supplement
    (0x20D0, 0x20FF),  # combining for symbols: the box of a keycap among them
    (0x3164, 0x3164),  # Hangul filler
    (0xFDD0, 0xFDEF),  # noncharacters
    (0xFE00, 0xFE0F),  # variation selectors
    (0xFE20, 0xFE2F),  # combining half marks
    (0xFFA0, 0xFFA0),  # half-width Hangul filler
    (0x1F3FB, 0x1F3FF),  # skin tones
    (0xE0000, 0xE0FFF),  # tags and variation selectors
)
"""Inclusive ranges that carry no letter: read as nothing. Thai, Indic and kana marks are not here."""
