"""Totals in tables, with the cells that they claim to add up.

A row of a table is a line of cells set apart by bars (docs/tables.md). A column headed "Total" sums the cells
of its row, and one of losses the ways of being lost beside it; a row that begins with "Total" sums its column
above. A sum is checked only where every figure that it could add up became a claim of the same sort of count:
a cell that was not read, a column of some of another's people, and running tolls day by day prove nothing.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from counterclaim.reconciliation.accounts import Account
from counterclaim.reconciliation.contradictions.breakdowns import Breakdown
from counterclaim.reconciliation.tables import Tables, within
from counterclaim.reconciliation.words import BAR, cells

_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of a table: where it begins, its cells, and the counts that stand in each."""

    start: int
    cells: tuple[str, ...]
    counts: dict[int, list[Account]]

    def figure(self, column: int) -> Account | None:
        """The one count of a cell; None where it has none or several."""
        found = self.counts.get(column, [])
        return found[0] if len(found) == 1 else None

    def is_read(self, column: int) -> bool:
        """Whether a cell has no figure, or one that became one count."""
        written = column < len(self.cells) and _DIGIT.search(self.cells[column])
        return not written or self.figure(column) is not None

    def is_total(self, tables: Tables) -> bool:
        """Whether the row says that it is the sum of those above."""
        return bool(tables.whole.match(self.cells[0]))


def table_sums(accounts: Iterable[Account], tables: Tables) -> Iterator[Breakdown]:
    """Every total in a table with the cells that it adds up.

    Args:
        accounts: claims in any order; only asserted counts of documents at hand are looked at.
        tables: say which words make a total, and which measures have parts.
    """
    by_document: defaultdict[str, list[Account]] = defaultdict(list)
    for account in accounts:
        claim = account.claim
        if (
            claim.kind == "count"
            and claim.stance == "asserts"
            and account.document
            and BAR.search(claim.quote)
        ):
            by_document[claim.document].append(account)
    for counts in by_document.values():
        for table in _tables_of(counts):
            yield from _across(table, tables)
            yield from _down(table, tables)


def _tables_of(counts: Sequence[Account]) -> Iterator[list[_Line]]:
    """The tables that counts of one document stand in, each with every line of it."""
    assert counts[0].document is not None
    text = counts[0].document.text
    tables: dict[int, list[_Line]] = {}
    by_start: dict[int, _Line] = {}
    for account in counts:
        anchor = account.claim.anchor
        start = text.rfind("\n", 0, anchor) + 1
        if start not in by_start:
            block = text.rfind("\n\n", 0, anchor) + 2 if "\n\n" in text[:anchor] else 0
            tables[block] = list(_lines_of(text, block))
            by_start |= {line.start: line for line in tables[block]}
        if column := len(BAR.findall(text[start:anchor])):
            by_start[start].counts.setdefault(column, []).append(account)
    yield from ([line for line in lines if len(line.cells) > 1] for lines in tables.values())


def _lines_of(text: str, start: int) -> Iterator[_Line]:
    """The lines from an offset up to an empty one; a line without bars is one cell."""
    end = text.find("\n\n", start)
    for line in text[start : end if end >= 0 else len(text)].split("\n"):
        yield _Line(start, cells(line), {})
        start += len(line) + 1


def _across(table: Sequence[_Line], tables: Tables) -> Iterator[Breakdown]:
    """The totals of rows: a column headed as one, or one of losses beside the ways of being lost."""
    first = next((at for at, line in enumerate(table) if line.counts), 0)
    if not first:
        return
    head = table[first - 1]
    totals = [column for column, cell in enumerate(head.cells) if column and tables.whole.search(cell)]
    for line in table[first:]:
        total = line.figure(totals[0]) if len(totals) == 1 else _of_statuses(line, tables)
        if total is None or not all(map(line.is_read, range(1, len(line.cells)))):
            continue
        found = [(column, line.figure(column)) for column in sorted(line.counts)]
        parts = [(column, one) for column, one in found if one is not None and one is not total]
        labels = tuple(head.cells[column] if column < len(head.cells) else "" for column, _ in parts)
        members = tuple(one for _, one in parts)
        if _add_up(total, members, tables):
            yield Breakdown(total, members, whole=True, labels=labels)


def _of_statuses(line: _Line, tables: Tables) -> Account | None:
    """The one count of a row that has all others of it as its statuses: lost, of destroyed and damaged."""
    counts = [one for members in line.counts.values() for one in members]
    statuses = {one.claim.measure for one in counts}
    for one in counts:
        row = tables.measures.get(one.claim.measure or "")
        others = statuses - {one.claim.measure}
        if row and len(others) > 1 and others <= set(row.parts) and len(statuses) == len(counts):
            return one
    return None


def _down(table: Sequence[_Line], tables: Tables) -> Iterator[Breakdown]:
    """The totals of columns: a row that says so, and the rows above it up to the total before."""
    since: list[_Line] = []
    for line in table[next((at for at, line in enumerate(table) if line.counts), 0) :]:
        if not line.is_total(tables):
            since.append(line)
            continue
        for column in line.counts:
            total = line.figure(column)
            if total is None or not all(row.is_read(column) for row in since):
                continue
            found = [(row.cells[0], row.figure(column)) for row in since]
            parts = [(label, one) for label, one in found if one is not None]
            members = tuple(one for _, one in parts)
            if _alike(total, members) and not any(tables.part_words.search(label) for label, _ in parts):
                yield Breakdown(total, members, whole=True, labels=tuple(label for label, _ in parts))
        since = []


def _alike(total: Account, parts: Sequence[Account]) -> bool:
    """Whether cells of one column count the same, of one source and for one time."""
    return len(parts) > 1 and all(
        (part.claim.measure, part.claim.object) == (total.claim.measure, total.claim.object)
        and part.claim.scope == total.claim.scope
        and part.voice == total.voice
        and (part.claim.scope == "incident" or part.covers == total.covers)
        for part in parts
    )


def _add_up(total: Account, parts: Sequence[Account], tables: Tables) -> bool:
    """Whether cells of one row can be what its total adds up, none of them counting some of another."""
    row = tables.measures.get(total.claim.measure or "")
    kind = (total.claim.object or "").partition(".")[0]
    return (
        len(parts) > 1
        and row is not None
        and all(
            (part.claim.measure == total.claim.measure or part.claim.measure in row.parts)
            and (part.claim.object or "").partition(".")[0] == kind
            and part.claim.scope == total.claim.scope
            and part.covers == total.covers
            and part.voice == total.voice
            for part in parts
        )
        and not any(_nested(one, other) for one, other in combinations(parts, 2))
    )


def _nested(one: Account, other: Account) -> bool:
    """Whether one of two cells may count some of the other's."""
    if (one.claim.measure, one.party) != (other.claim.measure, other.party):
        return False
    first, second = one.claim.object or "", other.claim.object or ""
    return within(first, second) or within(second, first)
