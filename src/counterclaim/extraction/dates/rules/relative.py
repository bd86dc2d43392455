"""Units counted from the document or from what was spoken of: ``last week``, ``three days later``."""

from datetime import date
from typing import Final

from counterclaim.extraction.dates.amounts import Amount, amount_of, unit_of
from counterclaim.extraction.dates.discourse import Discourse
from counterclaim.extraction.dates.periods import OffCalendarError, Period
from counterclaim.extraction.dates.rules.base import (
    Match,
    Reading,
    Rule,
    dated,
    edge_of,
    group,
    low,
    ordinal_of,
    relation_of,
    timed,
)
from counterclaim.extraction.dates.rules.recurring import WEEKDAY_FUTURE
from counterclaim.extraction.dates.words import words

_CALENDAR_UNITS: Final = {"day", "week", "weekend", "month", "quarter", "year", "decade", "century"}
_MOD_BESIDE: Final = {  # "more than two years ago" is before that year
    -1: {
        "MORE_THAN": "BEFORE",
        "EQUAL_OR_MORE": "ON_OR_BEFORE",
        "LESS_THAN": "AFTER",
        "EQUAL_OR_LESS": "ON_OR_AFTER",
    },
    1: {
        "MORE_THAN": "AFTER",
        "EQUAL_OR_MORE": "ON_OR_AFTER",
        "LESS_THAN": "BEFORE",
        "EQUAL_OR_LESS": "ON_OR_BEFORE",
    },
}
_IN_YEAR: Final = {"quarter": 4, "half": 2}


def _unit(match: Match, discourse: Discourse) -> Reading | None:
    """``last week``, ``this month``, ``the following year``, ``earlier this month``."""
    unit, relation = low(match["unit"]), low(match["relation"])
    unit = "week" if unit == "fortnight" else unit
    if unit not in _CALENDAR_UNITS:
        return None
    period = relation_of(relation, unit, discourse)
    if unit == "weekend" and relation == "last":
        period = _last_weekend(discourse)
    mod = edge_of(group(match, "edge")) or words().comparative_edges.get(low(group(match, "comparative")))
    return dated(period, unit, mod=mod)


def _last_weekend(discourse: Discourse) -> Period | None:
    this, day = discourse.here("weekend"), discourse.here("day")
    if this is None or day is None:
        return None
    return this if this.last < day.first else this.shifted(-1)


def _weekend(match: Match, discourse: Discourse) -> Reading:
    """``the weekend``: the one that began last, unless the verb looks ahead."""
    reached, this = discourse.reached(*match.span()), discourse.here("weekend")
    if reached or this is None:
        return dated(discourse.there("weekend"), "weekend")
    near = [this.shifted(-1), this]
    period = discourse.pick(near, match.start(), match.end(), future_weight=WEEKDAY_FUTURE)
    return dated(period, "weekend")


def _of_mention(match: Match, discourse: Discourse) -> Reading | None:
    """``later in the day``, ``early in the month``: the unit around what was spoken of."""
    unit = low(match["unit"])
    if unit not in _CALENDAR_UNITS:
        return None
    mod = words().comparative_edges[low(match["comparative"])]
    return dated(discourse.told(unit, match.span()), unit, mod=mod).between(match.start("the"), match.end())


def _beside(match: Match, discourse: Discourse) -> Reading | None:
    """``the day before``, ``the week after``."""
    unit, way = low(match["unit"]), _way(match["shift"])
    if unit == "night":
        day = discourse.there("day")
        return timed(day.shifted(way) if day else None, "TNI")
    if unit not in _CALENDAR_UNITS:
        return None
    base = discourse.there(unit)
    return dated(base.shifted(way) if base else None, unit)


def _way(word: str) -> int:
    return words().shifts.get(low(word)) or words().shift_prepositions[low(word)]


def _ago(match: Match, discourse: Discourse) -> Reading:
    """``two months ago``, ``a year ago``: as coarse as the unit."""
    return _shifted(match, discourse, -1, from_document=True)


def _from_now(match: Match, discourse: Discourse) -> Reading:
    """``two weeks from now``."""
    return _shifted(match, discourse, 1, from_document=True)


def _later(match: Match, discourse: Discourse) -> Reading:
    """``three days later``, ``a year earlier``."""
    return _shifted(match, discourse, _way(match["shift"]), from_document=False)


def _shifted(match: Match, discourse: Discourse, way: int, *, from_document: bool) -> Reading:
    amount = amount_of(match["amount"], group(match, "and_half"))
    approximate = words().approximate.get(low(match["approx"]), "")
    mod = _MOD_BESIDE[way].get(approximate, approximate) or None
    if amount.is_vague:
        return _beyond(way, mod)
    unit, count = amount.steps(unit_of(match["units"]))
    if unit == "week" and group(match, "today"):
        unit, count = "day", 7 * count
    mention = discourse.last_mention()
    if unit == "year" and mention and mention.period.unit in _IN_YEAR:
        # A year before a quarter is a quarter: companies compare like with like.
        unit, count, from_document = mention.period.unit, count * _IN_YEAR[mention.period.unit], False
    base = discourse.here(unit) if from_document else discourse.there(unit)
    try:
        return dated(base.shifted(count * way) if base else None, unit, mod=mod)
    except OffCalendarError:
        return _beyond(way, mod)


