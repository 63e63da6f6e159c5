"""Assess and decide in one step, bound to one catalogue and one profile.

The scan, the API and the desk all hold a `Judge`, so that the same text meets the same verdict
whichever door it came through.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from moderation.assess import DEFAULT_SCOPE, Scope, assess
from moderation.content import Item
from moderation.decide import decide
from moderation.decisions import Decision
from moderation.findings import Assessment
from moderation.policy import Catalogue, Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Judge:
    """A catalogue, a regional profile and a scope, ready to judge batches of items."""

    catalogue: Catalogue
    profile: Profile
    scope: Scope = DEFAULT_SCOPE

    def __call__(self, items: Sequence[Item]) -> list[tuple[Assessment, Decision]]:
        """Return the assessment and the machine's decision for each item, in order."""
        assessed = assess(items, taxonomy=self.catalogue.taxonomy, scope=self.scope)
        return [
            (assessment, decide(item, assessment, catalogue=self.catalogue, profile=self.profile))
            for item, assessment in zip(items, assessed, strict=True)
        ]
