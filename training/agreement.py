"""How far a second reader, who saw texts and policy but no labels, agrees with the conduct corpus.

    python -m training.agreement

The second readings are `corpora/readings/conduct.jsonl`: id, labels, allegations, and if the reader was sure.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import Final

from training.folders import CORPORA
from training.written import read_conduct

READINGS: Final = CORPORA / "readings" / "conduct.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Counts over the texts that were read twice."""

    texts: int
    verdicts: int
    """Texts on which both say that a clause is broken, or both that none is."""
    both: int
    one: int
    """Labels that both gave, and that one of them gave."""
    contested: Counter[str]

    @property
    def clause_f1(self) -> float:
        """Micro-F1 of the second reader's clauses against the corpus."""
        return 2 * self.both / (2 * self.both + self.one)


def agreement() -> Agreement:
    """Compare the readings with the corpus."""
    first = {one.id: one for one in read_conduct()}
    verdicts = both = 0
    contested: Counter[str] = Counter()
    lines = READINGS.read_text(encoding="utf-8").splitlines()
    for line in lines:
        reading = json.loads(line)
        ours, theirs = first[reading["id"]].labels, frozenset(reading["labels"])
        verdicts += bool(ours) is bool(theirs)
        both += len(ours & theirs)
        contested.update(ours ^ theirs)
    return Agreement(
        texts=len(lines), verdicts=verdicts, both=both, one=contested.total(), contested=contested
    )


if __name__ == "__main__":
    found = agreement()
    print(f"{found.texts} texts read twice; same verdict on {found.verdicts / found.texts:.3f}")
    print(f"clauses: micro-F1 {found.clause_f1:.3f}; contested:", *found.contested.most_common(8))
