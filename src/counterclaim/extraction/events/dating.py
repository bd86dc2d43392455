"""When an event took place, in a narrative that gives a date and goes on from it."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from counterclaim.extraction.analysis import View
from counterclaim.extraction.context import Context
from counterclaim.extraction.date_roles import in_dateline
from counterclaim.extraction.dates.spans import Interval
from counterclaim.extraction.elapsed import days_apart_of
from counterclaim.extraction.events.cues import BE, EventCue
from counterclaim.extraction.events.words import cardinals, event_words, listed, past_forms, whole_war
from counterclaim.extraction.tokens import Token
from counterclaim.partial_date import PartialDate

_NOUNS: Final = listed("whole_war", "nouns")

Dates = tuple[PartialDate | None, PartialDate | None]
_LASTING: Final = ("ceasefire", "legislation", "sanction")
_SPOKEN: Final = listed("grammar", "dating_spoken")
_SAID_WITHIN: Final = 14  # characters between a verb of saying and its own date


@dataclass(slots=True)
class Narrative:
    """The date that a text is telling of.

    Attributes:
        dates: those of the last event that its sentence dated, in the same section.
        paragraph: number of the paragraph in which it stood.
        heading: the heading above it.
    """

    dates: Dates = (None, None)
    paragraph: int = -1
    heading: str = ""

    def read(self, view: View, context: Context) -> None:
        """Take note of a sentence's dates once its events have been dated."""
        if view.heading != self.heading:
            self.dates, self.heading = (None, None), view.heading
        day = day_of_war(view, context.war_start)
        if day is not None:
            self.dates, self.paragraph = day[0], view.paragraph
        told = [i for i in view.intervals if i.relation in ("in", "since") and _is_date(view, i)]
        told = [i for i in told if not _is_ahead(i, context)]
        if told and told[0].from_date is not None:
            first = told[0]
            self.dates = (first.from_date, first.to_date if first.relation == "in" else first.from_date)
            self.paragraph = view.paragraph


def _is_ahead(interval: Interval, context: Context) -> bool:
    """Whether an interval lies after the document, so that no story goes on from it: "by 1 December"."""
    start = interval.from_date or interval.to_date
    return context.date is not None and start is not None and start.first > context.date.last


def said_on(view: View) -> list[Interval]:
    """Intervals that stand by a verb of saying: said on Tuesday, announced Saturday."""
    found = []
    for source in view.sources:
        end = view.tokens[max(source.cue, source.last)].end
        found += [i for i in view.intervals if 0 <= i.start - end <= _SAID_WITHIN and i.relation == "in"]
    return found


def reported_on(view: View, context: Context) -> PartialDate | None:
    """The date on which the sentence's source spoke: its own, else the document's."""
    said = said_on(view)
    return said[0].to_date if said else context.date


def dates_of(
    view: View,
    cue: EventCue,
    verb: tuple[int, int],
    span: tuple[int, int],
    event_type: str,
    context: Context,
    narrative: Narrative,
) -> tuple[Dates, str, tuple[int, int] | None]:
    """First and last day of an event, the rule that gave them, and the words' offsets.

    Args:
        view: the sentence.
        cue: the event's cue.
        verb: first and last token of the verb that tells that it took place.
        span: indices of the first and last token of its clause.
        event_type: its type.
        context: what holds for the document.
        narrative: what the text was telling of before.
    """
    said = said_on(view)
    choices = [i for i in view.intervals if i not in said and _is_date(view, i)]
    if event_type in _LASTING:
        choices = [i for i in choices if i.relation != "until"]  # extended the curfew until Friday
    choices = [i for i in choices if not _is_in_aside(view.tokens, cue, i)]
    told = days_apart_of(view, cue.first, choices) or _nearest(view, cue, verb, span, choices)
    if event_type in _SPOKEN and said:
        told = said[0]
    if told is not None and context.date is not None and _is_perfect(view.tokens, cue):
        told = None if _is_of_relative(view.tokens, cue, told) else told
    if told is not None:
        return _of_interval(told, context), "clause", (told.start, told.end)
    day = day_of_war(view, context.war_start)
    if day is not None:
        return day[0], "day of the war", day[1]
    whole = next(iter(whole_war().find(view.tokens)), None)
    if whole is not None and context.war_start is not None:
        tokens = view.tokens
        dates = (context.war_start, context.date)
        return dates, "whole war", (tokens[whole.first].start, tokens[whole.last].end)
    if said and context.date is not None:
        return (said[0].from_date, said[0].to_date), "said on", (said[0].start, said[0].end)
    if context.date is not None and (_speaks_now(view, cue) or _is_perfect(view.tokens, cue)):
        return (context.date, context.date), "document", None
    return _from_before(view, cue, event_type, context, narrative)


