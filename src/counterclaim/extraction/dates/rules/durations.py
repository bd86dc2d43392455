"""Durations and repetitions: ``nearly two months``, ``the past 24 hours``, ``every Thursday``."""

import re
from functools import cache
from typing import Final

from counterclaim.extraction.dates.amounts import Amount, amount_of, unit_of
from counterclaim.extraction.dates.discourse import Discourse
from counterclaim.extraction.dates.periods import partial
from counterclaim.extraction.dates.rules.base import Match, Reading, Rule, low, ordinal_of
from counterclaim.extraction.dates.words import any_of, words
from counterclaim.partial_date import PartialDate

_FROM_DOCUMENT: Final = ("past", "last", "next", "coming")


def _duration(match: Match, discourse: Discourse) -> Reading | None:
    """``three days``, ``a two-day visit``, ``the past 24 hours``."""
    unit, amount = unit_of(match["units"]), amount_of(match["amount"], match["and_half"])
    if low(match["amount"]) in ("a", "an") and _RATED.search(
        discourse.text, max(0, match.start() - 32), match.start()
    ):
        return None  # "four flights a week"
    if unit == "second" and low(match["amount"]) in ("a", "an", "one", "the few"):
        return None  # "a second attack"
    mod = words().approximate.get(low(match["approx"]))
    way = low(match["way"])
    first, last = _stretch(amount, unit, way, discourse)
    reading = Reading("DURATION", amount.value(unit), first, last, unit, mod)
    if amount.is_vague and mod:  # "over several years" is no comparison
        return reading.between(match.start("amount"), match.end())
    is_compound = discourse.text[match.start("units") - 1] == "-"
    if is_compound and not mod:  # "the first two-day visit"
        return reading.between(match.start("amount"), match.end())
    return reading


_RATED: Final = re.compile(
    r"(?:\d|\b(?:two|three|four|five|six|ten|twenty|hundred|thousand|million|billion|times))[^.;,:()\d]{0,24}\Z",
    re.IGNORECASE,
)


def _rolling(match: Match, discourse: Discourse) -> Reading | None:
    """``the past week``, ``the last year``: a stretch that ends with the document."""
    unit = unit_of(match["unit"])
    first, last = _stretch(Amount(1), unit, low(match["way"]), discourse)
    return Reading("DURATION", Amount(1).value(unit), first, last, unit)


def _bare(match: Match, discourse: Discourse) -> Reading | None:
    """``for months``, ``days before the vote``; but not "12-hour days" or "in days of old"."""
    text, (start, end) = discourse.text, match.span()
    if not (_lasting().search(text, max(0, start - 12), start) or _BESIDE.match(text, end)):
        return None
    unit = unit_of(match["plural"])
    return Reading("DURATION", Amount(None).value(unit), precision=unit)


_BESIDE: Final = re.compile(r"\s+(?:before|after)\s+[a-z]")


@cache
def _lasting() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(words().lasting['words'])}\s+\Z")


def _stretch(
    amount: Amount, unit: str, way: str, discourse: Discourse
) -> tuple[PartialDate | None, PartialDate | None]:
    """First and last day of an amount of time before or after the document or what was spoken of."""
    side = words().ways.get(way, 0)
    if side == 0 or amount.is_vague:
        return None, None
    from_document = way in _FROM_DOCUMENT and not discourse.is_history
    base = discourse.here("day") if from_document else discourse.there("day")
    if base is None:
        return None, None
    first, last = sorted((base.first, amount.away_from(base.first, unit, side)))
    return partial(first.isoformat()), partial(last.isoformat())


def _either(match: Match, discourse: Discourse) -> list[Reading] | None:
    """``two to six days``, ``between two and six days``: both ends."""
    start = match.start()
    if low(match["joint"]) == "and" and not _BETWEEN.search(discourse.text, max(0, start - 9), start):
        return None
    unit, first = unit_of(match["units"]), amount_of(match["first"])
    ends = [(first, "first", match.end("first")), (amount_of(match["amount"]), "amount", match.end())]
    return [
        Reading("DURATION", amount.value(unit), precision=unit).between(match.start(group), end)
        for amount, group, end in ends
    ]


_BETWEEN: Final = re.compile(r"\b[Bb]etween\s+\Z")


def _every(match: Match, _: Discourse) -> Reading | None:
    """``every day``, ``each Thursday``, ``every two weeks``."""
    if match["weekday"]:
        return Reading("SET", f"XXXX-WXX-{words().weekdays[match['weekday'].capitalize()]}", precision="day")
    if match["month"]:
        return Reading("SET", f"XXXX-{words().months[match['month'].capitalize()]:02}", precision="month")
    if match["part"]:
        return Reading("SET", f"XXXX-XX-XXT{words().parts_of_day[low(match['part'])]}", precision="time")
    unit = unit_of(match["units"])
    number = 1.0
    if match["amount"]:
        number = amount_of(match["amount"]).number or 1.0
    elif match["ordinal"]:
        number = float(ordinal_of(match["ordinal"]))
    elif match["other"]:
        number = 2.0
    return Reading("SET", Amount(number).value(unit), precision=unit)


def _weekdays(match: Match, _: Discourse) -> Reading:
    """``Mondays``."""
    return Reading("SET", f"XXXX-WXX-{words().weekdays[match['weekday'].capitalize()]}", precision="day")


def _rate(match: Match, _: Discourse) -> Reading:
    """``twice a week``, ``three times per year``."""
    unit = unit_of(match["unit"])
    return Reading("SET", Amount(1).value(unit), precision=unit)


def _ended(match: Match, _: Discourse) -> Reading:
    """``the year ended March 31``."""
    unit = unit_of(match["unit"])
    return Reading("DURATION", Amount(1).value(unit), precision=unit)


_MORE: Final = (
    r"(?: (?:more|consecutive|straight|additional|full|whole|long|successive|further|other|solid|entire))?"
)
_WAY: Final = (
    r"(?:(?:[Tt]he|[Tt]hese|[Tt]hose) )?"
    r"(?:<way> )?"
)
_NO_AGE: Final = r"(?!(?: |-)old| (?:and|or) (?:older|younger|over|under|up)|'s time)"
RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "every",
        "every",
        r"(?:[Ee]very|[Ee]ach)(?: single)?(?: (?:<amount>|<ordinal>|(?P<other>other)))?"
        r" (?:<weekday>|<month>|<part>|<units>)",
        _every,
    ),
    Rule("rate", "number digit", r"(?:[Oo]nce|[Tt]wice|[\w-]+ times) (?:a|an|per|each|every) <unit>", _rate),
    Rule(
        "duration",
        "approx number digit way the",
        r"(?:<approx>|" + _WAY + r")<amount>" + _MORE + r"(?: |-)<units>(?P<and_half> and a half)?" + _NO_AGE,
        _duration,
    ),
    Rule(
        "duration_range",
        "number digit",
        r"<first:count>(?P<joint> (?:to|or|and) | ?{dash} ?)<amount:count> <units>" + _NO_AGE,
        _either,
    ),
    Rule("unit_ended", "the", r"[Tt]he (?:fiscal )?<unit>(?= (?:ended|ending|through|to)\b)", _ended),
    Rule("rolling", "the relation", r"(?:[Tt]he|[Tt]his) (?P<way>past|last|next) <unit>", _rolling),
    Rule("bare_units", "unit", r"<plural>{not_counting}", _bare),
    Rule("weekdays", "weekday", r"<weekday>s\b", _weekdays),
)
