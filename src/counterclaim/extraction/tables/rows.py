"""The rows of a table's block on their way from cells to claims."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from counterclaim.extraction.tables.around import Around, Layer
from counterclaim.extraction.tables.claims import What, claim_of, what_is_counted
from counterclaim.extraction.tables.columns import Column
from counterclaim.extraction.tables.figures import Figure, figures_in
from counterclaim.extraction.tables.grid import Cell
from counterclaim.extraction.tables.headings import Meaning
from counterclaim.extraction.tables.position import Label, Position, is_sum, labels_of
from counterclaim.extraction.tables.ranges import Ends, bounded, ends_of
from counterclaim.extraction.tables.shape import Block, Line, Reader, kind_of_cell
from counterclaim.extraction.tables.when import Calendar, Dated, Setting, When, own_pace, pace_of
from counterclaim.extraction.tables.words import Role
from counterclaim.extraction.tokens import tokenise
from counterclaim.model import Claim, Document, PassedOver
from counterclaim.partial_date import PartialDate
from counterclaim.reading.table_rows import ABOVE, LEFT

_NOTHING_COUNTED = "no heading says what is counted"


class Rows:
    """The rows of one block, whose columns have been told apart.

    Args:
        document: the document.
        block: the rows.
        columns: their columns.
        around: what holds for the whole table.
        calendar: the table's dates.
        read: from a heading's words to what they say.
    """

    def __init__(
        self,
        document: Document,
        block: Block,
        columns: Sequence[Column],
        around: Around,
        calendar: Calendar,
        read: Reader,
    ) -> None:
        self._document = document
        self._block = block
        self._columns = columns
        self._around = around
        self._calendar = calendar
        self._read = read
        self._pace = pace_of(block, columns, calendar, read)
        self._ends = ends_of(columns, read)
        self._headings = _headings(columns, read)
        self._factors = {column.index: self._factor(column) for column in columns}
        self._is_by_side = columns[0].role in ("party", "people") if columns else False
        self._counts_people = any(meaning.kinds == ("people",) for meaning in self._all_headings())
        self._above: dict[int, Cell] = {}
        self._summed_rows: dict[tuple[tuple[Cell, ...], int], tuple[Meaning, ...]] = {}
        self._spread = _spread_cells(block.lines)

    def found(self) -> Iterator[Claim | PassedOver]:
        """The claims of the rows' figures, and the numbers passed over."""
        for line in self._block.lines:
            labels = labels_of(line, self._columns, self._above, self._read)
            dates = self._calendar.row_dates(line, self._columns)
            for column in self._columns:
                cell = line.row.cells[column.index]
                if column.kind == "count":
                    yield from self._cell(line, column, cell, labels, dates)
                elif cell.text:
                    yield from passed_numbers(self._document, cell, column.why)

    def _all_headings(self) -> Iterator[Meaning]:
        """What heads the columns of figures, and what heads their rows nearest to them."""
        yield from (layer.meaning for layers in self._headings.values() for layer in layers)
        labels = [column.index for column in self._columns if column.kind == "label"][-1:]
        yield from (self._read(line.row.cells[index].text) for line in self._block.lines for index in labels)

    # ------------------------------------------------------------ one cell

    def _cell(
        self, line: Line, column: Column, cell: Cell, labels: tuple[Label, ...], dates: dict[Role, Dated]
    ) -> Iterator[Claim | PassedOver]:
        if (cell.row, cell.column) in self._spread:
            yield passed_over(self._document, cell.start, cell.end, "one figure over several cells")
            return
        reading = figures_in(cell, self._factors[column.index], dotted=column.is_dotted)
        for start, end, why in reading.passed:
            yield passed_over(self._document, start, end, why)
        carried: tuple[Layer, ...] = ()
        for place_in_cell, figure in enumerate(reading.figures):
            own = tuple(self._inner(start, end) for start, end in figure.labels)
            inner = own if any(layer.meaning.parties for layer in own) else (*own, *carried)
            carried = tuple(layer for layer in inner if layer.meaning.parties)
            if (
                place_in_cell
                and not figure.is_addition
                and not any(_says_what(layer.meaning) for layer in inner)
            ):
                yield passed_over(self._document, figure.start, figure.end, "a second number in the cell")
                continue
            settled = self._bounded(line, column, figure)
            if settled is None:
                yield passed_over(
                    self._document, figure.start, figure.end, "the high end of a range beside it"
                )
                continue
            yield self._figure(line, column, cell, settled, inner, labels, dates)

    def _figure(
        self,
        line: Line,
        column: Column,
        cell: Cell,
        figure: Figure,
        inner: tuple[Layer, ...],
        labels: tuple[Label, ...],
        dates: dict[Role, Dated],
    ) -> Claim | PassedOver:
        position = self._position(line, column, inner, labels)
        what = what_is_counted(position, figure.is_money)
        if what is None:
            return passed_over(self._document, figure.start, figure.end, _NOTHING_COUNTED)
        when = self._when(column, position, dates, what, figure)
        return claim_of(self._document, line.row, cell, figure, what, when)

    def _inner(self, start: int, end: int) -> Layer:
        return Layer("cell", start, end, self._read(self._document.text[start:end]))

    def _bounded(self, line: Line, column: Column, figure: Figure) -> Figure | None:
        """The figure with the bound that its column's heading sets, None where its partner has told it."""
        ends = self._ends[column.index]
        range_ = bounded(figure, ends, self._at_other_end(line, ends))
        return None if range_ is None else replace(figure, range=range_[0], rule=range_[1])

    def _at_other_end(self, line: Line, ends: Ends) -> Figure | None:
        if ends.other is None:
            return None
        figures = figures_in(line.row.cells[ends.other], self._factors[ends.other]).figures
        return figures[0] if figures else None

    # ------------------------------------------------------------ its headings

    def _position(
        self, line: Line, column: Column, inner: tuple[Layer, ...], labels: tuple[Label, ...]
    ) -> Position:
        headings = self._headings[column.index]
        sections = tuple(
            Layer("section of the table", cell.start, cell.end, self._read(cell.text))
            for cell in reversed(line.sections)
        )
        summed = self._summed(line, column, labels)
        return Position(
            inner,
            headings,
            labels,
            sections,
            self._around,
            is_by_side=self._is_by_side,
            counts_people=self._counts_people,
            summed=summed,
            side=column.side,
        )

    def _summed(self, line: Line, column: Column, labels: tuple[Label, ...]) -> tuple[Meaning, ...]:
        """What the columns, or else the rows, are that a total adds up."""
        headings = self._headings[column.index]
        if headings and is_sum(headings[0].meaning):
            beside = [c for c in self._columns if c.kind == "count" and c.index != column.index]
            return tuple(layer.meaning for c in beside for layer in self._headings[c.index][:1])
        if labels and is_sum(labels[0].layer.meaning):
            return self._rows_summed(line.sections, labels[0].cell.column)
        return ()

    def _rows_summed(self, sections: tuple[Cell, ...], column: int) -> tuple[Meaning, ...]:
        """What heads the rows of a section that are no totals themselves."""
        if (sections, column) not in self._summed_rows:
            lines = (line for line in self._block.lines if line.sections == sections)
            texts = dict.fromkeys(line.row.cells[column].text for line in lines)
            meanings = tuple(self._read(text) for text in texts)
            self._summed_rows[sections, column] = tuple(m for m in meanings if not is_sum(m))
        return self._summed_rows[sections, column]

    def _factor(self, column: Column) -> int:
        """By what the column's heading, or else the caption, says that figures are multiplied."""
        captions = [layer for layer in self._around.layers if layer.where == "caption of the table"]
        layers = (*self._headings[column.index], *captions)
        return next((layer.meaning.factor for layer in layers if layer.meaning.factor != 1), 1)

    # ------------------------------------------------------------ its dates

    def _when(
        self, column: Column, position: Position, dates: dict[Role, Dated], what: What, figure: Figure
    ) -> When:
        pace = "new" if figure.is_addition else self._own_pace(column, position)
        reported = self._reported_on(dates, what)
        return self._calendar.when(
            Setting(column.headings, dates, position.sections, self._pace, pace, what.measure.value, reported)
        )

    def _own_pace(self, column: Column, position: Position) -> str | None:
        """The pace that a heading gives; a total is a running one only beside each day's new figures."""
        pace = own_pace(column, self._read)
        if pace == "total":
            return "running" if self._pace.has_new else None
        captions = (layer for layer in position.around.layers if layer.where == "caption of the table")
        if pace is None and any(layer.meaning.pace == "running" for layer in captions):
            return "running"
        return pace

    def _reported_on(self, dates: dict[Role, Dated], what: What) -> PartialDate | None:
        """The day in its own column; that of a figure whose row names its source; else the document's."""
        if "reported_on" in dates:
            return dates["reported_on"].stretch.last
        stated = dates.get("as_of") or dates.get("date")
        own_source = what.source is not None and what.source.rule == "row heading"
        return stated.stretch.last if stated and own_source else self._document.date


