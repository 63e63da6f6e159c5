"""Recognizers from Presidio's YAML: the developer guide's example, and what is refused."""

from __future__ import annotations

import re
import socket
from pathlib import Path

import presidio_analyzer
import pytest
from make import look, make_document
from presidio_analyzer.recognizer_registry import RecognizerRegistryProvider

from moderation.detect.pii import UnknownEntity, configured_detector, make_registry, pii_detector
from moderation.detect.pii.configured import RecognizersInvalid

GUIDE = (Path(__file__).parents[3] / "docs" / "developer.md").read_text(encoding="utf-8")
SECTION = GUIDE.split("## Recognizers of your own")[1].split("\n## ")[0]


def block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", SECTION, re.DOTALL)
    assert found
    return found.group(1)


@pytest.fixture
def write(tmp_path):
    def act(text: str) -> Path:
        path = tmp_path / "recognizers.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return act


@pytest.fixture(params=["yaml", "python"])
def detector(request, write):
    """The guide's detector, made of its file and of its Python."""
    if request.param == "yaml":
        return configured_detector(write(block("yaml")))
    names: dict[str, object] = {}
    exec(compile(block("python"), "developer.md", "exec"), names)
    return names["detector"]


def found(detector, text: str) -> dict[str, tuple[str, float, str]]:
    return {
        text[f.span.start : f.span.end]: (f.label, round(f.confidence, 2), f.because)
        for f in look(detector, make_document(text))
    }


@pytest.mark.parametrize(
    ("text", "confidence", "because"),
    [
        ("Nice mug. LOY-443210 was on the box.", 0.3, "user_recognizer"),
        ("Nice mug. My loyalty card is LOY-443210.", 0.65, "user_recognizer+context"),
        ("Gave me no Bonus-POINTS: LOY443210", 0.65, "user_recognizer+context"),
        ("Ma carte de fidelite, LOY-443210, reste vide", 0.65, "user_recognizer+context"),
        ("Loyalty is for fools, and so I write this long review. LOY-443210", 0.3, "user_recognizer"),
        ("LOY-443210 without loyalty", 0.3, "user_recognizer"),
    ],
)
def test_context_words_raise_the_score(detector, text, confidence, because):
    [(value, told)] = found(detector, text).items()
    assert value in ("LOY-443210", "LOY443210")
    assert told == ("pii.order_tracking", confidence, because)


def test_ours_stand_beside_a_file(write):
    detector = configured_detector(write(block("yaml")))
    text = "Odile Marchetti at the till. Ring 212-555-0163, my loyalty no is LOY-443210"
    assert {label for label, _, _ in found(detector, text).values()} == {
        "pii.third_party_name",
        "pii.phone",
        "pii.order_tracking",
    }
    assert re.fullmatch(r"pii@2\+[0-9a-f]{8}", detector.id)
    assert {f.detector for f in look(detector, make_document(text))} == {detector.id}


def test_a_file_takes_ours_out_and_brings_presidio_s_in(write):
    before = {type(one).__name__ for one in make_registry().recognizers}
    after = {type(one).__name__ for one in make_registry(write(block("yaml"))).recognizers}
    assert before - after == {"DeviceNumbers"}
    assert after - before == {"UsMbiRecognizer", "PatternRecognizer"}


def test_ours_is_one_recognizer_whatever_languages_a_file_names(write):
    path = write("supported_languages: [en, de]\nrecognizers: [PhoneNumbers, {name: CreditCardRecognizer}]")
    names = [type(one).__name__ for one in make_registry(path).recognizers]
    assert (names.count("PhoneNumbers"), names.count("CreditCardRecognizer")) == (1, 2)
    assert found(configured_detector(path), "ring 212-555-0163")


def test_presidio_s_own_file_is_read_without_the_network(monkeypatch):
    def refuse(*_):
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    path = Path(presidio_analyzer.__file__).parent / "conf" / "default_recognizers.yaml"
    text = "mail rosa.keller@example.com by 2024-05-01 from https://example.org, ssn 536-90-4399"
    labels = {label for label, _, _ in found(configured_detector(path), text).values()}
    assert labels == {"pii.email", "pii.government_id"}


def test_registry_of_presidio_s_provider_will_do(write):
    path = write("recognizers: [{name: PhoneNumbers, type: predefined}]\nsupported_languages: [en]")
    detector = pii_detector(RecognizerRegistryProvider(conf_file=path).create_recognizer_registry())
    assert set(found(detector, "212-555-0163 or rosa@example.com, call me")) == {"212-555-0163"}


def test_values_of_long_texts_are_found_wherever_they_stand(write):
    detector = configured_detector(write(block("yaml")))
    text = "My loyalty number is LOY-443210 they say. " * 2_000
    results = look(detector, make_document(text))
    assert {text[f.span.start : f.span.end] for f in results} == {"LOY-443210"}
    assert len(results) == 2_000


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: : b", "no YAML"),
        ("[]", "holds no mapping"),
        ("entities: {A: {label: pii.phone}}", "recognizers: holds no list"),
        ("recognizers: []", "at least one recognizer"),
        ("recognizers: [{name: Nobody, type: predefined}]", "'Nobody' not found"),
        (
            "recognizers: [{name: x, supported_entity: Q, patterns: [{name: a, regex: '(', score: 1}]}]",
            "regex",
        ),
        ("recognizers: [PhoneNumbers]\nentities: {A: 3}", "A: needs a label"),
        ("recognizers: [PhoneNumbers]\nentities: {A: {label: pii.phone, kind: X}}", "kind is one of"),
    ],
)
def test_a_wrong_file_is_refused_with_its_reason(write, text, told):
    path = write(text)
    with pytest.raises(RecognizersInvalid, match=told) as caught:
        configured_detector(path)
    assert str(caught.value).startswith(f"{path}: ")


def test_an_entity_without_a_clause_is_refused(write):
    path = write("recognizers: [{name: x, supported_entity: Q, deny_list: [a]}]")
    with pytest.raises(UnknownEntity, match="'Q'"):
        configured_detector(path)
