"""Counts what the corpora hold, by label, language, surface and voice.

    python -m training.counts

Writes `training/corpora/COUNTS.md`; a test says when it is out of date.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import yaml

from training.folders import CORPORA
from training.pii.frames import UNREAD, PiiText, read_pii
from training.written import Sample, read_causes, read_conduct

PAGE: Final = CORPORA / "COUNTS.md"


def voices() -> Mapping[str, Mapping[str, str]]:
    """Return set → writer → what kind of voice it is."""
    loaded: dict[str, dict[str, str]] = yaml.safe_load((CORPORA / "voices.yaml").read_text(encoding="utf-8"))
    return loaded


def page() -> str:
    """Return the whole page, in Markdown."""
    told = voices()
    parts = ["# What the corpora hold", "", "Written by `python -m training.counts`.", ""]
    parts += _causes(read_causes(), told["causes"])
    parts += _conduct(read_conduct(), told["conduct"])
    parts += _personal(read_pii(), told["pii"])
    return "\n".join(parts)


def _causes(samples: Sequence[Sample], told: Mapping[str, str]) -> list[str]:
    labels = Counter(label for one in samples for label in one.labels)
    primary = Counter(one.primary for one in samples)
    return [
        f"## Causes: {len(samples)} reviews",
        "",
        *_languages(one.lang for one in samples),
        *_table(("subtype", "texts", "as primary"), ((k, n, primary[k]) for k, n in sorted(labels.items()))),
        *_writers((one.writer for one in samples), told),
    ]


def _conduct(samples: Sequence[Sample], told: Mapping[str, str]) -> list[str]:
    english = Counter(label for one in samples if one.lang.startswith("en") for label in one.labels)
    others = Counter(label for one in samples if not one.lang.startswith("en") for label in one.labels)
    alleged = Counter(label for one in samples for label in one.allegations)
    places = Counter((one.surface, one.author) for one in samples)
    broken, telling = sum(bool(one.labels) for one in samples), sum(bool(one.allegations) for one in samples)
    clauses = sorted(english | others | alleged)
    return [
        f"## Conduct: {len(samples)} texts",
        "",
        f"{broken} break a clause, {telling} tell that somebody else did, the others are lawful.",
        "",
        *_languages(one.lang for one in samples),
        *_table(
            ("clause", "English", "other languages", "alleged"),
            ((clause, english[clause], others[clause], alleged[clause]) for clause in clauses),
        ),
        *_table(("surface", "author", "texts"), ((*place, n) for place, n in sorted(places.items()))),
        *_writers((one.writer for one in samples), told),
    ]


def _personal(texts: Sequence[PiiText], told: Mapping[str, str]) -> list[str]:
    values = Counter(value.kind.value for text in texts for value in text.values)
    unread = Counter(value.kind.value for text in texts if text.writer in UNREAD for value in text.values)
    labels = Counter(label for text in texts for label in text.labels)
    disguised = sum(text.disguise is not None for text in texts)
    kept_apart = sum(text.writer in UNREAD for text in texts)
    clean = sum(not text.values and not text.optional for text in texts)
    return [
        f"## Personal data: {len(texts)} texts",
        "",
        f"{disguised} hold a disguise, {clean} no value at all; {kept_apart} are by writers who test.",
        "",
        *_languages(text.lang for text in texts),
        *_table(("kind", "values", "unread"), ((k, n, unread[k]) for k, n in sorted(values.items()))),
        *_table(("clause that needs meaning", "texts"), sorted(labels.items())),
        *_writers((text.writer for text in texts), told, UNREAD),
    ]


def _languages(langs: Iterable[str]) -> list[str]:
    counts = Counter(lang.partition("-")[0] for lang in langs)
    return _table(tuple(sorted(counts)), [tuple(counts[lang] for lang in sorted(counts))])


def _writers(
    writers: Iterable[str], told: Mapping[str, str], unread: frozenset[str] = frozenset()
) -> list[str]:
    counts = Counter(writers)
    rows = ((w, told.get(w, ""), n, "unread" if w in unread else "") for w, n in sorted(counts.items()))
    return _table(("writer", "voice", "texts", ""), rows)


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    return [
        "| " + " | ".join(head) + " |",
        "|" + "---|" * len(head),
        *("| " + " | ".join(str(cell) for cell in row) + " |" for row in rows),
        "",
    ]


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
