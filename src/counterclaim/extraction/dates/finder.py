"""Finds the expressions of time in a text.

A quick search goes for words that no expression of time is without (`_heads`). Only around these are
the rules tried, all in one pattern; the rule that fits then reads the words by its own.
"""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache

from counterclaim.extraction.dates.discourse import Discourse, document_period
from counterclaim.extraction.dates.grammar import expand
from counterclaim.extraction.dates.rules import RULES, Reading, Rule
from counterclaim.extraction.dates.spans import DateSpan
from counterclaim.extraction.dates.words import any_of, words
from counterclaim.partial_date import PartialDate

_BEFORE_HEAD = 48  # the most characters of an expression before its first head


def find_dates(
    text: str,
    document_date: PartialDate | date | str | None = None,
    *,
    anchors: Mapping[str, date] | None = None,
) -> list[DateSpan]:
    """Find the expressions of time in an English text and say what each means.

    Values follow TIMEX3 (TimeML 1.2.1): an expression is read from its words, from the dates before
    it and from the document's date.

    Args:
        text: the text; offsets count its characters.
        document_date: the day, month or year in which it was published, if known.
        anchors: first days of events by the event's word in lower case, for "the fourth day of the
            war"; the key "start" serves every event that has no key of its own.

    Returns:
        The spans in text order; they do not overlap.

    Raises:
        ValueError: `document_date` is a text that is not an ISO date.
    """
    discourse = Discourse(text, document_period(document_date), anchors or {})
    spans: list[DateSpan] = []
    done = 0
    for head in _heads().finditer(text):
        if head.start() < done:
            continue
        for opening in _openings().finditer(text, max(done, head.start() - _BEFORE_HEAD), head.end()):
            found = _read_at(opening.start(), discourse)
            if found:
                spans += found
                done = found[-1].end
                break
    return spans


def _read_at(start: int, discourse: Discourse) -> list[DateSpan]:
    """The spans of the expression that begins there, if one does; they are noted in the discourse."""
    match = _all_rules().match(discourse.text, start)
    if match is None:
        return []
    first = int(match.lastgroup[1:])  # type: ignore[index]
    for rule, pattern in _compiled()[first:]:
        own = pattern.match(discourse.text, start)
        spans = _read(rule, own, discourse) if own else []
        if spans:
            return spans
    return []


def _read(rule: Rule, match: re.Match[str], discourse: Discourse) -> list[DateSpan]:
    found = rule.read(match, discourse)
    readings = [found] if isinstance(found, Reading) else found or ()
    spans = []
    for reading in readings:
        if reading.period:
            discourse.note(reading.period, match.start(), explicit=reading.explicit)
        spans.append(_span(rule, match, reading))
    return spans


def _span(rule: Rule, match: re.Match[str], reading: Reading) -> DateSpan:
    start, end = (reading.start, reading.end) if reading.end >= 0 else match.span()
    return DateSpan(
        start,
        end,
        reading.value,
        reading.type,
        reading.from_date,
        reading.to_date,
        reading.precision,
        reading.mod,
        rule.name,
    )


# ------------------------------------------------------------------ the patterns


@cache
def _compiled() -> list[tuple[Rule, re.Pattern[str]]]:
    return [(rule, re.compile(expand(rule.pattern, named=True))) for rule in RULES]


@cache
def _all_rules() -> re.Pattern[str]:
    """Every rule in one pattern, in order, as the groups r0, r1…"""
    rules = (f"(?P<r{index}>{expand(rule.pattern, named=False)})" for index, rule in enumerate(RULES))
    return re.compile("|".join(rules))


@cache
def _heads() -> re.Pattern[str]:
    """What no expression is without: a name or unit of time, a reference, or digits of a date."""
    w = words()
    units = {*w.units, *w.irregular_plurals.values()}
    named = {*w.months, *w.short_months, *w.weekdays, *w.short_weekdays}
    others = {
        *(phrase.split()[-1] for phrase in (*w.references, *w.holidays)),
        *w.seasons,
        *(season.capitalize() for season in w.seasons),
        *w.parts_of_day,
        *w.clock_words,
        *w.day_words,
        *w.decades,
        *w.event_days["words"],
        *("current", "overnight", "half", "hours"),
    }
    listed = any_of([*units, *named, *(name.upper() for name in named), *others])
    return re.compile(
        rf"\b{listed}s?\b|(?<![\w.])(?:[12]\d\d\d|\d\d?(?:st|nd|rd|th|[-/.]\d\d?[-/.]\d|[:.]\d\d| ?[ap]\.?m\b| ?[AP]\.?M\b"
        rf"| o['’]clock)|['’]?\d0s\b|[QH][1-4]\b)"
    )


@cache
def _openings() -> re.Pattern[str]:
    """The words with which an expression can begin."""
    w = words()
    phrases = {
        *w.approximate, *w.edges, *w.comparative_edges, *w.relative, *w.anaphoric, *w.numbers,
        *w.vague_numbers["words"], *w.vague_numbers["two"], *w.months, *w.short_months, *w.weekdays,
        *w.short_weekdays, *w.seasons, *w.parts_of_day, *w.clock_words, *w.day_words, *w.references,
        *w.vague_periods, *w.holidays, *w.decades, *w.ordinals, "the", "these", "those", "every",
        "each", "once", "twice", "day", "fiscal", "year", "past", "coming", "first", "final", "current",
        "overnight", "half", "opening", "previous", "preceding", "following", "weekend", "Fiscal", "FY", "Year",
    }  # fmt: skip
    names = {*w.months, *w.weekdays, *w.short_months, *w.short_weekdays, *w.seasons}
    shouted = {name.upper() for name in names} | {season.capitalize() for season in w.seasons}
    first_words = {re.split(r"[ -]", phrase)[0] for phrase in phrases} | shouted
    return re.compile(rf"(?<!\w)(?:{any_of(first_words)}|[\d'’~QH])")
