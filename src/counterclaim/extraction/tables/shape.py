"""A table's rows as titles, headings, sections, figures and notes."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from counterclaim.extraction.tables.dates import stretch_of
from counterclaim.extraction.tables.figures import figures_in, is_blank, is_figure
from counterclaim.extraction.tables.grid import Cell, Row
from counterclaim.extraction.tables.headings import Meaning
from counterclaim.extraction.tables.words import plain, table_words

CellKind = Literal["empty", "blank", "year", "date", "figure", "words"]
Reader = Callable[[str], Meaning]
"""From a heading's words to what they say."""

_MOST_HEADING_ROWS = 4
_LONGEST_SECTION = 120  # characters; a longer row by itself is a note
_TAG = re.compile(r"#[a-z]+")
_ANY_YEAR = 2000  # so that a month's name by itself counts as a date


@dataclass(frozen=True, slots=True)
class Line:
    """A row of figures.

    Attributes:
        row: the row.
        sections: the headings of the sections that it stands in, the outer before the inner.
    """

    row: Row
    sections: tuple[Cell, ...] = ()


@dataclass(slots=True)
class Block:
    """Rows under one heading.

    Attributes:
        headings: the rows that head the columns, from the top; empty where none does.
        lines: the rows of figures.
    """

    headings: list[Row] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class Shape:
    """A table's parts.

    Attributes:
        titles: cells that stand alone above the headings.
        blocks: the rows of figures under their headings; most tables have one.
        notes: cells that stand alone and say something about the table.
        sections: cells that stand alone above some of its rows.
        repeats: rows that head the columns once more.
        goes_on: whether it goes on with the table before it, whose headings it has.
    """

    titles: list[Cell] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    notes: list[Cell] = field(default_factory=list)
    sections: list[Cell] = field(default_factory=list)
    repeats: list[Row] = field(default_factory=list)
    goes_on: bool = False


@lru_cache(maxsize=16384)
def kind_of_cell(text: str) -> CellKind:
    """What a cell holds, by itself."""
    if not text:
        return "empty"
    if is_blank(text):
        return "blank"
    when = stretch_of(text, _ANY_YEAR)
    if when is not None:
        return "year" if text.isdigit() else "date"
    if is_figure(text) or (any(map(str.isdigit, text)) and _opens_with_figure(text)):
        return "figure"
    return "words"


def _opens_with_figure(text: str) -> bool:
    """Whether a cell begins with its figure: "at least 541", but not "4th Brigade" or "12 May, Kabul"."""
    figures = figures_in(Cell(0, 0, 0, len(text), text)).figures
    return bool(figures) and figures[0].start == 0


def shape_of(rows: Sequence[Row], read: Reader, above: Sequence[Row] = ()) -> Shape:
    """Tell a table's titles, headings, sections and notes from its figures.

    Args:
        rows: the table.
        read: from a heading's words to what they say.
        above: the headings of the table before it, which it goes on with if it is as wide and has none.
    """
    shape = Shape()
    start = _titles(rows, shape)
    block = Block(_heading_rows(rows[start:]))
    shape.blocks.append(block)
    body = rows[start + len(block.headings) :]
    counted = _counted_columns(body)
    if not block.headings and above and len(above[0].cells) == len(rows[0].cells):
        block.headings = list(above)
        shape.goes_on = True
    last_figures = max((row.number for row in rows if _has_figures(row)), default=-1)
    sections: list[Cell] = []
    for row in body:
        alone = row.filled[0] if len(row.filled) == 1 and not _has_figures(row) else None
        if alone is not None and _is_note(alone, row.number > last_figures):
            shape.notes.append(alone)
        elif alone is not None and alone.column == 0:
            shape.sections.append(alone)
            sections = [*(s for s in sections if not _replaces(read(alone.text), read(s.text))), alone]
        elif _has_tags(row) or any(_same(row, heading) for heading in block.headings):
            shape.repeats.append(row)  # tags for programs, or a heading that a page break has repeated
        elif block.lines and _is_heading(row, counted, read):
            block = Block([row])
            shape.blocks.append(block)
        else:
            block.lines.append(Line(row, tuple(sections)))
    return shape


def _titles(rows: Sequence[Row], shape: Shape) -> int:
    """Take the cells that stand alone at the top as titles; how many rows they are."""
    start = 0
    for row in rows[:-1]:
        if len(row.filled) != 1 or row.filled[0].column or _has_figures(row):
            break
        shape.titles.append(row.filled[0])
        start += 1
    return start


def _heading_rows(rows: Sequence[Row]) -> list[Row]:
    """The rows at the top without figures; below the first one only where that has gaps to be filled."""
    headings: list[Row] = []
    for row in rows[:_MOST_HEADING_ROWS]:
        kinds = [kind_of_cell(cell.text) for cell in row.cells]
        if "figure" in kinds or "blank" in kinds[1:] or (len(row.filled) < 2 and row.cells[0].text):
            break
        if headings and (kinds[0] in ("year", "date") or not _has_gaps(headings[-1])):
            break
        headings.append(row)
    return headings if len(headings) < len(rows) else headings[:-1]


def _has_gaps(row: Row) -> bool:
    """Whether a heading spans columns: it leaves cells empty, or stands in several."""
    texts = [cell.text for cell in row.cells[1:]]
    return "" in texts or len(set(texts)) < len(texts)


def _has_figures(row: Row) -> bool:
    return any(kind_of_cell(cell.text) == "figure" for cell in row.cells)


def _counted_columns(rows: Sequence[Row]) -> list[int]:
    """The columns that hold figures in most rows."""
    width = len(rows[0].cells) if rows else 0
    found = []
    for column in range(width):
        kinds = [kind_of_cell(row.cells[column].text) for row in rows]
        if 2 * kinds.count("figure") > len(kinds) - kinds.count("empty"):
            found.append(column)
    return found


def _is_heading(row: Row, counted: Sequence[int], read: Reader) -> bool:
    """Whether a row in the middle heads the columns anew: words over every column of figures."""
    over = [row.cells[column].text for column in counted]
    if len(row.filled) < 2 or not over or any(kind_of_cell(text) not in ("words", "year") for text in over):
        return False
    return any(read(text).senses or read(text).object for text in over)


def _is_note(cell: Cell, is_behind: bool) -> bool:
    """Whether a cell that stands alone says something about the table instead of opening a section."""
    label = plain(cell.text.split(":", 1)[0]) if ":" in cell.text else ""
    words = table_words()
    is_labelled = label in words.source_labels or label in words.note_labels
    return is_labelled or is_behind or len(cell.text) > _LONGEST_SECTION or cell.text[0] in "*†‡"


def _has_tags(row: Row) -> bool:
    """Whether a row is of hashtags that name its columns for programs, as the HXL standard has them."""
    return all(_TAG.match(cell.text) for cell in row.filled)


def _same(row: Row, other: Row) -> bool:
    return [cell.text for cell in row.cells] == [cell.text for cell in other.cells]


def _replaces(new: Meaning, old: Meaning) -> bool:
    """Whether a section ends another: it says something of the same sort."""
    return bool(_sorts(new) & _sorts(old))


def _sorts(meaning: Meaning) -> set[str]:
    sorts = {
        "what": bool(meaning.object or meaning.senses or meaning.group),
        "who": bool(meaning.parties or meaning.source or meaning.actor),
        "when": stretch_of(meaning.text, _ANY_YEAR) is not None,
    }
    return {sort for sort, says in sorts.items() if says} or {"where"}
