"""A table's lines as rows of cells that know where they stand in the document's text."""

import re
from dataclasses import dataclass

from counterclaim.extraction.layout import cells_of

_RULE = re.compile(r"[ \t|:+=–—-]*\Z")
_BAR = 1  # the width of what stands between two cells


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell.

    Attributes:
        row, column: its place in the table, from 0.
        start, end: offsets into the document's text, blanks around it left out.
        text: what stands there.
    """

    row: int
    column: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table.

    Attributes:
        number: its place in the table, from 0.
        start, end: offsets into the document's text, blanks around it left out.
        cells: as many as the table is wide; those that the line lacks are empty and stand at its end.
    """

    number: int
    start: int
    end: int
    cells: tuple[Cell, ...]

    @property
    def filled(self) -> list[Cell]:
        """The cells that hold something."""
        return [cell for cell in self.cells if cell.text]


def rows_of(text: str, start: int, end: int) -> list[Row]:
    """The rows of the table that stands between two offsets; ruled lines and empty ones are left out.

    Args:
        text: the document's text.
        start: where the table's first line begins.
        end: where its last line ends.
    """
    lines = _lines(text, start, end)
    width = max((len(cells) for _, cells in lines), default=0)
    return [_row(number, at, cells, width) for number, (at, cells) in enumerate(lines)]


def _lines(text: str, start: int, end: int) -> list[tuple[int, list[str]]]:
    """Each line's offset, and its cells with the blanks around them."""
    found, at = [], start
    for line in text[start:end].split("\n"):
        if not _RULE.match(line):
            found.append((at, cells_of(line)))
        at += len(line) + 1
    return found


def _row(number: int, at: int, pieces: list[str], width: int) -> Row:
    cells: list[Cell] = []
    for column, piece in enumerate(pieces):
        inner = piece.strip()
        start = at + len(piece) - len(piece.lstrip()) if inner else at
        cells.append(Cell(number, column, start, start + len(inner), inner))
        at += len(piece) + _BAR
    filled = [cell for cell in cells if cell.text]
    start, end = filled[0].start, filled[-1].end
    cells += [Cell(number, column, end, end, "") for column in range(len(cells), width)]
    return Row(number, start, end, tuple(cells))
