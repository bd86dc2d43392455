"""Counts of people, materiel, structures, settlements, incidents and money."""
