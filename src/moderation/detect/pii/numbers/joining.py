"""Joining: which tokens of a text belong to one number, by what stands between them and by their looks.

What the tokens of a number then say is read in `codes`.
"""

from __future__ import annotations

import re
from typing import Final

from moderation.detect.pii.numbers.cues import read_words
from moderation.detect.pii.numbers.spoken import ANDS, SEPARATORS, number_word
from moderation.text import Text
from moderation.text.number_words import UNTIL

_TOKEN: Final = re.compile(r"[0-9a-z\u01bd]+")
_TIGHT: Final = re.compile(r" ?[\-./_*~|·]{1,3} ?")
_COMMA: Final = re.compile(r"[ ,]{1,3}(?:[-/.][ ,]{0,3})?|[-/.][ ,]{1,3}")
_BLANK: Final = re.compile(r"[ \t\u00a0]{1,3}")
_UNIT: Final = re.compile(
    r"\d+(?:x|kg|g|gr|mg|ml|l|cl|cm|mm|m|km|in|ft|oz|lb|lbs|pcs|pc|gb|tb|mb|mah|w|kw|v|hz|k|d|h|hr|hrs|min|s|st"
    r"|nd|rd|th|am|pm|rb|ribu|jt|tr|usd|eur|rs|php|thb|vnd|idr|er|e|eme|x\d+)"
)
_PREFIXES: Final = read_words("number_prefixes")
"""Letters that stand before the digits of a carrier's or shop's numbers, also in small letters and apart."""
_FILLERS: Final = read_words("number_fillers")
_WORDS: Final = frozenset("aeiouyx")
"""Letters that are words, or signs between numbers, by themselves."""
_OPENING: Final = frozenset({"", " ", "\n", ":", "#", "("})
_FEW: Final = 4
_LONG: Final = 7
"""Digits that stand together in one group of a parted number; one more in some."""
_LONGEST_LETTERS: Final = 6
_POSTAL: Final = 9
_BRANCH: Final = 5
_ACCOUNT: Final = (10, 11)
"""The second group of a French account, and what follows it."""
_PAIR: Final = 2
_SHORT: Final = 3


