"""Weekdays, yesterday and today, and the parts of a day."""

import re
from typing import Final

from counterclaim.extraction.dates.discourse import Discourse
from counterclaim.extraction.dates.periods import Period
from counterclaim.extraction.dates.rules.base import (
    Match,
    Reading,
    Rule,
    dated,
    day_of,
    edge_of,
    group,
    low,
    month_of,
    relation_of,
    timed,
    undated_day,
    weekday_of,
    year_ahead,
)
from counterclaim.extraction.dates.rules.recurring import WEEKDAY_FUTURE, undated, weekdays, which
from counterclaim.extraction.dates.words import words

_SHORTEST_NAME: Final = 6  # letters of the shortest weekday that is not abbreviated


def _day_word(match: Match, discourse: Discourse) -> Reading:
    """``yesterday``, ``today``, ``early tomorrow``, ``tonight``."""
    word = low(match["day_word"])
    here = discourse.here("day")
    day = here.shifted(words().day_words[word]) if here else None
    part = "night" if word == "tonight" else group(match, "part")
    return _day_or_part(day, part, match)


def _day_or_part(day: Period | None, part: str | None, match: Match) -> Reading:
    mod = edge_of(group(match, "edge")) or words().comparative_edges.get(low(group(match, "comparative")))
    if part:
        return timed(day, f"T{words().parts_of_day[low(part)]}", mod=mod)
    return dated(day, "day", mod=mod)


def _two_days(match: Match, discourse: Discourse) -> Reading:
    """``the day before yesterday``, ``the day after tomorrow``."""
    here, count = discourse.here("day"), -2 if "before" in match.group() else 2
    return dated(here.shifted(count) if here else None, "day")


def _weekday(match: Match, discourse: Discourse) -> Reading | None:
    """``Tuesday``, ``last Sunday``, ``the following Monday``, ``Friday night``."""
    if _is_name(match, discourse.text):
        return None
    number, relation = weekday_of(match["any_weekday"]), group(match, "relation")
    if relation:
        day = which(relation, "day", weekdays(number), discourse)
    else:
        day = undated("day", weekdays(number), match.span(), discourse, future_weight=WEEKDAY_FUTURE)
    reading = _day_or_part(day, group(match, "part"), match)
    if day is None and reading.type == "DATE":
        return Reading("DATE", f"XXXX-WXX-{number}", precision="day", mod=reading.mod)
    return reading


def _is_name(match: Match, text: str) -> bool:
    """Whether the weekday is short for something else, or part of the name of a paper or a feast."""
    name, end = match["any_weekday"], match.end("any_weekday")
    if len(name.rstrip(".")) < _SHORTEST_NAME and not group(match, "relation"):  # "Sun", "Sat", "Mon"
        return not name.endswith(".") or not _PREPOSITION.search(
            text, max(0, match.start() - 8), match.start()
        )
    after = _NAME_AFTER.match(text, end)
    before = _NAME_BEFORE.search(text, max(0, match.start() - 20), match.start())
    lists = words().not_weekdays
    return bool(after and after[1] in lists["after"]) or bool(before and before[1] in lists["before"])


_PREPOSITION: Final = re.compile(r"\b(?:on|On|by|since|until)\s+\Z")
_NAME_AFTER: Final = re.compile(r"\s+([A-Z]\w+)")
_NAME_BEFORE: Final = re.compile(r"([A-Z]\w+)\s+\Z")


def _relative_part(match: Match, discourse: Discourse) -> Reading:
    """``last night``, ``this morning``, ``that evening``, ``the following night``."""
    relation = match["relation"]
    day = relation_of(relation, "day", discourse)
    return _day_or_part(day, match["part"], match)


def _part_of_day(match: Match, discourse: Discourse) -> Reading | None:
    """``the morning of 27 September``."""
    month = month_of(match["month"])
    year = int(match["year"]) if match["year"] else year_ahead(match, discourse, month)
    number = int(match["dd"].rstrip("stndrh"))
    day = day_of(year, month, number) if year else undated_day(month, number, match.span(), discourse)
    return _day_or_part(day, match["part"] or _SMALL_HOURS, match)


def _edge_of_part(match: Match, discourse: Discourse) -> Reading:
    """``late afternoon``, ``the early morning``: of the day spoken of."""
    return _day_or_part(discourse.there("day"), match["part"], match)


def _part_alone(match: Match, discourse: Discourse) -> Reading | None:
    """``in the morning``, ``by the afternoon``, ``at dawn``: of the day spoken of."""
    if not _AT_PART.search(discourse.text, max(0, match.start() - 14), match.start()):
        return None
    part = group(match, "part") or group(match, "bare") or _SMALL_HOURS
    return _day_or_part(discourse.told("day", match.span()), part, match)


_SMALL_HOURS: Final = "morning"  # the part of the day of "the early hours"
_AT_PART: Final = re.compile(
    r"\b(?:[Ii]n|[Bb]y|[Uu]ntil|[Ss]ince|[Dd]uring|[Tt]hrough|[Aa]t|[Bb]efore|[Aa]fter|into|from)\s+\Z"
)


def _overnight(_: Match, discourse: Discourse) -> Reading:
    return timed(discourse.here("day"), "TNI")


_DAY: Final = r"(?:{any_weekday},? )?"
_EDGE: Final = r"(?:<edge>|<comparative> (?:on )?)?"
_PART_OF: Final = r"[Tt]he (?:<edge>?<part>|(?:early|small) hours) of "
RULES: Final[tuple[Rule, ...]] = (
    Rule("two_days", "the", r"[Tt]he day (?:before yesterday|after tomorrow)\b", _two_days),
    Rule("day_word", "day_word edge comparative", _EDGE + r"<day_word>(?: <part>)?", _day_word),
    Rule(
        "part_of_day_month",
        "the",
        _PART_OF + _DAY + "(?:the )?<dd>(?: of)? <month:any_month>(?:,? <year>)?",
        _part_of_day,
    ),
    Rule(
        "part_of_month_day",
        "the",
        _PART_OF + _DAY + "<month:any_month> <dd>(?:,? <year>)?",
        _part_of_day,
    ),
    Rule(
        "relative_weekday",
        "relation edge comparative",
        _EDGE + r"(?:the )?<relation> (?:week's )?<any_weekday>(?: <part>)?",
        _weekday,
    ),
    Rule("part_of_weekday", "the", _PART_OF + "<any_weekday>", _weekday),
    Rule(
        "weekday",
        "weekday edge comparative",
        _EDGE + r"<any_weekday>(?:(?:['’]s)?(?: in the)? <part>)?(?!s\b)",
        _weekday,
    ),
    Rule("relative_part", "relation edge comparative", _EDGE + r"<relation> <part>", _relative_part),
    Rule("overnight", "overnight", r"[Oo]vernight\b", _overnight),
    Rule("edge_of_part", "edge the", r"(?:[Tt]he )?<edge><part>", _edge_of_part),
    Rule(
        "part_alone",
        "the part",
        r"(?:[Tt]he <edge>?(?:<part>|(?:early|small) hours)"
        r"|(?P<bare>dawn|daybreak|night|dusk|nightfall|sunset|sunrise))\b",
        _part_alone,
    ),
)
