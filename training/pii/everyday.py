"""Builds the everyday words of each language: what a capital, or a small letter, does not make a name.

    python -m training.pii.everyday --words FOLDER

Writes `src/moderation/detect/pii/words/everyday.txt`: a line a language, `code: words`, folded but for
Vietnamese, whose tones tell names from words. Sources: the word lists of `pyspellchecker` (MIT; its unpacked
folder is `--words`), counts in our corpora (the unread writers left out) and in the real reviews where they
are present, and
spaCy's stop words (MIT). German lists only what `persons.everyday` does not derive: no compounds, no endings.
"""

from __future__ import annotations

import argparse
import gzip
import importlib
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from moderation.detect.pii.persons.everyday import TONED, compound, stems
from moderation.detect.pii.persons.gazetteer import Kin, fold, kin
from moderation.detect.pii.persons.likeness import likeness
from training.folders import CORPORA, public_data
from training.pii.frames import UNREAD
from training.pii.gazetteer import listed

EVERYDAY: Final = (
    Path(__file__).parents[2] / "src" / "moderation" / "detect" / "pii" / "words" / "everyday.txt"
)
_LISTED: Final = {"en": 14_000, "es": 14_000, "fr": 14_000, "pt": 16_000, "it": 9_000}
"""How many of the most frequent words of a language are listed."""
_OURS: Final = ("id", "vi", "en", "es", "fr", "de", "pt", "it")
_LEAST: Final = 2
_REAL: Final = {"prdect_id": "id"}
_LETTERS: Final = re.compile(r"[^\W\d_]{2,}")
_LONGEST: Final = 18
_PART: Final = 7
_NAMELIKE: Final = -2.6
"""Longer German words are listed only where their letters could be a name's."""
_EVERYWHERE: Final = 3


def counted(folder: Path, language: str) -> dict[str, int]:
    """Return the counted words of a language in the unpacked `pyspellchecker`, in small letters."""
    path = folder / "spellchecker" / "resources" / f"{language}.json.gz"
    counts: dict[str, int] = json.loads(gzip.decompress(path.read_bytes()))
    return counts


def sentences() -> Iterator[tuple[str, str]]:
    """Yield language and text of our corpora (but for the unread writers) and of the real reviews."""
    for path in sorted(CORPORA.rglob("*.jsonl")):
        if path.stem not in UNREAD:
            for line in path.read_text(encoding="utf-8").splitlines():
                row = json.loads(line)
                text = re.sub(r"\[\[.*?\]\]|\{\{.*?\}\}", " ", str(row.get("text", "")))
                yield str(row.get("lang", ""))[:2], text
    data = public_data()
    for name, language in _REAL.items() if data else ():
        path = (data or CORPORA) / name / f"{name}.jsonl"
        if path.exists():
            for line in path.open(encoding="utf-8"):
                yield language, str(json.loads(line)["text"])


def small_letters() -> dict[str, Counter[str]]:
    """Count the words in small letters of each language, in texts that have capitals too."""
    counts: dict[str, Counter[str]] = {language: Counter() for language in _OURS}
    for language, text in sentences():
        if language in counts and any(map(str.isupper, text)):
            for word in _LETTERS.findall(unicodedata.normalize("NFC", text)):
                if word.islower():
                    counts[language][word] += 1
    return counts


def stop_words(language: str) -> set[str]:
    """Return the stop words of a language, as spaCy (MIT) lists them."""
    words: set[str] = importlib.import_module(f"spacy.lang.{language}.stop_words").STOP_WORDS
    return words


def everyday(folder: Path) -> dict[str, set[str]]:
    """Return the everyday words of each language; a name that its own people bear is none."""
    borne = listed().languages
    found: dict[str, set[str]] = {}
    for language, counts in small_letters().items():
        kept = {word for word, count in counts.items() if count >= _LEAST}
        kept |= {word for stop in stop_words(language) for word in _LETTERS.findall(stop)}
        found[language] = kept if language in TONED else {fold(word) for word in kept}
    for language, most in _LISTED.items():
        told = counted(folder, language)
        ranked = sorted(told, key=lambda word: (-told[word], word))[:most]
        found[language] |= {fold(word) for word in ranked if len(word) > 1}
    found["de"] |= german(counted(folder, "de"), borne)
    return {
        language: {
            word
            for word in words
            if language in TONED
            or kin(fold(word)) & Kin.ORDINARY
            or not kin(fold(word))
            or (language not in borne.get(fold(word), {language}) and not _world(borne, fold(word)))
        }
        for language, words in found.items()
    }


def _world(borne: dict[str, set[str]], word: str) -> bool:
    """Whether a name is borne by the people of so many languages that it is a name everywhere."""
    return len(borne.get(word, ())) > _EVERYWHERE


def german(counts: dict[str, int], borne: dict[str, set[str]]) -> set[str]:
    """Return German roots: words that are neither names nor made of two others, nor one with an ending."""
    words = {
        fold(word)
        for word in counts
        if 2 < len(word) <= _LONGEST
        and word.isalpha()
        and (
            not kin(fold(word)) or kin(fold(word)) & Kin.ORDINARY or "de" not in borne.get(fold(word), {"de"})
        )
    }
    roots = {
        word for word in words if kin(word) or not any(stem in words for stem in stems(word) if stem != word)
    }
    return {
        word
        for word in roots
        if kin(word) or (not compound(word, words) and (len(word) <= _PART or likeness(word) > _NAMELIKE))
    }


def main() -> None:
    """Build and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", type=Path, required=True)
    found = everyday(parser.parse_args().words)
    lines = [f"{language}: {' '.join(sorted(words))}" for language, words in sorted(found.items())]
    EVERYDAY.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print({language: len(words) for language, words in found.items()}, EVERYDAY.stat().st_size)


if __name__ == "__main__":
    main()
