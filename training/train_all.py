"""`make train`: trains every model, measures it on texts that no training touched, writes the cards."""

from __future__ import annotations

from collections import Counter

from moderation.causes.classifier import causes_model
from moderation.features.weights import read_manifest
from training import train_causes, weak
from training.card import thresholds_of, write_card
from training.evaluate import causes as causes_task
from training.expansions import SOURCE
from training.public import read_public
from training.written import read_causes

_CAUSES = (
    "Reads why a customer is unhappy: a linear head over hashed words and letters, blended with cue phrases "
    "in ten languages into a calibrated probability for each subtype of the policy's taxonomy."
)


def main() -> None:
    """Train, measure and write the models."""
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


if __name__ == "__main__":
    main()
