"""When what is claimed happened, until when it holds, and when it was said."""

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import chain, islice, pairwise
from typing import Final, TypeGuard

from counterclaim.extraction.analysis import View
from counterclaim.extraction.context import Context
from counterclaim.extraction.date_roles import (
    distance,
    follows_saying,
    in_dateline,
    is_beyond,
    is_compared,
    is_night_of,
    is_of_somebody,
    is_past_next_figure,
    is_start,
    looks_back,
    names_a_paper,
    opens_before,
    stands_inside,
)
from counterclaim.extraction.dates import Interval
from counterclaim.extraction.elapsed import days_apart_of
from counterclaim.extraction.later_deaths import deaths_told
from counterclaim.extraction.phrases import PhraseTable
from counterclaim.extraction.subject import Subject, tells_of_harm
from counterclaim.lexicon import word_set
from counterclaim.model import Claim, Reason, Scope
from counterclaim.partial_date import PartialDate

_BESIDE: Final = 24  # characters between a verb of saying and its day
_OPENING: Final = 5  # sentences in which a document says which day an attack was
_LEDE: Final = 4  # sentences in which it says which days it reports on
_LABEL: Final = 3  # tokens of a label that stands before its paragraph: "What happened."
_RECENT: Final = 3 * 365  # days; what happened before is background
_A_DAY: Final = len("2020-10-04")
_WEEK: Final = 7  # days
_DURATION: Final = re.compile(r"P(?P<number>\d{1,3})(?P<unit>[DW])")
_OF_SAYING: Final = frozenset(("in", "until"))  # on Friday, by Friday
_NO_DATES: Final[tuple[PartialDate | None, PartialDate | None]] = (None, None)

Dates = tuple[PartialDate | None, PartialDate | None]


@dataclass(slots=True)
class Dated:
    """First and last day of what is claimed, and why.

    Attributes:
        rule: what gave the days.
        words: the date as the text writes it, None where the days come from none.
    """

    from_date: PartialDate | None
    to_date: PartialDate | None
    rule: str
    words: Interval | None = None

    @property
    def reasons(self) -> list[Reason]:
        """Why each of the two days that there are is what it is."""
        start, end = (self.words.start, self.words.end) if self.words is not None else (None, None)
        days = (("from_date", self.from_date), ("to_date", self.to_date))
        return [Reason(field, self.rule, start, end) for field, day in days if day is not None]


@dataclass(slots=True)
class Timing:
    """The dates around a claim.

    Attributes:
        happened: the interval that its clause gives, None where it gives none.
        is_start: whether that interval is the start of what is counted: "launched on 9 October".
        reported_on: when the source said it.
        reported_by: why that is so, None where no day is known.
        earlier: the interval that the paragraph gave last, where the clause gives none.
        inherited: dates of the count before, where the clause gives none.
        main: the interval of what the whole document reports on, None where it gives none.
    """

    happened: Interval | None
    is_start: bool
    reported_on: PartialDate | None
    reported_by: Reason | None = None
    earlier: Interval | None = None
    inherited: Dates = _NO_DATES
    main: Interval | None = None

    @property
    def _has_day(self) -> bool:
        """Whether the document reports on one day."""
        return self.main is not None and self.main.relation == "in"

    def dates(self, scope: Scope, context: Context) -> Dated:
        """First and last day of what is claimed, as the claim vocabulary has them."""
        return self._of_incident() if scope == "incident" else self._of_toll(context)

    def _of_incident(self) -> Dated:
        if self.happened is not None:
            when, rule = self.happened, "the date of its clause"
        elif self.earlier is not None:
            when, rule = self.earlier, "the date that the paragraph gave last"
        elif any(self.inherited) and not (self._has_day and self.inherited == (self.reported_on,) * 2):
            return Dated(*self.inherited, "the dates of the count before")
        elif self.main is not None and self.main.relation == "in":
            when, rule = self.main, "the date of what the document reports on"
        else:
            return Dated(self.reported_on, self.reported_on, "the day on which it was said")
        if when.relation in ("until", "before") and self.main is not None and self.main.relation == "in":
            when, rule = self.main, "the date of what the document reports on"
        lasts = when is self.happened and when.relation == "since" and self.reported_on is not None
        last = when.to_date or (self.reported_on if lasts else when.from_date)
        return Dated(when.from_date or when.to_date, last, rule, when)

    def _of_toll(self, context: Context) -> Dated:
        """From the war's start, or the start that the text gives, to the as-of date."""
        start, as_of = context.war_start, self.reported_on
        rule = "from the start of the war to the day on which it was said"
        if context.period is not None:
            start, as_of = context.period
            rule = "the period that the document covers"
        start = start if _not_after(start, as_of) else None
        if self.happened is None and _lasts(self.main) and not any(self.inherited):
            rule = "the date of what the document reports on"
            return Dated(self.main.from_date, self.main.to_date or self.reported_on or as_of, rule, self.main)
        if self.happened is None:
            if any(self.inherited):
                return Dated(*self.inherited, "the dates of the count before")
            return Dated(start, as_of, rule)
        first, last = self.happened.from_date, self.happened.to_date
        if self.happened.relation == "since" or (self.is_start and first == last):
            return Dated(first, as_of, "a toll since the date of its clause", self.happened)
        lasts = first is not None and last is not None and first.first != last.last
        if lasts and self.happened.relation == "in":
            return Dated(first, last, "the stretch of time of its clause", self.happened)
        if last is not None and len(last) == _A_DAY and _not_after(context.date, last):
            last = context.date  # by this week
        start = start if _not_after(start, last) else None
        return Dated(start, last or first, "a toll as of the date of its clause", self.happened)


