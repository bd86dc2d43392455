"""Hours of the clock: ``8 a.m.``, ``10:30 p.m. local time``, ``noon on Monday``."""

import re
from functools import cache
from typing import Final

from counterclaim.extraction.dates.discourse import Discourse
from counterclaim.extraction.dates.grammar import expand
from counterclaim.extraction.dates.periods import Period
from counterclaim.extraction.dates.rules.base import (
    Match,
    Reading,
    Rule,
    day_of,
    group,
    low,
    month_of,
    timed,
    undated_day,
    weekday_of,
)
from counterclaim.extraction.dates.rules.recurring import WEEKDAY_FUTURE, undated, weekdays
from counterclaim.extraction.dates.words import words

_NOON: Final = 12


def _clock(match: Match, discourse: Discourse) -> Reading | None:
    """An hour of the day that stands beside it, else of the day spoken of."""
    time = _time(match["clock"]) if group(match, "clock") else words().clock_words[low(match["clock_word"])]
    if time is None:
        return None
    beside = _day_beside().match(discourse.text, match.end("zoned"))
    day = _day(beside, (match.start(), beside.end()), discourse) if beside else discourse.there("day")
    return timed(day, time)


@cache
def _day_beside() -> re.Pattern[str]:
    """``Monday``, ``on 10 October 2020``, ``(00:00 UTC) on May 3`` after an hour."""
    return re.compile(
        expand(
            r"(?: \([^()\n]{1,20}\))?,?(?: on| of)? (?:<day_word>|" + _DATE + "|<any_weekday>)", named=True
        )
    )


def _day(beside: Match, at: tuple[int, int], discourse: Discourse) -> Period | None:
    if beside["month"] or beside["month_before"]:
        month = month_of(beside["month"] or beside["month_before"])
        number = int((beside["dd"] or beside["dd_after"]).rstrip("stndrh"))
        if beside["year"]:
            return day_of(int(beside["year"]), month, number)
        return undated_day(month, number, at, discourse)
    here = discourse.here("day")
    if beside["day_word"]:
        return here.shifted(words().day_words[low(beside["day_word"])]) if here else None
    number = weekday_of(beside["any_weekday"])
    return undated("day", weekdays(number), at, discourse, future_weight=WEEKDAY_FUTURE)


def _time(text: str) -> str | None:
    """The TIMEX3 value of an hour, None if the day has no such one."""
    digits = re.match(r"(\d\d?)[:.]?(\d\d)?", text)
    if digits is None:
        return None
    hour, minute = int(digits[1]), int(digits[2] or 0)
    half = re.search(r"([ap])\.?m", text.lower())
    if half:
        hour = hour % _NOON + (_NOON if half[1] == "p" else 0)
    return f"T{hour:02}:{minute:02}" if hour <= 24 and minute < 60 else None


_DATE: Final = (
    r"(?:{any_weekday},? )?(?:<dd>(?: of)? <month:any_month>|<month_before:any_month> <dd_after:dd>)"
    r"(?:,? <year>)?"
)
_BESIDE: Final = (
    r"(?P<zoned>{zone}?)(?:,? (?:{day_word}|"
    + re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", _DATE)
    + "|{any_weekday}))?"
)
RULES: Final[tuple[Rule, ...]] = (
    Rule("clock", "digit", r"(?<![\d.:,$])<clock>" + _BESIDE, _clock),
    Rule("clock_word", "clock_word", r"<clock_word>" + _BESIDE, _clock),
)
