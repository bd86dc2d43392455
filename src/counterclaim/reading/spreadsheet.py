"""Workbooks of the Open XML kind (.xlsx), by openpyxl: the cells' values as they were last calculated."""

import datetime
import re
import zipfile
from bisect import bisect_right
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from counterclaim.errors import UnreadableError
from counterclaim.model import Segment, Unread
from counterclaim.reading.contents import Contents
from counterclaim.reading.delimited import heading_unit, title_of
from counterclaim.reading.layout import Unit, lay_out
from counterclaim.reading.mapped_text import MappedText
from counterclaim.reading.table_rows import ABOVE, LEFT, table_blocks, tidy_cell

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_MISSING = (
    "openpyxl, which reads spreadsheets, is not installed",
    "Install it in the environment of Counterclaim: python -m pip install openpyxl",
)
_BROKEN = (
    "it is not a whole workbook",
    "Open it in a spreadsheet program, save it as .xlsx again, and add that.",
)
_TOO_LARGE = "Save the sheets that matter as .csv files and add those."
_HIDDEN = "Show the sheet in a spreadsheet program, save the file, and add it again."
_NOT_CALCULATED = "Open it in a spreadsheet program, save it, and add it again."
_LARGEST = 512 * 1024 * 1024  # bytes when unpacked
_FORMULA_WITHOUT_VALUE = re.compile(
    rb"<f[ >][^<]*(?:</f>)?(?:<v\s*/>|<v></v>)?</c>|<f[^>]*/>(?:<v\s*/>)?</c>"
)
_CURRENCY = re.compile(r"\[\$([^\]-]+)|\"?([$€£₴₽])\"?")
_LOCALE = re.compile(r"\[\$-[^\]]*\]")

Cell = Any
"""A cell of openpyxl, which has no type hints of its own."""


@dataclass(slots=True)
class _Source:
    """The texts of a workbook's cells, one after the other, so that each character knows its cell.

    Attributes:
        texts: the cells' texts.
        starts: where each begins among all of them.
        addresses: the sheet's number, from 1, and the cell's address in it.
    """

    texts: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    addresses: list[tuple[int, str]] = field(default_factory=list)
    length: int = 0

    def add(self, text: str, sheet: int, address: str) -> MappedText:
        """A cell's text, mapped to its place among all of them."""
        start = self.length
        self.texts.append(text)
        self.starts.append(start)
        self.addresses.append((sheet, address))
        self.length += len(text)
        return MappedText(text, (Segment(0, len(text), start),) if text else ())

    def segments(self, text: MappedText) -> tuple[Segment, ...]:
        """The text's runs with the sheet and the cell that each came from."""
        return tuple(self._segment(piece) for run in text.runs for piece in self._by_cell(run))

    def _by_cell(self, run: Segment) -> Iterator[Segment]:
        """A run cut where one cell ends and the next begins."""
        if run.source_start is None:
            yield run
            return
        start, source, end = run.start, run.source_start, run.end
        while start < end:
            at = bisect_right(self.starts, source) - 1
            length = min(end - start, self.starts[at] + len(self.texts[at]) - source)
            yield Segment(start, start + length, source)
            start, source = start + length, source + length

    def _segment(self, run: Segment) -> Segment:
        if run.source_start is None:
            return run
        sheet, address = self.addresses[bisect_right(self.starts, run.source_start) - 1]
        return Segment(run.start, run.end, None, sheet, address)


