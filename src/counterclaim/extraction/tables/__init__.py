"""Counts in tables: a cell with its row's and its column's headings is a claim."""

from counterclaim.extraction.tables.find import find_tables

__all__ = ["find_tables"]
