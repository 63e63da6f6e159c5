"""Manipulation: reviews asked for selectively, dictated, changed, suppressed or swarmed.

Signs are combinations of concepts (`lexicon/data`). Offers of a benefit belong to `incentive`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from moderation.content import Author, Surface
from moderation.detect.deeds import read
from moderation.detect.detector import Detector, Document
from moderation.detect.speech import told
from moderation.features import Batch
from moderation.findings import Allegation, Finding
from moderation.lexicon import Lexicon, load_lexicon
from moderation.lexicon.compose import Frame, Match, occurs, same_sentence
from moderation.lexicon.reading import Reading, Sign

_ID: Final = "manipulation@1"
_MUTE: Final = "review.thanked|exempt.idiom"
_BENEFIT: Final = "benefit.*"
_ACT: Final = "review.act|review.posted"

REQUEST_CHANGE: Final = "manipulation.request_change"
REQUEST_REMOVAL: Final = "manipulation.request_removal"
DISCOURAGE: Final = "manipulation.discourage_negative"
SELECTIVE: Final = "manipulation.selective_solicitation"
POSITIVE_ONLY: Final = "manipulation.positive_only_request"
SCRIPTED: Final = "manipulation.scripted_content"
INSIDER: Final = "manipulation.insider_request"
CONDITIONAL: Final = "manipulation.conditional_service"
BRIGADING: Final = "manipulation.brigading"


_KEPT: Final = ("exempt.editing_help", "exempt.no_strings")
_LEFT_UP: Final = (*_KEPT, "exempt.own_report", "market.voice")
_PRESSED: Final = (
    "threat.legal|threat.legal_word|threat.violence|threat.exposure"
    "|review.negative|review.noun|discourage.stake"
)
"""What says that a bare "take it down" means a review."""

_SAID: Final = "review.act|review.positive|review.negative|review.posted|review.noun"
_HAPPY: Final = "satisfaction.happy"
_UNHAPPY: Final = "satisfaction.unhappy"


def _sign(label: str, confidence: float, frame: Frame) -> Sign:
    return Sign(label=label, confidence=confidence, frame=frame)


_SIGNS: Final = (
    _sign(
        REQUEST_CHANGE, 0.94, Frame(parts=("review.change", "directive"), within=90, unless=_KEPT, reach=50)
    ),
    _sign(REQUEST_CHANGE, 0.78, Frame(parts=("review.change",), unless=_KEPT, reach=50)),
    _sign(
        REQUEST_REMOVAL,
        0.94,
        Frame(parts=("review.remove", "directive"), within=90, unless=_LEFT_UP, reach=50),
    ),
    _sign(REQUEST_REMOVAL, 0.75, Frame(parts=("review.remove",), unless=_LEFT_UP, reach=50)),
    _sign(
        REQUEST_REMOVAL,
        0.82,
        Frame(parts=("review.remove_bare", _PRESSED), within=130, unless=_LEFT_UP, reach=30),
    ),
    _sign(DISCOURAGE, 0.92, Frame(parts=("discourage.direct",))),
    _sign(DISCOURAGE, 0.8, Frame(parts=("discourage.guilt",))),
    _sign(DISCOURAGE, 0.72, Frame(parts=("discourage.stake", "review.negative"), within=110)),
    _sign(
        SELECTIVE,
        0.94,
        Frame(parts=(_HAPPY, "review.act|review.noun|review.positive", _UNHAPPY), within=200, ordered=True),
    ),
    _sign(
        SELECTIVE,
        0.9,
        Frame(parts=(_UNHAPPY, _HAPPY, "review.act|review.positive"), within=200, ordered=True),
    ),
    _sign(SELECTIVE, 0.75, Frame(parts=(_HAPPY, "review.act"), within=80, one_sentence=True)),
    _sign(POSITIVE_ONLY, 0.88, Frame(parts=("ask.positive",))),
    _sign(SCRIPTED, 0.9, Frame(parts=("script.strong",), unless=("exempt.script_help",), reach=60)),
    _sign(INSIDER, 0.92, Frame(parts=("insider.person", "insider.errand", _ACT), within=170)),
    _sign(CONDITIONAL, 0.95, Frame(parts=("service.refusal",))),
    _sign(
        CONDITIONAL,
        0.88,
        Frame(parts=("service.owed", "service.only", _SAID), within=120, one_sentence=True),
    ),
    _sign(CONDITIONAL, 0.91, Frame(parts=("service.owed", "service.until_changed"), within=170)),
    _sign(BRIGADING, 0.9, Frame(parts=("brigade.call", "brigade.crowd"), within=110)),
    _sign(BRIGADING, 0.8, Frame(parts=("brigade.swarm",))),
)
"""Surest first for each label."""

_CLEAR: Final = 0.85
_YIELDS: Final[Mapping[str, frozenset[str]]] = {
    CONDITIONAL: frozenset({REQUEST_CHANGE, REQUEST_REMOVAL}),
    DISCOURAGE: frozenset({CONDITIONAL}),
    POSITIVE_ONLY: frozenset({REQUEST_CHANGE, REQUEST_REMOVAL, CONDITIONAL, BRIGADING, DISCOURAGE}),
}
"""Which label gives way to which where both would stand on the same words, in this order."""
_CONDITION: Final = 14
"""How far before a request a word such as "if" makes it a condition, in characters."""

_YIELDS_WEAK: Final = frozenset({DISCOURAGE, POSITIVE_ONLY})

_REPORTED: Final = "report.asked"
_REPORT_REACH: Final = 70


@cache
def _only(*parts: str) -> Lexicon:
    return load_lexicon().only(*parts)


def _screen(docs: Sequence[Document], _batch: Batch) -> Iterable[int]:
    for index, doc in enumerate(docs):
        if doc.speaker is Author.BUYER:
            cues = _only("report.offer", "brigade.call", "brigade.swarm").screen(doc.text)
            if occurs(cues, "brigade.*") or (cues and _only(_REPORTED).screen(doc.text)):
                yield index
            continue
        concepts = load_lexicon().screen(doc.text)
        if any(all(occurs(concepts, part) for part in sign.frame.parts) for sign in _SIGNS):
            yield index


def _look(doc: Document, _batch: Batch, _index: int) -> Iterator[Finding | Allegation]:
    reading = read(doc, mute=_MUTE)
    if doc.speaker is Author.BUYER:
        shown = _reported(reading)
    else:
        shown = _settled(reading, dict(reading.strongest(_SIGNS)))
        if doc.surface is Surface.PRODUCT_LISTING and reading.has("gag.bind"):
            shown.pop(DISCOURAGE, None)  # a term of sale is the clause of gag terms
    for label, (match, confidence) in sorted(shown.items()):
        yield from told(
            label, doc, (match.start, match.end), confidence=confidence, because=match.because, detector=_ID
        )


def _settled(reading: Reading, shown: dict[str, tuple[Match, float]]) -> dict[str, tuple[Match, float]]:
    """Let the clause that names a wording best have it (labelling.md, seller conduct)."""
    clear = {label for label, (_, confidence) in shown.items() if confidence >= _CLEAR}
    dropped: set[str] = set()
    for label, stronger in _YIELDS.items():
        if label in shown and not _held_back(shown[label][0]) and (stronger & shown.keys()) - dropped:
            dropped.add(label)
    if SELECTIVE in shown and SELECTIVE not in clear and _YIELDS_WEAK & shown.keys():
        dropped.add(SELECTIVE)
    if SELECTIVE in shown and _everybody(reading, shown[SELECTIVE][0]):
        dropped.add(SELECTIVE)
    if reading.has("exempt.any_rating"):
        dropped |= {POSITIVE_ONLY} | ({SELECTIVE} - clear)
    dropped |= {
        label for label in (POSITIVE_ONLY, SELECTIVE) if label in shown and _paid(reading, shown[label][0])
    }
    dropped |= {
        label
        for label in {REQUEST_CHANGE, REQUEST_REMOVAL} & (shown.keys() - clear)
        if _paid(reading, shown[label][0]) and _if(reading, shown[label][0])
    }
    return {label: evidence for label, evidence in shown.items() if label not in dropped}


def _if(reading: Reading, match: Match) -> bool:
    """Whether the words are a condition ("if you delete it") rather than a request."""
    return bool(reading.near("link.condition", match.start - _CONDITION, match.start, reach=0))


def _held_back(match: Match) -> bool:
    """Whether something owed waits until a review has changed: a breach beside the request."""
    return any(mention.concept == "service.until_changed" for mention in match.mentions)


def _everybody(reading: Reading, match: Match) -> bool:
    """Whether the unhappy are sent to the reviews as well, so that nobody is selected."""
    after = match.end
    asked = reading.near("review.noun|review.act", after, after, reach=60)
    return any(m.start >= after for m in asked) and not any(
        m.start >= after - 20
        for m in reading.near(
            "satisfaction.elsewhere|discourage.direct|elsewhere.instead", after, after, reach=60
        )
    )


def _paid(reading: Reading, match: Match) -> bool:
    """Whether a benefit stands beside the request, so that it is an incentive instead."""
    return bool(reading.near(_BENEFIT, match.start, match.end, reach=60))


def _reported(reading: Reading) -> Mapping[str, tuple[Match, float]]:
    """What a buyer says was asked of them, and what they call on others to do themselves."""
    told_of: dict[str, tuple[Match, float]] = {}
    for label, (match, confidence) in reading.strongest(_SIGNS).items():
        if label == BRIGADING:
            told_of[label] = (match, confidence)
            continue
        if label in (SELECTIVE, INSIDER, SCRIPTED) and confidence < _CLEAR:
            continue
        if reading.near("report.none", match.start, match.end, reach=25):
            continue
        cues = reading.near(_REPORTED, match.start, match.end, reach=_REPORT_REACH)
        offers = reading.near("report.offer", match.start, match.end, reach=_REPORT_REACH)
        if cues and offers and same_sentence(reading.string, min(cues[0].start, match.start), match.end):
            told_of[label] = (match, min(confidence, 0.8))
    return _settled(reading, told_of)


DETECTOR: Final = Detector(
    name="manipulation",
    version=1,
    labels=frozenset(sign.label for sign in _SIGNS),
    screen=_screen,
    look=_look,
)
