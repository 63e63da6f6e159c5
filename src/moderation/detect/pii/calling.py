"""Words around telephone numbers: of calling, of other numbers, and of goods. Read for `phone`.

The words are data (`words/calling.yaml`); here they become patterns over folded text.
"""

from __future__ import annotations

import re
from importlib.resources import files
from typing import Final

import yaml

from moderation.detect.pii.recognizer import folded, words
from moderation.loaders import SafeLoader

_LISTED: Final[dict[str, dict[str, str]]] = yaml.load(
    files("moderation.detect.pii").joinpath("words", "calling.yaml").read_text(encoding="utf-8"),
    Loader=SafeLoader,
)
_OUTSIDE_GROUPS: Final = re.compile(r"\|(?![^()]*\))")


def said(*names: str) -> str:
    """Return an alternation of all words of these sections, whatever their language."""
    listed: dict[str, None] = {}
    for name in names:
        for alternatives in _LISTED[name].values():
            listed |= dict.fromkeys(_OUTSIDE_GROUPS.split(alternatives))
    # `words` parts its alternatives at every bar: those inside groups are put back afterwards.
    pattern = words(*(word.replace("|", "\x00") for word in listed)).replace("\x00", "|")
    return pattern.replace(r"(?<!\w)", r"(?<![\w\-])")


_BETWEEN: Final = (
    r"[^\w+#]{0,4}(?:(?:is|was|are|no|nr|num|er|es|est|ist|adalah|la|co|e|ke|di|al|au|sur|on|at|so|คือ)"
    r"[^\w+#]{1,3}){0,2}$"
)
"""What may stand between a label and its number."""

LABEL: Final = re.compile(said("label") + _BETWEEN)
CALLING: Final = re.compile(said("calling", "label"))
CONTACT: Final = re.compile(said("contact"))
BEHIND: Final = re.compile(r"\W{0,4}" + said("after"))
TRICK: Final = re.compile(said("trick"))
AREA: Final = re.compile(said("area"))
AGAINST: Final = re.compile(
    said("against")
    + r"[\s:#.\-]{0,4}(?:(?:is|was|no|nr|number|num|of|es|est|ist|code|adalah|la|n)[\s:.#]{1,3}){0,2}$"
    + r"|[$€£₹¥]\s?$"
)
"""A label of another number directly before this one."""
ANOTHER: Final = re.compile(said("against"))
"""The same labels anywhere near."""
OWNING: Final = re.compile(
    said("label")
    + r"\s(?:number\s)?(?:on|of|for|from|with|auf|zu|bei|fur|de|del|da|do|della|sur|pour|para|per|untuk|di"
    r"|pada|cua|cho|trong)\s(?:(?:the|your|my|this|that|his|her|ihrer|der|dieser|meiner|la|el|su|tu|mi|votre|ma|sua|seu"
    r"|o|a)\s)?$"
)
"""A telephone that belongs to what is named next: "the mobile on your order"."""
DOUBTS: Final = re.compile(said("doubts"))
HOTLINE: Final = re.compile(said("hotline"))
BEGIN: Final = re.compile(said("begin"))
MIDDLE: Final = re.compile(said("middle"))
END: Final = re.compile(said("end"))
LINKING: Final = re.compile(said("linking"))
"""What is said where a number goes on after an interruption."""
PUZZLE: Final = re.compile(said("puzzle"))
"""How digits that look like something else are to be put together."""
PARTS: Final = re.compile(
    said("spare_parts")
    + r"[^\w+]{0,4}(?:(?:no|nr|num|n|ref|code|kode|cod|ma|so|mit|with|with the)[^\w+]{1,3})?$"
)
"""A part of a machine directly before its number."""
NAMED_AS: Final = re.compile(
    r"[\s,)\"'»”]{0,4}(?:(?:is|was|are|isn't|ist|war|sind|es|era|son|est|c'est|etait|e|adalah|itu"
    r"|ternyata|la|hoa ra|co|turned out to be)\s|คือ|เป็น)(?:[a-z']{1,9}\s){0,3}?" + said("named_as")
)
"""What a number is said to be right behind it: the number of goods."""


def screened(*names: str) -> str:
    """Return the words of sections as a pattern for a screen: RE2, a superset of `said`."""
    listed = {
        word.strip()
        for name in names
        for alternatives in _LISTED[name].values()
        for word in _OUTSIDE_GROUPS.split(alternatives)
    }
    plain = sorted(folded(word.replace(" ", r"\s+")) for word in listed)
    return rf"\b(?:{'|'.join(w for w in plain if w.isascii())})\b|" + "|".join(
        w for w in plain if not w.isascii()
    )
