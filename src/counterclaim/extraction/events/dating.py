"""When an event took place, in a narrative that gives a date and goes on from it."""

from dataclasses import dataclass
from datetime import timedelta

from counterclaim.extraction.analysis import Interval, View
from counterclaim.extraction.context import Context
from counterclaim.extraction.events.cues import EventCue
from counterclaim.extraction.events.words import listed, whole_war
from counterclaim.extraction.tokens import Token
from counterclaim.partial_date import PartialDate

Dates = tuple[PartialDate | None, PartialDate | None]
_SPOKEN = frozenset(("statement", "accusation"))
_SAID_WITHIN = 14  # characters between a verb of saying and its own date


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

    def read(self, view: View) -> None:
        """Take note of a sentence's dates once its events have been dated."""
        if view.heading != self.heading:
            self.dates, self.heading = (None, None), view.heading
        told = [i for i in view.intervals if i.relation == "in" and i.from_date is not None]
        if told:
            first = told[0]
            self.dates, self.paragraph = (first.from_date, first.to_date), view.paragraph


def said_on(view: View) -> list[Interval]:
    """Intervals that stand by a verb of saying: said on Tuesday, announced Saturday."""
    found = []
    for source in view.sources:
        end = view.tokens[max(source.cue, source.last)].end
        found += [i for i in view.intervals if 0 <= i.start - end <= _SAID_WITHIN and i.relation == "in"]
    return found


def dates_of(
    view: View, cue: EventCue, span: tuple[int, int], event_type: str, context: Context, narrative: Narrative
) -> tuple[Dates, str, tuple[int, int] | None]:
    """First and last day of an event, the rule that gave them, and the words' offsets.

    Args:
        view: the sentence.
        cue: the event's cue.
        span: indices of the first and last token of its clause.
        event_type: its type.
        context: what holds for the document.
        narrative: what the text was telling of before.
    """
    said = said_on(view)
    told = _nearest(view, cue, span, [i for i in view.intervals if i not in said and not _is_other(view, i)])
    if event_type in _SPOKEN and said:
        told = said[0]
    if told is not None:
        return _of_interval(told, context), "clause", (told.start, told.end)
    day = _day_of_war(view.tokens, span, context)
    if day is not None:
        return day
    whole = next(iter(whole_war().find(view.tokens)), None)
    if whole is not None and context.war_start is not None:
        tokens = view.tokens
        return (
            (context.war_start, context.date),
            "whole war",
            (tokens[whole.first].start, tokens[whole.last].end),
        )
    if said and context.date is not None:
        return (said[0].from_date, said[0].to_date), "said on", (said[0].start, said[0].end)
    return _from_before(view, event_type, context, narrative)


def _from_before(
    view: View, event_type: str, context: Context, narrative: Narrative
) -> tuple[Dates, str, None]:
    """The date that the paragraph is telling of, else the document's own."""
    same = narrative.heading == view.heading
    if (
        narrative.dates[0] is not None
        and same
        and (context.date is None or narrative.paragraph == view.paragraph)
    ):
        if event_type in _SPOKEN or context.date is not None:
            return narrative.dates, "carried on", None
        return (_month(narrative.dates[0]), _month(narrative.dates[1])), "carried on, by the month", None
    return (context.date, context.date), "document", None


def _month(date: PartialDate | None) -> PartialDate | None:
    return PartialDate(date[:7]) if date is not None else None


def _of_interval(interval: Interval, context: Context) -> Dates:
    if interval.relation == "since":
        return interval.from_date, context.date if context.date is not None else interval.from_date
    if interval.relation in ("until", "before"):
        return None, interval.to_date
    return interval.from_date, interval.to_date


def _is_other(view: View, interval: Interval) -> bool:
    """Whether an interval dates something else: the clock, or what came before or after."""
    return interval.relation in ("before", "after") and len(view.intervals) > 1


def _nearest(view: View, cue: EventCue, span: tuple[int, int], choices: list[Interval]) -> Interval | None:
    """The interval of the cue's own clause, else the one that opens the sentence, else the nearest."""
    tokens = view.tokens
    start, end = tokens[span[0]].start, tokens[span[1]].end
    here = [i for i in choices if start <= i.start < end]
    if not here:
        opening = [i for i in choices if i.start <= tokens[min(4, len(tokens) - 1)].start]
        return opening[0] if opening else None
    return min(here, key=lambda i: _gap(i, tokens[cue.first].start, tokens[cue.last].end))


def _gap(interval: Interval, start: int, end: int) -> int:
    return start - interval.end if interval.end <= start else max(interval.start - end, 0)


def _day_of_war(
    tokens: list[Token], span: tuple[int, int], context: Context
) -> tuple[Dates, str, tuple[int, int]] | None:
    """On the fourth day of the war, in the first three days of the conflict: counted from its start."""
    if context.war_start is None or len(context.war_start) < 10:
        return None
    ordinals = {word: n for n, word in enumerate(listed_in_order(), 1)}
    for position in range(span[0], span[1]):
        low = tokens[position].low
        number = ordinals.get(low) or (int(low[:-2]) if low[:-2].isdigit() and low[-2:] in _ENDINGS else None)
        if number is None or position + 1 >= len(tokens):
            continue
        following = tokens[position + 1].low
        if following == "day" and _is_of_war(tokens, position + 2):
            day = PartialDate.of(context.war_start.first + timedelta(days=number - 1))
            return (day, day), "day of the war", (tokens[position].start, tokens[position + 1].end)
    return None


_ENDINGS = ("st", "nd", "rd", "th")


def listed_in_order() -> list[str]:
    """Ordinal numbers in words, from "first" on."""
    from counterclaim.extraction.events.words import event_words

    return list(event_words()["whole_war"]["ordinals"])


def _is_of_war(tokens: list[Token], position: int) -> bool:
    """Whether "of the war" follows, or nothing that says which day it is."""
    rest = [t.low for t in tokens[position : position + 4]]
    if rest[:1] == ["of"]:
        return bool(set(rest) & listed("whole_war", "nouns"))
    return rest[:1] in ([","], ["."], [])
