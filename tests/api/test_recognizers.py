"""A server with `MODERATION_RECOGNIZERS` finds what the file's recognizers find, through every door."""

from __future__ import annotations

import warnings

import pytest

from moderation.app import build_desk, create_app
from moderation.config import Config
from moderation.decisions import ActorKind
from moderation.detect.pii.configured import RecognizersInvalid

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from starlette.testclient import TestClient

FILE = """
recognizers: [{name: staff, supported_entity: STAFF_NAME, deny_list: [Odile Marchetti], deny_list_score: 0.9}]
entities: {STAFF_NAME: {label: pii.third_party_name, kind: PERSON}}
"""
TEXT = "odile marchetti at the till sold me a fine mug"


@pytest.fixture
def config(tmp_path):
    (tmp_path / "own.yaml").write_text(FILE, encoding="utf-8")
    environ = {"MODERATION_RECOGNIZERS": str(tmp_path / "own.yaml")}
    return Config.from_env(environ, folder=str(tmp_path))


def test_configured_recognizers_assess_and_open_cases(config, clock):
    desk = build_desk(config, clock=clock)
    keys = {
        role: {"authorization": f"Bearer {desk.people.create_key(role, role=ActorKind(role))}"}
        for role in ("service", "moderator")
    }
    with TestClient(create_app(config, clock=clock, desk=desk)) as caller:
        row = {"id": "1", "text": TEXT}
        answer = caller.post("/v1/assess", json=row, headers=keys["service"]).json()
        assert [(f["label"], f["kind"]) for f in answer["findings"]] == [("pii.third_party_name", "PERSON")]
        assert answer["findings"][0]["detector"].startswith("pii@2+")
        posted = caller.post("/v1/items", json=row | {"surface": "short_video"}, headers=keys["service"])
        assert posted.status_code in (200, 201)
        case = caller.post("/v1/cases/next", headers=keys["moderator"]).json()
        assert "pii.third_party_name" in str(case)


def test_a_wrong_file_keeps_the_server_from_starting(config):
    config.recognizers.write_text("[]", encoding="utf-8")
    with pytest.raises(RecognizersInvalid):
        build_desk(config)
