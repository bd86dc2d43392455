"""Tables of a page in which one figure is spread over several cells, made plain before the page is read.

The main text's extraction lays every table out as a grid and leaves the cells that a spread one covers
empty. For words that is right: they head all of those cells. A figure is none of theirs alone, which an
empty cell would hide.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from counterclaim.reading.table_rows import ABOVE, LEFT

_SPREAD = re.compile(r"<td\b[^>]*\b(?:col|row)span", re.IGNORECASE)
_FIGURE = re.compile(r"\W*\d[\d\s,.–-]*\D{0,8}\Z")
_REFERENCE = re.compile(r"\[[^\[\]]*\]")
_MOST_CELLS = 1000  # as browsers have it

Element = Any
"""An lxml element; lxml has no type hints of its own."""


def may_spread_figures(page: str) -> bool:
    """Whether a page has cells that are spread over several."""
    return _SPREAD.search(page) is not None


def mark_spread_figures(tree: Element) -> None:
    """Give a figure that is spread over several cells the first of them, and the others a mark."""
    for table in tree.iter("table"):
        _Grid(table).mark()


class _Grid:
    """A table's cells by their columns, rows above reaching down into the ones below."""

    def __init__(self, table: Element) -> None:
        self._rows = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]
        self._taken: defaultdict[int, set[int]] = defaultdict(set)
        self._marks: defaultdict[int, list[int]] = defaultdict(list)

    def mark(self) -> None:
        for number, row in enumerate(self._rows):
            for column, cell in list(self._cells(number, row)):
                wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
                if (wide > 1 or high > 1) and cell.tag == "td" and _FIGURE.match(_text(cell)):
                    self._spread(number, column, cell, wide, high)

    def _cells(self, number: int, row: Element) -> Iterator[tuple[int, Element]]:
        """A row's cells with their columns; marks from above are put among them."""
        column = 0
        for cell in [child for child in row if child.tag in ("td", "th")]:
            while column in self._taken[number]:
                column += 1
            while column in self._marks[number]:
                cell.addprevious(_mark(cell, ABOVE))
                column += 1
            yield column, cell
            self._take(number, column, cell)
            column += _span(cell, "colspan")
        last = row[-1] if len(row) else None
        for _ in (mark for mark in self._marks[number] if mark >= column and last is not None):
            row.append(_mark(last, ABOVE))

    def _take(self, number: int, column: int, cell: Element) -> None:
        for below in range(1, _span(cell, "rowspan")):
            self._taken[number + below].update(range(column, column + _span(cell, "colspan")))

    def _spread(self, number: int, column: int, cell: Element, wide: int, high: int) -> None:
        for below in range(1, high):
            self._taken[number + below] -= set(range(column, column + wide))
            self._marks[number + below] += range(column, column + wide)
        for name in ("colspan", "rowspan"):
            cell.attrib.pop(name, None)
        for _ in range(1, wide):
            cell.addnext(_mark(cell, LEFT))


def _mark(like: Element, text: str) -> Element:
    cell = like.makeelement("td", {})
    cell.text = text
    return cell


def _span(cell: Element, name: str) -> int:
    digits = str(cell.get(name) or "").strip()
    return min(max(int(digits), 1), _MOST_CELLS) if digits.isdecimal() else 1


def _text(cell: Element) -> str:
    return _REFERENCE.sub("", "".join(cell.itertext())).strip()
