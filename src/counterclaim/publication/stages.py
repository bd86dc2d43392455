"""What could be known when: a finding's stages, and the days that the slider runs over."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from counterclaim.count_range import CountRange
from counterclaim.model import Claim
from counterclaim.publication.dates import date_words
from counterclaim.reconciliation import KnownThen
from counterclaim.reconciliation.crossing import is_crossed


@dataclass(frozen=True, slots=True)
class StageRow:
    """A finding as it could be made on a day.

    Attributes:
        day: the day, in ISO form; `words`: the same in words.
        figure: the range, in words.
        basis: how many claims and origins it rested on.
    """

    day: str
    words: str
    figure: str
    sentence: str
    basis: str


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day on which claims were made, in ISO form: the ends of the slider."""

    first: str
    last: str


def stage_rows(stages: Iterable[KnownThen], claims: Mapping[str, Claim]) -> tuple[StageRow, ...]:
    """The stages of a finding, the earliest first; `claims` are the record's, by id."""
    return tuple(
        StageRow(
            day=str(stage.day),
            words=date_words(stage.day),
            figure=range_words(stage.finding.low, stage.finding.high, is_crossed(stage.finding, claims)),
            sentence=stage.finding.sentence,
            basis=basis_words(stage.finding.mentions, stage.finding.origins),
        )
        for stage in stages
    )


def range_words(low: int | None, high: int | None, crossed: bool = False) -> str:
    """A finding's range in words; of a crossed one, the higher end is the floor and the lower the ceiling."""
    if low is None and high is None:
        return "not bounded"
    if crossed:
        return f"{high:,} or more, against {low:,} or fewer"
    return str(CountRange(low, high))


def basis_words(mentions: int, origins: int) -> str:
    """How many claims and origins a finding rests on: "3 claims, 2 origins"."""
    claims = f"{mentions:,} claim{'s' * (mentions != 1)}"
    if not origins:
        return f"{claims}, none of which bounds it"
    return f"{claims}, {origins:,} origin{'s' * (origins != 1)}"


def first_day(known: Iterable[str]) -> str:
    """The first of the days, "" standing for one that is not known; "" where none is."""
    return min(filter(None, known), default="")


def days_of(known: Iterable[str]) -> Days | None:
    """The days that a slider runs over; None where there are not two."""
    days = sorted({day for day in known if day})
    return Days(days[0], days[-1]) if len(days) > 1 else None