def read_spreadsheet(data: bytes, name: str) -> Contents:
    """A workbook's sheets, each as rows under a heading with its name; each run of text with its cell.

    Dates are given as ISO 8601, no finer than the cell shows them; numbers without the marks that only
    the cell's format adds. Sheets that are hidden, and formulas whose results were not saved, are listed.

    Raises:
        UnreadableError: openpyxl is not installed, or the file is broken or too large.
    """
    try:
        import openpyxl
    except ImportError as error:
        raise UnreadableError(f"{name}: {_MISSING[0]}", _MISSING[1]) from error
    troubles = list(_uncalculated(data, name))
    try:
        book = openpyxl.load_workbook(BytesIO(data), data_only=True)
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, OSError) as error:
        raise UnreadableError(f"{name}: {_BROKEN[0]} ({error})", _BROKEN[1]) from error
    with closing(book):
        source = _Source()
        blocks: list[list[Unit]] = []
        for number, sheet in enumerate(book.worksheets, start=1):
            if sheet.sheet_state != "visible":
                troubles.append(Unread(f"{name}:{sheet.title}", "the sheet is hidden", _HIDDEN))
                continue
            blocks += _sheet(sheet, number, source)
        title = book.properties.title or title_of(name)
    text = lay_out(blocks)
    return Contents(text.text, source.segments(text), title=title, troubles=tuple(troubles))


def _uncalculated(data: bytes, name: str) -> Iterator[Unread]:
    """What says that formulas have no saved results; a workbook that would fill the memory is refused."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _LARGEST:
                raise UnreadableError(f"{name}: it is too large when unpacked", _TOO_LARGE)
            sheets = [entry for entry in archive.namelist() if entry.startswith("xl/worksheets/")]
            count = sum(
                len(_FORMULA_WITHOUT_VALUE.findall(archive.read(sheet)))
                for sheet in sheets
                if sheet.endswith(".xml")
            )
    except zipfile.BadZipFile as error:
        raise UnreadableError(f"{name}: {_BROKEN[0]} ({error})", _BROKEN[1]) from error
    if count:
        cells = "one cell holds a formula" if count == 1 else f"{count} cells hold formulas"
        yield Unread(f"{name}:formulas", f"{cells} whose result was not saved", _NOT_CALCULATED)


def _sheet(sheet: Any, number: int, source: _Source) -> Iterator[list[Unit]]:
    """A sheet's heading and its tables; nothing of an empty sheet."""
    spread = _spread(sheet)
    rows = [
        [
            tidy_cell(source.add(spread.get(cell.coordinate) or shown(cell), number, cell.coordinate))
            for cell in row
        ]
        for row in sheet.iter_rows()
    ]
    blocks = list(table_blocks(rows))
    if blocks:
        yield [heading_unit(sheet.title)]
        yield from blocks


def _spread(sheet: Any) -> dict[str, str]:
    """Marks for the cells over which one number is spread: it is no figure of theirs alone."""
    marks: dict[str, str] = {}
    for merged in sheet.merged_cells.ranges:
        first = sheet.cell(merged.min_row, merged.min_col)
        if isinstance(first.value, int | float) and not isinstance(first.value, bool):
            for row, column in merged.cells:
                if (row, column) != (merged.min_row, merged.min_col):
                    mark = LEFT if column > merged.min_col else ABOVE
                    marks[sheet.cell(row, column).coordinate] = mark
    return marks


# ------------------------------------------------------------ a cell


def shown(cell: Cell) -> str:
    """A cell's value as text."""
    value, form = cell.value, str(cell.number_format or "")
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case int() | float():
            return _number(value, form)
        case datetime.datetime() | datetime.date():
            return _date(value, form)
    return str(value)


def _number(value: float, form: str) -> str:
    if "%" in form:
        return f"{value * 100:.10g}%"
    digits = str(int(value)) if value == int(value) else f"{value:.10g}"
    sign = _CURRENCY.search(_LOCALE.sub("", form))
    return f"{(sign[1] or sign[2]).strip()}{digits}" if sign else digits


def _date(value: datetime.date, form: str) -> str:
    """A date as fine as its cell shows it: one shown as "Oct-20" is a month."""
    words = re.sub(r'"[^"]*"|\\.|\[[^\]]*\]', "", form.lower()).split(";")[0]
    text = value.isoformat()[:10]
    if "d" in words or not re.search(r"[ym]", words) or form == "General":
        return text
    return text[:7] if "m" in words else text[:4]
