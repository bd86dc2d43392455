"""The tables of a casebook, each with a comment on what it holds.

Only types that SQLite and PostgreSQL share are used. Dates are ISO 8601 text, because they may stop at
the month or the year; times are ISO 8601 text in UTC.

Invariants: a row of `claims` is of a document in `documents`, and its quote is the document's text from
`start` to `end`; registers, findings and contradictions are of the claims that stand in `claims` now
(`derivations` says so), or are absent. Claims of documents in `set_aside` are kept and count for nothing.
`decisions` names claims by ids that rebuilding gives again, and stays when claims and findings are replaced.
"""

from counterclaim.casebook.schema.ceasefires import CEASEFIRE_WORDS, CEASEFIRES
from counterclaim.casebook.schema.claims import CLAIMS, EXTRACTIONS, PASSED_OVER
from counterclaim.casebook.schema.columns import METADATA
from counterclaim.casebook.schema.contradictions import CONTRADICTION_CLAIMS, CONTRADICTIONS
from counterclaim.casebook.schema.custody import DERIVATIONS, HISTORY
from counterclaim.casebook.schema.decisions import DECISIONS, REVIEWED
from counterclaim.casebook.schema.documents import DOCUMENTS, FILES, SET_ASIDE, UNREAD
from counterclaim.casebook.schema.estimates import ESTIMATE_SOURCES, ESTIMATES
from counterclaim.casebook.schema.findings import BOUND_RULES, CHOICES, FINDINGS, WEIGHINGS
from counterclaim.casebook.schema.holdings import HOLDING_CLAIMS, HOLDINGS
from counterclaim.casebook.schema.incidents import INCIDENT_DEATHS, INCIDENT_REPORTS, INCIDENTS
from counterclaim.casebook.schema.registers import ENTITIES, ENTITY_NAMES, NAME_INDEX, PLACES, WHEREABOUTS

VERSION = "0014"
"""The newest migration: what a database that this version wrote says of itself."""

__all__ = [
    "BOUND_RULES",
    "CEASEFIRES",
    "CEASEFIRE_WORDS",
    "CHOICES",
    "CLAIMS",
    "CONTRADICTIONS",
    "CONTRADICTION_CLAIMS",
    "DECISIONS",
    "DERIVATIONS",
    "DOCUMENTS",
    "ENTITIES",
    "ENTITY_NAMES",
    "ESTIMATES",
    "ESTIMATE_SOURCES",
    "EXTRACTIONS",
    "FILES",
    "FINDINGS",
    "HISTORY",
    "HOLDINGS",
    "HOLDING_CLAIMS",
    "INCIDENTS",
    "INCIDENT_DEATHS",
    "INCIDENT_REPORTS",
    "METADATA",
    "NAME_INDEX",
    "PASSED_OVER",
    "PLACES",
    "REVIEWED",
    "SET_ASIDE",
    "UNREAD",
    "VERSION",
    "WEIGHINGS",
    "WHEREABOUTS",
]
