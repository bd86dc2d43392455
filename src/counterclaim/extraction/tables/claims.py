"""A figure in a table as a claim, with the heading that gave each of its fields."""

from collections.abc import Iterable
from dataclasses import dataclass

from counterclaim.count_range import CountRange
from counterclaim.extraction.tables.figures import Figure
from counterclaim.extraction.tables.grid import Cell, Row
from counterclaim.extraction.tables.headings import is_money
from counterclaim.extraction.tables.position import Found, Position
from counterclaim.extraction.tables.what import what_of
from counterclaim.extraction.tables.when import When
from counterclaim.extraction.tables.who import actor_of, party_of, place_of, source_of
from counterclaim.model import Claim, Document, Hedge, Reason

_LONGEST_QUOTE = 400  # characters; a longer row is quoted by its cell alone


@dataclass(frozen=True, slots=True)
class What:
    """What a figure counts and whose it is: all of a claim but its number and its dates."""

    measure: Found
    object: Found
    party: Found | None
    actor: Found | None
    place: Found | None
    source: Found | None
    source_side: str | None
    hedge: tuple[Hedge, Reason] | None
    is_about: Reason | None


def what_is_counted(position: Position, has_currency: bool) -> What | None:
    """Read what a figure counts from its headings, None where none of them says it.

    Args:
        position: where it stands.
        has_currency: whether a sign of currency stands in its cell.
    """
    money = has_currency or any(is_money(layer.meaning.text) for layer in position.columns)
    found = what_of(position, money)
    if found is None:
        return None
    measure, object_ = found
    source = source_of(position)
    speaker = source[1] if source else None
    return What(
        measure,
        object_,
        party_of(position, object_.value, measure.value, speaker),
        actor_of(position),
        place_of(position, object_.value, measure.value),
        source[0] if source else None,
        speaker,
        _hedge(position),
        _about(position),
    )


def claim_of(document: Document, row: Row, cell: Cell, figure: Figure, what: What, when: When) -> Claim:
    """The claim that a figure makes.

    Args:
        document: the document.
        row: the figure's row, which is quoted.
        cell: its cell.
        figure: the figure.
        what: what it counts.
        when: its dates.
    """
    start, end = (row.start, row.end) if row.end - row.start <= _LONGEST_QUOTE else (cell.start, cell.end)
    range_ = _about_range(figure.range, what)
    return Claim(
        document=document.digest,
        start=start,
        end=end,
        quote=document.text[start:end],
        anchor=figure.anchor,
        kind="count",
        source=_value(what.source),
        source_side=what.source_side,
        hedge=what.hedge[0] if what.hedge else None,
        reported_on=when.reported_on,
        measure=what.measure.value,
        object=what.object.value,
        low=range_.low,
        high=range_.high,
        approx=range_.approx,
        party=_value(what.party),
        actor=_value(what.actor),
        scope=when.scope,
        place=_value(what.place),
        from_date=when.from_date,
        to_date=when.to_date,
        reasons=(
            Reason("low", figure.rule, figure.start, figure.end),
            *_reasons(what),
            *when.reasons,
            *_implied_dates(when),
        ),
    )


def _value(found: Found | None) -> str | None:
    return found.value if found else None


def _about_range(found: CountRange, what: What) -> CountRange:
    return CountRange(found.low, found.high, found.approx or what.is_about is not None)


def _reasons(what: What) -> Iterable[Reason]:
    named = (
        ("measure", what.measure), ("object", what.object), ("party", what.party), ("actor", what.actor),
        ("place", what.place), ("source", what.source),
    )  # fmt: skip
    for field, found in named:
        if found is not None:
            layer = found.layer
            yield Reason(field, found.rule, layer.start if layer else None, layer.end if layer else None)
    if what.source_side is not None:
        yield Reason("source_side", "the party that the source speaks for")
    yield from [what.hedge[1]] if what.hedge else []
    yield from [what.is_about] if what.is_about else []


def _implied_dates(when: When) -> Iterable[Reason]:
    """Reasons for the days that no cell of the figure's own gave."""
    given = {reason.field for reason in when.reasons}
    days = (
        ("from_date", when.from_date, "the start of what the table covers"),
        ("to_date", when.to_date, "the end of what the table covers"),
        ("reported_on", when.reported_on, "the date of the row or of the document"),
    )
    for field, day, rule in days:
        if day is not None and field not in given:
            yield Reason(field, rule)


def _hedge(position: Position) -> tuple[Hedge, Reason] | None:
    """The hedge of the figure's own headings; the caption's only where it is not a source's verb."""
    rows = (label.layer for label in position.labels)
    captions = position.around.layers[:1]
    for layer in (*position.inner, *position.columns, *rows, *position.sections, *captions):
        meaning = layer.meaning
        if meaning.hedge is not None and meaning.source is None:
            return meaning.hedge, Reason("hedge", layer.where, layer.start, layer.end)
    return None


def _about(position: Position) -> Reason | None:
    layer = next((layer for layer in position.columns if layer.meaning.is_about), None)
    return Reason("approx", layer.where, layer.start, layer.end) if layer else None
