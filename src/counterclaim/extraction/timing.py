"""When what is claimed happened, until when it holds, and when it was said."""

from dataclasses import dataclass

from counterclaim.extraction.analysis import View
from counterclaim.extraction.context import Context
from counterclaim.extraction.dates import Interval
from counterclaim.model import Claim, Document, Scope
from counterclaim.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class Timing:
    """The dates around a claim.

    Attributes:
        happened: the interval that its clause gives, None where it gives none.
        reported_on: when the source said it.
        inherited: dates of the count before, for a claim that gives none.
    """

    happened: Interval | None
    reported_on: PartialDate | None
    inherited: tuple[PartialDate | None, PartialDate | None]

    @property
    def dated(self) -> bool:
        """Whether the clause itself gives the day."""
        return self.happened is not None and self.happened.relation == "in"

    def dates(self, scope: Scope, context: Context) -> tuple[PartialDate | None, PartialDate | None]:
        """First and last day of what is claimed, as the claim vocabulary has them."""
        if self.happened is None and any(self.inherited):
            return self.inherited
        if scope == "incident":
            return self._of_incident()
        return self._of_toll(context)

    def _of_incident(self) -> tuple[PartialDate | None, PartialDate | None]:
        if self.happened is None:
            return self.reported_on, self.reported_on
        start, end = self.happened.from_date, self.happened.to_date
        return start or end, end or self.reported_on or start

    def _of_toll(self, context: Context) -> tuple[PartialDate | None, PartialDate | None]:
        """From the war's start, or the start that the text gives, to the as-of date."""
        as_of = self.reported_on
        if self.happened is None:
            return context.war_start if _not_after(context.war_start, as_of) else None, as_of
        start, end = self.happened.from_date, self.happened.to_date
        if self.happened.relation == "since":
            return start, as_of
        if start is not None and start != end:
            return start, end
        return (context.war_start if _not_after(context.war_start, end) else None), end or start


def _not_after(start: PartialDate | None, end: PartialDate | None) -> bool:
    return start is not None and (end is None or start.first <= end.last)


def when(document: Document, view: View, first: int, last: int, model: Claim | None) -> Timing:
    """The dates around the tokens `first` to `last` of a sentence.

    Args:
        document: the document.
        view: the sentence.
        first: index of the first of the tokens that tell what happened.
        last: index of the last one.
        model: the count before, for a claim whose own clause gives no date.
    """
    tokens = view.tokens
    said = _said_dates(view)
    choices = [i for i in view.intervals if i not in said]
    happened = min(choices, key=lambda i: _distance(i, tokens[first].start, tokens[last].end), default=None)
    spoken = next(iter(said), None)
    reported = spoken.to_date if spoken is not None else None
    if reported is None:
        reported = document.date
    inherited: tuple[PartialDate | None, PartialDate | None] = (None, None)
    if happened is None and spoken is None and model is not None:
        inherited = (model.from_date, model.to_date)
    return Timing(happened, reported, inherited)


def _distance(interval: Interval, start: int, end: int) -> int:
    if interval.end <= start:
        return start - interval.end
    return max(interval.start - end, 0)


def _said_dates(view: View) -> list[Interval]:
    """Intervals that stand by a verb of saying: said on Tuesday, announced Saturday."""
    found = []
    for source in view.sources:
        end = view.tokens[max(source.cue, source.last)].end
        for interval in view.intervals:
            between = interval.start - end
            if 0 <= between <= 14 and interval.relation == "in":
                found.append(interval)
    return found
