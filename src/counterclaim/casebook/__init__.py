"""Stage: what is kept. `Casebook` is a folder of documents, claims and findings with their history."""

from counterclaim.casebook.checking import Problem
from counterclaim.casebook.coarsening import coarsened
from counterclaim.casebook.contents import DocumentLine, FileRead, SetAside, Tally
from counterclaim.casebook.filters import ClaimFilter
from counterclaim.casebook.reference import schema_reference
from counterclaim.casebook.store import Casebook

__all__ = [
    "Casebook",
    "ClaimFilter",
    "DocumentLine",
    "FileRead",
    "Problem",
    "SetAside",
    "Tally",
    "coarsened",
    "schema_reference",
]
