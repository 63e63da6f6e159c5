"""The frame is Presidio's: recognizers are added and called as Presidio documents it."""

from __future__ import annotations

import logging

import pytest
from make import look, make_document
from presidio_analyzer import Pattern, PatternRecognizer, predefined_recognizers
from presidio_analyzer.predefined_recognizers import CreditCardRecognizer

from moderation.detect.pii import Entity, UnknownEntity, make_registry, pii_detector
from moderation.detect.pii.phones.phone import PhoneNumbers
from moderation.detect.pii.recognizer import BECAUSE
from moderation.findings import Kind

LOYALTY = Pattern(name="loyalty", regex=r"\bLOY-\d{6}\b", score=0.7)


def loyalty():
    return PatternRecognizer(supported_entity="LOYALTY_ID", patterns=[LOYALTY], context=["loyalty"])


def test_added_recognizer_finds_its_values():
    registry = make_registry()
    registry.add_recognizer(loyalty())
    entity = Entity(label="pii.order_tracking", kind=Kind.ORDER_ID)
    detector = pii_detector(registry, {"LOYALTY_ID": entity})
    text = "my loyalty card is LOY-443210, ring 212-555-0163"
    found = [(f.label, f.kind, text[f.span.start : f.span.end]) for f in look(detector, make_document(text))]
    assert found == [
        ("pii.order_tracking", Kind.ORDER_ID, "LOY-443210"),
        ("pii.phone", Kind.PHONE, "212-555-0163"),
    ]
    assert not look(detector, make_document("nothing of the kind here"))


def test_presidios_own_recognizer_needs_no_clause_of_ours():
    registry = make_registry()
    registry.add_recognizer(CreditCardRecognizer())
    assert look(pii_detector(registry), make_document("4012888888881881 was charged"))


def test_stock_engine_still_builds_beside_ours():
    """Presidio looks recognizers up by class name among all that are loaded: ours must not take its names."""
    ours = {type(recognizer).__name__ for recognizer in make_registry().recognizers}
    assert not ours & set(predefined_recognizers.__all__)


def test_recognizer_can_be_removed():
    registry = make_registry()
    registry.remove_recognizer("PhoneNumbers")
    assert not look(pii_detector(registry), make_document("ring 212-555-0163"))


def test_entity_without_a_clause_is_refused():
    registry = make_registry()
    registry.add_recognizer(loyalty())
    with pytest.raises(UnknownEntity):
        pii_detector(registry)


def test_our_recognizer_answers_as_presidio_asks():
    text = "ring ２１２-５５５-０１６３ now"
    results = PhoneNumbers().analyze(text, entities=["PHONE"], nlp_artifacts=None)
    result = max(results, key=lambda found: found.score)
    assert (result.entity_type, text[result.start : result.end]) == ("PHONE", "２１２-５５５-０１６３")
    assert result.recognition_metadata[BECAUSE].endswith("+context")
    assert PhoneNumbers().analyze(text, entities=["EMAIL"], nlp_artifacts=None) == []


def test_presidio_keeps_its_logs_to_itself(caplog):
    with caplog.at_level(logging.DEBUG):
        registry = make_registry()
        registry.add_recognizer(loyalty())
        detector = pii_detector(registry, {"LOYALTY_ID": Entity(label="pii.order_tracking")})
        look(detector, make_document("LOY-443210 and canary-word-of-the-text"))
    assert not [record for record in caplog.records if record.name.startswith("presidio")]
