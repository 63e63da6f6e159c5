"""Builds the gazetteer of names and the weights that say how much an unlisted word looks like a name.

    python -m training.pii.gazetteer [--words FOLDER] [--census FOLDER]

Writes `src/moderation/detect/pii/words/{given,family}.txt` (folded, one a line; a trailing `~` says that
the word is also an ordinary one) and `likeness.json`. Sources: Faker's person providers (MIT), the list
`lists/world_names.txt` written for this project, the US census of 1990 as packed by `names` (public
domain; its unpacked folder is `--census`). What is an ordinary word is counted in our corpora, in the
real reviews where they are present, and in the word lists of `pyspellchecker` (MIT; its unpacked folder
is `--words`).
"""

from __future__ import annotations

import argparse
import base64
import gzip
import importlib
import json
import math
import random
import re
import statistics
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final
from zlib import crc32

import numpy as np
from scipy.sparse import csr_array
from sklearn.linear_model import SGDClassifier

from moderation.detect.pii.persons.likeness import BUCKETS, grams
from moderation.text import Text
from training.folders import CORPORA, public_data
from training.pii.frames import UNREAD

WORDS: Final = Path(__file__).parents[2] / "src" / "moderation" / "detect" / "pii" / "words"
LISTS: Final = Path(__file__).parent / "lists"
LOCALES: Final = [
    "en",
    "en_GB",
    "en_IN",
    "en_KE",
    "en_NG",
    "en_NZ",
    "en_PK",
    "en_TH",
    "en_US",
    "es_AR",
    "es_CA",
    "es_CL",
    "es_CO",
    "es_ES",
    "es_MX",
    "fr_BE",
    "fr_CA",
    "fr_CH",
    "fr_DZ",
    "fr_FR",
    "de_AT",
    "de_CH",
    "de_DE",
    "de_LU",
    "pt_BR",
    "pt_PT",
    "it_IT",
    "id_ID",
    "vi_VN",
    "th_TH",
    "nl_NL",
    "nl_BE",
    "pl_PL",
    "tr_TR",
    "sv_SE",
    "no_NO",
    "da_DK",
    "hr_HR",
    "ro_RO",
    "sw",
    "tw_GH",
    "yo_NG",
    "ig_NG",
    "ha_NG",
    "zu_ZA",
    "hu_HU",
    "cs_CZ",
    "sl_SI",
    "fi_FI",
    "en_IE",
]
_RARE: Final = {"pl_PL": 900, "en_KE": 700, "en_IE": 900, "cs_CZ": 150}
"""How many families of a long list are kept."""
_CENSUS_FAMILIES: Final = 14_000
_CENSUS_SEEN: Final = 60_000
"""Families that are listed, and those that the likeness learns from."""
_CENSUS_GIVEN: Final = 1_800
_LANGUAGES: Final = ("en", "es", "fr", "de", "pt", "it", "nl")
_TOP: Final = 24_000
_TOO_FREQUENT: Final = 5.7
"""Zipf frequency from which a word is no name at all."""
_FREQUENT: Final = 3.9
"""Zipf frequency from which a word is frequent."""
_SECTIONS: Final = {
    "Indonesia": "id", "Vietnam": "vi", "German": "de", "French": "fr", "Spanish": "es", "Portuguese": "pt",
    "Italian": "it", "United States": "en", "Philippines": "fi",
}  # fmt: skip
_SPLIT: Final = re.compile(r"[\s'’\-‐./(),\"]+")
_LETTERS: Final = re.compile(r"[\u0e00-\u0e4e]+|[^\W\d_]+")
_SMALL: Final = frozenset(
    [
        "de",
        "del",
        "della",
        "di",
        "da",
        "do",
        "dos",
        "das",
        "la",
        "las",
        "los",
        "le",
        "el",
        "al",
        "van",
        "von",
        "der",
        "den",
        "ter",
        "ten",
        "bin",
        "binti",
        "ben",
        "y",
        "e",
        "st",
        "san",
        "santa",
        "the",
        "of",
        "jr",
        "sr",
        "mr",
        "mrs",
        "ms",
        "dr",
        "und",
        "zu",
        "af",
        "av",
        "ibn",
        "abu",
        "ould",
        "ait",
    ]
)
_REAL: Final = (
    "womens_clothing",
    "cesamard_aspect",
    "amazon_finefood_1k",
    "prdect_id",
    "xci_complaint_tweets",
)
_ONLY_NAMES: Final = frozenset((LISTS / "only_names.txt").read_text(encoding="utf-8").split())

