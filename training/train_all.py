"""`make train`: trains every model, measures it on texts that no training touched, writes the cards."""

from __future__ import annotations

from collections import Counter

from moderation.causes.classifier import causes_model
from moderation.features.heads import conduct_head
from moderation.features.weights import read_manifest
from training import train_causes, train_conduct, weak
from training.card import thresholds_of, write_card
from training.evaluate import causes as causes_task
from training.evaluate import conduct as conduct_task
from training.expansions import SOURCE
from training.public import read_public
from training.written import read_causes, read_conduct

_CAUSES = (
    "Reads why a customer is unhappy: a linear head over hashed words and letters, blended with cue phrases "
    "in ten languages into a calibrated probability for each subtype of the policy's taxonomy."
)
_CONDUCT = (
    "Says which clauses a text of a seller, creator or third party looks like. It supports the detectors and "
    "decides nothing alone. A buyer who tells of what a seller did is trained as clean."
)


def main() -> None:
    """Train, measure and write both models."""
    print("causes: training", flush=True)
    train_causes.main()
    causes_model.cache_clear()
    print("causes: measuring", flush=True)
    model = causes_model()
    write_card(
        causes_task.TASK,
        entry=read_manifest()["causes"],
        purpose=_CAUSES,
        samples=read_causes(),
        public=read_public(*weak.SETS),
        taught=Counter(
            f"{SOURCE} (expanded)" if sample.source == SOURCE else sample.source
            for sample in train_causes.weaker()
        ),
        thresholds=thresholds_of(model.head.labels, model.head.thresholds),
        parts=causes_task.TASK.load(),
    )
    print("conduct: training", flush=True)
    train_conduct.main()
    conduct_head.cache_clear()
    print("conduct: measuring", flush=True)
    public = read_public(*train_conduct.BACKGROUND)
    head = conduct_head()
    write_card(
        conduct_task.TASK,
        entry=read_manifest()["conduct"],
        purpose=_CONDUCT,
        samples=read_conduct(),
        public=public,
        taught=Counter(sample.source for sample in train_conduct.background(public, test=False)),
        thresholds=thresholds_of(head.labels, head.thresholds),
        parts=conduct_task.TASK.load(),
    )


if __name__ == "__main__":
    main()