def days_apart(view: View, span: tuple[int, int]) -> list[Dates]:
    """The days that a clause names one by one: "ceasefires of 10 and 18 October"."""
    start, end = view.tokens[span[0]].start, view.tokens[span[1]].end
    days = [d for i in view.intervals if i.relation == "in" for d in i.spans if start <= d.start < end]
    return [(d.from_date, d.to_date) for d in days if d.from_date is not None and d.from_date == d.to_date]


def _is_date(view: View, interval: Interval) -> bool:
    """Whether an interval dates an event, and not a clock, or what came before or after it."""
    if interval.relation in ("before", "after") and len(view.intervals) > 1:
        return False
    if interval in in_dateline(view):
        return False
    clock = all(span.type == "TIME" for span in interval.spans)
    first = next((t for t in view.tokens if t.start >= interval.start), None)
    return not (
        clock and first is not None and first.text[:1].isdigit() and interval.end - interval.start <= 12
    )


def _is_perfect(tokens: list[Token], cue: EventCue) -> bool:
    """Whether a verb stands in the present perfect, which tells of the time up to the report."""
    return any(t.low in ("has", "have") for t in tokens[max(cue.first - 4, 0) : cue.first])


def _speaks_now(view: View, cue: EventCue) -> bool:
    """Whether somebody speaks in the present tense, which is the report's: the ministry says that …."""
    low = view.lows[cue.first]
    return cue.type in _SPOKEN and low.endswith("s") and low not in BE


def _is_of_relative(tokens: list[Token], cue: EventCue, interval: Interval) -> bool:
    """Whether a date belongs to a relative clause: "has left Gao, where a bomb fell on Monday"."""
    between = (t.low for t in tokens[cue.last + 1 :] if t.end <= interval.start)
    return interval.start > tokens[cue.last].end and any(low in _RELATIVE for low in between)


def _is_in_aside(tokens: list[Token], cue: EventCue, interval: Interval) -> bool:
    """Whether a date belongs to an aside before a cue: "X, who left in May, has accused Y"."""
    between = [i for i in range(cue.first) if tokens[i].start >= interval.end]
    if not any(tokens[i].low == "," for i in between):
        return False
    first = between[0]
    opens = next((i for i in range(first - 1, 0, -1) if tokens[i].low == ","), None)
    return opens is not None and tokens[opens + 1].low in _RELATIVE


_RELATIVE: Final = listed("grammar", "dating_relative")


def _from_before(
    view: View, cue: EventCue, event_type: str, context: Context, narrative: Narrative
) -> tuple[Dates, str, None]:
    """The date that the paragraph is telling of, else the document's own; that of "the latest attack"."""
    if {t.low for t in view.tokens[max(cue.first - 3, 0) : cue.first]} & _LATEST:
        return (context.date, context.date), "document", None
    same = narrative.heading == view.heading
    near = context.date is None or narrative.paragraph == view.paragraph or _goes_on(view, cue)
    if (narrative.dates[0] or narrative.dates[1]) is not None and same and near:
        if event_type in _SPOKEN or context.date is not None:
            return narrative.dates, "carried on", None
        return (_month(narrative.dates[0]), _month(narrative.dates[1])), "carried on, by the month", None
    return (context.date, context.date), "document", None


_LATEST: Final = frozenset(("latest", "newest"))


