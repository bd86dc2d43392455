"""When what a figure counts happened, until when it holds, and when it was said."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from counterclaim.extraction.context import Context
from counterclaim.extraction.counts.cues import LASTING
from counterclaim.extraction.dates import Interval
from counterclaim.extraction.tables.around import Around, Layer
from counterclaim.extraction.tables.columns import Column
from counterclaim.extraction.tables.dates import Stretch, intervals_in, stretch_of, years_in
from counterclaim.extraction.tables.figures import figures_in
from counterclaim.extraction.tables.grid import Cell
from counterclaim.extraction.tables.shape import Block, Line, Reader
from counterclaim.extraction.tables.words import Role
from counterclaim.model import Reason, Scope
from counterclaim.partial_date import PartialDate

_LEAST_SERIES = 2  # figures in a row that show whether they are running totals


@dataclass(frozen=True, slots=True)
class Dated:
    """A time with the words that give it."""

    stretch: Stretch
    role: Role | None
    start: int | None
    end: int | None
    where: str


@dataclass(frozen=True, slots=True)
class When:
    """The dates of a claim, its scope, and why."""

    scope: Scope
    from_date: PartialDate | None
    to_date: PartialDate | None
    reported_on: PartialDate | None
    reasons: tuple[Reason, ...] = ()


@dataclass(slots=True)
class Pace:
    """What a block of rows shows of its figures' pace.

    Attributes:
        is_running: whether its dated figures never fall, as running totals do not.
        has_new: whether one of its columns gives the new ones of each day.
        is_stated: whether each row is a source's statement, so that its date is that of the statement.
        span: the first and the last day of its dated rows, None where they have none.
    """

    is_running: bool = False
    has_new: bool = False
    is_stated: bool = False
    span: tuple[PartialDate, PartialDate] | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """What a figure's dates are read from.

    Attributes:
        headings: the cells that head its column.
        row: its row's times.
        sections: those that it stands in.
        pace: what the figures of its block show.
        own: the pace that its own headings give: "new" or "running".
        measure: as in the claim vocabulary.
        reported_on: when the document or the row's own column says that it was said.
    """

    headings: Sequence[Cell]
    row: dict[Role, Dated]
    sections: Sequence[Layer]
    pace: Pace
    own: str | None
    measure: str
    reported_on: PartialDate | None

    def runs_on(self, dated: Dated) -> bool:
        """Whether a dated figure is a running total: that of a period is only where a heading says so."""
        stretch = dated.stretch
        if dated.role == "as_of" or stretch.relation == "until" or self.pace.is_stated:
            return True
        if self.own == "running":
            return True
        is_running = self.own is None and (self.pace.is_running or self.measure in LASTING)
        return is_running and (stretch.is_day or stretch.is_unclear)


class Calendar:
    """The dates of one table.

    Args:
        around: what holds for the whole table.
        context: what holds for the document.
        fallback: the year of dates that give none and have no heading to go by.
    """

    def __init__(self, around: Around, context: Context, fallback: int | None) -> None:
        self._around = around
        self._context = context
        years = set(around.years())
        self._year = fallback if not years else years.pop() if len(years) == 1 else None

    # ------------------------------------------------------------ reading cells

    def row_dates(self, line: Line, columns: Sequence[Column]) -> dict[Role, Dated]:
        """The times that a row's cells of dates give, by what their columns are."""
        year = next((years[0] for s in reversed(line.sections) if (years := years_in(s.text))), self._year)
        dated = [
            (column, cell)
            for column in columns
            if column.kind == "date" and (cell := line.row.cells[column.index]).text
        ]
        stated = [int(cell.text) for _, cell in dated if cell.text.isdigit() and years_in(cell.text)]
        found: dict[Role, Dated] = {}
        for column, cell in dated:
            stretch = stretch_of(cell.text, stated[0] if len(stated) == 1 else year, column.order)
            if stretch is None or column.role is None:
                continue
            known = found.get(column.role)
            if known is None or known.stretch.is_year:  # January, in a column beside that of the years
                found[column.role] = Dated(stretch, column.role, cell.start, cell.end, "row heading")
        if set(found) == {"reported_on"}:
            found["date"] = found["reported_on"]
        return found

    def heading_date(self, headings: Sequence[Cell], year: int | None = None) -> Dated | None:
        """The time that a column's heading consists of or names."""
        years = [int(cell.text) for cell in headings if cell.text.isdigit() and years_in(cell.text)]
        year = year or (years[0] if years else self._year)
        dated = [found for cell in headings if (found := self._of_heading(cell, year)) is not None]
        return min(dated, key=lambda found: found.stretch.last.last - found.stretch.first.first, default=None)

    def _of_heading(self, cell: Cell, year: int | None) -> Dated | None:
        stretch = stretch_of(cell.text, year)
        if stretch is None:
            stretch = _stretch(next(iter(intervals_in(cell.text, year)), None))
        return Dated(stretch, None, cell.start, cell.end, "column heading") if stretch else None

    # ------------------------------------------------------------ a claim's dates

    def when(self, setting: Setting) -> When:
        """The dates and the scope of a figure."""
        row, reported_on = setting.row, setting.reported_on
        if "from_date" in row or "to_date" in row:
            return self._between(row, reported_on)
        dated = self._dated(setting.headings, row)
        if dated is None:
            return self._of_table(setting)
        stretch = dated.stretch
        if setting.runs_on(dated):
            start = self._start(stretch.last)
            return self._made("cumulative", start, stretch.last, reported_on, dated, "a running total")
        if stretch.relation == "since":
            return self._made("cumulative", stretch.first, reported_on, reported_on, dated, "since that day")
        is_day = stretch.is_day or stretch.is_unclear
        scope: Scope = "incident" if is_day else "cumulative"
        rule = "the figure of a day" if is_day else "the figure of a period"
        return self._made(scope, stretch.first, stretch.last, reported_on, dated, rule)

    def _dated(self, headings: Sequence[Cell], row: dict[Role, Dated]) -> Dated | None:
        """The time of a figure: of its column, completed by the row's year, or that of its row."""
        by_row = next((row[role] for role in ("as_of", "date", "period") if role in row), None)
        by_column = self.heading_date(headings, _whole_year(by_row))
        if by_column is None or by_row is None:
            return by_column or by_row
        if by_row.stretch.lacks_year:
            return by_row
        return by_column if by_column.stretch.lacks_year or _whole_year(by_row) else by_row

    def _between(self, row: dict[Role, Dated], reported_on: PartialDate | None) -> When:
        opening, closing = row.get("from_date"), row.get("to_date")
        last = closing or opening
        first = opening or closing
        assert first is not None and last is not None
        start, end = first.stretch.first, last.stretch.last
        scope: Scope = "incident" if start == end else "cumulative"
        rule = "the day that the row gives" if start == end else "the period that the row gives"
        found = self._made(scope, start if opening else None, end, reported_on, last, rule)
        if opening is None:
            return found
        reason = Reason("from_date", "row heading", opening.start, opening.end)
        return When(found.scope, start, end, reported_on, (*found.reasons, reason))

    def _of_table(self, setting: Setting) -> When:
        """A figure without a date of its own: the section's, the dated rows' it sums up, the table's."""
        pace, reported_on = setting.pace, setting.reported_on
        for layer in setting.sections:
            stretch = stretch_of(layer.meaning.text, self._year)
            if stretch is not None:
                dated = Dated(stretch, None, layer.start, layer.end, layer.where)
                first = self._start(stretch.last) if stretch.relation == "until" else stretch.first
                rule = "the period of its section"
                return self._made("cumulative", first, stretch.last, reported_on, dated, rule)
        if pace.span and not pace.is_running:
            reason = Reason("scope", "a sum over the rows of dates")
            return When("cumulative", *pace.span, reported_on, (reason,))
        scope = Reason(
            "scope", "a running total" if setting.own == "running" else "the figure of a whole table"
        )
        stated = self._around.interval(self._year)
        if stated is not None:
            layer = stated[1]
            reason = Reason("to_date", layer.where, layer.start, layer.end)
            return When(
                "cumulative", *self._of_interval(stated[0], reported_on), reported_on, (scope, reason)
            )
        if self._context.period is not None:
            reason = Reason("to_date", "title of the document")
            return When("cumulative", *self._context.period, reported_on, (scope, reason))
        return When("cumulative", self._start(reported_on), reported_on, reported_on, (scope,))

    def _of_interval(
        self, interval: Interval, reported_on: PartialDate | None
    ) -> tuple[PartialDate | None, PartialDate | None]:
        first, last = interval.from_date, interval.to_date
        if interval.relation == "since":
            return first, reported_on
        if interval.relation in ("until", "before") or (first == last and first and first.precision == "day"):
            return self._start(last), last
        return first, last

    def _start(self, end: PartialDate | None) -> PartialDate | None:
        """The start of the war, where it is known and not after the end."""
        start = self._context.war_start
        return start if start is not None and (end is None or start.first <= end.last) else None

    def _made(
        self,
        scope: Scope,
        first: PartialDate | None,
        last: PartialDate | None,
        reported_on: PartialDate | None,
        dated: Dated,
        rule: str,
    ) -> When:
        reasons = (Reason("to_date", dated.where, dated.start, dated.end), Reason("scope", rule))
        return When(scope, first, last, reported_on, reasons)


