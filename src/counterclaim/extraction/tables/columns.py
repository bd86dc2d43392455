"""What each column of a table holds, by its heading and its cells."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from counterclaim.extraction.tables.dates import Order, order_of
from counterclaim.extraction.tables.figures import is_dotted
from counterclaim.extraction.tables.grid import Cell, Row
from counterclaim.extraction.tables.headings import Meaning
from counterclaim.extraction.tables.shape import Block, Reader, kind_of_cell
from counterclaim.extraction.tables.words import Role, plain, table_words
from counterclaim.lexicon.gazetteer import country_of

ColumnKind = Literal["count", "label", "date", "skip"]

_DATES = frozenset(("as_of", "date", "from_date", "to_date", "period", "reported_on"))
_NAMES = frozenset(("source", "place", "party", "country", "people", "actor"))
_LONGEST_LABEL = 60  # characters on average; longer cells are notes
_JOINT = re.compile(r"\s+(?:and|or)\s+|\s*[/,]\s*")
"""What joins two headings of one column: "Side and kind", "Country/territory"."""
_MOST = 0.6
_SIDE = re.compile(r"(?:[ _]|actor|party|side)([ab12])\Z", re.IGNORECASE)
_LOOKED_AT = 200  # rows that tell what a column holds


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        index: its place in the table, from 0.
        headings: the cells that head it, from the lowest up; those that stand twice once.
        kind: "count" for figures, "label" for what heads its row, "date", or "skip" for what is no count.
        role: what its heading or its cells make of what stands in it, None where they do not say.
        why: why nothing in it is a count.
        order: what comes first in its dates of figures only.
        is_dotted: whether full stops set off thousands in it.
    """

    index: int
    headings: tuple[Cell, ...]
    kind: ColumnKind
    role: Role | None = None
    why: str = ""
    order: Order = "unclear"
    is_dotted: bool = False

    @property
    def side(self) -> str | None:
        """The letter or number at the end of its heading that tells one side from another: "Deaths A"."""
        match = _SIDE.search(self.headings[0].text) if self.headings else None
        return match[1].lower() if match else None


def columns_of(block: Block, read: Reader) -> list[Column]:
    """The columns of a block of rows."""
    width = len(block.lines[0].row.cells) if block.lines else 0
    headings = [_headings(block.headings, column) for column in range(width)]
    cells = [
        [line.row.cells[column] for line in block.lines[:_LOOKED_AT] if line.row.cells[column].text]
        for column in range(width)
    ]
    counted = [_is_of_figures(cells[column]) for column in range(width)]
    return [_column(column, headings[column], cells[column], counted, read) for column in range(width)]


def _headings(rows: Sequence[Row], column: int) -> tuple[Cell, ...]:
    """The cells over a column, from the lowest up; one left empty is headed by the cell to its left."""
    found: list[Cell] = []
    for row in reversed(rows):
        is_lowest = row is rows[-1]
        at = column
        while not is_lowest and at > 0 and not row.cells[at].text:
            at -= 1
        cell = row.cells[at]
        if cell.text and (at == column or at > 0) and cell.text not in [other.text for other in found]:
            found.append(cell)
    return tuple(found)


def _is_of_figures(cells: Sequence[Cell]) -> bool:
    kinds = [kind_of_cell(cell.text) for cell in cells]
    stated = [kind for kind in kinds if kind != "blank"]
    figures = sum(kind in ("figure", "year") for kind in stated)
    return bool(stated) and figures > len(stated) / 2 and "figure" in stated


def _column(
    index: int, headings: tuple[Cell, ...], cells: list[Cell], counted: list[bool], read: Reader
) -> Column:
    meanings = [read(cell.text) for cell in headings]
    role = _role(headings)
    kinds = [kind_of_cell(cell.text) for cell in cells]
    is_dated = bool(kinds) and sum(kind in ("date", "year") for kind in kinds) >= _MOST * len(kinds)
    texts = [cell.text for cell in cells]
    if any(meaning.is_uncounted for meaning in meanings) or _is_of_percentages(texts):
        return Column(index, headings, "skip", why="a percentage, a rate or an age")
    if role == "note":
        return Column(index, headings, "skip", role, "in a note")
    if (role is None or role in _DATES) and is_dated and not counted[index]:
        return Column(index, headings, "date", role or _date_role(kinds), "a date", order_of(texts))
    if role in ("date", "period"):  # the number of a day, of a week
        return Column(index, headings, "date", role, "a date")
    if _is_index(index, role, headings, texts, counted):
        return Column(index, headings, "skip", "index", "the number of a row")
    if counted[index]:
        return Column(index, headings, "count", is_dotted=all(is_dotted(t) for t in texts if "." in t))
    if role in _DATES:
        return Column(index, headings, "date", role, "a date", order_of(texts))
    if sum(map(len, texts)) > _LONGEST_LABEL * max(len(texts), 1):
        return Column(index, headings, "skip", "note", "in a note")
    named = role if role in _NAMES else _role_by_cells(texts, read)
    return Column(index, headings, "label", named, "in the heading of a row")


def _role(headings: Sequence[Cell]) -> Role | None:
    roles = table_words().roles
    named = [plain(cell.text) or cell.text for cell in headings]
    whole = next((roles[name] for name in named if name in roles), None)
    first = next((roles[part] for name in named if (part := _JOINT.split(name)[0]) in roles), None)
    return whole or (first if first in _NAMES else None)


def _date_role(kinds: Sequence[str]) -> Role:
    return "period" if all(kind == "year" for kind in kinds) else "date"


def _is_of_percentages(texts: Sequence[str]) -> bool:
    return bool(texts) and sum(text.endswith("%") for text in texts) > len(texts) / 2


def _is_index(
    index: int, role: Role | None, headings: Sequence[Cell], texts: Sequence[str], counted: Sequence[bool]
) -> bool:
    """Whether a column numbers the rows: 1, 2, 3 under "No." or at the left edge."""
    numbers = [int(text.rstrip(".")) for text in texts if text.rstrip(".").isdigit()]
    runs = len(numbers) > 1 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    others = sum(counted) - counted[index]
    if role == "index":
        return runs or others > 0
    return index == 0 and not headings and runs and numbers[0] in (0, 1) and others > 0


def _role_by_cells(texts: Sequence[str], read: Reader) -> Role | None:
    """What the cells of a column under an empty or unknown heading name, if most name the same."""
    words = table_words()
    names = {text for text in texts if kind_of_cell(text) == "words" and plain(text) not in words.totals}
    meanings = [read(name) for name in names]
    tests: tuple[tuple[Role, Callable[[Meaning], bool]], ...] = (
        ("source", lambda m: m.source is not None),
        ("party", lambda m: bool(m.parties) and not m.senses and not m.object),
        ("place", lambda m: not m.senses and not m.object and country_of(m.text) is not None),
    )
    for role, test in tests:
        if meanings and sum(map(test, meanings)) >= _MOST * len(meanings):
            return role
    return None
