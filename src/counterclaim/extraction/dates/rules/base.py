"""What a rule is and what it gives."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Final

from counterclaim.extraction.dates.discourse import Discourse
from counterclaim.extraction.dates.grammar import expand
from counterclaim.extraction.dates.periods import Period, unknown_value
from counterclaim.extraction.dates.spans import TimexType
from counterclaim.extraction.dates.words import words
from counterclaim.partial_date import PartialDate

Match = re.Match[str]

# From one 29 February to the next, over a century's turn.
_YEARS_TO_LEAP: Final = 8


@dataclass(slots=True)
class Reading:
    """What one expression means, before it becomes a span.

    Attributes:
        type, value, from_date, to_date, precision, mod: as a `DateSpan` has them.
        period: what later expressions may refer back to.
        explicit: the words themselves give the year.
        start, end: offsets, where they are not those of the whole match.
    """

    type: TimexType
    value: str
    from_date: PartialDate | None = None
    to_date: PartialDate | None = None
    precision: str | None = None
    mod: str | None = None
    period: Period | None = None
    explicit: bool = False
    start: int = -1
    end: int = -1

    def between(self, start: int, end: int) -> "Reading":
        """The same at other offsets than the match's."""
        return replace(self, start=start, end=end)


Read = Callable[[Match, Discourse], Reading | Iterable[Reading] | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of expression.

    Attributes:
        name: what its spans carry as `rule`.
        opens: the kinds of word with which it can begin (see `grammar.openings`), so that it is not
            tried elsewhere.
        pattern: what it looks like (see `grammar`).
        read: gives its meaning, or None for words that only look like an expression of time.
    """

    name: str
    opens: str
    pattern: str
    read: Read


def dated(
    period: Period | None,
    unit: str,
    *,
    mod: str | None = None,
    explicit: bool = False,
) -> Reading:
    """A DATE that means this period, or one of this unit of which nothing is known."""
    if period is None:
        return Reading("DATE", unknown_value(unit), precision=unit, mod=mod)
    return Reading(
        "DATE",
        period.value,
        period.from_date,
        period.to_date,
        period.unit,
        mod,
        period,
        explicit,
    )


def timed(day: Period | None, time: str, *, mod: str | None = None) -> Reading:
    """A TIME: a day with an hour or a part of the day ("T08:00", "TMO")."""
    if day is None:
        return Reading("TIME", f"XXXX-XX-XX{time}", precision="time", mod=mod)
    return Reading("TIME", day.value + time, day.from_date, day.to_date, "time", mod, day)


def day_of(year: int, month: int, day: int) -> Period | None:
    """The period of that day, None if the calendar has no such day."""
    try:
        return Period("day", date(year, month, day))
    except ValueError:
        return None


def undated_day(month: int, number: int, at: tuple[int, int], discourse: Discourse) -> Period | None:
    """The day of a month that words at these offsets mean if they do not give its year."""
    reached = discourse.reached(*at)
    within = _YEARS_TO_LEAP if (month, number) == (2, 29) else 1
    days = [day for year in discourse.years(reached, within=within) if (day := day_of(year, month, number))]
    return discourse.pick(days, *at, reached=reached)


def low(text: str | None) -> str:
    """A group's words in lower case, single-spaced; empty for a group without words."""
    return " ".join(text.lower().split()) if text else ""


def edge_of(text: str | None) -> str | None:
    """The mod that words for a part of a time stand for ("early", "the end of")."""
    phrase = low(text).rstrip("-\u2010\u2013\u2014 ")
    edges = words().edges
    return edges.get(phrase) or edges.get(phrase.removesuffix(" of"))


def month_of(name: str) -> int:
    """The number of a month from its name or short form."""
    return _months()[name.rstrip(".").capitalize()]


def weekday_of(name: str) -> int:
    """The number of a weekday, Monday being 1, from its name or short form."""
    plain = name.rstrip(".").capitalize()
    return words().weekdays.get(plain) or words().short_weekdays[plain]


@cache
def _months() -> dict[str, int]:
    return {**words().months, **words().short_months}


def ordinal_of(text: str) -> int:
    """The number of an ordinal, in words or digits."""
    phrase = low(text)
    return words().ordinals[phrase] if phrase[0].isalpha() else int(phrase[:-2])


def relation_of(phrase: str, unit: str, discourse: Discourse) -> Period | None:
    """The period that "last", "this", "the next" or "that" makes of a unit.

    "Last", "this" and "next" count from the document, "the previous", "that" and "the following" from
    what was last spoken of.
    """
    relation = low(phrase)
    if relation in words().relative:
        base, count = discourse.here(unit), words().relative[relation]
    else:
        base, count = discourse.there(unit), words().anaphoric[relation]
    return base.shifted(count) if base else None


def is_deictic(phrase: str) -> bool:
    """Whether a relation counts from the document and not from what was spoken of."""
    return low(phrase) in words().relative


def group(match: Match, name: str) -> str | None:
    """The words of a group, None if the rule has no such group or it matched nothing."""
    return match[name] if name in match.re.groupindex else None


def year_ahead(match: Match, discourse: Discourse, month: int) -> int | None:
    """The year that the other end of a range gives: ``27 September – 4 October 2020``."""
    other = _other_end().match(discourse.text, match.end())
    return int(other["year"]) - (month > month_of(other["month"])) if other else None


@cache
def _other_end() -> re.Pattern[str]:
    joint = r"\s*(?:{dash}|\b(?:to|until|till|through|and|or)\b)\s*"
    return re.compile(expand(joint + "(?:{dd} )?<month:any_month>(?: {dd})?,?(?: of)? <year>", named=True))
