"""The records that flow from stage to stage: plain, typed, frozen.

Nothing here needs a database, a file or another stage. A claim is one source saying one checkable
thing in one stretch of text; `docs/claims.md` has the vocabulary.
"""

from counterclaim.model.ceasefires import Ceasefire, CeasefireStage, CeasefireWord
from counterclaim.model.claims import CLAIM_FIELDS, Claim, Extraction, Kind, PassedOver, Reason, Scope, Stance
from counterclaim.model.conflict import Conflict, Party, Place
from counterclaim.model.contradictions import Contradiction, ContradictionKind
from counterclaim.model.decisions import Decision, in_force, undone
from counterclaim.model.documents import Document, Gloss, Segment, Unread
from counterclaim.model.estimates import Estimate, EstimateSource
from counterclaim.model.findings import Choice, ChoiceName, Finding, Implied, Series, Weighing
from counterclaim.model.holdings import Holding, Sense
from counterclaim.model.identifiers import digest_of
from counterclaim.model.incidents import Deaths, Dispute, EvidenceName, Incident, Report
from counterclaim.model.record import Reconciliation, Record
from counterclaim.model.registers import Entity, Location, Registers, Resolution
from counterclaim.policy import BoundKind, Hedge

__all__ = [
    "CLAIM_FIELDS",
    "BoundKind",
    "Ceasefire",
    "CeasefireStage",
    "CeasefireWord",
    "Choice",
    "ChoiceName",
    "Claim",
    "Conflict",
    "Contradiction",
    "ContradictionKind",
    "Deaths",
    "Decision",
    "Dispute",
    "Document",
    "Entity",
    "Estimate",
    "EstimateSource",
    "EvidenceName",
    "Extraction",
    "Finding",
    "Gloss",
    "Hedge",
    "Holding",
    "Implied",
    "Incident",
    "Kind",
    "Location",
    "Party",
    "PassedOver",
    "Place",
    "Reason",
    "Reconciliation",
    "Record",
    "Registers",
    "Report",
    "Resolution",
    "Scope",
    "Segment",
    "Sense",
    "Series",
    "Stance",
    "Unread",
    "Weighing",
    "digest_of",
    "in_force",
    "undone",
]
