"""Letters of other scripts that look Latin, and the judgement of when they are meant as Latin.

A Russian review stays Russian. A look-alike is exchanged only in a word that mixes scripts, in a
number, or in a word made of look-alikes alone inside a text that is otherwise Latin.
The pairs are our own selection, read off the letter shapes (compare UTS 39, confusables).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import Final

from moderation.text.view import View

_STRICT_PAIRS: Final = (
    # Cyrillic; a capital may look like another letter than its small form does
    ("аАвВеЕєЄһҺіІјЈкКӏӀмМнНоОрРԛԚсСтТуУхХѕЅԝԜԁԀѵѴүҮ", "aabbeeeehhiijjkkllmmhhooppqqccttyyxxsswwddvvyy"),
    # Greek
    ("αΑβΒεΕηΗιΙκΚμΜνΝοΟρΡτΤυΥχΧζΖϳͿ", "aabbeenhiikkumvnooppttuyxxzzjj"),
    # Armenian
    ("օՕհսՍոՈցզյլԼՏտ", "oohusnngqjilst"),
    # Cherokee and Lisu capitals
    ("ᎪᏴᏟᎠᎬᏀᎻᎥᎫᏦᏞᎷᏢᎡᏚᎢᏙᎳᏃ", "abcdeghijklmprstvwz"),
    ("ꓮꓐꓚꓓꓰꓝꓖꓧꓲꓙꓗꓡꓟꓠꓳꓑꓣꓢꓔꓴꓦꓪꓫꓬꓜ", "abcdefghijklmnoprstuvwxyz"),
)
_LOOSE_PAIRS: Final = (
    ("гГпПиИйЙяЯшШщЩцЦдДлЛьЬэЭфФчЧзЗбБ", "rrnnuuuurrwwwwuuddllbbeeoo443366"),
    ("ωΩπΠσΣθΘλΛγΓδΔςϲϹ", "wwnnoooollyrddscc"),
)
_DIGIT_PAIRS: Final = ("оОοΟօՕзЗбБчЧіІιΙӏӀ", "000000336644111111")


def _table(*pairs: tuple[str, str]) -> dict[str, str]:
    return {char: latin for chars, latins in pairs for char, latin in zip(chars, latins, strict=True)}


STRICT: Final = _table(*_STRICT_PAIRS)
"""Letters that a reader cannot tell from Latin."""
LOOSE: Final = {**_table(*_LOOSE_PAIRS), **STRICT}
"""Letters that pass for Latin only among Latin ones."""
DIGITS: Final = _table(_DIGIT_PAIRS)
"""Letters that pass for digits among digits."""

_RANGES: Final = "\u0370-\u03ff\u0400-\u058f\u13a0-\u13ff\ua4d0-\ua4ff"
_FOREIGN: Final = re.compile(f"[{_RANGES}]")
_WORD: Final = re.compile(r"[^\W_]+")
_LATIN: Final = re.compile("[a-z]")
_BLOCKS: Final = (0x0400, 0x0530, 0x13A0, 0xA4D0)
_GENUINE_LETTERS: Final = 3


def _block(char: str) -> int:
    code = ord(char)
    return sum(code >= first for first in _BLOCKS)


class _Speller:
    """One text on its way to Latin letters; knows the original for the sake of capitals."""

    __slots__ = ("chars", "original", "view")

    def __init__(self, view: View, original: str) -> None:
        self.view = view
        self.original = original
        self.chars = list(view.string)

    def spell(self, start: int, end: int, table: dict[str, str]) -> None:
        """Exchange what `table` knows between two places."""
        alignment, chars = self.view.alignment, self.chars
        for place in range(start, end):
            char = chars[place]
            if char in table:
                source = self.original[place if alignment is None else alignment.begin(place)]
                capital = unicodedata.normalize("NFKD", source)[0]
                chars[place] = table.get(capital, table[char])


def latinise(view: View, original: str) -> View:
    """Exchange look-alikes for Latin letters and digits where they are meant as such, one for one."""
    if not _FOREIGN.search(view.string):
        return view
    speller = _Speller(view, original)
    whole: list[tuple[int, int]] = []
    genuine = False
    latin = False
    for word in _WORD.finditer(view.string):
        text = word[0]
        letters = _FOREIGN.findall(text)
        if not letters:
            latin = latin or _LATIN.search(text) is not None
        elif _LATIN.search(text) or len(set(map(_block, letters))) > 1:
            speller.spell(*word.span(), LOOSE)
            latin = True
        elif len(letters) < len(text) and all(map(DIGITS.__contains__, letters)):
            speller.spell(*word.span(), DIGITS)
        elif all(map(STRICT.__contains__, letters)):
            whole.append(word.span())
        else:
            genuine = genuine or len(letters) >= _GENUINE_LETTERS
    if latin and not genuine:
        for start, end in whole:
            speller.spell(start, end, STRICT)
    return replace(view, string="".join(speller.chars))
