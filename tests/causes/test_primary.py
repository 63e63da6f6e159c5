"""The written steps of choosing the primary cause, each alone."""

from __future__ import annotations

from moderation import policy
from moderation.causes.cues import EXPLICIT, RESOLVED, UNRESOLVED, Cue
from moderation.causes.evidence import Evidence
from moderation.causes.parts import parts
from moderation.causes.primary import choose_primary
from moderation.text import Text

TAXONOMY = policy.load().taxonomy
PIECES = ((0, 10), (12, 30), (32, 60))


def shows(subtype: str, piece: int, *, weight: int | None = None) -> Evidence:
    start, end = PIECES[piece]
    return Evidence(subtype=subtype, start=start, end=end, weight=weight or end - start)


def choose(*evidence: Evidence, cues: tuple[Cue, ...] = ()) -> str:
    return choose_primary(evidence, cues, PIECES, TAXONOMY)


def test_reason_given_for_the_stars_leads() -> None:
    evidence = shows("logistics.not_received", 0), shows("logistics.delay", 2)
    assert choose(*evidence, cues=(Cue(EXPLICIT, 14, 30),)) == "logistics.delay"
    assert choose(*evidence) == "logistics.not_received"


def test_reason_outranks_safety_and_safety_the_rest() -> None:
    evidence = shows("product.safety", 0), shows("product.value", 2), shows("logistics.not_received", 1)
    assert choose(*evidence, cues=(Cue(EXPLICIT, 31, 40),)) == "product.value"
    assert choose(*evidence) == "product.safety"


def test_own_mistake_is_a_reason_given() -> None:
    assert choose(shows("product.size_fit", 0), shows("other.buyer_mistake", 1)) == "other.buyer_mistake"


def test_open_complaint_outranks_one_put_right() -> None:
    evidence = shows("product.value", 0), shows("logistics.missing_items", 1)
    put_right = Cue(RESOLVED, 32, 40)
    assert choose(*evidence) == "logistics.missing_items"
    assert choose(*evidence, cues=(put_right,)) == "product.value"
    assert choose(*evidence, cues=(put_right, Cue(UNRESOLVED, 41, 50))) == "logistics.missing_items"


def test_put_right_speaks_of_the_last_complaint_before_it() -> None:
    evidence = shows("product.value", 0), shows("logistics.missing_items", 1)
    assert choose(*evidence, cues=(Cue(RESOLVED, 5, 9),)) == "logistics.missing_items"


def test_everything_put_right_leaves_the_tiers() -> None:
    assert choose(shows("service.rude", 0), cues=(Cue(RESOLVED, 12, 20),)) == "service.rude"


def test_higher_tier_leads() -> None:
    assert choose(shows("product.value", 0), shows("service.rude", 2)) == "service.rude"


def test_inside_a_tier_clearly_more_text_leads_then_the_first() -> None:
    first, second = shows("product.size_fit", 0), shows("product.quality_material", 1)
    assert choose(first, second) == "product.size_fit"
    assert choose(first, shows("product.quality_material", 1, weight=90)) == "product.quality_material"


def test_parts_turn_at_but_and_punctuation() -> None:
    text = Text.of("Nice colour, soft too, but the zip sticks! Never again")
    strings = [text.folded.string[start:end] for start, end in parts(text)]
    assert strings == ["nice colour", "soft too", "but the zip sticks!", "never again"]
