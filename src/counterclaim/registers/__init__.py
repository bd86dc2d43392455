"""Parties, sources, places and equipment: from names as written to entities, each with its rule."""

from counterclaim.registers.resolving import resolve
from counterclaim.registers.rules import RULES
from counterclaim.registers.whereabouts import where_prec

__all__ = ["RULES", "resolve", "where_prec"]
