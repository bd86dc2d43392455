"""Rows of cells, as files of figures have them, into the lines of a document's text.

A line is "a | b | c". A cell that stands alone above the rows of a table or below them is a paragraph:
a caption or a note. Columns that are empty from top to bottom are left out.
"""

import re
from collections.abc import Iterator, Sequence

from counterclaim.reading.layout import Unit, tidy_line
from counterclaim.reading.mapped_text import MappedText

CellRow = Sequence[MappedText]

LEFT, ABOVE = "←", "↑"
"""What stands in a cell that shares the figure of the cell to its left, or of the one above it."""

_SEPARATOR = " | "
_SPACES = re.compile(r" {2,}")
_BREAKS = re.compile(r"\s*[\r\n\t\v\f\u2028\u2029]+\s*")
_LONE_BAR = re.compile(r"(?<!\S)\|(?!\S)")
_BROKEN_BAR = "¦"
"""What stands for a bar within a cell, so that it is not taken for the end of the cell."""


def tidy_cell(cell: MappedText) -> MappedText:
    """A cell's text on one line, without what would be taken for the end of the cell."""
    return tidy_line(cell.sub(_BREAKS, " ")).sub(_LONE_BAR, _BROKEN_BAR)


def table_blocks(rows: Sequence[CellRow]) -> Iterator[list[Unit]]:
    """The blocks of a sheet: tables, which empty rows part, and the paragraphs above and below them.

    Args:
        rows: tidied cells; rows may differ in length.
    """
    block: list[CellRow] = []
    for row in [*rows, ()]:
        if any(row):
            block.append(row)
        elif block:
            yield from _table(block)
            block = []


def _table(rows: Sequence[CellRow]) -> Iterator[list[Unit]]:
    wide = [at for at, row in enumerate(rows) if sum(map(bool, row)) > 1]
    first, last = (wide[0], wide[-1] + 1) if len(wide) > 1 else (len(rows), len(rows))
    yield from _paragraphs(rows[:first])
    if first < last:
        yield [Unit(_line(row), "row") for row in _without_empty_columns(rows[first:last])]
        yield from _paragraphs(rows[last:])


def _paragraphs(rows: Sequence[CellRow]) -> Iterator[list[Unit]]:
    """Rows that are no table: each by itself, its cells one after the other."""
    for row in rows:
        yield [Unit(_joined([cell for cell in row if cell], " "))]


def _without_empty_columns(rows: Sequence[CellRow]) -> list[list[MappedText]]:
    width = max(map(len, rows))
    even = [[*row, *(MappedText() for _ in range(width - len(row)))] for row in rows]
    kept = [column for column in range(width) if any(row[column] for row in even)]
    return [[row[column] for column in kept] for row in even]


def _line(cells: Sequence[MappedText]) -> MappedText:
    return _joined(cells, _SEPARATOR).sub(_SPACES, " ").strip()


def _joined(cells: Sequence[MappedText], between: str) -> MappedText:
    return MappedText.join(
        part for at, cell in enumerate(cells) for part in ((between, cell) if at else (cell,))
    )
