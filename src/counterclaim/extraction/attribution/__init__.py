"""Who says so: the source of each stretch of a sentence, with its stance and hedge.

Three shapes give a source: a verb of saying with its subject on either side ("the ministry said",
"said Maurer"), a preposition ("according to Oryx"), and an account ("by Oryx's reckoning").
"""

from counterclaim.extraction.attribution.find import (
    attributions,
    bodies_named,
    body_at_start,
    body_of_letterhead,
    declared_speaker,
    name_in_title,
    organisations_named,
)
from counterclaim.extraction.attribution.source import Attribution

__all__ = [
    "Attribution",
    "attributions",
    "bodies_named",
    "body_at_start",
    "body_of_letterhead",
    "declared_speaker",
    "name_in_title",
    "organisations_named",
]
