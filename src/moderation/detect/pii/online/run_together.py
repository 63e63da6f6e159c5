"""Names and words that are run together into one handle: initials with a family name, two names, a phrase.

The lists of names are `persons.gazetteer`'s, everyday words `wording`'s.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from moderation.detect.pii.persons.gazetteer import Kin, kin
from moderation.detect.pii.wording import CUE_WORDS, ORDINARY

_PARTS: Final = re.compile(r"[._\-]")
_SHORTEST: Final = 3
_SURNAME: Final = 4
_TWO_NAMES: Final = 7
_LONGEST: Final = 26
_PHRASE: Final = 9
_SYLLABLE: Final = re.compile(
    r"(?:(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?(?:uye|oai|uoi|ieu|yeu|uou|oeo|uay|[aeiouy]{1,2})"
    r"(?:ch|ng|nh|[cmnpt])?){3,7}"
)


@lru_cache(maxsize=8192)
def named(plain: str) -> bool:
    """Whether a word in small letters is names run together, with digits behind or not."""
    body = plain.rstrip("0123456789").rstrip("._-")
    if (
        not body.isascii()
        or not body.isalpha()
        or len(body) > _LONGEST
        or body in ORDINARY
        or body in CUE_WORDS
    ):
        return False
    if kin(body):
        return body != plain
    surname = kin(body[1:]) if len(body) > _SURNAME else Kin.NONE
    if surname & Kin.FAMILY and (len(body) > _SURNAME + 1 or not surname & Kin.ORDINARY):
        return body[1:] not in ORDINARY
    return len(body) >= _TWO_NAMES and any(
        _two_names(body[:cut], body[cut:]) for cut in range(_SHORTEST, len(body) - _SHORTEST + 1)
    )


def dotted(plain: str) -> bool:
    """Whether a word in small letters is names, or an initial and a name, joined by dots."""
    parts = _PARTS.split(plain.rstrip("0123456789").rstrip("._-"))
    known = sum(len(part) >= _SHORTEST and bool(kin(part)) for part in parts)
    initials = sum(len(part) == 1 for part in parts)
    return known > 0 and known + initials == len(parts) > 1 and not ORDINARY.issuperset(parts)


def _two_names(first: str, second: str) -> bool:
    one, other = kin(first), kin(second)
    if not one or not other or first in ORDINARY or (second in ORDINARY and not one & Kin.GIVEN):
        return False
    given = bool(one & Kin.GIVEN) or bool(other & Kin.GIVEN)
    return given and min(len(first), len(second)) >= _SHORTEST and max(len(first), len(second)) > _SURNAME


@lru_cache(maxsize=8192)
def phrase(plain: str) -> bool:
    """Whether a long word is everyday words run together, or syllables of Vietnamese."""
    if len(plain) < _PHRASE or len(plain) > _LONGEST or not plain.isascii() or not plain.isalpha():
        return False
    if _SYLLABLE.fullmatch(plain) and len(plain) > _PHRASE:
        return True
    reached = [0]
    for end in range(_SHORTEST, len(plain) + 1):
        if any(end - start >= _SHORTEST and plain[start:end] in ORDINARY for start in reached):
            reached.append(end)
    return reached[-1] == len(plain)
