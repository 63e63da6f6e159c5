"""The OpenAPI document: whole, unambiguous for client generators, and its examples work."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from moderation.access import Capability
from moderation.api import ROUTERS
from moderation.api.openapi import TAGS, operations

METHODS = {"get", "post", "put", "patch", "delete"}


@pytest.fixture
def document(door) -> dict:
    answer = door.client.get("/openapi.json")
    assert answer.status_code == 200
    return answer.json()


def every(document: dict) -> Iterator[tuple[str, str, dict]]:
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            assert method in METHODS
            yield path, method, operation


def walk(value: object) -> Iterator[dict]:
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from walk(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from walk(inner)


def test_every_reference_resolves(document):
    for part in walk(document):
        if isinstance(reference := part.get("$ref"), str):
            target: object = document
            for step in reference.removeprefix("#/").split("/"):
                target = target[step]  # type: ignore[index]
            assert isinstance(target, dict)


def test_no_schema_is_left_unused(document):
    used = {part["$ref"].rpartition("/")[2] for part in walk(document) if isinstance(part.get("$ref"), str)}
    assert set(document["components"]["schemas"]) == used


def test_operations_have_unique_names_tags_and_summaries(document):
    names = [operation["operationId"] for _, _, operation in every(document)]
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"[a-z][A-Za-z]+", name) for name in names)
    for _, _, operation in every(document):
        assert len(operation["tags"]) == 1
        assert operation["tags"][0] in TAGS
        assert operation["summary"]


def test_document_has_every_operation_of_the_routers_and_no_other(document):
    assert {(path, method) for path, method, _ in every(document)} == {
        (path, method) for path, method, _ in operations()
    }
    assert len(ROUTERS) == len(set(map(id, ROUTERS)))


def test_path_parameters_are_declared(document):
    for path, _, operation in every(document):
        declared = {p["name"] for p in operation.get("parameters", []) if p["in"] == "path"}
        assert declared == set(re.findall(r"{(\w+)}", path))


def test_parameters_are_declared_once(document):
    for _, _, operation in every(document):
        names = [(p["name"].lower(), p["in"]) for p in operation.get("parameters", [])]
        assert len(names) == len(set(names))


def test_operations_name_capability_security_and_problems(document):
    assert document["components"]["securitySchemes"]["apiKey"]["scheme"] == "bearer"
    for path, _, operation in every(document):
        if path in {"/healthz", "/readyz"}:
            assert "security" not in operation
            continue
        assert operation["security"] == [{"apiKey": []}]
        assert operation["x-capability"] in set(Capability)
        for status in ("401", "403", "default"):
            content = operation["responses"][status]["content"]
            assert set(content) == {"application/problem+json"}


def test_answers_have_schemas_without_defaults(document):
    for path, _, operation in every(document):
        for status, response in operation["responses"].items():
            if status.startswith("2") and status != "204":
                content = response["content"]
                assert all(media.get("schema") for media in content.values()), (path, status)


def test_posts_take_idempotency_keys(document):
    for path, method, operation in every(document):
        names = {p["name"] for p in operation.get("parameters", [])}
        assert ("Idempotency-Key" in names) == (method == "post" and path != "/v1/assess")


def body_examples(document: dict, operation: dict) -> list[object]:
    content = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
    examples = [example["value"] for example in content.get("examples", {}).values()]
    for part in walk(content.get("schema", {})):
        if isinstance(reference := part.get("$ref"), str):
            examples += document["components"]["schemas"][reference.rpartition("/")[2]].get("examples", [])
    return examples


def test_examples_of_bodies_are_accepted(door, document, clock):
    """Each example, sent as it stands, is well-formed; those that stand alone also succeed."""
    seen = 0
    for path, method, operation in every(document):
        for example in body_examples(document, operation):
            seen += 1
            for role in ("service", "moderator", "operator", "seller"):
                answer = door(role)(method.upper(), re.sub(r"{\w+}", "none", path), json=example)
                if answer.status_code != 403:
                    break
            assert answer.status_code < 500, (path, answer.text)
            assert answer.json().get("code") not in {"malformed", "unknown_reason", "bad_value"}, (
                path,
                answer.text,
            )
            if "{" not in path and path != "/v1/reports":
                assert answer.status_code in {200, 201}, (path, answer.text)
    assert seen >= 10