_ORDINARY_TOO: Final = frozenset((LISTS / "ordinary_too.txt").read_text(encoding="utf-8").split())


def fold(word: str) -> str:
    """Fold a name as texts are folded."""
    return Text.of(word).folded.string


def tokens(names: Iterable[str]) -> Iterator[str]:
    """Yield the folded words of names that a text could show as one word."""
    for name in names:
        for word in _SPLIT.split(fold(name)):
            if len(word) > 1 and word not in _SMALL and _LETTERS.fullmatch(word):
                yield word


class Listed:
    """Given and family names, and the languages whose people bear each."""

    def __init__(self) -> None:
        self.given: set[str] = set()
        self.family: set[str] = set()
        self.languages: dict[str, set[str]] = {}

    def add(self, words: Iterable[str], language: str, *, given: bool) -> None:
        """Add the words of names."""
        for word in words:
            (self.given if given else self.family).add(word)
            self.languages.setdefault(word, set()).add(language)


def listed() -> Listed:
    """Return the names of Faker's providers and of our own list."""
    names = Listed()
    for locale in LOCALES:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        families: list[str] = []
        for attribute in sorted(vars(provider)):
            value = getattr(provider, attribute)
            if isinstance(value, tuple | list | dict) and attribute.startswith("first_name"):
                names.add(tokens(map(str, value)), locale[:2], given=True)
            elif isinstance(value, tuple | list | dict) and attribute.startswith("last_name"):
                families.extend(sorted(tokens(map(str, value))))
        random.Random(locale).shuffle(families)
        names.add(families[: _RARE.get(locale, len(families))], locale[:2], given=False)
    spoken = ""
    for line in (LISTS / "world_names.txt").read_text(encoding="utf-8").splitlines():
        kind, _, written = line.partition(":")
        if line.startswith("#"):
            spoken = next((code for name, code in _SECTIONS.items() if name in line), "")
        elif kind in {"given", "family"}:
            names.add(tokens(written.split()), spoken, given=kind == "given")
    return names


def census(folder: Path | None, *, most: int = _CENSUS_FAMILIES) -> tuple[set[str], set[str]]:
    """Return the most frequent names of the US census of 1990."""
    if folder is None:
        return set(), set()

    def first(name: str, most: int) -> set[str]:
        lines = (folder / name).read_text(encoding="ascii").splitlines()[:most]
        return {line.split()[0].lower() for line in lines if len(line.split()[0]) > 2}

    given = first("dist.female.first", _CENSUS_GIVEN) | first("dist.male.first", _CENSUS_GIVEN)
    return given, first("dist.all.last", most)


def texts() -> Iterator[str]:
    """Yield our corpora (but for the unread writers) and the real reviews that are present."""
    for path in sorted(CORPORA.rglob("*.jsonl")):
        if path.stem not in UNREAD:
            for line in path.read_text(encoding="utf-8").splitlines():
                yield re.sub(r"\[\[.*?\]\]|\{\{.*?\}\}", " Name ", str(json.loads(line).get("text", "")))
    data = public_data()
    for name in _REAL if data else ():
        path = (data or CORPORA) / name / f"{name}.jsonl"
        if path.exists():
            for line in path.open(encoding="utf-8"):
                yield str(json.loads(line)["text"])


def cases() -> tuple[Counter[str], Counter[str]]:
    """Count folded words in small letters, and with a capital inside a sentence."""
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for text in texts():
        if sum(map(str.isupper, text)) * 3 > len(text):
            continue
        # A text without capitals says nothing about which words carry one.
        cased = any(map(str.isupper, text))
        for match in re.finditer(r"(?<![\w@#])([^\W\d_]{2,})(?!\w)", text):
            word = match[1]
            if word.islower():
                if cased:
                    small[fold(word)] += 1
            elif (
                word.istitle()
                and match.start()
                and re.search(r"\w,?\s$", text[max(0, match.start() - 3) : match.start()])
            ):
                capital[fold(word)] += 1
    return small, capital


def frequencies(folder: Path, language: str) -> dict[str, float]:
    """Return the folded words of a language with their Zipf frequency: log10 of uses in 1e9 words."""
    path = folder / "spellchecker" / "resources" / f"{language}.json.gz"
    counts: dict[str, int] = json.loads(gzip.decompress(path.read_bytes()))
    total = sum(counts.values())
    found: dict[str, float] = {}
    for word, count in counts.items():
        if word.isalpha() and len(word) > 1:
            folded = fold(word)
            found[folded] = max(found.get(folded, 0.0), math.log10(count / total * 1e9))
    return found


