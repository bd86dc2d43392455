"""Months and seasons: ``October 2020``, ``last November``, ``the summer of 2014``."""

import re
from datetime import date
from functools import cache
from typing import Final

from counterclaim.extraction.dates.discourse import Discourse
from counterclaim.extraction.dates.periods import Period
from counterclaim.extraction.dates.rules.base import (
    Match,
    Reading,
    Rule,
    dated,
    edge_of,
    group,
    low,
    month_of,
    relation_of,
    year_ahead,
)
from counterclaim.extraction.dates.rules.recurring import recurring, yearly
from counterclaim.extraction.dates.words import any_of, words

_SEASON_MONTHS: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def _month_year(match: Match, _: Discourse) -> Reading:
    return _in_year("month", int(match["year"]), month_of(match["month"]), match, explicit=True)


def _iso_month(match: Match, _: Discourse) -> Reading | None:
    year, month = int(match["year"]), int(match["number"])
    if month > year % 100:  # 2010-11 are two years
        return _in_year("month", year, month, match, explicit=True) if year % 100 == 0 else None
    return _in_year("month", year, month, match, explicit=True)


def _month_of_year(match: Match, discourse: Discourse) -> Reading:
    """``November of that year``."""
    year = relation_of(match["relation"], "year", discourse)
    if year is None:
        return dated(None, "month")
    return _in_year("month", year.first.year, month_of(match["month"]), match)


def _month(match: Match, discourse: Discourse) -> Reading | None:
    """``November``, ``last November``, ``late May``; but not "May" or "March" as a verb."""
    if not (match["edge"] or match["relation"]) and not _is_month(match, discourse.text):
        return None
    month = month_of(match["month"])
    year = year_ahead(match, discourse, month)
    if year:
        return _in_year("month", year, month, match)
    reading = recurring(match, "month", yearly("month", month), discourse)
    if reading.period is None:
        return Reading("DATE", f"XXXX-{month:02}", precision="month", mod=reading.mod)
    return reading


def _is_month(match: Match, text: str) -> bool:
    """Whether a month's name alone is one: "in May", "and March", but not "May I" or "June Smith"."""
    name = match["month"].rstrip(".").capitalize()
    is_short = name in words().short_months
    before = (_IN_SHORT if is_short else _before_month()).search(
        text, max(0, match.start() - 24), match.start()
    )
    if before or is_short or name in ("May", "March"):
        return before is not None
    return not _NAME_AFTER.match(text, match.end()) and not _NUMBER_BEFORE.search(
        text, max(0, match.start() - 4), match.start()
    )


_IN_SEASON: Final = re.compile(r"\b(?:[Ii]n|[Bb]y|[Ss]ince|[Uu]ntil|[Tt]hrough|[Tt]his|[Dd]uring)\s+\Z")
_IN_SHORT: Final = re.compile(r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]rom|early|mid|late)[\s-]+\Z")
_NUMBER_BEFORE: Final = re.compile(r"\d\s+\Z")
_NAME_AFTER: Final = re.compile(r"[ \t]+[A-Z][a-z]")


@cache
def _before_month() -> re.Pattern[str]:
    months = any_of([*words().months, *words().short_months])
    listed = rf"{months}\.?(?:,|,?\s+(?:and|or|to|through)|\s*[-\u2010-\u2014/&])"
    return re.compile(rf"(?:\b{any_of(words().prepositions['words'])}(?:\s+the)?|{listed})\s*\Z")


def _season(match: Match, discourse: Discourse) -> Reading:
    month = _season_month(match)
    if group(match, "year"):
        return _in_year("season", int(match["year"]), month, match, explicit=True)
    if group(match, "of"):
        year = relation_of(match["of"], "year", discourse)
        return _in_year("season", year.first.year, month, match) if year else dated(None, "season")
    return recurring(match, "season", yearly("season", month), discourse)


def _bare_season(match: Match, discourse: Discourse) -> Reading | None:
    """``the summer``, ``late autumn``, ``in winter``; but not "to spring" or "a fall"."""
    named = match["edge"] or match.group()[:3].lower() == "the"
    if not named and not _IN_SEASON.search(discourse.text, max(0, match.start() - 12), match.start()):
        return None
    return recurring(match, "season", yearly("season", _season_month(match)), discourse)


def _season_month(match: Match) -> int:
    return _SEASON_MONTHS[words().seasons[low(match["season"])]]


def _in_year(unit: str, year: int, month: int, match: Match, *, explicit: bool = False) -> Reading:
    return dated(
        Period(unit, date(year, month, 1)), unit, mod=edge_of(group(match, "edge")), explicit=explicit
    )


RULES: Final[tuple[Rule, ...]] = (
    Rule("iso_month", "digit", r"(?<![\d-])<year>-<number:iso_month>(?![\d-])", _iso_month),
    Rule(
        "month_year",
        "month edge the",
        r"(?:[Tt]he )?<edge>?(?:the month of )?<month:any_month>(?:,? of|,)?(?: |-)<year>",
        _month_year,
    ),
    Rule(
        "month_of_year",
        "month edge",
        r"<edge>?<month:any_month>(?:,? | of | in )<relation> year\b",
        _month_of_year,
    ),
    Rule(
        "season_of_year",
        "season edge the",
        r"(?:[Tt]he )?<edge>?<season>(?:,? of|,)? (?:<year>|<of:relation> year\b)",
        _season,
    ),
    Rule("relative_season", "edge relation", r"<edge>?<relation> <season>", _season),
    Rule("season", "season edge the", r"(?:[Tt]he )?<edge>?<season>(?! of\b)", _bare_season),
    Rule("month", "month edge relation", r"<edge>?(?:<relation> )?<month:any_month>", _month),
)
