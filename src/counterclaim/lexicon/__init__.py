"""The words that the stages know, as TOML data; a language is a folder.

Nothing here is particular to one war: what is peculiar to a conflict stands in its casebook.toml.
"""

from counterclaim.lexicon.actors import (
    Organisation,
    OrganisationKind,
    Polity,
    PolityKind,
    SharedName,
    collisions,
    organisations,
    organisations_by_name,
    polities,
    polities_by_name,
    shared_names,
)
from counterclaim.lexicon.tables import Entry, entries, load_toml, word_set

__all__ = [
    "Entry",
    "Organisation",
    "OrganisationKind",
    "Polity",
    "PolityKind",
    "SharedName",
    "collisions",
    "entries",
    "load_toml",
    "organisations",
    "organisations_by_name",
    "polities",
    "polities_by_name",
    "shared_names",
    "word_set",
]