def _not_after(start: PartialDate | None, end: PartialDate | None) -> bool:
    return start is not None and (end is None or start.first <= end.last)


def _lasts(interval: Interval | None) -> TypeGuard[Interval]:
    """Whether an interval is of more than a day: a war's toll is not of the day of one attack."""
    if interval is None:
        return False
    first, last = interval.from_date, interval.to_date
    return first is None or last is None or first.first != last.last


_THEN: Final = PhraseTable((tuple(words.split()), words) for words in word_set("timing", "then"))


def ends_with_since(view: View) -> bool:
    """Whether a sentence counts from a day told before it: "More than 70,000 have died since."""
    lows = view.lows
    return lows[-2:] == ["since", "."] and not {"has", "have", "had"}.isdisjoint(lows)


class Chronicle:
    """The dates of a document's sentences, and who said what when.

    Args:
        views: its analysed sentences.
        date: its own date.
        subject: the kind of thing that the document reports on.
    """

    def __init__(
        self, views: list[View], date: PartialDate | None, subject: Subject = Subject.UNSAID
    ) -> None:
        self._views = views
        self._date = date
        self._subject = subject
        self._said: list[list[Interval]] = []
        self._spoken: defaultdict[str, list[tuple[int, PartialDate]]] = defaultdict(list)
        for index, view in enumerate(views):
            self._said.append([*self._said_in(index, view), *in_dateline(view)])
        self._main = self._of_document()

    def _of_document(self) -> Interval | None:
        """When what the document reports on happened: the day of an attack, a battle's days."""
        is_attack = self._subject is Subject.ATTACK
        told_in = (
            (v, said) for v, said in zip(self._views, self._said, strict=True) if len(v.tokens) > _LABEL
        )
        opening = list(islice(told_in, _OPENING if is_attack else _LEDE))
        told = [
            (view, interval)
            for view, said in opening
            for interval in view.intervals
            if not view.is_heading
            and interval not in said
            and not deaths_told(view.tokens)
            and self._fits_subject(interval)
            and self._is_recent(interval)
        ]
        of_harm = (interval for view, interval in told if tells_of_harm(view))
        elapsed = filter(None, (self._elapsed(view) for view, _ in opening[:_LEDE]))
        any_day = (interval for _, interval in told if is_attack and interval.to_date != self._date)
        return next(chain(of_harm, elapsed, any_day), None)

    def _elapsed(self, view: View) -> Interval | None:
        """Nine days after the rebels stormed the base: so long before the document's own date."""
        if self._date is None or len(self._date) < _A_DAY or not tells_of_harm(view):
            return None
        for span in view.dates:
            days = _DURATION.fullmatch(span.value)
            after = next((token.low for token in view.tokens if token.start >= span.end), "")
            opens = span.start == view.tokens[view.dateline + 1 if view.dateline else 0].start
            if days and opens and after == "after":
                long = int(days["number"]) * (_WEEK if days["unit"] == "W" else 1)
                day = PartialDate.of(self._date.first - timedelta(days=long))
                return Interval(span.start, span.end, day, day, "in", (span,))
        return None

    def _is_recent(self, interval: Interval) -> bool:
        if self._date is None or interval.from_date is None:
            return True
        return self._date.last - timedelta(days=_RECENT) <= interval.from_date.first

    def _fits_subject(self, interval: Interval) -> bool:
        if interval.relation == "since":
            return self._subject is not Subject.ATTACK and interval.from_date is not None
        if interval.relation != "in" or interval.from_date is None or interval.to_date is None:
            return False
        is_day = interval.from_date.first == interval.to_date.last
        if self._subject is Subject.FIGHTING:
            return len(interval.spans) > 1
        return is_day or (self._subject is Subject.UNSAID and len(interval.spans) > 1)

    def _said_in(self, index: int, view: View) -> list[Interval]:
        """Intervals that stand by a verb of saying: said on Tuesday, announced Saturday."""
        found = []
        for source in view.sources:
            end = view.tokens[max(source.cue, source.last)].end
            for interval in view.intervals:
                beside = interval.relation == "in" and 0 <= interval.start - end <= _BESIDE
                stands_by = beside or stands_inside(view, interval, source)
                stands_by = stands_by or opens_before(view, interval, source)
                if stands_by and interval.relation in _OF_SAYING and interval.to_date is not None:
                    found.append(interval)
                    if source.source is not None:
                        self._spoken[source.source].append((index, interval.to_date))
                    break
        return found + [i for i in view.intervals if i not in found and follows_saying(view, i)]

    def when(self, index: int, first: int, last: int, source: str | None, model: Claim | None) -> Timing:
        """The dates around the tokens `first` to `last` of sentence `index`.

        Args:
            index: number of the sentence.
            first: index of the first of the tokens that tell what happened.
            last: index of the last one.
            source: who says it.
            model: the count before in its paragraph, for a claim whose own clause gives no date.
        """
        view = self._views[index]
        own = [i for i in self._own(index) if self._is_past(i) and not is_beyond(view, i, last)]
        if self._said[index] and looks_back(view):  # in May it had counted 231, on 9 June 143
            own = [i for i in own if not is_past_next_figure(view, i, first, last)]
        nearest = min(own, key=lambda i: distance(view, i, first, last), default=None)
        happened = days_apart_of(view, first, own) or nearest or self._then(index)
        reported, reason = self._reported_on(index, source)
        if happened is not None:
            return Timing(happened, is_start(view, happened), reported, reason, main=self._main)
        inherited = (
            (model.from_date, model.to_date) if model is not None and not self._said[index] else _NO_DATES
        )
        return Timing(None, False, reported, reason, self._earlier(index, model), inherited, self._main)

    def _then(self, index: int) -> Interval | None:
        """At that point, by then; 70,000 have died since: the date that the sentence before gave last."""
        before = self._views[index - 1] if index else None
        view = self._views[index]
        if before is None or before.paragraph != view.paragraph or not before.intervals:
            return None
        if ends_with_since(view):
            return replace(before.intervals[-1], relation="since")
        return before.intervals[-1] if _THEN.at(view.tokens, 0) is not None else None

    def _own(self, index: int) -> list[Interval]:
        """The intervals of a sentence that can date what happened."""
        view, said = self._views[index], self._said[index]
        told = [interval for interval in view.intervals if interval not in said]
        dating = [i for i in told if not (is_compared(view, i) or names_a_paper(view, i))]
        nights = [night for night, day in pairwise(dating) if is_night_of(night, day)]
        return [interval for interval in dating if interval not in nights]

    def _is_past(self, interval: Interval) -> bool:
        """Whether an interval does not lie wholly after the document's own date."""
        first = interval.from_date
        return self._date is None or first is None or first.first <= self._date.last

    def _reported_on(self, index: int, source: str | None) -> tuple[PartialDate | None, Reason | None]:
        """The day on which the source spoke: as its sentence says, as it said before, or the document's."""
        if self._said[index]:
            said = self._said[index][0]
            return said.to_date, Reason("reported_on", "the date by the saying", said.start, said.end)
        spoken = self._spoken.get(source, []) if source is not None else []
        before = bisect_left(spoken, index, key=lambda at_and_day: at_and_day[0])
        if before and not self._spoke_since(spoken[before - 1][0], index):
            return spoken[before - 1][1], Reason("reported_on", "the day on which the source spoke before")
        return self._date, Reason("reported_on", "the date of the document") if self._date else None

    def _spoke_since(self, before: int, index: int) -> bool:
        """It had counted 231 by then, says one paragraph; in another the source speaks anew."""
        view, other = self._views[index], self._views[before]
        return looks_back(other) and self._date is not None and other.paragraph != view.paragraph

    def _earlier(self, index: int, model: Claim | None) -> Interval | None:
        """The interval that the paragraph gave last, if later in the text than the count before."""
        view = self._views[index]
        if self._said[index]:
            return None
        for before in range(index - 1, -1, -1):
            other = self._views[before]
            if other.paragraph != view.paragraph or (model is not None and other.end < model.anchor):
                return None
            own = [i for i in self._own(before) if self._is_past(i) and not is_of_somebody(other, i)]
            if own:
                return own[-1]
        return None
