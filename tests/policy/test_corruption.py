"""Whatever single place of a clause file is spoilt, the file is refused with a line, or means what it says."""

from __future__ import annotations

import copy
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from moderation.errors import PolicyInvalid
from moderation.policy import Audience, Clause, load
from moderation.policy.place import parse
from moderation.policy.read.clause import Known, read_clause
from tests.policy.folders import PACKAGED

CATALOGUE = load()
KNOWN = Known(clauses=CATALOGUE.clauses, references=CATALOGUE.references, dsa=CATALOGUE.dsa)
CLAUSE_FILES = sorted(clause.file for clause in CATALOGUE.clauses.values())
JUNK = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 5),
    st.floats(allow_nan=True, allow_infinity=True),
    st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=12),
    st.just([]),
    st.just({}),
    st.just({"en": "x"}),
)


def paths(value: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    below = [found for step, part in steps for found in paths(part, (*path, step))]
    return below if path == () else [path, *below]


def refusal_of(source: str, file: str) -> PolicyInvalid | None:
    try:
        read_clause(parse(source, file=file), KNOWN)
    except PolicyInvalid as refusal:
        return refusal
    return None


def sound(clause: Clause) -> bool:
    limits = clause.thresholds
    texts = [clause.title, clause.definition, clause.notes, *clause.include, *clause.exclude]
    texts += [example.text for example in (*clause.violating, *clause.allowed)]
    return (
        clause.id in CATALOGUE.clauses
        and all(isinstance(text, str) and text.strip() for text in texts)
        and 0 <= limits.report_at <= limits.act_at <= 1
        and set(clause.wording) == set(Audience)
        and set(clause.references) <= set(CATALOGUE.references)
        and bool(clause.applies_to and clause.surfaces and clause.actions)
        and all(clause.covers(example.surface, example.author) for example in clause.violating)
    )


@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_corrupted_clause_is_refused_or_sound(data):
    file = data.draw(st.sampled_from(CLAUSE_FILES))
    content: Any = copy.deepcopy(yaml.safe_load((PACKAGED / file).read_text(encoding="utf-8")))
    *way, last = data.draw(st.sampled_from(paths(content)))
    holder = content
    for step in way:
        holder = holder[step]
    match data.draw(st.sampled_from(["drop", "replace", "rename"])):
        case "drop":
            del holder[last]
        case "rename" if isinstance(holder, dict):
            holder[f"{last}_x"] = holder.pop(last)
        case _:
            holder[last] = data.draw(JUNK)
    source = yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
    refusal = refusal_of(source, file)
    if refusal is None:
        assert sound(read_clause(parse(source, file=file), KNOWN))
    else:
        assert refusal.file == file
        assert refusal.line is not None
        assert 1 <= refusal.line <= source.count("\n") + 1


@pytest.mark.parametrize(
    "key", ["id", "title", "severity", "thresholds", "auto_action", "actions", "wording", "dsa"]
)
def test_clause_without_a_required_key_is_refused(key):
    content = yaml.safe_load((PACKAGED / CLAUSE_FILES[0]).read_text(encoding="utf-8"))
    del content[key]
    refusal = refusal_of(yaml.safe_dump(content), CLAUSE_FILES[0])
    assert refusal is not None
    assert f"key {key!r} is missing" in refusal.detail
