"""Counts in a document's tables: the sequence from rows to claims."""

from collections.abc import Iterator, Sequence
from functools import partial

from counterclaim.extraction.analysis import View
from counterclaim.extraction.context import Context
from counterclaim.extraction.layout import table_spans
from counterclaim.extraction.tables.around import Around, Surroundings
from counterclaim.extraction.tables.columns import columns_of
from counterclaim.extraction.tables.grid import Row, rows_of
from counterclaim.extraction.tables.headings import read_heading
from counterclaim.extraction.tables.rows import Rows, passed_numbers
from counterclaim.extraction.tables.shape import Shape, shape_of
from counterclaim.extraction.tables.when import Calendar
from counterclaim.model import Claim, Conflict, Document, PassedOver

_LONGEST_BETWEEN = 120  # characters of a line between two parts of one table


def find_tables(
    document: Document, conflict: Conflict, context: Context, views: list[View]
) -> tuple[list[Claim], list[PassedOver]]:
    """Every count in a document's tables, and every number in them that became none, with why.

    Args:
        document: the document.
        conflict: the casebook's settings.
        context: what holds for the whole document.
        views: its analysed sentences, which leave the rows of tables out.
    """
    claims: list[Claim] = []
    passed: list[PassedOver] = []
    for found in _found(document, conflict, context, views):
        if isinstance(found, Claim):
            claims.append(found)
        else:
            passed.append(found)
    return claims, passed


def _found(
    document: Document, conflict: Conflict, context: Context, views: list[View]
) -> Iterator[Claim | PassedOver]:
    read = partial(read_heading, conflict=conflict)
    surroundings = Surroundings(document, context, views, read)
    before: tuple[Sequence[Row], Around, int] | None = None
    for start, end in table_spans(document.text):
        # 1. the table's parts, and what holds for all of them
        above = before if before and _is_short(document.text[before[2] : start]) else None
        shape = shape_of(rows_of(document.text, start, end), read, above[0] if above else ())
        around = surroundings.of(start, end, shape.titles, shape.notes)
        if above and shape.goes_on:
            around = around.going_on_with(above[1])
        before = shape.blocks[-1].headings, around, end
        # 2. each figure as a claim, or why it is none
        calendar = Calendar(around, context, int(document.date[:4]) if document.date else None)
        yield from _in_headings(document, shape, start)
        for block in shape.blocks:
            yield from Rows(document, block, columns_of(block, read), around, calendar, read).found()


def _is_short(between: str) -> bool:
    """Whether no more than one short line parts two tables, so that the second may go on with the first."""
    lines = between.split("\n")
    return sum(map(bool, lines)) < 2 and len(between.strip()) <= _LONGEST_BETWEEN


def _in_headings(document: Document, shape: Shape, start: int) -> Iterator[PassedOver]:
    """The numbers in what heads a table; headings of the table before it have been told."""
    for cell in (*shape.titles, *shape.notes):
        yield from passed_numbers(document, cell, "in the caption of a table")
    for cell in shape.sections:
        yield from passed_numbers(document, cell, "in the heading of a section")
    headings = [row for block in shape.blocks for row in block.headings if row.start >= start]
    for row in (*headings, *shape.repeats):
        for cell in row.filled:
            yield from passed_numbers(document, cell, "in the heading of a column")
