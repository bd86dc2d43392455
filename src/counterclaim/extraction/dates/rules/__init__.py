"""The rules, in the order in which they are tried at one place of a text: the first that fits reads it."""

from counterclaim.extraction.dates.rules import (
    clock,
    days,
    durations,
    months,
    references,
    relative,
    weekdays,
    years,
)
from counterclaim.extraction.dates.rules.base import Reading, Rule

RULES: tuple[Rule, ...] = (
    *days.RULES,
    *months.RULES,
    *years.RULES,
    *relative.RULES,
    *weekdays.RULES,
    *clock.RULES,
    *durations.RULES,
    *references.RULES,
)

__all__ = ["RULES", "Reading", "Rule"]
