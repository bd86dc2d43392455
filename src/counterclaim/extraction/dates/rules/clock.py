"""Hours of the clock: ``8 a.m.``, ``10:30 p.m. local time``, ``noon on Monday``."""

import re

from counterclaim.extraction.dates.discourse import Discourse
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

_NOON = 12


def _clock(match: Match, discourse: Discourse) -> Reading | None:
    """An hour, of the weekday that stands beside it, else of the day spoken of."""
    time = _time(match["clock"]) if group(match, "clock") else words().clock_words[low(match["clock_word"])]
    if time is None:
        return None
    return timed(_day_beside(match, discourse), time)


def _day_beside(match: Match, discourse: Discourse) -> Period | None:
    if match["month"]:
        month, number = month_of(match["month"]), int(match["dd"].rstrip("stndrh"))
        if match["year"]:
            return day_of(int(match["year"]), month, number)
        return undated_day(month, number, match, discourse)
    here = discourse.here("day")
    if match["day_word"]:
        return here.shifted(words().day_words[low(match["day_word"])]) if here else None
    name = match["any_weekday"] or match["coming_weekday"]
    if name:
        return undated("day", weekdays(weekday_of(name)), match, discourse, future_weight=WEEKDAY_FUTURE)
    return discourse.there("day")


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


_DAY = (
    r"(?:,? <day_word>|(?:,? {any_weekday})?,? <month:any_month> <dd>(?:,? <year>)?|,? <any_weekday>"
    r"|(?=,? on <coming_weekday:any_weekday>))?"
)
RULES = (
    Rule("clock", r"(?<![\d.:,$])<clock>{zone}?" + _DAY, _clock),
    Rule("clock_word", r"<clock_word>" + _DAY, _clock),
)