def ordinary(
    words: set[str], languages: dict[str, set[str]], folder: Path
) -> tuple[set[str], dict[str, float]]:
    """Return those of the words that are ordinary ones too, and the frequent words of our languages."""
    small, capital = cases()
    spoken = {language: frequencies(folder, language) for language in _LANGUAGES}
    frequent: dict[str, float] = {}
    for counted in spoken.values():
        ranked = sorted(counted, key=lambda word: (-counted[word], crc32(word.encode())))
        for word in ranked[:_TOP]:
            frequent[word] = max(frequent.get(word, 0.0), counted[word])
    for word, count in small.items():
        if count > 1:
            frequent.setdefault(word, 2.5)
    both: set[str] = set()
    for word in words:
        ours = small[word] >= 2 and small[word] > 0.5 * capital[word]
        by_language = [counted.get(word, 0.0) for counted in spoken.values()]
        most, middle = max(by_language), statistics.median(by_language)
        skewed = most >= 4.0 and most - middle >= 1.1 and small[word] >= capital[word]
        # A frequent word of a language whose people do not bear it: German nouns have capitals as well.
        best = _LANGUAGES[by_language.index(most)]
        foreign = most >= _FREQUENT and most - middle >= 1.1 and best[:2] not in languages.get(word, set())
        if word in _ORDINARY_TOO or ((ours or skewed or foreign or most >= 5.6) and word not in _ONLY_NAMES):
            both.add(word)
    return both, frequent


def learn(given: set[str], family: set[str], both: set[str], frequent: dict[str, float]) -> dict[str, object]:
    """Fit the likeness: listed names against frequent words that are no names."""
    rng = random.Random(7)
    names = sorted((given | family) - both)
    plain = sorted(word for word in frequent if word not in given and word not in family) + sorted(both)
    rows = [*names, *plain]
    target = np.array([1] * len(names) + [0] * len(plain))
    weight = np.array([1.0] * len(names) + [1.0 + max(0.0, frequent.get(word, 2.5) - 3.0) for word in plain])
    weight[: len(names)] *= weight[len(names) :].sum() / len(names)
    order = list(range(len(rows)))
    rng.shuffle(order)
    cut = len(order) // 10
    indices = [grams(word) for word in rows]

    def matrix(chosen: list[int]) -> csr_array:
        spread = [index for row in chosen for index in indices[row]]
        ends = np.cumsum([0] + [len(indices[row]) for row in chosen])
        columns, starts = np.array(spread, dtype=np.int32), ends.astype(np.int32)
        return csr_array((np.ones(len(spread)), columns, starts), shape=(len(chosen), BUCKETS))

    def fitted(chosen: list[int]) -> SGDClassifier:
        model = SGDClassifier(
            loss="log_loss", alpha=3e-5, max_iter=60, tol=1e-4, random_state=7, average=True
        )
        return model.fit(matrix(chosen), target[chosen], sample_weight=weight[chosen])

    held, rest = order[:cut], order[cut:]
    trial = fitted(rest)
    score = trial.decision_function(matrix(held))
    for least in (-2.0, -1.0, 0.0, 1.0, 2.0):
        hit = score > least
        names_hit, words_hit = hit[target[held] == 1].mean(), hit[target[held] == 0].mean()
        print(f"held out, above {least}: names {names_hit:.3f}, words {words_hit:.3f}")
    model = fitted(order)
    largest = float(np.abs(model.coef_).max())
    packed = np.round(model.coef_[0] / largest * 127).astype(np.int8)
    return {
        "scale": largest / 127,
        "intercept": float(model.intercept_[0]),
        "weights": base64.b85encode(packed.tobytes()).decode("ascii"),
    }


def main() -> None:
    """Build and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", type=Path, required=True)
    parser.add_argument("--census", type=Path)
    options = parser.parse_args()
    names = listed()
    more_given, more_family = census(options.census)
    given, family = names.given | more_given, names.family | more_family
    both, frequent = ordinary(given | family, names.languages, options.words)
    common = {word for word in both if frequent.get(word, 0.0) >= _TOO_FREQUENT and word not in _ONLY_NAMES}
    for name, words in (("given", given - common), ("family", family - common)):
        lines = [word + "~" if word in both else word for word in sorted(words)]
        (WORDS / f"{name}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(f"{name}: {len(words)}, of them ordinary words too {len(words & both)}")
    _, seen = census(options.census, most=_CENSUS_SEEN)
    (WORDS / "likeness.json").write_text(
        json.dumps(learn(given, family | seen, both, frequent)) + "\n", encoding="ascii"
    )


if __name__ == "__main__":
    main()
