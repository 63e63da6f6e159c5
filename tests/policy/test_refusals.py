from __future__ import annotations

import pytest

from moderation.errors import PolicyInvalid
from moderation.policy import check_folder, load
from tests.policy.folders import copy_catalogue, edit, line_of

PHONE = "clauses/pii/phone.yaml"
SEA = "profiles/sea.yaml"
PRODUCT = "taxonomy/product.yaml"

EDITS = [
    # id, file, what is replaced, by what, part of the refusal
    ("unknown key", PHONE, "severity: high", "severty: high", "unknown key 'severty'"),
    ("wrong type", PHONE, "title: Telephone number published", "title: [a, b]", "title must be a text, but is a list"),
    ("empty text", PHONE, "title: Telephone number published", "title: ''", "title must not be empty"),
    ("boolean in place of a word", PHONE, "auto_action: redact_span_only", "auto_action: no", "must be a text, but is true or false"),
    ("unknown severity", PHONE, "severity: high", "severity: dire", "unknown severity 'dire'"),
    ("unknown surface", PHONE, "surfaces: [review,", "surfaces: [billboard,", "unknown surface 'billboard'"),
    ("unknown author", PHONE, "applies_to: [seller,", "applies_to: [robot,", "unknown author 'robot'"),
    ("author named twice", PHONE, "applies_to: [seller,", "applies_to: [buyer,", "names a word twice"),
    ("unknown action", PHONE, "actions: [redact,", "actions: [explode,", "unknown measure 'explode'"),
    ("unknown risk", PHONE, "risk: high", "risk: vast", "unknown risk 'vast'"),
    ("machine may not do what no action provides", PHONE, "auto_action: redact_span_only", "auto_action: conditional", "needs 'hide_pending'"),
    ("unknown reference", PHONE, "- tts_community_pi", "- tts_comunity_pi", "unknown reference"),
    ("limits reversed", PHONE, "report_at: 0.50", "report_at: 0.95", "report_at 0.95 lies above act_at 0.9"),
    ("limit above one", PHONE, "act_at: 0.90", "act_at: 90", "must lie between 0 and 1"),
    ("limit below zero", PHONE, "report_at: 0.50", "report_at: -0.1", "must lie between 0 and 1"),
    ("limit not a number", PHONE, "report_at: 0.50", "report_at: .nan", "must lie between 0 and 1"),
    ("limit a text", PHONE, "report_at: 0.50", "report_at: high", "must be a number, but is a text"),
    ("wording without English", PHONE, "  seller:\n    en: >-", "  seller:\n    de: >-", "no English text"),
    ("wording in half a language", PHONE, "  seller:\n    en: >-", "  seller:\n    de: Nummer.\n    en: >-", "missing for author, reporter"),
    ("unknown audience", PHONE, "  reporter:\n    en:", "  bystander:\n    en:", "unknown key 'bystander'"),
    ("unknown DSA category", PHONE, "category: STATEMENT_CATEGORY_DATA", "category: STATEMENT_DATA", "unknown DSA category"),
    ("id in another place", PHONE, "id: pii.phone", "id: pii.fax", "belongs into clauses/pii/fax.yaml"),
    ("id twice", PHONE, "id: pii.phone", "id: pii.email", "belongs into clauses/pii/email.yaml"),
    ("key twice", PHONE, "\nseverity: high", "\nseverity: low\nseverity: high", "'severity' is written twice"),
    ("broken YAML", PHONE, "id: pii.phone", "id: 'pii.phone", "not YAML"),
    ("tab", PHONE, "  report_at", "\treport_at", "not YAML"),
    ("date that is none", PHONE, "risk: high", "risk: 2026-13-40", "unknown risk"),
    ("example that no surface covers", PHONE, "author: buyer", "author: third_party", "does not cover"),
    ("example with unknown companion", PHONE, "also: [redirect.", "also: [sidestep.", "unknown clause 'sidestep."),
    ("override of an unknown clause", SEA, "\n  manipulation.request_change:", "\n  manipulation.please:", "override for unknown clause 'manipulation.please'"),
    ("override beside an unknown clause", SEA, "- incentive.money", "- incentive.gold", "unknown clause 'incentive.gold'"),
    ("override that changes nothing", SEA, "\nclauses:", "\nclauses:\n  pii.phone: {why: because}", "changes nothing"),
    ("override above the limit to act", SEA, "\nclauses:", "\nclauses:\n  pii.phone: {why: x, report_at: 0.95}", "lies above act_at"),
    ("override acting on the unreported", SEA, "\nclauses:", "\nclauses:\n  pii.phone: {why: x, report_at: null, act_at: 0.9}", "never reported"),
    ("unknown switch", SEA, "strict_first_name:", "strict_nick_name:", "unknown key 'strict_nick_name'"),
    ("unknown switch position", SEA, "redact_high_risk", "redact_some", "unknown self disclosure 'redact_some'"),
    ("unknown view", SEA, "category_view: sea", "category_view: mars", "unknown view 'mars'"),
    ("unknown rate", SEA, "rates: [sea_th_seller", "rates: [sea_th_buyer", "unknown rate"),
    ("profile under another name", SEA, "name: sea", "name: asia", "belongs into profiles/asia.yaml"),
    ("window of no days", SEA, "window_days: 60", "window_days: 0", "at least 1 is needed"),
    ("half a day", SEA, "window_days: 60", "window_days: 1.5", "must be a whole number"),
    ("unknown tier", PRODUCT, "tier: B", "tier: Z", "unknown tier 'Z'"),
    ("unknown category", PRODUCT, "{us: product,", "{us: goods,", "unknown category 'goods'"),
    ("subtype in another file", PRODUCT, "product.functionality:", "service.functionality:", "another category's file"),
    ("stars of a good review", PRODUCT, "stars: 1", "stars: 4", "one or two stars"),
    ("edge case of an unknown subtype", "taxonomy/conventions.yaml", "labels: [logistics.damaged", "labels: [logistics.dmg", "unknown subtype"),
    ("reason of unknown clauses", "report_reasons.yaml", "[pii.*, media.*]", "[pii.*, medium.*]", "no clause matches 'medium.*'"),
    ("word without meaning", "vocabulary.yaml", "  high: serious", "  grave: serious", "unknown key 'grave'"),
    ("unknown kind of source", "references.yaml", "kind: official", "kind: rumour", "unknown source kind 'rumour'"),
    ("rate of a bad share", "nrr.yaml", "target: 0.012", "target: 1.2", "must lie between 0 and 1"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("file", "old", "new", "detail"), [case[1:] for case in EDITS], ids=[case[0] for case in EDITS]
)
def test_load_refuses_with_file_and_line(tmp_path, file, old, new, detail):
    folder = copy_catalogue(tmp_path)
    edited = edit(folder, file, old, new)
    with pytest.raises(PolicyInvalid) as refusal:
        load(folder)
    assert detail in str(refusal.value)
    assert refusal.value.file == file
    assert refusal.value.line is not None
    assert abs(refusal.value.line - edited) <= 8  # in the block that was edited


@pytest.mark.parametrize(
    ("file", "old", "new", "at"),
    [
        (PHONE, "severity: high", "severity: dire", "severity: dire"),
        (PHONE, "- tts_community_pi", "- tts_comunity_pi", "- tts_comunity_pi"),
        (PHONE, "report_at: 0.50", "report_at: 0.95", "report_at: 0.95"),
        (PHONE, "\nseverity: high", "\nseverity: low\nseverity: high", "severity: high"),
        (SEA, "- incentive.money", "- incentive.gold", "- incentive.gold"),
        (SEA, "edits: 1", "edits: one", "edits: one"),
    ],
)
def test_load_names_the_very_line(tmp_path, file, old, new, at):
    folder = copy_catalogue(tmp_path)
    edit(folder, file, old, new)
    with pytest.raises(PolicyInvalid) as refusal:
        load(folder)
    assert refusal.value.line == line_of(folder, file, at)


@pytest.mark.parametrize("key", ["wording", "thresholds", "definition", "dsa", "examples", "notes", "title"])
def test_load_refuses_a_missing_key(tmp_path, key):
    folder = copy_catalogue(tmp_path)
    edit(folder, PHONE, f"\n{key}:", f"\n{key}_gone:")
    with pytest.raises(PolicyInvalid, match=f"unknown key '{key}_gone'"):
        load(folder)
    (folder / PHONE).write_text("id: pii.phone\n", encoding="utf-8")
    with pytest.raises(PolicyInvalid, match=r"phone\.yaml:1: .*key 'title' is missing"):
        load(folder)


@pytest.mark.parametrize("name", ["references.yaml", "nrr.yaml", "profiles/us.yaml", "catalogue.yaml"])
def test_load_refuses_a_missing_file(tmp_path, name):
    folder = copy_catalogue(tmp_path)
    (folder / name).unlink()
    with pytest.raises(PolicyInvalid, match=name):
        load(folder)


def test_load_refuses_a_missing_wording(tmp_path):
    folder = copy_catalogue(tmp_path)
    text = (folder / PHONE).read_text(encoding="utf-8")
    start, end = text.index("  reporter:\n"), text.index("references:")
    (folder / PHONE).write_text(text[:start] + text[end:], encoding="utf-8")
    with pytest.raises(PolicyInvalid, match="key 'reporter' is missing"):
        load(folder)


def test_load_refuses_a_lenient_switch_without_its_override(tmp_path):
    folder = copy_catalogue(tmp_path)
    edit(
        folder,
        "profiles/us.yaml",
        "after_resolution: prohibited",
        "after_resolution: allowed_without_benefit",
    )
    with pytest.raises(PolicyInvalid, match=r"needs an override of manipulation\.request_change"):
        load(folder)


@pytest.mark.parametrize("content", ["", "just words", "- a list", "null"])
def test_load_refuses_a_file_that_is_no_mapping(tmp_path, content):
    folder = copy_catalogue(tmp_path)
    (folder / PHONE).write_text(content, encoding="utf-8")
    with pytest.raises(PolicyInvalid, match="must be a mapping"):
        load(folder)


def test_load_refuses_what_is_not_utf8(tmp_path):
    folder = copy_catalogue(tmp_path)
    (folder / PHONE).write_bytes(b"id: \xff\xfe")
    with pytest.raises(PolicyInvalid, match="cannot be read: UnicodeDecodeError"):
        load(folder)


def test_load_refuses_a_file_that_nothing_reads(tmp_path):
    folder = copy_catalogue(tmp_path)
    (folder / "report_reason.yaml").write_text("other: {}\n", encoding="utf-8")
    with pytest.raises(PolicyInvalid, match=r"report_reason\.yaml:1: no policy file has this name"):
        load(folder)


def test_load_leaves_other_files_alone(tmp_path):
    folder = copy_catalogue(tmp_path)
    (folder / "README.md").write_text("Notes of the policy team.\n", encoding="utf-8")
    (folder / ".phone.yaml.swp").write_bytes(b"\x00")
    assert load(folder) == load()


def test_load_refuses_a_folder_that_is_none(tmp_path):
    with pytest.raises(PolicyInvalid, match="no such folder"):
        load(tmp_path / "nowhere")


def test_check_folder_is_silent_about_a_sound_catalogue():
    assert check_folder() == []


def test_check_folder_tells_the_first_mistake_of_every_file(tmp_path):
    folder = copy_catalogue(tmp_path)
    edit(folder, PHONE, "severity: high", "severity: dire")
    edit(folder, "clauses/abuse/hate.yaml", "act_at: 0.90", "act_at: 9")
    edit(folder, "nrr.yaml", "target: 0.012", "target: 12")
    lines = check_folder(folder)
    assert len(lines) == 3
    assert {line.split(":")[0] for line in lines} == {PHONE, "clauses/abuse/hate.yaml", "nrr.yaml"}


def test_refusal_of_one_clause_does_not_accuse_others(tmp_path):
    folder = copy_catalogue(tmp_path)
    (folder / "clauses/incentive/money.yaml").write_text("id: [", encoding="utf-8")
    assert [line.split(":")[0] for line in check_folder(folder)] == ["clauses/incentive/money.yaml"]
