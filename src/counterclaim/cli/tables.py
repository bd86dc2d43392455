"""Rows for a terminal: a table where it is wide enough, else one block of lines for each row."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table
from rich.text import Text

_NARROW = 110  # columns; below, a table's columns would break words

Cell = str | Text


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes:
        name: its heading.
        wide: how much of the width that is left over it takes; 0: only as much as its words need.
        right: whether its cells are set to the right, as numbers are.
    """

    name: str
    wide: int = 0
    right: bool = False


def print_rows(columns: Sequence[Column], rows: Sequence[Sequence[Cell]], console: Console) -> None:
    """Print rows under their headings. Every character of every cell is shown."""
    if not rows:
        return
    if console.width < _NARROW:
        _print_blocks(columns, rows, console)
    else:
        _print_table(columns, rows, console)


def print_rest(console: Console, shown: int, there: int, what: str) -> None:
    """Say that there is nothing, or how many of all are shown.

    Args:
        console: where to.
        shown: how many were printed.
        there: how many there are.
        what: what they are, in the plural.
    """
    if not there:
        console.print(f"No {what}.")
    elif shown < there:
        console.print(f"{shown:,} of {there:,} {what} are shown; --limit says how many.")


def _print_table(columns: Sequence[Column], rows: Sequence[Sequence[Cell]], console: Console) -> None:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 1, 0), header_style="bold")
    for column in columns:
        table.add_column(
            column.name,
            justify="right" if column.right else "left",
            ratio=column.wide or None,
            overflow="fold",
            no_wrap=not column.wide,
        )
    table.expand = any(column.wide for column in columns)
    for row in rows:
        table.add_row(*row)
    console.print(table)


def _print_blocks(columns: Sequence[Column], rows: Sequence[Sequence[Cell]], console: Console) -> None:
    """The first cell stands above; each of the others on a line of its own, with its heading."""
    for first, *rest in rows:
        console.print(Text.assemble(first, style="bold"))
        for column, cell in zip(columns[1:], rest, strict=True):
            if str(cell):
                console.print(Text.assemble((f"{column.name}: ", "dim"), cell))
        console.print()
