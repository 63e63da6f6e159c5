"""Whether the catalogue and the detectors speak of the same clauses."""

from __future__ import annotations

from collections.abc import Iterable

from moderation.errors import PolicyInvalid
from moderation.policy.catalogue import Catalogue


def check_labels(catalogue: Catalogue, emitted_labels: Iterable[str]) -> None:
    """Refuse labels that no clause defines, and clauses that no detector emits.

    A clause that `needs` history or media may stay without a detector: one text cannot show it.
    Raises `PolicyInvalid` naming the file of the first clause in the order of ids.
    """
    emitted = frozenset(emitted_labels)
    for label in sorted(emitted - catalogue.clauses.keys()):
        raise PolicyInvalid(
            f"a detector emits {label!r}, but no clause has this id", file="clauses", line=None
        )
    for clause in sorted(catalogue.clauses.values(), key=lambda clause: clause.id):
        if clause.id not in emitted and not clause.needs:
            raise PolicyInvalid(
                f"no detector emits {clause.id!r}; add one, or mark it `needs: [history]` or `[media]`",
                file=clause.file,
                line=1,
            )