def _goes_on(view: View, cue: EventCue) -> bool:
    """Whether a simple past in the report's own voice goes on with what happened: "A second column fled"."""
    tokens = view.tokens
    if cue.form != "verb" or cue.type in _SPOKEN or view.source_at(cue.first) in view.sources:
        return False
    past = tokens[cue.first].low in past_forms() or tokens[cue.first].low.endswith("ed")
    return past and not any(t.low in BE or t.low in _HAVE for t in tokens[max(cue.first - 3, 0) : cue.first])


_HAVE: Final = listed("grammar", "roles_have")


def _month(date: PartialDate | None) -> PartialDate | None:
    return PartialDate(date[:7]) if date is not None else None


def _of_interval(interval: Interval, context: Context) -> Dates:
    if interval.relation == "since":
        return interval.from_date, context.date if context.date is not None else interval.from_date
    if interval.relation in ("until", "before"):
        return None, interval.to_date
    return interval.from_date, interval.to_date


def _nearest(
    view: View, cue: EventCue, verb: tuple[int, int], span: tuple[int, int], choices: list[Interval]
) -> Interval | None:
    """The interval of the cue's own clause, else the nearest before it in the sentence, else the only one."""
    tokens = view.tokens
    start, end = tokens[span[0]].start, tokens[span[1]].end
    here = [i for i in choices if start <= i.start < end]
    if here:
        return min(here, key=lambda i: _distance(tokens, cue, verb, i))
    before = [i for i in choices if i.end <= start]
    if before:
        return before[-1]
    only = choices[0] if len(choices) == 1 else None
    return None if only is None or _is_of_relative(tokens, cue, only) else only


def _distance(tokens: list[Token], cue: EventCue, verb: tuple[int, int], interval: Interval) -> int:
    """How far an interval stands from what tells the event; a relative clause between them counts as far."""
    first, last = min(cue.first, verb[0]), max(cue.last, verb[1])
    if interval.end <= tokens[first].start:
        between = [t for t in tokens[:first] if t.start >= interval.end]
        return _length(between)
    between = [t for t in tokens[last + 1 :] if t.end <= interval.start]
    inside = interval.start < tokens[last].end
    return 2 if inside else _length(between)


def _length(between: list[Token]) -> int:
    relative = any(t.low in ("that", "which", "who", "whose") for t in between)
    return len(between) + (30 if relative else 0)


# ---------------------------------------------------------------- days counted from the start of the war


_DAYS: Final = frozenset(("day", "days"))


def day_of_war(view: View, start: PartialDate | None) -> tuple[Dates, tuple[int, int]] | None:
    """On the fourth day of the war, in the first three days of the conflict: counted from its start.

    Args:
        view: the sentence.
        start: the day on which the war began.

    Returns:
        The first and last day, and the words' offsets; None where there are no such words.
    """
    if start is None or len(start) < 10 or view.words.isdisjoint(_DAYS):
        return None
    tokens = view.tokens
    for position in range(len(tokens) - 1):
        low = tokens[position].low
        if low == "first" and position + 3 < len(tokens) and tokens[position + 2].low == "days":
            many = cardinals().get(tokens[position + 1].low)
            if many is not None and _is_of_war(tokens, position + 3):
                dates = _day(start, 1)[0], _day(start, many)[1]
                return dates, (tokens[position].start, tokens[position + 2].end)
        if tokens[position + 1].low == "day":
            number = _ordinal(low)
            if number is not None and _is_of_war(tokens, position + 2):
                return _day(start, number), (tokens[position].start, tokens[position + 1].end)
    return None


def _day(start: PartialDate, number: int) -> tuple[PartialDate, PartialDate]:
    day = PartialDate.of(start.first + timedelta(days=number - 1))
    return day, day


def _ordinal(low: str) -> int | None:
    if low[:-2].isdigit() and low[-2:] in _ENDINGS:
        return int(low[:-2])
    words = event_words()["whole_war"]["ordinals"]
    return words.index(low) + 1 if low in words else None


_ENDINGS: Final = ("st", "nd", "rd", "th")


def _is_of_war(tokens: list[Token], position: int) -> bool:
    """Whether "of the war" follows, or nothing that says which day it is."""
    rest = [t.low for t in tokens[position : position + 4]]
    if rest[:1] == ["of"]:
        return bool(set(rest) & _NOUNS)
    return rest[:1] in ([","], ["."], [])
