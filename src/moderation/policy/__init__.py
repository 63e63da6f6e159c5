"""Policy as data: the catalogue of clauses, the taxonomy of causes, and one profile for each region.

`load()` gives all of it, frozen and checked. Policy editors change the files under `catalogue/`
(docs/policy-editor.md); code asks the nouns exported here. No detection and no decision lives here.
"""

from moderation.policy.annex import (
    AppealFacts,
    AppealRegime,
    DsaVocabulary,
    Programme,
    Reference,
    ReportReason,
    SourceKind,
)
from moderation.policy.catalogue import DEFAULT_PROFILE, Catalogue
from moderation.policy.check import check_labels
from moderation.policy.clause import Clause, DsaMapping, Example
from moderation.policy.load import check_folder, load
from moderation.policy.profile import (
    AppealTerms,
    BuyerImage,
    ChangeRequest,
    ClauseOverride,
    Clocks,
    MildProfanity,
    Profile,
    ReviewTerms,
    SelfDisclosure,
    Switches,
)
from moderation.policy.rates import Anchor, ObservedLimit, Rate, RatedAt, Rates, RateScope, RateUnit
from moderation.policy.table import Table
from moderation.policy.taxonomy import CauseExample, EdgeCase, PrimaryChoice, Subtype, Taxonomy
from moderation.policy.thresholds import NEVER, Thresholds
from moderation.policy.vocabulary import Audience, AutoAction, Measure, Need, Risk, Severity, View

__all__ = [
    "DEFAULT_PROFILE",
    "NEVER",
    "Anchor",
    "AppealFacts",
    "AppealRegime",
    "AppealTerms",
    "Audience",
    "AutoAction",
    "BuyerImage",
    "Catalogue",
    "CauseExample",
    "ChangeRequest",
    "Clause",
    "ClauseOverride",
    "Clocks",
    "DsaMapping",
    "DsaVocabulary",
    "EdgeCase",
    "Example",
    "Measure",
    "MildProfanity",
    "Need",
    "ObservedLimit",
    "PrimaryChoice",
    "Profile",
    "Programme",
    "Rate",
    "RateScope",
    "RateUnit",
    "RatedAt",
    "Rates",
    "Reference",
    "ReportReason",
    "ReviewTerms",
    "Risk",
    "SelfDisclosure",
    "Severity",
    "SourceKind",
    "Subtype",
    "Switches",
    "Table",
    "Taxonomy",
    "Thresholds",
    "View",
    "check_folder",
    "check_labels",
    "load",
]