def _whole_year(dated: Dated | None) -> int | None:
    if dated is None or dated.stretch.first != dated.stretch.last or dated.stretch.first.precision != "year":
        return None
    return int(dated.stretch.first)


def _stretch(interval: Interval | None) -> Stretch | None:
    if interval is None:
        return None
    first, last = interval.from_date or interval.to_date, interval.to_date or interval.from_date
    if first is None or last is None:
        return None
    if interval.relation == "until":
        return Stretch(first, last, "until")
    return Stretch(first, last, "since" if interval.relation == "since" else "in")


# ------------------------------------------------------------ series


def pace_of(block: Block, columns: Sequence[Column], calendar: Calendar, read: Reader) -> Pace:
    """What a block's figures show: whether they run on from date to date."""
    counts = [column for column in columns if column.kind == "count"]
    paces = {column.index: own_pace(column, read) for column in counts}
    plain = [column for column in counts if paces[column.index] is None]
    pace = Pace(has_new="new" in paces.values())
    dates = [calendar.row_dates(line, columns) for line in block.lines]
    days = [row["date"].stretch.first for row in dates if "date" in row]
    series = list(_down(block, columns, plain, dates)) or list(_across(block, plain, calendar))
    pace.is_running = bool(series) and all(_never_falls(numbers) for numbers in series)
    pace.is_running &= any(numbers[0] < numbers[-1] for numbers in series)
    pace.span = _span(dates)
    opens = next((column.role for column in columns if column.kind != "skip"), None)
    is_of_one_day = len(days) > 1 and len(set(days)) == 1
    pace.is_stated = opens == "source" or is_of_one_day
    if any(column.role == "place" for column in columns) and not any("as_of" in row for row in dates):
        pace.is_running = pace.is_stated = False  # events, each at its place and on its day
    return pace


