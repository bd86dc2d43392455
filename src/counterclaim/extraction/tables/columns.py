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
_SIDE = re.compile(r"(?:[ _]|(?<=actor)|(?<=party)|(?<=side))([ab12])\Z", re.IGNORECASE)
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


@dataclass(frozen=True, slots=True)
class _Facts:
    """What tells what a column holds.

    Attributes:
        index: its place in the table.
        headings: the cells that head it.
        meanings: what they say.
        texts: what stands in its cells, empty ones left out.
        counted: for each column of the table whether most of its cells are figures.
        role: what its heading makes of it, or else its cells.
        is_headed: whether any column of the table has a heading.
    """

    index: int
    headings: tuple[Cell, ...]
    meanings: tuple[Meaning, ...]
    texts: tuple[str, ...]
    counted: tuple[bool, ...]
    role: Role | None
    is_headed: bool

    @property
    def is_counted(self) -> bool:
        return self.counted[self.index]

    @property
    def has_others(self) -> bool:
        """Whether other columns hold figures too."""
        return sum(self.counted) > self.is_counted

    def is_uncounted(self) -> bool:
        shares = sum(text.endswith("%") for text in self.texts)
        return any(meaning.is_uncounted for meaning in self.meanings) or shares > len(self.texts) / 2

    def is_of_dates(self) -> bool:
        dates = sum(kind_of_cell(text) in ("date", "year") for text in self.texts)
        is_free = self.role is None or self.role in _DATES
        return is_free and not self.is_counted and 0 < _MOST * len(self.texts) <= dates

    def is_index(self) -> bool:
        """Whether it numbers the rows: under "No.", or at the left edge without a heading."""
        numbers = [int(text.rstrip(".")) for text in self.texts if text.rstrip(".").isdigit()]
        runs = len(numbers) > 1 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
        if self.role == "index":
            return runs or self.has_others
        is_bare = self.index == 0 and not self.headings and self.has_others and self.is_counted
        return is_bare and (self.is_headed or (runs and numbers[0] in (0, 1)))

    def is_long(self) -> bool:
        return sum(map(len, self.texts)) > _LONGEST_LABEL * max(len(self.texts), 1)

    def is_behind(self) -> bool:
        """Whether it stands behind the figures and does not say what it names."""
        return self.role not in _NAMES and _is_behind(self.index, self.counted)


_RULES: tuple[tuple[Callable[[_Facts], bool], ColumnKind, str], ...] = (
    (_Facts.is_uncounted, "skip", "a percentage, a rate or an age"),
    (lambda facts: facts.role == "note", "skip", "in a note"),
    (_Facts.is_of_dates, "date", "a date"),
    (lambda facts: facts.role in ("date", "period"), "date", "a date"),  # the number of a day, of a week
    (_Facts.is_index, "skip", "the number of a row"),
    (lambda facts: facts.is_counted, "count", ""),
    (lambda facts: facts.role in _DATES, "date", "a date"),
    (_Facts.is_long, "skip", "in a note"),
    (_Facts.is_behind, "skip", "in a note"),
    (lambda _: True, "label", "in the heading of a row"),
)
"""What a column holds, and why nothing in it is a count; the first rule that holds decides."""


def columns_of(block: Block, read: Reader) -> list[Column]:
    """The columns of a block of rows."""
    width = len(block.lines[0].row.cells) if block.lines else 0
    cells = [
        [line.row.cells[column].text for line in block.lines[:_LOOKED_AT] if line.row.cells[column].text]
        for column in range(width)
    ]
    counted = tuple(_is_of_figures(texts) for texts in cells)
    return [_column(_facts(block, column, cells[column], counted, read)) for column in range(width)]


def _facts(block: Block, index: int, texts: list[str], counted: tuple[bool, ...], read: Reader) -> _Facts:
    headings = _headings(block.headings, index)
    role = _role(headings)
    if role is None and not counted[index] and not _is_behind(index, counted):
        role = _role_by_cells(texts, read)
    meanings = tuple(read(cell.text) for cell in headings)
    return _Facts(index, headings, meanings, tuple(texts), counted, role, bool(block.headings))


def _is_behind(index: int, counted: Sequence[bool]) -> bool:
    """Whether figures stand before a column; those at the left edge may number the rows."""
    return any(counted[1:index])


def _column(facts: _Facts) -> Column:
    kind, why = next((kind, why) for holds, kind, why in _RULES if holds(facts))
    role = facts.role
    if kind == "date" and role is None:
        role = "period" if all(kind_of_cell(text) == "year" for text in facts.texts) else "date"
    dotted = [text for text in facts.texts if "." in text]
    return Column(
        facts.index,
        facts.headings,
        kind,
        role if kind != "count" else None,
        why,
        order_of(facts.texts) if kind == "date" else "unclear",
        is_dotted=bool(dotted) and all(map(is_dotted, dotted)),
    )


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


def _is_of_figures(texts: Sequence[str]) -> bool:
    kinds = [kind for text in texts if (kind := kind_of_cell(text)) != "blank"]
    figures = sum(kind in ("figure", "year") for kind in kinds)
    return figures > len(kinds) / 2 and "figure" in kinds


def _role(headings: Sequence[Cell]) -> Role | None:
    roles = table_words().roles
    named = [plain(_SIDE.sub("", cell.text)) or cell.text for cell in headings]
    whole = next((roles[name] for name in named if name in roles), None)
    first = next((roles[part] for name in named if (part := _JOINT.split(name)[0]) in roles), None)
    return whole or (first if first in _NAMES else None)


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