def _headings(columns: Sequence[Column], read: Reader) -> dict[int, tuple[Layer, ...]]:
    """The headings of each column, from the lowest up; a part's are also those of the column before it."""
    found: dict[int, tuple[Layer, ...]] = {}
    whole: tuple[Layer, ...] = ()
    for column in columns:
        own = tuple(
            Layer("column heading", cell.start, cell.end, read(cell.text)) for cell in column.headings
        )
        is_part = bool(own) and own[0].meaning.is_part
        found[column.index] = (*own, *whole) if is_part else own
        if column.kind == "count" and not is_part:
            whole = own
    return found


def _spread_cells(lines: Sequence[Line]) -> set[tuple[int, int]]:
    """The cells whose figure is that of other cells too, as marks in those say."""
    spread: set[tuple[int, int]] = set()
    for number, line in enumerate(lines):
        for cell in line.row.cells:
            if cell.text == LEFT:
                left = next((c for c in reversed(line.row.cells[: cell.column]) if c.text != LEFT), cell)
                spread.add((left.row, left.column))
            elif cell.text == ABOVE and number:
                spread.add((lines[number - 1].row.number, cell.column))
    return spread


def _says_what(meaning: Meaning) -> bool:
    return bool(meaning.senses or meaning.object or meaning.group)


# ------------------------------------------------------------ what is passed over


def passed_numbers(document: Document, cell: Cell, why: str) -> Iterator[PassedOver]:
    """The numbers of a cell that holds no counts; a date is one."""
    if kind_of_cell(cell.text) in ("date", "year"):
        yield passed_over(document, cell.start, cell.end, "a date")
        return
    for token in tokenise(cell.text):
        if token.kind == "number":
            yield passed_over(document, cell.start + token.start, cell.start + token.end, why)


def passed_over(document: Document, start: int, end: int, why: str) -> PassedOver:
    """Some words of a document that became no claim, and why."""
    return PassedOver(document.digest, start, end, document.text[start:end], why)
