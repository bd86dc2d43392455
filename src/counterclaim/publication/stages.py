"""A finding as it was known on earlier days, in words, and the days at which the slider stops."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from counterclaim.count_range import CountRange
from counterclaim.model import Claim, Finding, Series
from counterclaim.partial_date import PartialDate
from counterclaim.publication.dates import date_words
from counterclaim.publication.earlier import Stage
from counterclaim.reconciliation.crossing import is_crossed


@dataclass(frozen=True, slots=True)
class StageRow:
    """Something as it was known on a day; its words are "" where it was not known then.

    Attributes:
        day: the day, in ISO form; `words`: the same in words.
        figure: the range, in words.
        basis: how many claims and origins it rested on.
        where: what narrowed it down.
        implied: what other findings left of the range.
        crossed: whether its floor stood above its ceiling.
    """

    day: str
    words: str
    figure: str = ""
    sentence: str = ""
    basis: str = ""
    where: str = ""
    implied: str = ""
    crossed: bool = False


@dataclass(frozen=True, slots=True)
class Days:
    """The days at which the slider stops, in ISO form, and on how many days claims were made."""

    stops: tuple[str, ...]
    of: int


def finding_rows(
    stages: Iterable[Stage[Finding]], claims: Mapping[str, Claim], where: Callable[[Series], str]
) -> tuple[StageRow, ...]:
    """The stages of a finding in words, the earliest first.

    Args:
        stages: the finding as it was.
        claims: the record's, by id.
        where: what narrows a series down, in words.
    """
    return tuple(
        _row(stage.day, stage.thing, claims, where)
        if stage.thing
        else StageRow(stage.day, date_words(PartialDate(stage.day)))
        for stage in stages
    )


def _row(day: str, finding: Finding, claims: Mapping[str, Claim], where: Callable[[Series], str]) -> StageRow:
    crossed = is_crossed(finding, claims)
    return StageRow(
        day=day,
        words=date_words(PartialDate(day)),
        figure=range_words(finding.low, finding.high, crossed),
        sentence=finding.sentence,
        basis=basis_words(finding.mentions, finding.origins),
        where=where(finding.series),
        implied=implied_words(finding),
        crossed=crossed,
    )


def range_words(low: int | None, high: int | None, crossed: bool = False) -> str:
    """A finding's range in words; of a crossed one, the higher end is the floor and the lower the ceiling."""
    if low is None and high is None:
        return "not bounded"
    if crossed:
        return f"{high:,} or more, against {low:,} or fewer"
    return str(CountRange(low, high))


def implied_words(finding: Finding) -> str:
    """What other findings leave of a finding's range, "" where they do not narrow it."""
    implied = finding.implied
    return f"{range_words(implied.low, implied.high)}: {implied.reason}" if implied else ""


def basis_words(mentions: int, origins: int) -> str:
    """How many claims and origins a finding rests on: "3 claims, 2 origins"."""
    claims = f"{mentions:,} claim{'s' * (mentions != 1)}"
    if not origins:
        return f"{claims}, none of which bounds it"
    return f"{claims}, {origins:,} origin{'s' * (origins != 1)}"
