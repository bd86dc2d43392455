"""Tables on a PDF's pages: lines whose pieces stand in columns of figures, as rows of cells.

A PDF has no tables, only words at places. Lines are taken for a table where three or more of them, one
below the other, set figures in the same columns; whatever does not clearly fit is left as text.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import median

from counterclaim.reading.pdf_columns import (
    Band,
    Row,
    cells_of,
    columns_of,
    heading_cells,
    is_heading,
    pieces_of,
)
from counterclaim.reading.pdf_lines import Line, Piece

_FEWEST_ROWS = 3
_MOST_HEADINGS = 4  # lines of headings above the figures
_MOST_BETWEEN = 2  # lines of sections between two rows of figures
_WIDEST_SPACING = 2.6  # times the usual distance of two rows: a larger one parts two tables
_SAME_ROW = 0.5  # of the lower height: how much two pieces of one row overlap at least


@dataclass(frozen=True, slots=True)
class _Table:
    """A table's first row among those of the page, and its cells with the piece that each row begins with."""

    first: int
    rows: list[tuple[Piece, list[str]]]


def with_tables(lines: Sequence[Line]) -> list[Line]:
    """The lines, those of each table replaced by its rows: "a | b | c"."""
    pages = (list(page) for _, page in groupby(lines, key=lambda line: line.page))
    return [line for page in pages for line in _page(page)]


def _page(lines: Sequence[Line]) -> Iterator[Line]:
    rows = _rows(lines)
    replaced: dict[int, list[Line]] = {}
    gone: set[int] = set()
    for start, end in _runs(rows):
        table = _table(rows, start, end)
        if table is None:
            continue
        used = {number for row in rows[table.first : end] for number, _ in row.pieces}
        if _is_whole(lines, used, rows[table.first : end]):
            replaced[min(used)] = list(_as_lines(table, lines[min(used)]))
            gone |= used
    for number, line in enumerate(lines):
        if number in replaced:
            yield from replaced[number]
        elif number not in gone:
            yield line


def _rows(lines: Sequence[Line]) -> list[Row]:
    """The page's pieces by height, from the top.

    A page that gives its columns one by one, and not its rows, has them side by side again.
    """
    pieces = [(number, piece) for number, line in enumerate(lines) for piece in pieces_of(line.words)]
    pieces.sort(key=lambda item: -(item[1].top + item[1].bottom))
    rows: list[list[tuple[int, Piece]]] = []
    for item in pieces:
        if rows and _is_level(rows[-1][0][1], item[1]):
            rows[-1].append(item)
        else:
            rows.append([item])
    return [Row(tuple(sorted(row, key=lambda item: item[1].left))) for row in rows]


def _is_level(one: Piece, other: Piece) -> bool:
    overlap = min(one.top, other.top) - max(one.bottom, other.bottom)
    return overlap > _SAME_ROW * min(one.top - one.bottom, other.top - other.bottom)


def _runs(rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """The stretches of rows with figures, each with the short lines among them."""
    figures = [number for number, row in enumerate(rows) if row.has_figures]
    if len(figures) < _FEWEST_ROWS:
        return
    usual = median(rows[one].middle - rows[other].middle for one, other in pairwise(figures))
    run = [figures[0]]
    for number in figures[1:]:
        if not _goes_on(rows, run[-1], number, usual):
            if len(run) >= _FEWEST_ROWS:
                yield run[0], run[-1] + 1
            run = []
        run.append(number)
    if len(run) >= _FEWEST_ROWS:
        yield run[0], run[-1] + 1


def _goes_on(rows: Sequence[Row], previous: int, number: int, usual: float) -> bool:
    """Whether a row of figures is of the table of the one above it: near, with at most sections between."""
    steps = (rows[at].middle - rows[at + 1].middle for at in range(previous, number))
    between = rows[previous + 1 : number]
    return (
        all(step <= _WIDEST_SPACING * usual for step in steps)
        and len(between) <= _MOST_BETWEEN
        and all(len(row.pieces) == 1 for row in between)
    )


def _table(rows: Sequence[Row], start: int, end: int) -> _Table | None:
    """The table of a stretch of rows with figures, None where their columns are not clear."""
    bands = columns_of([row for row in rows[start:end] if row.has_figures])
    headings = _headings(rows, start, bands) if bands else []
    cells = heading_cells(headings, bands) if bands else None
    if bands is None or cells is None:
        return None
    heads = list(zip((row.pieces[0][1] for row in headings), cells, strict=False))
    return _Table(start - len(headings), [*heads, *_with_whole_labels(rows[start:end], bands)])


def _headings(rows: Sequence[Row], start: int, bands: Sequence[Band]) -> list[Row]:
    """The rows right above the figures that head their columns, from the top."""
    found: list[Row] = []
    below = rows[start]
    usual = rows[start].middle - rows[start + 1].middle
    for row in reversed(rows[max(start - _MOST_HEADINGS, 0) : start]):
        if row.middle - below.middle > _WIDEST_SPACING * usual or not is_heading(row, bands):
            break
        found.insert(0, row)
        below = row
    return found


def _with_whole_labels(rows: Sequence[Row], bands: Sequence[Band]) -> list[tuple[Piece, list[str]]]:
    """The rows' cells; a label that breaks over two lines is one, as its small letter shows."""
    found: list[tuple[Piece, list[str]]] = []
    for row in rows:
        cells = cells_of(row, bands)
        if found and cells[0][:1].islower() and (len(row.pieces) == 1 or not any(found[-1][1][1:])):
            piece, before = found.pop()
            label = f"{before[0]} {cells[0]}"
            cells = [label, *(one or other for one, other in zip(before[1:], cells[1:], strict=True))]
            found.append((piece, cells))
        else:
            found.append((row.pieces[0][1], cells))
    return found


def _is_whole(lines: Sequence[Line], used: set[int], rows: Sequence[Row]) -> bool:
    """Whether every line that a table takes pieces of is wholly in it."""
    taken = sum(len(row.pieces) for row in rows)
    return taken == sum(len(pieces_of(lines[number].words)) for number in used)


def _as_lines(table: _Table, like: Line) -> Iterator[Line]:
    for piece, cells in table.rows:
        text = " ".join(" | ".join(cell.replace("|", "¦") for cell in cells).split())
        yield replace(like, text=text, left=piece.left, top=piece.top, bottom=piece.bottom, is_row=True)