class Tokens:
    """The tokens of a text's digits view, and which of them go on from which."""

    def __init__(self, text: Text, cues: frozenset[str]) -> None:
        self.text = text
        self.view = text.digits
        self.cues = cues
        self.string = self.view.string
        self.spans = [match.span() for match in _TOKEN.finditer(self.string)]
        self.words = [self.string[start:end] for start, end in self.spans]
        self.spoken = text.digits is not text.folded or any(
            len(word) > _FEW and number_word(word) is not None for word in self.words
        )

    def gap(self, left: int) -> str:
        """Return what stands between a token and the next."""
        return self.string[self.spans[left][1] : self.spans[left + 1][0]]

    def joint(self, left: int) -> str:
        """Say how a token meets the next: "tight", "blank", "comma" (in what is spoken) or not at all."""
        gap = self.gap(left)
        if _BLANK.fullmatch(gap):
            return "blank"
        if _TIGHT.fullmatch(gap):
            return "tight"
        return "comma" if self.spoken and _COMMA.fullmatch(gap) else ""

    def capital(self, at: int) -> bool:
        """Whether a token was written in capitals."""
        span = self.view.span(*self.spans[at])
        return self.text.original[span.start : span.end].isupper()

    def digits(self, at: int) -> bool:
        """Whether there is such a token and a digit in it."""
        return 0 <= at < len(self.words) and any(map(str.isdigit, self.words[at]))

    def numbered(self, at: int) -> bool:
        """Whether there is such a token and it holds a digit or is a number word."""
        return self.digits(at) or (0 <= at < len(self.words) and number_word(self.words[at]) is not None)

    def tens(self, left: str, right: str) -> bool:
        """Whether the second may be the units of the first, with an "and" between."""
        tens = self.spoken and len(right) == 1 and re.fullmatch(r"[2-9]0", left) is not None
        return tens or number_word(left) is not None

    def onward(self, at: int, first: int) -> bool:
        """Whether the token after `at` belongs to the code that began at `first`."""
        if at + 1 >= len(self.words) or not (joint := self.joint(at)):
            return False
        linking = self._links(at)
        if linking is not None:
            return linking
        left, right = self.words[at], self.words[at + 1]
        if joint == "comma" and len(left) > _LONG and number_word(left) is None:
            return False
        if self.digits(at + 1):
            return joint == "tight" or self._groups(left, right, grouped=at > first)
        return self._word_onward(at, first, joint)

    def _word_onward(self, at: int, first: int, joint: str) -> bool:
        """Whether a next token without digits goes on: a number word, a letter, or letters."""
        left, right = self.words[at], self.words[at + 1]
        if number_word(right) is not None:
            return self.numbered(at) and (self.numbered(at + 2) or number_word(left) is not None)
        follows = self._letter_onward if len(right) == 1 else self._letters_onward
        return follows(at, first, joint)

    def _links(self, at: int) -> bool | None:
        """Whether a separator's word, or an "and" among tens, comes next and links on; None: no such."""
        right = self.words[at + 1]
        if right in SEPARATORS:
            return self.numbered(at) and self.numbered(at + 2) and bool(self.joint(at + 1))
        if right in ANDS and self.numbered(at + 2) and self.tens(self.words[at], self.words[at + 2]):
            return True
        return None

    def _groups(self, left: str, right: str, *, grouped: bool) -> bool:
        """Whether two tokens with a space between are groups of one number."""
        if _UNIT.fullmatch(right) and not left.isalpha():
            return False
        if not left.isdigit():
            return True
        if grouped and len(left) == _BRANCH and len(right) in _ACCOUNT and right.isalnum():
            return True
        goes_on = len(left) <= _LONG or (len(left) == _LONG + 1 and (grouped or len(right) == _LONG + 1))
        return goes_on and not (right.isdigit() and len(right) > _LONG + 1)

    def _letter_onward(self, at: int, first: int, joint: str) -> bool:
        left, right = self.words[at], self.words[at + 1]
        if joint == "tight" and "." not in self.gap(at):
            return True
        goes_on = at + 2 < len(self.words) and bool(self.joint(at + 1))
        more = goes_on and (len(self.words[at + 2]) == 1 or self.numbered(at + 2))
        singles = len(left) == 1 and (at == first or len(self.words[at - 1]) == 1)
        if right != "i" and joint == "blank" and left.isdigit() and self.capital(at + 1) and not goes_on:
            return True
        if right in _WORDS and not (singles and more):
            return False
        if joint == "comma":
            return more
        checked = left.isdigit() and len(left) in {_LONG, _LONG + 1}
        return singles or checked or (goes_on and self.digits(at + 2))

    def _letters_onward(self, at: int, first: int, joint: str) -> bool:
        right = self.words[at + 1]
        if joint == "blank":
            # A postal item: two letters, nine digits, two letters.
            known = sum(map(str.isdigit, "".join(self.words[first : at + 1])))
            return len(right) == _PAIR and known == _POSTAL and self.capital(at + 1)
        if joint != "tight" or len(right) > _LONGEST_LETTERS or "." in self.gap(at):
            return False
        return len(right) <= _SHORT or self.capital(at + 1) or self.numbered(at + 2)

    def backward(self, at: int, last: int) -> bool:
        """Whether the token before `at` belongs to the code that ends at `last`."""
        if at == 0 or not (joint := self.joint(at - 1)) or (joint == "comma" and self._timed(at - 1)):
            return False
        left, right = self.words[at - 1], self.words[at]
        if number_word(left) is not None or joint == "comma":
            linked = right in SEPARATORS or (right in ANDS and joint != "comma")
            return number_word(left) is not None and (linked or self.numbered(at))
        if left in ANDS or left in SEPARATORS:
            return at > 1 and bool(self.joint(at - 2)) and self.tens(self.words[at - 2], right)
        if len(left) == 1:
            return self._letter_backward(at, last, joint)
        if len(left) > _LONGEST_LETTERS or "." in self.gap(at - 1):
            return False
        return "*" not in self.gap(at - 1) if joint == "tight" else self._prefix(at)

    def _timed(self, at: int) -> bool:
        """Whether a token is a time of day ("before ten, nine one four")."""
        return at > 0 and self.words[at - 1] in UNTIL

    def _letter_backward(self, at: int, last: int, joint: str) -> bool:
        left = self.words[at - 1]
        if len(self.words[at]) == 1:
            return left not in _WORDS or at == last or len(self.words[at - 2]) == 1
        return joint == "tight" or (left not in _WORDS and self._opens(at - 1) and self.capital(at - 1))

    def _prefix(self, at: int) -> bool:
        """Whether the letters before a token, with a space between, begin its code."""
        left = self.words[at - 1]
        if not self._opens(at - 1):
            return False
        if left in _PREFIXES:
            return True
        if left in _FILLERS or not self.capital(at - 1):
            return False
        shouted = at > 1 and self.words[at - 2].isalpha() and self.words[at - 2] not in self.cues
        return not (shouted and self.capital(at - 2))

    def _opens(self, at: int) -> bool:
        """Whether a token stands apart from what is before it."""
        start = self.spans[at][0]
        return self.string[max(0, start - 1) : start] in _OPENING
