"""Whose people or things are counted."""

from counterclaim.extraction.counts.party.counting import Counting
from counterclaim.extraction.counts.party.find import party_of

__all__ = ["Counting", "party_of"]