def _business_period(match: Match, discourse: Discourse) -> Reading:
    """``the quarter``, ``the latest period``, ``the year-earlier quarter``: as companies report."""
    mention = discourse.last_mention()
    spoken = mention.period if mention and mention.period.unit in _IN_YEAR else None
    here = discourse.here("quarter")
    period = spoken or (here.shifted(-1) if here else None)
    if period and match["year_before"]:
        period = period.shifted(-_IN_YEAR[period.unit])
    return dated(period, "quarter")


def _edge_of_the(match: Match, discourse: Discourse) -> Reading | None:
    """``the end of the year``."""
    unit = low(match["unit"])
    if unit not in _CALENDAR_UNITS - {"day"}:
        return None
    period, mod = discourse.here(unit), edge_of(match["edge"])
    return dated(period, unit, mod=mod)


def _end_of(match: Match, discourse: Discourse) -> Reading:
    """``year-end``, ``the month's end``."""
    unit = low(match["unit"])
    return dated(discourse.here(unit), unit, mod="LATE")


def _beyond(way: int, mod: str | None) -> Reading:
    """A time so far or so vaguely off that it has no place on the calendar."""
    return Reading("DATE", "FUTURE_REF" if way > 0 else "PAST_REF", mod=mod)


def _day_of_event(match: Match, discourse: Discourse) -> Reading | None:
    """``the fourth day of the war``, ``day 12 of the war``, where the war's first day is known."""
    start = _anchor(match, discourse)
    if start is None:
        return None
    number = int(match["digits"]) if group(match, "digits") else ordinal_of(match["ordinal"])
    unit = low(group(match, "unit")) or "day"
    amount = Amount(number - 1)
    first = amount.away_from(start, unit, 1)
    if unit == "day":
        return dated(Period("day", first), "day", explicit=True)
    last = Period("day", Amount(number).away_from(start, unit, 1)).shifted(-1)
    return Reading(
        "DATE",
        Period.of(unit, first).value,
        Period("day", first).from_date,
        last.to_date,
        unit,
        period=Period("day", first),
    )


def _anchor(match: Match, discourse: Discourse) -> date | None:
    return discourse.anchors.get(low(match["event"])) or discourse.anchors.get("start")


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "day_of_event",
        "the day",
        r"(?:[Tt]he <ordinal>(?: |-)(?P<unit>day|week|month)|[Dd]ay (?P<digits>\d{1,4}))"
        r"(?: of (?:the |its |this |their )?(?:[\w-]+ ){0,3}?<event>|{not_counting})",
        _day_of_event,
    ),
    Rule(
        "ago",
        "approx number digit",
        r"<approx>?<amount>(?: |-)<units>(?P<and_half> and a half)? ago\b(?P<today> today\b)?",
        _ago,
    ),
    Rule("long_ago", "unit", r"{plural} ago\b", lambda _match, _discourse: Reading("DATE", "PAST_REF")),
    Rule("from_now", "approx number digit", r"<approx>?<amount> <units> (?:from now|hence)\b", _from_now),
    Rule("later", "approx number digit", r"<approx>?<amount>(?: |-)<units> <shift>(?! than\b)", _later),
    Rule("beside", "the", r"[Tt]he (?:very )?<unit> <shift>", _beside),
    Rule(
        "edge_of_unit",
        "edge comparative",
        r"(?:<edge>|<comparative> (?:on )?)(?:the )?<relation> (?:fiscal |calendar )?<unit>",
        _unit,
    ),
    Rule("relative_unit", "relation", r"<relation>(?: |-)(?:fiscal |calendar )?<unit>(?!-old)", _unit),
    Rule("of_mention", "comparative", r"<comparative>(?: on)? in (?P<the>the|that) <unit>", _of_mention),
    Rule("weekend", "the", r"[Tt]he weekend\b", _weekend),
    Rule(
        "business_period",
        "the",
        r"[Tt]he (?:(?P<year_before>(?:comparable |corresponding )?year-(?:earlier|ago) (?:fiscal )?"
        r"(?:quarter|period))"
        r"|(?:latest|most recent) (?:fiscal )?(?:quarter|period)|quarter(?! of\b))\b",
        _business_period,
    ),
    Rule("edge_of_the_unit", "edge", r"<edge>(?:the |(?<=of\s))<unit>{not_counting}", _edge_of_the),
    Rule(
        "year_end", "the year_end", r"(?:[Tt]he )?(?P<unit>[Yy]ear|[Mm]onth)(?: |-|['’]s )end\b(?!-)", _end_of
    ),
)
