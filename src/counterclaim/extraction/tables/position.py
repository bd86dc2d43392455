"""Where a figure stands in a table, with all words that may speak of it.

What is nearest decides: the words in the cell itself, the heading of the column, that of the row, the
section's, the table's caption, the headings above it, the document's title.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.extraction.tables.around import Around, Layer
from counterclaim.extraction.tables.columns import Column
from counterclaim.extraction.tables.grid import Cell
from counterclaim.extraction.tables.headings import Meaning
from counterclaim.extraction.tables.shape import Line, Reader
from counterclaim.extraction.tables.words import Role, plain, table_words

_NAMES = frozenset(("place", "source", "actor"))


@dataclass(frozen=True, slots=True)
class Found:
    """A field's value with the words and the rule that gave it."""

    value: str
    rule: str
    layer: Layer | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """A cell that heads a row, and what its column's heading makes of it.

    Attributes:
        cell: the cell; of a row that leaves it empty, the one above.
        role: what its column's heading makes of it.
        layer: its words.
        side: the letter or number by which its column's heading tells one side from another ("Side A").
    """

    cell: Cell
    role: Role | None
    layer: Layer
    side: str | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """Where a figure stands, in a table.

    Attributes:
        inner: the words in its own cell.
        columns: the headings of its column, from the lowest up.
        labels: the cells that head its row, from the nearest to the figure to the farthest.
        sections: the headings of its sections, the inner first.
        around: what holds for the whole table.
        is_by_side: whether its sections stand in a column whose heading says that it names the sides.
        counts_people: whether a heading of its block says what is done to people alone: "wounded".
        summed: what the columns or rows are that a total adds up; empty for a figure that is none.
        side: the letter or number by which its column's heading tells one side from another.
    """

    inner: tuple[Layer, ...]
    columns: tuple[Layer, ...]
    labels: tuple[Label, ...]
    sections: tuple[Layer, ...]
    around: Around
    is_by_side: bool = False
    counts_people: bool = False
    summed: tuple[Meaning, ...] = ()
    side: str | None = None

    @property
    def has_sides(self) -> bool:
        """Whether its row names two sides, each in a column of its own."""
        return any(label.side for label in self.labels)

    @property
    def layers(self) -> list[Layer]:
        """All words that may speak of what is counted, the nearest first."""
        rows = [label.layer for label in self.labels if label.role not in _NAMES]
        return [*self.inner, *self.columns, *rows, *self.sections, *self.around.layers]


def labels_of(
    line: Line, columns: Sequence[Column], above: dict[int, Cell], read: Reader
) -> tuple[Label, ...]:
    """The cells that head a row; one left empty between others is that of the row above.

    Args:
        line: the row.
        columns: the table's columns.
        above: the last cell of each such column, which is brought up to date.
        read: from a heading's words to what they say.
    """
    heads = [column for column in columns if column.kind == "label"]
    found: list[Label] = []
    for column in reversed(heads):
        cell = line.row.cells[column.index]
        if cell.text:
            above[column.index] = cell
        elif found and column.index in above:
            cell = above[column.index]
        if cell.text:
            layer = Layer("row heading", cell.start, cell.end, read(cell.text))
            found.append(Label(cell, column.role, layer, column.side))
    return tuple(found)


def is_sum(heading: Meaning) -> bool:
    """Whether a heading only says that it adds up others: "Total", "All losses"."""
    words = plain(heading.text).split()
    return heading.is_total or (bool(words) and words[0] in table_words().totals and len(words) < 3)