def _span(dates: Sequence[dict[Role, Dated]]) -> tuple[PartialDate, PartialDate] | None:
    stretches = [row[role].stretch for row in dates for role in ("date", "period") if role in row]
    if not stretches:
        return None
    first = min((stretch.first for stretch in stretches), key=lambda day: day.first)
    return first, max((stretch.last for stretch in stretches), key=lambda day: day.last)


def own_pace(column: Column, read: Reader) -> str | None:
    """The pace that a column's headings give: "new", "running" or "total"."""
    return next((pace for cell in column.headings if (pace := read(cell.text).pace)), None)


def _down(
    block: Block, columns: Sequence[Column], counts: Sequence[Column], dates: Sequence[dict[Role, Dated]]
) -> Iterator[list[int]]:
    """The figures of each column in the order of their days, rows with other headings apart."""
    heads = [column.index for column in columns if column.kind == "label" and column.role != "source"]
    groups: defaultdict[tuple[str, ...], list[tuple[PartialDate, Line]]] = defaultdict(list)
    for line, row in zip(block.lines, dates, strict=True):
        dated = row.get("as_of") or row.get("date")
        if dated is not None and dated.stretch.is_day:
            key = (*(s.text for s in line.sections), *(line.row.cells[i].text for i in heads))
            groups[key].append((dated.stretch.first, line))
    for lines in groups.values():
        ordered = [line for _, line in sorted(lines, key=lambda item: item[0])]
        for column in counts:
            yield from _long_enough(line.row.cells[column.index] for line in ordered)


def _across(block: Block, counts: Sequence[Column], calendar: Calendar) -> Iterator[list[int]]:
    """The figures of each row in the order of its columns' days."""
    dated = [(when.stretch.first, c) for c in counts if (when := calendar.heading_date(c.headings))
             and when.stretch.is_day]  # fmt: skip
    ordered = [column for _, column in sorted(dated, key=lambda item: item[0])]
    for line in block.lines if ordered else ():
        yield from _long_enough(line.row.cells[column.index] for column in ordered)


def _long_enough(cells: Iterator[Cell]) -> Iterator[list[int]]:
    numbers = [headline for cell in cells for figure in figures_in(cell).figures[:1]
               if (headline := figure.range.headline) is not None]  # fmt: skip
    if len(numbers) >= _LEAST_SERIES:
        yield numbers


def _never_falls(numbers: Sequence[int]) -> bool:
    return all(one <= other for one, other in pairwise(numbers))
