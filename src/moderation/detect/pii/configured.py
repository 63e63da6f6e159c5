"""Recognizers from a file in Presidio's YAML format, beside or instead of ours.

The file is what `RecognizerRegistryProvider` reads: `recognizers` of `type: predefined` (ours and
Presidio's, by class name) and `type: custom` (patterns, deny lists, context words). Ours stand
without being named; `enabled: false` takes one out. One section more is ours: `entities` names the
clause, and the kind, of entities that are new.

    recognizers:
      - {name: loyalty cards, type: custom, supported_entity: LOYALTY_ID, context: [loyalty],
         patterns: [{name: card, regex: 'LOY-[0-9]{6}', score: 0.4}]}
      - {name: UsMbiRecognizer, type: predefined}
      - {name: DeviceNumbers, type: predefined, enabled: false}
    entities:
      LOYALTY_ID: {label: pii.order_tracking, kind: ORDER_ID}
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar, Final

import yaml
from presidio_analyzer import EntityRecognizer, RecognizerRegistry
from presidio_analyzer.recognizer_registry import RecognizerRegistryProvider
from presidio_analyzer.recognizer_registry.recognizers_loader_utils import RecognizerListLoader

from moderation.detect.pii.entities import Entity
from moderation.detect.pii.recognizer import Seeker
from moderation.detect.pii.registry import make_registry
from moderation.errors import ModerationError
from moderation.findings import Kind
from moderation.loaders import SafeLoader

_DEFAULTS: Final = {"supported_languages": ["en"], "global_regex_flags": 26}
"""As in Presidio's own file: dot matches all, multi-line, any case."""


class RecognizersInvalid(ModerationError):
    """A file of recognizers cannot be read; says which file and what is wrong."""

    code: ClassVar[str] = "recognizers_invalid"

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(f"{path}: {detail}")
        self.path = path


@dataclass(frozen=True, slots=True, kw_only=True)
class Configured:
    """What a file says: the registry, the entities that it explains, and a digest of the file."""

    registry: RecognizerRegistry = field(repr=False)
    entities: Mapping[str, Entity]
    digest: str


def read_recognizers(path: Path) -> Configured:
    """Read a file. Raises RecognizersInvalid, and OSError where there is no such file."""
    raw = path.read_bytes()
    try:
        told = yaml.load(raw, Loader=SafeLoader)
    except yaml.YAMLError as error:
        raise RecognizersInvalid(path, "no YAML: " + " ".join(str(error).split())) from None
    if not isinstance(told, dict):
        raise RecognizersInvalid(path, "holds no mapping")
    entities = _entities(path, told.pop("entities", None) or {})
    listed = told.get("recognizers")
    if not isinstance(listed, list):
        raise RecognizersInvalid(path, "recognizers: holds no list")
    try:
        registry = _registry({**_DEFAULTS, **told, "recognizers": [_entry(one) for one in listed]})
    except Exception as error:  # Presidio and the recognizers raise whatever they like
        raise RecognizersInvalid(path, _reason(error)) from error
    return Configured(registry=registry, entities=entities, digest=hashlib.sha256(raw).hexdigest()[:8])


def _entry(told: object) -> object:
    return {"name": told, "type": "predefined"} if isinstance(told, str) else told


def _registry(configuration: dict[str, object]) -> RecognizerRegistry:
    ours = make_registry().recognizers
    provider = RecognizerRegistryProvider(registry_configuration=configuration)
    listed = provider.create_recognizer_registry()
    named = {
        RecognizerListLoader.get_recognizer_name(entry) for entry in provider.configuration["recognizers"]
    }
    added: dict[object, EntityRecognizer] = {}
    for recognizer in listed.recognizers:
        # Presidio makes one a language; ours read every language at once.
        added.setdefault(type(recognizer) if isinstance(recognizer, Seeker) else recognizer.id, recognizer)
    listed.recognizers = [*(one for one in ours if type(one).__name__ not in named), *added.values()]
    return listed


def _entities(path: Path, told: object) -> dict[str, Entity]:
    if not isinstance(told, dict):
        raise RecognizersInvalid(path, "entities: holds no mapping")
    entities = {}
    for name, meaning in told.items():
        if not isinstance(meaning, dict) or set(meaning) - {"label", "kind"} or "label" not in meaning:
            raise RecognizersInvalid(
                path, f"entities: {name}: needs a label, may have a kind, and nothing else"
            )
        kind = meaning.get("kind")
        if kind is not None and kind not in list(Kind):
            raise RecognizersInvalid(path, f"entities: {name}: kind is one of {', '.join(Kind)}")
        entities[str(name)] = Entity(label=str(meaning["label"]), kind=Kind(kind) if kind else None)
    return entities


def _reason(error: Exception) -> str:
    """Return one line: where it is a list of mistakes (Presidio's own check), the first of them."""
    cause = error.__cause__ or error
    if callable(mistakes := getattr(cause, "errors", None)):
        return str(mistakes()[0]["msg"])
    return " ".join(f"{type(cause).__name__}: {cause}".split())
