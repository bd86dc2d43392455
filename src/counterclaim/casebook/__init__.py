"""Stage: what is kept. `Casebook` is a folder of documents, claims and findings with their history."""

from counterclaim.casebook.checking import Problem
from counterclaim.casebook.contents import DocumentLine, Tally
from counterclaim.casebook.filters import ClaimFilter
from counterclaim.casebook.reference import schema_reference
from counterclaim.casebook.store import Casebook, FileRead

__all__ = ["Casebook", "ClaimFilter", "DocumentLine", "FileRead", "Problem", "Tally", "schema_reference"]
