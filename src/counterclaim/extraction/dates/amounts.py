"""Amounts of time: ``three weeks``, ``a year and a half``, ``several days``."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Final

from counterclaim.extraction.dates.periods import OffCalendarError, plus_months
from counterclaim.extraction.dates.words import words

# The days or months in a unit, and the unit that a fraction of it is counted in.
_DAYS_IN: Final = {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14}
_MONTHS_IN: Final = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_HOURS_IN: Final = {"hour": 1.0, "minute": 1 / 60, "second": 1 / 3600}
_LONGEST: Final = 100_000  # years, days…: what is longer is a mistake or geology


@dataclass(frozen=True, slots=True)
class Amount:
    """How many of a unit; None for a number that the words leave open ("several")."""

    number: float | None

    @property
    def is_vague(self) -> bool:
        """Whether the number is open, or so great that no calendar holds it."""
        return self.number is None or self.number > _LONGEST

    def value(self, unit: str) -> str:
        """The TIMEX3 value of a duration of so many of that unit."""
        letter = words().units[unit]
        number = self.number
        if letter[0].isdigit():  # a fortnight is two weeks
            number, letter = None if number is None else number * int(letter[0]), letter[1:]
        amount = "X" if number is None else f"{number:g}" if number < _LONGEST else f"{number:.0f}"
        return f"PT{amount}{letter[1:]}" if letter[0] == "T" else f"P{amount}{letter}"

    def steps(self, unit: str) -> tuple[str, int]:
        """The unit of the calendar and how many of it: one finer than the word's for a fraction."""
        number = self.number or 0.0
        if unit in _HOURS_IN:
            return "day", int(number * _HOURS_IN[unit] // 24)
        if unit in ("night", "fortnight"):
            unit, number = ("day", number) if unit == "night" else ("week", number * 2)
        if number == int(number):
            return unit, int(number)
        if unit in _DAYS_IN:
            return "day", round(number * _DAYS_IN[unit])
        if unit == "month":
            return "week", round(number * 30 / 7)
        return "month", round(number * _MONTHS_IN[unit])

    def away_from(self, day: date, unit: str, way: int) -> date:
        """The day that lies so far before (-1) or after (1) a day.

        Raises:
            OffCalendarError: there is no such day.
        """
        number = (self.number or 0.0) * way
        if unit in _MONTHS_IN:
            return plus_months(day, round(number * _MONTHS_IN[unit]))
        days = number * _DAYS_IN[unit] if unit in _DAYS_IN else number * _HOURS_IN[unit] / 24
        try:
            return day + timedelta(days=round(days))
        except OverflowError as error:
            raise OffCalendarError(f"{number} {unit} from {day}") from error


def amount_of(text: str, and_half: str | None = None) -> Amount:
    """Read an amount's number: ``three``, ``2.5``, ``twenty-four``, ``a couple of``, ``half a``.

    Args:
        text: the amount's words.
        and_half: "and a half" where it stands after the unit.
    """
    phrase = " ".join(text.lower().split())
    if phrase in _vague()["words"]:
        return Amount(None)
    if phrase in _vague()["two"]:
        return Amount(2)
    if phrase.startswith("half"):
        return Amount(0.5)
    fraction = 0.5 if and_half or phrase.endswith("half") else 0.25 if phrase.endswith("a quarter") else 0.0
    phrase = re.sub(r" and a (?:half|quarter)\Z", "", phrase)
    return Amount((_digits(phrase) if phrase[0].isdigit() else _spelt(phrase)) + fraction)


@cache
def _vague() -> dict[str, frozenset[str]]:
    return {key: frozenset(listed) for key, listed in words().vague_numbers.items()}


def _digits(phrase: str) -> float:
    return float(phrase.replace(",", ""))


def _spelt(phrase: str) -> float:
    total = 0
    for word in re.split(r"[\s\-\u2010-\u2014]+", phrase):
        number = words().numbers.get(word)
        if number is None:  # "and"
            continue
        total = max(total, 1) * number if number >= 100 else total + number
    return float(total)


def unit_of(text: str) -> str:
    """The singular of a unit's name."""
    return _singulars()[text.lower()]


@cache
def _singulars() -> dict[str, str]:
    units = words().units
    plurals = {words().irregular_plurals.get(unit, f"{unit}s"): unit for unit in units}
    return {**plurals, **{unit: unit for unit in units}}
