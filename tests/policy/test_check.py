from __future__ import annotations

import pytest

from moderation.errors import PolicyInvalid
from moderation.policy import check_labels


def visible(catalogue) -> set[str]:
    return {clause.id for clause in catalogue.clauses.values() if not clause.needs}


def test_check_labels_accepts_what_one_text_can_show(catalogue):
    assert visible(catalogue)
    check_labels(catalogue, visible(catalogue))


def test_check_labels_accepts_detectors_of_history_and_media(catalogue):
    check_labels(catalogue, set(catalogue.clauses))


def test_check_labels_refuses_a_clause_that_nothing_emits(catalogue):
    with pytest.raises(PolicyInvalid, match=r"clauses/abuse/hate\.yaml:1: no detector emits 'abuse\.hate'"):
        check_labels(catalogue, visible(catalogue) - {"abuse.hate"})


def test_check_labels_refuses_a_label_that_is_no_clause(catalogue):
    with pytest.raises(PolicyInvalid, match=r"'pii\.shoe_size', but no clause"):
        check_labels(catalogue, visible(catalogue) | {"pii.shoe_size"})
