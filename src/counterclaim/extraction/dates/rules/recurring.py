"""Times that come again: a weekday, a month, a season, a quarter; and which one is meant."""

from collections.abc import Callable
from typing import Final

from counterclaim.extraction.dates.discourse import Discourse
from counterclaim.extraction.dates.periods import Period
from counterclaim.extraction.dates.rules.base import Match, Reading, dated, edge_of, group, is_deictic, low
from counterclaim.extraction.dates.words import words

# A weekday or a weekend lies before the document far more often than after it.
WEEKDAY_FUTURE: Final = 4.0

Around = Callable[[Period], list[Period]]


def weekdays(number: int) -> Around:
    """The Mondays (1)… Sundays (7) in the week before a day, on it, and in the week after it."""

    def around(base: Period) -> list[Period]:
        day = Period("day", base.first)
        offset = number - base.first.isoweekday()
        return [day.shifted(offset + 7 * weeks) for weeks in (-1, 0, 1)]

    return around


def yearly(unit: str, month: int) -> Around:
    """The months, seasons, quarters or halves that begin with a month, in the years around a period."""

    def around(base: Period) -> list[Period]:
        year = base.first.year
        years = [year + on for on in (-2, -1, 0, 1) if 1 <= year + on < 9999]
        return [Period(unit, base.first.replace(year=each, month=month, day=1)) for each in years]

    return around


def which(relation: str, unit: str, around: Around, discourse: Discourse) -> Period | None:
    """The one that "last", "this", "next", "that" or "the following" picks out of those around."""
    phrase = low(relation)
    base = discourse.here(unit) if is_deictic(phrase) else discourse.there(unit)
    if base is None:
        return None
    count = words().relative.get(phrase, words().anaphoric.get(phrase, 0))
    return _counted(around(base), base, count)


def _counted(periods: list[Period], base: Period, count: int) -> Period:
    before = [period for period in periods if period.last < base.first]
    after = [period for period in periods if period.first > base.last]
    if count < 0 and before:
        return before[-1]
    if count > 0 and after:
        return after[0]
    return min(periods, key=lambda period: abs((period.first - base.first).days))


def undated(
    unit: str, around: Around, at: tuple[int, int], discourse: Discourse, *, future_weight: float = 1.0
) -> Period | None:
    """The one that words at these offsets mean if they do not say which."""
    reached = discourse.reached(*at) if unit != "day" or discourse.is_history else None
    base = reached.period if reached else discourse.document
    if base is None or (unit == "day" and base.unit != "day"):
        return None
    return discourse.pick(around(base), *at, reached=reached, future_weight=future_weight)


def recurring(match: Match, unit: str, around: Around, discourse: Discourse) -> Reading:
    """A DATE of a time that comes again, whether or not a relation says which one."""
    relation = group(match, "relation")
    if relation:
        period = which(relation, unit, around, discourse)
    else:
        period = undated(unit, around, match.span(), discourse)
    return dated(period, unit, mod=edge_of(group(match, "edge")))
