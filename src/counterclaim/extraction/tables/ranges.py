"""Columns that give the two ends of one range: "Low" and "High", "Killed (min)" and "Killed (max)"."""

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.count_range import CountRange
from counterclaim.extraction.tables.columns import Column
from counterclaim.extraction.tables.figures import Figure
from counterclaim.extraction.tables.shape import Reader
from counterclaim.extraction.tables.words import table_words
from counterclaim.extraction.tokens import tokenise


@dataclass(frozen=True, slots=True)
class Ends:
    """What a column's heading makes of its figures.

    Attributes:
        bound: "low", "high" or "best"; None for plain figures.
        other: the column that gives the other end, None where there is none.
    """

    bound: str | None = None
    other: int | None = None


def ends_of(columns: Sequence[Column], read: Reader) -> dict[int, Ends]:
    """For each column of figures, which end of a range it gives and where the other end stands."""
    counts = [column for column in columns if column.kind == "count"]
    bounds = {column.index: _bound(column, read) for column in counts}
    found: dict[int, Ends] = {}
    for column in counts:
        bound = bounds[column.index]
        opposite = {"low": "high", "high": "low"}.get(bound or "")
        others = [other for other in counts if opposite and bounds[other.index] == opposite]
        same = [other for other in others if _stem(other) == _stem(column)]
        found[column.index] = Ends(bound, same[0].index if same else None)
    return found


def bounded(figure: Figure, ends: Ends, other: Figure | None) -> tuple[CountRange, str] | None:
    """The range of a figure under a heading that bounds it; None for the end that its partner has told.

    Args:
        figure: the figure.
        ends: what its column's heading makes of it.
        other: the figure at the other end in the same row.
    """
    own = figure.range
    if ends.bound == "low":
        return CountRange(own.low, other.range.high if other else None, own.approx), "the low end of a range"
    if ends.bound == "high":
        return None if other else (CountRange(None, own.high, own.approx), "the high end of a range")
    if ends.bound == "best":
        return CountRange(own.low, own.high, approx=True), "the best estimate of a range"
    return own, figure.rule


def _bound(column: Column, read: Reader) -> str | None:
    return next((bound for cell in column.headings if (bound := read(cell.text).bound)), None)


def _stem(column: Column) -> frozenset[str]:
    """The words of a column's headings without those that bound it."""
    words = {token.low for cell in column.headings for token in tokenise(cell.text) if token.kind == "word"}
    bounds = {word for phrase in table_words().bound_words for word in phrase.split()}
    return frozenset(words - bounds)
