"""Hours of the clock: ``8 a.m.``, ``10:30 p.m. local time``, ``noon on Monday``."""

import re

from counterclaim.extraction.dates.discourse import Discourse
from counterclaim.extraction.dates.periods import Period
from counterclaim.extraction.dates.rules.base import Match, Reading, Rule, group, low, timed
from counterclaim.extraction.dates.rules.recurring import undated, weekdays
from counterclaim.extraction.dates.words import words

_NOON = 12


def _clock(match: Match, discourse: Discourse) -> Reading | None:
    """An hour, of the weekday that stands beside it, else of the day spoken of."""
    time = _time(match["clock"]) if group(match, "clock") else words().clock_words[low(match["clock_word"])]
    if time is None:
        return None
    return timed(_day_beside(match, discourse), time)


def _day_beside(match: Match, discourse: Discourse) -> Period | None:
    name = match["any_weekday"] or match["coming_weekday"]
    if name:
        number = _weekday_number(name)
        return undated("day", weekdays(number), match, discourse, future_weight=4.0)
    here = discourse.here("day")
    if match["day_word"]:
        return here.shifted(words().day_words[low(match["day_word"])]) if here else None
    return discourse.there("day")


def _weekday_number(name: str) -> int:
    name = name.rstrip(".").capitalize()
    return words().weekdays.get(name) or words().short_weekdays[name]


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


_BESIDE = r"(?:,? (?:(?:on )?(?=<any_weekday>)|<day_word>))?"
RULES = (
    Rule("clock", r"(?<![\d.:,$])<clock>{zone}?(?: <any_weekday>| <day_word>)?(?:(?=,? on <coming_weekday:any_weekday>))?", _clock),
    Rule("clock_word", r"(?:<clock_word>)(?: <any_weekday>| <day_word>)?(?:(?=,? on <coming_weekday:any_weekday>))?", _clock),
)
