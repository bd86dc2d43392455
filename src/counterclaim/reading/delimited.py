"""Files of values that commas, semicolons, tabs or bars delimit, by the standard library's csv module."""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from counterclaim.errors import UnreadableError
from counterclaim.model import Unread
from counterclaim.reading.contents import Contents
from counterclaim.reading.decoding import decode
from counterclaim.reading.layout import Unit, lay_out
from counterclaim.reading.mapped_text import MappedText
from counterclaim.reading.table_rows import CellRow, table_blocks, tidy_cell

CSV_MEDIA_TYPE = "text/csv"
TSV_MEDIA_TYPE = "text/tab-separated-values"

_DELIMITERS = ",;\t|"
_SNIFFED = 100  # rows that tell the delimiter
_LONGEST_RECORD = 100  # lines; a quote that is open for longer was never closed
_BETWEEN_CELLS = 3  # characters at most: a quote that closes, the delimiter, a quote that opens
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_STATED = re.compile(r"sep=(.)\s*\Z", re.IGNORECASE)
"""A first line by which spreadsheets name the delimiter."""

_NO_CELLS = "Save it as CSV with commas between its cells, or as a .txt file if it is running text."
_OPEN_QUOTE = "Close its quote, or double the quotes within its cells, and add it again."
_TOO_MANY_CELLS = "Put cells that hold the delimiter in double quotes and add it again."


@dataclass(frozen=True, slots=True)
class _Record:
    """One row: the numbers of its first line and of the line behind it, from 0, and its cells."""

    first: int
    behind: int
    cells: list[str]


@dataclass(frozen=True, slots=True)
class _Broken:
    """A line that is no row, and why."""

    line: int
    why: str
    remedy: str


def read_delimited(data: bytes, name: str) -> Contents:
    """A CSV or TSV file: its rows under a heading with the file's name, mapped to its decoded characters.

    The delimiter is the one that splits most rows into the same number of cells. Rows that cannot be
    read are left out of the text and listed.

    Raises:
        UnreadableError: the bytes are not text, or no delimiter splits its lines into cells.
    """
    text = decode(data, name)
    lines = [line for line in _LINE.findall(text) if line]
    stated = _STATED.match(lines[0]) if lines else None
    start = 1 if stated else 0
    delimiter = stated[1] if stated else _delimiter(lines, name)
    records, broken = _even(_records(lines, start, delimiter), delimiter)
    heading = title_of(name)
    blocks = table_blocks(list(_mapped(text, lines, records)))
    laid_out = lay_out([[heading_unit(heading)], *blocks])
    return replace(
        Contents.of(laid_out),
        title=heading,
        troubles=tuple(Unread(f"{name}:{bad.line + 1}", bad.why, bad.remedy) for bad in broken),
    )


def title_of(name: str) -> str:
    """A file's name as a heading: without its ending and underscores."""
    return Path(name).stem.replace("_", " ").strip() or name


def heading_unit(heading: str) -> Unit:
    """A heading that reading adds to rows of figures."""
    return Unit(MappedText.inserted(f"# {heading}"), "heading")


# ------------------------------------------------------------ rows


def _delimiter(lines: Sequence[str], name: str) -> str:
    """The delimiter that splits most of the first rows into the same number of cells, two or more."""

    def fit(delimiter: str) -> tuple[float, int]:
        rows = csv.reader(lines[:_SNIFFED], delimiter=delimiter)
        widths = Counter(len(row) for row in _readable(rows) if any(row))
        width, rows_of_width = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
        return (rows_of_width / widths.total(), width) if width > 1 else (0.0, 0)

    best = max(_DELIMITERS, key=fit)
    if not fit(best)[1]:
        raise UnreadableError(f"{name}: nothing splits its lines into cells", _NO_CELLS)
    return best


def _readable(rows: Iterator[list[str]]) -> Iterator[list[str]]:
    try:
        yield from rows
    except csv.Error:
        return


class _Lines:
    """Lines for the csv reader, which end with an error where a record goes on for too long."""

    def __init__(self, lines: Sequence[str], start: int) -> None:
        self._lines = lines
        self.at = start
        self.record = start

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        if self.at >= len(self._lines):
            raise StopIteration
        if self.at - self.record > _LONGEST_RECORD:
            raise csv.Error("a quote that is never closed")
        self.at += 1
        return self._lines[self.at - 1]


def _records(lines: Sequence[str], start: int, delimiter: str) -> Iterator[_Record | _Broken]:
    """Each row; behind a line that is none, reading goes on with the next line."""
    while start < len(lines):
        source = _Lines(lines, start)
        try:
            for cells in csv.reader(source, delimiter=delimiter, strict=True):
                yield _Record(source.record, source.at, cells)
                source.record = source.at
            return
        except csv.Error as error:
            yield _Broken(source.record, f"the line is not a row ({error})", _OPEN_QUOTE)
            start = source.record + 1


def _even(found: Iterator[_Record | _Broken], delimiter: str) -> tuple[list[_Record], list[_Broken]]:
    """The rows that fit the table's width, and those with more cells, which stand under wrong headings."""
    items = list(found)
    records = [item for item in items if isinstance(item, _Record)]
    broken = [item for item in items if isinstance(item, _Broken)]
    widths = Counter(len(record.cells) for record in records if len(record.cells) > 1)
    width = max(widths, key=lambda cells: (widths[cells], cells), default=1)
    fitting = []
    for record in records:
        if any(cell.strip() for cell in record.cells[width:]):
            why = f"it has {len(record.cells)} cells where most rows have {width} (delimiter {delimiter!r})"
            broken.append(_Broken(record.first, why, _TOO_MANY_CELLS))
        else:
            fitting.append(replace(record, cells=record.cells[:width]))
    return fitting, sorted(broken, key=lambda bad: bad.line)


# ------------------------------------------------------------ where cells stand


def _mapped(text: str, lines: Sequence[str], records: Sequence[_Record]) -> Iterator[CellRow]:
    """The rows with each cell mapped to its characters in the file."""
    source = MappedText.whole(text)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    for record in records:
        yield list(_cells(source, starts[record.first], starts[record.behind], record.cells))


def _cells(source: MappedText, start: int, end: int, cells: Sequence[str]) -> Iterator[MappedText]:
    """Each cell, found behind the one before it; one with doubled quotes counts as inserted."""
    for cell in cells:
        for written in dict.fromkeys((cell.replace('"', '""'), cell)):
            at = source.text.find(written, start, min(end, start + _BETWEEN_CELLS + len(written)))
            if at >= 0:
                start = at + len(written)
                yield tidy_cell(source.slice(at, start) if written == cell else MappedText.inserted(cell))
                break
        else:
            yield tidy_cell(MappedText.inserted(cell))
